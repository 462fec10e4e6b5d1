"""The codebooks of a project: reading them and their history, adding one, writing them to a file."""

from __future__ import annotations

import os
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebooks.filling import filled
from qualcoder_lite.domain.codebooks.history import told
from qualcoder_lite.domain.errors import CodebookFileError, UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.service.program.shipped import codebooks_folder
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.codebook import codebooks as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Codebook, CodebookChange, PublishedFindings, SiteRegister
    from qualcoder_lite.exporters.tables import Sheet
    from qualcoder_lite.exporters.word.codebook import CodebookDocument
    from qualcoder_lite.service.session import Session

#: The codebooks that a new project starts with.
DEFAULT = ("outcomes-framework", "features")
#: The kinds of file that codebooks are written as.
ENDINGS = (".docx", ".xlsx", ".csv", ".qdc", ".toml")
_SHOWN, _ROWS, _LINES = 40, 12, 45  # paragraphs of the first pages, rows of a table, lines of plain text
#: All codebooks that come with the program.
SHIPPED = (*DEFAULT, "joint-working")


class Codebooks:
    """The codebooks of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Codebook]:
        """All codebooks with their groups and codes, in order."""
        return stored.read(self._database)

    def names(self) -> dict[str, str]:
        """Every code's name by its id."""
        return {code.id: code.name for book in self.all() for code in book.codes}

    def write(self, target: Path, name: str = "", *, who: str = "", byte_order_mark: bool = True) -> list[Codebook]:
        """Write codebooks to a file, whose ending says as what: one of `ENDINGS`; all, or one, and as .toml only one.

        `byte_order_mark` begins a CSV with the mark by which Excel knows UTF-8. Returns the codebooks written.

        Raises UserError where it isn't clear which one, the ending isn't known or the file can't be written.
        """
        books = [book for book in self.all() if not name or folded(book.name) == folded(name)]
        ending = target.suffix.lower()
        if not books:
            raise UserError(
                tr(
                    "There is no codebook “{name}” in this project; it has {codebooks}.",
                    name=name,
                    codebooks=listed(self._names(), "and"),
                )
            )
        if not any(book.codes for book in books):
            raise UserError(tr("There are no codes to write yet. No file was written."))
        if ending in (".csv", ".xlsx"):
            self._write_table(books, target, mark=byte_order_mark)
        elif ending == ".qdc":
            from qualcoder_lite.exporters.refi_codebook import write_refi_codebook

            write_refi_codebook(books, target)
        elif ending == ".docx":
            self._write_word(books, target, who)
        elif ending == ".toml":
            self._write_toml(books, target)
        else:
            raise UserError(
                tr(
                    "Codebooks are written as {kinds} or {last}, not as “{ending}”.",
                    kinds=", ".join(ENDINGS[:-1]),
                    last=ENDINGS[-1],
                    ending=ending or target.name,
                )
            )
        return books

    @staticmethod
    def _write_table(books: Sequence[Codebook], target: Path, *, mark: bool) -> None:
        from qualcoder_lite.exporters import tables

        table = _table(books, "Codebook")
        if target.suffix.lower() == ".csv":
            tables.write_csv(table.rows, table.columns, target, mark=mark)
        else:
            tables.write_workbook([table], target)

    @staticmethod
    def _write_toml(books: Sequence[Codebook], target: Path) -> None:
        from qualcoder_lite.exporters.codebooks import write_codebooks_toml
        from qualcoder_lite.exporters.files import utf8, write_file

        write_file(target, utf8(write_codebooks_toml(books)))

    def beginning(self, ending: str, name: str = "", *, who: str = "") -> Beginning:
        """How all codebooks, or one, begin as a file of this ending; an empty beginning where that can't be shown."""
        books = [book for book in self.all() if not name or folded(book.name) == folded(name)]
        if not books:
            return Beginning()
        if ending in (".csv", ".xlsx"):
            from qualcoder_lite.exporters import tables

            return tables.beginning([_table(books, "Codebook" if ending == ".xlsx" else "")], rows_shown=_ROWS)
        if ending == ".qdc":
            from qualcoder_lite.exporters.refi_codebook import refi_beginning

            return refi_beginning(books)
        if ending == ".toml":
            from qualcoder_lite.exporters.codebooks import toml_beginning

            return Beginning(pages=toml_beginning(books, _LINES))
        if ending != ".docx":
            return Beginning()
        from qualcoder_lite.exporters.word.codebook import codebook_body
        from qualcoder_lite.exporters.word.first_pages import first_pages

        return Beginning(pages=first_pages(codebook_body(self._document(books, who)), _SHOWN))

    def _write_word(self, books: Sequence[Codebook], target: Path, who: str) -> None:
        from qualcoder_lite.exporters.word.codebook import write_codebook_document

        write_codebook_document(self._document(books, who), target)

    def _document(self, books: Sequence[Codebook], who: str) -> CodebookDocument:
        from qualcoder_lite.exporters.word.codebook import CodebookDocument, ToldChange

        titles, names = {book.id: book.title for book in books}, self.names()
        coders = self._session.directory.coders.by_id
        changes = [
            ToldChange(
                codebook=titles[change.codebook],
                version=change.version,
                at=change.changed_at,
                what=told(change, names),
                who=coders[change.coder].name if change.coder in coders else "",
                why=change.why,
            )
            for change in self.changes()
            if change.codebook in titles
        ]
        return CodebookDocument(
            study=projects.details(self._database),
            date=datetime.now().astimezone().date(),
            codebooks=books,
            who=who,
            changes=changes,
        )

    def _names(self) -> list[str]:
        return [name for name, _ in stored.names_and_versions(self._database)]

    def changes(self) -> list[CodebookChange]:
        """The codebooks' history, oldest first."""
        return stored.changes(self._database)

    def bring_in(self, codebook: Codebook, *, file: str, why: str = "", coder: str = "") -> Changes:
        """Add a codebook from a file, or bring the one that is there already to what the file says.

        See `codebook_update.bring_up_to_date`. Without a reason the history names the file.
        """
        from qualcoder_lite.service.codebook.update import bring_up_to_date, there_already

        if there_already(self._session, codebook) is None:
            return self.add(codebook)
        return bring_up_to_date(self._session, codebook, file=file, why=why or f"As in {file}", coder=coder)

    def add(self, codebook: Codebook) -> Changes:
        """Add a codebook to the project. UserError where it is there already."""
        _refuse_clash(codebook, self.all())
        facts = {"codebook": codebook.id, "title": codebook.title, "count": len(codebook.codes)}
        with self._session.step("add-codebook", facts) as step:
            stored.add(self._database, codebook)
        return step.changes


def read_codebooks(names_or_files: Sequence[str], present: Sequence[Codebook] = ()) -> list[Codebook]:
    """Codebooks by the name of a shipped one, or by the path of a file. UserError where two of them clash.

    What a table or a .qdc file leaves blank of a codebook that is `present` stays as it is there.
    """
    from qualcoder_lite.importers.codebooks.files import PARTIAL, read_codebook_file

    books: list[Codebook] = []
    for file in map(_codebook_file, dict.fromkeys(names_or_files)):
        found = read_codebook_file(file)
        if file.suffix.lower() in PARTIAL:
            found = [filled(book, _same(book, present)) for book in found]
        books += found
    for n, book in enumerate(books):
        _refuse_clash(book, books[:n])
    return books


def _same(wanted: Codebook, present: Sequence[Codebook]) -> Codebook | None:
    """The codebook of a project that a file speaks of, by its id, its name or its title."""
    names = {folded(wanted.name), folded(wanted.title)}
    by_id = (book for book in present if book.id == wanted.id)
    return next(by_id, None) or next((b for b in present if names & {folded(b.name), folded(b.title)}), None)


def _refuse_clash(new: Codebook, others: Iterable[Codebook]) -> None:
    """Raise UserError where a codebook has the name of another, or codes with the same ids."""
    for other in others:
        if folded(new.name) == folded(other.name):
            raise UserError(
                tr(
                    "There is a codebook “{name}” already. Leave this one out, or give it another name.",
                    name=other.name,
                )
            )
        if not _ids(new).isdisjoint(_ids(other)):
            raise UserError(
                tr(
                    "“{new}” has codes with the same ids as “{other}”, of which it may be a copy. Take the ids out of "
                    "its file to have both.",
                    new=new.name,
                    other=other.name,
                )
            )


def _ids(codebook: Codebook) -> set[str]:
    groups = codebook.groups
    return {codebook.id, *(group.id for group in groups), *(code.id for code in codebook.codes)}


def _codebook_file(name_or_file: str) -> Path:
    from pathlib import Path

    if name_or_file in SHIPPED:
        return codebooks_folder() / f"{name_or_file}.toml"
    path = Path(name_or_file)
    if not os.path.isfile(path):  # noqa: PTH113 - unlike Path's, it takes an impossible name for a file that isn't there
        raise CodebookFileError(
            tr(
                "“{name}” is neither a codebook that comes with the program ({codebooks}) nor a file.",
                name=name_or_file,
                codebooks=listed(SHIPPED),
            )
        )
    return path


def _table(books: Sequence[Codebook], name: str) -> Sheet:
    """Codebooks as one table, a row for each code."""
    from qualcoder_lite.exporters.codebooks import COLUMNS, WIDTHS, codebook_rows
    from qualcoder_lite.exporters.tables import Sheet

    return Sheet(name, COLUMNS, [row for book in books for row in codebook_rows(book)], WIDTHS)


def shipped_register() -> SiteRegister:
    """The features of partnership that a new project records for each site."""
    from qualcoder_lite.importers.codebooks.toml_files import read_register

    return read_register(codebooks_folder() / "site-register.toml")


@cache
def published(name: str) -> PublishedFindings:
    """What a publication found: "published-2013" or "published-2011"."""
    from qualcoder_lite.importers.codebooks.toml_files import read_published

    return read_published(codebooks_folder() / f"{name}.toml")
