"""The file itself: opened by one writer at a time, its faults put into sentences, copies of it kept beside it."""
