"""Every place of the names, in its surroundings, each with a tick: what has none stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.painting import paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.tick_rows import TickRowModel, TickRowView, paint_tick, tick_width
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.people.pseudonyms import NamePlace, PlaceKey

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIGH = 54
PLACE = Qt.ItemDataRole.UserRole + 1

_TABLES = {
    "coder": tr("a coder’s name"),
    "participant": tr("a participant’s name"),
    "attribute": tr("a fact about a participant"),
    "consent": tr("a note on consent"),
    "consent_record": tr("an earlier note on consent"),
    "transcript": tr("the title or file name of a transcript"),
    "speaker": tr("the label of a speaker"),
    "coding": tr("a memo on a coding"),
    "memo": tr("a memo"),
    "code": tr("the codebook"),
    "code_group": tr("the codebook"),
    "codebook": tr("the codebook"),
    "codebook_change": tr("the codebook’s history"),
    "site": tr("what is known of a site"),
    "register_entry": tr("the evidence for a site"),
    "register_feature": tr("the site register"),
    "project": tr("the project’s title"),
    "export": tr("the name of an exported file"),
    "question": tr("the interview schedule"),
    "decision": tr("a settled decision"),
    "summary": tr("a summary"),
    "meeting": tr("who was at a meeting"),
    "meeting_item": tr("the minutes of a meeting"),
    "round": tr("the name of a round"),
    "attribute_kind": tr("the facts that are recorded"),
    "sampling_target": tr("the client groups to be heard"),
    "export_preset": tr("a kept way of exporting"),
}
#: Where a name that stands there is most often somebody else's: these places begin without a tick.
_UNTICKED = frozenset({"coder", "code", "code_group", "codebook", "codebook_change", "register_feature", "question"})


def where(place: NamePlace) -> str:
    """Where a place is, in words."""
    return place.title if place.in_transcript else place_words(place.table)


def place_words(table: str) -> str:
    """What part of the project a table is, in words."""
    return tr("In {place}", place=_TABLES.get(table, tr("another part of the project")))


class PlacesModel(TickRowModel):
    """One row a place.

    Signals:
        changed: A place was ticked, or its tick taken away.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, unticked: frozenset[str] = _UNTICKED) -> None:
        """Hold no places yet; those in `unticked` tables begin without a tick."""
        super().__init__(parent)
        self._unticked = unticked
        self._places: list[NamePlace] = []
        self._kept: set[PlaceKey] = set()

    def show(self, places: Sequence[NamePlace]) -> None:
        """Show places, ticked but for those that begin without."""
        self.beginResetModel()
        self._places = list(places)
        self._kept = {place.key for place in places if not place.in_transcript and place.table in self._unticked}
        self.endResetModel()
        self.changed.emit()

    @property
    def kept(self) -> set[PlaceKey]:
        """The places that stay as they are."""
        return set(self._kept)

    @property
    def ticked(self) -> int:
        """How many places are to be replaced."""
        return len(self._places) - len(self._kept)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """A place, in words or as it is."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == PLACE:
            return place
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(
                "{where}: {before}{place}{after}. Becomes {new}",
                where=where(place),
                before=place.before,
                place=place.words,
                after=place.after,
                new=place.new,
            )
        return super().data(index, role)

    def is_ticked(self, row: int) -> bool:
        """Whether a place is to be replaced."""
        return self._places[row].key not in self._kept

    def tick(self, row: int, *, ticked: bool) -> None:
        """Have a place replaced, or leave it as it is."""
        (self._kept.discard if ticked else self._kept.add)(self._places[row].key)
        self.changed.emit()


class PlacesList(TickRowView):
    """The places of a model, each in its surroundings, with its tick."""

    def __init__(self, model: PlacesModel, name: str) -> None:
        """Show a model under an accessible name."""
        super().__init__(name)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setModel(model)

    @staticmethod
    def height_of(places: int) -> int:
        """The height at which so many places are seen without scrolling, in pixels."""
        return places * current().look.px(_HIGH)


class PlacesStage(QWidget):
    """The second stage: which places."""

    def __init__(self) -> None:
        """Show no places yet."""
        super().__init__()
        self.model = PlacesModel(self)
        self.list = PlacesList(self.model, tr("Places of the names"))
        self.list.setObjectName("names-places")
        self.said = Label("", tone="muted", wrap=True)
        self.said.setObjectName("names-count")
        words = tr("Take the tick from a place that is to stay as it is. Space does it too.")
        advice = Label(words, "small", tone="muted", wrap=True)
        self.model.changed.connect(self._say)
        self.setLayout(Column(self.said, (Card(Column((self.list, 1), margins=4)), 1), advice, gap=8))

    def _say(self) -> None:
        total = self.model.rowCount()
        places = tr("{n:,} place", "{n:,} places", n=total)
        self.said.setText(tr("{places} found, {ticked:,} to be replaced", places=places, ticked=self.model.ticked))


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place: where it is, and the name between its neighbours."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines."""
        return QSize(200, current().look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one place."""
        look, rect, view = current().look, QRectF(option.rect), option.widget
        place: NamePlace = index.data(PLACE)
        here = isinstance(view, TickRowView) and view.currentIndex().row() == index.row()
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("tint" if here else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("hairline"))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick(painter, rect, look, ticked=ticked)
        inside = rect.adjusted(tick_width(look), look.gap(6), -look.gap(10), -look.gap(6))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        paint_words(painter, inside, where(place), look.font("small"), look.colour("muted"), top)
        line = QRectF(inside.left(), inside.bottom() - look.px(22), inside.width(), look.px(22))
        self._paint_line(painter, line, place, ticked=ticked)
        if here and isinstance(view, QWidget) and view.hasFocus():
            paint_focus(painter, rect.adjusted(7, 7, -7, -8), 4, look)
        painter.restore()

    @staticmethod
    def _paint_line(painter: QPainter, line: QRectF, place: NamePlace, *, ticked: bool) -> None:
        """The words before, the name, what it becomes, the words after: as much as there is room for."""
        look = current().look
        body, strong = look.font("body"), look.font("strong")
        struck = look.font("strong")
        struck.setStrikeOut(ticked)
        middle = [(place.words, struck, "text")]
        if ticked:
            middle.append((f" {place.new}", strong, "link"))
        taken = sum(QFontMetricsF(font).horizontalAdvance(words) for words, font, _ in middle)
        side = max((line.width() - taken) / 2, 0)
        metrics = QFontMetricsF(body)
        before = metrics.elidedText(place.before, Qt.TextElideMode.ElideLeft, side)
        after = metrics.elidedText(place.after, Qt.TextElideMode.ElideRight, line.width() - taken - side)
        x = line.left()
        for words, font, colour in ((before, body, "text"), *middle, (after, body, "text")):
            wide = QFontMetricsF(font).horizontalAdvance(words)
            place_of = QRectF(x, line.top(), wide + 1, line.height())
            paint_words(painter, place_of, words, font, look.colour(colour), Qt.AlignmentFlag.AlignVCenter)
            x += wide
