"""What leaves the project as files: the ways of making it that are kept, and what was made."""
