"""What there is to say of one coding: whether it happened, because of what, a memo, whether the coder is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.in_words import in_words
from qualcoder_lite.gui.pages.code.links import LinkRow, LinkRows
from qualcoder_lite.gui.pages.code.memo_field import MemoField
from qualcoder_lite.gui.pages.code.star_button import StarButton
from qualcoder_lite.gui.pages.code.turn_codings import TurnCodings
from qualcoder_lite.gui.program.own_keys import USUAL, Command
from qualcoder_lite.gui.widgets.beside_or_under import BesideOrUnder
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.coding import Attribution, Coding
    from qualcoder_lite.gui.pages.code.codes import ShownCode

_POLARITIES = [
    (str(Polarity.DELIVERED), tr("+ Yes")),
    (str(Polarity.NOT_DELIVERED), tr("− No")),
    (str(Polarity.MIXED), tr("± Mixed")),
    (str(Polarity.NOT_STATED), tr("Not said")),
]
_CHOOSE, _CHOOSE_MORE = tr("Choose …"), tr("Another …")  # short enough for words of twice the size
_KEYS_SHOWN = (
    *(Command.POLARITY, Command.LINK, Command.MEMO, Command.DOUBT, Command.STAR),
    *(Command.START, Command.END, Command.CHANGE),
)


class PassageBar(Card):
    """The bar over the codes, for the coding just made or picked.

    Signals:
        polarity_chosen: Whether what was coded came about (a `Polarity`'s value).
        link_chosen: A feature's id and "helped", "hindered", or nothing to take the link off.
        memo_written: The id of the coding, and what was written about it.
        sure_chosen: Whether the coder is sure.
        star_wanted: The person stars the words as worth quoting, or takes the star off.
        edge_wanted: The person moves an edge of the passage ("start", "end").
        change_wanted: The person wants another code in this one's place.
        uses_wanted: The person wants to know where the coding is used.
        removed: The coding is to be taken off.
        closed: The person is done with it.
        left: The person goes back to the text.
        shown: Another coding is shown, or none.
        entered: A key went into one of its boxes, which is to be in sight.
    """

    polarity_chosen = Signal(str)
    link_chosen = Signal(str, str)
    memo_written = Signal(str, str)
    sure_chosen = Signal(bool)
    star_wanted = Signal()
    edge_wanted = Signal(str)
    change_wanted = Signal()
    uses_wanted = Signal()
    removed = Signal()
    closed = Signal()
    left = Signal()
    shown = Signal()
    entered = Signal(QWidget)

    def __init__(self) -> None:
        """Show no coding yet."""
        super().__init__(kind="panel")
        self.setObjectName("this-passage")
        self.setAccessibleName(tr("This passage"))
        self._coding: Coding | None = None
        self._codes = Codes()
        self._links = LinkRows()
        # Only the keys that have a place here: a cap without one would show as a window of its own.
        self._keys: dict[Command, KeyCap] = {command: KeyCap(USUAL[command]) for command in _KEYS_SHOWN}
        self._make_controls()
        self._filled = QWidget()
        buttons = QWidget()
        buttons.setLayout(Row(None, self.uses, self.remove, self.close_button, gap=4))
        self._filled.setLayout(
            Column(
                BesideOrUnder(self._chip, buttons),
                self._note,
                self._delivered,
                self._because,
                self._links,
                self._last,
                self._edit,
                self.memo,
                None,
                gap=6,
                margins=(16, 10, 16, 8),
            )
        )
        self.turn = TurnCodings()
        self.turn.left.connect(self.left)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.turn)
        self._stack.addWidget(self._filled)

    def _make_controls(self) -> None:
        self._chip = Chip(ChipFace("", "", ""))
        self._note = Label("", "small", tone="muted", wrap=True)
        self.uses = IconButton(tr("Where is this coding used?"), "link", hint="Ctrl+Shift+W", size=32)
        self.uses.setObjectName("where-used-button")
        self.uses.clicked.connect(self.uses_wanted)
        self.remove = IconButton(tr("Take this code off"), "bin", hint=tr("Delete"), size=32)
        self.remove.setObjectName("take-off")
        self.close_button = IconButton(tr("Close"), "close", hint=tr("Esc"), size=32)
        self.close_button.setObjectName("passage-close")
        self.polarity = SegmentedControl(_POLARITIES, name=tr("Delivered?"))
        self.polarity.setObjectName("polarity")
        self.feature = ChoiceBox(tr("Because of"), [("", _CHOOSE)])
        self.feature.setObjectName("because")
        self.memo_button = Button(tr("Memo"), kind="quiet", icon="memo")
        self.memo_button.setObjectName("memo-button")
        self.doubt = Button(tr("Not sure"), kind="quiet", icon="help")
        self.doubt.setObjectName("not-sure")
        self.doubt.setCheckable(True)
        self.star = StarButton()
        self.memo = MemoField()
        self.memo.hide()
        self._delivered = self._asked(Command.POLARITY, tr("Delivered?"), self.polarity)
        self._because = self._asked(Command.LINK, tr("Because of"), self.feature)
        self._own_last = [self._pair(Command.MEMO, self.memo_button), self._pair(Command.DOUBT, self.doubt)]
        self._last = QWidget()
        self._last.setLayout(Flow(*self._own_last, self._pair(Command.STAR, self.star), gap=4))
        self._edit = QWidget()
        self._edit.setLayout(Flow(*self._make_edits(), gap=4))
        self.remove.clicked.connect(self.removed)
        self.close_button.clicked.connect(self.closed)
        self.polarity.chosen.connect(self.polarity_chosen)
        self.feature.chosen.connect(self._on_feature_chosen)
        self.memo_button.clicked.connect(self.write_memo)
        self.doubt.clicked.connect(lambda: self.sure_chosen.emit(not self.doubt.isChecked()))
        self.star.wanted.connect(self.star_wanted)
        self._links.changed.connect(self.link_chosen)
        self.memo.kept.connect(self.keep_memo)
        self.memo.left.connect(self.left)

    def _make_edits(self) -> list[QWidget]:
        """What changes where the code stands, and which it is; each with its key before it."""
        self.start = Button(tr("Start"), kind="quiet")
        self.end = Button(tr("End"), kind="quiet")
        self.change = Button(tr("Other code"), kind="quiet")
        made: list[QWidget] = []
        for button, command, name, words in (
            (self.start, Command.START, "move-start", tr("Move the start of the passage")),
            (self.end, Command.END, "move-end", tr("Move the end of the passage")),
            (self.change, Command.CHANGE, "change-code", tr("Put another code in its place")),
        ):
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the text
            made.append(self._pair(command, button))
        self.start.clicked.connect(lambda: self.edge_wanted.emit("start"))
        self.end.clicked.connect(lambda: self.edge_wanted.emit("end"))
        self.change.clicked.connect(self.change_wanted)
        return made

    def _pair(self, command: Command, button: QWidget) -> QWidget:
        pair = QWidget()
        pair.setLayout(Row(self._keys[command], button, gap=4))
        return pair

    def _asked(self, key: Command, words: str, answer: QWidget) -> QWidget:
        asked = QWidget()
        asked.setLayout(Row(self._keys[key], Label(words, "small"), (answer, 1), gap=8))
        return asked

    # What is shown

    def set_codes(self, codes: Codes, keys: Mapping[Command, str]) -> None:
        """Know a project's codes, and the keys of those commands that no group of codes takes theirs from."""
        self._codes = codes
        self.feature.set_choices([("", _CHOOSE), *((each.code.id, each.name) for each in codes.features)])
        for command, cap in self._keys.items():
            cap.set_key(keys.get(command, ""))
            cap.setVisible(command in keys)

    def show_coding(
        self,
        coding: Coding | None,
        *,
        own: bool,
        starred: bool = False,
        coder: str = "",
        comments: Sequence[str] = (),
    ) -> None:
        """Show a coding with others' comments on it; one that isn't the coder's own can only be read and starred.

        `coder` says whose it is.
        """
        if coding is not None and self._coding is not None and coding.id != self._coding.id:
            self.keep_memo()
        same = coding is not None and self._coding is not None and coding.id == self._coding.id
        self._coding = coding
        if coding is None:
            self._stack.setCurrentWidget(self.turn)
            self.set_kind("panel")
            self.setAccessibleName(tr("This passage"))
            self.shown.emit()
            return
        self._stack.setCurrentWidget(self._filled)
        self.set_kind("turn")
        shown = self._codes[coding.code]
        self._chip.set_face(shown.face(coding.polarity))
        self.setAccessibleName(tr("This passage: {coding}", coding=shown.face(coding.polarity).spoken))
        self.remove.setAccessibleName(tr("Take {code} off this passage", code=shown.name))
        self.remove.setToolTip(tr("Take {code} off this passage (Delete)", code=shown.name))
        self._show_controls(shown, coding, own=own)
        self.star.show_star(on=starred)
        self._note.setText("\n".join([*([] if own else [in_words(coding, self._codes, coder)]), *comments]))
        self._note.setVisible(bool(self._note.text()))
        if not same or not self.memo.hasFocus():
            self.memo.setPlainText(coding.memo)
            self.memo.setVisible(own and (bool(coding.memo) or (same and not self.memo.isHidden())))
        self.shown.emit()

    def _show_controls(self, shown: ShownCode, coding: Coding, *, own: bool) -> None:
        outcome = own and not shown.is_feature
        self.remove.setVisible(own)
        self._delivered.setVisible(outcome)
        self._because.setVisible(outcome and self.feature.count() > 1)
        for pair in self._own_last:
            pair.setVisible(own)
        self._edit.setVisible(own)
        self.polarity.set_value(str(coding.polarity))
        self.doubt.setChecked(not coding.sure)
        wanted = coding.attributions if outcome else ()
        self._show_links(wanted)

    def _show_links(self, links: Sequence[Attribution]) -> None:
        if self._links.show_links(links, self._codes):
            self.feature.setItemText(0, _CHOOSE_MORE if links else _CHOOSE)

    @property
    def is_empty(self) -> bool:
        """Whether no coding is shown."""
        return self._coding is None

    @property
    def has_controls(self) -> bool:
        """Whether there is anything in it to go to: a coding, or the list of those on the turn."""
        return not self.is_empty or self.turn.model.rowCount() > 0

    @property
    def links(self) -> Sequence[LinkRow]:
        """The links that are shown, each with its controls."""
        return self._links.rows

    # What is done

    def enter_list(self) -> bool:
        """Go into the list of what is coded on this turn; False where there is nothing to go to."""
        if not self.turn.enter(self._coding.id if self._coding is not None else ""):
            return False
        self._stack.setCurrentWidget(self.turn)
        self.set_kind("panel")
        return True

    def enter_controls(self) -> None:
        """Go to the first thing there is to say of the coding."""
        target: QWidget = self.close_button
        if self._coding is not None and self._delivered.isVisibleTo(self):
            target = self.polarity.segment(str(self._coding.polarity))
        elif self._coding is not None:
            target = self.memo_button if self.memo_button.isVisibleTo(self) else self.star
        self._enter(target)

    def choose_feature(self) -> None:
        """Open the list of features."""
        self._enter(self.feature)
        self.feature.showPopup()

    def write_memo(self) -> None:
        """Go to the memo."""
        self.memo.show()
        self._enter(self.memo)

    def _enter(self, box: QWidget) -> None:
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entered.emit(box)

    def keep_memo(self) -> None:
        """Keep what was written, if it is something else."""
        coding = self._coding
        if coding is not None and self.memo_button.isVisibleTo(self) and self.memo.toPlainText() != coding.memo:
            self.memo_written.emit(coding.id, self.memo.toPlainText())

    def _on_feature_chosen(self, feature: str) -> None:
        self.feature.set_value("")
        if feature:
            self.link_chosen.emit(feature, str(Direction.HELPED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
