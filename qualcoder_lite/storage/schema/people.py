"""What migration 0002 adds: how consent was given, what attributes mean, whom a study wants to hear, carried positions.

`offset_map` tells how a transcript's positions moved each time words of it were replaced. It holds numbers only: the
hash of the old text isn't kept, since with it and a list of names one could find out which name had stood there. A
copy is as far as the maps it holds: what is missing there carries its positions here.
"""

from __future__ import annotations

STATEMENTS = (
    # Every answer as it was given; `consent` has the one that holds.
    "create table consent_record(id text primary key, participant_id text not null references participant on delete "
    "cascade, subject text not null, answer text not null, date text not null default '', note text not null default "
    "'', coder text not null default '', recorded_at text not null) strict",
    "create index consent_record_participant on consent_record(participant_id)",
    # `choices` is a JSON list, for attributes of the kind choice.
    "create table attribute_kind(id text primary key, name text not null, kind text not null, choices text not null "
    "default '[]', position integer not null) strict",
    # How many people a study wants to hear at a site from a client group.
    "create table sampling_target(id text primary key, site_id text not null references site on delete cascade, "
    "client_group text not null, people integer not null) strict",
    "create index sampling_target_site on sampling_target(site_id)",
    # `number` counts a transcript's maps from 1; `stretches` is a JSON list of [start, end, length now].
    "create table offset_map(id text primary key, transcript_id text not null references transcript on delete cascade, "
    "number integer not null, characters integer not null, stretches text not null, made_at text not null) strict",
    "create index offset_map_transcript on offset_map(transcript_id)",
    # Steps whose words still have to be cleaned out of the file: a row goes once that is done.
    "create table cleaning(step integer primary key) strict",
)
