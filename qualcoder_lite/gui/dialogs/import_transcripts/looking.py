"""The stage of the dialog at which the files are looked at: what is in them, how many are taken, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from qualcoder_lite.gui.dialogs.import_transcripts.preview import Preview
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
    from qualcoder_lite.gui.program.settings import Settings

_WIDE = 60  # width in em from which the summary has room beside the buttons
_ROOMY = 40  # height in em from which there is room for a heading


class LookingStage(QWidget):
    """Shows the files, with a heading above where there is room, and a summary and buttons below.

    Signals:
        files_asked: The person wants to add files.
        table_asked: The person wants what a table says of the files to be filled in.
        left: The person wants to bring in none.
        import_asked: The person wants the ticked ones to be brought in.

    Attributes:
        preview: The files, and what is in the chosen one.
    """

    files_asked = Signal()
    table_asked = Signal()
    left = Signal()
    import_asked = Signal()

    def __init__(self, title: str, settings: Settings) -> None:
        """Show no files yet; `title` is the dialog's."""
        super().__init__()
        self.preview = Preview(settings)
        words = Label(tr("Nothing is stored until you press Import."), "small", tone="muted")
        self._head = Card(Column(Label(title, "title"), words, gap=2, margins=(20, 10)), kind="bar")
        self.summary = Label("", tone="muted", wrap=True)
        self.summary.setObjectName("import-summary")
        self._make_buttons()
        buttons = Row(None, self.table, self.more, self.leave, self.do, gap=10)
        self._foot = Row((self.summary, 1), buttons, gap=10, margins=(20, 10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.preview, 1)
        column.addWidget(Card(self._foot, kind="foot"))

    def _make_buttons(self) -> None:
        self.more = Button(tr("Add files …"), icon="plus")
        self.more.setObjectName("import-more")
        self.more.clicked.connect(self.files_asked)
        self.table = Button(tr("Fill in from a table …"), icon="findings")
        self.table.setObjectName("import-table")
        self.table.clicked.connect(self.table_asked)
        self.leave = Button(tr("Cancel"))
        self.leave.setObjectName("import-cancel")
        self.leave.clicked.connect(self.left)
        self.do = Button("", kind="primary", icon="import")
        self.do.setObjectName("import-do")
        self.do.clicked.connect(self.import_asked)

    def say_how_many(self, drafts: Sequence[Draft], of_table: str = "") -> None:
        """Say how many files there are and how many are taken, with what a table had to say of them."""
        taken = sum(draft.is_taken for draft in drafts)
        bad = sum(draft.read is None for draft in drafts)
        out = len(drafts) - taken - bad
        parts = [tr("{n:,} file", "{n:,} files", n=len(drafts))]
        parts += [tr("{bad:,} can’t be read", bad=bad)] if bad else []
        parts += [tr("{out:,} left out", out=out)] if out else []
        parts += [of_table] if of_table else []
        self.summary.setText(" · ".join(parts))
        self.do.set_words(tr("Import {n:,} transcript", "Import {n:,} transcripts", n=taken))
        self.do.setEnabled(taken > 0)

    def fold(self, room: QSize) -> None:
        """Give the heading's room to the files where the dialog has little, and the summary a line of its own."""
        em = current().look.px(15)
        self._head.setVisible(room.height() >= _ROOMY * em)
        narrow = room.width() < _WIDE * em
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(above if narrow else beside)
