"""Storing files one by one on the window's thread, with a breath between two, so that the window stays awake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qualcoder_lite.domain.changes import Changes
from qualcoder_lite.domain.errors import ReadOnlyProjectError, StorageFullError, UserError
from qualcoder_lite.gui.widgets.turns import in_turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
    from qualcoder_lite.gui.project.workspace import Workspace


class Storing(QObject):
    """Stores some files; each is a step of its own that can be undone.

    Signals:
        went_on: So many of so many files are through.
        ended: It is over; how many are in the project now.
    """

    went_on = Signal(int, int)
    ended = Signal(int)

    def __init__(self, workspace: Workspace, drafts: Sequence[Draft], parent: QObject) -> None:
        """Prepare to store what was read already."""
        super().__init__(parent)
        self._workspace = workspace
        self._drafts = drafts
        self._at = self._in = 0
        self._touched: dict[str, set[str]] = {}
        self._made: list[str] = []
        self._stopped = False
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._on_breath)

    def start(self) -> None:
        """Begin with the first file."""
        self.went_on.emit(0, len(self._drafts))
        self._breath.start(0)

    def stop(self) -> None:
        """Store no further file. Those that are in stay in."""
        self._stopped = True

    def _on_breath(self) -> None:
        if self._stopped or self._at >= len(self._drafts):
            self._end()
            return
        draft = self._drafts[self._at]
        self._at += 1
        try:
            self._store(draft)
        except (StorageFullError, ReadOnlyProjectError) as fault:
            draft.trouble = str(fault)
            self._stopped = True  # the others would fare no better
        except UserError as fault:
            draft.trouble = str(fault)
        except BaseException:
            self._end()
            raise
        self.went_on.emit(self._at, len(self._drafts))
        self._breath.start(0)

    def _store(self, draft: Draft) -> None:
        if draft.read is None:
            return
        draft.stored = self._workspace.project.transcripts.store(draft.read, draft.options)
        draft.trouble = ""
        self._in += 1
        for noun, ids in draft.stored.changes.touched.items():
            self._touched.setdefault(noun, set()).update(ids)
        self._made += draft.stored.changes.made

    def _end(self) -> None:
        touched = {noun: frozenset(ids) for noun, ids in self._touched.items()}
        changes = Changes(touched=touched, made=tuple(self._made))
        in_turns(self, lambda: self._workspace.tell(changes), lambda: self.ended.emit(self._in))
