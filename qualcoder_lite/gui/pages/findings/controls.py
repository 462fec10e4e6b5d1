"""The ways of looking: through which lens, at which features, of whom, and how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.asked import LENSES, NEAR, Asked
from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
from qualcoder_lite.gui.pages.findings.scope_boxes import ScopeBoxes
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.pages.findings.columns import ColumnGroup

_HINTS = {
    Lens.SITES: tr("What is recorded of the place where people were interviewed (key 1 in the table)"),
    Lens.PASSAGES: tr("What people speak of close together (key 2 in the table)"),
    Lens.ATTRIBUTIONS: tr("What people themselves say made the difference (key 3 in the table)"),
}


class Controls(QWidget):
    """What is asked of the matrix, to be chosen.

    Signals:
        asked_changed: The person asks something else.
        columns_changed: The person wants to see other features.
    """

    asked_changed = Signal()
    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask by site, of everybody."""
        super().__init__(parent)
        self.setObjectName("findings-controls")
        self.setAccessibleName(tr("Ways of looking"))
        self._groups: Sequence[ColumnGroup] = ()
        self._chosen_columns: dict[bool, str] = {}  # one choice for the register's features, one for those of codes
        self.lens = SegmentedControl(
            [(lens.value, words) for lens, words in LENSES.items()],
            name=tr("What brings an outcome and a feature together"),
            value=Lens.SITES.value,
            hints={lens.value: hint for lens, hint in _HINTS.items()},
        )
        self.lens.setObjectName("findings-lens")
        near = [(value, words) for value, (_, words) in NEAR.items()]
        self.near = _box("findings-near", tr("How near"), near, "turn")
        self.columns = _box("findings-columns", tr("Features in sight"), [], "")
        self.of_whom = ScopeBoxes("findings", self)
        self.setLayout(Flow(self.lens, self.near, self.columns, *self.of_whom.widgets, gap=6))
        self.of_whom.fold()
        self.near.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._let_focus_in()
        self.lens.chosen.connect(lambda value: self.choose_lens(Lens(value)))
        self.near.chosen.connect(self.asked_changed)
        self.of_whom.changed.connect(self.asked_changed)
        self.columns.chosen.connect(self._on_columns_chosen)

    @property
    def asked(self) -> Asked:
        """The question as it stands."""
        return self.asked_through(Lens(self.lens.value or Lens.SITES))

    def asked_through(self, lens: Lens) -> Asked:
        """The same question through a lens. How near plays a part in one of them only."""
        return Asked(
            lens=lens,
            near=self.near.value if lens is Lens.PASSAGES else "turn",
            of_whom=self.of_whom.chosen,
        )

    def choose_lens(self, lens: Lens) -> None:
        """Look through another lens, as if the person had chosen it here."""
        self.lens.set_value(lens.value)
        self.near.setVisible(lens is Lens.PASSAGES)
        self._let_focus_in()
        self.asked_changed.emit()

    def set_columns(self, groups: Sequence[ColumnGroup]) -> None:
        """Offer a matrix's groups of features, and keep to the one that was chosen for such a matrix."""
        self._groups = groups
        kept = self._chosen_columns.get(self._of_register, "")
        self.columns.set_choices([(group.value, group.words) for group in groups], value=kept)
        self.columns.setVisible(len(groups) > 1)

    def put_in_sight(self, column: int) -> None:
        """Choose features among which a column of the matrix is, if those that are chosen don't have it."""
        if column not in self.in_sight:
            group = next((each for each in self._groups if column in each.columns), None)
            if group is not None:
                self.columns.set_value(group.value)
                self._chosen_columns[self._of_register] = group.value

    def show_everything(self) -> None:
        """Narrow nothing, as a coding's own cells are counted."""
        self.near.set_value("turn")
        self.of_whom.choose(OfWhom())

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The chosen columns of the matrix, by number."""
        return next((group.columns for group in self._groups if group.value == self.columns.value), ())

    @property
    def _of_register(self) -> bool:
        return self.lens.value == Lens.SITES

    def _on_columns_chosen(self, value: str) -> None:
        self._chosen_columns[self._of_register] = value
        self.columns_changed.emit()

    def _let_focus_in(self) -> None:
        # F6 gives the focus to the whole; the lens that is chosen takes it.
        self.setFocusProxy(self.lens.segment(self.lens.value or Lens.SITES))


def _box(handle: str, name: str, choices: Sequence[tuple[str, str]], value: str) -> ChoiceBox:
    box = ChoiceBox(name, choices, value=value)
    box.setObjectName(handle)
    return box
