"""Over the page: what it shows, how much there is, and what can be done with all participants."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from qualcoder_lite.gui.widgets.buttons import Button, named_button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

EVERYBODY, GRID, ONE = "everybody", "grid", "one"
"""What can be shown: all participants, who is heard, and, where there is room for one thing only, the chosen one."""


class Header(Card):
    """The bar with the page's name and its buttons.

    Signals:
        import_wanted: The person wants to take participants in from a table.
        names_wanted: The person wants to replace names in the transcripts.
        add_wanted: The person wants to add a participant.
        view_chosen: The person wants to see something else: EVERYBODY, GRID or ONE.
    """

    import_wanted = Signal()
    names_wanted = Signal()
    add_wanted = Signal()
    view_chosen = Signal(str)

    def __init__(self) -> None:
        """Count nobody yet."""
        super().__init__(kind="bar")
        self.setObjectName("people-header")
        self._title = Label(tr("People"), "title")
        self._detail = Label("", "small", tone="muted")
        self._detail.setObjectName("people-detail")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.wide = _views([(EVERYBODY, tr("Everybody")), (GRID, tr("Who is heard"))], "people-views")
        self.small = _views(
            [(EVERYBODY, tr("Everybody")), (ONE, tr("This person")), (GRID, tr("Who is heard"))], "people-tabs"
        )
        self.bring = named_button(tr("Import a table"), "people-import", "import")
        self.names = named_button(tr("Replace names …"), "people-names", "edit")
        self.add = Button(tr("Add a participant"), kind="primary", icon="plus")
        self.add.setObjectName("people-add")
        self.more = Button(tr("More"))
        self.more.setObjectName("people-more")
        menu = QMenu(self)
        menu.addAction(tr("Add a participant")).triggered.connect(lambda _=False: self.add_wanted.emit())
        menu.addAction(tr("Import a table …")).triggered.connect(lambda _=False: self.import_wanted.emit())
        menu.addAction(tr("Replace names …")).triggered.connect(lambda _=False: self.names_wanted.emit())
        self.more.setMenu(menu)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.bring.clicked.connect(self.import_wanted)
        self.names.clicked.connect(self.names_wanted)
        self.add.clicked.connect(self.add_wanted)
        for views in (self.wide, self.small):
            views.chosen.connect(self.view_chosen)
        self._words = QWidget()
        self._words.setLayout(Column(None, self._title, self._detail, None, gap=1))
        buttons = (self.bring, self.names, self.more, self.add)
        self.setLayout(Row((self._words, 1), self.wide, self.small, *buttons, gap=8, margins=(24, 10, 16, 10)))
        self._narrow = self._empty = False
        self._show()

    def show_counts(self, words: str) -> None:
        """Say how much there is."""
        self._detail.setText(words)
        self._detail.setVisible(bool(words))  # alone, the title stands beside the middle of the buttons
        self._detail.setToolTip(words)

    def show_empty(self, empty: bool) -> None:
        """Without participants the page itself asks for them."""
        self._empty = empty
        self._show()

    def show_view(self, view: str) -> None:
        """Show which view is on."""
        self.wide.set_value(EVERYBODY if view == ONE else view)
        self.small.set_value(view)

    def set_read_only(self, read_only: bool) -> None:
        """A project that is only read takes nothing in."""
        for button in (self.bring, self.names, self.more, self.add):
            button.setEnabled(not read_only)

    def fold(self, narrow: bool) -> None:
        """Where there is little room, any tabs stand in the title's place and the buttons are in a menu."""
        self._narrow = narrow
        self._show()

    def _show(self) -> None:
        narrow = self._narrow
        self._words.setVisible(not narrow or self._empty)  # with nobody there are no tabs to say what page this is
        self.wide.setVisible(not narrow and not self._empty)
        self.small.setVisible(narrow and not self._empty)
        for button in (self.bring, self.names, self.add):
            button.setVisible(not narrow and not (self._empty and button is not self.names))
        self.more.setVisible(narrow)


def _views(choices: list[tuple[str, str]], object_name: str) -> SegmentedControl:
    views = SegmentedControl(choices, name=tr("What is shown"), value=EVERYBODY)
    views.setObjectName(object_name)
    return views
