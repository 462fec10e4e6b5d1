"""Who did what, when: the journal in words, composed when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.history.step_words import StepWords
from qualcoder_lite.storage.history import records
from qualcoder_lite.storage.history.past_steps import refuse_taking_back, take_back
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.history.records import StepRecord


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A step in words. `when` is an ISO time in UTC; `final` marks what can't be undone."""

    step: int
    when: str
    coder: str
    what: str
    undone: bool
    final: bool


class History:
    """What was done in a project, with undo and redo."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._journal = session.journal

    def entries(self, limit: int = -1) -> list[HistoryEntry]:
        """The steps that whoever looks may see, newest first, or those of the newest few."""
        words, sees = StepWords(self._session), self._session.visibility.sees_step
        return [_entry(record, words) for record in records.read(self._database, limit) if sees(record)]

    def listed(self, coder: str = "") -> HistoryList:
        """The same steps, or one coder's, each put into words only when it is looked at, day by day."""
        return HistoryList(self._session, coder)

    def undo(self) -> Changes:
        """Take the last step back; empty Changes when there is none."""
        return self._session.told(self._journal.undo())

    def redo(self) -> Changes:
        """Do the step that was undone last again; empty Changes when there is none."""
        return self._session.told(self._journal.redo())

    def take_back(self, step: int, *, coder: str = "") -> Changes:
        """Take one earlier step back, and leave alone what was done since: a step of its own.

        Raises UserError, with nothing changed, where something later builds on it.
        """
        session = self._session
        record = records.of_step(self._database, step)
        if record is not None and not session.visibility.sees_step(record):
            raise UserError(tr("This was done in a round of blind coding that is still open. Wait until it is closed."))
        refuse_taking_back(session.database, step)
        with session.step("take-back", {"step": step}, coder=session.directory.coder_name(coder)) as taking:
            take_back(session.database, self._journal, step, taking)
        return taking.changes

    def next_undo(self) -> HistoryEntry | None:
        """The step that `undo` takes back, in words."""
        return self._in_words(records.to_undo(self._database))

    def next_redo(self) -> HistoryEntry | None:
        """The step that `redo` does again, in words."""
        return self._in_words(records.to_redo(self._database))

    def can_undo(self) -> bool:
        """Whether `undo` would take a step back; known sooner than which it is."""
        return records.to_undo(self._database) is not None

    def can_redo(self) -> bool:
        """Whether `redo` would do a step again."""
        return records.to_redo(self._database) is not None

    def size(self, step: int) -> int:
        """How many entries of the project a step changed: codings, links, transcripts and so on."""
        return records.size(self._database, step)

    def entry(self, step: int | None) -> HistoryEntry | None:
        """One step in words, by its number; None where there is no such step."""
        return self._in_words(records.of_step(self._database, step)) if step is not None else None

    def _in_words(self, record: StepRecord | None) -> HistoryEntry | None:
        return _entry(record, StepWords(self._session)) if record else None


class HistoryList(Sequence[HistoryEntry]):
    """Steps, newest first, each put into words when it is asked for.

    Attributes:
        days: The local days (ISO) on which they were made, with how many steps each has.
        coders: Everybody who did any step of the project, by name.
    """

    def __init__(self, session: Session, coder: str = "") -> None:
        """List the steps there are now that whoever looks may see; what they say is not read yet."""
        self._database = session.database
        self._words = StepWords(session)
        outline = records.outline(session.database)
        if hidden := _hidden(session):
            outline = [(day, doer, [step for step in steps if step not in hidden]) for day, doer, steps in outline]
        by_day: dict[str, list[int]] = {}
        for day, doer, steps in outline:
            if steps and coder in ("", doer):
                by_day.setdefault(day, []).extend(steps)
        for steps in by_day.values():
            steps.sort(reverse=True)
        newest_first = sorted(by_day.items(), key=lambda item: item[1][0], reverse=True)
        self._steps = [step for _, steps in newest_first for step in steps]
        self.days: Sequence[tuple[str, int]] = [(day, len(steps)) for day, steps in newest_first]
        self.coders: Sequence[str] = sorted({doer for _, doer, _ in outline if doer})

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @overload
    def __getitem__(self, index: int) -> HistoryEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[HistoryEntry]: ...
    def __getitem__(self, index: int | slice) -> HistoryEntry | list[HistoryEntry]:
        """One step in words, or some, read together."""
        if isinstance(index, slice):
            wanted = self._steps[index]
            found = records.of_steps(self._database, wanted)
            return [_entry(found[step], self._words) for step in wanted]
        return self[slice(index, index + 1 or None)][0]


def _hidden(session: Session) -> frozenset[int]:
    """The steps that are kept from whoever looks: how many they are would tell how much somebody coded."""
    if not session.visibility.blind_in():
        return frozenset()
    return frozenset(record.id for record in records.read(session.database) if not session.visibility.sees_step(record))


def _entry(record: StepRecord, words: StepWords) -> HistoryEntry:
    return HistoryEntry(
        record.id,
        record.at,
        record.coder,
        words.of(record),
        record.state in ("undone", "cut"),
        record.state == "final",
    )
