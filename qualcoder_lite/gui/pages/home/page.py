"""The page Home: what to go on with, how far the project is, where its backups lie; without a project, the way in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLayout, QMenuBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from qualcoder_lite.domain.days_in_words import moment_in_words
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.home.how_much import how_much
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.progress_ring import ProgressRing
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.going_on import GoingOn
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_LINE = 180  # what is told gets lines at least so long, before buttons beside it go under one another


class HomePage(Page):
    """Where a person arrives.

    Signals:
        new_wanted: The person wants to make a project.
        open_wanted: The person wants to choose a project to open.
        demonstration_wanted: The person wants to look at the example.
        project_wanted: The person wants this recent project: its path.
        import_wanted: The person wants to bring transcripts in.
        copies_wanted: The person wants to bring together copies that others worked on.
        cut_wanted: The person wants a copy for one coder.
        same_names_wanted: The person wants to see what copies made under one name.
        details_wanted: The person wants to change what the project says of itself.
    """

    value, word = "home", tr("Home")
    needs_project = False

    new_wanted = Signal()
    open_wanted = Signal()
    demonstration_wanted = Signal()
    project_wanted = Signal(str)
    import_wanted = Signal()
    copies_wanted = Signal()
    cut_wanted = Signal()
    same_names_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        """Build the frame; what is in it depends on the project."""
        super().__init__(workspace)
        self._seen = False
        self._place: QWidget | None = None
        self._codes, self._has_transcripts = 0, False  # how many codes the project has, and whether any transcript
        self._area = Area()
        self._area.setObjectName("home-area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        # A timer of its own: a single shot at a function made here would keep a page alive that is closed before it.
        self._once_seen = QTimer(self)
        self._once_seen.setSingleShot(True)
        self._once_seen.timeout.connect(self._on_seen)
        workspace.coder_changed.connect(self.mark_stale)
        theme.current().changed.connect(self.mark_stale)

    def refresh(self) -> None:
        """Show the project, or the ways to one."""
        inside = QWidget()
        parts = self._what_can_be_read() if self.workspace.is_open else self._without_project()
        foot = Label(tr("Saved on this computer. Nothing is sent anywhere."), "small", tone="muted")
        inside.setLayout(Column(*parts, None, 16, foot, margins=(48, 36), gap=10))
        focused = self.window().focusWidget()  # not the application's: the window may not be the active one
        # What is chosen in a menu is done while the menus have the focus, which then goes back to where it was.
        is_here = focused is None or isinstance(focused, QMenuBar) or self._area.isAncestorOf(focused)
        stood_on = self._area.focusWidget()
        kept = stood_on.objectName() if is_here and stood_on is not None else ""
        self._area.setWidget(inside)
        again = inside.findChild(QWidget, kept) if kept else None
        if again is not None:  # whoever stood on a button stands on it still
            again.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """All of it."""
        return (self._area,)

    def _without_project(self) -> list[QWidget | int]:
        from qualcoder_lite.gui.pages.home.start import Start

        start = Start([Path(path) for path in self.workspace.settings.recent if Path(path).exists()])
        start.new_wanted.connect(self.new_wanted)
        start.open_wanted.connect(self.open_wanted)
        start.demonstration_wanted.connect(self.demonstration_wanted)
        start.project_wanted.connect(self.project_wanted)
        return [start]

    # With a project

    def _what_can_be_read(self) -> Sequence[QWidget | int]:
        try:
            return self._of_project()
        except UserError as fault:
            return [self._unreadable(fault)]

    def _unreadable(self, fault: UserError) -> QWidget:
        from qualcoder_lite.gui.pages.home.unreadable import Unreadable

        self._stale = True  # whatever it was may be over when the page is come to again
        announce(self, str(fault), urgent=True)
        return Unreadable(fault, self.workspace.project.backups(), self.open_wanted.emit, self.mark_stale)

    def _of_project(self) -> list[QWidget | int]:
        project = self.workspace.project
        found = project.info()
        everything = project.transcripts.overview()
        parts: list[QWidget | int] = [
            Label(found.title, "display", wrap=True),
            Label(how_much(found, len(project.coders.who_coded())), tone="muted", wrap=True),
            8,
        ]
        parts.append(self._go_on(everything) if everything else self._no_transcripts())
        self._codes, self._has_transcripts = found.codes, bool(everything)
        return [*parts, self._below()]

    def _go_on(self, everything: Sequence[TranscriptOverview]) -> QWidget:
        """The transcript to go on with, and how far whoever is coding has come."""
        from qualcoder_lite.service.placement import called

        coder = self.workspace.coder
        going_on = self.workspace.project.progress.going_on(coder)
        if not going_on.transcript:
            done = tr("Everything is done, {coder}.", coder=coder) if coder else tr("Everything is done.")
            told = Label(done, "heading", wrap=True)
            return Card(Row(Icon("done", 32), (told, 1), gap=16, margins=(24, 20)))
        title = called([each.placement for each in everything])[going_on.transcript]
        words = Column(
            Label(tr("Go on with {title}", title=title), "heading", wrap=True),
            Label(_how_far(going_on, coder), tone="muted", wrap=True),
            gap=2,
        )
        ring = ProgressRing(tr("Transcripts done"), done=going_on.done, of=going_on.of)
        return Card(Row(ring, (words, 1), self._carry_on(going_on.transcript, title), gap=20, margins=(24, 20)))

    def _carry_on(self, transcript: str, title: str) -> Button:
        carry_on = Button(
            tr("Carry on"),
            kind="primary",
            icon="arrow-right",
            icon_after=True,
            name=tr("Carry on with {title}", title=title),
        )
        carry_on.setObjectName("home-carry-on")
        carry_on.clicked.connect(lambda: self.workspace.visit(Visit(page="code", transcript=transcript)))
        return carry_on

    def _below(self) -> QWidget:
        """A place for what stands below the way on; at the start of the window it is filled once that is seen."""
        place = QWidget()
        if self._seen:
            self._fill(place)
        else:
            self._place = place
            self._once_seen.start()
        return place

    def _on_seen(self) -> None:
        # Another look at the project may have brought another place.
        if self._place is not None and isValid(self._place):
            self._fill(self._place)

    def _fill(self, place: QWidget) -> None:
        self._seen = True
        if not self.workspace.is_open:
            return
        try:
            parts = self._parts_below()
        except UserError as fault:
            parts = [self._unreadable(fault)]
        place.setLayout(Column(*parts, gap=10))

    def _parts_below(self) -> list[QWidget | int]:
        parts: list[QWidget | int] = []
        if self._has_transcripts:
            parts += [8, Label(tr("How far it is"), "heading"), *self._progress()]
        parts += [8, Label(tr("Codes and thoughts"), "heading"), self._codes_and_thoughts()]
        if self._has_transcripts and not self.workspace.project.read_only:
            parts += [8, Label(tr("Working apart"), "heading"), self._apart()]
        return [*parts, 8, Label(tr("Keeping it safe"), "heading"), self._safety()]

    def _progress(self) -> list[QWidget]:
        """Each site's transcripts with each coder, and how many of them are marked for the analysis."""
        from qualcoder_lite.gui.pages.home.progress_table import ProgressTable

        progress = self.workspace.project.progress
        parts: list[QWidget] = [Card(Column(ProgressTable(progress.by_site(), self.workspace.face), margins=(8, 6)))]
        reflecting = sum(marks.reflects for marks in progress.marks().values())
        if reflecting:
            told = tr(
                "{n:,} transcript marked as reflecting on how the service is organised.",
                "{n:,} transcripts marked as reflecting on how the service is organised.",
                n=reflecting,
            )
            parts.append(Label(told, "small", tone="muted", wrap=True))
        return parts

    def _no_transcripts(self) -> QWidget:
        bring = Button(tr("Import transcripts"), kind="primary", icon="import")
        bring.setObjectName("home-import")
        bring.clicked.connect(self.import_wanted)
        told = Label(
            tr("Choose one file or a whole folder. You see who is speaking before anything is stored."), wrap=True
        )
        return Card(Column(Label(tr("No transcripts yet"), "heading"), told, 8, Row(bring, None), margins=(24, 20)))

    def _codes_and_thoughts(self) -> QWidget:
        """The ways to the codebook and the memos, which are not on the rail."""
        memos = len(self.workspace.project.memos.all())
        told = Label(
            tr(
                "{codes} · {memos}",
                codes=tr("{n:,} code", "{n:,} codes", n=self._codes),
                memos=tr("{n:,} memo", "{n:,} memos", n=memos),
            ),
            wrap=True,
        )
        ways = {"codebook": Button(tr("Codebook"), icon="book"), "memos": Button(tr("Memos"), icon="memo")}
        for page, way in ways.items():
            way.setObjectName(f"home-{page}")
            way.clicked.connect(lambda _checked=False, page=page: self.workspace.visit(Visit(page=page)))
        return _card("book", told, *ways.values())

    def _apart(self) -> QWidget:
        """Each coder with a copy of their own: where copies come from and go to."""
        told = Label(tr("Give each coder a copy of their own, and bring in what they send back."), wrap=True)
        cut = Button(tr("Make a copy for a coder …"), kind="quiet", icon="person")
        cut.setObjectName("home-cut")
        cut.clicked.connect(self.cut_wanted)
        together = Button(tr("Bring copies together …"), icon="import")
        together.setObjectName("home-copies")
        together.clicked.connect(self.copies_wanted)
        buttons: list[QWidget] = [cut, together]
        twins = len(self.workspace.project.twins.all())
        if twins:
            told.setText(
                tr(
                    "{told} {n:,} name is there twice.",
                    "{told} {n:,} names are there twice.",
                    n=twins,
                    told=told.text(),
                )
            )
            same = Button(tr("Are these the same? …"), kind="quiet", icon="people")
            same.setObjectName("home-same-names")
            same.clicked.connect(self.same_names_wanted)
            buttons.insert(0, same)
        return _card("import", told, *buttons)

    def _safety(self) -> QWidget:
        from qualcoder_lite.gui.pages.home.unreadable import show_backups

        project = self.workspace.project
        backups = project.backups()
        newest = project.last_backup()
        if newest is not None:
            words = tr(
                "{n:,} automatic backup, the newest of {when}.",
                "{n:,} automatic backups, the newest of {when}.",
                n=len(backups),
                when=moment_in_words(newest.astimezone()),
            )
        else:
            words = tr("A backup is made by itself when you close the project.")
        where = Label(tr("The project is “{path}”.", path=project.path), "small", tone="muted", wrap=True)
        buttons: list[QWidget] = []
        if not project.read_only:
            details = Button(tr("Project details …"), kind="quiet", icon="edit")
            details.setObjectName("home-details")
            details.clicked.connect(self.details_wanted)
            buttons.append(details)
        if backups:
            show = Button(tr("Show the backups"), kind="quiet", icon="folder")
            show.setObjectName("home-show-backups")
            show.clicked.connect(lambda: show_backups(backups))
            buttons.append(show)
        told = Column(Label(words, wrap=True), where, gap=2)
        return _card("lock", told, *buttons)


def _how_far(going_on: GoingOn, coder: str) -> str:
    if coder:
        return tr(
            "You are done with {done} of {n:,} transcript.",
            "You are done with {done} of {n:,} transcripts.",
            n=going_on.of,
            done=going_on.done,
        )
    return tr(
        "Somebody is done with {done} of {n:,} transcript.",
        "Somebody is done with {done} of {n:,} transcripts.",
        n=going_on.of,
        done=going_on.done,
    )


def _card(icon: str, told: QWidget | QLayout, *buttons: QWidget) -> Card:
    """Something told, and what can be done about it: beside it, or under one another where that has no room."""
    at_least = Row(_LINE)
    words = Column(told, at_least, gap=0)
    return Card(Row(Icon(icon, 24), (words, 1), Flow(*buttons, gap=16), gap=16, margins=(20, 12)))
