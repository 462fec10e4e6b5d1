"""Boxes that keep what is typed when the focus leaves them, and never before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _Kept:
    """What both kinds of box know: whether something else stands in them than what is recorded."""

    _shown = ""

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self._typed().strip()

    @property
    def changed(self) -> bool:
        """Whether something else stands in the box than what was shown."""
        return self._typed() != self._shown

    def forget(self) -> None:
        """What was typed is kept, or not wanted any more."""
        self._shown = self._typed()

    def _typed(self) -> str:
        raise NotImplementedError


class LineField(_Kept, QLineEdit):
    """One line.

    Signals:
        written: The person typed something else and left the box.
        left: The person pressed Escape.
    """

    written = Signal()
    left = Signal()

    def __init__(self, name: str, object_name: str, *, hint: str = "") -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._offered = QStringListModel(self)
        self.editingFinished.connect(self._on_finished)

    def offer(self, words: Iterable[str]) -> None:
        """Suggest these words while one types."""
        if self.completer() is None:
            self._suggest()
        offered = sorted(set(words), key=str.casefold)
        if offered != self._offered.stringList():
            self._offered.setStringList(offered)

    def _suggest(self) -> None:
        # Made once: it may not be replaced while it takes a word, which keeps the word and has the words offered anew.
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggested = QListView()
        suggested.setAccessibleName(tr("{name}: suggestions", name=self.accessibleName()))
        completer.setPopup(suggested)
        self.setCompleter(completer)
        suggested.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab leave the box while words are suggested, and take none of them: Enter does."""
        if (
            isinstance(watched, QWidget)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TABS
        ):
            watched.hide()
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

    def show_words(self, words: str, unsaved: str | None = None) -> None:
        """Show what is recorded, unless something else was typed; or what was typed before and couldn't be kept."""
        if unsaved is None and self.changed:
            return
        self.setText(words if unsaved is None else unsaved)
        self.setCursorPosition(0)
        self._shown = words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the box; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> str:
        return self.text()

    def _on_finished(self) -> None:
        if self.changed:
            self.written.emit()


class NoteField(_Kept, Themed, QPlainTextEdit):
    """A few lines.

    Signals:
        written: The person typed something else and left the box.
        left: The person pressed Escape, or Enter with Ctrl.
    """

    written = Signal()
    left = Signal()

    def __init__(self, name: str, object_name: str, *, hint: str = "") -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.follow_theme()

    def show_words(self, words: str, unsaved: str | None = None) -> None:
        """Show what is recorded, unless something else was typed; or what was typed before and couldn't be kept."""
        if unsaved is None and self.changed:
            return
        if words != self._shown or unsaved is not None:
            self.setPlainText(words)
            self.forget()  # which isn't to the letter what was set: Qt has spaces of its own
        if unsaved is not None:
            self.setPlainText(unsaved)

    def restyle(self) -> None:
        """Be four lines high."""
        super().restyle()
        self.setFixedHeight(self.look.px(4 * 20) + self.look.gap(16))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        if self.changed and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.written.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape, and Enter with Ctrl, leave the box; what was typed is kept."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> str:
        return self.toPlainText()
