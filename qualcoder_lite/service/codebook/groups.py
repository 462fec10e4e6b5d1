"""The groups that codes stand in: new ones, their name, letter and colour, their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodeGroup
from qualcoder_lite.domain.codebooks.new_codes import free_group_key
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded, new_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.codebook.log import GROUP_FIELDS, CodebookLog, reason
from qualcoder_lite.service.codebook.shelf import Shelf
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.codebook import codes as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdit:
    """What is to be different about a group; None leaves it as it is. `colour` is a name, as in a codebook's file."""

    name: str | None = None
    key: str | None = None
    colour: str | None = None
    description: str | None = None


class CodeGroups:
    """The groups of a project's codebooks as somebody changes them."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def add(self, codebook: str, edit: GroupEdit, *, why: str, coder: str = "") -> Changes:
        """Make a group at the end of a codebook (an id or a name). Without a key it gets a letter that is free.

        Raises UserError where it has no name, or name or key are taken, or no reason is given.
        """
        shelf = Shelf(self._session)
        book, why = shelf.codebook(codebook), reason(why, "new-group")
        name = _free_name(book, edit.name or "")
        key = free_group_key(name, shelf.group_keys()) if edit.key is None else shelf.free_group_key(edit.key)
        group = CodeGroup(
            id=new_id(),
            name=name,
            key=key,
            colour=edit.colour or "themes",
            codes=(),
            description=canonical(edit.description or "").strip(),
        )
        with self._session.step("new-group", {"group": group.id}, coder=self._coder_name(coder)) as step:
            stored.add_group(self._database, group, book.id)
            CodebookLog(self._session, why=why, coder=coder).note(book, "group added", after=name)
        return step.changes

    def edit(self, group: str, edit: GroupEdit, *, why: str = "", coder: str = "") -> Changes:
        """Change a group's name, letter, colour or description, all in one step.

        Raises UserError where name or key are taken, or it gets another name without a reason.
        """
        shelf = Shelf(self._session)
        book, before = shelf.group(group)
        wanted = replace(
            before,
            name=before.name if edit.name is None else _free_name(book, edit.name, own=before.id),
            key=before.key if edit.key is None else shelf.free_group_key(edit.key, own=before.id),
            colour=before.colour if edit.colour is None else one_line(edit.colour),
            description=before.description if edit.description is None else canonical(edit.description).strip(),
        )
        changed = [field for field in GROUP_FIELDS if getattr(before, field) != getattr(wanted, field)]
        why = reason(why, "name" if "name" in changed else None)
        facts = {"group": before.id, "fields": changed}
        with self._session.step("edit-group", facts, coder=self._coder_name(coder)) as step:
            if changed:
                stored.put_group(self._database, wanted)
                log = CodebookLog(self._session, why=why, coder=coder)
                for field in changed:
                    log.note(book, GROUP_FIELDS[field], before=getattr(before, field), after=getattr(wanted, field))
        return step.changes

    def move(self, group: str, at: int, *, coder: str = "") -> Changes:
        """Put a group at a place among those of its codebook, counted from 0."""
        book, found = Shelf(self._session).group(group)
        others = [each.id for each in book.groups if each.id != found.id]
        order = [*others[: max(at, 0)], found.id, *others[max(at, 0) :]]
        with self._session.step("move-group", {"group": found.id}, coder=self._coder_name(coder)) as step:
            stored.place_groups(self._database, order)
        return step.changes

    def remove(self, group: str, *, why: str = "", coder: str = "") -> Changes:
        """Take away a group that has no codes. UserError where it has any, be they retired or merged."""
        book, found = Shelf(self._session).group(group)
        if stored.of_group(self._database, found.id):
            raise UserError(
                tr("“{group}” has codes. Move them to another group first; retired ones count too.", group=found.name)
            )
        facts = {"name": found.name}
        with self._session.step("remove-group", facts, coder=self._coder_name(coder)) as step:
            log = CodebookLog(self._session, why=reason(why), coder=coder)
            log.note(book, "group taken away", before=found.name)
            stored.remove_group(self._database, found.id)
        return step.changes

    def _coder_name(self, coder: str) -> str:
        return self._session.directory.coder_name(coder)


def _free_name(book: Codebook, name: str, *, own: str = "") -> str:
    name = one_line(name)
    if not name:
        raise UserError(tr("A group needs a name."))
    if any(folded(group.name) == folded(name) and group.id != own for group in book.groups):
        raise UserError(
            tr(
                "There is a group “{name}” in “{codebook}” already. Choose another name.",
                name=name,
                codebook=book.title,
            )
        )
    return name
