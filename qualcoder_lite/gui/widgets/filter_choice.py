"""One filter: everything, one thing, a whole group of things, or the several that another page asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

_BETWEEN = "\x1f"
_WIDEST, _SHOWN = 188, 18


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its words, the names it stands for, and whether it is the heading of those that follow."""

    words: str
    names: tuple[str, ...]
    heading: bool = False


class FilterChoice(ChoiceBox):
    """A choice box whose values are sets of names; none of them means everything."""

    def __init__(
        self, name: str, everything: str, counted: Callable[[int], str] = str, *, parent: QWidget | None = None
    ) -> None:
        """`everything` stands for no filter; `counted` says how many are chosen where they are several."""
        super().__init__(name, [("", everything)], parent=parent)
        self._everything, self._counted = Option(everything, ()), counted
        self._options: tuple[Option, ...] = ()
        self.setMaxVisibleItems(_SHOWN)

    @property
    def names(self) -> tuple[str, ...]:
        """What is chosen; empty for everything."""
        return tuple(self.value.split(_BETWEEN)) if self.value else ()

    def offer(self, options: Sequence[Option]) -> None:
        """Offer other choices; what is chosen stays chosen as far as it is still there."""
        chosen = self.names
        self._options = tuple(options)
        known = {name for option in options for name in option.names}
        self._fill(tuple(name for name in chosen if name in known))

    def choose(self, names: Iterable[str]) -> None:
        """Choose these names, without a signal; those that aren't offered are chosen all the same."""
        offered = {folded(name): name for option in self._options for name in option.names}
        self._fill(tuple(dict.fromkeys(offered.get(folded(name), name) for name in names)))

    def _fill(self, chosen: tuple[str, ...]) -> None:
        options = [self._everything, *self._options]
        if chosen not in [option.names for option in options]:
            words = chosen[0] if len(chosen) == 1 else self._counted(len(chosen))
            options.insert(1, Option(words, chosen))
        self.set_choices(
            [(_BETWEEN.join(option.names), option.words) for option in options], value=_BETWEEN.join(chosen)
        )
        bold = QFont()
        bold.setBold(True)
        for row, option in enumerate(options):
            if option.heading:
                self.setItemData(row, bold, Qt.ItemDataRole.FontRole)
        self.setToolTip(", ".join(chosen) or self._everything.words)
        self._widen_list()

    def restyle(self) -> None:
        """Keep to one width, so that the filters stand in a calm row; the list that opens is as wide as it needs."""
        self.setMaximumWidth(self.look.px(_WIDEST))
        self._widen_list()
        super().restyle()

    def _widen_list(self) -> None:
        metrics = QFontMetricsF(self.look.font("strong"))
        longest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        self.view().setMinimumWidth(round(longest) + 3 * self.look.gap(16))
