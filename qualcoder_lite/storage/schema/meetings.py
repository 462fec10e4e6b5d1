"""What migration 0016 adds: meetings, and the places that were looked at in them."""

from __future__ import annotations

STATEMENTS = (
    # `present` has a name a line: not everybody who comes to a meeting codes.
    "create table meeting(id text primary key, held_on text not null, present text not null default '', "
    "coder_id text references coder on delete set null, made_at text not null) strict",
    # `sides` tells who differed, as [[coder, code or "", polarity], …] by ids; `matter` is that of what was decided.
    "create table meeting_item(id text primary key, meeting_id text not null references meeting on delete cascade, "
    "transcript_id text not null references transcript on delete cascade, start integer not null, "
    "\"end\" integer not null, sides text not null default '[]', matter text not null default '', "
    "note text not null default '', looked_at text not null) strict",
    "create index meeting_item_meeting on meeting_item(meeting_id)",
    "create index meeting_item_transcript on meeting_item(transcript_id)",
    "create index meeting_coder on meeting(coder_id)",
)
