"""A report of agreement and of disagreements as tables: CSV of the figures, an Excel workbook of everything.

No table holds words of a transcript: places are told by transcript and turn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qualcoder_lite.exporters.tables import Sheet, write_csv, write_workbook
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.domain.project_details import ProjectDetails

# What columns are called in the CSV, where it is the same in every language, and marked for the workbook.
_CODE = (tr_later("code"), tr_later("alpha"), tr_later("ci_low"), tr_later("ci_high"))
_ABOUT = (tr_later("what"), tr_later("said"))
_FIGURES = (
    tr_later("agreement"),
    tr_later("dice"),
    tr_later("prevalence"),
    tr_later("pi"),
    tr_later("conger"),
    tr_later("brennan_prediger"),
    tr_later("ac1"),
    tr_later("transcripts"),
)
_TREND = (
    tr_later("code"),
    tr_later("round"),
    tr_later("opened"),
    tr_later("closed"),
    tr_later("transcripts"),
    tr_later("alpha"),
    tr_later("ci_low"),
    tr_later("ci_high"),
    tr_later("definition changed"),
    tr_later("note"),
)
_FURTHER = (
    tr_later("figure"),
    tr_later("alpha"),
    tr_later("ci_low"),
    tr_later("ci_high"),
    tr_later("units"),
    tr_later("coverage"),
    tr_later("transcripts"),
    tr_later("note"),
)

#: The columns of the log of disagreements.
LOG_COLUMNS = (
    tr_later("transcript"),
    tr_later("turn"),
    tr_later("speaker"),
    tr_later("difference"),
    tr_later("first"),
    tr_later("second"),
    tr_later("decision"),
    tr_later("decided by"),
    tr_later("on"),
    tr_later("why"),
)
#: The columns of what the project answers to reporting guidelines.
GUIDELINE_COLUMNS = (tr_later("guideline"), tr_later("item"), tr_later("asks"), tr_later("answer"))
#: The columns of what was said about each code when disagreements were decided.
NOTE_COLUMNS = (
    tr_later("code"),
    tr_later("decision"),
    tr_later("transcript"),
    tr_later("turn"),
    tr_later("decided by"),
    tr_later("on"),
    tr_later("why"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDocument:
    """What goes into a report of agreement.

    `report` is in the form of the command line's JSON. `about` holds what the figures rest on, by heading; `methods`
    are paragraphs for a paper; `log` has `LOG_COLUMNS`, `notes` `NOTE_COLUMNS`; `summary` tells each pair in a line;
    `trend` has a point for each round, `guidelines` `GUIDELINE_COLUMNS`. `initials` are those of coders, by name, where
    no two share them.
    """

    title: str
    study: ProjectDetails
    date: dt.date
    report: Mapping[str, Any]
    about: Sequence[tuple[str, str]]
    methods: Sequence[str]
    summary: Sequence[str] = ()
    log: Sequence[Mapping[str, object]] = ()
    notes: Sequence[Mapping[str, object]] = ()
    trend: Trend | None = None
    guidelines: Sequence[Mapping[str, object]] = ()
    initials: Mapping[str, str] = field(default_factory=dict[str, str])


def agreement_columns(report: Mapping[str, Any]) -> list[str]:
    """The columns of the table of codes: a kappa for each pair, passages for each coder."""
    pairs: list[str] = list(report["codes"][0]["kappa"]) if report["codes"] else []
    kappas = [f"kappa {pair}" for pair in pairs]
    passages = [f"passages {coder}" for coder in report["coders"]]
    return [*_CODE, *kappas, *_FIGURES, *passages, "note"]


def _headings(report: Mapping[str, Any]) -> dict[str, str]:
    """What the columns of a workbook are called."""
    pairs: list[str] = list(report["codes"][0]["kappa"]) if report["codes"] else []
    return {
        **{column: tr(column) for column in (*_CODE, *_FIGURES, *_TREND, *_FURTHER, *_ABOUT)},
        **{column: tr(column) for column in (*LOG_COLUMNS, *GUIDELINE_COLUMNS, *NOTE_COLUMNS)},
        **{f"kappa {pair}": tr("kappa {pair}", pair=pair) for pair in pairs},
        **{f"passages {coder}": tr("passages {coder}", coder=coder) for coder in report["coders"]},
    }


def agreement_rows(report: Mapping[str, Any]) -> list[dict[str, object]]:
    """A row for each code, undefined figures blank; then one with the means over codes."""
    rows: list[dict[str, object]] = []
    for code in report["codes"]:
        low, high = code["ci"] or (None, None)
        row: dict[str, object] = {"code": code["code"], "alpha": code["alpha"], "ci_low": low, "ci_high": high}
        row |= {f"kappa {pair}": kappa for pair, kappa in code["kappa"].items()}
        row |= {name: code[name] for name in _FIGURES}
        row |= {f"passages {coder}": passages for coder, passages in code["passages"].items()}
        row["note"] = code["note"]
        rows.append(row)
    return rows


def _further_rows(further: Mapping[str, Any]) -> list[dict[str, object]]:
    """A row for each figure of another question."""
    figures: dict[str, Mapping[str, Any]] = {
        tr("{coefficient} of {code}", coefficient=further["coefficient"], code=each["code"]): each
        for each in further["codes"]
    }
    if further["together"]:
        figures[tr("{coefficient} of all codes together", coefficient=further["coefficient"])] = further["together"]
    if further["exclusive"]:
        figures |= {each["figure"]: each for each in further["exclusive"]["figures"]}
    rows: list[dict[str, object]] = []
    for name, each in figures.items():
        low, high = each["ci"] or (None, None)
        kept = {column: each[column] for column in ("alpha", "units", "coverage", "transcripts", "note")}
        rows.append({"figure": name, "ci_low": low, "ci_high": high, **kept})
    return rows


def _trend_rows(trend: Trend) -> list[dict[str, object]]:
    """A row for each code in each round."""
    return [
        {
            "code": row.name,
            "round": held.name,
            "opened": held.opened_at[:10],
            "closed": held.closed_at[:10],
            "transcripts": held.transcripts,
            "alpha": point.alpha,
            "ci_low": point.ci[0] if point.ci else None,
            "ci_high": point.ci[1] if point.ci else None,
            "definition changed": tr("yes") if point.changed else "",
            "note": point.note,
        }
        for row in trend.rows
        for held, point in zip(trend.rounds, row.points, strict=True)
    ]


def write_agreement_csv(document: AgreementDocument, target: BinaryIO | Path) -> None:
    """Write the figures of each code as CSV: of another question where one was asked, else of which codes apply.

    Raises:
        UserError: the file can't be written there.
    """
    if "further" in document.report:
        write_csv(_further_rows(document.report["further"]), _FURTHER, target)
    else:
        write_csv(agreement_rows(document.report), agreement_columns(document.report), target)


def write_agreement_workbook(document: AgreementDocument, target: BinaryIO | Path) -> None:
    """Write a workbook: what the figures rest on, the figures, the log of disagreements, the notes by code.

    Raises:
        UserError: the file can't be written there.
    """
    about = [{"what": what, "said": said} for what, said in document.about]
    overall = document.report["overall"]
    about += [
        {"what": tr("Mean alpha"), "said": overall["mean_alpha"]},
        {"what": tr("Pooled kappa"), "said": overall["pooled_kappa"]},
        {"what": tr("Codes left out"), "said": overall["codes_left_out"]},
        *({"what": tr("Methods"), "said": paragraph} for paragraph in document.methods),
        *({"what": tr("Seen the same and differently"), "said": line} for line in document.summary),
    ]
    columns = agreement_columns(document.report)
    sheets = [
        Sheet(tr("About"), _ABOUT, about, {"what": 30, "said": 110}),
        Sheet(tr("Codes"), columns, agreement_rows(document.report), {"code": 34, "note": 70}),
        Sheet(tr("Disagreements"), LOG_COLUMNS, document.log, dict.fromkeys(LOG_COLUMNS, 24) | {"why": 60}),
        Sheet(tr("Notes by code"), NOTE_COLUMNS, document.notes, dict.fromkeys(NOTE_COLUMNS, 24) | {"why": 60}),
    ]
    if document.trend is not None and document.trend.rounds:
        sheets.append(Sheet(tr("Rounds"), _TREND, _trend_rows(document.trend), {"code": 34, "round": 24, "note": 70}))
    if document.guidelines:
        widths = {"asks": 40, "answer": 110}
        sheets.append(Sheet(tr("COREQ and SRQR"), GUIDELINE_COLUMNS, document.guidelines, widths))
    if "further" in document.report:
        further = document.report["further"]
        sheets.insert(2, Sheet(tr("Another question"), _FURTHER, _further_rows(further), {"figure": 50, "note": 70}))
    headings = _headings(document.report)
    write_workbook([sheet._replace(headings=headings) for sheet in sheets], target)
