"""What is looked for, and where: the words, how they are meant, and the choices that narrow the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets import counted
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.filter_choice import FilterChoice, Option
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.words.people import ROLES
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

_PAUSE = 300  # milliseconds without a key after which the words typed so far are looked for
_FIELD = 260


class _Words(QLineEdit):
    """A box that leaves the keys of undo and redo to the window while nothing typed in it can be undone."""

    def event(self, event: QEvent) -> bool:
        """Claim only the keys that would do something here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            unused = (event.matches(keys.Undo) and not self.isUndoAvailable()) or (
                event.matches(keys.Redo) and not self.isRedoAvailable()
            )
            if unused:
                event.ignore()
                return False
        return super().event(event)


class QueryBar(QWidget):
    """The question, in a row that goes on to a next line where the width runs out.

    Signals:
        asked: The person asks for something else; the words may be blank.
    """

    asked = Signal()

    def __init__(self) -> None:
        """Look for nothing, everywhere."""
        super().__init__()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self.asked)
        self._make_words()
        self.setFocusProxy(self.words)  # what folds out beside them has no place yet when the page is come to
        self._roles = ChoiceBox(tr("Said by whom"), [("", tr("Said by anybody")), *ROLES.items()])
        self._sites = FilterChoice(tr("Which site"), tr("All sites"), counted.sites)
        self._groups = FilterChoice(tr("Which client group"), tr("All client groups"), counted.client_groups)
        self._choices = (self._roles, self._sites, self._groups)
        for name, choice in zip(("roles", "sites", "client-groups"), self._choices, strict=True):
            choice.setObjectName(f"search-{name}")
            choice.chosen.connect(lambda _: self._ask())
        self._unfold = Button(tr("Where"), icon="filter", name=tr("Said by whom, and where"))
        self._unfold.setObjectName("search-unfold")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(lambda _: self.fold(narrow=True))
        self._unfold.hide()
        parts = (self.words, self._whole, self._regex, self._unfold, *self._choices)
        self.setLayout(Flow(*parts, gap=12, margins=(24, 10)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self._resize_field)
        self._resize_field()

    def _make_words(self) -> None:
        self.words = _Words()
        self.words.setObjectName("search-words")
        self.words.setAccessibleName(tr("Words to look for in all transcripts"))
        self.words.setPlaceholderText(tr("Words to look for"))
        ClearCross(self.words)
        self.words.textEdited.connect(lambda _: self._typing.start())
        self.words.textChanged.connect(lambda words: None if words else self._ask())  # cleared by its button
        self.words.returnPressed.connect(self._ask)
        self._whole, self._regex = TickBox(tr("Whole words")), TickBox(tr("Pattern"))
        self._whole.setObjectName("search-whole-words")
        self._regex.setObjectName("search-regex")
        hint = tr("Take the words as a regular expression, for those who know how to write one: help(ed|ing)?")
        self._regex.setToolTip(hint)
        self._regex.setAccessibleDescription(hint)
        for ticked in (self._whole, self._regex):
            ticked.toggled.connect(lambda _: self._ask())

    @property
    def query(self) -> Query:
        """The question as it stands."""
        return Query(
            words=self.words.text(),
            regex=self._regex.isChecked(),
            whole_words=self._whole.isChecked(),
            roles=(SpeakerRole(self._roles.value),) if self._roles.value else (),
            sites=self._sites.names,
            client_groups=self._groups.names,
        )

    @property
    def narrowed(self) -> bool:
        """Whether the search is kept to somebody or somewhere."""
        return bool(self._roles.value or self._sites.names or self._groups.names)

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays as far as it is still there."""
        self._sites.offer([Option(site.name, (site.id,)) for site in project.sites.all()])
        self._groups.offer([Option(group, (group,)) for group in project.findings.client_groups()])

    def fold(self, *, narrow: bool) -> None:
        """Where there is little room, keep the choices behind a button; those that are on stay in sight."""
        self._unfold.setVisible(narrow)
        for choice in self._choices:
            choice.setVisible(not narrow or self._unfold.isChecked() or bool(choice.value))

    def widen(self) -> None:
        """Look everywhere again."""
        self._roles.set_value("")
        self._sites.choose(())
        self._groups.choose(())
        self._ask()

    def clear(self) -> None:
        """Look for nothing, everywhere, without a signal: another project is open."""
        self._typing.stop()
        self.blockSignals(True)
        self.words.clear()
        self._whole.setChecked(False)
        self._regex.setChecked(False)
        self.widen()
        self.blockSignals(False)

    def stop_typing(self) -> bool:
        """Look no further for what is being typed; whether something was about to be looked for."""
        waiting = self._typing.isActive()
        self._typing.stop()
        return waiting

    def _ask(self) -> None:
        self._typing.stop()
        self.asked.emit()

    def _resize_field(self) -> None:
        self.words.setFixedWidth(current().look.px(_FIELD))
