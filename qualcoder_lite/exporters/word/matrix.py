"""The matrix of outcomes by features as a Word document: people first, then passages, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.discussion import DiscussionRow, discussion_rows
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table, spread
from qualcoder_lite.exporters.word.document import LANDSCAPE_WIDTH, Properties, word_file
from qualcoder_lite.exporters.word.matrix_words import (
    CAUTION,
    DISCUSSION,
    LENSES,
    NOTICE,
    PUBLISHED,
    PUBLISHED_2011,
    SMALL,
    STATES,
    VERDICTS,
    counting_sentences,
    legend,
    scope_sentence,
)
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import passages, people, sites
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.project_details import ProjectDetails

#: More columns than this in one table leave the words in its cells no room.
WIDEST = 5

_OUTCOME_WIDTH = 4.2
_COLUMN_WIDTH = 5.2
_DIVIDED = {
    Polarity.DELIVERED: tr_later("{passages} delivered"),
    Polarity.NOT_DELIVERED: tr_later("{passages} not delivered"),
    Polarity.MIXED: tr_later("{passages} mixed"),
    Polarity.NOT_STATED: tr_later("{passages} not stated"),
}
_OTHERS = tr_later("Other features")
_PUBLISHED_FEATURES = tr_later("The features that the study found to matter")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixDocument:
    """What goes into a document of the matrix.

    `matrix` is in the form of the command line's JSON. `outcome_groups` and `feature_groups` give each outcome's and
    feature's group by name; what they don't name stands by itself. `scope` says in sentences whose codings count.
    """

    title: str
    study: ProjectDetails
    date: dt.date
    who: str
    matrix: Mapping[str, Any]
    outcome_groups: Mapping[str, str] = field(default_factory=dict[str, str])
    feature_groups: Mapping[str, str] = field(default_factory=dict[str, str])
    scope: Sequence[str] = ()


def write_matrix_document(document: MatrixDocument, target: BinaryIO | Path) -> None:
    """Write the matrix as a Word document on its side, over as many tables as its features need.

    Raises:
        UserError: the file can't be written there.
    """
    properties = Properties(title=document.title, subject=document.study.title, author=document.who, date=document.date)
    write_file(target, word_file(matrix_body(document), properties, landscape=True, notice=tr(NOTICE)))


def matrix_body(document: MatrixDocument) -> Body:
    """The text of the document."""
    body = Body()
    _front(body, document)
    tables, unmentioned = _column_groups(document)
    for number, (name, columns) in enumerate(tables, 1):
        title = tr("Table {number}. {name}", number=number, name=name)
        body.table(_table(document, title, columns))
    discussed = discussion_rows(document.matrix)
    if discussed:
        title = tr("Table {number}. {name}", number=len(tables) + 1, name=tr(DISCUSSION))
        body.table(_discussion(title, discussed, document.matrix["lens"]))
    if unmentioned:
        body.paragraph("FrontHeading", tr("Features without a count"))
        body.paragraph("Normal", tr("No passage in scope bears on these: {features}.", features=series(unmentioned)))
    body.paragraph("FrontHeading", tr("How we count"))
    for sentence in counting_sentences(document.matrix):
        body.paragraph("Normal", sentence)
    _notes(body, document.matrix.get("notes", ()))
    return body


def _notes(body: Body, notes: Sequence[Mapping[str, str]]) -> None:
    if not notes:
        return
    body.paragraph("FrontHeading", tr("Notes on the published tables"))
    for note in notes:
        sign = PUBLISHED if note["table"] == "published" else PUBLISHED_2011
        body.paragraph("Normal", note["note"], label=f"{sign} {note['outcome']}, {note['feature']}: ")


def _front(body: Body, document: MatrixDocument) -> None:
    matrix = document.matrix
    body.paragraph("Title", document.title)
    body.paragraph("Subtitle", document.study.named)
    body.paragraph("PrivacyNotice", f"{tr(NOTICE)}.")
    for label, text in (
        (tr("Lens"), tr(LENSES[matrix["lens"]])),
        (tr("Scope"), " ".join([*document.scope, scope_sentence(matrix["denominators"])])),
        (tr("Date"), day_in_words(document.date)),
        (tr("Exported by"), document.who),
    ):
        if text:
            body.paragraph("Facts", f"\t{text}", label=label)
    body.paragraph("Warning", tr(CAUTION))
    body.paragraph("FrontHeading", tr("How to read a cell"))
    for sign, meaning in legend(matrix["lens"]):
        body.paragraph("Facts", f"\t{meaning}", label=sign)


def _column_groups(document: MatrixDocument) -> tuple[list[tuple[str, list[int]]], list[str]]:
    """The tables' names and columns, the published study's features first; then the features with nothing to show."""
    matrix = document.matrix
    published: list[int] = []
    others: dict[str, list[int]] = {}
    unmentioned: list[str] = []
    for column, feature in enumerate(matrix["columns"]):
        cells = [row[column] for row in matrix["cells"]]
        if any(cell.get("published") is not None for cell in cells):
            published.append(column)
        elif matrix["lens"] != "sites" and not any(cell["people"] for cell in cells):
            unmentioned.append(feature)
        else:
            others.setdefault(document.feature_groups.get(feature, tr(_OTHERS)), []).append(column)
    groups = [(tr(_PUBLISHED_FEATURES), published)] if published else []
    tables = [part for name, columns in [*groups, *others.items()] for part in spread(name, columns, WIDEST)]
    return tables, unmentioned


def _table(document: MatrixDocument, title: str, columns: Sequence[int]) -> Table:
    matrix = document.matrix
    lens: str = matrix["lens"]
    width = min(_COLUMN_WIDTH, (LANDSCAPE_WIDTH - _OUTCOME_WIDTH) / len(columns))
    widths = [twips(_OUTCOME_WIDTH), *[twips(width)] * len(columns)]
    states: Mapping[str, Mapping[str, Any]] = matrix["denominators"].get("features", {})
    header = [Cell([("TableHeading", tr("Outcome"))])]
    for column in columns:
        feature: str = matrix["columns"][column]
        header.append(Cell([("TableHeading", feature), *_column_counts(states.get(feature, {}))]))
    rows: list[list[Cell]] = []
    outcomes: list[str] = matrix["rows"]
    for group, members in groupby(enumerate(outcomes), key=lambda row: document.outcome_groups.get(row[1], "")):
        if group:
            rows.append([Cell([("TableGroup", group)], span=len(widths))])
        for row, outcome in members:
            cells = [
                _cell(lens, matrix["cells"][row][column], states.get(matrix["columns"][column], {}))
                for column in columns
            ]
            rows.append([Cell([("TableHeading", outcome)]), *cells])
    names = series([matrix["columns"][column] for column in columns])
    summary = tr(
        "Outcomes in rows by these features in columns: {features}. Each cell counts people, then passages.",
        features=names,
    )
    return Table(title=title, summary=summary, widths=widths, header=header, rows=rows)


def _discussion(title: str, discussed: Sequence[DiscussionRow], lens: str) -> Table:
    """What was published beside what is counted here, with a column left blank for what the readers make of it."""
    judged = lens == "attributions"
    widths = [_OUTCOME_WIDTH, 4.4, 2.4, 5.2, *([2.4] if judged else [])]
    verdict = [tr("Verdict")] if judged else []
    heads = [tr("Outcome"), tr("Feature"), tr("Published"), tr("Here"), *verdict, tr("What we say")]
    rows: list[list[Cell]] = []
    for outcome, members in groupby(discussed, key=lambda row: row.outcome):
        for n, row in enumerate(members):
            marks = [
                sign for sign, found in ((PUBLISHED, row.published), (PUBLISHED_2011, row.published_2011)) if found
            ]
            flag = _flag(row.people)
            lines = [" ".join(marks) or "–", f"{row.here}{flag}", *([_verdict(row)] if judged else []), ""]
            head = Cell([("TableHeading", "" if n else outcome)])
            rows.append([head, *(Cell([("TableText", line)]) for line in (row.feature, *lines))])
    summary = tr("What the publications mark, what is counted here, and a blank column for what the readers say.")
    return Table(
        title=title,
        summary=summary,
        widths=[twips(width) for width in (*widths, LANDSCAPE_WIDTH - sum(widths) - 0.02)],
        header=[Cell([("TableHeading", head)]) for head in heads],
        rows=rows,
    )


def _verdict(row: DiscussionRow) -> str:
    return tr(VERDICTS[row.verdict][0]) if row.verdict else "–"


def _column_counts(counts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Under a feature's name: where it is recorded and how many people that is, or how many people speak of it."""
    if "people" in counts:
        return [("TableText", tr("spoken of by {people}", people=people(counts["people"])))]
    return [
        ("TableText", f"{tr(STATES[state])}: {sites(found['sites'])}, {people(found['people'])}")
        for state in FeatureState
        if (found := counts.get(state.value)) and (found["sites"] or found["people"])
    ]


def _cell(lens: str, found: Mapping[str, Any], counts: Mapping[str, Any]) -> Cell:
    if lens == "sites":
        lines = _state_lines(found, counts)
    else:
        lines = _tally_lines(found)
        if lens == "attributions":
            lines += _link_lines(found)
    marks = [sign for sign, key in ((PUBLISHED, "published"), (PUBLISHED_2011, "published_2011")) if found.get(key)]
    if marks:
        lines.append(("TableFigure", " ".join(marks)))
    return Cell(lines or [("TableText", "–")])


def _tally_lines(tally: Mapping[str, Any]) -> list[tuple[str, str]]:
    if not tally["passages"]:
        return []
    return [("TableFigure", _people(tally["people"])), ("TableText", _passages(tally))]


def _link_lines(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for direction, words in (("helped", tr("helped")), ("hindered", tr("hindered"))):
        if found[direction]:
            codings = tr("{n:,} coding", "{n:,} codings", n=found[direction])
            lines.append(("TableText", f"{words}: {_people(found[f'people_{direction}'])}, {codings}"))
    if found.get("verdict"):
        lines.append(("TableFigure", tr(VERDICTS[found["verdict"]][0])))
    return lines


def _state_lines(found: Mapping[str, Any], counts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A line a state that anybody in scope is served under, so that "0 of 9" is seen beside "4 of 9"."""
    lines: list[tuple[str, str]] = []
    if not any(found[state.value]["people"] for state in FeatureState):
        return lines
    for state in FeatureState:
        tally = found[state.value]
        reached = counts.get(state.value, {}).get("people", 0)
        if not (tally["people"] or reached):
            continue
        some = tr("{some} of {people}", some=tally["people"], people=people(reached))
        lines.append(("TableFigure", f"{tr(STATES[state])}: {some}{_flag(tally['people'])}"))
        if tally["passages"]:
            lines.append(("TableText", _passages(tally)))
    return lines


def _people(number: int) -> str:
    return people(number) + _flag(number)


def _flag(people: int) -> str:
    return f" {SMALL}" if 0 < people <= FEW_PEOPLE else ""


def _passages(tally: Mapping[str, Any]) -> str:
    """How many passages, and how they divide where any of them says."""
    told = passages(tally["passages"])
    if tally["not_stated"] == tally["passages"]:
        return told
    parts = ", ".join(tr(_DIVIDED[each], passages=tally[each]) for each in Polarity if tally[each])
    return f"{told}: {parts}"
