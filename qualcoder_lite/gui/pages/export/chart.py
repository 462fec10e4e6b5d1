"""The framework chart: what is written of each person, site and client group on each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.gui.pages.export.look import Begins, Look, Missing, Written
from qualcoder_lite.gui.pages.export.making import ABOVE, EXCEL, WORD, Making, Options, today
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.chart.file import ChartOrder
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.making import Asked, Form
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope

_LEVELS = {Level.PEOPLE: tr("People"), Level.SITES: tr("Sites"), Level.CLIENT_GROUPS: tr("Client groups")}
_SUMMARIES, _LONGEST = 5, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of the chart."""

    scope: Scope
    how: ChartOrder
    form: Form

    def look(self, project: Project, progress: Progress) -> Look:
        """How many summaries there are, and the first of them."""
        progress(0, 0)
        grids = [project.chart.grid(level, self.scope) for level in self.how.levels]
        written = sum(project.chart.count(grid) for grid in grids)
        if not written:
            advice = tr("Write in the chart on the page Findings what you make of each person on each outcome.")
            title, words = tr("Nothing is summarised yet"), tr("Go to Findings")
            return Look(missing=Missing(icon="findings", title=title, advice=advice, way="findings", words=words))
        first = [shown for grid in grids for shown in project.chart.first(grid, _SUMMARIES)][:_SUMMARIES]
        return Look(
            shown=project.chart.beginning(self.how, self.scope, self.form.ending, progress),
            begins=Begins(
                title=tr("Framework chart"),
                much=tr("{n:,} summary", "{n:,} summaries", n=written),
                heading=tr("As it begins"),
                lines=[(body if len(body) <= _LONGEST else f"{body[:_LONGEST]} …", where) for where, body in first],
            ),
        )

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Write it, and have the project know of it."""
        written = project.chart.write_file(target, self.how, self.scope, progress)
        who = self.how.who
        left_out = (
            tr(
                "Left out: {n:,} quote of people who said no to being quoted.",
                "Left out: {n:,} quotes of people who said no to being quoted.",
                n=written.withheld,
            )
            if written.withheld
            else ""
        )

        def record(project: Project) -> None:
            project.exports.record_chart(target, written, coder=who)

        return Written(
            file=target,
            holds=tr("{n:,} summary", "{n:,} summaries", n=written.summaries),
            left_out=left_out,
            record=record,
        )


class ChartMaking(Making):
    """Offers the framework chart."""

    value, icon, file = "chart", "memo", tr("Framework chart")
    title, detail = tr("Framework chart"), tr("Your summaries, with the quotes they refer to")
    narrows = "people"
    forms = (WORD, EXCEL)

    def __init__(self) -> None:
        """Begin with all rows."""
        self.rows = RowsOptions()
        super().__init__(self.rows)

    def order(self, asked: Asked) -> Order:
        """What is chosen."""
        chosen = self.rows.level.value
        how = ChartOrder(
            study=asked.study,
            date=today(),
            who=asked.who,
            levels=(Level(chosen),) if chosen else tuple(Level),
        )
        return Order(scope=asked.scope, how=how, form=self.form)


class RowsOptions(Options):
    """Which rows of the chart."""

    def __init__(self) -> None:
        """All of them."""
        super().__init__()
        levels = [("", tr("All")), *((level.value, words) for level, words in _LEVELS.items())]
        self.level = SegmentedControl(levels, name=tr("Which rows?"), value="")
        self.keep(**{"chart-rows": self.level})
        self.setLayout(Column(Label(tr("Which rows?"), "heading"), self.level, gap=8, margins=ABOVE))
