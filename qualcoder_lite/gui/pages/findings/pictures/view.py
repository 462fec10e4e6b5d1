"""The view Pictures: the heat map, outcomes by site and client group, who has been heard, how far coding is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.findings.drawn_view import DrawnView
from qualcoder_lite.gui.pages.findings.pictures.asked import KINDS
from qualcoder_lite.gui.pages.findings.pictures.choices import PictureChoices
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction


class PicturesView(DrawnView):
    """The findings and the work as pictures."""

    value, word, handle = "findings-pictures", tr("Pictures"), "pictures"
    choices: PictureChoices

    def make_choices(self) -> PictureChoices:
        """Which picture."""
        return PictureChoices(self.words, self.save)

    def own_actions(self) -> Sequence[QAction]:
        """The pictures, by number."""
        return [
            action(f"&{n} {words}", partial(self.choices.choose, kind))
            for n, (kind, words) in enumerate(KINDS.items(), 1)
        ]
