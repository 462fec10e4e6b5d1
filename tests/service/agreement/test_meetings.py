"""Meetings about where coders differ, and their minutes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.people import LEAD, USER_RESEARCHER
from qualcoder_lite.service.agreement.report import AgreementAsked, Compare
from tests.service.agreement.test_disagreements import AILSA, DENNIS, coded, compared, of_kind
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.exporters.minutes import MinutesLine
    from qualcoder_lite.service.project import Project

__all__ = ["coded"]  # the fixture

DAY = date(2026, 6, 3)


def begun(project: Project) -> str:
    """A meeting of both coders: its id."""
    (meeting,) = project.meetings.begin("2026-06-03", [AILSA, DENNIS, " Morag  Bell "], coder=AILSA).of("meeting")
    return meeting


def settle(project: Project, meeting: str, kind: Kind, outcome: Outcome, why: str = "") -> None:
    found = compared(project)
    pair = (found.first, found.second)
    project.disagreements.settle(
        of_kind(project, kind), outcome, coder=AILSA, why=why, take=found.first, between=pair, meeting=meeting
    )


def lines(project: Project, meeting: str) -> list[MinutesLine]:
    return project.meetings.lines(meeting)


def test_what_is_decided_noted_and_only_looked_at_is_in_the_minutes(coded: Project) -> None:
    meeting = begun(coded)
    settle(coded, meeting, Kind.DIFFERENT, Outcome.ONE, "It is about people.")
    settle(coded, meeting, Kind.EDGES, Outcome.OPEN, "Ask Elsie's worker.")
    alone = of_kind(coded, Kind.SECOND)
    coded.meetings.note(meeting, compared(coded), alone, "Talk of it in June.", coder=AILSA)
    coded.meetings.end(meeting, compared(coded), compared(coded).differing, coder=AILSA)
    first, second, third = lines(coded, meeting)
    assert (first.turn, first.decision, first.decided_by, first.why) == (
        4,
        "took Ailsa Brodie’s",
        AILSA,
        "It is about people.",
    )
    assert first.sides == ("Ailsa Brodie: Seeing people", "Dennis Okoro: Having things to do")
    assert (second.decision, second.settled, third.decision, third.note) == (
        "left open",
        False,
        "",
        "Talk of it in June.",
    )
    (found,) = coded.meetings.all()
    assert (found.held_on, found.present, found.looked_at, found.settled) == (
        "2026-06-03",
        (AILSA, DENNIS, "Morag Bell"),
        3,
        1,
    )


def test_what_was_only_looked_at_is_in_the_minutes_in_the_order_in_which_it_was(coded: Project) -> None:
    alone = {"come": "Listened to", "ring": "Reliability", "feel": "Choice", "stopped": "Responsiveness"}
    for words, code in alone.items():
        put(coded, words, code, DENNIS)
    meeting, found = begun(coded), compared(coded)
    seen = [place for place in reversed(found.differing) if place.seen.kind is Kind.SECOND]
    coded.meetings.end(meeting, found, seen, coder=AILSA)
    codes = {code.id: code.name for book in coded.codebooks.all() for code in book.codes}
    said = [f"{DENNIS}: {codes[place.seen.sides[0].code]}" for place in seen]
    assert [line.sides[1] for line in lines(coded, meeting)] == said
    assert len(said) > len(alone)


def test_the_minutes_say_where_only_the_edges_differ(coded: Project) -> None:
    meeting = begun(coded)
    found = compared(coded)
    coded.meetings.end(meeting, found, [of_kind(coded, Kind.EDGES), of_kind(coded, Kind.DIFFERENT)], coder=AILSA)
    edges, different = lines(coded, meeting)
    assert edges.sides == (
        f"{AILSA}: Feeling safe",
        f"{DENNIS}: Feeling safe",
        "Their passages begin or end elsewhere.",
    )
    assert len(different.sides) == 2


def test_a_decision_that_is_taken_back_is_open_again_in_the_minutes(coded: Project) -> None:
    meeting = begun(coded)
    settle(coded, meeting, Kind.DIFFERENT, Outcome.BOTH)
    assert [line.settled for line in lines(coded, meeting)] == [True]
    coded.disagreements.unsettle(of_kind(coded, Kind.DIFFERENT), coder=AILSA)
    assert [(line.settled, line.decision) for line in lines(coded, meeting)] == [(False, "")]
    settle(coded, meeting, Kind.DIFFERENT, Outcome.BOTH)
    assert [line.settled for line in lines(coded, meeting)] == [True]


def test_each_thing_done_in_a_meeting_is_one_step_and_can_be_undone(coded: Project) -> None:
    meeting = begun(coded)
    settle(coded, meeting, Kind.DIFFERENT, Outcome.BOTH)
    coded.meetings.note(meeting, compared(coded), of_kind(coded, Kind.SECOND), "In June.", coder=AILSA)
    coded.meetings.end(meeting, compared(coded), compared(coded).differing, coder=AILSA)
    said = [entry.what for entry in coded.history.entries()][:4]
    assert said == [
        "ended the meeting of 2026-06-03",
        "noted something for the minutes of 2026-06-03",
        "settled Seeing people on ‘The bus stopped running.’",
        "began the meeting of 2026-06-03, with 3 names",
    ]
    coded.history.undo()
    assert len(lines(coded, meeting)) == 2
    coded.history.undo()
    coded.history.undo()
    assert lines(coded, meeting) == []
    assert not of_kind(coded, Kind.DIFFERENT).decided
    coded.history.undo()
    assert coded.meetings.all() == []


def test_the_minutes_go_to_word_without_words_of_the_transcript(coded: Project, tmp_path: Path) -> None:
    meeting = begun(coded)
    settle(coded, meeting, Kind.DIFFERENT, Outcome.ONE, "It is about people.")
    coded.meetings.end(meeting, compared(coded), compared(coded).differing, coder=AILSA)
    target = tmp_path / "minutes.docx"
    coded.meetings.write_minutes(target, meeting, on=DAY)
    document = docx.Document(str(target))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Present\tAilsa Brodie, Dennis Okoro, Morag Bell" in text
    assert "3 June 2026" in text
    assert document.core_properties.title == "Minutes: where coders differ"
    settled, still_open = document.tables
    assert [cell.text for cell in settled.rows[1].cells] == [
        "elsie\nturn 4",
        "Ailsa Brodie: Seeing people\nDennis Okoro: Having things to do",
        settled.rows[1].cells[2].text,
        "It is about people.",
        "–",
    ]
    assert settled.rows[1].cells[2].text.startswith("took Ailsa Brodie’s\nAilsa Brodie 20")
    assert len(still_open.rows) == 3
    words = "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "bus stopped" not in words
    with pytest.raises(UserError, match=r"\.docx"):
        coded.meetings.write_minutes(tmp_path / "minutes.pdf", meeting, on=DAY)


def test_roles_that_are_compared_go_by_their_names_in_the_minutes(coded: Project) -> None:
    coded.coders.change(AILSA, role=USER_RESEARCHER)
    coded.coders.change(DENNIS, role=LEAD)
    meeting = begun(coded)
    material = coded.agreement.material(AgreementAsked(compare=Compare.ROLES))
    found = coded.disagreements.compared(material, USER_RESEARCHER, LEAD)
    coded.meetings.end(meeting, found, found.of_kind(Kind.DIFFERENT), coder=AILSA)
    (line,) = lines(coded, meeting)
    assert line.sides == ("user-researchers: Seeing people", "academic leads: Having things to do")


def test_mistakes_are_told(coded: Project) -> None:
    with pytest.raises(UserError, match="Say who is here"):
        coded.meetings.begin("2026-06-03", ["  "])
    with pytest.raises(UserError, match="is no day"):
        coded.meetings.begin("3 June", [AILSA])
    with pytest.raises(UnknownNameError, match="None was held yet"):
        coded.meetings.find("2026-06-03")
    meeting = begun(coded)
    with pytest.raises(UnknownNameError, match="The latest: “2026-06-03”"):
        coded.meetings.find("2026-06-04")
    coded.meetings.remove(meeting, coder=AILSA)
    assert coded.meetings.all() == []


def test_a_coder_who_is_joined_with_another_goes_by_the_name_that_stays(coded: Project) -> None:
    meeting = begun(coded)
    settle(coded, meeting, Kind.DIFFERENT, Outcome.ONE)
    kept = coded.coders.join(DENNIS, AILSA)
    assert kept
    names = {coder.name for coder in coded.coders.all()}
    assert {side.split(":")[0] for side in lines(coded, meeting)[0].sides} <= names
