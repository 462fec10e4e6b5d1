"""How a document of extracts is laid out: what stands under the headings, beside each quote, and at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Split(StrEnum):
    """What the third level of headings divides a code's quotes by; `NONE` leaves them together."""

    NONE = ""
    SITE = "site"
    CLIENT_GROUP = "client-group"
    FEATURE = "feature"
    PARTICIPANT = "participant"


class Appendix(StrEnum):
    """What may stand after the quotes, in this order."""

    CODEBOOK = "codebook"
    COUNTS = "counts"
    CODING = "coding"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsLayout:
    """The choices for a document of extracts.

    Attributes:
        split: What divides the quotes of a code.
        before: Whether the turn before each quote is told, which often is the question it answers.
        after: Whether the turn after it is told.
        also_coded: Whether the other codes on the same words are named.
        memos: Whether memos on the codings stand under their quotes.
        details: Whether a small line says where a quote stands and who coded it; without it, its id alone.
        per_person: How many quotes of one person stand under one code at most; 0 is any number.
        appendices: What stands after the quotes.
        large_print: Whether nothing is smaller than 16 points.
        plain: Whether the document is in plain words, without what only coders need. Quotes stay as they were said.
        house: A Word document or template of the person's own, whose page and styles are used; None for ours.
    """

    split: Split = Split.NONE
    before: bool = False
    after: bool = False
    also_coded: bool = True
    memos: bool = True
    details: bool = True
    per_person: int = 0
    appendices: frozenset[Appendix] = frozenset(Appendix)
    large_print: bool = False
    plain: bool = False
    house: Path | None = None

    def in_file(self, ending: str) -> ExtractsLayout:
        """What of the layout a file of this ending has: only Word documents have appendices."""
        return self if ending == ".docx" else replace(self, appendices=frozenset())

    @property
    def tells_beside(self) -> tuple[str, ...]:
        """What a heading tells of whoever is behind the quotes under it, whatever their attributions leave unsaid."""
        return {Split.SITE: ("site",), Split.CLIENT_GROUP: ("client_group",)}.get(self.split, ())

    @property
    def tells_pseudonyms(self) -> bool:
        """Whether a reader can tell which quotes are one person's."""
        return (self.details and not self.plain) or self.split is Split.PARTICIPANT

    @property
    def tells_who_is_where(self) -> bool:
        """Whether a reader can look up the site and group behind a quote, whatever its attribution leaves unsaid."""
        return self.tells_pseudonyms and not self.plain and Appendix.SOURCES in self.appendices


def split_of(group_by: str) -> Split:
    """What a list of headings, outermost first, divides codes by: "code", or "code,site" and so on."""
    return Split(group_by.partition(",")[2].strip())
