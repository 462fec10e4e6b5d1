"""Which picture, of what, of whom: the boxes over the picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.asked import LENSES, NEAR
from qualcoder_lite.gui.pages.findings.drawn_choices import Choices
from qualcoder_lite.gui.pages.findings.of_whom import OfWhom, not_counted
from qualcoder_lite.gui.pages.findings.pictures.asked import KINDS, Asked, Kind
from qualcoder_lite.gui.pages.findings.scope_boxes import ScopeBoxes
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.findings.columns import ColumnGroup
    from qualcoder_lite.gui.pages.findings.drawn_choices import Counted
    from qualcoder_lite.service.project import Project


class PictureChoices(Choices):
    """What is asked for."""

    def __init__(self, *tools: QWidget) -> None:
        """Ask for the heat map of everybody; `tools` stand at the end of the row."""
        super().__init__()
        self.setObjectName("pictures-choices")
        self.setAccessibleName(tr("Which picture"))
        self.kind = _box("kind", tr("Which picture"), [(kind.value, words) for kind, words in KINDS.items()])
        self.lens = _box(
            "lens", tr("What brings them together"), [(lens.value, words) for lens, words in LENSES.items()]
        )
        self.near = _box("near", tr("How near"), [(value, words) for value, (_, words) in NEAR.items()])
        self.near.set_value("turn")
        self.columns = _box("columns", tr("Features in sight"), [])
        self.outcome = _box("outcome", tr("Which outcome"), [("", tr("All outcomes"))])
        self.of_whom = ScopeBoxes("pictures", self)
        self._columns: dict[str, str] = {}  # the features chosen, by lens
        self._has_outcomes = self._has_features = True
        own = (self.kind, self.lens, self.near, self.columns, self.outcome)
        self.not_counted = Label("", "small", tone="muted", wrap=True)
        self.not_counted.setObjectName("pictures-not-counted")
        self.not_counted.hide()
        self.setLayout(Column(Flow(*own, *self.of_whom.widgets, *tools, gap=6), self.not_counted, gap=4))
        self.of_whom.fold()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.kind)
        for box in (self.kind, self.lens, self.near, self.outcome):
            box.chosen.connect(self._on_chosen)
        self.columns.chosen.connect(self._on_columns_chosen)
        self.of_whom.changed.connect(self.changed)

    @property
    def asked(self) -> Asked:
        """The picture that is asked for."""
        return Asked(
            kind=Kind(self.kind.value),
            lens=Lens(self.lens.value),
            near=self.near.value if self.lens.value == Lens.PASSAGES else "turn",
            outcome=self.outcome.value,
            columns=self._columns.get(self.lens.value, ""),
            scope=self.of_whom.chosen.scope,
        )

    def offer(self, project: Project) -> None:
        """Offer what the project holds."""
        books = project.codebooks.all()
        names = [code.name for book in books if book.kind is CodebookKind.OUTCOMES for code in book.codes]
        self._has_outcomes = bool(names)
        self._has_features = any(book.codes for book in books if book.kind is CodebookKind.FEATURES)
        self.outcome.set_choices(
            [("", tr("All outcomes")), *((name, name) for name in names)], value=self.outcome.value
        )
        self.of_whom.offer(project)
        self._show_boxes()

    def lacks_codes(self) -> bool:
        """Whether the picture is of outcomes, or of outcomes by features, and the project has none of them."""
        kind = Kind(self.kind.value)
        if kind is Kind.MATRIX:
            return not (self._has_outcomes and self._has_features)
        return kind in (Kind.SITES, Kind.GROUPS) and not self._has_outcomes

    def take(self, counted: Counted) -> None:
        """Offer the features of a matrix, keeping to those that were chosen for its lens."""
        groups: Sequence[ColumnGroup] = counted.of
        kept = self._columns.get(self.lens.value, "")
        self.columns.set_choices([(group.value, group.words) for group in groups], value=kept)
        self.columns.setVisible(self.kind.value == Kind.MATRIX and len(groups) > 1)

    @property
    def chosen(self) -> OfWhom:
        """Whom, and whose codings, the picture is of."""
        return self.of_whom.chosen

    def choose_whom(self, of_whom: OfWhom) -> None:
        """Make it of others, without a signal."""
        self.of_whom.choose(of_whom)
        self._show_boxes()

    def choose(self, kind: Kind) -> None:
        """Ask for another picture, as if the person had chosen it."""
        self.kind.set_value(kind.value)
        self._on_chosen()

    def _show_boxes(self) -> None:
        """Show the boxes that play a part in the picture."""
        kind = Kind(self.kind.value)
        self.lens.setVisible(kind is Kind.MATRIX)
        self.near.setVisible(kind is Kind.MATRIX and self.lens.value == Lens.PASSAGES)
        self.columns.setVisible(kind is Kind.MATRIX and self.columns.count() > 1)
        self.outcome.setVisible(kind in (Kind.SITES, Kind.GROUPS))
        of_everybody = kind in (Kind.COVERAGE, Kind.PROGRESS)
        if of_everybody:
            self.of_whom.hide_all()
            self.of_whom.filters.site.setVisible(kind is Kind.PROGRESS and self.of_whom.filters.site.count() > 2)
        else:
            self.of_whom.show_all()
        counted_here = {"site": ""} if kind is Kind.PROGRESS else {}
        without = not_counted(replace(self.chosen, **counted_here)) if of_everybody else ""
        self.not_counted.setText(without)
        self.not_counted.setVisible(bool(without))

    def _on_chosen(self) -> None:
        self._show_boxes()
        self.changed.emit()

    def _on_columns_chosen(self, value: str) -> None:
        self._columns[self.lens.value] = value
        self.changed.emit()


def _box(handle: str, name: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
    box = ChoiceBox(name, choices)
    box.setObjectName(f"pictures-{handle}")
    return box
