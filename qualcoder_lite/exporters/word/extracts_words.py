"""The words of a document of extracts: as researchers put them, and in plain words for everybody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsWords:
    """Headings and explanations; `{…}` are filled in. Both sets say the same."""

    scope: str
    everything: str
    inside: str
    codebook: str
    date: str
    who: str
    capped: str
    left_out: str
    to_be_marked: str
    refused: str
    how_to_read: str
    reading: tuple[str, ...]
    contents: str
    question: str
    before: str
    after: str
    memo: str
    id: str
    no_place: dict[str, str]
    appendix_codebook: str
    appendix_counts: str
    counts_why: str


NORMAL = ExtractsWords(
    scope="Scope",
    everything="Every extract of the project.",
    inside="In this document",
    codebook="Codebook",
    date="Date",
    who="Exported by",
    capped="At most {most} of one person under one code: {left} more were left out, {chosen}.",
    left_out="Left out",
    to_be_marked="Not to be quoted",
    refused="{passages} of {people} who {do} not want to be quoted.",
    how_to_read="How to read this",
    reading=(
        "Each quote holds the person’s own words, and nothing else. Under it stands who is speaking, then where the "
        "words are found and who coded them.",
        "The quote’s id, such as {id}, is the same in every export of this project and of every copy of it.",
        "Comment on a quote in Word, and the comment can be taken back into the project as a memo on that very "
        "coding. What is changed in a quote is reported then, and never taken in.",
    ),
    contents="Contents",
    question="In plain words: ",
    before="Before – ",
    after="After – ",
    memo="Memo",
    id="quote",
    no_place={
        "site": "Site not recorded",
        "client-group": "Client group not recorded",
        "feature": "No feature named",
        "participant": "Person not recorded",
    },
    appendix_codebook="Codebook",
    appendix_counts="Who speaks of what",
    counts_why="People first, in brackets how many quotes of theirs stand in this document. Quotes illustrate; their "
    "number proves nothing.",
)

PLAIN = ExtractsWords(
    scope="What we looked at",
    everything="Everything people told us.",
    inside="What is in here",
    codebook="Our list of topics",
    date="Date",
    who="Made by",
    capped="We show at most {most} quotes of one person on one topic. We left out {left} more.",
    left_out="Not in here",
    to_be_marked="Please do not share these",
    refused="{passages}. {people} said: please do not quote me.",
    how_to_read="How to read this",
    reading=(
        "These are people’s own words. We did not change them. Under the words you can read who is speaking.",
        "Each quote has its own number, such as {id}. Say the number when you talk about a quote.",
    ),
    contents="What is on which page",
    question="",
    before="Before: ",
    after="After: ",
    memo="Note",
    id="quote",
    no_place={
        "site": "We do not know where",
        "client-group": "We do not know which group",
        "feature": "Nothing named",
        "participant": "We do not know who",
    },
    appendix_codebook="What the topics mean",
    appendix_counts="Who speaks of what",
    counts_why="How many people. In brackets: how many of their quotes are in here.",
)
