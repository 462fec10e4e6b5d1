"""Memos written to a file: a Word document or a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.exports import note_export
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.service.memos.listed import ListedMemo, Quoted
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MemosOrder:
    """What the Word document of memos says of itself: the study's title, the day, who made it."""

    study: ProjectDetails
    date: date
    who: str = ""
    which: Sequence[str] = field(default=())


def write_memos(
    session: Session, target: Path, order: MemosOrder, found: Sequence[ListedMemo], quotes: Mapping[str, Quoted]
) -> int:
    """Write memos, and by their ids the words that some are about; how many there are. See `Memos.write_file`."""
    ending = target.suffix.lower()
    if ending not in (".docx", ".csv"):
        raise UserError(tr("Memos are written as .docx or .csv, not as “{ending}”.", ending=ending or target.name))
    if not found:
        raise UserError(tr("There is no such memo. No file was written."))
    words = {id_: quoted.words for id_, quoted in quotes.items() if quoted.may_quote}
    if ending == ".csv":
        from qualcoder_lite.exporters.memos import write_memos_csv

        write_memos_csv([_row(each, words.get(each.memo.id, "")) for each in found], target)
    else:
        from qualcoder_lite.exporters.word.memos import MemosDocument, write_memos_document

        document = MemosDocument(
            study=order.study,
            date=order.date,
            who=order.who,
            which=order.which,
            memos=[_row(each, words.get(each.memo.id, "")) for each in found],
            withheld=sum(not quoted.may_quote for quoted in quotes.values()),
        )
        write_memos_document(document, target)
    quoted_from = {each.memo.about.transcript for each in found if words.get(each.memo.id)}
    note_export(session, target, quoted_from, passages=len(words), coder=order.who)
    return len(found)


def _row(listed: ListedMemo, words: str) -> dict[str, str]:
    """A memo in words, as exports take it."""
    memo = listed.memo
    return {
        "about": listed.subject.value,
        "thing": listed.thing,
        "place": listed.place,
        "kind": memo.kind.value,
        "title": memo.title,
        "memo": memo.body,
        "words": words,
        "coder": listed.coder,
        "written_at": memo.written_at,
        "edited_at": memo.edited_at,
        "id": memo.id,
    }
