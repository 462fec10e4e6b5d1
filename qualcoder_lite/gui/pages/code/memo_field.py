"""The field for a memo on a coding, in the bar of this passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qualcoder_lite.gui.widgets.kept_box import KeptBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class MemoField(KeptBox):
    """A few lines about the coding; kept whichever way the focus leaves it.

    Signals:
        kept: The focus went elsewhere.
        left: The person goes back to the text.
    """

    kept = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__(
            tr("Memo"), "memo", hint=tr("What did you notice? Esc goes back to the text."), least=3, most=6
        )
        self.finished.connect(self.left)
        self.given_up.connect(self.left)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self.kept.emit()
