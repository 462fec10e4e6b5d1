"""Long work while it runs: a strip at the foot of the page with what is done, how far it is, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.work.tasks import Task

_MARGIN, _WIDEST = 16, 720
_PATIENCE = 300  # milliseconds: what is over sooner needs no strip


class ProgressStrip(QWidget):
    """Shows one task over the foot of its host, and goes when the task ends."""

    def __init__(self, host: QWidget, task: Task) -> None:
        """Follow a task from its start."""
        super().__init__(host)
        self.setObjectName("progress")
        self._host, self._task = host, task
        self._bar = QProgressBar()
        self._bar.setObjectName("progress-bar")
        self._bar.setAccessibleName(task.title)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._cancel = Button(tr("Cancel"))
        self._cancel.setObjectName("progress-cancel")
        self._cancel.clicked.connect(self._on_cancel)
        self._words = Label(f"{task.title} …", "strong", wrap=True)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        inside = Row((self._words, 1), (self._bar, 1), self._cancel, gap=16, margins=(16, 10))
        row.addWidget(Card(inside, kind="dialog"))
        self.hide()
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._leave)
        host.installEventFilter(self)
        theme.current().changed.connect(self._place)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._appear)
        self._patience.start(_PATIENCE)

    def _appear(self) -> None:
        self._place()
        self.show()
        # One piece of work waits for another: the one that runs is on top.
        others = [strip for strip in self._host.findChildren(ProgressStrip) if strip is not self and strip.isVisible()]
        if others:
            self.stackUnder(others[0])
        else:
            self.raise_()
        announce(self._host, f"{self._task.title} …")

    def _leave(self) -> None:
        """Go at once: what the task found may open a dialog, and a deletion waits until that is closed."""
        self._patience.stop()
        self.hide()
        self.deleteLater()

    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_cancel(self) -> None:
        self._task.cancel()
        self._cancel.setEnabled(False)
        self._words.setText(tr("Stopping …"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the host."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = max(0, min(self._host.width() - 2 * _MARGIN, theme.current().look.px(_WIDEST)))
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((self._host.width() - width) // 2, self._host.height() - height - _MARGIN, width, height)
