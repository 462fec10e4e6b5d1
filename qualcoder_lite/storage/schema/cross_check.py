"""What migration 0008 adds: rounds of blind coding, their snapshots, and what a decision needs to be told by.

A round says who codes which transcripts by which codebook versions; `draw` tells how the transcripts were drawn, and
`snapshot.material` is what was compared when the round was closed: ids, positions and turns, no word of a transcript.
One decision on a disagreement may be several rows of `decision`, one for each code in it: `matter` holds them together;
`taken` is the coder whose coding was taken, `between_coders` those who differed.
"""

from __future__ import annotations

STATEMENTS = (
    "create table round(id text primary key, name text not null, opened_at text not null, closed_at text not null "
    "default '', due text not null default '', codebook_versions text not null default '{}', "
    "draw text not null default '{}') strict",
    "create table round_transcript(id text primary key, round_id text not null references round on delete cascade, "
    "transcript_id text not null references transcript on delete cascade) strict",
    "create table round_coder(id text primary key, round_id text not null references round on delete cascade, "
    "coder_id text not null references coder on delete cascade) strict",
    "create table snapshot(id text primary key references round on delete cascade, material text not null, "
    "made_at text not null) strict",
    "create index round_transcript_round on round_transcript(round_id)",
    "create index round_transcript_transcript on round_transcript(transcript_id)",
    "create index round_coder_round on round_coder(round_id)",
    "create index round_coder_coder on round_coder(coder_id)",
    "alter table decision add column matter text not null default ''",
    "alter table decision add column taken text not null default ''",
    "alter table decision add column between_coders text not null default '[]'",
)
