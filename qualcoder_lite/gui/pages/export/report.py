"""The reports of the study's three stages, and the layout of its Table 3, as documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import person_of, unasked_told
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.domain.progress import part
from qualcoder_lite.domain.reports.report import Stage
from qualcoder_lite.gui.pages.export.look import Begins, Look, Missing, Written
from qualcoder_lite.gui.pages.export.making import ABOVE, Making, Options, today
from qualcoder_lite.gui.pages.export.sheet import note
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.service.reports.reports import ReportOrder
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.reports.report import Report
    from qualcoder_lite.gui.pages.export.kept import Value
    from qualcoder_lite.gui.pages.export.making import Asked
    from qualcoder_lite.service.project import Project

_TABLE = "table"
KINDS = {
    Stage.SITE.value: tr("At one site"),
    Stage.CLIENT_GROUP.value: tr("In one client group"),
    Stage.ACROSS.value: tr("Across all groups"),
    _TABLE: tr("Table 3"),
}
_MEANINGS = {
    Stage.SITE.value: tr(
        "Who was heard there, the outcomes with their best quotes, what helped and what hindered, the "
        "silences, and the site’s register."
    ),
    Stage.CLIENT_GROUP.value: tr("The same for one client group, its sites side by side."),
    Stage.ACROSS.value: tr(
        "What all client groups have in common and where they differ, with the table of the study’s paper."
    ),
    _TABLE: tr(
        "The table of the study’s paper alone: outcome, what people tell, features of service, features of partnership."
    ),
}
_CAPS = [("1", tr("Once")), ("2", tr("Twice, at most")), ("3", tr("3 times, at most")), ("5", tr("5 times, at most"))]
_OUTCOMES, _WARNINGS = 6, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of a report: its stage, the site or group, how often one person may be quoted, how it is written."""

    stage: Stage
    name: str
    per_person: int
    how: ReportOrder

    def look(self, project: Project, progress: Progress) -> Look:
        """Who is heard in it, and what people speak of most."""
        try:
            report = self._made(project, progress)
        except UserError as fault:
            way = ("code", tr("Go to Code")) if project.info().transcripts else ("import", tr("Import transcripts …"))
            advice = str(fault)
            return Look(
                missing=Missing(icon="transcript", title=tr("No report yet"), advice=advice, way=way[0], words=way[1])
            )
        begins = _begins(report, table_alone=self.how.table_alone)
        pages = project.reports.first_pages(report, self.how)
        return Look(begins=begins, shown=Beginning(pages=pages), found=report)

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Write it, and have the project know of it."""
        report = self._made(project, part(progress, 0, 80))
        progress(80, 100)
        project.reports.write(target, report, self.how)
        who = self.how.who

        def record(project: Project) -> None:
            project.exports.record_report(target, report, coder=who)

        return Written(
            file=target,
            holds=tr("{n:,} quote", "{n:,} quotes", n=len(report.quotes)),
            left_out=_never_quoted(report),
            record=record,
        )

    def _made(self, project: Project, progress: Progress) -> Report:
        return project.reports.make(
            self.stage,
            self.name,
            per_person=self.per_person,
            table_alone=self.how.table_alone,
            progress=progress,
        )


class ReportMaking(Making):
    """Offers the reports."""

    value, icon, file = "report", "transcript", tr("Report")
    title, detail = tr("Report"), tr("On a site, on a client group, or across all of them")

    def __init__(self) -> None:
        """Begin with a site."""
        self.which, self.reading = WhichReport(), ReportReading()
        super().__init__(self.which, self.reading)

    def choose_kind(self, kind: str) -> None:
        """Choose which report, without a signal."""
        self.which.kind.set_value(kind)
        self.which.show_kind()

    def order(self, asked: Asked) -> Order:
        """What is chosen."""
        kind = self.which.kind.value or Stage.SITE.value
        return Order(
            stage=Stage.ACROSS if kind == _TABLE else Stage(kind),
            name=self.which.name,
            per_person=int(self.reading.cap.value),
            how=ReportOrder(
                study=asked.study,
                date=today(),
                who=asked.who,
                large_print=self.reading.print.value == "large",
                plain=self.reading.plain.isChecked(),
                table_alone=kind == _TABLE,
            ),
        )

    def notes_on(self, look: Look) -> Sequence[QWidget]:
        """Who is never quoted, and who might be recognised."""
        if look.found is None:
            return ()
        report = cast("Report", look.found)
        notes: list[QWidget] = []
        if report.withheld_passages:
            notes.append(note("lock", Label(_never_quoted(report), wrap=True)))
        unasked = unasked_told(report.quotes)
        if unasked:
            words = tr("{unasked} Record it on the page People.", unasked=unasked)
            notes.append(note("info", Label(words, wrap=True)))
        unread = report.heard.people - report.heard.done
        if unread:
            words = tr(
                "{n:,} person not yet read to the end: unread is not silent.",
                "{n:,} people not yet read to the end: unread is not silent.",
                n=unread,
            )
            notes.append(note("info", Label(words, wrap=True)))
        if report.warnings:
            lines: list[QWidget] = [Label(tr("A reader may guess who is speaking"), "strong", wrap=True)]
            lines += [Label(warning, wrap=True) for warning in report.warnings[:_WARNINGS]]
            more = len(report.warnings) - _WARNINGS
            if more > 0:
                lines.append(Label(tr("… and {more:,} more.", more=more), wrap=True))
            notes.append(note("warning", *lines))
        return notes


class WhichReport(Options):
    """Which of the reports, and on which site or client group."""

    def __init__(self) -> None:
        """On a site."""
        super().__init__()
        self._about: Mapping[str, Sequence[str]] = {}
        self._chosen: dict[str, str] = {}
        self.kind = SegmentedControl(list(KINDS.items()), name=tr("Which report?"), value=Stage.SITE.value)
        self.kind.setObjectName("export-report-kind")
        self.kind.chosen.connect(self._on_kind_chosen)
        self._meaning = Label("", "small", tone="muted", wrap=True)
        self.about = ChoiceBox(tr("On which?"), [("", "")])
        self.about.setObjectName("export-report-about")
        self.about.chosen.connect(self._on_about_chosen)
        self.setLayout(
            Column(Label(tr("Which report?"), "heading"), self.kind, self._meaning, self.about, gap=8, margins=ABOVE)
        )
        self.show_kind()

    @property
    def name(self) -> str:
        """The site or client group; empty across all."""
        return self.about.value if self._names else ""

    @property
    def problem(self) -> str:
        """Why there is no such report."""
        kind = self.kind.value
        if kind in self._about and not self._names:
            if kind == Stage.SITE:
                return tr(
                    "No transcript has a site yet. Say it on the page People, or choose a report across all groups."
                )
            return tr(
                "No transcript has a client group yet. Say it on the page People, or choose a report across all groups."
            )
        return ""

    def values(self) -> dict[str, Value]:
        """Which report, and what it is about."""
        return {"report-kind": self.kind.value or "", "report-about": self.name}

    def choose(self, values: Mapping[str, object]) -> None:
        """Choose that again, as far as it is still there."""
        kind = str(values.get("report-kind", ""))
        if kind in KINDS:
            self.kind.set_value(kind)
            self._chosen[kind] = str(values.get("report-about", ""))
            self.show_kind()

    def offer(self, project: Project) -> None:
        """Offer the project's sites and client groups."""
        self._about = {stage.value: project.reports.about(stage) for stage in (Stage.SITE, Stage.CLIENT_GROUP)}
        self.show_kind()

    def show_kind(self) -> None:
        """Say what the chosen kind holds, and offer what it can be about."""
        kind = self.kind.value or Stage.SITE.value
        self._meaning.setText(_MEANINGS[kind])
        self.about.set_choices([(name, name) for name in self._names], value=self._chosen.get(kind, ""))
        self.about.setAccessibleName(tr("Which site?") if kind == Stage.SITE else tr("Which client group?"))
        self.about.setVisible(bool(self._names))

    @property
    def _names(self) -> Sequence[str]:
        return self._about.get(self.kind.value or "", ())

    def _on_kind_chosen(self, _kind: str) -> None:
        self.show_kind()
        self._on_chosen()

    def _on_about_chosen(self, name: str) -> None:
        self._chosen[self.kind.value or ""] = name
        self._on_chosen()


class ReportReading(Options):
    """How a report reads, and how often one person is quoted in it."""

    def __init__(self) -> None:
        """As researchers write, everybody twice at most."""
        super().__init__()
        self.print = SegmentedControl(
            [("usual", tr("Usual")), ("large", tr("Large print"))], name=tr("How large?"), value="usual"
        )
        self.plain = TickBox(tr("Headings and explanations in plain words; quotes stay as they were said"))
        self.cap = ChoiceBox(tr("How often may one person be quoted on one outcome?"), _CAPS, value="2")
        self.keep(**{"report-print": self.print, "report-plain": self.plain, "report-cap": self.cap})
        self.setLayout(
            Column(
                Label(tr("How should it read?"), "heading"),
                self.print,
                self.plain,
                Label(tr("How often may one person be quoted on one outcome?"), wrap=True),
                self.cap,
                Label(
                    tr("Quotes with a star come first. You star them on the page Quotes."),
                    "small",
                    tone="muted",
                    wrap=True,
                ),
                gap=8,
                margins=ABOVE,
            )
        )


def _begins(report: Report, *, table_alone: bool) -> Begins:
    """The beginning of a report: who is heard, and of what most people speak."""
    quoted = len({person_of(quote) for quote in report.quotes})
    people = tr("{n:,} person", "{n:,} people", n=report.heard.people)
    quotes = tr(
        "{quotes} from {people}",
        quotes=tr("{n:,} quote", "{n:,} quotes", n=len(report.quotes)),
        people=tr("{n:,} person", "{n:,} people", n=quoted),
    )
    most = sorted(report.outcomes, key=lambda each: -each.told.tally.people)[:_OUTCOMES]
    return Begins(
        title=tr("Outcomes and the features behind them") if table_alone else report.title,
        much=tr(
            "{people} heard in {n:,} transcript; {quotes}",
            "{people} heard in {n:,} transcripts; {quotes}",
            n=report.transcripts,
            people=people,
            quotes=quotes,
        ),
        heading=tr("Spoken of by most people"),
        lines=[
            (
                each.name,
                tr(
                    "{heard} of {people}, {n:,} quote",
                    "{heard} of {people}, {n:,} quotes",
                    n=len(each.quotes),
                    heard=each.told.tally.people,
                    people=people,
                ),
            )
            for each in most
            if each.told.tally.people
        ],
    )


def _never_quoted(report: Report) -> str:
    if not report.withheld_passages:
        return ""
    return tr(
        "Counted and never quoted: {passages} of {n:,} person who does not want to be quoted.",
        "Counted and never quoted: {passages} of {n:,} people who do not want to be quoted.",
        n=report.withheld_people,
        passages=tr("{n:,} passage", "{n:,} passages", n=report.withheld_passages),
    )
