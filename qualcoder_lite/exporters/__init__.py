"""What leaves the project: domain objects as files. Nothing here knows the database or opens a dialog."""
