"""The arithmetic of a cell, for whoever asks: four numbers, a test, an interval, and what they can't show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.four_fold import FourFold

CAUTION = tr(
    "The study’s own authors insist on this: an outcome found beside a feature can’t be put down to that feature. "
    "These people were reached through the services and not drawn by lot, and those who say nothing aren’t counted. "
    "The figures describe whom you heard. They are no proof, and say nothing of anybody else."
)
_TITLE = tr("The arithmetic")
_WIDE = 600
_GROUPS = {
    Lens.SITES: (tr("At sites with it"), tr("At sites without it")),
    Lens.PASSAGES: (tr("Said close to it"), tr("Not close to it")),
    Lens.ATTRIBUTIONS: (tr("Linked to it"), tr("Not linked to it")),
}


def lines_of(table: FourFold) -> list[str]:
    """The figures in sentences; one that says why there are none, where a group has nobody."""
    difference, interval, fisher = table.difference, table.interval, table.fisher
    if difference is None or interval is None or fisher is None:
        return [tr("Nothing can be compared: one of the two groups has nobody who speaks of the outcome.")]
    low, high = (_points(each) for each in interval)
    p = tr("less than 0.001") if fisher < 0.001 else f"{fisher:.3f}"
    return [
        tr(
            "The shares differ by {points} percentage points. The 95% confidence interval goes from {low} "
            "to {high} points (Newcombe’s, from Wilson’s intervals of the two shares).",
            points=_points(difference),
            low=low,
            high=high,
        ),
        tr(
            "Fisher’s exact test, both sides: p = {p}. So often would chance alone part people at least as unevenly, "
            "if "
            "the feature and the outcome had nothing to do with each other.",
            p=p,
        ),
    ]


class ArithmeticDialog(QDialog):
    """Shows the arithmetic of one cell."""

    def __init__(self, table: FourFold, lens: Lens, cell: str, parent: QWidget | None = None) -> None:
        """`cell` names outcome and feature."""
        super().__init__(parent)
        self.setObjectName("arithmetic")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("arithmetic-close")
        close.clicked.connect(self.accept)
        intro = tr(
            "{cell}. People who speak of the outcome, by whether they say anywhere that it was delivered.", cell=cell
        )
        figures = lines_of(table)
        note = Card(
            Row(Icon("warning", 18, colour="warn"), (Label(CAUTION, wrap=True), 1), margins=(14, 10)), kind="note"
        )
        parts = (
            Label(_TITLE, "title"),
            Label(intro, tone="muted", wrap=True),
            4,
            _grid(table, lens),
            4,
            *(Label(line, wrap=True) for line in figures),
            note,
            None,
        )
        inside = QWidget()
        inside.setLayout(Column(*parts, gap=10, margins=(24, 20, 24, 12)))
        self.setAccessibleDescription(" ".join((intro, _spoken(table, lens), *figures, CAUTION)))
        self._area = Area(inside)
        foot = Card(Row(None, close, margins=(24, 12)), kind="foot")
        self.setLayout(Column((self._area, 1), foot, gap=0))
        FocusRing(self)
        fit(self, self._area, _WIDE)
        close.setFocus()


def _grid(table: FourFold, lens: Lens) -> QWidget:
    """The four numbers with what they add up to."""
    holder = QWidget()
    holder.setProperty("clear", True)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().look.gap(20))
    grid.setVerticalSpacing(current().look.gap(6))
    grid.setColumnStretch(4, 1)
    with_it, without = _GROUPS[lens]
    rows = (
        ("", tr("Delivered"), tr("Not"), tr("Together")),
        (with_it, *_row(table.with_yes, table.with_no)),
        (without, *_row(table.without_yes, table.without_no)),
    )
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            grid.addWidget(Label(words, "small_strong" if not row or not column else "body"), row, column)
    return holder


def _row(yes: int, no: int) -> tuple[str, str, str]:
    return str(yes), str(no), str(yes + no)


def _spoken(table: FourFold, lens: Lens) -> str:
    with_it, without = _GROUPS[lens]
    return tr(
        "{with_it}: {with_yes} delivered, {with_no} not. {without}: {without_yes} delivered, {without_no} not.",
        with_it=with_it,
        with_yes=table.with_yes,
        with_no=table.with_no,
        without=without,
        without_yes=table.without_yes,
        without_no=table.without_no,
    )


def _points(share: float) -> str:
    return f"{100 * share:+.0f}".replace("-", "\N{MINUS SIGN}").replace("+0", "0")
