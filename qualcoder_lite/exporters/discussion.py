"""What was published beside what is found here, pair by pair, as a table to be talked over and written into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionRow:
    """An outcome and a feature: whether both publications have the pair, what is counted here, and the verdict.

    `published` and `published_2011` are None where a table doesn't speak of the pair; `verdict` is empty where the
    lens makes none. `people` is how many people `here` is about first, for whoever flags small counts.
    """

    outcome: str
    feature: str
    published: bool | None
    published_2011: bool | None
    here: str
    people: int
    verdict: str = ""


def discussion_rows(matrix: Mapping[str, Any]) -> list[DiscussionRow]:
    """The pairs of a matrix, in the form of the command line's JSON, that there is something to say about.

    These are the pairs that a publication marks, and those of the published table's own features and outcomes that
    somebody speaks of here.
    """
    return [
        DiscussionRow(
            outcome=outcome,
            feature=feature,
            published=cell["published"],
            published_2011=cell["published_2011"],
            here=_here(matrix, feature, cell),
            people=_people(matrix["lens"], cell),
            verdict=cell.get("verdict") or "",
        )
        for outcome, cells in zip(matrix["rows"], matrix["cells"], strict=True)
        for feature, cell in zip(matrix["columns"], cells, strict=True)
        if cell["published"]
        or cell["published_2011"]
        or (cell["published"] is not None and _people(matrix["lens"], cell))
    ]


def marked(found: bool | None) -> str:
    """A published mark as a word; empty where the table doesn't speak of the pair."""
    return "" if found is None else tr("yes") if found else tr("no")


def table_rows(rows: Iterable[DiscussionRow]) -> list[dict[str, object]]:
    """The rows for a sheet; `what_we_say` is left to be filled in."""
    return [
        {
            "outcome": row.outcome,
            "feature": row.feature,
            "published": marked(row.published),
            "published_2011": marked(row.published_2011),
            "here": row.here,
            "verdict": tr(VERDICT_KEYS[row.verdict]) if row.verdict else "",
            "what_we_say": "",
        }
        for row in rows
    ]


#: The verdicts, as a table names them.
VERDICT_KEYS = {
    "supports": tr_later("supports"),
    "extends": tr_later("extends"),
    "differs": tr_later("differs"),
    "unclear": tr_later("unclear"),
    "silent": tr_later("silent"),
}
#: The columns of `table_rows`.
DISCUSSION_COLUMNS = (
    tr_later("outcome"),
    tr_later("feature"),
    tr_later("published"),
    tr_later("published_2011"),
    tr_later("here"),
    tr_later("verdict"),
    tr_later("what_we_say"),
)


def _people(lens: str, cell: Mapping[str, Any]) -> int:
    return cell["present"]["people"] if lens == "sites" else cell["people"]


def _here(matrix: Mapping[str, Any], feature: str, cell: Mapping[str, Any]) -> str:
    out_of: Mapping[str, Any] = matrix["denominators"].get("features", {}).get(feature, {})
    if matrix["lens"] == "sites":
        return tr(
            "{with_it} of {n_with} people at sites with it; {without} of {n_without} people at sites without it",
            with_it=cell["present"]["people"],
            n_with=out_of.get("present", {}).get("people", 0),
            without=cell["absent"]["people"],
            n_without=out_of.get("absent", {}).get("people", 0),
        )
    if matrix["lens"] == "passages":
        people = out_of.get("people", 0)
        return tr("{some} of {people} people who speak of it", some=cell["people"], people=people)
    if not cell["people"]:
        return tr("nobody says so")
    helped, hindered = _counted(cell["people_helped"]), _counted(cell["people_hindered"])
    return tr("helped: {helped}; hindered: {hindered}", helped=helped, hindered=hindered)


def _counted(people: int) -> str:
    return tr("{n} person", "{n} people", n=people) if people else tr("nobody")
