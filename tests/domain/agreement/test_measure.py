"""Agreement over a study: against a slow count, and what never changes a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.agreement import Agreement, Judgeable, Judged, Unit, measure
from qualcoder_lite.domain.agreement.bootstrap import REPLICATES
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript import Turn
from tests.domain.agreement.studies import CODERS, alpha_of, pair_tables, slowly, studies, transcript, with_rows

if TYPE_CHECKING:
    import random

UNITS = st.sampled_from(list(Unit))
# On a busy machine making a whole study can take longer than Hypothesis expects.


def figures(found: Agreement) -> list[object]:
    """All figures, whatever the coders are called and whichever comes first."""
    overall = (found.transcripts, found.units, found.mean_alpha, found.pooled_kappa, found.left_out)
    codes = [
        (c.code, c.alpha, c.ci, c.agreement, c.dice, c.prevalence, c.pi, c.ac1, sorted(c.passages.values()), c.notes)
        for c in found.codes
    ]
    tables = [
        sorted((t.both, *sorted((t.only_first, t.only_second)), t.neither, str(t.kappa)) for t in c.pairs.values())
        for c in found.codes
    ]
    return [overall, codes, tables]


@settings(max_examples=60)
@given(studies(), UNITS, st.booleans())
def test_counting_by_sweep_is_counting_unit_by_unit(study: Judged, unit: Unit, all_turns: bool) -> None:
    found = measure(study, unit, all_turns=all_turns, with_intervals=False)
    for code in found.codes:
        units = slowly(study, unit, all_turns=all_turns)[code.code]
        tables = {pair: (t.both, t.only_first, t.only_second, t.neither) for pair, t in code.pairs.items()}
        assert tables == pair_tables(units, study.coders)
        expected = alpha_of(units)
        assert code.alpha == (None if expected is None else pytest.approx(expected, abs=1e-9))


@settings(max_examples=20)  # a thousand draws each
@given(studies(), UNITS, st.randoms(use_true_random=False))
def test_no_figure_depends_on_an_order_or_an_id(study: Judged, unit: Unit, chance: random.Random) -> None:
    new = {id_: f"{chance.random()}{id_}" for id_ in (*study.coders, *(t.id for t in study.transcripts))}
    coders, transcripts, rows = list(study.coders), list(study.transcripts), list(study.codings)
    for each in (coders, transcripts, rows):
        chance.shuffle(each)
    other = Judged(
        coders=[new[coder] for coder in coders],
        codes=study.codes,
        transcripts=[replace(each, id=new[each.id]) for each in transcripts],
        judges={new[t]: frozenset(new[coder] for coder in judged) for t, judged in study.judges.items()},
        codings=[(new[row[0]], *row[1:6], new[row[6]]) for row in rows],
        not_looked_for=frozenset((code, new[t], new[coder]) for code, t, coder in study.not_looked_for),
    )
    assert figures(measure(other, unit)) == figures(measure(study, unit))


@settings(max_examples=40)
@given(studies(), UNITS, st.data())
def test_overlapping_codings_of_one_coder_count_as_their_union(study: Judged, unit: Unit, data: st.DataObject) -> None:
    again = [(*row[:2], data.draw(st.integers(row[2], row[3] - 1)), row[3], *row[4:]) for row in study.codings]
    found, more = (
        measure(each, unit, with_intervals=False) for each in (study, with_rows(study, [*study.codings, *again]))
    )
    assert figures(found) == figures(more)


@pytest.mark.parametrize("unit", Unit)
def test_a_character_beyond_the_first_plane_before_a_passage_changes_nothing(unit: Unit) -> None:
    rows = [(2, 6, "ailsa"), (2, 11, "ceri")]
    plain, emoji = (measure(judged(f"{first} They come. I ring.", rows), unit) for first in "x🙂")
    assert figures(plain) == figures(emoji)


def judged(text: str, rows: list[tuple[int, int, str]], transcripts: int = 1) -> Judged:
    """Plain texts without turns, and one code."""
    return Judged(
        coders=CODERS[:2],
        codes=("safe",),
        transcripts=[
            Judgeable(id=f"t{n}", characters=len(text), turns=[], text=lambda: text) for n in range(transcripts)
        ],
        judges={f"t{n}": frozenset(CODERS[:2]) for n in range(transcripts)},
        codings=[(f"t{n}", "safe", s, e, "not_stated", "", c) for n in range(transcripts) for s, e, c in rows],
    )


def note(study: Judged) -> str:
    (code,) = measure(study, Unit.CHARACTER).codes
    return " ".join(code.notes)


def test_nothing_counts_of_a_text_that_is_gone() -> None:
    gone = judged("They come when I ring.", [(0, 4, "ailsa"), (5, 9, "ceri")])
    gone = replace(gone, transcripts=[replace(each, text=str) for each in gone.transcripts])
    assert measure(gone, Unit.CHARACTER).units == 0


def test_what_nobody_used_has_no_figure_but_a_reason() -> None:
    (code,) = measure(judged("They come when I ring.", []), Unit.CHARACTER).codes
    assert (code.alpha, code.ci, code.dice, code.pairs["ailsa", "ceri"].kappa) == (None, None, None, None)
    assert (code.agreement, code.prevalence) == (1.0, 0.0)
    assert code.notes[0].startswith("Unused")


def test_the_reason_is_told_for_whatever_is_undefined_or_unsure() -> None:
    text = "They come when I ring."
    assert "Everybody coded everything" in note(judged(text, [(0, 22, "ailsa"), (0, 22, "ceri")]))
    assert "Used by one coder only" in note(judged(text, [(0, 4, "ailsa")]))
    assert "One transcript: no interval" in note(judged(text, [(0, 4, "ailsa"), (0, 9, "ceri")]))
    assert "Unstable" in note(judged(text, [(0, 4, "ailsa"), (0, 9, "ceri")], transcripts=2))
    assert "Unstable" not in note(judged(text, [(0, 4, "ailsa"), (0, 9, "ceri")], transcripts=12))
    nobody = replace(judged(text, [(0, 4, "ailsa")]), judges={"t0": frozenset({"ailsa"})})
    assert "No transcript can be compared" in note(nobody)


def test_one_coder_alone_gives_a_kappa_of_zero_and_an_alpha_just_below() -> None:
    (code,) = measure(judged("abcdefghij", [(0, 3, "ceri")]), Unit.CHARACTER).codes
    assert code.pairs["ailsa", "ceri"].kappa == 0
    assert code.alpha == pytest.approx(-0.117647, abs=1e-6)


def test_codes_without_an_alpha_are_left_out_of_the_means_and_counted() -> None:
    study = judged("abcdefghij", [(0, 3, "ceri"), (1, 4, "ailsa")])
    alone = measure(study, Unit.CHARACTER)
    both = measure(replace(study, codes=("safe", "unused")), Unit.CHARACTER)
    assert (both.mean_alpha, both.pooled_kappa, both.left_out) == (alone.mean_alpha, alone.pooled_kappa, 1)


def test_the_interval_comes_from_whole_transcripts() -> None:
    agreeing = judged("abcdefghij", [(0, 3, "ceri"), (0, 3, "ailsa")], transcripts=6)
    rows = [
        row if row[0] in ("t0", "t1", "t2") or row[6] == "ceri" else (*row[:2], 5, 8, *row[4:])
        for row in agreeing.codings
    ]
    (code,) = measure(with_rows(agreeing, rows), Unit.CHARACTER).codes
    assert code.ci is not None
    assert code.alpha is not None
    assert code.ci[0] < code.alpha < code.ci[1]
    assert code.ci[1] - code.ci[0] > 0.5  # half of the transcripts agree wholly and half not at all
    (same,) = measure(agreeing, Unit.CHARACTER).codes
    assert same.ci == (1.0, 1.0)
    assert REPLICATES == 1_000


def test_a_coder_who_did_not_do_a_transcript_is_missing_there_and_does_not_say_no() -> None:
    study = judged("abcdefghij", [(0, 3, "ceri"), (0, 3, "ailsa")], transcripts=2)
    third = replace(study, coders=CODERS, judges={"t0": frozenset(CODERS[:2]), "t1": frozenset(CODERS)})
    (code,) = measure(third, Unit.CHARACTER).codes
    assert code.pairs["ailsa", "dennis"].neither == 7  # of one transcript alone
    assert code.pairs["ailsa", "ceri"].both == 6


def test_what_an_interviewer_says_does_not_count_unless_asked_for() -> None:
    talk = transcript("t0", [(True, "Are you safe?"), (False, "I am.")])
    study = Judged(
        coders=CODERS[:2],
        codes=("safe",),
        transcripts=[talk],
        judges={"t0": frozenset(CODERS[:2])},
        codings=[("t0", "safe", 3, 10, "not_stated", "", "ailsa")],
    )
    assert measure(study, Unit.TURN).units == 1
    assert "where it doesn’t count" in measure(study, Unit.TURN).codes[0].notes[0]
    assert measure(study, Unit.TURN, all_turns=True).codes[0].pairs["ailsa", "ceri"].only_first == 1


def test_a_coding_of_a_label_alone_codes_no_turn() -> None:
    talk = transcript("t0", [(False, "I am.")])
    assert talk.turns == [Turn(0, 3, 8, 1)]
    study = Judged(
        coders=CODERS[:2],
        codes=("safe",),
        transcripts=[talk],
        judges={"t0": frozenset(CODERS[:2])},
        codings=[("t0", "safe", 0, 3, "not_stated", "", "ailsa")],
    )
    assert measure(study, Unit.TURN).codes[0].pairs["ailsa", "ceri"].neither == 1


def test_more_coders_than_can_be_told_apart_are_a_mistake_to_mend() -> None:
    many = replace(judged("abc", []), coders=[str(n) for n in range(63)])
    with pytest.raises(UserError, match="at most 62"):
        measure(many, Unit.TURN)
