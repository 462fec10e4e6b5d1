"""Codebooks, the register of site features, and what the published study found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qualcoder_lite.domain.names import natural_id


class CodebookKind(StrEnum):
    """What a codebook's codes are about, which decides where the cross-reference puts them."""

    OUTCOMES = "outcomes"
    FEATURES = "features"
    FACTORS = "factors"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A label that coders put on passages.

    `id` is made once and never reused; for shipped codes it follows from the codebook and the entry's own slug, so
    that every project means the same code by it. `key` is the letter that applies the code, unique within its group.
    A `retired` code stays on what was coded with it, but is put on nothing more; `merged_into` is the id of the code
    that took its place, if one did.
    """

    id: str
    name: str
    group: str
    question: str = ""
    definition: str = ""
    when_to_use: str = ""
    when_not_to_use: str = ""
    example: str = ""
    aliases: tuple[str, ...] = ()
    key: str = ""
    source: str = ""
    retired: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeGroup:
    """Codes that belong together, with the colour and the key letter they share."""

    id: str
    name: str
    key: str
    colour: str
    codes: tuple[Code, ...]
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """A named, versioned set of codes in groups."""

    id: str
    name: str
    title: str
    version: int
    kind: CodebookKind
    source: str
    groups: tuple[CodeGroup, ...]

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """All codes, in the codebook's order."""
        return tuple(code for group in self.groups for code in group.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookChange:
    """An entry of a codebook's history: what changed, from what to what, by whom (a coder's id) and why."""

    id: str
    codebook: str
    version: int
    code: str | None
    what: str
    before: str = ""
    after: str = ""
    why: str = ""
    coder: str | None = None
    changed_at: str


OWN_FEATURE = "Added in this project"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFeature:
    """A feature of partnership recorded once per site; `code` is the id of the code for the same feature, if any.

    One that people added to their own project has `OWN_FEATURE` as its source.
    """

    id: str
    name: str
    definition: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRegister:
    """The features of partnership that a project records for each site, in order."""

    name: str
    title: str
    version: int
    source: str
    features: tuple[RegisterFeature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMark:
    """What a publication says of one outcome under one feature. `note` tells what a plain yes or no leaves out."""

    outcome: str
    feature: str
    found: bool
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PublishedFindings:
    """A published table of outcomes by features. Pairs it doesn't speak of have no mark."""

    name: str
    title: str
    source: str
    marks: tuple[PublishedMark, ...]

    @cached_property
    def by_pair(self) -> dict[tuple[str, str], PublishedMark]:
        """The marks by (outcome id, feature code id)."""
        return {(mark.outcome, mark.feature): mark for mark in self.marks}


def code_id(codebook: str, slug: str) -> str:
    """The id of a shipped code: the same in every project, whatever the code is called there later."""
    return natural_id("code", codebook, slug)


def slug(name: str) -> str:
    """A name as an entry's stable handle: lower case, words joined by hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())
