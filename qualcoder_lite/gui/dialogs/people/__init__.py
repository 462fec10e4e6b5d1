"""The dialogs of the page People."""
