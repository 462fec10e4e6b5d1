"""“How you read”: type, lines, page, and what helps to keep one's place. Each choice is seen in the text at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.how_to_work.choices import TINTS
from qualcoder_lite.gui.reading.reading_settings import LEAST, MOST, LineFocus, ReadingSettings
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDE = 520
_USUAL = ReadingSettings()
_SIZES = (LEAST, 12.0, _USUAL.points, 16.0, 18.0, 20.0, 24.0, 28.0, MOST)
_HEIGHTS = (("1.2", tr("Close")), (str(_USUAL.line_height), tr("Usual")), ("1.7", tr("Wide")), ("2.0", tr("Double")))
_COLUMNS = (("45", tr("Narrow")), (str(_USUAL.column), tr("Usual")), ("100", tr("Wide")), ("0", tr("All there is")))
_FOCUS = ((LineFocus.OFF, tr("No")), (LineFocus.TURN, tr("But my turn")), (LineFocus.LINES, tr("But my lines")))


class ReadingDialog(QDialog):
    """The choices, beside the text that shows them.

    Signals:
        changed: The person chose something; all of what is chosen now (`ReadingSettings`).
    """

    changed = Signal(object)

    def __init__(self, chosen: ReadingSettings, parent: QWidget | None = None) -> None:
        """Show what is chosen now."""
        super().__init__(parent)
        self.setObjectName("reading-dialog")
        self.setWindowTitle(tr("How you read"))
        self.setAccessibleName(tr("How you read"))
        self._chosen = chosen
        self._make_controls()
        parts: list[QWidget | int] = []
        for words, control in (
            (tr("Typeface"), self.family),
            (tr("Size of the words"), self.size_),
            (tr("Room between lines"), self.height_),
            (tr("Width of the text"), self.column),
            (tr("Colour of the page, in light"), self.tint),
            (tr("Dim the page"), self.focus_),
            (tr("Numbers"), self.turns),
        ):
            parts += [Label(words, "strong"), control, 8]
        inside = QWidget()
        inside.setLayout(Column(*parts[:-1], self.lines, 8, self.plain, None, gap=5, margins=(32, 8, 32, 8)))
        self._area = Area(inside)
        usual = Button(tr("As usual again"), kind="quiet", icon="undo")
        usual.setObjectName("reading-usual")
        usual.clicked.connect(lambda: self._choose(_USUAL))
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("reading-close")
        close.clicked.connect(self.accept)
        words = tr("Kept for you, by your name. The size of everything else is in the menu View.")
        head = Column(Label(tr("How you read"), "title"), Label(words, wrap=True), gap=8, margins=(32, 24, 32, 4))
        self.setLayout(Column(head, (self._area, 1), Row(usual, None, close, margins=(32, 8, 32, 24)), gap=0))
        self._show()
        fit(self, self._area, _WIDE)
        FocusRing(self)
        self.family.setFocus()

    def _make_controls(self) -> None:
        self.family = ChoiceBox(tr("Typeface"), _families(self._chosen.family))
        self.size_ = ChoiceBox(tr("Size of the words"), _sizes(self._chosen.points))
        self.height_ = SegmentedControl(_HEIGHTS, name=tr("Room between lines"))
        self.column = SegmentedControl(_COLUMNS, name=tr("Width of the text"))
        self.tint = SegmentedControl(list(TINTS.items()), name=tr("Page colour"))
        self.focus_ = SegmentedControl([(str(each), words) for each, words in _FOCUS], name=tr("Dim the page"))
        self.turns = TickBox(tr("The number of each turn"))
        self.lines = TickBox(tr("The number of each line"))
        self.plain = TickBox(tr("A plain page: put away what I don’t need to read and code"))
        for name, control, how in (
            ("family", self.family, lambda value: {"family": value}),
            ("size", self.size_, lambda value: {"points": float(value)}),
            ("height", self.height_, lambda value: {"line_height": float(value)}),
            ("column", self.column, lambda value: {"column": int(value)}),
            ("tint", self.tint, lambda value: {"tint": value}),
            ("focus", self.focus_, lambda value: {"line_focus": LineFocus(value)}),
        ):
            control.setObjectName(f"reading-{name}")
            control.chosen.connect(self._taking(how))
        for name, box, field in (
            ("turns", self.turns, "turn_numbers"),
            ("lines", self.lines, "line_numbers"),
            ("plain", self.plain, "plain"),
        ):
            box.setObjectName(f"reading-{name}")
            box.clicked.connect(self._taking(lambda on, field=field: {field: bool(on)}))

    def _taking(self, how: Callable[[Any], dict[str, Any]]) -> Callable[[Any], None]:
        return lambda value: self._choose(replace(self._chosen, **how(value)))

    def _choose(self, chosen: ReadingSettings) -> None:
        self._chosen = chosen
        self.changed.emit(chosen)
        self._show()

    def _show(self) -> None:
        """Show what is chosen."""
        chosen = self._chosen
        self.family.set_value(chosen.family)
        self.size_.set_value(_size(chosen.points))
        self.height_.set_value(str(chosen.line_height))
        self.column.set_value(str(chosen.column))
        self.tint.set_value(chosen.tint or theme.current().look.tint)
        self.focus_.set_value(str(chosen.line_focus))
        self.turns.setChecked(chosen.turn_numbers)
        self.lines.setChecked(chosen.line_numbers)
        self.plain.setChecked(chosen.plain)


def _families(chosen: str) -> Sequence[tuple[str, str]]:
    """The program's own typeface, then those of the computer that have plain letters."""
    latin = QFontDatabase.WritingSystem.Latin
    known = [
        each
        for each in QFontDatabase.families(latin)
        if QFontDatabase.isSmoothlyScalable(each) and not QFontDatabase.isPrivateFamily(each)
    ]
    others = [each for each in known if each not in tokens.FAMILIES[:1]]
    if chosen and chosen not in others:
        others.insert(0, chosen)
    return [("", tr("{family} (usual)", family=tokens.FAMILIES[0])), *((each, each) for each in others)]


def _sizes(chosen: float) -> Sequence[tuple[str, str]]:
    """The sizes on offer, with the one that is chosen among them."""
    sizes = sorted({*_SIZES, chosen})
    return [
        (_size(each), tr("{each:g} pt (usual)", each=each) if each == _USUAL.points else tr("{each:g} pt", each=each))
        for each in sizes
    ]


def _size(points: float) -> str:
    return f"{points:g}"
