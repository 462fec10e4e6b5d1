"""What migration 0010 adds: quotes to be shown, and the framework chart's summaries.

A star stands on each coding of the passage that somebody marked. A summary is about one outcome and one of: a
participant, a transcript that names none, a site, a client group. Nothing keeps two copies of a project from writing
one cell each: both rows stay, and are shown as one. `quotes` is a JSON list of codings (ids): `[1]` in the words refers
to the first. They stand beside the words, and not in rows of their own, so that a merge takes both from one copy; a
coding that is gone leaves its number without a quote. `basis` is a JSON object of what the summary was written on: ids,
with what was true of each then, by which one that is older than the coding is told.
"""

from __future__ import annotations

STATEMENTS = (
    # The id follows from the coding, so that copies agree on it.
    "create table star(id text primary key, coding_id text not null references coding on delete cascade, "
    "coder_id text references coder on delete set null, starred_at text not null) strict",
    "create index star_coding on star(coding_id)",
    "create index star_coder on star(coder_id)",
    "create table summary(id text primary key, code_id text not null references code on delete cascade, "
    "participant_id text references participant on delete cascade, "
    "transcript_id text references transcript on delete cascade, site_id text references site on delete cascade, "
    "client_group text not null default '', body text not null, quotes text not null default '[]', "
    "basis text not null default '{}', "
    "coder_id text references coder on delete set null, written_at text not null) strict",
    "create index summary_code on summary(code_id)",
    "create index summary_participant on summary(participant_id) where participant_id is not null",
    "create index summary_transcript on summary(transcript_id) where transcript_id is not null",
    "create index summary_coder on summary(coder_id)",
    "create index summary_site on summary(site_id) where site_id is not null",
)
