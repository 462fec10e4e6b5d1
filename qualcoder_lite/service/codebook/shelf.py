"""Finding codes and groups where they stand in the codebooks, and refusing names and keys that are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebooks.new_codes import is_key
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.codebook import codebooks as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True)
class Place:
    """A code with the group and the codebook it stands in."""

    codebook: Codebook
    group: CodeGroup
    code: Code


class Shelf:
    """The codebooks as they are before a change."""

    def __init__(self, session: Session) -> None:
        """Read them."""
        self._session = session
        self.books = stored.read(session.database)

    def places(self) -> Iterator[Place]:
        """Every code in order."""
        for book in self.books:
            for group in book.groups:
                for code in group.codes:
                    yield Place(book, group, code)

    def place(self, code: str) -> Place:
        """Where a code stands that goes by this id, name or alias. UnknownNameError where none does."""
        found = self._session.directory.codes.find(code)
        return next(place for place in self.places() if place.code.id == found.id)

    def group(self, group: str) -> tuple[Codebook, CodeGroup]:
        """A group by its id or name, with its codebook. UserError where there is none, or more than one."""
        key = folded(group)
        found = [(book, each) for book in self.books for each in book.groups if key in (each.id, folded(each.name))]
        if len(found) != 1:
            name = one_line(group)
            raise UserError(
                tr("There are several groups “{name}” in this project. Say which one by its id.", name=name)
                if found
                else tr("There is no group “{name}” in this project. Say which one by its id.", name=name)
            )
        return found[0]

    def codebook(self, codebook: str) -> Codebook:
        """A codebook by its id or name. UserError where there is none."""
        key = folded(codebook)
        found = next((book for book in self.books if key in (book.id, folded(book.name))), None)
        if found is None:
            raise UserError(tr("There is no codebook “{name}” in this project.", name=one_line(codebook)))
        return found

    # What may not be

    def free_name(self, name: str, *, own: str = "", giving_up: str = "") -> str:
        """A name as it is kept. UserError where it is empty or another code goes by it.

        `own` is the id of the code that is to have it; `giving_up` that of a code that lets go of it as an alias.
        """
        name = one_line(name)
        if not name:
            raise UserError(tr("A code needs a name."))
        taken = self._session.directory.codes.seek(name)
        gives_up = taken is not None and taken.id == giving_up and folded(taken.name) != folded(name)
        if taken is not None and taken.id != own and not gives_up:
            raise UserError(
                tr("There is a code “{name}” that goes by that name already. Choose another.", name=taken.name)
            )
        return name

    @staticmethod
    def free_key(group: CodeGroup, key: str, *, own: str = "") -> str:
        """A key as it is kept. UserError where it is no letter or another code of the group has it."""
        key = _letter(key)
        taken = next(
            (code for code in group.codes if key and code.key == key and code.id != own and not code.retired), None
        )
        if taken is not None:
            raise UserError(
                tr(
                    "“{code}” has the key {key} in “{group}” already. Choose another letter.",
                    code=taken.name,
                    key=key,
                    group=group.name,
                )
            )
        return key

    def free_group_key(self, key: str, *, own: str = "") -> str:
        """A group's key as it is kept. UserError where it is no letter or another group has it."""
        key = _letter(key)
        groups = [group for book in self.books for group in book.groups if group.id != own]
        taken = next((group for group in groups if key and group.key.upper() == key), None)
        if taken is not None:
            raise UserError(
                tr("The group “{group}” has the key {key} already. Choose another letter.", group=taken.name, key=key)
            )
        return key

    def group_keys(self) -> set[str]:
        """The keys that groups have."""
        return {group.key.upper() for book in self.books for group in book.groups if group.key}


def keys_of(group: CodeGroup) -> set[str]:
    """The keys that a group's codes have; those that are retired answer to theirs no more."""
    return {code.key for code in group.codes if code.key and not code.retired}


def _letter(key: str) -> str:
    key = one_line(key).upper()
    if key and not is_key(key):
        raise UserError(tr("A key is one letter from A to Z, not “{key}”.", key=key))
    return key
