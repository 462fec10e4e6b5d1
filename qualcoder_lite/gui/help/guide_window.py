"""The guide in a window of its own, beside the work: contents and search at the left, the chapter at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from qualcoder_lite.gui.help.guide_view import GuideView
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.panes import step_pane
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.service.program import guide
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_SIZE = (1080, 760)
_SIDE = 290  # width of the contents in pixels at a text scale of 1
_NARROW = 56  # width in letters of body text (em) below which contents and chapter take turns
_NO_LIMIT = 16_777_215  # Qt's own greatest width
_PLACE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """The guide. It stays open while one works, and is shown again where it was left."""

    def __init__(self, parent: QWidget) -> None:
        """Lay it out over its window; `show_place` then fills it."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(tr("Guide – QualCoder Lite"))
        self.view = GuideView()
        self._back = IconButton(tr("Back"), "arrow-left", hint="Alt+Left")
        self._back.setObjectName("guide-back")
        self._find = QLineEdit()
        self._find.setObjectName("guide-find")
        self._find.setAccessibleName(tr("Find in the guide"))
        self._find.setPlaceholderText(tr("Find in the guide"))
        ClearCross(self._find)
        self._list = _Places()
        self._close = Button(tr("Close"))
        self._close.setObjectName("guide-close")
        self._choosing = False
        self._lay_out()
        self._connect()
        FocusRing(self)
        within_screen(self, *_SIZE)
        self._list_chapters()

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("box", "bar")
        self._contents = Button(tr("Contents"), kind="quiet", icon="menu")
        self._contents.setObjectName("guide-contents")
        head.setLayout(Row(self._back, self._contents, (self._find, 1), self._close, gap=8, margins=(12, 8)))
        self._side = QFrame()
        self._side.setProperty("box", "side")
        self._found = Label("", "small", tone="muted", wrap=True)
        self._found.hide()
        self._side.setLayout(Column(self._found, (self._list, 1), gap=8, margins=12))
        body = Row(self._side, (self.view, 1), gap=0)
        self.setLayout(Column(head, (body, 1), gap=0))

    def _connect(self) -> None:
        self._back.clicked.connect(self.view.backward)
        self._close.clicked.connect(self.close)
        self._contents.clicked.connect(self._on_contents_wanted)
        self._find.textChanged.connect(self._on_words_changed)
        self._find.returnPressed.connect(self._on_words_entered)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        self.view.arrived.connect(self._on_arrived)
        current().changed.connect(self._fold)
        self.view.backwardAvailable.connect(self._back.setEnabled)
        self._back.setEnabled(False)
        self.addActions(
            [
                action(tr("Find"), self._find.setFocus, "Ctrl+F", parent=self),
                action(tr("Back"), self.view.backward, "Alt+Left", parent=self),
                action(tr("Forward"), self.view.forward, "Alt+Right", parent=self),
                action(tr("Next pane"), lambda: self._step(1), "F6", parent=self),
                action(tr("Pane before"), lambda: self._step(-1), "Shift+F6", parent=self),
            ]
        )

    def show_place(self, chapter: str, anchor: str = "") -> None:
        """Show the window at a place of the guide, and let the keyboard read there."""
        self._find.clear()
        self._choose(False)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.show_place(chapter, anchor)
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take back a search first, and then close the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._find.text():
            self._find.clear()
        else:
            self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, show the contents or the chapter."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        look = self._list.look
        narrow = self.width() < _NARROW * look.px(15)
        self._contents.setVisible(narrow)
        choosing = self._choosing or not narrow
        self._side.setVisible(choosing)
        self.view.setVisible(not (narrow and choosing))
        if narrow:
            self._side.setMaximumWidth(_NO_LIMIT)
        else:
            self._side.setFixedWidth(look.px(_SIDE))

    def _on_contents_wanted(self) -> None:
        self._choose(not self._choosing)
        (self._list if self._choosing else self.view).setFocus()

    def _choose(self, choosing: bool) -> None:
        self._choosing = choosing
        self._fold()

    def _step(self, step: int) -> None:
        step_pane([self._find, self._list, self.view], step)

    def _list_chapters(self) -> None:
        self._list.show_places([(chapter.title, "", chapter.name, "") for chapter in guide.chapters()])
        self._found.hide()
        self._mark(self.view.chapter)

    def _on_words_changed(self, words: str) -> None:
        if not words.strip():
            self._list_chapters()
            return
        hits = guide.find(words)
        self._list.show_places(
            [(hit.section.heading, hit.around, hit.section.chapter, hit.section.anchor) for hit in hits]
        )
        places = {0: tr("Nothing in the guide has these words."), 1: tr("1 place")}
        self._found.setText(places.get(len(hits), tr("{count} places", count=len(hits))))
        self._found.show()
        self._choose(True)
        announce(self, self._found.text())

    def _on_words_entered(self) -> None:
        if self._list.count():
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._choose(False)
        self.view.show_place(*item.data(_PLACE))
        self.view.setFocus()

    def _on_arrived(self, chapter: str) -> None:
        if not self._find.text().strip():
            self._mark(chapter)

    def _mark(self, chapter: str) -> None:
        if chapter in guide.CHAPTERS:
            self._list.setCurrentRow(guide.CHAPTERS.index(chapter))


class _Places(Themed, QListWidget):
    """Places of the guide, each with what stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide-places")
        self.setAccessibleName(tr("Chapters and places found"))
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.follow_theme()

    def show_places(self, places: Sequence[tuple[str, str, str, str]]) -> None:
        """List these: heading, words around, chapter, anchor."""
        self.clear()
        for heading, around, chapter, anchor in places:
            item = QListWidgetItem(f"{heading}\n{around}" if around else heading, self)
            item.setData(_PLACE, (chapter, anchor))

    def restyle(self) -> None:
        """Give each place room."""
        look = self.look
        self.setStyleSheet(
            "QListWidget { background: transparent; }"
            f"QListWidget::item {{ padding: {look.gap(7)}px {look.gap(8)}px; border-radius: 6px; }}"
            f"QListWidget::item:selected {{ background: {look.colours.accent}; color: {look.colours.on_accent}; }}"
        )
        super().restyle()

    def sizeHint(self) -> QSize:
        """Room for a heading."""
        return QSize(self.look.px(_SIDE), self.look.px(300))
