"""The list of places of one kind: where each is, what the two coders put there, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from qualcoder_lite.domain.disagreement import Kind
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.cross_check.words import state_of, where
from qualcoder_lite.gui.pages.tall_list import TallDelegate, TallList
from qualcoder_lite.gui.theme import current, icons, tokens
from qualcoder_lite.gui.widgets.chip import chip_size, paint_chip
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.widgets.chip import ChipFace
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
PLACE = Qt.ItemDataRole.UserRole
_STEP = 32  # pixels that a line of the scroll bar is


class PlacesModel(QAbstractListModel):
    """Places as a list, each said in a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold none yet."""
        super().__init__(parent)
        self._places: Sequence[Place] = ()
        self._compared: Compared | None = None
        self._codes = Codes()

    def show(self, places: Sequence[Place], compared: Compared, codes: Codes) -> None:
        """Hold these places."""
        self.beginResetModel()
        self._places, self._compared, self._codes = places, compared, codes
        self.endResetModel()

    def clear(self) -> None:
        """Hold none."""
        self.beginResetModel()
        self._places, self._compared = (), None
        self.endResetModel()

    @property
    def places(self) -> Sequence[Place]:
        """What is listed."""
        return self._places

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a place."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A place in words, or the place itself."""
        if not index.isValid() or self._compared is None:
            return None
        place = self._places[index.row()]
        if role == PLACE:
            return place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = tr(" and ").join(face.spoken for face in self.faces(place))
            return f"{where(place)}: {said}. {self.state(place)}"
        return None

    def faces(self, place: Place) -> list[ChipFace]:
        """The chips of a place: one code where both put it, else a code for each."""
        return [self.face(*chip) for chip in _chips_of(place)]

    def face(self, code: str, polarity: str) -> ChipFace:
        """The chip of a code."""
        return self._codes[code].face(polarity)

    def state(self, place: Place) -> str:
        """What was decided about a place."""
        return state_of(place, self._compared) if self._compared is not None else ""


class PlacesList(Themed, TallList):
    """The places as cards."""

    def __init__(self, model: PlacesModel) -> None:
        """Show a model's places."""
        self.places = model
        super().__init__()
        self.setObjectName("places")
        self.setAccessibleName(tr("Places"))
        self.setProperty("paintsFocus", True)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page, where they answer; a list would look for a row that begins so."""
        if event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take sizes from the look."""
        self.verticalScrollBar().setSingleStep(self.look.px(_STEP))
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def heights(self, width: int) -> list[int]:
        """A line for where it is, and one or two for the chips; each of the few there are is measured once."""
        look, wide = self.look, dict[tuple[str, str], int]()
        room = width - 2 * look.gap(12) - 2 * look.gap(10)
        between = look.px(18) + 2 * look.gap(8)
        high, line = look.px(24) + 2 * look.gap(10) + look.gap(6), look.px(28) + look.gap(6)
        found: list[int] = []
        for place in self.places.places:
            chips = _chips_of(place)
            for chip in chips:
                if chip not in wide:
                    wide[chip] = chip_size(self.places.face(*chip), look).width()
            fits = len(chips) < 2 or sum(wide[chip] for chip in chips) + between <= room
            found.append(high + line if fits else high + 2 * line)
        return found


class _Delegate(TallDelegate[PlacesList]):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model = current().look, self.view.places
        place = model.places[index.row()]
        painter.save()
        smooth(painter)
        card = QRectF(option.rect).adjusted(2, 2, -2, -look.gap(6))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        fill, edge = look.colour("tint" if chosen else "surface"), look.colour("edge" if chosen else "hairline")
        paint_box(painter, card, tokens.RADIUS_CONTROL, fill=fill, edge=edge)
        inside = card.adjusted(look.gap(10), look.gap(8), -look.gap(10), 0)
        head = QRectF(inside.left(), inside.top(), inside.width(), look.px(22))
        self._paint_head(painter, head, place)
        x, y = inside.left(), head.bottom() + look.gap(4)
        for n, face in enumerate(model.faces(place)):
            wide = min(chip_size(face, look).width(), inside.width())
            mark = look.px(18) + look.gap(8) if n else 0
            if n and x + mark + wide > inside.right():
                x, y = inside.left(), y + look.px(28) + look.gap(6)
            if n:
                sign = QRectF(x, y + look.px(5), look.px(18), look.px(18))
                icons.paint(painter, sign, "differs", look.colour("muted"))
                x += mark
                wide = min(wide, inside.right() - x)
            paint_chip(painter, x, y, face, look, width=wide)
            x += wide + look.gap(8)
        if self.view.hasFocus() and index.row() == self.view.currentIndex().row():
            paint_focus(painter, card.adjusted(6, 6, -6, -6), tokens.RADIUS_CONTROL - 6, look)
        painter.restore()

    def _paint_head(self, painter: QPainter, head: QRectF, place: Place) -> None:
        look = current().look
        small, strong = look.font("small"), look.font("small_strong")
        state = self.view.places.state(place)
        ink = look.colour("ok" if place.is_settled else "muted")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, head, state, small, ink, right)
        room = head.width() - QFontMetricsF(small).horizontalAdvance(state) - look.gap(8)
        title = QFontMetricsF(strong).elidedText(where(place), Qt.TextElideMode.ElideMiddle, room)
        paint_words(painter, head, title, strong, look.colour("text"), Qt.AlignmentFlag.AlignVCenter)


def _chips_of(place: Place) -> tuple[tuple[str, str], ...]:
    """Codes and polarities that are shown of a place: one where both put the same, else each coder's."""
    sides = place.seen.sides
    if place.seen.kind in (Kind.BOTH, Kind.EDGES):
        sides = sides[:1]
    return tuple((side.code, side.polarity) for side in sides)
