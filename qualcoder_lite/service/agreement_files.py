"""The report of agreement: what the figures rest on in words, a methods paragraph, the log of disagreements."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from qualcoder_lite import __version__
from qualcoder_lite.domain.agreement.bootstrap import REPLICATES
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.agreement_report import QUESTIONS, About
from qualcoder_lite.service.agreement_trend import trend
from qualcoder_lite.service.coding_again import is_one_person
from qualcoder_lite.service.disagreements import Disagreements
from qualcoder_lite.service.reporting_guidelines import answers
from qualcoder_lite.service.rounds import Rounds
from qualcoder_lite.storage import codebooks, coders, projects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.domain.disagreement import Side
    from qualcoder_lite.exporters.agreement import AgreementDocument
    from qualcoder_lite.service.agreement_report import AgreementAsked, AgreementReport
    from qualcoder_lite.service.disagreements import Compared, Place
    from qualcoder_lite.service.material import Material
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.decisions import Decision

_UNITS = {
    Unit.CHARACTER: "character (blanks left out)",
    Unit.SENTENCE: "sentence",
    Unit.PARAGRAPH: "paragraph",
    Unit.TURN: "speaker's turn",
    Unit.TRANSCRIPT: "transcript",
}
_DIFFERENCES = {
    Kind.FIRST: "only the first",
    Kind.SECOND: "only the second",
    Kind.DIFFERENT: "different code",
    Kind.EDGES: "edges differ",
    Kind.POLARITY: "delivered or not differs",
}


def write_report(session: Session, target: Path, report: AgreementReport, material: Material, on: date) -> None:
    """Write a report to a file, whose ending says as what. UserError where the ending isn't known."""
    ending = target.suffix.lower()
    if ending not in (".csv", ".xlsx", ".docx"):
        raise UserError(f"Agreement is written as .csv, .xlsx or .docx, not as “{ending or target.name}”.")
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
    scope = "declared done by two of them" if asked.scope == "done" else "coded at all by two of them"
    told = [
        ("Coders", ", ".join(report.coders.values())),
        *([("Compared", "one coder with themselves, later (intra-coder agreement)")] if report.intra_coder else []),
        ("Transcripts", f"{figures.transcripts}, {scope}"),
        ("Unit", _unit(report)),
        (
            "Doesn't count",
            "labels and blanks" if asked.all_turns else "what interviewers say, labels and blanks",
        ),
    ]
    return [("Round", asked.round), *told] if asked.round else told


def _unit(report: AgreementReport) -> str:
    if report.further is not None and report.asked.about is About.PASSAGES:
        return "character (blanks left out); a passage goes on behind what doesn't count"
    if report.further is not None and report.asked.about is About.COUNTS:
        return "transcript, by how many united passages each coder has there"
    said = f"{_UNITS[report.asked.unit]}, {report.figures.units:,} in all"
    return f"{said}; coded if any part of it is"


def _document(session: Session, report: AgreementReport, material: Material, on: date) -> AgreementDocument:
    from qualcoder_lite.exporters.agreement import AgreementDocument

    disagreements = Disagreements(session)
    compared = [disagreements.compared(material, *pair) for pair in combinations(material.coders, 2)]
    return AgreementDocument(
        title="Agreement of a coder with themselves" if report.intra_coder else "Agreement between coders",
        study=projects.details(session.database),
        date=on,
        report=report.as_dict(),
        about=[*rests_on(replace(report, further=None)), *_besides(report)],
        methods=methods(session, report),
        summary=[f"{_pair(each)}: {each.in_words()}." for each in compared if each.places],
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
    return [("Besides", f"{QUESTIONS[report.asked.about].lower()}; unit: {_unit(report)}")] if report.further else []


def methods(session: Session, report: AgreementReport) -> list[str]:
    """Paragraphs for the methods section of a paper, with the sources of the coefficients."""
    asked, figures = report.asked, report.figures
    every = len(session.placements())
    share = f" ({figures.transcripts / every:.0%})" if every else ""
    held = [Rounds(session).find(asked.round)] if asked.round else Rounds(session).all()
    versions = held[0].versions if asked.round else dict(codebooks.names_and_versions(session.database))
    books = ", ".join(f"{name} version {version}" for name, version in versions.items())
    who = f"{len(report.coders)} coders" if asked.compare == "coders" else " and ".join(report.coders.values())
    if report.intra_coder:
        who = f"two or more times of one coder ({', '.join(report.coders.values())}; intra-coder agreement)"
    if asked.scope == "done":
        how = "each coded by at least two coders, who had declared the transcript done"
    else:
        how = "each coded in part or whole by at least two coders"
    return [
        f"{figures.transcripts} of {every} transcripts{share} were compared between {who}, {how}. The unit was the "
        f"{_UNITS[asked.unit]}: a coder applied a code to a unit if any of their codings of it overlapped the unit"
        f"{'' if asked.all_turns else '; interviewers’ turns were left out'}. Codebooks: {books}.",
        *_rounds_held(session, held, one=bool(asked.round)),
        "For each code we report Krippendorff's alpha for nominal data (Krippendorff 2004, 2011) over all coders, "
        f"units that fewer than two coders judged left out, with a 95 % interval from {REPLICATES:,} bootstrap draws "
        "of whole transcripts; Cohen's kappa for each pair of coders (Cohen 1960); the share of units on which coders "
        "agree; the Dice coefficient (Dice 1945); and the share of judgements that applied the code. Over all codes "
        "we report the mean of alpha and the pooled kappa (De Vries and colleagues 2008). A figure that is undefined, "
        "as for a code that nobody used, is given as n/a and left out of the means.",
        *([_further_methods(asked)] if report.further else []),
        f"Coding and agreement: QualCoder Lite {__version__}.",
    ]


def _rounds_held(session: Session, held: Sequence[Round], *, one: bool) -> list[str]:
    """The rounds of blind coding, in a paragraph, or the one that is compared; nothing where there was none."""
    told = "; ".join(_round(session, each) for each in held)
    return [f"{'They are those of the round' if one else 'Rounds of blind coding:'} {told}."] if held else []


def _round(session: Session, held: Round) -> str:
    number = len(held.transcripts)
    chosen = f"drawn at random, seed {held.draw['seed']}" if held.draw else "chosen by hand"
    again = is_one_person(session, held.coders)
    who = "one coder, who coded them again" if again else f"{len(held.coders)} coders"
    until = f"closed {held.closed_at[:10]}" if held.closed_at else "still open"
    transcripts = "1 transcript" if number == 1 else f"{number} transcripts"
    return f"“{held.name}” ({transcripts} {chosen}; {who}; opened {held.opened_at[:10]}, {until})"


def _further_methods(asked: AgreementAsked) -> str:
    """What was measured besides, in a paragraph."""
    if asked.about is About.PASSAGES:
        said = (
            f"On where passages begin and end we report {asked.coefficient} of each code as defined by {asked.source}, "
            "over the characters that count"
        )
        family = (
            f"; for the codes of “{asked.exclusive}”, which exclude each other, u-alpha, |u-alpha, cu-alpha with the "
            "share of text it covers, and (k)u-alpha of each"
        )
        return f"{said}{family if asked.exclusive else ''}."
    told = f"Krippendorff's alpha for {asked.distance} data ({asked.source})"
    if asked.about is About.DELIVERED:
        return (
            f"On whether an outcome was told as delivered, mixed or not delivered we report {told}, over the units of "
            "which two coders or more said so."
        )
    return f"On how many passages of each code a transcript has we report {told}, over whole transcripts."


def _pair(compared: Compared) -> str:
    return f"{compared.names[compared.first]} and {compared.names[compared.second]}"


def _logged(session: Session, compared: Compared, place: Place) -> dict[str, object]:
    row: dict[str, object] = {
        "transcript": place.title,
        "turn": place.turn or None,
        "speaker": place.speaker,
        "difference": _DIFFERENCES[place.seen.kind],
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
        return f"{coder}: nothing"
    stated = "" if side.polarity == "not_stated" else f", {side.polarity.replace('_', ' ')}"
    return f"{coder}: {_name(session, side.code)}{stated}"


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
    return {
        Outcome.ONE: f"took {_coder(session, decision.taken)}'s",
        Outcome.BOTH: "took both",
        Outcome.NEW: "made a new one",
        Outcome.OPEN: "left open",
        Outcome.DEFINITION: "open until the definition is changed",
    }.get(Outcome(decision.outcome), "")


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
    return entry.name if entry else "a code that is gone"


def _coder(session: Session, coder: str) -> str:
    entry = session.directory.coders.by_id.get(coder)
    return entry.name if entry else "a coder who is gone"
