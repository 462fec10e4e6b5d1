"""What leaves the project: quotes in balance, how they name who is speaking, how a document is laid out."""
