"""A report of agreement as a Word document: methods, figures code by code, what was decided and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import LANDSCAPE_WIDTH, Properties, word_file
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.exporters.agreement import AgreementDocument

#: Said on every page.
NOTICE = tr_later("For the research team: tells who coded what")

_CODE_WIDTH = 5.2
_ROUNDS = 6  # that have room beside each other


def write_agreement_document(document: AgreementDocument, target: BinaryIO | Path) -> None:
    """Write the report as a Word document on its side.

    Raises:
        UserError: the file can't be written there.
    """
    body = Body()
    body.paragraph("Title", document.title)
    body.paragraph("Subtitle", document.study.named)
    body.paragraph("PrivacyNotice", f"{tr(NOTICE)}.")
    for label, text in (*document.about, (tr("Date"), day_in_words(document.date))):
        body.paragraph("Facts", f"\t{text}", label=label)
    body.heading(2, tr("How agreement was measured"))
    for paragraph in document.methods:
        body.paragraph("Normal", paragraph)
    body.heading(2, tr("Agreement on each code"))
    _overall(body, document.report["overall"])
    if document.initials:
        body.paragraph("Normal", ", ".join(f"{short}: {name}" for name, short in document.initials.items()) + ".")
    body.table(_figures(document.report, document.initials))
    if "further" in document.report:
        _further(body, document.report["further"])
    if document.trend is not None and document.trend.rounds:
        _trend(body, document.trend)
    body.heading(2, tr("Seen the same and differently"))
    for line in document.summary or (tr("No two coders can be compared."),):
        body.paragraph("Normal", line)
    if document.log:
        body.table(_log(document.log))
    if document.notes:
        _notes(body, document.notes)
    if document.guidelines:
        _guidelines(body, document.guidelines)
    properties = Properties(title=document.title, subject=document.study.title, date=document.date)
    write_file(target, word_file(body, properties, landscape=True, notice=tr(NOTICE)))


def _overall(body: Body, overall: Mapping[str, Any]) -> None:
    left_out: int = overall["codes_left_out"]
    means = tr(
        "Mean alpha over codes {alpha}; pooled kappa {kappa}.",
        alpha=share(overall["mean_alpha"]),
        kappa=share(overall["pooled_kappa"]),
    )
    if not left_out:
        without = tr("No code left out because alpha is undefined.")
    elif left_out == 1:
        without = tr("One code left out because alpha is undefined.")
    else:
        without = tr(
            "{n} code left out because alpha is undefined.",
            "{n} codes left out because alpha is undefined.",
            n=left_out,
        )
    body.paragraph("Normal", f"{means} {without}")


def _figures(report: Mapping[str, Any], initials: Mapping[str, str]) -> Table:
    """The figures of each code; coders by their initials, so that what is told of many stays low."""
    given = {pair for code in report["codes"] for pair, kappa in code["kappa"].items() if kappa is not None}

    def kappas(code: Mapping[str, Any]) -> list[str]:
        figures = {pair: share(kappa) for pair, kappa in code["kappa"].items() if pair in given}
        if len(figures) == 1:
            return list(figures.values())
        return [f"{series([_short(each, initials) for each in pair.split('|')])}: {figures[pair]}" for pair in figures]

    columns = {
        tr_later("Alpha, 95 % interval"): 3.2,
        tr_later("Kappa"): 2.8,
        tr_later("Agree"): 1.6,
        tr_later("Dice"): 1.6,
        tr_later("Coded"): 1.6,
        tr_later("Passages"): 2.4,
    }
    note = LANDSCAPE_WIDTH - _CODE_WIDTH - sum(columns.values())
    rows = [
        [
            _heading(code["code"]),
            _text(share(code["alpha"]), _interval(code["ci"])),
            _text(*(kappas(code) or [tr("n/a")])),
            _text(share(code["agreement"])),
            _text(share(code["dice"])),
            _text(share(code["prevalence"])),
            _text(*(f"{_short(coder, initials)}: {passages}" for coder, passages in code["passages"].items())),
            _text(code["note"]),
        ]
        for code in report["codes"]
    ]
    return Table(
        title=tr("Agreement by code"),
        summary=tr("One row for each code: alpha and its interval, kappa by pair, shares, passages, notes."),
        widths=[twips(width) for width in (_CODE_WIDTH, *columns.values(), note)],
        header=[_heading(name) for name in (tr("Code"), *map(tr, columns), tr("Note"))],
        rows=rows,
    )


def _short(coder: str, initials: Mapping[str, str]) -> str:
    return initials.get(coder, coder)


def _further(body: Body, further: Mapping[str, Any]) -> None:
    question: str = further["question"]
    body.heading(2, tr("Agreement on another question: {question}", question=question[:1].lower() + question[1:]))
    defined = tr("{coefficient}, as defined by {source}.", coefficient=further["coefficient"], source=further["source"])
    body.paragraph("Normal", defined)
    body.table(_answers(further["question"], {code["code"]: code for code in further["codes"]}))
    if further["together"]:
        together = tr("All codes together: {alpha}.", alpha=share(further["together"]["alpha"]))
        body.paragraph("Normal", together)
    if further["exclusive"]:
        body.heading(3, tr("Codes that exclude each other: {group}", group=further["exclusive"]["group"]))
        if further["exclusive"]["note"]:
            body.paragraph("Normal", further["exclusive"]["note"])
        else:
            body.table(
                _answers(
                    tr("Codes that exclude each other"),
                    {each["figure"]: each for each in further["exclusive"]["figures"]},
                )
            )


def _answers(title: str, figures: Mapping[str, Mapping[str, Any]]) -> Table:
    columns = (tr("Alpha, 95 % interval"), tr("Rests on"), tr("Coverage"))
    note = LANDSCAPE_WIDTH - _CODE_WIDTH - 4.0 * len(columns)
    rows = [
        [
            _heading(name),
            _text(share(each["alpha"]), _interval(each["ci"])),
            _text(f"{each['units']:,}"),
            _text(share(each["coverage"])),
            _text(each["note"]),
        ]
        for name, each in figures.items()
    ]
    return Table(
        title=title,
        summary=tr("One row for each figure: alpha and its interval, how many units it rests on, its coverage, notes."),
        widths=[twips(_CODE_WIDTH), *[twips(4.0)] * len(columns), twips(note)],
        header=[_heading(name) for name in (tr("Figure"), *columns, tr("Note"))],
        rows=rows,
    )


def _log(log: Sequence[Mapping[str, object]]) -> Table:
    columns = (tr("Where"), tr("Difference"), tr("First"), tr("Second"), tr("Decision"), tr("Why"))
    width = LANDSCAPE_WIDTH / len(columns)
    rows = [
        [
            _text(str(row["transcript"]), tr("turn {turn}", turn=row["turn"]) if row["turn"] else ""),
            _text(str(row["difference"])),
            _text(str(row["first"])),
            _text(str(row["second"])),
            _text(str(row["decision"]), " ".join(str(row[each]) for each in ("decided by", "on") if row[each])),
            _text(str(row["why"])),
        ]
        for row in log
    ]
    return Table(
        title=tr("Disagreements and decisions"),
        summary=tr("One row for each place that two coders saw differently: where, how, and what was decided."),
        widths=[twips(width)] * len(columns),
        header=[_heading(name) for name in columns],
        rows=rows,
    )


def _notes(body: Body, notes: Sequence[Mapping[str, object]]) -> None:
    body.heading(2, tr("What was said about each code"))
    for code, of_code in groupby(notes, key=lambda note: str(note["code"])):
        body.heading(3, code)
        for note in of_code:
            where = str(note["transcript"])
            if note["turn"]:
                where = tr("{transcript}, turn {turn}", transcript=where, turn=note["turn"])
            said = tr(
                "{why} ({coder}, {day}, about {where})",
                why=note["why"],
                coder=note["decided by"],
                day=note["on"],
                where=where,
            )
            body.paragraph("Normal", said)


def _trend(body: Body, trend: Trend) -> None:
    """Alpha round by round; of very many rounds the last ones."""
    first = max(0, len(trend.rounds) - _ROUNDS)
    body.heading(2, tr("How agreement went over the rounds"))
    for held in trend.rounds[first:]:
        body.paragraph("Facts", f"\t{held.in_words}", label=held.name)
    width = (LANDSCAPE_WIDTH - _CODE_WIDTH) / len(trend.rounds[first:])
    body.table(
        Table(
            title=tr("Krippendorff’s alpha, {unit}, with its 95 % interval", unit=trend.unit),
            summary=tr("One row for each code: alpha in each round, and whether its definition was changed before it."),
            widths=[twips(_CODE_WIDTH), *[twips(width)] * len(trend.rounds[first:])],
            header=[_heading(tr("Code")), *(_heading(held.name) for held in trend.rounds[first:])],
            rows=[[_heading(row.name), *(_text(point.in_words) for point in row.points[first:])] for row in trend.rows],
        )
    )


def _guidelines(body: Body, answers: Sequence[Mapping[str, object]]) -> None:
    body.heading(2, tr("Appendix: what the project answers to COREQ and SRQR"))
    about = tr(
        "Items by their numbers, in words of our own. COREQ: Tong, Sainsbury and Craig 2007, International Journal for "
        "Quality in Health Care 19(6). SRQR: O’Brien and colleagues 2014, Academic Medicine 89(9). What isn’t known to "
        "the program is for the authors to answer."
    )
    body.paragraph("Normal", about)
    asks = 6.0
    item = 3.0
    body.table(
        Table(
            title=tr("COREQ and SRQR"),
            summary=tr("One row for each item: its number, what it asks, and what the project answers."),
            widths=[twips(item), twips(asks), twips(LANDSCAPE_WIDTH - item - asks)],
            header=[_heading(name) for name in (tr("Item"), tr("What it asks"), tr("Answer"))],
            rows=[
                [
                    _heading(f"{answer['guideline']} {answer['item']}"),
                    _text(str(answer["asks"])),
                    _text(str(answer["answer"])),
                ]
                for answer in answers
            ],
        )
    )


def _heading(text: str) -> Cell:
    return Cell([("TableHeading", text)])


def _text(*lines: str) -> Cell:
    return Cell([("TableText", line) for line in lines if line] or [("TableText", "–")])


def _interval(ci: Sequence[float] | None) -> str:
    """An interval with true minus signs, at which no line breaks."""
    if not ci:
        return ""
    low, high = (share(end).replace("-", "\u2212") for end in ci)
    return tr("{low} to {high}", low=low, high=high)
