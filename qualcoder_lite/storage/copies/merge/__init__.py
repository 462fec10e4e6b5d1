"""Bringing copies of a project together that were worked on apart.

A project's state is its rows, their clocks, and what is parked. Merging is a join of last-writer-wins registers and
then a projection onto the references, so order and repetition don't matter:

- `copies` takes a private copy of each file, so that theirs is never written to, may lie on a read-only disk, be open
  in a window, or be of an older version;
- `registers` joins one copy into the working copy: the greater stamp of a row's life wins the row, then the greater
  stamp wins each group of columns;
- `conflicts` lists, before that, what both sides changed without knowing of each other;
- `parking` puts rows whose parent is gone aside, where they wait for it;
- `effects` compares the working copy with the project, and `writing` brings what differs into it as one quiet step.

All but the last happens in a temporary folder: a merge can be looked at, or given up, before the project knows of it.
"""

from __future__ import annotations
