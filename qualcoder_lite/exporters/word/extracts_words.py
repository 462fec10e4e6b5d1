"""The words of a document of extracts: as researchers put them, and in plain words for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from qualcoder_lite.exporters.word.words import passages, people
from qualcoder_lite.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsWords:
    """Headings and explanations. Both sets say the same.

    Attributes:
        privacy: How to look after the document; empty for what documents usually say.
        notice: The same on every page, in short.
    """

    privacy: str = ""
    notice: str = ""
    scope: str
    everything: str
    inside: str
    codebook: str
    date: str
    who: str
    left_out: str
    to_be_marked: str
    to_check: tuple[str, str]
    how_to_read: str
    contents: str
    question: str
    before: str
    after: str
    memo: str
    no_place: dict[str, str]
    appendix_codebook: str
    appendix_counts: str
    counts_why: str


def extracts_words(*, plain: bool) -> ExtractsWords:
    """One set of words, in the language that is spoken."""
    return _plain() if plain else _usual()


def _usual() -> ExtractsWords:
    return ExtractsWords(
        scope=tr("Scope"),
        everything=tr("Every extract of the project."),
        inside=tr("In this document"),
        codebook=tr("Codebook"),
        date=tr("Date"),
        who=tr("Exported by"),
        left_out=tr("Left out"),
        to_be_marked=tr("Not to be quoted"),
        to_check=(tr("Check before you share this"), tr("These attributions may tell a reader who is speaking:")),
        how_to_read=tr("How to read this"),
        contents=tr("Contents"),
        question=tr("In plain words: "),
        before=tr("Before – "),
        after=tr("After – "),
        memo=tr("Memo"),
        no_place={
            "site": tr("Site not recorded"),
            "client-group": tr("Client group not recorded"),
            "feature": tr("No feature named"),
            "participant": tr("Person not recorded"),
        },
        appendix_codebook=tr("Codebook"),
        appendix_counts=tr("Who speaks of what"),
        counts_why=tr(
            "People first, in brackets how many quotes of theirs stand in this document. Quotes illustrate; their "
            "number proves nothing."
        ),
    )


def _plain() -> ExtractsWords:
    return ExtractsWords(
        privacy=tr("These are people’s own words. Keep them safe. Only show them to people who may see them."),
        notice=tr("People’s own words. Keep them safe"),
        scope=tr("What we looked at"),
        everything=tr("Everything people told us."),
        inside=tr("What is in here"),
        codebook=tr("Our list of topics"),
        date=tr("Date"),
        who=tr("Made by"),
        left_out=tr("Not in here"),
        to_be_marked=tr("Please do not share these"),
        to_check=(tr("Take care before you show this to others"), tr("Somebody may guess who is speaking here:")),
        how_to_read=tr("How to read this"),
        contents=tr("What is on which page"),
        question="",
        before=tr("Before: "),
        after=tr("After: "),
        memo=tr("Note"),
        no_place={
            "site": tr("We do not know where"),
            "client-group": tr("We do not know which group"),
            "feature": tr("Nothing named"),
            "participant": tr("We do not know who"),
        },
        appendix_codebook=tr("What the topics mean"),
        appendix_counts=tr("Who speaks of what"),
        counts_why=tr("How many people. In brackets: how many of their quotes are in here."),
    )


def how_to_read(example: str, *, plain: bool) -> list[str]:
    """How the document is read, in sentences; `example` is the id of a quote in it."""
    if plain:
        return [
            tr("These are people’s own words. We did not change them. Under the words you can read who is speaking."),
            tr("Each quote has its own number, such as {id}. Say the number when you talk about a quote.", id=example),
        ]
    return [
        tr(
            "Each quote holds the person’s own words, and nothing else. Under it stands who is speaking, then where "
            "the words are found and who coded them."
        ),
        tr(
            "The quote’s id, such as {id}, is the same in every export of this project and of every copy of it.",
            id=example,
        ),
        tr(
            "Comment on a quote in Word, and the comment can be taken back into the project as a memo on that very "
            "coding. What is changed in a quote is reported then, and never taken in."
        ),
        tr("For page numbers in the contents, click on the list in Word and press F9."),
    ]


def capped(most: int, left_out: int, *, plain: bool) -> str:
    """How many quotes of one person there are at most under one code, and how many were left out for it."""
    if plain:
        return tr(
            "We show at most {most} quotes of one person on one topic. We left out {left:,} more.",
            most=most,
            left=left_out,
        )
    return tr(
        "At most {most} of one person under one code: {left:,} more were left out, chosen for balance, so that each "
        "side of what people say is heard.",
        most=most,
        left=left_out,
    )


def refused(left_out: int, of: int, *, plain: bool) -> str:
    """How many passages of how many people aren't to be quoted, because they said no to it."""
    if plain:
        return tr("{passages}. {people} said: please do not quote me.", passages=passages(left_out), people=people(of))
    return tr(
        "{passages} of {n:,} person who does not want to be quoted.",
        "{passages} of {n:,} people who do not want to be quoted.",
        n=of,
        passages=passages(left_out),
    )
