"""What the figures are asked about: the question, its unit or scale, and whether what interviewers say counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.agreement import Unit
from qualcoder_lite.domain.agreement.ordered import Metric
from qualcoder_lite.domain.agreement.unitizing import Definition
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.service.agreement.report import QUESTIONS, About, AgreementAsked
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import Codebook

_UNITS = (
    (Unit.TURN, tr("By turn")),
    (Unit.SENTENCE, tr("By sentence")),
    (Unit.PARAGRAPH, tr("By paragraph")),
    (Unit.CHARACTER, tr("By character")),
    (Unit.TRANSCRIPT, tr("By transcript")),
)
_SCALES = (
    (Metric.ORDINAL, tr("In order")),
    (Metric.INTERVAL, tr("By how much they differ")),
    (Metric.RATIO, tr("By how many times as many")),
    (Metric.NOMINAL, tr("Same or not")),
)
_DEFINITIONS = (
    (Definition.SHARED, tr("By what passages share (2016)")),
    (Definition.EDGES, tr("By how far edges are apart (2004)")),
)
_EACH = ("", tr("Each code by itself"))


class FiguresAsked(QWidget):
    """The choices; only those are shown that the question has.

    Signals:
        changed: Something else is asked: an `AgreementAsked`.
    """

    changed = Signal(object)

    def __init__(self, asked: AgreementAsked, books: Sequence[Codebook], *more: QWidget) -> None:
        """Show what is asked; `more` stands behind the choices."""
        super().__init__()
        self.asked = asked
        groups = [(group.id, tr("With those of {group}", group=group.name)) for book in books for group in book.groups]
        self.about = _box(tr("What is compared"), "about", [(each.value, tr(QUESTIONS[each])) for each in About])
        self.unit = _box(tr("Unit"), "unit", [(unit.value, words) for unit, words in _UNITS], asked.unit.value)
        self.scale = _box(tr("What a difference weighs"), "scale", [(each.value, words) for each, words in _SCALES])
        self.definition = _box(tr("Definition"), "definition", [(each.value, words) for each, words in _DEFINITIONS])
        self.exclusive = _box(tr("Codes that exclude each other"), "exclusive", [_EACH, *groups])
        self.all_turns = TickBox(tr("Count what interviewers say"))
        self.all_turns.setObjectName("figures-all-turns")
        choices = (self.about, self.unit, self.scale, self.definition, self.exclusive)
        self.setLayout(Flow(*choices, *more, self.all_turns, gap=12))
        self.about.chosen.connect(self._on_about)
        self.unit.chosen.connect(lambda unit: self._ask(unit=Unit(unit)))
        self.scale.chosen.connect(lambda scale: self._ask(metric=Metric(scale)))
        self.definition.chosen.connect(lambda year: self._ask(definition=Definition(year)))
        self.exclusive.chosen.connect(lambda group: self._ask(exclusive=group))
        self.all_turns.toggled.connect(lambda on: self._ask(all_turns=on))
        self._show_those_that_count()

    def _on_about(self, about: str) -> None:
        self._ask(about=About(about), metric=None)

    def _ask(self, **changes: object) -> None:
        self.asked = replace(self.asked, **changes)
        self._show_those_that_count()
        self.changed.emit(self.asked)

    def _show_those_that_count(self) -> None:
        about = self.asked.about
        self.unit.setVisible(about in (About.CODES, About.DELIVERED))
        self.scale.setVisible(about in (About.DELIVERED, About.COUNTS))
        self.scale.set_value(self.asked.distance.value)
        self.definition.setVisible(about is About.PASSAGES)
        self.exclusive.setVisible(about is About.PASSAGES and self.asked.definition is Definition.SHARED)


def _box(name: str, what: str, choices: Sequence[tuple[str, str]], value: str | None = None) -> ChoiceBox:
    box = ChoiceBox(name, choices, value=value)
    box.setObjectName(f"figures-{what}")
    return box
