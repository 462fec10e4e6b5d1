"""A view that shows one drawing: the choices over it, the drawing itself, and the quotes behind a place of it.

What the choices ask for is counted at once in a small project and on a thread of its own in a large one. A subclass
brings its choices, and says what else can be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_lite.gui.pages.finder import Finder
from qualcoder_lite.gui.pages.findings.empty import no_codings, no_outcomes, no_transcripts
from qualcoder_lite.gui.pages.findings.in_words import show_in_words
from qualcoder_lite.gui.pages.findings.quotes_behind import QuotesBehind
from qualcoder_lite.gui.pages.findings.room import is_low, is_narrow
from qualcoder_lite.gui.pages.findings.saving import save_picture
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.drawn_sheet import DrawnArea, DrawnSheet
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import stack_of
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.pictures import Behind
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.findings.drawn_choices import Choices, Counted
    from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.project import Project


class DrawnView(Page):
    """One drawing, chosen, looked at, told in words, saved."""

    handle: ClassVar[str]
    needs_codings: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        """Build it; nothing is counted until it is shown."""
        super().__init__(workspace)
        self.counted: Counted | None = None
        self._counting = Finder(workspace, self)
        self._behind = QuotesBehind(self.handle, workspace, self)
        self.beside = self._behind.panel
        self.words = Button(tr("In words …"), icon="transcript")
        self.words.setObjectName(f"{self.handle}-in-words")
        self.save = Button(tr("Save picture …"), kind="primary", icon="export")
        self.save.setObjectName(f"{self.handle}-save")
        self.choices = self.make_choices()
        self.choose = Button(tr("Choose what is shown"), kind="link", icon="chevron-down")
        self.choose.setObjectName(f"{self.handle}-choose")
        self._choosing = False  # in a low window, whether the choices stand over the drawing
        self._build()
        self._connect()
        self._actions = [
            *self.own_actions(),
            action(tr("In &words …"), self._show_words),
            action(tr("&Save picture …"), self._save),
        ]
        self._fold()

    def make_choices(self) -> Choices:
        """The view's own choices, with its buttons at their end."""
        raise NotImplementedError

    def own_actions(self) -> Sequence[QAction]:
        """What else can be done, for the menu."""
        return ()

    def enable(self, *, there: bool) -> None:
        """Let what is done with a drawing be done, where there is one."""
        self.words.setEnabled(there)
        self.save.setEnabled(there)

    def _build(self) -> None:
        self.sheet = DrawnSheet()
        self.area = DrawnArea(self.sheet)
        self.area.setObjectName(f"{self.handle}-area")
        self._desk = QWidget()
        self._desk.setProperty("clear", True)
        self._no_codes = no_outcomes()
        self._card = Card(Column((self.area, 1), margins=4))
        self._card_or_not = stack_of(self._card, self._no_codes)
        self._desk.setLayout(
            Column(Row(self.choose, None), self.choices, (self._card_or_not, 1), gap=10, margins=(16, 10, 12, 10))
        )
        self._left = Area(self._desk)  # where the window is low, the choices scroll away from over the drawing
        self._left.setObjectName(f"{self.handle}-scroll")
        self._splitter = QSplitter()
        self._splitter.setObjectName(f"{self.handle}-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.beside)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._empty = {"transcripts": no_transcripts(), "codings": no_codings()}
        self._body = stack_of(self._splitter, *self._empty.values())
        self.setLayout(Column((self._body, 1), gap=0))

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask)
        self._counting.found.connect(self._on_counted)
        self._counting.failed.connect(self.workspace.failed)
        self.sheet.chosen.connect(self._on_place_chosen)
        self.sheet.reached.connect(self._keep_in_sight)
        self._behind.turned.connect(self._fold)
        self._behind.left.connect(self.sheet.go_in)
        self.choose.clicked.connect(self._on_choose)
        self.words.clicked.connect(self._show_words)
        self.save.clicked.connect(self._save)
        self._empty["transcripts"].primary_chosen.connect(self._import)
        self._empty["codings"].primary_chosen.connect(lambda: self.workspace.visit(Visit(page="code")))
        self._no_codes.primary_chosen.connect(lambda: self.workspace.visit(Visit(page="codebook")))
        current().changed.connect(self._fold)

    # Whom it counts

    @property
    def of_whom(self) -> OfWhom:
        """What is chosen over the drawing."""
        return self.choices.chosen

    def count_of(self, of_whom: OfWhom) -> None:
        """Choose whom the drawing is of when it is turned to."""
        before = self.of_whom
        self.choices.offer(self.workspace.project)
        self.choices.choose_whom(of_whom)
        if self.of_whom != before:
            self.mark_stale()

    # What every page does

    def refresh(self) -> None:
        """Count anew."""
        project = self.workspace.project
        info = project.info()
        missing = "" if info.transcripts else "transcripts"
        if self.needs_codings and not missing and not info.codings:
            missing = "codings"
        there = not missing
        self._body.setCurrentWidget(self._splitter if there else self._empty[missing])
        self.enable(there=there)
        for each in self._actions:
            each.setEnabled(there)
        if there:
            self.choices.offer(project)
            self._ask()

    def panes(self) -> Sequence[QWidget]:
        """The drawing, the choices, the quotes."""
        if self._body.currentWidget() is not self._splitter:
            return [empty.primary for empty in self._empty.values() if empty.primary.isVisible()]
        panes = (self.sheet, self._no_codes.primary, self.choose, self.choices, self.beside.quotes)
        return [pane for pane in panes if pane.isVisible()]

    def actions_for_menu(self) -> Sequence[QAction]:
        """What there is to choose, in words, saving."""
        return self._actions

    # Counting and showing

    def _ask(self) -> None:
        if not self.workspace.is_open:
            return
        self._behind.close()
        lacks_codes = self.choices.lacks_codes()
        self._card_or_not.setCurrentWidget(self._no_codes if lacks_codes else self._card)
        if lacks_codes:  # the other drawings can still be chosen
            self._counting.stop()
            self._show(None)
            return
        asked = self.choices.asked

        def count(project: Project, _progress: Progress) -> Counted:
            return asked.count(project)

        self._counting.find(count, tr("Counting"))
        if self._counting.busy:  # no numbers are better than those of another question
            self._show(None)

    def _on_counted(self, counted: Counted) -> None:
        self.choices.take(counted)
        self._show(counted)

    def _show(self, counted: Counted | None) -> None:
        self.counted = counted
        drawing = counted.drawing if counted else None
        self.sheet.show_drawing(drawing)
        self.enable(there=drawing is not None)
        if drawing is not None and self.isVisible():
            announce(self.sheet, f"{drawing.title}. {' '.join(drawing.about)}")

    # What the person does

    def _on_place_chosen(self, place: Behind, said: str) -> None:
        self._behind.show(self.choices.asked, place, said)

    def _keep_in_sight(self, place: QWidget) -> None:
        """Scroll what the drawing itself lies in to the place that has the focus."""
        seen = place.mapTo(self._desk, place.rect().center())
        self._left.ensureVisible(seen.x(), seen.y(), 0, place.height())

    def _show_words(self) -> None:
        if self.counted is not None:
            show_in_words(self.counted.drawing, self)

    def _save(self) -> None:
        if self.counted is not None:
            save_picture(self, self.workspace, self.counted.drawing)

    def _import(self) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self, self.workspace, [])

    # Room

    def _on_choose(self) -> None:
        self._choosing = not self._choosing
        self._fold()
        if self._choosing:
            self.choices.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold(self) -> None:
        """Show the quotes when they are asked for; where there is no room for both, in the picture's place.

        In a low window the choices wait behind a link, so that there is something to see of the drawing.
        """
        narrow, low = is_narrow(self), is_low(self)
        self.choose.setVisible(low)
        self.choose.set_words(tr("Hide the choices") if self._choosing else tr("Choose what is shown"))
        self.choices.setVisible(self._choosing or not low)
        self.beside.setVisible(self._behind.is_shown)
        self._left.setVisible(not self._behind.is_shown or not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()
