"""A coder who codes again later, blind to their first time, and is compared with themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import LEAD
from qualcoder_lite.service.agreement.report import AgreementAsked, Compare
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

AILSA, AGAIN = "Ailsa Brodie", "Ailsa Brodie, second time"


@pytest.fixture
def coded(study: Project) -> Project:
    """The small study, coded by two people, one of whom is to code it again."""
    put(study, "I feel safe now")
    put(study, "I sit at home", coder="Dennis Okoro")
    study.codings.declare_done(AILSA, ["elsie"])
    study.rounds.open(NewRound(name="Again", transcripts=["elsie"], coders=[AILSA], again=True))
    return study


def test_the_second_time_is_blind_to_the_first_and_to_everybody(coded: Project) -> None:
    coded.coders.change(AILSA, role=LEAD)
    coded.look_as(AGAIN)
    assert coded.codings.of_transcript("elsie") == []
    put(coded, "They come when I ring", coder=AGAIN)
    assert len(coded.codings.of_transcript("elsie")) == 1
    coded.look_as(AILSA)
    assert len(coded.codings.of_transcript("elsie")) == 3


def test_the_first_codings_stand_and_the_second_count_nowhere_unless_asked_for(coded: Project) -> None:
    before = len(coded.extracts.all(Scope()))
    put(coded, "They come when I ring", coder=AGAIN)
    assert len(coded.extracts.all(Scope())) == before
    assert len(coded.extracts.all(Scope(coders=(AGAIN,)))) == 1
    assert coded.coders.alike() == []
    assert AGAIN not in coded.agreement.material(AgreementAsked()).coders.values()


def test_the_second_time_is_no_further_coder_in_what_tells_how_far_the_coding_is(coded: Project) -> None:
    before = coded.progress.by_site()
    put(coded, "They come when I ring", coder=AGAIN)
    coded.codings.declare_done(AGAIN, ["elsie"])
    assert coded.progress.by_site() == before
    assert list(before[0].coders) == [AILSA, "Dennis Okoro"]
    assert coded.progress.of_coder(AGAIN)[coded.rounds.all()[0].transcripts[0]].codings == 1


def test_whoever_codes_again_is_to_code_the_transcripts_of_their_rounds(coded: Project, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Somebody: I am here.", encoding="utf-8")
    coded.transcripts.import_file(tmp_path / "other.txt", ImportOptions())
    assert len(coded.progress.meant_for(AILSA)) == len(coded.progress.meant_for("")) == 2
    assert coded.progress.meant_for(AGAIN) == frozenset(coded.rounds.all()[0].transcripts)


def test_agreement_with_oneself_says_that_it_is_intra_coder(coded: Project, tmp_path: Path) -> None:
    put(coded, "I feel safe now", coder=AGAIN)
    coded.codings.declare_done(AGAIN, ["elsie"])
    live = coded.agreement.measure(AgreementAsked(compare=Compare.AGAIN))
    assert live.intra_coder
    assert list(live.coders.values()) == [AILSA, AGAIN]
    assert live.figures.pooled_kappa == 1
    coded.rounds.close("Again")
    put(coded, "And the day centre?", coder=AILSA)
    kept = coded.agreement.measure(AgreementAsked(round="Again"))
    assert kept.figures == live.figures
    assert kept.intra_coder
    coded.agreement.write(tmp_path / "a.docx", kept, on=date(2026, 3, 2))
    words = "\n".join(each.text for each in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "Agreement of a coder with themselves" in words
    assert "intra-coder agreement" in words


def test_somebody_who_codes_a_third_time_gets_a_name_for_it(coded: Project) -> None:
    coded.codings.declare_done(AGAIN, ["elsie"])
    coded.rounds.close("Again")
    coded.rounds.open(NewRound(name="Once more", transcripts=["elsie"], coders=[AILSA], again=True))
    assert [coder.name for coder in coded.coders.all() if coder.again_of] == [AGAIN, "Ailsa Brodie, third time"]


@pytest.mark.parametrize(
    ("coders", "why"),
    [(["Dennis Okoro"], "is not done with “elsie”"), ([AILSA, "Dennis Okoro"], "one coder"), ([AGAIN], "already")],
)
def test_what_makes_no_sense_is_refused_in_words(coded: Project, coders: list[str], why: str) -> None:
    with pytest.raises(UserError, match=why):
        coded.rounds.open(NewRound(name="Other", transcripts=["elsie"], coders=coders, again=True))


def test_nobody_who_coded_again_is_told(study: Project) -> None:
    put(study, "I feel safe now")
    with pytest.raises(UserError, match="Nobody was asked to code again"):
        study.agreement.measure(AgreementAsked(compare=Compare.AGAIN))


def test_opening_it_is_one_step_that_can_be_undone(coded: Project) -> None:
    coded.history.undo()
    assert coded.rounds.all() == []
    assert [coder.name for coder in coded.coders.all()] == [AILSA, "Dennis Okoro"]
