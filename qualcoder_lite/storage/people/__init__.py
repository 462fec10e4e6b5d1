"""Sites with their register, and participants: what they agreed to, who became whom, and taking them out for good."""
