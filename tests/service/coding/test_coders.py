"""What is known of coders, and joining one who goes by two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.coding import Direction
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import USER_RESEARCHER
from qualcoder_lite.service.agreement.rounds import NewRound
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


def test_what_is_known_of_a_coder_can_be_changed_and_changed_back(study: Project) -> None:
    study.coders.add(AILSA)
    more = {"initials": "ab2x", "role": USER_RESEARCHER, "colour": "#1f6fb2", "supporter": "Jean  Hay"}
    study.coders.change(AILSA, **more, by=AILSA)
    coder = study.coders.find("ailsa brodie")
    assert (coder.initials, coder.role, coder.colour, coder.supporter) == (
        "ab2",
        USER_RESEARCHER,
        "#1f6fb2",
        "Jean Hay",
    )
    study.coders.change(AILSA, name="Ailsa Brodie-Hay")
    assert study.coders.find("Ailsa Brodie-Hay").role == USER_RESEARCHER
    study.history.undo()
    study.history.undo()
    assert study.coders.find(AILSA).role == ""


def test_who_only_commented_is_no_coder_who_coded(study: Project) -> None:
    put(study, "I feel safe now.", coder=AILSA)
    study.coders.add("Morag, who commented")
    assert [coder.name for coder in study.coders.who_coded()] == [AILSA]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "dennis  okoro"}, "join the two"),
        ({"role": "boss"}, "role is"),
        ({"colour": "blue"}, "no colour"),
    ],
)
def test_what_cannot_be_is_told(study: Project, wrong: dict[str, str], sentence: str) -> None:
    study.coders.add(AILSA)
    study.coders.add(DENNIS)
    before = study.coders.all()
    with pytest.raises(UserError, match=sentence):
        study.coders.change(AILSA, **wrong)
    assert study.coders.all() == before


def test_one_person_under_two_names_is_offered(study: Project) -> None:
    for name in (AILSA, "Alisa Brodie", "Ailsa", DENNIS, "Denise Hill"):
        study.coders.add(name)
    offered = {frozenset((one.name, other.name)) for one, other in study.coders.alike()}
    assert offered == {frozenset(pair) for pair in ((AILSA, "Alisa Brodie"), (AILSA, "Ailsa"))}


def test_joining_two_names_keeps_all_that_was_coded_once(study: Project) -> None:
    put(study, "I feel safe now.", "Feeling safe", AILSA, helped=("Co-location",))
    put(study, "I feel safe now.", "Feeling safe", "Ailsa", polarity="delivered", memo="like Tuesday's call")
    put(study, "They come when I ring.", "Responsiveness", "Ailsa")
    study.codings.declare_done("Ailsa", ["elsie"])
    study.coders.add(DENNIS)
    study.rounds.open(NewRound(name="Round 1", transcripts=["elsie"], coders=["Ailsa", DENNIS]))
    before = study.codings.of_transcript("elsie")
    study.coders.join("Ailsa", AILSA, by=AILSA)
    assert [coder.name for coder in study.coders.all()] == [AILSA, DENNIS]
    came, safe = study.codings.of_transcript("elsie", AILSA)
    assert (safe.polarity, safe.memo, safe.attributions[0].direction) == (
        "delivered",
        "like Tuesday's call",
        Direction.HELPED,
    )
    assert came.coder == safe.coder
    assert study.transcripts.overview()[0].done == (AILSA,)
    assert len(study.rounds.all()[0].coders) == 2
    assert study.check() == []
    study.history.undo()
    assert study.codings.of_transcript("elsie") == before
    with pytest.raises(UserError, match="one coder already"):
        study.coders.join(AILSA, AILSA)
