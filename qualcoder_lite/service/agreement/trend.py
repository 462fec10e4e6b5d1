"""Agreement over the rounds of a project: one figure after another, each as its round was closed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.agreement.trend import Trend, TrendPoint, TrendRound, TrendRow
from qualcoder_lite.service.agreement.rounds import Rounds
from qualcoder_lite.service.codebook.log import CODE_FIELDS
from qualcoder_lite.service.coding.again import is_one_person
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from qualcoder_lite.domain.agreement import Agreement
    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.service.agreement.report import AgreementAsked
    from qualcoder_lite.service.session import Session

# What of a code's entry tells coders when to use it.
_MEANING = frozenset(
    CODE_FIELDS[field] for field in ("definition", "when_to_use", "when_not_to_use", "question", "example")
)
_BY_UNIT = {
    Unit.CHARACTER: tr_later("by character"),
    Unit.SENTENCE: tr_later("by sentence"),
    Unit.PARAGRAPH: tr_later("by paragraph"),
    Unit.TURN: tr_later("by turn"),
    Unit.TRANSCRIPT: tr_later("by transcript"),
}


def trend(session: Session, asked: AgreementAsked) -> Trend:
    """Measure agreement in each round, with the unit that is asked for; the coders of each round are its own.

    Rounds in which nothing can be compared yet, or somebody codes again, are left out. Undefined figures have a note.
    """
    from qualcoder_lite.domain.agreement import measure

    rounds = Rounds(session)
    measured: list[tuple[Round, Agreement, int]] = []
    codes: dict[str, str] = {}
    for each in rounds.all():
        material = rounds.material(each)
        if len(material.coders) < 2 or not material.transcripts or is_one_person(session, material.coders):
            continue
        figures = measure(material.study(), asked.unit, all_turns=asked.all_turns, with_mean_interval=True)
        measured.append((each, figures, len(material.coders)))
        codes |= {code: name for code, name in material.codes.items() if code not in codes}
    changed = _changed(session, [each for each, _, _ in measured])
    return Trend(
        unit=tr(_BY_UNIT[asked.unit]),
        rounds=[
            TrendRound(
                name=each.name,
                opened_at=each.opened_at,
                closed_at=each.closed_at,
                transcripts=figures.transcripts,
                coders=coders,
            )
            for each, figures, coders in measured
        ],
        rows=[
            TrendRow(
                code="",
                name=tr("Mean of all codes"),
                points=[TrendPoint(alpha=figures.mean_alpha, ci=figures.mean_ci) for _, figures, _ in measured],
            ),
            *_by_code(codes, [figures for _, figures, _ in measured], changed),
        ],
    )


def _by_code(
    codes: Mapping[str, str], measured: Sequence[Agreement], changed: Sequence[Collection[str]]
) -> list[TrendRow]:
    """A row for each code that somebody used in some round."""
    found: list[TrendRow] = []
    for code, name in codes.items():
        points = [_point(code, figures) for figures in measured]
        points = [replace(point, changed=code in of) for point, of in zip(points, changed, strict=True)]
        if any(point.alpha is not None for point in points):
            found.append(TrendRow(code=code, name=name, points=points))
    return found


def _point(code: str, figures: Agreement) -> TrendPoint:
    found = next((each for each in figures.codes if each.code == code), None)
    if found is None:
        return TrendPoint(alpha=None, note=tr("This code was not in use then."))
    return TrendPoint(alpha=found.alpha, ci=found.ci, note=" ".join(found.notes))


def _changed(session: Session, rounds: Sequence[Round]) -> list[set[str]]:
    """For each round the codes (ids) whose meaning was changed between the opening of the one before and its own."""
    names = {book.id: book.name for book in codebooks.read(session.database)}
    changes = [change for change in codebooks.changes(session.database) if change.what in _MEANING and change.code]
    found: list[set[str]] = [set() for _ in rounds]
    for n, (before, after) in enumerate(pairwise(rounds), start=1):
        for change in changes:
            book = names.get(change.codebook, "")
            if before.versions.get(book, 0) < change.version <= after.versions.get(book, 0):
                found[n].add(change.code or "")
    return found
