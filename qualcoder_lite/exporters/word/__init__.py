"""Word documents with real styles, written fast. Import the modules only when one is to be written: they bring lxml."""
