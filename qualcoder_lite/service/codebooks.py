"""The codebooks of a project: reading them, adding one, renaming a code with its reason."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookChange
from qualcoder_lite.domain.errors import CodebookFileError, UserError, listed
from qualcoder_lite.domain.names import folded, new_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.shipped import codebooks_folder
from qualcoder_lite.storage import codebooks as stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code, Codebook, PublishedFindings, SiteRegister
    from qualcoder_lite.service.session import Session

#: The codebooks that a new project starts with.
DEFAULT = ("outcomes-framework", "features")
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

    def write(self, target: Path, name: str = "") -> list[Codebook]:
        """Write codebooks to a file, whose ending says as what: .csv (all of them, or one) or .toml (one).

        Returns the codebooks written. Raises UserError where it isn't clear which one, the ending isn't known or the
        file can't be written.
        """
        from qualcoder_lite.exporters.codebooks import codebook_rows, write_codebook_toml
        from qualcoder_lite.exporters.files import utf8, write_file
        from qualcoder_lite.exporters.tables import write_csv

        books = [book for book in self.all() if not name or folded(book.name) == folded(name)]
        ending = target.suffix.lower()
        if not books:
            raise UserError(f"There is no codebook “{name}” in this project; it has {listed(self._names(), 'and')}.")
        if ending == ".csv":
            rows = [row for book in books for row in codebook_rows(book)]
            write_csv(rows, list(rows[0]), target)
        elif ending == ".toml":
            if len(books) > 1:
                raise UserError(
                    f"A .toml file holds one codebook: say which of {listed(self._names())} with --codebook."
                )
            write_file(target, utf8(write_codebook_toml(books[0])))
        else:
            raise UserError(f"Codebooks are written as .toml or .csv, not as “{ending or target.name}”.")
        return books

    def _names(self) -> list[str]:
        return [name for name, _ in stored.names_and_versions(self._database)]

    def changes(self) -> list[CodebookChange]:
        """The codebooks' history, oldest first."""
        return stored.changes(self._database)

    def add(self, codebook: Codebook) -> Changes:
        """Add a codebook to the project. UserError where it is there already."""
        _refuse_clash(codebook, self.all())
        facts = {"codebook": codebook.id, "title": codebook.title, "count": len(codebook.codes)}
        with self._session.step("add-codebook", facts) as step:
            stored.add(self._database, codebook)
        return step.changes

    def rename(self, code: str, name: str, *, why: str, coder: str = "") -> Changes:
        """Give a code another name, and keep the old one as an alias, so that tables that use it still fit.

        The codebook goes up by a version, and its history says why. UserError where the name is taken or no reason
        is given.
        """
        name, why = one_line(name), canonical(why).strip()
        if not name or not why:
            raise UserError("A renamed code needs a name and the reason why: one line is enough.")
        found = self._session.directory.codes.find(code)
        taken = self._session.directory.codes.seek(name)
        if taken is not None and taken.id != found.id:
            raise UserError(f"There is a code “{taken.name}” that goes by that name already. Choose another.")
        if name == found.name:
            raise UserError(f"The code is called “{name}” already.")
        codebook, before = self._with_code(found.id)
        aliases = [alias for alias in (*before.aliases, before.name) if folded(alias) != folded(name)]
        facts = {"code": found.id, "before": before.name, "after": name}
        with self._session.step("rename-code", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.rename_code(self._database, found.id, name, dict.fromkeys(aliases))
            stored.record_change(
                self._database,
                CodebookChange(
                    id=new_id(),
                    codebook=codebook.id,
                    version=codebook.version + 1,
                    code=found.id,
                    what="renamed",
                    before=before.name,
                    after=name,
                    why=why,
                    coder=self._session.directory.coder(coder) if coder.strip() else None,
                    changed_at=datetime.now(UTC).isoformat(timespec="seconds"),
                ),
            )
        return step.changes

    def _with_code(self, code: str) -> tuple[Codebook, Code]:
        return next((book, entry) for book in self.all() for entry in book.codes if entry.id == code)


def read_codebooks(names_or_files: Sequence[str]) -> list[Codebook]:
    """Codebooks by the name of a shipped one, or by the path of a file. UserError where two of them clash."""
    from qualcoder_lite.importers.codebooks import read_codebook

    books = [read_codebook(_codebook_file(name)) for name in dict.fromkeys(names_or_files)]
    for n, book in enumerate(books):
        _refuse_clash(book, books[:n])
    return books


def _refuse_clash(new: Codebook, others: Iterable[Codebook]) -> None:
    """Raise UserError where a codebook has the name of another, or codes with the same ids."""
    for other in others:
        if folded(new.name) == folded(other.name):
            raise UserError(f"There is a codebook “{other.name}” already. Leave this one out, or give it another name.")
        if not _ids(new).isdisjoint(_ids(other)):
            raise UserError(
                f"“{new.name}” has codes with the same ids as “{other.name}”, of which it may be a copy. "
                "Take the ids out of its file to have both."
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
            f"“{name_or_file}” is neither a codebook that comes with the program ({listed(SHIPPED)}) nor a file."
        )
    return path


def shipped_register() -> SiteRegister:
    """The features of partnership that a new project records for each site."""
    from qualcoder_lite.importers.codebooks import read_register

    return read_register(codebooks_folder() / "site-register.toml")


@cache
def published(name: str) -> PublishedFindings:
    """What a publication found: "published-2013" or "published-2011"."""
    from qualcoder_lite.importers.codebooks import read_published

    return read_published(codebooks_folder() / f"{name}.toml")
