"""Transcripts as they are stored, their texts apart from them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.storage.history.journal import Journal
from qualcoder_lite.storage.transcripts import texts, transcripts, turns
from qualcoder_lite.storage.transcripts.transcripts import Transcript

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

TEXT = "Moira: Well? 🙂\nPat: It's “fine”, é.\n"
SPEAKERS = [Speaker("Moira", SpeakerRole.INTERVIEWER), Speaker("Pat", SpeakerRole.PARTICIPANT)]
TURNS = [Turn(0, 7, 14, 0), Turn(15, 20, 35, 1, 61_000)]


def _transcript(id_: str, imported_at: str = "2026-03-02T12:00:00.000+00:00") -> Transcript:
    return Transcript(
        id=id_,
        title=f"Pat {id_}",
        source="pat.txt",
        source_hash=f"hash {id_}",
        imported_at=imported_at,
        date="2026-03-01",
        client_group="Older people",
        metadata={"place": "the “hall”"},
        characters=len(TEXT),
        words=6,
        turns=2,
    )


@pytest.fixture
def stored(database: Database) -> Database:
    with Journal(database).step("import"):
        transcripts.add(database, _transcript("a"), TEXT, SPEAKERS, TURNS)
    return database


def test_a_transcript_comes_back_as_it_was_stored(stored: Database) -> None:
    assert transcripts.read(stored, ["a"]) == [_transcript("a")]
    assert texts.body(stored, "a") == TEXT
    assert texts.bodies(stored, ["a", "not there"]) == {"a": TEXT}
    assert turns.of_transcript(stored, "a") == TURNS
    assert turns.speakers(stored, "a") == SPEAKERS
    assert turns.speaker_counts(stored)["a"] == 2


def test_a_text_that_two_transcripts_share_is_kept_once_under_its_sha256(stored: Database) -> None:
    with Journal(stored).step("import"):
        transcripts.add(stored, _transcript("b"), TEXT, SPEAKERS, TURNS)
    assert stored.rows("select id from text where body=?", (TEXT,)) == [(hashlib.sha256(TEXT.encode()).hexdigest(),)]
    assert texts.body(stored, "b") == TEXT


def test_a_transcript_in_which_nobody_is_labelled_has_no_turns(stored: Database) -> None:
    with Journal(stored).step("import"):
        transcripts.add(stored, _transcript("b"), TEXT, [], [])
    assert turns.of_transcript(stored, "b") == []
    assert turns.speakers(stored, "b") == []


def test_transcripts_come_in_the_order_of_import(stored: Database) -> None:
    with Journal(stored).step("import"):
        for id_, at in (("late", "2026-03-02T12:00:00.001+00:00"), ("early", "2020-01-01T00:00:00.000+00:00")):
            transcripts.add(stored, _transcript(id_, at), TEXT, [], [])
    order = [found.id for found in transcripts.read(stored)]
    assert order == [id_ for id_, _, _ in transcripts.names(stored)]
    assert [id_ for id_ in order if id_ in ("early", "a", "late")] == ["early", "a", "late"]


def test_the_same_bytes_are_known_again(stored: Database) -> None:
    assert transcripts.with_source_hash(stored, "hash a") == "Pat a"
    assert transcripts.with_source_hash(stored, "hash b") is None


def test_totals_add_up_what_was_counted_at_import(stored: Database) -> None:
    every = transcripts.read(stored)
    expected = (len(every), sum(one.words for one in every), sum(one.turns for one in every))
    assert transcripts.totals(stored) == expected
