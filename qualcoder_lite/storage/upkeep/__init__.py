"""Looking after the file: brought up to date, looked over, and cleaned of words that went for good."""
