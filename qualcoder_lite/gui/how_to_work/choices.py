"""How a person likes to work: size of words, colour of the page, keys. Shown on Settings, and once at the start.

Each choice takes effect at once, so that a person sees what it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.how_to_work.sample_passage import SamplePassage
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.program.settings import Settings

_SIZES = [("1.0", tr("Usual")), ("1.25", tr("Larger")), ("1.5", tr("Large")), ("2.0", tr("Very large"))]
#: The page colours by their names.
TINTS = {
    "paper": tr("Paper"),
    "cream": tr("Cream"),
    "rose": tr("Rose"),
    "mint": tr("Mint"),
    "sky": tr("Sky"),
    "white": tr("White"),
}
_MODES = [("system", tr("As the computer has it")), ("light", tr("Light")), ("dark", tr("Dark"))]


class HowToWork(QWidget):
    """The choices, kept in the person's settings as soon as they are made.

    Signals:
        changed: Something was chosen.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        """Show what is chosen now."""
        super().__init__()
        self._settings = settings
        self._size = SegmentedControl(_SIZES, name=tr("Size of the words"))
        self._mode = SegmentedControl(_MODES, name=tr("Light or dark"))
        self._tint = SegmentedControl(list(TINTS.items()), name=tr("Colour of the page"))
        self._letters = TickBox(tr("Use single letters to code, such as Q then S for Seeing people"))
        for control, name in (
            (self._size, "size"),
            (self._mode, "mode"),
            (self._tint, "tint"),
            (self._letters, "letters"),
        ):
            control.setObjectName(f"how-{name}")
        self._size.chosen.connect(self._on_size_chosen)
        self._mode.chosen.connect(self._on_mode_chosen)
        self._tint.chosen.connect(self._on_tint_chosen)
        self._letters.clicked.connect(self._on_letters_clicked)
        self.setLayout(
            Column(
                SamplePassage(),  # first, so that it stays in sight while large words are chosen
                10,
                *self._choice(tr("Size of the words"), self._size),
                *self._choice(tr("Light or dark"), self._mode),
                *self._choice(tr("Colour of the page, in light"), self._tint),
                *self._choice(tr("Keys"), self._letters),
                gap=6,
            )
        )
        self.show_choices()

    @staticmethod
    def _choice(title: str, control: QWidget) -> tuple[QWidget, QWidget, int]:
        return Label(title, "strong"), control, 10

    def show_choices(self) -> None:
        """Show what is chosen now, whoever chose it."""
        scale = theme.current().look.scale
        nearest = min((value for value, _ in _SIZES), key=lambda value: abs(float(value) - scale))
        self._size.set_value(nearest if abs(float(nearest) - scale) < 0.01 else None)
        self._mode.set_value(self._settings.mode)
        self._tint.set_value(self._settings.tint)
        self._letters.setChecked(self._settings.letter_keys)

    def _on_size_chosen(self, size: str) -> None:
        self._settings.text_scale = float(size)
        self._put_on()

    def _on_mode_chosen(self, mode: str) -> None:
        self._settings.mode = cast("theme.Mode", mode)
        self._put_on()

    def _on_tint_chosen(self, tint: str) -> None:
        self._settings.tint = tint
        self._put_on()

    def _on_letters_clicked(self, on: bool) -> None:
        self._settings.letter_keys = on
        self.changed.emit()

    def _put_on(self) -> None:
        chosen = self._settings
        theme.current().choose(mode=chosen.mode, text=chosen.text_scale, tint=chosen.tint)
        self.changed.emit()
