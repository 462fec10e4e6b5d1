"""The marks of published tables that stand at a code: what is lost sight of where another code takes its place.

A published mark is of the study's own outcome and feature, not of what a project makes of them: it is never moved to
another code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.service.codebook.codebooks import published
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.service.session import Session

# The published tables by their ids, as they are called within a sentence.
_TABLES = {
    "published-2013": tr_later("Table 3 of the 2013 study"),
    "published-2011": tr_later("the summary table of the 2011 review"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksAt:
    """What one published table marks at a code: `others` are the features it marks for an outcome, or the outcomes."""

    table: str
    others: tuple[str, ...]

    def in_words(self) -> str:
        """The marks in words: "Table 3 of the 2013 study marks Co-location and Extended partnership"."""
        *first, last = self.others
        if not first:
            return tr("{table} marks {name}", table=self.table, name=last)
        return tr("{table} marks {names} and {last}", table=self.table, names=", ".join(first), last=last)


def marks_at(session: Session, code: str) -> list[MarksAt]:
    """The marks at a code (a name or id), table by table, under the names that the project's codes have now."""
    found = session.directory.codes.find(code).id
    names = session.directory.codes.by_id
    marked: list[MarksAt] = []
    for table, called in _TABLES.items():
        pairs = [(mark.outcome, mark.feature) for mark in published(table).marks if mark.found]
        others = [there if here == found else here for here, there in pairs if found in (here, there)]
        named = tuple(names[other].name for other in others if other in names)
        if named:
            marked.append(MarksAt(table=tr(called), others=named))
    return marked
