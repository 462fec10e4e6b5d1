"""Questions about codes: a new one, one into another, one into two, out of use."""
