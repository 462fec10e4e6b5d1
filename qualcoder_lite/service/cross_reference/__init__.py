"""Outcomes by features and everything else that is counted: what stands behind it, and pictures of it."""
