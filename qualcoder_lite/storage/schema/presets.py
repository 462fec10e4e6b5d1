"""What migration 0012 adds: ways of exporting that are kept under a name."""

from __future__ import annotations

STATEMENTS = (
    # `making` is the handle of what is made, `choices` a JSON object of everything that was chosen for it. The id
    # doesn't follow from the name, which may hold somebody's.
    "create table export_preset(id text primary key, name text not null, making text not null, "
    "choices text not null default '{}', saved_at text not null) strict",
)
