"""The report of agreement: what the figures rest on in words, a methods paragraph, the log of disagreements."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.polarity_words import POLARITIES
from qualcoder_lite.service.agreement.disagreements import Disagreements
from qualcoder_lite.service.agreement.methods import methods
from qualcoder_lite.service.agreement.report import About, AgreementScope
from qualcoder_lite.service.agreement.reporting_guidelines import answers
from qualcoder_lite.service.agreement.trend import trend
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.disagreement import Side
    from qualcoder_lite.exporters.agreement import AgreementDocument
    from qualcoder_lite.service.agreement.disagreements import Compared, Place
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementReport
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.agreement.decisions import Decision

_UNITS = {
    Unit.CHARACTER: tr_later("character (blanks left out)"),
    Unit.SENTENCE: tr_later("sentence"),
    Unit.PARAGRAPH: tr_later("paragraph"),
    Unit.TURN: tr_later("speaker’s turn"),
    Unit.TRANSCRIPT: tr_later("transcript"),
}
_DIFFERENCES = {
    Kind.FIRST: tr_later("only the first"),
    Kind.SECOND: tr_later("only the second"),
    Kind.DIFFERENT: tr_later("different code"),
    Kind.EDGES: tr_later("edges differ"),
    Kind.POLARITY: tr_later("delivered or not differs"),
}
_OUTCOMES = {
    Outcome.BOTH: tr_later("took both"),
    Outcome.NEW: tr_later("made a new one"),
    Outcome.OPEN: tr_later("left open"),
    Outcome.DEFINITION: tr_later("open until the definition is changed"),
}


def write_report(session: Session, target: Path, report: AgreementReport, material: Material, on: date) -> None:
    """Write a report to a file, whose ending says as what. UserError where the ending isn't known."""
    ending = target.suffix.lower()
    if ending not in (".csv", ".xlsx", ".docx"):
        raise UserError(
            tr("Agreement is written as .csv, .xlsx or .docx, not as “{ending}”.", ending=ending or target.name)
        )
    document = _document(session, report, material, on)
    if ending == ".docx":
        from qualcoder_lite.exporters.word.agreement import write_agreement_document

        write_agreement_document(document, target)
    else:
        from qualcoder_lite.exporters.agreement import write_agreement_csv, write_agreement_workbook

        (write_agreement_csv if ending == ".csv" else write_agreement_workbook)(document, target)


def rests_on(report: AgreementReport) -> list[tuple[str, str]]:
    """What every figure of a report rests on, by heading: coders, transcripts, unit, scope, what doesn't count."""
    asked, figures = report.asked, report.figures
    told = [(tr("Coders"), ", ".join(report.coders.values()))]
    if report.intra_coder:
        told.append((tr("Compared"), tr("one coder with themselves, later (intra-coder agreement)")))
    told += [
        (tr("Transcripts"), _transcripts(asked, figures.transcripts)),
        (tr("Unit"), _unit(report)),
        (
            tr("Doesn’t count"),
            tr("labels and blanks") if asked.all_turns else tr("what interviewers say, labels and blanks"),
        ),
    ]
    return [(tr("Round"), asked.round), *told] if asked.round else told


def _transcripts(asked: AgreementAsked, number: int) -> str:
    if asked.scope is AgreementScope.DONE:
        return tr("{number}, declared done by two of them", number=number)
    return tr("{number}, coded at all by two of them", number=number)


def _unit(report: AgreementReport) -> str:
    if report.further is not None and report.asked.about is About.PASSAGES:
        return tr("character (blanks left out); a passage goes on behind what doesn’t count")
    if report.further is not None and report.asked.about is About.COUNTS:
        return tr("transcript, by how many united passages each coder has there")
    return tr(
        "{unit}, {units:,} in all; coded if any part of it is",
        unit=tr(_UNITS[report.asked.unit]),
        units=report.figures.units,
    )


def _document(session: Session, report: AgreementReport, material: Material, on: date) -> AgreementDocument:
    from qualcoder_lite.exporters.agreement import AgreementDocument

    disagreements = Disagreements(session)
    compared = [disagreements.compared(material, *pair) for pair in combinations(material.coders, 2)]
    return AgreementDocument(
        title=tr("Agreement of a coder with themselves") if report.intra_coder else tr("Agreement between coders"),
        study=projects.details(session.database),
        date=on,
        report=report.as_dict(),
        about=[*rests_on(replace(report, further=None)), *_besides(report)],
        methods=methods(session, report),
        summary=[_summary(each) for each in compared if each.places],
        log=[
            _logged(session, each, place) for each in compared for place in each.places if place.seen.kind != Kind.BOTH
        ],
        notes=_notes(session, compared),
        trend=trend(session, report.asked),
        guidelines=[answer._asdict() for answer in answers(session, report)],
        initials=_initials(session, report),
    )


def _initials(session: Session, report: AgreementReport) -> dict[str, str]:
    """The initials of a report's coders by name; none at all where some have none, or two the same."""
    known = {coder.id: coder.initials for coder in coders.read(session.database)}
    initials = {name: known.get(id_, "") for id_, name in report.coders.items()}
    return initials if all(initials.values()) and len(set(initials.values())) == len(initials) else {}


def _besides(report: AgreementReport) -> list[tuple[str, str]]:
    """What the figures of another question rest on, where one was asked."""
    if report.further is None:
        return []
    asked = {
        About.PASSAGES: tr("where passages begin and end; unit: {unit}", unit=_unit(report)),
        About.DELIVERED: tr("delivered, mixed or not delivered; unit: {unit}", unit=_unit(report)),
        About.COUNTS: tr("how many passages a transcript has; unit: {unit}", unit=_unit(report)),
    }
    return [(tr("Besides"), asked[report.asked.about])]


def _summary(compared: Compared) -> str:
    """Where two coders saw the same or differed, in a line."""
    return tr(
        "{first} and {second}: {turns}.",
        first=compared.names[compared.first],
        second=compared.names[compared.second],
        turns=compared.in_words(),
    )


def _logged(session: Session, compared: Compared, place: Place) -> dict[str, object]:
    row: dict[str, object] = {
        "transcript": place.title,
        "turn": place.turn or None,
        "speaker": place.speaker,
        "difference": tr(_DIFFERENCES[place.seen.kind]),
        "first": _side(session, compared.names[compared.first], place.seen.first),
        "second": _side(session, compared.names[compared.second], place.seen.second),
        "decision": "",
        "decided by": "",
        "on": "",
        "why": "",
    }
    return row | _decided(session, place.decided)


def _side(session: Session, coder: str, side: Side | None) -> str:
    if side is None:
        return tr("{coder}: nothing", coder=coder)
    code = _name(session, side.code)
    if side.polarity == Polarity.NOT_STATED:
        return f"{coder}: {code}"
    return f"{coder}: {code}, {tr(POLARITIES[side.polarity])}"


def _decided(session: Session, decided: Sequence[Decision]) -> dict[str, object]:
    if not decided:
        return {}
    last = decided[-1]
    return {
        "decision": outcome_in_words(session, last),
        "decided by": _coder(session, last.coder or ""),
        "on": last.decided_at[:10],
        "why": last.why,
    }


def outcome_in_words(session: Session, decision: Decision) -> str:
    """What was decided, as a list tells it."""
    if decision.outcome == Outcome.ONE:
        return tr("took {coder}’s", coder=_coder(session, decision.taken))
    return tr(_OUTCOMES[Outcome(decision.outcome)])


def _notes(session: Session, compared: Iterable[Compared]) -> list[dict[str, object]]:
    """What was said about each code, code by code; what was decided together is told once under each code in it."""
    order = {code: n for n, code in enumerate(session.directory.codes.by_id)}
    found: dict[tuple[str, str], tuple[Decision, Place]] = {}
    for each in compared:
        for place in each.places:
            for decision in place.decided:
                if decision.why:
                    found[decision.code, decision.matter] = (decision, place)
    ranked = sorted(found.values(), key=lambda pair: (order.get(pair[0].code, -1), pair[0].decided_at))
    return [
        {"code": _name(session, decision.code), "transcript": place.title, "turn": place.turn or None}
        | _decided(session, [decision])
        for decision, place in ranked
    ]


def _name(session: Session, code: str) -> str:
    entry = session.directory.codes.by_id.get(code)
    return entry.name if entry else gone("code")


def _coder(session: Session, coder: str) -> str:
    entry = session.directory.coders.by_id.get(coder)
    return entry.name if entry else tr("a coder who is gone")
