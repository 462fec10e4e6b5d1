"""Small studies for the tests of agreement, and a slow count of them, character by character."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from qualcoder_lite.domain.agreement import Judgeable, Judged, Unit
from qualcoder_lite.domain.sentences import sentences
from qualcoder_lite.domain.transcript import Turn, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.passage import FullRow

CODERS, CODES = ("ailsa", "ceri", "dennis"), ("safe", "choice")
WORDS = ("I ring. ", "They come? Yes ", "🙂 ", "no\n", "  ", "Dr.\N{EM SPACE}Bell\N{RIGHT SINGLE QUOTATION MARK}s")


def transcript(id_: str, pieces: Sequence[tuple[bool, str]], before: str = "") -> Judgeable:
    """A transcript whose turns say these pieces, each by the interviewer or not."""
    text, turns = before, list[Turn]()
    for asks, words in pieces:
        start = len(text)
        text += "Q: " if asks else "P: "
        speech = len(text)
        text += words
        end = max(speech, start + len(text[start:].rstrip()))
        turns.append(Turn(start, min(speech, end), end, 0 if asks else 1))
        text += "\n"
    return Judgeable(id=id_, characters=len(text), turns=turns, asking=frozenset({0}), text=lambda: text)


@st.composite
def studies(draw: st.DrawFn, *, coders: int = 3) -> Judged:
    """A study of a few transcripts with whatever codings."""
    transcripts = [
        transcript(
            f"t{n}",
            draw(st.lists(st.tuples(st.booleans(), st.sampled_from(WORDS)), min_size=0, max_size=4)),
            draw(st.sampled_from(("", "Recorded at home.\n", " \n"))),
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    chosen = CODERS[:coders]
    codings: list[FullRow] = []
    for each in transcripts:
        if each.characters < 2:
            continue
        for _ in range(draw(st.integers(0, 8))):
            start = draw(st.integers(0, each.characters - 1))
            end = draw(st.integers(start + 1, each.characters))
            if not each.text()[start:end].strip():
                continue  # nobody can code blanks alone
            row = (each.id, draw(st.sampled_from(CODES)), start, end, "not_stated", str(len(codings)))
            codings.append((*row, draw(st.sampled_from(chosen))))
    judges = {each.id: frozenset(draw(st.sets(st.sampled_from(chosen), min_size=1))) for each in transcripts}
    cells = st.tuples(st.sampled_from(CODES), st.sampled_from(list(judges)), st.sampled_from(chosen))
    unseen = draw(st.sets(cells, max_size=2))
    return Judged(
        coders=chosen,
        codes=CODES,
        transcripts=transcripts,
        judges=judges,
        codings=codings,
        not_looked_for=frozenset(unseen),
    )


def units_of(each: Judgeable, unit: Unit, *, all_turns: bool) -> list[set[int]]:
    """The positions that make each unit of a transcript, as sets, in the plainest way."""
    text = each.text()
    spoken = [(turn.speech, turn.end) for turn in each.turns if all_turns or turn.speaker not in each.asking]
    before = (0, each.turns[0].start if each.turns else each.characters)
    if unit is Unit.TURN:
        stretches = spoken if each.turns else list(paragraphs(text))
    else:
        whole = [before, *spoken]
        cut = {Unit.SENTENCE: sentences, Unit.PARAGRAPH: paragraphs}.get(unit)
        stretches = [span for start, end in whole for span in cut(text, start, end)] if cut else whole
    sets = [{n for n in range(start, end) if not text[n].isspace()} for start, end in stretches]
    if unit is Unit.CHARACTER:
        return [{n} for each_set in sets for n in sorted(each_set)]
    if unit is Unit.TRANSCRIPT:
        together = set().union(*sets)
        return [together] if together else []
    return [each_set for each_set in sets if each_set]


def slowly(study: Judged, unit: Unit, *, all_turns: bool = False) -> dict[str, list[dict[str, bool]]]:
    """For each code, every unit that at least two coders judged: who of them coded it."""
    found: dict[str, list[dict[str, bool]]] = {code: [] for code in study.codes}
    for code in study.codes:
        for each in study.transcripts:
            judges = [coder for coder in study.judges[each.id] if (code, each.id, coder) not in study.not_looked_for]
            if len(judges) < 2:
                continue
            covered: dict[str, set[int]] = {coder: set() for coder in judges}
            for row in study.codings:
                if (row[0], row[1]) == (each.id, code) and row[6] in covered:
                    covered[row[6]] |= set(range(row[2], row[3]))
            for positions in units_of(each, unit, all_turns=all_turns):
                found[code].append({coder: bool(covered[coder] & positions) for coder in judges})
    return found


def pair_tables(units: Sequence[dict[str, bool]], coders: Sequence[str]) -> dict[tuple[str, str], tuple[int, ...]]:
    """Units both coded, only the first, only the second, neither: for every two coders."""
    tables: dict[tuple[str, str], tuple[int, ...]] = {}
    for pair in combinations(coders, 2):
        seen = [(unit[pair[0]], unit[pair[1]]) for unit in units if set(pair) <= unit.keys()]
        tables[pair] = tuple(seen.count(cell) for cell in ((True, True), (True, False), (False, True), (False, False)))
    return tables


def alpha_of(units: Sequence[dict[str, bool]]) -> float | None:
    """Krippendorff's alpha from its definition: pairs of values within units, against pairs of all values."""
    observed = sum(sum(a != b for a, b in combinations(list(unit.values()), 2)) * 2 / (len(unit) - 1) for unit in units)
    values = [value for unit in units for value in unit.values()]
    coded, n = sum(values), len(values)
    expected = 2 * coded * (n - coded)
    return 1 - (n - 1) * observed / expected if expected else None


def with_rows(study: Judged, rows: Sequence[Any]) -> Judged:
    """The same study with other codings."""
    return replace(study, codings=list(rows))
