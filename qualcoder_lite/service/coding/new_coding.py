"""From what a coder asks for, in names, to a coding, in ids; and whether a passage can be coded at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Attribution, Coding, Direction, Polarity
from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.coding.whole_characters import whole_characters
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.importers.tables.checked import CodingRow
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCoding:
    """What a coder asks for: everything but the positions is a name, an alias or an id."""

    transcript: str
    start: int
    end: int
    code: str
    coder: str
    polarity: Polarity = Polarity.NOT_STATED
    helped: tuple[str, ...] = ()
    hindered: tuple[str, ...] = ()
    memo: str = ""


class CodingResolver:
    """Turns what is asked for into codings, reading each transcript's text once."""

    def __init__(self, session: Session) -> None:
        """Look names up in an open project."""
        self._session = session
        self._directory = session.directory
        self._texts: dict[str, str] = {}

    def coding(self, new: NewCoding, row: int | None) -> Coding:
        """The coding with ids for names. TableError naming row and column where `row` is given, else UserError."""
        transcript = self._found("transcript", new.transcript, row)
        start, end = whole_characters(self._text(transcript), new.start, new.end)
        try:
            refuse_bad_passage(
                self._text(transcript), self._directory.transcripts.by_id[transcript].name, new.start, new.end
            )
        except UserError as fault:
            raise self._told(fault, row, "start", f"{new.start}–{new.end}") from None
        return Coding(
            id=new_id(),
            transcript=transcript,
            code=self._found("code", new.code, row),
            coder=self._directory.coder(new.coder),
            start=start,
            end=end,
            polarity=new.polarity,
            memo=canonical(new.memo),
            attributions=self._links(new, row),
        )

    def _links(self, new: NewCoding, row: int | None) -> tuple[Attribution, ...]:
        links = [
            Attribution(self._found(str(direction), name, row), direction)
            for direction, names in ((Direction.HELPED, new.helped), (Direction.HINDERED, new.hindered))
            for name in names
        ]
        return tuple(dict.fromkeys(links))

    def _found(self, column: str, name: str, row: int | None) -> str:
        listing = self._directory.transcripts if column == "transcript" else self._directory.codes
        try:
            return listing.find(name).id
        except UserError as fault:
            raise self._told(fault, row, column, name) from None

    @staticmethod
    def _told(fault: UserError, row: int | None, column: str, value: str) -> UserError:
        return fault if row is None else TableError(str(fault), row=row, column=column, value=value)

    def _text(self, transcript: str) -> str:
        if transcript not in self._texts:
            self._texts[transcript] = texts.body(self._session.database, transcript)
        return self._texts[transcript]


def refuse_bad_passage(text: str, title: str, start: int, end: int) -> None:
    """Raise UserError unless a stretch lies within a text and holds something to read."""
    if not 0 <= start < end <= len(text):
        raise UserError(
            tr(
                "{start} to {end} is not a passage of “{title}”: positions go from 0 to {length}, "
                "the start before the end.",
                start=start,
                end=end,
                title=title,
                length=len(text),
            )
        )
    if not text[start:end].strip():
        raise UserError(
            tr("There are no words from {start} to {end} of “{title}”, only blanks.", start=start, end=end, title=title)
        )


def asked_in(row: CodingRow) -> NewCoding:
    """The coding that a row of a table asks for."""
    return NewCoding(
        transcript=row.transcript,
        start=row.start,
        end=row.end,
        code=row.code,
        coder=row.coder,
        polarity=row.polarity,
        helped=row.helped,
        hindered=row.hindered,
        memo=row.memo,
    )
