"""The facade: one object for one open project, which the window and the command line hold.

Here is how a project is made, opened, kept safe and closed; what can be done in it is in its parts (`project_parts`).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.service.backup import back_up
from qualcoder_lite.service.codebook.codebooks import DEFAULT, read_codebooks, shipped_register
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.project_info import at_a_glance
from qualcoder_lite.service.project_parts import ProjectParts
from qualcoder_lite.service.session import Session
from qualcoder_lite.storage import projects, search_index
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.file import backup_folder, backups, opening
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.upkeep import checks, scrub
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.project_info import ProjectInfo
    from qualcoder_lite.storage.file.database import Database


class Project(ProjectParts):
    """An open project. Use it from one thread, as a context manager or with `close`."""

    def __init__(self, database: Database) -> None:
        """Wrap an open database; use `create`, `open` or `look` instead."""
        super().__init__(Session(database))
        self._database = database
        self._closed = False
        self.path = database.path

    # Opening and closing

    @classmethod
    def create(cls, path: Path, *, title: str = "", with_codebooks: Sequence[str] = DEFAULT) -> Self:
        """Make a new project with its codebooks and the site register, and open it.

        Raises UserError where a file is in the way, none can be made, or a codebook is wrong; no file is left then.
        """
        books = read_codebooks(with_codebooks)
        register = shipped_register()
        database = opening.create(path)
        try:
            _bring_up_to_date(database)
            project = cls(database)
            with project._session.step("new", {"codes": sum(len(book.codes) for book in books)}, final=True):
                at = datetime.now(UTC).isoformat(timespec="seconds")
                projects.add(database, new_id(), one_line(title) or one_line(path.stem), at)
                for book in books:
                    codebooks.add(database, book)
                codebooks.add_register(database, register.features)
        except BaseException:
            database.discard()
            raise
        return project

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project to work on it; one made by an older version is backed up and brought up to date.

        Raises NotAProjectError, ProjectTooNewError, ProjectDamagedError, ProjectLockedError or ReadOnlyProjectError.
        """
        database = opening.for_writing(path)
        try:
            if database.needs_migration:
                backups.backup_now(database)
                _bring_up_to_date(database)
            elif triggers.missing(database) or search_index.triggers_missing(database):
                # Another program's work: without them writes pass the journal and the index by.
                _bring_up_to_date(database)
            _finish_cleaning(database)
            return cls(database)
        except BaseException:
            database.close()
            raise

    def beside(self) -> Self:
        """The same project once more, for long work on another thread while this opening waits. Close it there.

        Raises ProjectLockedError where the place of the file lets only one connection in.
        """
        return type(self)(opening.beside(self._database))

    def take_note(self, changes: Changes) -> Changes:
        """Let go of what is out of date now that something was changed through an opening `beside`."""
        return self._session.told(changes)

    @classmethod
    def look(cls, path: Path, as_coder: str = "") -> Self:
        """Open a project to read it alone: while another program writes to it, or where nothing can be written.

        `as_coder` is a name: the project is shown as they may see it (see `look_as`).

        Raises NotAProjectError, ProjectTooNewError or ProjectDamagedError; and where an older version made it,
        what `open` raises, since it must be brought up to date first.
        """
        database = opening.for_reading(path)
        if database.needs_migration:
            database.close()
            cls.open(path).close()
            database = opening.for_reading(path)
        project = cls(database)
        project.look_as(as_coder)
        return project

    def close(self) -> None:
        """Close the project; if something changed and the last backup is old enough, back it up first.

        What was done is saved in any case: a backup that can't be made is no error here, but told in `notices`. What
        transcripts say is counted for the next time.
        Closing again does nothing more.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if not self.read_only:
                backups.backup_if_due(self._database)
                self.findings.keep_what_is_heard()
        except UserError as fault:
            self._database.notices.append(str(fault))
        finally:
            self._database.close()

    def discard(self) -> None:
        """Close a project that could not be finished, and take its file away."""
        self._closed = True
        self._database.discard()

    def __enter__(self) -> Self:
        """Give the project itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it. A fault of the program in a damaged file is the damage's doing, and told as that."""
        try:
            told_already = isinstance(error, UserError | CancelledError)
            if isinstance(error, Exception) and not told_already and not self._closed:
                checks.refuse_damaged(self._database)
        finally:
            self.close()

    def look_as(self, coder: str) -> None:
        """Show the project as one coder (a name or id) sees it; an empty name shows everything.

        In the transcripts of an open round of blind coding in which they take part, they see nothing of the others'.
        """
        self._session.look_as(coder)

    @property
    def blind_in(self) -> frozenset[str]:
        """The transcripts (ids) in which whoever looks sees only their own work."""
        return self._session.visibility.blind_in()

    # At a glance

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._database.read_only

    @property
    def notices(self) -> Sequence[str]:
        """What there is to say of the place where the project lies, in sentences."""
        return self._database.notices

    @property
    def uuid(self) -> str:
        """The project's UUID, which every copy of it has."""
        return projects.uuid_and_title(self._database)[0]

    @property
    def title(self) -> str:
        """The project's title."""
        return projects.uuid_and_title(self._database)[1]

    def info(self) -> ProjectInfo:
        """The project at a glance."""
        return at_a_glance(self._session)

    # Keeping it safe

    def refuse_if_gone(self) -> None:
        """Raise UserError where the open file was deleted, renamed or moved: what is done to it now would be lost.

        A system that lets go of files only when they are closed takes what is written to them without a word.
        """
        if not self.path.exists():
            raise UserError(
                tr(
                    "“{path}” is no longer there: it was deleted, renamed or moved, or its disk is gone. "
                    "Nothing more is saved until it is back in its place. What is shown here can still be "
                    "saved elsewhere: choose “Back up to a file” in the File menu, and go on in the copy.",
                    path=self.path,
                )
            )

    def check(self) -> list[str]:
        """What is wrong with the file, a sentence each; empty when all is well."""
        return checks.problems(self._database)

    def backup(self, target: Path) -> None:
        """Write a whole copy of the project to another file, in place of an earlier copy or where nothing is yet.

        Raises UserError where the copy can't be written, or something else would be lost by it.
        """
        back_up(self._database, target)

    def backup_if_due(self) -> Path | None:
        """Make an automatic backup if something changed and the last is older than 15 minutes; its place if made."""
        return backups.backup_if_due(self._database)

    def last_backup(self) -> datetime | None:
        """When the newest automatic backup was made, in UTC."""
        newest = self.backups()[:1]
        return backup_folder.made_at(newest[0]) if newest else None

    def backups(self) -> list[Path]:
        """The automatic backups, newest first."""
        return backup_folder.listed(self.path)


def _finish_cleaning(database: Database) -> None:
    """Clean the file of words that were withdrawn or replaced, where that broke off; what stands in the way is told."""
    if not scrub.pending(database):
        return
    try:
        database.notices += scrub.finish(database)
    except UserError as fault:
        database.notices.append(str(fault))


def _bring_up_to_date(database: Database) -> None:
    from qualcoder_lite.storage.upkeep.migrations import bring_up_to_date  # brings sqlite-utils, which takes its time

    bring_up_to_date(database)
