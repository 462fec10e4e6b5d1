"""Reading codings for counting, and keeping what each transcript says."""
