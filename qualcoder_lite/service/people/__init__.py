"""Sites with their register, and participants: what is known of them, what they agreed to, and their withdrawal."""
