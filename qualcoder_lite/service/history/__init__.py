"""Who did what: the steps of the journal in words, as things are called now."""
