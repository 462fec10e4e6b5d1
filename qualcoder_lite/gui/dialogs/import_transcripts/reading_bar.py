"""How a file was read, where that was guessed: its encoding, joined lines, what was taken off; all can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.service.transcripts.files import known_encodings
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft


class ReadingBar(QWidget):
    """Choices about how one file's bytes became text; it shows only where there is a choice.

    Signals:
        encoding_chosen: The person says which encoding it is.
        joining_chosen: The person says whether lines are joined.
        keeping_chosen: The person says whether what repeats on the pages stays.
    """

    encoding_chosen = Signal(str)
    joining_chosen = Signal(bool)
    keeping_chosen = Signal(bool)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.encoding = ChoiceBox(tr("Read as"), list(known_encodings().items()))
        self.encoding.setObjectName("import-encoding")
        self.encoding.chosen.connect(self.encoding_chosen)
        head = Label(tr("Read as"), "small_strong")
        head.setBuddy(self.encoding)
        self._encoding = QWidget()
        self._encoding.setLayout(Column(head, self.encoding, gap=2))
        self.joining = TickBox(tr("Put lines of a fixed width back into paragraphs"))
        self.joining.setObjectName("import-join-lines")
        self.joining.clicked.connect(self.joining_chosen)
        self.keeping = TickBox(tr("Keep what repeats at the edges of pages"))
        self.keeping.setObjectName("import-keep-edges")
        self.keeping.clicked.connect(self.keeping_chosen)
        outer = Column(Card(Flow(self._encoding, self.joining, self.keeping, gap=16, margins=(16, 8)), kind="bar"))
        self.setLayout(outer)
        self.hide()

    def show_draft(self, draft: Draft | None) -> None:
        """Show how a file was read."""
        text = draft.read.text if draft and draft.read else None
        encoding = (draft.encoding or text.encoding) if draft and text else ""
        joined = bool(draft and text and (text.lines_joined or not draft.join_lines))
        self.encoding.set_value(encoding)
        self.joining.setChecked(draft is not None and draft.join_lines)
        self._encoding.setVisible(bool(encoding))
        self.joining.setVisible(joined)
        edges = bool(draft and text and text.has_edges)
        self.keeping.setChecked(draft is not None and draft.keep_edges)
        self.keeping.setVisible(edges)
        self.setVisible(bool(encoding) or joined or edges)
