"""The menu View: the size of the words, light and dark. What is chosen is kept in the person's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.widgets.actions import action, fill
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.program.settings import Settings

_STEP = 0.1
_MODES: tuple[tuple[theme.Mode, str], ...] = (
    ("light", tr("L&ight")),
    ("dark", tr("&Dark")),
    ("system", tr("&As the computer has it")),
)


class ViewMenu(QMenu):
    """Larger and smaller text, light and dark, the mode in force ticked."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Offer what there is."""
        super().__init__(tr("&View"), parent)
        self._settings = settings
        key = QKeySequence.StandardKey
        modes = QActionGroup(self)
        self._modes = {mode: self._mode_action(mode, words, modes) for mode, words in _MODES}
        fill(
            self,
            [
                action(tr("&Larger text"), lambda: self._scale_text(_STEP), key.ZoomIn, "Ctrl+=", parent=self),
                action(tr("&Smaller text"), lambda: self._scale_text(-_STEP), key.ZoomOut, parent=self),
                action(tr("&Usual text"), lambda: self._choose_text(1.0), "Ctrl+0", parent=self),
                None,
                *self._modes.values(),
            ],
        )
        self.aboutToShow.connect(self._tick)

    def _mode_action(self, mode: theme.Mode, words: str, modes: QActionGroup) -> QAction:
        made = action(words, lambda: self._choose_mode(mode, words.replace("&", "")), parent=self)
        made.setCheckable(True)
        modes.addAction(made)
        return made

    def _tick(self) -> None:
        self._modes[self._settings.mode].setChecked(True)

    def _scale_text(self, step: float) -> None:
        self._choose_text(round(min(2.0, max(1.0, theme.current().look.scale + step)), 1))

    def _choose_text(self, scale: float) -> None:
        self._settings.text_scale = scale
        self._put_on(tr("Text at {scale} %.", scale=round(scale * 100)))

    def _choose_mode(self, mode: theme.Mode, words: str) -> None:
        self._settings.mode = mode
        self._put_on(f"{words}.")

    def _put_on(self, said: str) -> None:
        chosen = self._settings
        theme.current().choose(mode=chosen.mode, text=chosen.text_scale, tint=chosen.tint)
        announce(self.window(), said)
