"""Searching a project: what is found where, in what words it is shown, and how it is coded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.searching.found_elsewhere import Kind
from qualcoder_lite.service.searching.found_words import AROUND
from qualcoder_lite.service.searching.search import Unit
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ELSIE = """\
Interview with Elsie

Moira: Do they come when you ring? And do you feel safe?

Elsie: They come. When I ring, they come at once. I feel safe now, really safe.

Moira: Safe.
"""
DEREK = "Moira: And you?\n\nDerek: Nobody came. I don’t feel safe.\n"
NOTES = "She felt safe there.\n\nThe room was unsafe, though. It was cold.\n"


ELSIES = ImportOptions(
    participant="Elsie",
    site="Fenmarsh",
    client_group="Older people",
    reading=ReadingChoices(roles={"Moira": SpeakerRole.INTERVIEWER}),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qclite") as made:
        for name, words, options in (
            ("Elsie", ELSIE, ELSIES),
            ("Derek", DEREK, ImportOptions(participant="Derek", site="Hallowby")),
            ("notes", NOTES, ImportOptions()),
        ):
            (tmp_path / f"{name}.txt").write_text(words)
            made.transcripts.import_file(tmp_path / f"{name}.txt", options)
        yield made


def shown(project: Project, words: str, **more: object) -> list[tuple[str, str, str]]:
    """Title, match and speaker of each hit."""
    hits = project.search.find(Query(words=words, **more)).hits  # pyright: ignore[reportArgumentType]
    return [(hit.title, hit.match, hit.speaker or "") for hit in project.search.show(hits)]


def test_every_place_is_found_in_the_order_of_the_transcripts(project: Project):
    assert shown(project, "safe") == [
        ("Elsie", "safe", "Moira"),
        ("Elsie", "safe", "Elsie"),
        ("Elsie", "safe", "Elsie"),
        ("Elsie", "Safe", "Moira"),
        ("Derek", "safe", "Derek"),
        ("notes", "safe", ""),
        ("notes", "safe", ""),
    ]


def test_what_is_found_says_in_how_many_transcripts_and_of_how_many_people(project: Project):
    found = project.search.find(Query(words="safe"))
    assert (len(found.hits), found.transcripts, found.people, found.complete) == (7, 3, 3, True)


def test_words_in_a_row_are_found_in_one_turn_only_and_not_across_punctuation(project: Project):
    assert len(shown(project, "they come")) == 2 + 1
    assert shown(project, "come when") == [("Elsie", "come when", "Moira")]


def test_labels_are_not_looked_through_but_words_before_the_first_are(project: Project):
    assert shown(project, "Moira") == []
    assert shown(project, "elsie") == [("Elsie", "Elsie", "")]


def test_whole_words_patterns_and_short_words(project: Project):
    assert len(shown(project, "safe", whole_words=True)) == 6
    assert shown(project, r"\bnobody\s+\w+", regex=True) == [("Derek", "Nobody came", "Derek")]
    assert [match for _, match, _ in shown(project, "at")] == ["at"]
    assert shown(project, "don't") == [("Derek", "don’t", "Derek")]


def test_a_search_is_narrowed_to_speakers_sites_and_client_groups(project: Project):
    assert {speaker for _, _, speaker in shown(project, "safe", roles=(SpeakerRole.INTERVIEWER,))} == {"Moira"}
    both = (SpeakerRole.INTERVIEWER, SpeakerRole.PARTICIPANT)
    assert len(shown(project, "safe", roles=both)) == 5
    assert {title for title, _, _ in shown(project, "safe", sites=("hallowby",))} == {"Derek"}
    assert {title for title, _, _ in shown(project, "safe", client_groups=("older people",))} == {"Elsie"}
    with pytest.raises(UnknownNameError):
        shown(project, "safe", sites=("Nowhere",))


def test_a_hit_is_told_with_the_words_around_it_in_its_turn_and_where_it_is(project: Project):
    hit = project.search.show(project.search.find(Query(words="feel safe now")).hits)[0]
    assert (hit.before, hit.match, hit.after) == (
        "They come. When I ring, they come at once. I ",
        "feel safe now",
        ", really safe.",
    )
    assert (hit.turn, hit.role, hit.participant, hit.site, hit.client_group) == (
        2,
        SpeakerRole.PARTICIPANT,
        "Elsie",
        "Fenmarsh",
        "Older people",
    )
    text = project.transcripts.text(hit.transcript)
    assert text[hit.start - len(hit.before) : hit.end + len(hit.after)] == hit.before + hit.match + hit.after


def test_of_a_long_turn_only_what_is_near_is_told(project: Project, tmp_path: Path):
    (tmp_path / "long.txt").write_text("Moira: " + "so " * 200 + "hedgehog " + "and " * 200)
    project.transcripts.import_file(tmp_path / "long.txt", ImportOptions())
    hit = project.search.show(project.search.find(Query(words="hedgehog")).hits)[0]
    assert (len(hit.before), len(hit.after)) == (AROUND, AROUND)


def test_a_search_may_stop_once_it_has_enough(project: Project, tmp_path: Path):
    for n in range(40):
        (tmp_path / f"{n}.txt").write_text(f"Moira: Number {n} is safe.\n")
        project.transcripts.import_file(tmp_path / f"{n}.txt", ImportOptions())
    found = project.search.find(Query(words="safe"), limit=5)
    assert 5 <= len(found.hits) < 47
    assert not found.complete
    assert project.search.find(Query(words="safe")).hits[: len(found.hits)] == found.hits


def test_a_search_stops_where_it_is_told_to(project: Project):
    def stop(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        project.search.find(Query(words="safe"), progress=stop)


def test_the_words_of_a_transcript_that_went_since_are_gone(project: Project):
    hits = project.search.find(Query(words="cold")).hits
    listed = project.search.show(hits)
    project.history.undo()
    assert [hit.match for hit in listed] == [""]
    assert project.search.passages(hits, Unit.TURN) == []


# Coding what was found


def passages(project: Project, words: str, unit: Unit) -> list[str]:
    hits = project.search.find(Query(words=words)).hits
    return [project.transcripts.text(id_)[span.start : span.end] for id_, span in project.search.passages(hits, unit)]


def test_hits_are_coded_by_turn_sentence_or_match_each_passage_once(project: Project):
    assert passages(project, "safe now", Unit.MATCH) == ["safe now"]
    assert passages(project, "really safe", Unit.SENTENCE) == ["I feel safe now, really safe."]
    assert passages(project, "come", Unit.SENTENCE) == [
        "Do they come when you ring?",
        "They come.",
        "When I ring, they come at once.",
    ]
    assert passages(project, "they come", Unit.TURN) == [
        "Do they come when you ring? And do you feel safe?",
        "They come. When I ring, they come at once. I feel safe now, really safe.",
    ]
    assert passages(project, "cold", Unit.TURN) == ["The room was unsafe, though. It was cold."]


def test_hits_over_several_sentences_are_coded_as_all_of_them(project: Project):
    hits = project.search.find(Query(words=r"come\. When", regex=True)).hits
    ((_, span),) = project.search.passages(hits, Unit.SENTENCE)
    assert span.end - span.start == len("They come. When I ring, they come at once.")


def test_coding_all_hits_is_one_step_that_is_named_and_undone(project: Project):
    hits = project.search.find(Query(words="safe")).hits
    changes = project.search.code(hits, "Feeling safe", "Ailsa Brodie", Unit.TURN)
    assert len(changes.of("coding")) == 6
    entry = project.history.next_undo()
    assert entry is not None
    assert entry.what == "put Feeling safe on 6 passages found by a search, in 3 transcripts"
    project.history.undo()
    assert project.info().codings == 0


def test_what_has_the_code_already_stays_as_it_is(project: Project):
    hits = project.search.find(Query(words="safe")).hits
    project.search.code(hits[:3], "Feeling safe", "Ailsa Brodie", Unit.MATCH)
    assert len(project.search.code(hits, "Feeling safe", "Ailsa Brodie", Unit.MATCH).of("coding")) == 4
    assert not project.search.code(hits, "Feeling safe", "Ailsa Brodie", Unit.MATCH)
    assert len(project.search.code(hits[:1], "Feeling safe", "Ben Hale", Unit.MATCH).of("coding")) == 1


def test_an_unknown_code_codes_nothing(project: Project):
    hits = project.search.find(Query(words="safe")).hits
    with pytest.raises(UserError):
        project.search.code(hits, "Feeling sound", "Ailsa Brodie", Unit.TURN)
    assert project.info().codings == 0


def test_words_are_found_in_memos_codes_and_summaries_with_what_stands_around_them(project: Project):
    hits = project.search.find(Query(words="cold")).hits
    project.search.code(hits, "Feeling safe", "Ailsa Brodie", Unit.TURN)
    (coding,) = project.codings.of_transcript("notes")
    project.codings.update(replace(coding, memo="Long ago.\nA draughty house, she says."))
    project.memos.write(About(), "Draughty houses.", coder="Ailsa Brodie", title="Heating")
    grid = project.chart.grid()
    place = grid.rows[0].subject, grid.codes[0].id
    project.chart.write(grid, 0, 0, "Her house is Draughty.", coder="Ailsa Brodie")
    found = project.search.elsewhere(Query(words="draughty"))
    found.sort(key=lambda each: (each.kind != Kind.SUMMARY, each.title))
    assert [(each.kind, each.before, each.match, each.after) for each in found] == [
        (Kind.SUMMARY, "Her house is ", "Draughty", "."),
        (Kind.MEMO, "Long ago.\nA ", "draughty", " house, she says."),
        (Kind.MEMO, "Heating\n", "Draughty", " houses."),
    ]
    assert (found[0].title, found[0].where) == (grid.rows[0].name, grid.codes[0].name)
    assert found[0].use is not None
    assert (found[0].use.subject, found[0].use.code) == place
    assert (found[2].title, found[2].where) == ("Heating", "The whole project · Ailsa Brodie")
    assert project.memos.get(found[1].id).is_coding
    assert [each.match for each in project.search.elsewhere(Query(words=r"house\b.*says", regex=True))] == [
        "house, she says"
    ]
    assert len(project.search.elsewhere(Query(words="draughty house", whole_words=True))) == 1
    codes = project.search.elsewhere(Query(words="feeling Safe", roles=(SpeakerRole.CARER,)))
    assert ("Feeling safe", Kind.CODE) in [(each.title, each.kind) for each in codes]
    for wrong in (Query(words=" "), Query(words="(", regex=True)):
        with pytest.raises(UserError):
            project.search.elsewhere(wrong)
