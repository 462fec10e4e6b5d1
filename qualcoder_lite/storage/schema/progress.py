"""What migration 0006 adds: marks on transcripts, and which questions of the schedule an interview left out."""

from __future__ import annotations

STATEMENTS = (
    # `mark` is one of domain.transcript_mark.Mark. The id follows from transcript, mark and, where a mark is one
    # coder's own, the coder, so that copies agree on it.
    "create table transcript_mark(id text primary key, transcript_id text not null references transcript on delete "
    "cascade, mark text not null, coder_id text references coder on delete cascade, marked_at text not null) strict",
    "create index transcript_mark_transcript on transcript_mark(transcript_id)",
    "create index transcript_mark_coder on transcript_mark(coder_id)",
    # A question is asked in every interview but those named here.
    "create table not_asked(id text primary key, question_id text not null references question on delete cascade, "
    "transcript_id text not null references transcript on delete cascade) strict",
    "create index not_asked_question on not_asked(question_id)",
    "create index not_asked_transcript on not_asked(transcript_id)",
)
