"""What migration 0004 adds: the index of words (`search_index`)."""

from __future__ import annotations

# `fresh` is 1 while the index is true of the transcript.
STATEMENTS = (
    "create table search_transcript("
    "number integer primary key, transcript_id text not null unique, signature text not null, fresh integer not null) "
    "strict",
    "create virtual table search_words using fts5("
    "words, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')",
)
