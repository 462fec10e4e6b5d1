"""Shown in place of a project that can't be opened: what happened, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.details import Details
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.errors import UserError

_WIDEST = 720


class TroublePage(QWidget):
    """Says why a project isn't shown.

    Signals:
        way_back: The person wants to go to the start page.
        again_wanted: The person wants to try once more: the project's path.
        look_wanted: The person wants to open it only to read: the project's path.
    """

    way_back = Signal()
    again_wanted = Signal(str)
    look_wanted = Signal(str)

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        super().__init__()
        self.setObjectName("page-trouble")
        self.setAccessibleName(tr("This project can’t be opened"))
        self._title = Label("", "title", wrap=True)
        self._sentence = Label("", wrap=True)
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._sentence.setObjectName("trouble-sentence")
        self._back = Button(tr("Go to the start page"))
        self._back.setObjectName("trouble-back")
        self._back.clicked.connect(self.way_back)
        self._again = Button(tr("Try again"))
        self._again.setObjectName("trouble-again")
        self._again.clicked.connect(self._on_again_clicked)
        self._look = Button(tr("Open to read"), kind="primary")
        self._look.setObjectName("trouble-look")
        self._look.clicked.connect(self._on_look_clicked)
        self._details = Details()
        self._path = ""
        self._card = Card(
            Column(
                Row(Icon("warning", 28), (self._title, 1), gap=12),
                8,
                self._sentence,
                16,
                Flow(self._look, self._again, self._back),
                self._details,
                margins=(32, 28),
            )
        )
        inside = QWidget()
        inside.setLayout(Column(None, Row(None, (self._card, 20), None), None, None, margins=(24, 16)))
        area = Area(inside)
        area.setObjectName("trouble-area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        theme.current().changed.connect(self._fit)
        self._fit()

    def show_trouble(self, path: Path, fault: UserError, *, can_look: bool = False) -> None:
        """Say what is wrong with a project; `can_look` where it can be read all the same."""
        self._path = str(path)
        self._title.setText(tr("“{name}” can’t be opened", name=path.stem))
        self._sentence.setText(str(fault))
        self._details.set_words(fault.details)
        self._look.setVisible(can_look)
        (self._look if can_look else self._back).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, str(fault), urgent=True)

    def _on_look_clicked(self) -> None:
        self.look_wanted.emit(self._path)

    def _on_again_clicked(self) -> None:
        self.again_wanted.emit(self._path)

    def _fit(self) -> None:
        self._card.setMaximumWidth(theme.current().look.px(_WIDEST))
