"""Memos as a Word document: what was thought about the project, its sites, people, codes and transcripts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import made, opening
from qualcoder_lite.exporters.word.words import passages, people
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.project_details import ProjectDetails

#: The chapters in order: a title, and what the memos in it are about.
_CHAPTERS = (
    (tr_later("The project"), ("project",)),
    (tr_later("Sites"), ("site",)),
    (tr_later("People"), ("participant",)),
    (tr_later("Codes"), ("code",)),
    (tr_later("Transcripts and passages"), ("transcript", "passage")),
    (tr_later("Short memos on codings"), ("coding",)),
)
_KIND_WORDS = {
    "case": tr_later("Case memo"),
    "code": tr_later("Code memo"),
    "theme": tr_later("Theme memo"),
    "method": tr_later("Method memo"),
    "reflexive": tr_later("Reflexive memo"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemosDocument:
    """What goes into a document of memos.

    `memos` are rows as in the table of memos, their times ISO in UTC; `which` says in sentences what was asked for;
    `withheld` counts passages whose words are left out, because the person said no to being quoted.
    """

    study: ProjectDetails
    date: dt.date
    memos: Sequence[Mapping[str, str]]
    who: str = ""
    which: Sequence[str] = ()
    withheld: int = 0


def write_memos_document(document: MemosDocument, target: BinaryIO | Path) -> None:
    """Write memos as a Word document, grouped by what they are about, the oldest of a thing first.

    Raises:
        UserError: the file can't be written there.
    """
    body = Body()
    _title_page(body, document)
    body.paragraph("TOCHeading", tr("Contents"))
    body.contents()
    for title, subjects in _CHAPTERS:
        of_chapter = [memo for memo in document.memos if memo["about"] in subjects]
        if of_chapter:
            body.heading(1, tr(title))
            _chapter(body, of_chapter)
    properties = Properties(title=tr("Memos"), subject=document.study.title, author=document.who, date=document.date)
    write_file(target, word_file(body, properties))


def _title_page(body: Body, document: MemosDocument) -> None:
    opening(body, tr("Memos"), document.study)
    writers = len({memo["coder"] for memo in document.memos if memo["coder"]})
    number = len(document.memos)
    told = tr("{n:,} memo.", "{n:,} memos.", n=number)
    if writers:
        told = tr("{n:,} memo by {people}.", "{n:,} memos by {people}.", n=number, people=people(writers))
    body.paragraph("Normal", told)
    for sentence in document.which:
        body.paragraph("Normal", sentence)
    if document.withheld:
        left_out = tr(
            "The words of {passages} are left out: the person said no to being quoted.",
            passages=passages(document.withheld),
        )
        body.paragraph("Normal", left_out)
    body.paragraph("Normal", made(document.date, document.who))


def _chapter(body: Body, memos: Sequence[Mapping[str, str]]) -> None:
    by_thing: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for memo in sorted(memos, key=lambda memo: (memo["thing"].casefold(), memo["place"], memo["written_at"])):
        by_thing.setdefault((memo["thing"], memo["place"]), []).append(memo)
    for (thing, place), of_thing in by_thing.items():
        if memos[0]["about"] != "project":
            body.heading(2, f"{thing} ({place})" if place else thing)
        for memo in of_thing:
            _memo(body, memo)


def _memo(body: Body, memo: Mapping[str, str]) -> None:
    if memo["title"]:
        body.heading(3, memo["title"])
    if memo["words"]:
        body.speech("Quote", memo["words"])
    body.speech("Normal", memo["memo"])
    signed = " · ".join(
        part
        for part in (
            tr(_KIND_WORDS[memo["kind"]]) if memo["kind"] in _KIND_WORDS else "",
            memo["coder"],
            _day(memo["written_at"]),
            tr("changed {day}", day=_day(memo["edited_at"])) if memo["edited_at"] else "",
        )
        if part
    )
    if signed:
        body.paragraph("Attribution", signed)


def _day(at: str) -> str:
    return day_in_words(dt.datetime.fromisoformat(at).astimezone().date()) if at else ""
