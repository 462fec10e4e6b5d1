"""What migration 0007 adds: what each transcript says through each lens, kept (`cross_reference.hearing`)."""

from __future__ import annotations

STATEMENTS = (
    """create table heard(
    transcript_id text not null references transcript on delete cascade, lens text not null, said text not null,
    primary key(transcript_id, lens)) strict, without rowid""",
)
#: What was kept before counts stood side by side in one number can't be read any longer: it is counted again.
FORGET = ("delete from heard",)
