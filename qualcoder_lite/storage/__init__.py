"""The project file: the only place where SQL is written.

From below: `schema` (the tables), `file` (opening, locking, backing up), `history` (the journal); then a package or a
module for each noun; above these, what handles whole projects: `upkeep` (migrations, checks, cleaning) and `copies`
(cutting and merging).
"""

from __future__ import annotations
