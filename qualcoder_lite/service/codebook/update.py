"""Bringing a codebook of the project to what a file says, as one step, for who edits codebooks in a text editor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.codebook.log import CODE_FIELDS, GROUP_FIELDS, CodebookLog, shown
from qualcoder_lite.service.codebook.shelf import Shelf
from qualcoder_lite.service.directory import Entry
from qualcoder_lite.storage.codebook import codes as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup
    from qualcoder_lite.service.session import Session


def there_already(session: Session, wanted: Codebook) -> Codebook | None:
    """The codebook of the project that a file speaks of, by its id or its name."""
    books = Shelf(session).books
    return next((book for book in books if book.id == wanted.id or folded(book.name) == folded(wanted.name)), None)


def bring_up_to_date(session: Session, wanted: Codebook, *, file: str, why: str, coder: str = "") -> Changes:
    """Change, add and move groups and codes as the file has them; what it doesn't speak of stays as it is.

    Codes are told by their ids, so a code that the file calls otherwise is renamed, its old name kept as an alias.

    Raises UserError where the project has no such codebook, or another code goes by a name that the file gives.
    """
    present = there_already(session, wanted)
    if present is None:
        raise UserError(tr("There is no codebook “{name}” in this project yet. Add it first.", name=wanted.name))
    facts = {"codebook": present.id, "title": present.title, "file": file}
    with session.step("update-codebook", facts, coder=session.directory.coder_name(coder)) as step:
        update = _Update(session, present, CodebookLog(session, why=why, coder=coder))
        for group in wanted.groups:
            update.group(group)
    return step.changes


class _Update:
    def __init__(self, session: Session, present: Codebook, log: CodebookLog) -> None:
        self._session, self._database = session, session.database
        self._present, self._log = present, log
        self._groups = {group.id: group for group in present.groups}
        self._codes = {code.id: (code, group) for group in present.groups for code in group.codes}

    def group(self, wanted: CodeGroup) -> None:
        """Bring a group to what is wanted, with the codes that are wanted in it."""
        named = {folded(group.name): group for group in self._groups.values()}
        before = self._groups.get(wanted.id) or named.get(folded(wanted.name))
        if before is None:
            stored.add_group(self._database, wanted, self._present.id)
            self._log.note(self._present, "group added", after=wanted.name)
        else:
            wanted = replace(wanted, id=before.id)
            stored.put_group(self._database, wanted)
            for field, what in GROUP_FIELDS.items():
                old, new = getattr(before, field), getattr(wanted, field)
                if old != new:
                    self._log.note(self._present, what, before=old, after=new)
        self._refuse_clashing_keys(before, wanted)
        for code in wanted.codes:
            self._code(code, wanted)

    def _code(self, wanted: Code, group: CodeGroup) -> None:
        self._refuse_taken(wanted)
        if wanted.id not in self._codes:
            stored.add(self._database, wanted, group.id)
            self._log.note(self._present, "added", wanted.id, after=wanted.name)
            self._session.directory.codes.add(Entry(wanted.id, wanted.name, wanted.aliases))
            return
        before, was_in = self._codes[wanted.id]
        if wanted.name != before.name:
            aliases = {folded(name): name for name in (*wanted.aliases, before.name)}
            aliases.pop(folded(wanted.name), None)
            wanted = replace(wanted, aliases=tuple(aliases.values()))
        self._note_code(before, wanted)
        stored.put(self._database, replace(wanted, merged_into=before.merged_into))
        if was_in.id != group.id:
            order = [*stored.of_group(self._database, group.id), wanted.id]
            stored.place(self._database, group.id, order)
            self._log.note(self._present, "moved", wanted.id, before=was_in.name, after=group.name)

    def _note_code(self, before: Code, wanted: Code) -> None:
        for field, what in CODE_FIELDS.items():
            old, new = (shown(getattr(code, field)) for code in (before, wanted))
            if old != new and not (field == "aliases" and before.name != wanted.name):
                self._log.note(self._present, what, wanted.id, before=old, after=new)
        if before.retired != wanted.retired:
            self._log.note(self._present, "retired" if wanted.retired else "brought back", wanted.id)

    def _refuse_taken(self, wanted: Code) -> None:
        for name in (wanted.name, *wanted.aliases):
            taken = self._session.directory.codes.seek(name)
            if taken is not None and taken.id != wanted.id:
                raise UserError(
                    tr(
                        "The file calls a code “{name}”, but in this project “{code}” goes by that name. Give it "
                        "another name in the file, or here.",
                        name=name,
                        code=taken.name,
                    )
                )

    @staticmethod
    def _refuse_clashing_keys(before: CodeGroup | None, wanted: CodeGroup) -> None:
        """Raise UserError where a code that the file doesn't speak of has the key of one that it does."""
        keys = {code.key: code for code in wanted.codes if code.key and not code.retired}
        spoken_of = {code.id for code in wanted.codes}
        for code in before.codes if before is not None else ():
            if code.id not in spoken_of and not code.retired and code.key in keys:
                raise UserError(
                    tr(
                        "The file gives “{wanted}” the key {key}, which “{code}” has in this project. Give one of them "
                        "another key.",
                        wanted=keys[code.key].name,
                        key=code.key,
                        code=code.name,
                    )
                )
