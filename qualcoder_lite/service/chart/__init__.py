"""The framework chart: what analysts write in its cells, looking at it, writing it to a file."""
