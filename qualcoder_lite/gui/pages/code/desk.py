"""How the parts of the page share its room, from a wide window down to a small one with text twice as large.

Widths are judged in letters of body text (em), never in pixels. A wide desk has the list, the text and the codes beside
each other; a narrower one keeps the list behind a button; the narrowest shows either the codes or the passage's bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qualcoder_lite.gui.pages.code.code_panel import CodePanel
from qualcoder_lite.gui.pages.code.find_in_text import FindInText
from qualcoder_lite.gui.pages.code.fitted import WholeOrScrolled
from qualcoder_lite.gui.pages.code.foot import Foot
from qualcoder_lite.gui.pages.code.header import Header
from qualcoder_lite.gui.pages.code.passage_bar import PassageBar
from qualcoder_lite.gui.pages.code.small_bites import BreakBar
from qualcoder_lite.gui.pages.code.transcript_list import TranscriptList
from qualcoder_lite.gui.reading.transcript_view import TranscriptView
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Line
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.work.afterwards import Afterwards
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from qualcoder_lite.gui.program.settings import Settings

_KEYS_AWAY, _LIST_AWAY, _NARROW = 94, 80, 66
_LIST, _PANEL = 240, 420
_CODES, _PASSAGE = "codes", "passage"


class Desk(QWidget):
    """List, header, text, foot, passage bar and codes.

    Signals:
        bar_wanted: The passage's bar is about to be gone to: what it is to show must be there.
    """

    bar_wanted = Signal()

    def __init__(self, settings: Settings) -> None:
        """Lay everything out for a wide window."""
        super().__init__()
        self.setObjectName("desk")
        self._settings = settings
        self.list = TranscriptList()
        self.header = Header()
        self.view = TranscriptView()
        self.view.setProperty("paintsFocus", True)
        self.find_bar = FindInText(self.view)
        self.break_bar = BreakBar()
        self.foot = Foot()
        self.bar = PassageBar()
        self.panel = CodePanel()
        self._bar_area = WholeOrScrolled(self.bar)
        self._tabs = SegmentedControl(
            [(_CODES, tr("Codes")), (_PASSAGE, tr("This passage"))],
            name=tr("What is shown beside the text"),
            value=_CODES,
        )
        self._tabs.setObjectName("code-tabs")
        self._tabs.chosen.connect(self._show_tab)
        self.bar.shown.connect(lambda: self._show_tab(self._tabs.value or _CODES))
        self.bar.entered.connect(self._bar_area.bring_into_sight)
        self.panel.explained.connect(lambda _on: self._show_tab(self._tabs.value or _CODES))
        self._line = Line()
        tabs = QWidget()
        tabs.setLayout(Column(self._tabs, margins=(16, 10, 16, 4)))
        self._tab_row = tabs
        middle = QWidget()
        middle.setLayout(Column(self.find_bar, (self.view, 1), self.break_bar, self.foot, gap=0))
        self._aside = Card(Column(tabs, self._bar_area, self._line, (self.panel, 1), gap=0), kind="aside")
        self._inner = _splitter("code-inner", middle, self._aside)
        self._right = QWidget()
        self._right.setLayout(Column(self.header, (self._inner, 1), gap=0))
        self._outer = _splitter("code-outer", self.list, self._right)
        for splitter in (self._outer, self._inner):  # only what a person did: larger words push the parts about too
            splitter.splitterMoved.connect(self.remember)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._outer)
        self._shape, self._plain, self._width = "", False, 0
        self._settling = Afterwards(self._restore, self)  # again when the parts know how narrow they can be now

    # Sharing the room

    def set_plain(self, *, plain: bool) -> None:
        """Put away what isn't needed to read and code, or show it again."""
        if plain != self._plain:
            self._plain = plain
            self.fold(self._width)

    def fold(self, width: int) -> None:
        """Fit into a window of this width, in pixels."""
        self._width = width
        em = current().look.px(15)
        shape = "narrow" if width < _NARROW * em else "middle" if width < _LIST_AWAY * em or self._plain else "wide"
        known = f"{shape}-{em}" + ("-keys" if width >= _KEYS_AWAY * em else "") + ("-plain" if self._plain else "")
        if known == self._shape or width <= 0:
            return
        self._shape = known
        narrow = shape == "narrow"
        self.header.fold(list_away=shape != "wide", narrow=narrow)
        self.header.show_less(less=self._plain)
        self.foot.fold(narrow=narrow, keys_away=width < _KEYS_AWAY * em or self._plain)
        self.panel.arrange(columns=1 if narrow or self._plain else 2, one_open=narrow or self._plain)
        self._tab_row.setVisible(narrow)
        self._bar_area.set_scrolls(narrow)
        self._show_tab(self._tabs.value or _CODES)
        self.show_list(False)
        self._restore()
        self._settling.ask()

    @property
    def _list_away(self) -> bool:
        return not self._shape.startswith("wide")

    def show_list(self, shown: bool) -> None:
        """Where the list is folded away: show it in place of the text, or the text again."""
        self.list.setVisible(shown or not self._list_away)
        self._right.setVisible(not shown or not self._list_away)
        if shown:
            self.list.find_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        """Give the parts the widths they were left with, or their usual ones."""
        width, narrow = self._width, self._shape.startswith("narrow")
        for splitter in (self._outer, self._inner):
            kept = self._settings.shape(f"{splitter.objectName()}-{self._shape}")
            if kept.isEmpty() or not splitter.restoreState(kept):
                look = current().look
                panel = round(width * 0.4) if narrow else look.px(_PANEL)
                side = look.px(_LIST) if splitter is self._outer else width - panel
                rest = width - side if splitter is self._outer else panel
                splitter.setSizes([side, rest])

    def remember(self) -> None:
        """Keep how the parts stand."""
        if self._shape:
            for splitter in (self._outer, self._inner):
                self._settings.set_shape(f"{splitter.objectName()}-{self._shape}", splitter.saveState())

    def _show_tab(self, tab: str) -> None:
        narrow = self._shape.startswith("narrow")
        # While a code is explained, the place for a passage that isn't there goes to the explanation.
        beside = not self.bar.is_empty or not self.panel.explaining
        self._bar_area.setVisible(tab == _PASSAGE if narrow else beside)
        self.panel.setVisible(not narrow or tab == _CODES)
        self._line.setVisible(not narrow)

    # Going somewhere

    def ways_to_find(self) -> list[QAction]:
        """The ways to a word, a code and a transcript, for the page's menu."""
        return [
            action(tr("&Find in this transcript"), self.show_find_in_text, "Ctrl+F"),
            action(tr("The next place found"), lambda: self.find_bar.step(1), "F3"),
            action(tr("The place found before"), lambda: self.find_bar.step(-1), "Shift+F3"),
            action(tr("Find a &code"), self.show_find, "Ctrl+K"),
            action(tr("Find a transcr&ipt"), self.show_find_transcript, "Ctrl+T"),
        ]

    def show_bar(self) -> None:
        """Bring the passage's bar into sight, with what is to be seen in it."""
        self.bar_wanted.emit()
        self._tabs.set_value(_PASSAGE)
        self._show_tab(_PASSAGE)

    def show_find(self) -> None:
        """Go to the box where a code is found."""
        self._tabs.set_value(_CODES)
        self._show_tab(_CODES)
        self.panel.focus_find()

    def show_find_in_text(self) -> None:
        """Show the box where words of the transcript are found."""
        self.show_list(False)
        self.find_bar.open_bar()

    def show_find_transcript(self) -> None:
        """Go to the box where a transcript is found."""
        self.show_list(True)
        self.list.find_box.selectAll()

    def say(self, words: str, *, icon: str = "done", can_undo: bool = False, way: str = "") -> None:
        """Say under the text what happened, and have it spoken; `way` is another link after it than Undo."""
        self.foot.say(words, icon=icon, way=tr("Undo") if can_undo else way)


def _splitter(name: str, first: QWidget, second: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(0, 0 if name == "code-outer" else 1)
    splitter.setStretchFactor(1, 1 if name == "code-outer" else 0)
    return splitter
