"""What the page says of quotes: in a line, aloud, and on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import attribution
from qualcoder_lite.gui.widgets.chip import SAID
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.service.extracts.extracts import Found

NOT_QUOTED = tr("Not to be quoted")


def summary(found: Found) -> str:
    """How many quotes are shown and whose they are: "409 quotes from 12 people at 4 sites"."""
    if not found.passages:
        return tr("No quotes")
    where = tr(" at {n:,} site", " at {n:,} sites", n=found.sites) if found.sites else ""
    return tr(
        "{quotes} from {people}{where}",
        quotes=tr("{n:,} quote", "{n:,} quotes", n=len(found.passages)),
        people=tr("{n:,} person", "{n:,} people", n=found.people),
        where=where,
    )


def withheld(found: Found) -> str:
    """What is said of quotes that may not leave the project; nothing where there are none."""
    if not found.withheld:
        return ""
    return tr(
        "{n:,} is not to be quoted and will stay out of what you export",
        "{n:,} are not to be quoted and will stay out of what you export",
        n=found.withheld,
    )


def quoted(extract: Extract) -> str:
    """The words in one line, in quotation marks."""
    return f"“{' '.join(extract.text.split())}”"


def person(extract: Extract) -> str:
    """Whose words they are: the participant's pseudonym, or the transcript's title."""
    return extract.participant or extract.title


def place(extract: Extract) -> str:
    """Where a quote was said: "Elsie, turn 8"."""
    return (
        person(extract)
        if extract.turn is None
        else tr("{person}, turn {turn}", person=person(extract), turn=extract.turn)
    )


def source(extract: Extract) -> str:
    """Where a quote was said and who coded it, in one line."""
    turn = [] if extract.turn is None else [tr("turn {turn}", turn=extract.turn)]
    return " · ".join([person(extract), *turn, ", ".join(extract.coders)])


def starred(extract: Extract) -> str:
    """That a quote has a star, and from whom: "Starred by Ailsa Brodie"."""
    return (
        tr("Starred by {starred_by}", starred_by=", ".join(extract.starred_by)) if extract.starred_by else tr("Starred")
    )


def copied(extract: Extract) -> str:
    """A quote as it goes to the clipboard: the words and who says them."""
    return f"{quoted(extract)} {attribution(extract)}"


def spoken(extract: Extract) -> str:
    """A quote as a screen reader says it."""
    polarity = SAID.get(extract.polarity)
    parts = [
        copied(extract),
        f"{extract.code}, {polarity}" if polarity else extract.code,
        place(extract),
        tr("coded by {coders}", coders=", ".join(extract.coders)),
    ]
    if extract.starred:
        parts.append(starred(extract))
    if extract.memo:
        parts.append(tr("memo: {memo}", memo=extract.memo))
    if not extract.may_quote:
        parts.append(NOT_QUOTED)
    return ". ".join(parts)
