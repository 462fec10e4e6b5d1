"""Where is this used? The cells that count a coding, what was decided and written about it, the files it left in."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.grouped_list import Group, GroupedList, Line
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.words.memos import day, headline, signed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.chart.summaries import SummaryUse
    from qualcoder_lite.service.cross_reference.where_used import CellUse, Decided, Usage

_TITLE = tr("Where is this used?")
_WIDE, _HIGH = 640, 640
_DECIDED = {
    Outcome.ONE: tr("one coder’s version was taken"),
    Outcome.BOTH: tr("both versions were kept"),
    Outcome.NEW: tr("a new passage was settled on"),
    Outcome.OPEN: tr("it was left open"),
    Outcome.DEFINITION: tr("the definition is to change"),
}
_LENSES = {Lens.ATTRIBUTIONS: tr("people said so"), Lens.PASSAGES: tr("said in the same turn as")}
_STATES = {
    FeatureState.PRESENT: tr("at a site with"),
    FeatureState.PARTIAL: tr("at a site that partly has"),
    FeatureState.ABSENT: tr("at a site without"),
    FeatureState.UNKNOWN: tr("at a site not known to have"),
}


class WhereUsedDialog(QDialog):
    """Tells where codings are used; Enter on a cell or a memo goes there.

    Signals:
        visited: The person wants to see a cell or a memo: the `Visit`.
    """

    visited = Signal(object)

    def __init__(self, usage: Usage, coders: Sequence[str], parent: QWidget | None = None) -> None:
        """Tell of a usage; `coders` are the names of who coded."""
        super().__init__(parent)
        self.setObjectName("where-used")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        intro = tr(
            "{code}, coded by {coders} in {transcript}",
            code=usage.code,
            coders=tr(" and ").join(coders) or tr("nobody"),
            transcript=usage.title,
        )
        self.setAccessibleDescription(intro)
        self.close_it = Button(tr("Close"), kind="primary")
        self.close_it.setObjectName("where-used-close")
        self.close_it.setAutoDefault(False)
        self.close_it.clicked.connect(self.reject)
        self.places = GroupedList(tr("Places"))
        self.places.setObjectName("where-used-places")
        self.places.setAccessibleDescription(tr("Enter goes to a place."))
        self.places.show_groups([*_said_together(usage), *_others(usage), *_at_its_site(usage)])
        self.places.opened.connect(self._on_opened)
        head = Column(Label(_TITLE, "title", wrap=True), Label(intro, tone="muted", wrap=True), gap=4)
        rest = Label(_rest(usage), "small", tone="muted", wrap=True)
        foot = Card(Row((rest, 1), self.close_it, gap=16, margins=(24, 12)), kind="foot")
        self.setLayout(Column(Column(head, (self.places, 1), gap=10, margins=(24, 20, 24, 12)), foot, gap=0))
        FocusRing(self)
        within_screen(self, _WIDE, _HIGH)
        self.places.setFocus()

    def _on_opened(self, visit: object) -> None:
        if visit is not None:
            self.accept()
            self.visited.emit(visit)


def _said_together(usage: Usage) -> Iterator[Group]:
    """The cells of the lenses that know no sites; where no cell counts it at all, why that is."""
    if not usage.cells:
        yield Group(tr("Findings"), (), _why_nowhere(usage))
    for lens, words in _LENSES.items():
        cells = [_cell_line(cell, usage) for cell in usage.cells if cell.lens is lens]
        if cells:
            yield Group(tr("Findings, {words}", words=words), cells)


def _at_its_site(usage: Usage) -> Iterator[Group]:
    """The cells through the lens of sites, by what is recorded of the place."""
    for state, words in _STATES.items():
        cells = [_cell_line(c, usage) for c in usage.cells if c.lens is Lens.SITES and c.state is state]
        if cells:
            yield Group(tr("Findings, by site: {words}", words=words), cells)


def _cell_line(cell: CellUse, usage: Usage) -> Line:
    return Line(cell.feature if cell.outcome == usage.code else cell.outcome, "", Visit(page="findings", cell=cell))


def _others(usage: Usage) -> Iterator[Group]:
    """Everything else, what there is of it."""
    memos = [
        Line(_short(headline(memo)), signed(memo), Visit(page="memos", words=_short(headline(memo)).removesuffix(" …")))
        for memo in usage.memos
    ]
    rounds = [
        Line(each.name, tr("Still open") if each.is_open else tr("Closed {day}", day=day(each.closed_at)))
        for each in usage.rounds
    ]
    files = [
        Line(PurePath(each.file).name, " · ".join(part for part in (day(each.exported_at), each.coder) if part))
        for each in usage.exports
    ]
    stars = [
        Line(tr("Starred by {name}", name=name) if name else tr("Starred"), tr("A quote to be shown"))
        for name in usage.starred_by
    ]
    for title, lines in (
        (tr("Stars"), stars),
        (tr("Chart"), [_summary_line(each) for each in usage.summaries]),
        (tr("Decided about it"), [Line(_decided(each), _why(each)) for each in usage.decisions]),
        (tr("Memos"), memos),
        (tr("Rounds of blind coding"), rounds),
        (tr("Files with words of this interview"), files),
    ):
        if lines:
            yield Group(title, lines)


def _summary_line(summary: SummaryUse) -> Line:
    words = tr("The summary of {about}", about=summary.about)
    return Line(words, tr("On {outcome}", outcome=summary.outcome), Visit(page="findings", summary=summary))


def _rest(usage: Usage) -> str:
    """What there is nothing of, and who is done."""
    parts = (
        (tr("no decision"), usage.decisions),
        (tr("no star"), usage.starred_by),
        (tr("no summary"), usage.summaries),
        (tr("no memo"), usage.memos),
        (tr("no round of blind coding"), usage.rounds),
        (tr("no exported file"), usage.exports),
    )
    missing = ", ".join(words for words, there in parts if not there)
    who = (
        tr("Declared done by {done}.", done=tr(" and ").join(usage.done))
        if usage.done
        else tr("Not declared done by whoever coded it.")
    )
    return f"{who} {_capitalised(missing)}." if missing else who


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _why_nowhere(usage: Usage) -> str:
    if usage.overruled:
        return tr("It counts in no cell: what was settled here counts in its place.")
    return tr(
        "It counts in no cell. A feature counts where an outcome is spoken of in the same turn; other codes never do."
    )


def _decided(decision: Decided) -> str:
    words = _DECIDED[decision.outcome]
    return _capitalised(words)


def _why(decision: Decided) -> str:
    return " · ".join(part for part in (day(decision.at), decision.why) if part)


def _short(words: str) -> str:
    most = 70
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def show_where_used(parent: QWidget, workspace: Workspace, codings: Sequence[str]) -> None:
    """Tell where codings of one code on one passage are used; what stands in the way is shown."""
    project = workspace.project
    try:
        usage = project.where_used.of(codings)
    except UserError as fault:
        workspace.failed.emit(str(fault))
        return
    names = {coder.id: coder.name for coder in project.coders.all()}
    coders = list(dict.fromkeys(names[coding.coder] for coding in usage.codings))
    dialog = WhereUsedDialog(usage, coders, parent)
    dialog.visited.connect(workspace.visit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
