"""The tables of a project file: of its first version, and what each migration added to it.

What has shipped never changes, so that a file of any age comes out the same.
"""

from __future__ import annotations
