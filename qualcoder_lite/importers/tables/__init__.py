"""Tables that people keep: from cells to rows that are checked, each mistake with its place."""
