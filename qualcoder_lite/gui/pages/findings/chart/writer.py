"""The chosen cell of the chart: its summary to write, the quotes it refers to, and what there is to summarise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.chart.cells import mark_at, marks
from qualcoder_lite.gui.pages.findings.chart.references import Reference, References
from qualcoder_lite.gui.pages.findings.quotes import QuotesList
from qualcoder_lite.gui.reading.text_offsets import TextOffsets
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.kept_box import KeptBox
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.service.chart.grid import ChartCell

_PARTS, _LIST = 130, 170  # heights: what is written of each person; the least of the quotes, in pixels at a scale of 1


class Writer(Card):
    """Where a cell's summary is written.

    Signals:
        saving_wanted: The person has written what they want kept; whether to go on to the cell below.
        left: The person wants to be in the grid again.
        still_holds: The person has read what is new, and the summary holds.
        turn_wanted: The person wants to see a quote in its transcript.
        back_wanted: The person wants the grid again, where the writer took its place.
    """

    saving_wanted = Signal(bool)
    left = Signal()
    still_holds = Signal()
    turn_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no cell yet."""
        super().__init__(kind="aside", parent=parent)
        self.setObjectName("chart-writer")
        self.setAccessibleName(tr("The chosen cell"))
        self._extracts: Sequence[Extract] = ()
        self._was = ""
        self.quotes: list[str] = []
        self._make_widgets()
        inside = QWidget()
        inside.setProperty("clear", True)
        inside.setLayout(
            Column(
                Row(self.back, None),
                self._title,
                self._under,
                self._older,
                self.text,
                Flow(self.save, self.refer, gap=8),
                self.references,
                self._parts_head,
                self._parts_area,
                self._quotes_head,
                (self.list, 1),
                gap=8,
                margins=(20, 14),
            )
        )
        self._area = Area(inside)
        self.setLayout(Column((self._area, 1)))
        self.set_alone(False)

    def _make_widgets(self) -> None:
        self.back = Button(tr("Back to the chart"), kind="quiet", icon="arrow-left")
        self.back.setObjectName("chart-back")
        self.back.clicked.connect(self.back_wanted)
        self._title = Label("", "title", wrap=True)
        self._under = Label("", "small", tone="muted", wrap=True)
        self._older_words = Label("", "small", wrap=True)
        self.holds = Button(tr("It still holds"), icon="check")
        self.holds.setObjectName("chart-holds")
        self.holds.clicked.connect(self.still_holds)
        self._older = Card(
            Row(Icon("history", colour="warn"), (self._older_words, 1), self.holds, gap=8, margins=(10, 8)), kind="note"
        )
        self.text = SummaryBox()
        self.text.finished.connect(self._on_finished)
        self.text.given_up.connect(self._give_up)
        self.text.textChanged.connect(self._say_referred)
        self.save = Button(tr("Save"), kind="primary", icon="check", name=tr("Save the summary (Ctrl+Enter)"))
        self.save.setObjectName("chart-save")
        self.save.clicked.connect(self._on_save)
        self.refer = Button(tr("Refer to the chosen quote"), icon="link")
        self.refer.setObjectName("chart-refer")
        self.refer.clicked.connect(self.refer_to_chosen)
        self.references = References()
        self.references.wanted.connect(self._go_to_quote)
        self._parts_head = Label(tr("What is written of each person"), "strong")
        self._parts = Label("", "small", wrap=True)
        self._parts.setObjectName("chart-parts")
        self._parts_area = Area(self._parts)
        self._quotes_head = Label(tr("Quotes"), "strong")
        self.list = QuotesList()
        self.list.setObjectName("chart-quotes")
        self.list.turn_wanted.connect(self.turn_wanted)

    # Showing

    def show_cell(self, cell: ChartCell, title: str, under: str, extracts: Sequence[Extract]) -> None:
        """Show a cell with its quotes; what was typed in the one before is gone."""
        summary = cell.summary
        self._title.setText(title)
        by = tr(" · written by {by}", by=cell.by) if cell.by else ""
        self._under.setText(f"{under}{by}")
        self._older.setVisible(bool(cell.older))
        what = cell.older.in_words(summaries=bool(cell.people))
        self._older_words.setText(tr("Older than the coding: {what}.", what=what) if cell.older else "")
        self._extracts = extracts
        self.quotes = list(summary.quotes) if summary else []
        self._was = summary.body if summary else ""
        self.text.setPlainText(self._was)
        self._parts_head.setVisible(bool(cell.people))
        self._parts_area.setVisible(bool(cell.people))
        self._parts_area.setFixedHeight(current().look.px(_PARTS))
        self.list.setMinimumHeight(current().look.px(_LIST) if extracts else 0)
        nothing = tr("Nothing is written of anybody here yet.")
        self._parts.setText("\n\n".join(f"{name}: {body}" for name, body in cell.parts) or nothing)
        self.list.show_quotes(extracts)
        self._quotes_head.setText(tr("{number} quotes", number=len(extracts)) if len(extracts) != 1 else tr("1 quote"))
        self.refer.setEnabled(bool(extracts) and not self.text.isReadOnly())
        self._say_referred()

    def forget(self) -> None:
        """Hold nothing of a cell any more."""
        self._extracts, self._was, self.quotes = (), "", []
        self.text.clear()
        self.list.show_quotes(())

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that isn't kept yet."""
        return self.text.words != self._was.strip()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be written in a project that can only be read."""
        self.text.setReadOnly(read_only)
        for button in (self.save, self.refer, self.holds):
            button.setEnabled(not read_only)

    def set_alone(self, alone: bool) -> None:
        """Offer the way back to the grid, where the writer has taken its place."""
        self.back.setVisible(alone)

    # Writing

    def begin(self, words: str) -> None:
        """Go into the box; `words` that were typed on the grid take the place of a summary, as in a spreadsheet."""
        if self.text.isReadOnly():
            return
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            self.text.selectAll()
            self.text.insertPlainText(words)
        else:
            self.text.moveCursor(QTextCursor.MoveOperation.End)

    def refer_to_chosen(self) -> None:
        """Put the number of the quote that is chosen in the list where the cursor stands."""
        row = self.list.currentIndex().row()
        if row < 0 or self.text.isReadOnly():
            return
        extract = self._extracts[row]
        known = next((n for n, coding in enumerate(self.quotes, 1) if coding in extract.codings), 0)
        if not known:
            self.quotes.append(extract.id)
            known = len(self.quotes)
        self.text.insert_mark(known)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        self.saving_wanted.emit(False)

    def _on_finished(self) -> None:
        self.saving_wanted.emit(True)

    def _give_up(self) -> None:
        self.text.setPlainText(self._was)
        self.left.emit()

    def _say_referred(self) -> None:
        """Say which quote each number in the box is."""
        references: list[Reference] = []
        for number in marks(self.text.words, len(self.quotes)):
            extract = self._quote(number)
            references.append(Reference(number, extract.text if extract else None))
        self.references.show_references(references)

    def _quote(self, number: int) -> Extract | None:
        """The quote that a number stands for; None where it is no longer coded here."""
        coding = self.quotes[number - 1]
        return next((each for each in self._extracts if coding in each.codings), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the grid from anywhere in here; in the box it gives up what is typed first."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # From a sentence to its quote

    def go_to_quote(self) -> bool:
        """Go to the quote that the sentence at the cursor refers to; False where the summary refers to none."""
        body = self.text.toPlainText()
        position = TextOffsets(body).from_qt(self.text.textCursor().position())
        number = mark_at(body, position, len(self.quotes))
        return bool(number) and self._go_to_quote(number)

    def _go_to_quote(self, number: int) -> bool:
        extract = self._quote(number)
        if extract is None:
            return False
        self.list.choose(extract.transcript, extract.start)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.list)
        return True


class SummaryBox(KeptBox):
    """The box for a summary; it takes the numbers of quotes."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__(
            tr("Summary in your words"), "chart-summary", hint=tr("Write in your own words …"), least=4, most=12
        )

    def insert_mark(self, number: int) -> None:
        """Put a quote's number at the cursor, with a blank before it where words stand there."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()] if cursor.position() <= len(self.toPlainText()) else ""
        blank = " " if before and not before[-1].isspace() and before[-1] not in "([" else ""
        cursor.insertText(f"{blank}[{number}]")
        self.setTextCursor(cursor)
