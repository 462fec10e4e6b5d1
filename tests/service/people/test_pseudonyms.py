"""Replacing a name: everywhere, for good, and every coding stays on its words."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.naming.occurrences import NameQuery
from qualcoder_lite.domain.offset_map import Replacement, carried
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.storage.file.backups import backup_now
from qualcoder_lite.storage.transcripts import offset_maps, replacements, texts, transcripts
from qualcoder_lite.storage.upkeep import scrub
from tests.domain.slow_replacing import slowly

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

TEXT = """\
Moira: Who helps you? 🙂

Margaret Ōtani: My daughter Rosalind does. Rosalind's car is red, and the roses are mine.

Moira: And after that?

Margaret Ōtani: ROSALIND comes back on Sunday. I told Rosalind so.
"""
NEW = "[daughter]"
ALL = {"Rosalind": NEW, "ROSALIND": NEW}
PASSPHRASE = "three small herons"  # noqa: S105 - of a key that a test makes


@pytest.fixture
def named(study: Project, tmp_path: Path) -> Project:
    """The small study with a transcript in which people are named, in the title and a memo too."""
    (tmp_path / "rosalind.txt").write_text(TEXT, encoding="utf-8")
    options = ImportOptions(title="Margaret on Rosalind", participant="Margaret")
    study.transcripts.import_file(tmp_path / "rosalind.txt", options)
    (tmp_path / "rosalind.txt").unlink()
    for words in ("My daughter Rosalind does", "Rosalind", "lind's car is red", "roses", "I told Ros"):
        code(study, words, memo="about Rosalind" if words == "roses" else "")
    study.codings.remove([code(study, "comes back on Sunday", memo="Rosalind again")])
    backup_now(study._database)
    return study


def code(project: Project, words: str, memo: str = "") -> str:
    start = TEXT.index(words)
    asked = NewCoding(
        transcript="rosalind.txt", start=start, end=start + len(words), code="Feeling safe", coder="Ailsa", memo=memo
    )
    (made,) = project.codings.add(asked).of("coding")
    return made


def coded(project: Project) -> list[str]:
    text, rows = only(project), project._database.rows('select start, "end" from coding order by start, "end"')
    return [text[start:end] for start, end in rows]


def only(project: Project) -> str:
    id_ = next(id_ for id_, title, _ in transcripts.names(project._database) if "Margaret" in title)
    return project.transcripts.text(id_)


def readable(folder: Path, *words: str) -> set[str]:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".qckey"]
    return {
        word
        for word in words
        for data in files
        for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode())
        if form.lower() in data.lower()
    }


def test_the_forms_of_a_name_are_counted_in_transcripts_and_elsewhere(named: Project) -> None:
    found = [
        (one.words, one.in_transcripts, one.elsewhere) for one in named.pseudonyms.forms(NameQuery(words="rosalind"))
    ]
    # Elsewhere: the title, the file's name in small letters, and a memo.
    assert found == [("Rosalind", 3, 2), ("ROSALIND", 1, 0), ("rosalind", 0, 1)]


def test_every_place_is_shown_in_its_surroundings_first(named: Project) -> None:
    before = named.path.read_bytes()
    places = named.pseudonyms.places(ALL)
    assert [place.words for place in places if place.in_transcript] == ["Rosalind"] * 2 + ["ROSALIND", "Rosalind"]
    assert (places[0].before, places[0].after[:8]) == ("… Who helps you? 🙂  Margaret Ōtani: My daughter ", " does. R")
    assert {(place.table, place.column) for place in places[4:]} == {("transcript", "title"), ("coding", "memo")}
    assert named.path.read_bytes() == before


def test_a_name_goes_from_every_byte_and_codings_keep_their_words(named: Project, tmp_path: Path) -> None:
    done = named.pseudonyms.replace({**ALL, "rosalind": NEW}, coder="Ailsa")
    assert (done.transcripts, done.kept, done.left, done.unreached) == (1, 0, [], [])
    assert only(named) == TEXT.replace("Rosalind", NEW).replace("ROSALIND", NEW)
    assert coded(named) == [
        f"My daughter {NEW} does",
        NEW,
        f"{NEW}'s car is red",
        "roses",
        f"I told {NEW}",
    ]
    assert readable(tmp_path, "Rosalind") == set()
    turns = named.transcripts.turns(named.transcripts.find(f"Margaret on {NEW}"))
    assert [only(named)[turn.start : turn.end].split()[0] for turn in turns] == ["Moira:", "Margaret"] * 2
    assert all(only(named)[turn.end - 1] in ".?🙂" for turn in turns)
    named.close()
    assert readable(tmp_path, "Rosalind") == set()


def test_the_project_is_in_order_afterwards_and_the_step_final(named: Project) -> None:
    named.pseudonyms.replace(ALL)
    assert named.check() == []
    assert named.history.next_undo() is None
    (entry, *_) = named.history.entries(1)
    assert (entry.what, entry.final) == ("replaced a name in 6 places, in 1 transcript", True)


def test_the_history_quotes_the_words_it_meant(named: Project) -> None:
    named.pseudonyms.replace(ALL)
    said = [entry.what for entry in named.history.entries()]
    assert f"put Feeling safe on ‘{NEW}'s car is red’" in said
    assert "took Feeling safe off ‘comes back on Sunday’" in said


def test_places_that_are_kept_stay_and_carry_their_codings(named: Project, tmp_path: Path) -> None:
    places = named.pseudonyms.places(ALL)
    kept = [places[1].key, places[4].key]
    done = named.pseudonyms.replace(ALL, keep=kept)
    assert (done.places, done.kept) == (len(places) - 2, 2)
    assert "Rosalind's car" in only(named)
    assert coded(named)[2] == "lind's car is red"
    assert readable(tmp_path, "Rosalind") == {"Rosalind"}


def test_the_map_that_is_kept_carries_a_place_of_the_old_text(named: Project) -> None:
    id_ = named.transcripts.find("rosalind.txt")
    named.pseudonyms.replace({"ROSALIND": NEW})
    first = offset_maps.ids(named._database, id_)
    named.pseudonyms.replace({"Rosalind": "R."})
    start = TEXT.index("I told")
    old, new = (start, start + 6), only(named)
    later_start, later_end = carried(offset_maps.since(named._database, id_), *old)
    assert new[later_start:later_end] == "I told"
    assert len(offset_maps.since(named._database, id_, first)) == 1
    stored = json.dumps(named._database.rows("select * from offset_map"))
    assert "osalind" not in stored
    assert named._database.rows("select source_hash from transcript where id=?", (id_,)) == [("",)]


def test_the_key_gets_the_name_and_lies_elsewhere(named: Project, tmp_path: Path) -> None:
    place = tmp_path / "names.qckey"
    named.pseudonyms.replace(ALL, key=named.pseudonyms.new_key(place, PASSPHRASE), name="Rosalind")
    key = named.pseudonyms.open_key(place, PASSPHRASE)
    assert key.names == {"Rosalind": NEW}
    with pytest.raises(UserError, match="“\\[daughter\\]”"):
        named.pseudonyms.replace({"roses": "[flowers]"}, key=key, name="Rosalind")
    assert "roses" in only(named)


def test_a_key_in_the_projects_own_place_is_refused(named: Project) -> None:
    backups = named.path.with_name(f"{named.path.name}-backups")
    for place in (named.path, backups / "names.qckey"):
        with pytest.raises(UserError, match="must not lie"):
            named.pseudonyms.new_key(place, PASSPHRASE)


def test_what_goes_wrong_leaves_project_and_key_as_they_were(
    named: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(scrub, "within_step", broken)
    key = named.pseudonyms.new_key(tmp_path / "names.qckey", PASSPHRASE)
    with pytest.raises(ZeroDivisionError):
        named.pseudonyms.replace(ALL, key=key)
    assert only(named) == TEXT
    assert not key.path.exists()


def test_nothing_to_replace_is_said(named: Project) -> None:
    with pytest.raises(UserError, match="no place left"):
        named.pseudonyms.replace({"Zebedee": NEW})


def test_a_name_across_two_turns_is_none(named: Project) -> None:
    assert named.pseudonyms.places({"mine.\n\nMoira": "x"}) == []


class _BackError(Exception):
    """Takes a step back."""


@settings(max_examples=25)
@given(st.data())
def test_each_coding_stays_on_the_same_words(named: Project, data: st.DataObject) -> None:
    database, id_ = named._database, named.transcripts.find("rosalind.txt")
    edges = sorted(data.draw(st.sets(st.integers(0, len(TEXT)), max_size=14)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    made = [Replacement(start, end, data.draw(st.text("xyz[]🙂", min_size=1, max_size=9))) for start, end in pairs]
    before = dict_of(database.rows('select id, start, "end" from coding'))
    clocks = database.rows("select * from clock where tbl='coding'")
    with suppress(_BackError), named._session.step("test", final=True):
        replacements.replace_in_transcript(database, id_, made)
        new = texts.body(database, id_)
        for coding, (start, end) in dict_of(database.rows('select id, start, "end" from coding')).items():
            assert new[start:end] == slowly(TEXT, made, *before[coding])
        assert database.rows("select * from clock where tbl='coding'") == clocks
        raise _BackError
    assert only(named) == TEXT


def dict_of(rows: list[tuple[str, int, int]]) -> dict[str, tuple[int, int]]:
    return {id_: (start, end) for id_, start, end in rows}
