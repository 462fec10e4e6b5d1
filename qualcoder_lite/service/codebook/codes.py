"""The codes of the codebooks, changed one by one: new ones, other words, another place, retired and brought back.

Each change is one step that can be undone, and an entry of the codebook's history with its reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.domain.codebooks.new_codes import (
    THEMES,
    THEMES_BOOK_ID,
    THEMES_COLOUR,
    THEMES_GROUP_ID,
    THEMES_KEY,
    THEMES_TITLE,
    free_group_key,
    free_key,
    proposed_name,
)
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical, speech
from qualcoder_lite.service.codebook.edit import CodeEdit, edited, refuse_aliases_taken, renamed
from qualcoder_lite.service.codebook.log import CODE_FIELDS, CodebookLog, reason, shown
from qualcoder_lite.service.codebook.merging import merge, split, split_units
from qualcoder_lite.service.codebook.shelf import Shelf, keys_of
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.directory import Entry, one_line
from qualcoder_lite.storage.codebook import codebooks as stored_books
from qualcoder_lite.storage.codebook import codes as stored
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.transcripts import texts as stored_texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.service.codebook.merging import SplitUnit
    from qualcoder_lite.service.codebook.published_marks import MarksAt
    from qualcoder_lite.service.coding.codings import Codings
    from qualcoder_lite.service.session import Session

#: Fields of which a change needs a reason.
_MEANING = ("name", "definition", "when_to_use", "when_not_to_use")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of a transcript (an id) in code points, end exclusive, to put a new code on."""

    transcript: str
    start: int
    end: int


class Codes:
    """The codes of a project as somebody changes them."""

    def __init__(self, session: Session, codings: Codings) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._codings = codings

    def counts(self) -> dict[str, int]:
        """How many codings each code (an id) has; a code without any is left out."""
        if self._session.visibility.blind_in():
            return Counter(row[1] for row in self._seen())
        return stored.counts(self._database)

    def linked(self) -> dict[str, int]:
        """How many codings name each code (an id) as the feature they are because of."""
        if self._session.visibility.blind_in():
            seen = {row[5] for row in self._seen()}
            found = {(coding, code) for coding, code, _ in counting.link_rows(self._database) if coding in seen}
            return Counter(code for _, code in found)
        return stored.linked(self._database)

    def _seen(self) -> list[FullRow]:
        """The codings that whoever looks may see."""
        return self._session.visibility.rows(counting.coded_rows(self._database))

    # New ones

    def proposed_name(self, spot: Spot) -> str:
        """A name for a code in the words of a passage; empty where they make none, or a code has that name."""
        text = stored_texts.body(self._database, spot.transcript)
        turns = stored_turns.of_transcript(self._database, spot.transcript)
        name = proposed_name(speech(text, turns, spot.start, spot.end) or text[spot.start : spot.end])
        return "" if name and self._session.directory.codes.seek(name) else name

    def add(
        self,
        name: str,
        *,
        why: str,
        coder: str,
        group: str = "",
        texts: CodeEdit | None = None,
        spot: Spot | None = None,
    ) -> Changes:
        """Make a code, under “New themes” unless a group is named, and put it on a passage if one is given.

        All of it is one step. Without a key in `texts`, the code gets a letter that is free.

        Raises UserError where the name or key is taken, or no reason is given.
        """
        shelf = Shelf(self._session)
        why, name = reason(why, "new-code"), shelf.free_name(name)
        code = Code(id=new_id(), name=name, group="")
        with self._session.step("new-code", {"code": code.id}, coder=self._session.directory.coder_name(coder)) as step:
            book, shelved = shelf.group(group) if group else self._themes(shelf)
            key = texts.key if texts is not None else None
            key = free_key(name, keys_of(shelved)) if key is None else shelf.free_key(shelved, key)
            code = replace(edited(code, replace(texts or CodeEdit(), name=name)), key=key)
            stored.add(self._database, code, shelved.id)
            CodebookLog(self._session, why=why, coder=coder).note(book, "added", code.id, after=name)
            self._session.directory.codes.add(Entry(code.id, code.name, code.aliases))
            if spot is not None:
                transcript, start, end = spot.transcript, spot.start, spot.end
                step.facts.update({"transcript": transcript, "start": start, "end": end})
                self._codings.put(NewCoding(transcript=transcript, start=start, end=end, code=code.id, coder=coder))
        return step.changes

    def _themes(self, shelf: Shelf) -> tuple[Codebook, CodeGroup]:
        """The group “New themes” with its codebook, made by the step that is open if there is none yet."""
        found = [(book, group) for book in shelf.books for group in book.groups if group.id == THEMES_GROUP_ID]
        if found:
            return found[0]
        taken = shelf.group_keys()
        key = THEMES_KEY if THEMES_KEY not in taken else free_group_key(THEMES_TITLE, taken)
        group = CodeGroup(id=THEMES_GROUP_ID, name=THEMES_TITLE, key=key, colour=THEMES_COLOUR, codes=())
        book = next((book for book in shelf.books if book.id == THEMES_BOOK_ID), None)
        if book is None:
            book = Codebook(
                id=THEMES_BOOK_ID,
                name=THEMES,
                title=THEMES_TITLE,
                version=1,
                kind=CodebookKind.OTHER,
                source="Made by the coders of this project as themes emerged",
                groups=(group,),
            )
            stored_books.add(self._database, book)
        else:
            stored.add_group(self._database, group, book.id)
        return book, group

    # Other words

    def rename(self, code: str, name: str, *, why: str, coder: str = "") -> Changes:
        """Give a code another name, and keep the old one as an alias, so that tables that use it still fit.

        Raises UserError where the name is taken, is the code's own already, or no reason is given.
        """
        if not one_line(name) or not canonical(why).strip():
            raise UserError(tr("A renamed code needs a name and the reason why: one line is enough."))
        found = self._session.directory.codes.find(code)
        if one_line(name) == found.name:
            raise UserError(tr("The code is called “{name}” already.", name=found.name))
        return self.edit(code, CodeEdit(name=name), why=why, coder=coder)

    def edit(self, code: str, edit: CodeEdit, *, why: str = "", coder: str = "") -> Changes:
        """Change what is said of a code, all in one step; an old name stays as an alias. Nothing new changes nothing.

        Raises UserError where the name or key is taken, or what the code means changes without a reason.
        """
        shelf = Shelf(self._session)
        place = shelf.place(code)
        before = place.code
        wanted = edited(before, edit)
        if edit.name is not None:
            wanted = renamed(before, wanted, shelf.free_name(edit.name, own=before.id))
        if edit.aliases is not None:
            refuse_aliases_taken(self._session, wanted)
        if edit.key is not None:
            wanted = replace(wanted, key=shelf.free_key(place.group, edit.key, own=before.id))
        changed = [field for field in CODE_FIELDS if getattr(before, field) != getattr(wanted, field)]
        meaning = set(changed) & set(_MEANING)
        why = reason(why, "name" if meaning == {"name"} else "meaning" if meaning else None)
        facts: dict[str, object] = {"code": before.id, "fields": changed}
        if "name" in changed:
            facts |= {"before": before.name, "after": wanted.name}
        verb = "rename-code" if "name" in changed else "edit-code"
        with self._session.step(verb, facts, coder=self._session.directory.coder_name(coder)) as step:
            if changed:
                stored.put(self._database, wanted)
                log = CodebookLog(self._session, why=why, coder=coder)
                for field in changed if "name" not in changed else [each for each in changed if each != "aliases"]:
                    old, new = (shown(getattr(each, field)) for each in (before, wanted))
                    log.note(place.codebook, CODE_FIELDS[field], before.id, before=old, after=new)
        return step.changes

    # Another place

    def move(self, code: str, group: str, at: int | None = None, *, why: str = "", coder: str = "") -> Changes:
        """Put a code into a group (an id or a name), at a place among its codes counted from 0, by default the last.

        A code that comes into a group where its key is taken gets one that is free. The order within a group is no
        matter of the codebook's history; another group is.
        """
        shelf = Shelf(self._session)
        place, (book, target) = shelf.place(code), shelf.group(group)
        why = reason(why)
        others = [each for each in stored.of_group(self._database, target.id) if each != place.code.id]
        seen = [each.id for each in target.codes if each.id != place.code.id]
        # Places are counted among the codes that are seen; codes that were merged stay where they were.
        before = len(others) if at is None or at >= len(seen) else others.index(seen[max(at, 0)])
        order = [*others[:before], place.code.id, *others[before:]]
        comes = target.id != place.group.id
        facts = {"code": place.code.id, "group": target.id, "within": not comes}
        with self._session.step("move-code", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.place(self._database, target.id, order)
            if comes:
                self._settle_in(place.code, target)
                log = CodebookLog(self._session, why=why, coder=coder)
                for each in {place.codebook.id: place.codebook, book.id: book}.values():
                    log.note(each, "moved", place.code.id, before=place.group.name, after=target.name)
        return step.changes

    def _settle_in(self, code: Code, group: CodeGroup) -> None:
        taken = keys_of(group)
        if code.key in taken:
            stored.put(self._database, replace(code, key=free_key(code.name, taken)))

    # Out of use, and back

    def retire(self, code: str, *, why: str, coder: str = "") -> Changes:
        """Take a code out of use: it stays on what was coded with it, but is put on nothing more."""
        place = Shelf(self._session).place(code)
        if place.code.retired:
            raise UserError(tr("“{code}” is retired already.", code=place.code.name))
        why = reason(why, "retired-code")
        facts = {"code": place.code.id}
        with self._session.step("retire-code", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.put(self._database, replace(place.code, retired=True))
            CodebookLog(self._session, why=why, coder=coder).note(place.codebook, "retired", place.code.id)
        return step.changes

    def bring_back(self, code: str, *, why: str = "", coder: str = "") -> Changes:
        """Take a retired code into use again; where its key is taken meanwhile it gets a free one."""
        place = Shelf(self._session).place(code)
        if not place.code.retired:
            raise UserError(tr("“{code}” is in use already.", code=place.code.name))
        if place.code.merged_into:
            raise UserError(
                tr("“{code}” was merged into another code. Undo that, or make a new code.", code=place.code.name)
            )
        facts, taken = {"code": place.code.id}, keys_of(place.group)
        key = free_key(place.code.name, taken) if place.code.key in taken else place.code.key
        with self._session.step("bring-back-code", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.put(self._database, replace(place.code, retired=False, key=key))
            log = CodebookLog(self._session, why=reason(why), coder=coder)
            log.note(place.codebook, "brought back", place.code.id)
        return step.changes

    # Together and apart

    def merge(self, codes: Sequence[str], into: str, *, why: str, coder: str = "") -> Changes:
        """Let one code take the place of others, whose names stay as its aliases. See `code_merging.merge`."""
        return merge(self._session, codes, into, why=why, coder=coder)

    def published_marks(self, code: str) -> list[MarksAt]:
        """The published marks at a code, which are set beside nothing any more once it is merged into another."""
        from qualcoder_lite.service.codebook.published_marks import marks_at

        return marks_at(self._session, code)

    def split_units(self, code: str) -> list[SplitUnit]:
        """What a code is on, in pieces that can go to a new code. See `code_merging.split_units`."""
        return split_units(self._session, code)

    def split(
        self, code: str, name: str, codings: Sequence[str], *, why: str, coder: str = "", texts: CodeEdit | None = None
    ) -> Changes:
        """Make a new code of some of the codings (ids) of another. See `code_merging.split`."""
        new = edited(Code(id=new_id(), name=name, group=""), replace(texts or CodeEdit(), name=name, key=None))
        return split(self._session, code, new, codings, why=why, coder=coder)
