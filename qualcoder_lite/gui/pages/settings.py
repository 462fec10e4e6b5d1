"""The page Settings: how this person likes to work, on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.how_to_work.choices import HowToWork
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.project.workspace import Workspace

_WIDEST = 820


class SettingsPage(Page):
    """A person's own settings; nothing here belongs to a project."""

    value, word = "settings", tr("Settings")
    needs_project = False

    def __init__(self, workspace: Workspace) -> None:
        """Build the choices."""
        super().__init__(workspace)
        self._choices = HowToWork(workspace.settings)
        self._card = Card(Column(self._choices, margins=(28, 24)))
        inside = QWidget()
        inside.setLayout(
            Column(
                Label(tr("Settings"), "display"),
                Label(tr("How you like to work. It is kept for you on this computer, not in the project."), wrap=True),
                12,
                self._card,
                None,
                margins=(48, 36),
            )
        )
        area = Area(inside)
        area.setObjectName("settings-area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        theme.current().changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Show what is chosen now."""
        self._choices.show_choices()

    def panes(self) -> Sequence[QWidget]:
        """The choices."""
        return (self._choices,)

    def _fit(self) -> None:
        self._card.setMaximumWidth(theme.current().look.px(_WIDEST))
        self._choices.show_choices()
