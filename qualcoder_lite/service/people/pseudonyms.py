"""Pseudonyms: a name is replaced in all transcripts and wherever else it is written, for good.

In three looks, each shown to a person: the forms in which the name stands in the project, every place of the forms
that were chosen, and what was done. Codings, turns, decisions and memos keep their words; the name is taken out of the
history, the search index and the backups too. Which name it was is only in the key, a file of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.offset_map import Replacement, replaced
from qualcoder_lite.domain.progress import part, unwatched
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.people import name_places
from qualcoder_lite.service.people.name_places import NameForm, NamePlace, PlaceKey, replacer
from qualcoder_lite.storage.file import backup_folder
from qualcoder_lite.storage.people import free_text
from qualcoder_lite.storage.people.key_file import ENDING as KEY_ENDING
from qualcoder_lite.storage.people.key_file import KeyFile
from qualcoder_lite.storage.transcripts import replacements as stored
from qualcoder_lite.storage.upkeep import scrub
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.naming.occurrences import NameQuery, Replacer
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.people.free_text import FreeText

__all__ = ["KEY_ENDING", "KeyFile", "NameForm", "NamePlace", "PlaceKey", "Pseudonyms", "Replaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What was done. `unreached` are sentences; `left` are forms that can still be read: there should be none."""

    places: int
    transcripts: int
    kept: int
    unreached: Sequence[str]
    left: Sequence[str]
    changes: Changes


class Pseudonyms:
    """Replaces names in a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def forms(self, query: NameQuery, progress: Progress = unwatched) -> list[NameForm]:
        """The forms in which a name stands in the project, commonest first. UserError where nothing is looked for."""
        return name_places.forms(self._database, query, progress)

    def suggest(self, progress: Progress = unwatched) -> list[NameForm]:
        """What may tell who somebody is, found by rule; a person decides about each."""
        return name_places.suggested(self._database, progress)

    def places(self, words: Mapping[str, str], progress: Progress = unwatched) -> list[NamePlace]:
        """Every place of some forms; `words` are what to put in the place of each. UserError where that is blank."""
        return name_places.places(self._database, replacer(words), progress)

    # The key

    def new_key(self, path: Path, passphrase: str) -> KeyFile:
        """Begin a key. UserError where the place is taken or belongs to the project, or the passphrase is too short."""
        own = {self._database.path, backup_folder.folder(self._database.path)}
        if own & {path.resolve(), *path.resolve().parents}:
            raise UserError(
                tr("The key must not lie with the project. Keep it where nobody else who has the project looks.")
            )
        return KeyFile.new(path, passphrase)

    def open_key(self, path: Path, passphrase: str) -> KeyFile:
        """Open a key. UserError where it is missing, damaged or no key, or the passphrase is another."""
        return KeyFile.open(path, passphrase)

    # Replacing

    def replace(
        self,
        words: Mapping[str, str],
        *,
        keep: Collection[PlaceKey] = (),
        key: KeyFile | None = None,
        name: str = "",
        coder: str = "",
        progress: Progress = unwatched,
    ) -> Replaced:
        """Replace forms everywhere but at the places to `keep`, for good; `name` is what the key gets to know.

        Raises UserError with nothing changed where a pseudonym is blank, contradicts the key, or the file couldn't be
        cleaned afterwards. Cleaning that breaks off all the same is told in the result, and finished at the next
        opening.
        """
        replaces = replacer(words)
        kept, found = set(keep), name_places.places(self._database, replaces, part(progress, 0, 40))
        places = [place for place in found if place.key not in kept]
        if not places:
            raise UserError(tr("There is no place left to replace. Nothing was changed."))
        scrub.refuse_unfit(self._database)
        self._keep_key(key, words, name)
        try:
            changes = self._write(replaces, places, coder)
        except BaseException:
            if key is not None:
                key.put_back()
            raise
        progress(70, 100)
        unreached = scrub.finish_or_say(self._database)
        progress(90, 100)
        left = [] if unreached else scrub.left_in_files(self._database, self._gone(words))
        progress(100, 100)
        return Replaced(
            places=len(places),
            transcripts=len({place.key[1] for place in places if place.in_transcript}),
            kept=len(found) - len(places),
            unreached=unreached,
            left=left,
            changes=changes,
        )

    def _keep_key(self, key: KeyFile | None, words: Mapping[str, str], name: str) -> None:
        if key is None:
            return
        names = {one_line(name): next(iter(words.values()))} if name.strip() else dict(words)
        key.add(names)
        key.save()  # before the project is changed: a name whose pseudonym nobody wrote down is lost

    def _write(self, replacer: Replacer, places: Sequence[NamePlace], coder: str) -> Changes:
        in_texts = _by_text([place for place in places if place.in_transcript])
        elsewhere = {place.key for place in places if not place.in_transcript}
        facts = {"places": len(places), "transcripts": len(in_texts)}
        coder = self._session.directory.coder_name(coder)
        with self._session.step("pseudonymise", facts, coder=coder, final=True) as step:
            for transcript, replacements in in_texts.items():
                stored.replace_in_transcript(self._database, transcript, replacements)
            free_text.write(self._database, self._rewritten(replacer, elsewhere))
            free_text.rewrite_past(self._database, replacer.replaced)
            scrub.within_step(self._database, step.id)
        return step.changes

    def _rewritten(self, replacer: Replacer, chosen: set[PlaceKey]) -> list[FreeText]:
        rows = {key[:3] for key in chosen}
        changed: list[FreeText] = []
        for written in free_text.read(self._database):
            if written[:3] not in rows:
                continue
            here = [one for one in replacer.places(written.words) if (*written[:3], one.start) in chosen]
            changed.append(written._replace(words=replaced(written.words, here)[0]))
        return changed

    def _gone(self, words: Mapping[str, str]) -> set[str]:
        """The forms that stand nowhere any more, whatever their case: those whose bytes can be looked for."""
        texts = [*name_places.said(self._database), *(place.words for place in free_text.read(self._database))]
        new = " ".join(words.values()).casefold()
        together = "\n".join(texts).casefold()
        return {form for form in words if form.casefold() not in together and form.casefold() not in new}


def _by_text(places: Sequence[NamePlace]) -> dict[str, list[Replacement]]:
    found: dict[str, list[Replacement]] = {}
    for place in places:
        start = place.key[3]
        found.setdefault(place.key[1], []).append(Replacement(start, start + len(place.words), place.new))
    return found
