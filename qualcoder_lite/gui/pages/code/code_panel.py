"""The codes at the right of the text: a box to find one, and a card for each, by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from qualcoder_lite.gui.pages.code.code_group import CodeGroupBox
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.fitted import FittedScroll
from qualcoder_lite.gui.pages.code.meaning import CodeMeaning
from qualcoder_lite.gui.widgets.buttons import IconButton
from qualcoder_lite.gui.widgets.code_card import CodeCard
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent


class FindBox(QLineEdit):
    """Where a code's name is typed."""

    left = Signal()
    stepped_down = Signal()

    def __init__(self) -> None:
        """Ask for nothing yet."""
        super().__init__()
        self.setObjectName("find-code")
        self.setPlaceholderText(tr("Find a code"))
        self.setAccessibleName(tr("Find a code"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the text, and the down arrow into the cards."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped_down.emit()
        else:
            super().keyPressEvent(event)


class CodePanel(QWidget):
    """All codes, to put on the passage.

    Signals:
        code_pressed: The person wants this code (its id) on the passage, or off it.
        left: The person goes back to the text.
        explained: What a code means is shown (True), or no longer.
        new_wanted: The person wants a new code from the passage.
        menu_wanted: The person wants the menu of a code (its id) at a place of the screen.
    """

    code_pressed = Signal(str)
    left = Signal()
    explained = Signal(bool)
    new_wanted = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self) -> None:
        """Show no codes yet."""
        super().__init__()
        self.setObjectName("codes")
        self.setAccessibleName(tr("Codes"))
        self._codes = Codes()
        self._boxes: list[CodeGroupBox] = []
        self._cards: dict[str, CodeCard] = {}
        self._folded: dict[str, bool] = {}
        self._were_open: set[str] = set()  # before there was room for one group alone
        self._columns, self._one_open = 2, False
        self._pointed_at = ""
        self.find_box = FindBox()
        self.key = KeyCap("/")
        self.help = IconButton(tr("What does this code mean?"), "help", hint="Shift+F1", size=32)
        self.help.setObjectName("code-help")
        self.help.setCheckable(True)
        self.new = IconButton(tr("New code from this passage"), "plus", hint="Ctrl+Shift+N", size=32)
        self.new.setObjectName("code-new")
        self.new.clicked.connect(self.new_wanted)
        self._hint = Label("", "small", tone="muted", wrap=True)
        self._hint.setObjectName("find-hint")
        self._hint.hide()
        self.meaning = CodeMeaning()
        self.meaning.hide()
        self._inside = QWidget()
        self._groups = Column(gap=2, margins=(8, 0, 8, 12))
        self._inside.setLayout(Column(self._groups, None, gap=0))  # a single card found is no higher than the others
        self._inside.setProperty("clear", True)
        self._area = FittedScroll(self._inside)
        self._area.setObjectName("cards")
        top = Row((self.find_box, 1), self.key, self.help, self.new, gap=8)
        self.setLayout(
            Column(
                Column(top, self._hint, gap=4, margins=(16, 10, 16, 4)),
                (self._area, 3),
                (self.meaning, 2),
                gap=4,
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.find_box)
        self.find_box.textChanged.connect(self._on_find)
        self.find_box.returnPressed.connect(self._on_find_entered)
        self.find_box.left.connect(self.left)
        self.find_box.stepped_down.connect(self._on_find_stepped_down)
        self.help.clicked.connect(self.toggle_meaning)
        self.meaning.closed.connect(self._on_meaning_closed)

    # What is shown

    def set_codes(self, codes: Codes) -> None:
        """Show the codes of a project; the groups of outcomes open, those of features folded."""
        if codes.books == self._codes.books:
            return
        self._codes = codes
        for box in self._boxes:
            self._groups.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(place) for place in range(len(codes.groups))]
        self._cards = {card.code: card for box in self._boxes for card in box.cards}
        self._pointed_at = ""
        self.find_box.clear()

    def _box(self, place: int) -> CodeGroupBox:
        group, _ = self._codes.groups[place]
        is_feature = bool(group.codes) and self._codes[group.codes[0].id].is_feature
        opened = not self._folded.get(group.id, is_feature or (self._one_open and place > 0))
        box = CodeGroupBox(group, opened=opened)
        box.arrange(self._columns)
        box.pressed_for.connect(self.code_pressed)
        box.opened_changed.connect(lambda opened, box=box: self._on_group_opened(box, opened))
        for card in box.cards:
            card.installEventFilter(self)
        self._groups.put(box)
        return box

    @property
    def groups(self) -> Sequence[CodeGroupBox]:
        """The groups, in order."""
        return self._boxes

    def card(self, code: str) -> CodeCard:
        """The card of a code."""
        return self._cards[code]

    def show_counts(self, counts: Counter[str]) -> None:
        """Show how often each code is on the transcript."""
        for code, card in self._cards.items():
            card.set_count(counts[code])

    def show_count(self, code: str, count: int) -> None:
        """Show how often one code is on the transcript."""
        if code in self._cards:
            self._cards[code].set_count(count)

    def show_applied(self, codes: Collection[str]) -> None:
        """Show which codes are on the passage."""
        for code, card in self._cards.items():
            card.set_applied(code in codes)

    def show_waiting(self, key: str, *, linking: bool) -> None:
        """Show whose second key is awaited: the groups of one key, those of features for a link, or none."""
        waiting = [self._awaited(box, key, linking=linking) for box in self._boxes] if key or linking else []
        for place, box in enumerate(self._boxes):
            box.set_waiting(waiting[place] if waiting else None)
            if waiting and waiting[place] and key and not box.opened:
                self._fold(box, folded=False)
        awaited = [box.group for box, on in zip(self._boxes, waiting, strict=False) if on]
        if self.explaining and key and awaited:
            self.meaning.explain_group(awaited[0])
        elif self.explaining and not waiting and self.meaning.tells_of_group:
            self.explain()
        first = next((box for box, on in zip(self._boxes, waiting, strict=False) if on), None)
        if first is not None:
            self._bring_box_into_view(first)

    def _awaited(self, box: CodeGroupBox, key: str, *, linking: bool) -> bool:
        is_feature = bool(box.cards) and self._codes[box.cards[0].code].is_feature
        return (not key or box.group.key.upper() == key) and (is_feature or not linking)

    def arrange(self, *, columns: int, one_open: bool) -> None:
        """Fit the panel to its room: cards in one column or two, and perhaps only one group open at a time.

        With room for more again, those are open that were.
        """
        if one_open and not self._one_open:
            self._were_open = {box.group.id for box in self._boxes if box.opened}
        widens = self._one_open and not one_open
        self._columns, self._one_open = columns, one_open
        self.key.setVisible(not one_open)
        for place, box in enumerate(self._boxes):
            box.arrange(columns)
            if one_open and place:
                self._fold(box, folded=True)
            elif widens and box.group.id in self._were_open:
                self._fold(box, folded=False)

    # Finding

    def focus_find(self) -> None:
        """Go to the box where a code is found by name."""
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()

    def _on_find(self, words: str) -> None:
        found = self._codes.found(words)
        looking = bool(words.strip())
        for box in self._boxes:
            box.show_found(frozenset(shown.code.id for shown in found) if looking else None)
        self._hint.setVisible(looking)
        self._hint.setText(
            tr("Enter codes {code}", code=found[0].name)
            if found
            else tr("No code fits. Try another word, or make a new code with +.")
        )
        if found:
            self._bring_into_view(self._cards[found[0].code.id])

    def _on_find_entered(self) -> None:
        found = self._codes.found(self.find_box.text())
        if found:
            self.find_box.clear()
            self.code_pressed.emit(found[0].code.id)
            self.left.emit()

    def _on_find_stepped_down(self) -> None:
        first = next((card for box in self._boxes for card in box.cards if card.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    # What codes mean

    def explain(self, code: str = "") -> None:
        """Say what a code means: the one named, else the one pointed at or focused, else the first."""
        code = code or self._code_in_focus() or self._pointed_at or next(iter(self._cards), "")
        if code not in self._codes:
            return
        shown = self._codes[code]
        self.help.setChecked(True)
        self.meaning.explain(shown.code, shown.keys)
        self.meaning.show()
        self.explained.emit(True)

    @property
    def explaining(self) -> bool:
        """Whether the meaning of a code is shown."""
        return not self.meaning.isHidden()

    def stop_explaining(self) -> None:
        """Put the meaning away."""
        self.meaning.hide()
        self.meaning.code = ""
        self.help.setChecked(False)
        self.explained.emit(False)

    def _code_in_focus(self) -> str:
        focused = QApplication.focusWidget()
        return focused.code if isinstance(focused, CodeCard) and focused.code in self._cards else ""

    def toggle_meaning(self) -> None:
        """Say what a code means, or put that away."""
        if self.explaining:
            self.stop_explaining()
        else:
            self.explain()

    def _on_meaning_closed(self) -> None:
        self.stop_explaining()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which card is pointed at or focused, to tell its meaning; bring a focused one into view."""
        if isinstance(watched, CodeCard) and event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._pointed_at = watched.code
            if event.type() == QEvent.Type.FocusIn:
                self._bring_into_view(watched)
            if self.explaining:
                self.explain(watched.code)
        if isinstance(watched, CodeCard) and isinstance(event, QContextMenuEvent):
            self.menu_wanted.emit(watched.code, event.globalPos())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.find_box.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Folding

    def _on_group_opened(self, box: CodeGroupBox, opened: bool) -> None:
        self._folded[box.group.id] = not opened
        if opened and self._one_open:
            self._fold_others(box)
        if opened:
            self._bring_box_into_view(box)

    def _fold(self, box: CodeGroupBox, *, folded: bool) -> None:
        self._folded[box.group.id] = folded
        box.set_opened(not folded)
        if not folded and self._one_open:
            self._fold_others(box)

    def _fold_others(self, kept: CodeGroupBox) -> None:
        for box in self._boxes:
            if box is not kept and box.opened:
                self._fold(box, folded=True)

    def _bring_into_view(self, widget: QWidget) -> None:
        """Scroll as little as shows all of a widget, or its top where it is higher than the panel."""
        self._groups.activate()
        bar, tall = self._area.verticalScrollBar(), self._area.viewport().height()
        top = widget.mapTo(self._inside, QPoint(0, 0)).y()
        bottom = top + max(widget.height(), widget.sizeHint().height() if widget.height() < 2 else 0)
        if bottom - top > tall or top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + tall:
            bar.setValue(bottom - tall)

    def _bring_box_into_view(self, box: CodeGroupBox) -> None:
        """Scroll to a group once it is laid out: one that has just been opened gets its height only then."""
        QTimer.singleShot(0, self, lambda: self._bring_into_view(box) if box in self._boxes else None)
