"""Rounds of blind coding: what a coder sees while one is open, and what closing it freezes."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.draw import drawn
from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.people import LEAD
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from collections.abc import Iterator

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def blind(study: Project) -> Project:
    """Both have coded, and a round is open."""
    put(study, "They come when I ring.", "Responsiveness", AILSA, memo="Ailsa's thought", helped=("Key worker",))
    put(study, "I feel safe now.", "Feeling safe", DENNIS, memo="Dennis's thought", helped=("Co-location",))
    study.codings.declare_done(DENNIS, ["elsie"])
    study.rounds.open(NewRound(name="Round 1", transcripts=["elsie"], coders=[AILSA, DENNIS], due="2026-06-03"))
    return study


def everything_seen(project: Project, folder: Path) -> dict[str, Any]:
    """What each outlet shows of the others' coding."""
    target = folder / "seen.csv"
    project.extracts.write(target, ExtractsOrder(study=ProjectDetails("S"), date=date(2026, 1, 1)), Scope())
    overview = project.transcripts.overview()[0]
    return {
        "codings": [coding.memo for coding in project.codings.of_transcript("elsie")],
        "one coder's": [coding.memo for coding in project.codings.of_transcript("elsie", DENNIS)],
        "reached": project.codings.reached(),
        "reached by one": project.codings.reached(DENNIS),
        "counted": overview.codings,
        "done": overview.done,
        "in all": project.info().codings,
        "extracts": [(extract.code, extract.memo) for extract in project.extracts.listed(Scope())],
        "exported": "Dennis" in target.read_text("utf-8-sig"),
        "matrix": [
            [cell["passages"] for row in project.findings.matrix(lens).as_dict()["cells"] for cell in row]
            for lens in ("passages", "attributions")
        ],
        "progress": [(each.coder, each.codings) for each in project.progress.all()],
        "people": [each.codings for each in project.participants.overview()],
        "history": [entry.what for entry in project.history.entries()],
        "listed": [entry.what for entry in project.history.listed()],
        "by code": sorted(project.codes.counts().values()),
        "linked": sum(project.codes.linked().values()),
        "memos": sorted(memo.memo.body for memo in project.memos.all()),
        "compared": project.agreement.measure(AgreementAsked()).figures.transcripts,
        "log": project.disagreements.log(),
    }


def test_an_open_round_waits_for_its_own_coders_until_it_is_closed(blind: Project) -> None:
    assert blind.progress.in_rounds("ailsa brodie") == {blind.transcripts.find("elsie"): "Round 1"}
    assert blind.progress.in_rounds("Somebody else") == blind.progress.in_rounds("") == {}
    blind.rounds.close("Round 1")
    assert not blind.progress.in_rounds(AILSA)


def test_a_coder_sees_nothing_of_the_others_while_the_round_is_open(blind: Project, tmp_path: Path) -> None:
    blind.look_as(AILSA)
    seen = everything_seen(blind, tmp_path)
    alone = blind.codings.of_transcript("elsie")
    assert seen["codings"] == ["Ailsa's thought"]
    assert seen["one coder's"] == []
    assert seen["reached"] == {alone[0].transcript: (1, alone[0].end)}
    assert seen["reached by one"] == seen["reached"]  # of another coder, no more is told than what is one's own
    assert (seen["counted"], seen["done"], seen["in all"]) == (1, (), 1)
    assert seen["extracts"] == [("Responsiveness", "Ailsa's thought")]
    assert not seen["exported"]
    assert sum(seen["matrix"][0]) == 0
    assert sum(seen["matrix"][1]) == 1
    assert not [what for what in (*seen["history"], *seen["listed"]) if "safe" in what]
    assert (seen["by code"], seen["linked"], seen["memos"]) == ([1], 1, ["Ailsa's thought"])
    assert (seen["progress"], seen["people"]) == ([(alone[0].coder, 1)], [1])
    assert seen["compared"] == 0


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_what_is_kept_of_transcripts_neither_shows_what_is_hidden_nor_hides_anything_later(blind: Project, lens: str):
    def matrix(coder: str) -> dict[str, Any]:
        blind.look_as(coder)
        return blind.findings.matrix(lens).as_dict()

    put(blind, "I feel safe now.", "Co-location", DENNIS)
    everybody, own = matrix(""), matrix(AILSA)
    assert own != everybody
    blind.findings.keep_what_is_heard()
    assert matrix("") == everybody  # not what Ailsa alone sees
    blind.findings.keep_what_is_heard()
    assert matrix(AILSA) == own
    assert matrix(DENNIS) != own


def test_the_lead_sees_everything_and_so_does_everybody_once_it_is_closed(blind: Project, tmp_path: Path) -> None:
    whole = everything_seen(blind, tmp_path)
    blind.coders.change(AILSA, role=LEAD)
    blind.look_as(AILSA)
    assert len(everything_seen(blind, tmp_path)["codings"]) == 2
    blind.history.undo()
    blind.rounds.close("Round 1")
    after = everything_seen(blind, tmp_path)
    for outlet in set(whole) - {"history", "listed"}:
        assert after[outlet] == whole[outlet]


def test_nobody_outside_the_round_is_blinded(blind: Project) -> None:
    blind.coders.add("Ceri Prosser")
    blind.look_as("Ceri Prosser")
    assert len(blind.codings.of_transcript("elsie")) == 2


def test_settled_codings_are_hidden_and_hide_nothing_of_ones_own(blind: Project) -> None:
    blind.rounds.close("Round 1")
    ids = {coder.name: coder.id for coder in blind.coders.all()}
    blind.codings.declare_done(AILSA, ["elsie"])
    material = blind.agreement.material(AgreementAsked())
    for place in blind.disagreements.compared(material, ids[AILSA], ids[DENNIS]).places:
        blind.disagreements.settle(place, Outcome.ONE, coder=DENNIS, take=ids[DENNIS])
    blind.rounds.open(NewRound(name="Round 2", transcripts=["elsie"], coders=[AILSA, DENNIS]))
    blind.look_as(AILSA)
    assert [extract.memo for extract in blind.extracts.listed(Scope())] == ["Ailsa's thought"]
    assert blind.disagreements.log() == []


def test_a_round_says_what_it_needs(study: Project) -> None:
    study.coders.add(AILSA)
    study.coders.add(DENNIS)
    asked = {"name": "Round 1", "transcripts": ["elsie"], "coders": [AILSA, DENNIS]}
    for wrong, sentence in (
        ({"name": " "}, "needs a name"),
        ({"transcripts": []}, "at least one transcript"),
        ({"coders": [AILSA, AILSA]}, "at least two coders"),
        ({"due": "June"}, "no day"),
    ):
        with pytest.raises(UserError, match=sentence):
            study.rounds.open(NewRound(**{**asked, **wrong}))
    study.rounds.open(NewRound(**asked))
    with pytest.raises(UserError, match="already"):
        study.rounds.open(NewRound(**{**asked, "name": "ROUND 1"}))
    study.rounds.close("Round 1")
    with pytest.raises(UserError, match="closed already"):
        study.rounds.close("Round 1")
    with pytest.raises(UnknownNameError, match="Round 1"):
        study.rounds.find("Round 9")


def test_whoever_closes_a_round_everything_that_was_coded_in_it_is_kept(blind: Project) -> None:
    blind.codings.declare_done(AILSA, ["elsie"])
    blind.look_as(AILSA)
    blind.rounds.close("Round 1", coder=AILSA)
    asked = AgreementAsked(round="Round 1")
    assert blind.agreement.measure(asked).figures.transcripts == 1
    assert len(blind.agreement.material(asked).codings) == 2


def test_an_earlier_round_shows_nothing_that_an_open_one_hides(blind: Project) -> None:
    blind.codings.declare_done(AILSA, ["elsie"])
    blind.rounds.close("Round 1")
    blind.rounds.open(NewRound(name="Round 2", transcripts=["elsie"], coders=[AILSA, DENNIS]))
    asked = AgreementAsked(round="Round 1")
    assert len(blind.agreement.material(asked).codings) == 2
    blind.look_as(AILSA)
    assert list(blind.agreement.material(asked).codings) == []
    assert blind.agreement.trend().rounds == []


def test_opening_and_closing_are_steps_and_can_be_undone(blind: Project) -> None:
    (open_round,) = blind.rounds.all()
    assert open_round.versions == {"features": 1, "outcomes-framework": 1}
    assert (open_round.is_open, open_round.due) == (True, "2026-06-03")
    blind.rounds.close("Round 1")
    assert [entry.what for entry in blind.history.entries(2)] == ["closed “Round 1”", "opened “Round 1” for 2 coders"]
    blind.history.undo()
    assert blind.rounds.all()[0].is_open
    blind.rounds.remove("Round 1")
    assert (blind.rounds.all(), len(blind.codings.of_transcript("elsie"))) == ([], 2)


def test_a_draw_gives_every_site_and_group_its_share_and_is_the_same_again(demonstration: Project) -> None:
    overview = {each.transcript.id: each for each in demonstration.transcripts.overview()}
    found = demonstration.rounds.draw(7, seed=3)
    assert len(found) == 7
    assert found == demonstration.rounds.draw(7, seed=3)
    sites = {site.id for id_ in found if (site := overview[id_].placement.site)}
    assert len(sites) == 4
    assert {tuple(demonstration.rounds.draw(7, seed=seed)) for seed in range(9)} != {tuple(found)}
    assert len(demonstration.rounds.draw(99, seed=1)) == len(overview)


@given(st.dictionaries(st.integers(), st.integers(0, 9), min_size=1), st.integers(0, 40), st.integers())
def test_each_stratum_is_drawn_from_by_its_size(sizes: dict[int, int], number: int, seed: int) -> None:
    strata = {key: [f"{key}-{n}" for n in range(size)] for key, size in sizes.items()}
    total = sum(sizes.values())
    found = drawn(strata, number, seed)
    assert len(found) == len(set(found)) == min(number, total)
    for key, ids in strata.items():
        share = min(number, total) * len(ids) / total if total else 0
        assert abs(len(set(found) & set(ids)) - share) < 1, key


@pytest.fixture(scope="module")
def closed_file(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with a closed round of its doubly coded transcripts."""
    path = Path(shutil.copyfile(demonstration_file, tmp_path_factory.mktemp("round") / "closed.qclite"))
    with Project.open(path) as project:
        done = [each.transcript.id for each in project.transcripts.overview() if len(each.done) == 2][:3]
        project.rounds.open(NewRound(name="Round 1", transcripts=done, coders=[AILSA, DENNIS]))
        project.rounds.close("Round 1")
    return path


@pytest.fixture(scope="module")
def closed(closed_file: Path) -> Iterator[Project]:
    with Project.open(closed_file) as project:
        yield project


KINDS = st.sampled_from(("code", "uncode", "move", "polarity", "not done", "rename", "undo", "role"))
EDITS = st.lists(st.tuples(KINDS, st.integers(0, 10_000)), min_size=1, max_size=4)


def _edit(project: Project, what: str, number: int) -> None:
    transcript = project.rounds.all()[0].transcripts[number % 3]
    codings = project.codings.of_transcript(transcript)
    coding = codings[number % len(codings)]
    match what:
        case "code":
            new = NewCoding(
                transcript=transcript, start=number % 900, end=number % 900 + 40, code="Choice", coder=AILSA
            )
            project.codings.add(new)
        case "uncode":
            project.codings.remove([coding.id])
        case "move":
            project.codings.recode(coding.id, end=coding.end + 1)
        case "polarity":
            project.codings.recode(coding.id, polarity=Polarity.MIXED)
        case "not done":
            project.codings.declare_done(DENNIS, [transcript], done=False)
        case "rename":
            project.codes.rename("Choice", f"Choice {number}", why="clearer")
        case "undo":
            project.history.undo()
        case _:
            project.coders.change(DENNIS, role=LEAD)


@settings(max_examples=8)
@given(edits=EDITS)
def test_no_later_edit_changes_a_figure_of_a_closed_round(closed: Project, edits: list[tuple[str, int]]) -> None:
    asked = AgreementAsked(round="Round 1")
    before = closed.agreement.measure(asked).figures
    for what, number in edits:
        last = closed.history.next_undo()
        if what != "undo" or (last is not None and not last.what.startswith("closed")):
            with suppress(UserError):  # a name or a place that is taken by an earlier edit
                _edit(closed, what, number)
    after = closed.agreement.measure(asked).figures
    assert after == before
    assert after.transcripts == 3
