"""The pane that says what will be in an export: the sheet, who is left out, and who might be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_lite.domain.extract import attribution
from qualcoder_lite.gui.pages.export.sheet import Sheet
from qualcoder_lite.gui.pages.export.wanted import counted, left_out
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from qualcoder_lite.domain.consent import WithoutConsent
    from qualcoder_lite.gui.pages.export.sheet import Begins
    from qualcoder_lite.service.extracts_preview import ExtractsPreview

_WARNINGS = 6
_WIDEST = 760  # of the sheet, at a text scale of 1


class LookPane(QScrollArea):
    """Shows one preview at a time, or what is missing for one.

    Signals:
        template_chosen: The person wants people named by this coarser template.
        way_chosen: The person wants to go on the way that an empty place offers: "import", "code" or "everything".
    """

    template_chosen = Signal(str)
    way_chosen = Signal(str)

    def __init__(self) -> None:
        """Nothing to look at yet."""
        super().__init__()
        self.setObjectName("export-look")
        self.setAccessibleName("What will be in it")
        self.setWidgetResizable(True)
        self._head = Label("What will be in it", "heading")
        self._state = Label("", "small", tone="muted")
        self._state.setObjectName("export-state")
        self._body = QWidget()
        self._place = QVBoxLayout(self._body)
        self._place.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inside.setLayout(Column(Row(self._head, self._state, None, gap=10), self._body, None, gap=12, margins=(28, 20)))
        self.setWidget(inside)
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say_counting(self) -> None:
        """Say that what is shown is being counted anew."""
        self._state.setText("Counting …")

    def show_preview(self, begins: Begins, *notes: QWidget) -> None:
        """Show how an export begins, with what there is to say of it."""
        self._state.setText("")
        self._put(Sheet(begins), *notes)
        announce(self, begins.much)

    def show_empty(self, icon: str, title: str, advice: str, way: str = "", words: str = "") -> None:
        """Say what is missing, with a button for the way on."""
        self._state.setText("")
        empty = EmptyState(icon, title, advice, primary=words)
        empty.primary.setObjectName("export-way")
        empty.primary_chosen.connect(lambda: self.way_chosen.emit(way))
        self._put(empty)
        announce(self, f"{title}. {advice}")

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing can be previewed."""
        self._state.setText("")
        self._put(_note("warning", Label(sentence, wrap=True)))
        announce(self, sentence)

    def notes_on(self, preview: ExtractsPreview, *, attributed: bool, without_consent: WithoutConsent) -> list[QWidget]:
        """What there is to say of extracts: who is left out, and, where people are named, who might be recognised."""
        notes: list[QWidget] = []
        if preview.withheld:
            words = Label(left_out(preview.withheld, preview.withheld_people, without_consent), wrap=True)
            words.setObjectName("export-left-out")
            notes.append(_note("lock", words))
        if not attributed:
            words = Label(
                "A table names each person’s pseudonym and transcript. Keep it where the study’s data are kept.",
                wrap=True,
            )
            words.setObjectName("export-table-caution")
            notes.append(_note("info", words))
        elif preview.narrow:
            notes.append(self._warnings(preview))
        return notes

    def _warnings(self, preview: ExtractsPreview) -> QWidget:
        ways = counted(len(preview.narrow), "attribution")
        verb = "tells" if len(preview.narrow) == 1 else "tell"
        lines: list[QWidget] = [
            Label(f"A reader may guess who is speaking: {ways} {verb} too much", "strong", wrap=True)
        ]
        for warning in preview.narrow[:_WARNINGS]:
            fits = "1 person" if warning.people == 1 else f"{warning.people} people"
            line = Label(
                f"{warning.attribution} fits only {fits} in the project. {_quotes(warning.quotes)}.", wrap=True
            )
            line.setObjectName("export-warning")
            lines.append(line)
        more = len(preview.narrow) - _WARNINGS
        if more > 0:
            lines.append(Label(f"… and {more:,} more.", wrap=True))
        if preview.coarser:
            lines += self._coarser(preview)
        else:
            advice = "No attribution that says less fits more people: think of leaving these quotes out."
            lines.append(Label(advice, wrap=True))
        return _note("warning", *lines)

    def _coarser(self, preview: ExtractsPreview) -> list[QWidget]:
        left = "none is left" if not preview.coarser_narrow else f"{preview.coarser_narrow} are left"
        example = attribution(preview.first[0], preview.coarser)
        button = Button(f"Say less: {example}")
        button.setObjectName("export-coarser")
        button.setAccessibleDescription(f"Says less about everybody; {left}.")
        button.clicked.connect(lambda: self.template_chosen.emit(preview.coarser))
        holder = QWidget()
        holder.setLayout(Row(button, None))
        return [Label(f"If you say less about everybody, {left}.", wrap=True), holder]

    def _put(self, *shown: QWidget) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in shown:
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._place.addWidget(widget)
            widget.show()  # at once, not at the next turn of the event loop

    def _on_theme_changed(self) -> None:
        self._place.setSpacing(current().look.gap(12))
        self._body.setMaximumWidth(current().look.px(_WIDEST))


def _note(icon: str, *lines: QWidget) -> Card:
    return Card(Row(Icon(icon), (Column(*lines, gap=6), 1), gap=10, margins=(14, 12)), kind="note")


def _quotes(number: int) -> str:
    return "1 quote carries it" if number == 1 else f"{number:,} quotes carry it"
