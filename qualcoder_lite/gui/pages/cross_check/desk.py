"""Where two coders are compared: kinds and places at the left, both texts and the decision at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from qualcoder_lite.gui.pages.cross_check.decision import DecisionBar
from qualcoder_lite.gui.pages.cross_check.kinds import KindList
from qualcoder_lite.gui.pages.cross_check.place_pane import PlacePane
from qualcoder_lite.gui.pages.cross_check.places import PlacesList, PlacesModel
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.project.workspace import Workspace

_LIST, _TEXTS, _LEAST = 520, 620, 540  # the least heights of the list, the texts, and both side by side
_SHAPE = "cross-check"


class Desk(QScrollArea):
    """The parts side by side; where that can't be they stand under each other, and scroll.

    Attributes:
        scope: Which transcripts are compared.
        pair: Who is compared.
        kinds: The kinds of places.
        heading: Says how many places of the chosen kind there are.
        list: These places.
        texts: Both coders' texts at the chosen place.
        decision: What is decided about it.
    """

    def __init__(self, workspace: Workspace, places: PlacesModel) -> None:
        """Compare nobody yet."""
        super().__init__()
        self._settings = workspace.settings
        self.setObjectName("cross-check-scroll")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._left = self._made_left(places)
        self._right = self._made_right(workspace)
        self._splitter = QSplitter()
        self._splitter.setObjectName("cross-check-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([current().look.px(330), current().look.px(1000)])
        self._splitter.restoreState(self._settings.shape(_SHAPE))
        self.setWidget(self._splitter)

    def _made_left(self, places: PlacesModel) -> QWidget:
        self.scope = ChoiceBox(tr("Which transcripts"), ())
        self.scope.setObjectName("cross-check-scope")
        self.pair = ChoiceBox(tr("Who is compared"), ())
        self.pair.setObjectName("cross-check-pair")
        self.pair.hide()  # until there are several to choose among
        self.kinds = KindList()
        self.heading = Label("", "heading", wrap=True)
        self.heading.setObjectName("cross-check-heading")
        self.list = PlacesList(places)
        choices = QWidget()
        choices.setLayout(Flow(self.scope, self.pair, gap=8, fill=True))
        left = Card(Column(choices, self.kinds, 4, self.heading, (self.list, 1), gap=8, margins=(12, 12)), kind="side")
        left.setMinimumWidth(current().look.px(230))
        return left

    def _made_right(self, workspace: Workspace) -> QWidget:
        self.texts = PlacePane(workspace)
        self.decision = DecisionBar()
        right = QWidget()
        right.setLayout(Column((self.texts, 1), self.decision, gap=0))
        return right

    def show_texts(self) -> None:
        """Scroll to the texts, which in a small window are below the list."""
        self.ensureWidgetVisible(self.texts)

    def fold(self, *, narrow: bool) -> None:
        """Put the parts side by side, or under each other where it is narrow."""
        look = current().look
        self._splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._left.setMinimumHeight(look.px(_LIST) if narrow else 0)
        self._right.setMinimumHeight(look.px(_TEXTS) if narrow else 0)
        self._splitter.setMinimumHeight(look.px(_LIST + _TEXTS) if narrow else look.px(_LEAST))

    def remember(self) -> None:
        """Keep how wide the list is."""
        self._settings.set_shape(_SHAPE, self._splitter.saveState())
