"""One coder's side: who they are, what they put at the place, and the transcript with their own codings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.pages.code.painted import colours_for
from qualcoder_lite.gui.pages.cross_check.words import beginning
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
from qualcoder_lite.gui.reading.reading_settings import ReadingSettings
from qualcoder_lite.gui.reading.transcript_view import TranscriptView
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.widgets.avatar import Avatar
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import SIGNS, Chip, ChipFace
from qualcoder_lite.gui.widgets.few_lines import FewLines
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.disagreement import Side
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.domain.transcript import Span, Speaker, Turn
    from qualcoder_lite.gui.pages.code.codes import Codes
    from qualcoder_lite.gui.theme.coder_faces import Face

_TALL = 52  # height of the window in letters of body text from which there is room for what a code means
_LINES = 3  # of a definition; the rest is told to whoever points at it
_GAP = 10
_POINTS = 12.5
_NOTHING = ChipFace("", tr("nothing here"), "")


@dataclass(frozen=True, slots=True)
class Paper:
    """A transcript as both sides show it."""

    id: str
    text: str
    turns: Sequence[Turn]
    speakers: Sequence[Speaker]


class SidePane(Card):
    """A coder over their copy of the transcript.

    Signals:
        key_typed: A character was typed on the text.
        words_marked: Words were marked by hand: from where to where.
    """

    key_typed = Signal(str)
    words_marked = Signal(int, int)

    def __init__(self, name: str, points: float | None = None) -> None:
        """Show nobody yet; `name` tells the sides apart for tests and screen readers, `points` is the type's size."""
        super().__init__(kind="card")
        self.setObjectName(f"side-{name}")
        self.avatar = Avatar(face_of("?"))
        self.name = Label("", "strong")
        self.role = Label("", "small", tone="muted")
        for label in (self.name, self.role):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chip = Chip(_NOTHING)
        self.nothing = Label(tr("Nothing here"), "small", tone="muted")
        self.view = TranscriptView()
        self.view.setObjectName(f"text-{name}")
        self.view.set_reading(ReadingSettings(plain=True, points=points or _POINTS))
        self.view.key_typed.connect(self.key_typed)
        self.view.passage_selected.connect(self.words_marked)
        self._paper = ""
        self._head = QWidget()
        self._who = Column(self.name, self.role, gap=0)
        self._row = Row(self.avatar, (self._who, 1), self.chip, self.nothing, gap=_GAP, margins=(14, 8))
        self._head.setLayout(self._row)
        self._folded = False
        self.meaning = FewLines(_LINES, "small")
        self._meaning = Card(Column(self.meaning, margins=(12, 8)), kind="well")
        self.setLayout(Column(self._head, (self.view, 1), self._meaning, gap=0, margins=1))
        current().changed.connect(self._restyle)
        self._restyle()

    def show_coder(self, face: Face, role: str) -> None:
        """Say whose side it is."""
        self.avatar.set_face(face)
        self.name.setText(beginning(face.name))
        self.role.setText(role)
        self._show_role()
        self.view.setAccessibleName(tr("What {feature} coded", feature=face.name))

    def show_put(self, side: Side | None, codes: Codes) -> None:
        """Say what the coder put at a place."""
        self.chip.setVisible(side is not None)
        self.nothing.setVisible(side is None)
        self._meaning.setVisible(self.window().height() > _TALL * current().look.px(15))
        self.meaning.setText("")
        if side is not None:
            code = codes[side.code].code
            self.chip.set_face(codes[side.code].face(side.polarity))
            said = " ".join((code.definition or code.question or tr("No definition yet.")).split())
            self.meaning.setText(said)
            self.meaning.setAccessibleName(tr("What the code means: {definition}", definition=said))
            self.meaning.setToolTip(" ".join((said, code.when_to_use)).strip())

    def show_place(self, paper: Paper, rows: Sequence[FullRow], side: Side | None, place: Span, codes: Codes) -> None:
        """Show the transcript with the coder's codings, at a place; `side` is what they put there."""
        if paper.id != self._paper:
            self._paper = paper.id
            self.view.load(paper.text, paper.turns, paper.speakers, [_painted(row, codes) for row in rows])
        where = (side.start, side.end) if side is not None else place
        self.view.show_passage(*where)

    @property
    def fits(self) -> bool:
        """Whether the coder's name and the code have room beside each other."""
        put = self.nothing if self.chip.isHidden() else self.chip
        margins = self._row.contentsMargins()
        needed = [part.sizeHint().width() for part in (self.avatar, self.name, put)]
        room = self.width() - margins.left() - margins.right() - 2 * current().look.gap(_GAP)
        return sum(needed) <= room

    def fold(self, folded: bool) -> None:
        """Put the code under the coder's name, or beside it."""
        if folded == self._folded:
            return
        self._folded = folded
        for part in (self.chip, self.nothing):
            (self._row if folded else self._who).removeWidget(part)
            if folded:
                self._who.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._row.addWidget(part)
        self._show_role()

    def _show_role(self) -> None:
        """The role gives up its line to the code where that has no other place."""
        self.role.setVisible(bool(self.role.text()) and not self._folded)

    def forget(self) -> None:
        """Set the transcript out anew the next time: it may have changed."""
        self._paper = ""

    def _restyle(self) -> None:
        look = current().look
        self.view.set_colours(colours_for(look))
        self.view.set_text_scale(look.scale)
        self.nothing.setMinimumHeight(self.chip.sizeHint().height())


def _painted(row: FullRow, codes: Codes) -> PaintedCoding:
    shown = codes[row[1]]
    return PaintedCoding(
        id=row[5],
        start=row[2],
        end=row[3],
        group=shown.group.colour,
        keys=shown.keys,
        name=shown.name,
        sign=SIGNS.get(row[4], ""),
    )
