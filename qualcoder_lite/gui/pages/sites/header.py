"""Over the grid: what the page shows, and how sites come into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

TABLE, CELL = "table", "cell"
"""What can be shown where there is room for one thing only."""


class Header(Card):
    """The bar with the page's name and its buttons.

    Signals:
        import_wanted: The person wants to take sites in from a table.
        paste_wanted: The person wants to paste what was copied from a spreadsheet.
        add_wanted: The person wants to add a site.
        feature_wanted: The person wants to add a feature.
        save_wanted: The person wants the register as a table.
    """

    import_wanted = Signal()
    paste_wanted = Signal()
    add_wanted = Signal()
    feature_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        """Count nothing yet."""
        super().__init__(kind="bar")
        self.setObjectName("sites-header")
        self._detail = Label("", "small", tone="muted")
        self._detail.setObjectName("sites-detail")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bring = Button(tr("Import a table"), icon="import")
        self.bring.setObjectName("sites-import")
        self.paste = Button(tr("Paste from Excel"), icon="copy")
        self.paste.setObjectName("sites-paste")
        self.more = Button(tr("More"))
        self.more.setObjectName("sites-more")
        self.add = Button(tr("Add a site"), kind="primary", icon="plus")
        self.add.setObjectName("sites-add")
        menu = QMenu(self)
        self._import, self._paste = menu.addAction(tr("Import a table …")), menu.addAction(tr("Paste from Excel"))
        self._import.triggered.connect(lambda _=False: self.import_wanted.emit())
        self._paste.triggered.connect(lambda _=False: self.paste_wanted.emit())
        self._feature, save = menu.addAction(tr("Add a feature …")), menu.addAction(tr("Save as a table …"))
        self._feature.triggered.connect(lambda _=False: self.feature_wanted.emit())
        save.triggered.connect(lambda _=False: self.save_wanted.emit())
        self.more.setMenu(menu)
        self.bring.clicked.connect(self.import_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.tabs = SegmentedControl(
            [(TABLE, tr("All sites")), (CELL, tr("This cell"))], name=tr("What is shown"), value=TABLE
        )
        self.tabs.setObjectName("sites-tabs")
        self._title = Label(tr("Sites"), "title")
        self._narrow = self._empty = False
        words = QWidget()
        words.setLayout(Column(None, self._title, self._detail, None, gap=1))
        buttons = (self.bring, self.paste, self.more, self.add)
        self.setLayout(Row(self.tabs, (words, 1), *buttons, gap=8, margins=(24, 10, 16, 10)))
        self._show()

    def show_counts(self, features: int, sites: int) -> None:
        """Say how much there is."""
        many = tr("{n} site", "{n} sites", n=sites)
        words = tr("What each partnership has in place") + (
            tr(" · {features} features · {many}", features=features, many=many) if sites else ""
        )
        self._detail.setText(words)
        self._detail.setToolTip(words)

    def show_empty(self, empty: bool) -> None:
        """Without sites there is nothing to go to, and the page itself asks for them."""
        self._empty = empty
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """A project that is only read takes nothing in."""
        for each in (self.bring, self.paste, self.add, self._import, self._paste, self._feature):
            each.setEnabled(not read_only)

    def fold(self, narrow: bool) -> None:
        """Where there is little room, tabs stand in the title's place and the lesser buttons are in a menu."""
        self._narrow = narrow
        self._show()

    def _show(self) -> None:
        narrow, empty = self._narrow, self._empty
        self.tabs.setVisible(narrow and not empty)
        self._title.setVisible(not narrow or empty)
        self._detail.setVisible(not narrow)
        self.bring.setVisible(not narrow and not empty)
        self.paste.setVisible(not narrow and not empty)
        for action in (self._import, self._paste):
            action.setVisible(narrow)
        self.more.setVisible(not empty)
        self.add.setVisible(not empty)
