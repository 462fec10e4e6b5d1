"""Opening a round: its name, who codes, which transcripts (by hand or drawn at random), until when."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QWidget

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.names_button import Name
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.widgets.tick_list import TickList
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_SEEDS = 1_000_000
_DRAW = tr("A draw takes its share from every site and client group. Its number is kept, so that it can be repeated.")


class NewRoundDialog(QDialog):
    """“Open a round”. Accepted means that it was opened."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """Offer the project's coders and transcripts."""
        super().__init__(parent)
        self.setObjectName("new-round")
        self.setWindowTitle(tr("Open a round"))
        self._workspace = workspace
        self._seed: int | None = None
        project = workspace.project
        number = len(project.rounds.all()) + 1
        self.name = QLineEdit(tr("Round {number}", number=number))
        self.name.setObjectName("round-name")
        self.name.setAccessibleName(tr("What the round is called"))
        self.due = QLineEdit()
        self.due.setObjectName("round-due")
        self.due.setAccessibleName(tr("Due on"))
        self.due.setPlaceholderText(tr("Due, as 2026-06-03"))
        self.coders = [TickBox(coder.name) for coder in project.coders.all() if not coder.again_of]
        self._make_newcomer()
        self.again = TickBox(tr("One person codes again, to be compared with themselves"))
        self.again.setObjectName("round-again")
        self.again.setToolTip(
            tr("They code under a name such as “Ailsa Brodie, second time”, and see nothing of their first time.")
        )
        self._make_transcripts()
        self._make_drawing()
        self.open_it = Button(tr("Open the round"), kind="primary")
        self.open_it.setObjectName("round-open")
        self.leave = Button(tr("Not now"))
        self.open_it.clicked.connect(self._open)
        self.leave.clicked.connect(self.reject)
        self.setLayout(
            Column(
                Label(tr("Open a round"), "title"),
                (self._made_area(), 1),
                Row(None, self.leave, self.open_it),
                gap=12,
                margins=24,
            )
        )
        FocusRing(self)
        # The room is the main window's: asked from the list of rounds, this is a dialog on a dialog.
        over = parent.window()
        room, look = (over.parentWidget() or over).window().size(), current().look
        self.resize(min(look.px(620), room.width() - 48), min(look.px(860), room.height() - 48))
        self.name.setFocus()

    def _make_newcomer(self) -> None:
        self.newcomer = QLineEdit()
        self.newcomer.setObjectName("round-newcomer")
        self.newcomer.setAccessibleName(tr("Name of somebody else who codes"))
        self.newcomer.setPlaceholderText(tr("Somebody else’s name"))
        self.add = Button(tr("Add"), name=tr("Add this coder"))
        self.add.setObjectName("round-add-coder")
        self.newcomer.returnPressed.connect(self._add_coder)
        self.add.clicked.connect(self._add_coder)

    def _make_transcripts(self) -> None:
        self.transcripts = TickList(
            "round-transcripts",
            tr("Transcripts of the round"),
            find=tr("Find by name, site or client group"),
            count=lambda n: tr("{n:,} transcript is chosen.", "{n:,} transcripts are chosen.", n=n),
        )
        overview = self._workspace.project.transcripts.overview()
        self.transcripts.set_names([_row(each) for each in overview])
        self.transcripts.ticked.connect(self._by_hand)

    def _make_drawing(self) -> None:
        self.many = QSpinBox()
        self.many.setObjectName("round-many")
        self.many.setAccessibleName(tr("How many to draw"))
        # The arrows are left to the keys; without buttons in the style sheet the number itself would have no room.
        self.many.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }")
        self.many.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.many.setFixedSize(current().look.px(96), current().look.px(36))
        there = len(self.transcripts.model.names)
        self.many.setRange(1, max(1, there))
        self.many.setValue(max(1, round(there / 5)))
        self.draw = Button(tr("Draw at random"))
        self.draw.setObjectName("round-draw")
        self.draw.clicked.connect(self._draw)
        self.drawn = Label(_DRAW, "small", tone="muted", wrap=True)

    def _made_area(self) -> Area:
        inside = QWidget()
        inside.setProperty("clear", True)
        drawing = QWidget()
        drawing.setLayout(Flow(self.many, self.draw, gap=8))
        self._boxes = Column(*self.coders, gap=6)
        inside.setLayout(
            Column(
                Row((self.name, 2), (self.due, 1), gap=8),
                8,
                Label(tr("Who codes, without seeing the others?"), "heading", wrap=True),
                self._boxes,
                Row((self.newcomer, 1), self.add, gap=8),
                6,
                self.again,
                8,
                Label(tr("Which transcripts?"), "heading"),
                drawing,
                self.drawn,
                (self.transcripts, 1),
                gap=6,
                margins=(4, 4, 12, 4),
            )
        )
        area = Area(inside)
        area.setAccessibleName(tr("What the round is about"))
        return area

    def _draw(self) -> None:
        seed = secrets.randbelow(_SEEDS)
        wanted = set(self._workspace.project.rounds.draw(self.many.value(), seed))
        self.transcripts.set_value(wanted)
        self._seed = seed
        self.drawn.setText(tr("{number} drawn, with the number {seed}.", number=len(wanted), seed=seed))

    def _by_hand(self) -> None:
        self._seed = None
        self.drawn.setText(_DRAW)

    def _add_coder(self) -> None:
        """Make a coder, and tick them; one who is there already is ticked."""
        name = " ".join(self.newcomer.text().split())
        known = next((box for box in self.coders if folded(_name_on(box)) == folded(name)), None)
        if name and known is None and self._workspace.act(lambda: self._workspace.project.coders.add(name)):
            known = TickBox(name)
            self.coders.append(known)
            self._boxes.put(known)
        if known is not None:
            known.setChecked(True)
            self.newcomer.clear()

    def _open(self) -> None:
        new = NewRound(
            name=self.name.text(),
            transcripts=self.transcripts.value,
            coders=[_name_on(box) for box in self.coders if box.isChecked()],
            due=self.due.text(),
            seed=self._seed,
            again=self.again.isChecked(),
        )
        rounds, who = self._workspace.project.rounds, self._workspace.coder
        said = tr("{name} is open.", name=" ".join(new.name.split()))
        if self._workspace.act(lambda: rounds.open(new, coder=who), say=said) is not None:
            self.accept()


def _name_on(box: TickBox) -> str:
    return box.text().replace("&&", "&")


def _row(each: TranscriptOverview) -> Name:
    site = each.placement.site.name if each.placement.site else ""
    note = " · ".join(filter(None, (site, each.placement.client_group)))
    return Name(each.transcript.id, each.transcript.title, note)


def open_round(parent: QWidget, workspace: Workspace) -> bool:
    """Ask for a round and open it; whether one was opened."""
    dialog = NewRoundDialog(parent, workspace)
    opened = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return opened
