"""The ways of looking at the chart: people or what they are rolled up to, all of them or those of one site or group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.gui.pages.findings.of_whom import OfWhom, not_counted
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope

_NO_CHOICE = 2  # one besides everybody is none
_LEVELS = {Level.PEOPLE: tr("People"), Level.SITES: tr("Sites"), Level.CLIENT_GROUPS: tr("Client groups")}


class ChartControls(QWidget):
    """What the rows are, and of whom.

    Signals:
        changed: The person wants other rows.

    Attributes:
        line: Where they stand beside each other; there is room for more.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Show people, all of them."""
        super().__init__()
        self.setProperty("clear", True)
        self.rows = SegmentedControl(
            [(level.value, words) for level, words in _LEVELS.items()], name=tr("Rows"), value=Level.PEOPLE.value
        )
        self.rows.setObjectName("chart-level")
        self.site = ChoiceBox(tr("Site"), [("", tr("All sites"))])
        self.site.setObjectName("chart-site")
        self.group = ChoiceBox(tr("Client group"), [("", tr("All client groups"))])
        self.group.setObjectName("chart-group")
        self.older = Button(
            tr("Next older one"), icon="history", name=tr("Go to the next summary older than the coding")
        )
        self.older.setObjectName("chart-older")
        self.not_counted = Label("", "small", tone="muted", wrap=True)
        self.not_counted.setObjectName("chart-not-counted")
        self.not_counted.hide()
        self.filters = Button(tr("Filters"), kind="link", name=tr("Show whose rows can be chosen"))
        self.filters.setObjectName("chart-filters")
        self.filters.clicked.connect(self._on_filters)
        self._low = self._filters_open = False
        for choice in (self.rows, self.site, self.group):
            choice.chosen.connect(self._on_chosen)
        self.line = Flow(self.rows, self.filters, self.site, self.group, self.older, gap=8)
        self.setLayout(Column(self.line, self.not_counted, gap=4))

    @property
    def level(self) -> Level:
        """What the rows are."""
        return Level(self.rows.value or Level.PEOPLE)

    @property
    def chosen(self) -> OfWhom:
        """Of whom the rows are."""
        return OfWhom(client_group=self.group.value, site=self.site.value)

    @property
    def scope(self) -> Scope | None:
        """Who has a row; None for everybody."""
        return self.chosen.scope if self.chosen.in_words() else None

    def choose(self, of_whom: OfWhom) -> None:
        """Choose this, without a signal, and tell what of it plays no part here."""
        for box, value in ((self.site, of_whom.site), (self.group, of_whom.client_group)):
            box.set_value("")
            box.set_value(value)
        self._fold()
        without = not_counted(replace(of_whom, client_group="", site=""))
        self.not_counted.setText(without)
        self.not_counted.setVisible(bool(without))

    def offer(self, project: Project) -> None:
        """Offer the project's sites and client groups; a choice that is no more falls back to everybody."""
        _offer(self.site, project.reports.about("site"))
        _offer(self.group, project.reports.about("client-group"))
        self._fold()

    def show_everybody(self, level: Level) -> None:
        """Choose a level, and narrow nothing, without a signal."""
        self.rows.set_value(level.value)
        self.site.set_value("")
        self.group.set_value("")
        self._fold()

    def set_low(self, low: bool) -> None:
        """Fold the boxes away in a low window, until they are wanted or in use."""
        if low != self._low:
            self._low = low
            self._fold()

    def _on_filters(self) -> None:
        self._filters_open = not self._filters_open
        self._fold()

    def _fold(self) -> None:
        offered = [box for box in (self.site, self.group) if box.count() > _NO_CHOICE]
        in_use = any(box.value for box in offered)
        shown = offered if in_use or self._filters_open or not self._low else []
        for box in (self.site, self.group):
            box.setVisible(box in shown)
        self.filters.setVisible(self._low and bool(offered) and not in_use)
        self.filters.set_words(tr("Fewer filters") if self._filters_open else tr("Filters"))

    def _on_chosen(self, _what: str) -> None:
        self._fold()
        self.changed.emit()


def _offer(box: ChoiceBox, names: Sequence[str]) -> None:
    """Offer the names beside everybody."""
    box.set_choices([("", box.itemText(0)), *((name, name) for name in names)], value=box.value)
