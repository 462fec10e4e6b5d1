"""Everything that can be chosen for an export: what to make, of which passages, and how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from qualcoder_lite.gui.pages.export.all_makings import MAKINGS
from qualcoder_lite.gui.pages.export.preset_bar import PresetBar
from qualcoder_lite.gui.pages.export.scope_choice import ScopeChoice
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.option_card import OptionCard
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Making
    from qualcoder_lite.service.extracts.presets import Preset
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope

MakingT = TypeVar("MakingT", bound="Making")


class Choices(QWidget):
    """The left pane of the page.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Begin with the first thing that can be made, of everything."""
        super().__init__()
        self.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.makings = {making.value: making() for making in MAKINGS}
        # Without a group of Qt's own, a second click would take the choice away.
        self._exclusive = QButtonGroup(self)
        self.cards = {each.value: self._card(each) for each in self.makings.values()}
        self.cards[MAKINGS[0].value].setChecked(True)
        self.presets = PresetBar()
        self.scope = ScopeChoice()
        for part in (self.scope, *self.makings.values()):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            part.chosen.connect(self._on_part_chosen)
        self.presets.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        head = Label(tr("What would you like to make?"), "heading")
        forms = [making.form_choice for making in self.makings.values()]
        for form in forms:
            form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        parts = (*self.cards.values(), *forms, self.scope, *self.makings.values())
        self.setLayout(Column(self.presets, head, *parts, None, gap=10, margins=(24, 20)))
        self._show_what_is_of_use()

    def _card(self, making: Making) -> OptionCard:
        card = OptionCard(making.title, making.detail, making.icon, parent=self)
        card.setObjectName(f"export-kind-{making.value}")
        card.clicked.connect(self._on_card_clicked)
        self._exclusive.addButton(card)
        return card

    @property
    def making(self) -> Making:
        """What to make."""
        return next(each for value, each in self.makings.items() if self.cards[value].isChecked())

    def of(self, kind: type[MakingT]) -> MakingT:
        """One of the things that can be made, with its choices."""
        return next(each for each in self.makings.values() if isinstance(each, kind))

    def choose(self, value: str) -> None:
        """Choose what to make, without a signal; the focus goes with it from what was chosen."""
        on_a_card = any(card.hasFocus() for card in self.cards.values())
        self.cards[value].setChecked(True)
        self._show_what_is_of_use()
        if on_a_card:
            self.cards[value].setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""
        self.presets.offer(project.presets.all())
        self.scope.offer(project)
        for each in self.makings.values():
            each.offer(project)

    def take_up(self, preset: Preset) -> None:
        """Choose all that a way of exporting chose, as far as it is still offered, without a signal."""
        if preset.making not in self.makings:
            return
        self.blockSignals(True)
        self.choose(preset.making)
        self.scope.set_scope(preset.scope)
        self.making.choose_values(preset.values)
        self.presets.show_as_chosen(preset.id)
        self.blockSignals(False)

    def set_scope(self, scope: Scope) -> None:
        """Choose what another page shows, without a signal."""
        self.scope.set_scope(scope)
        self.presets.show_as_chosen("")

    def narrowed(self) -> Scope:
        """What it is to be made of."""
        return self.scope.scope(self.making.narrows)

    def _on_card_clicked(self) -> None:
        self._show_what_is_of_use()
        self._on_part_chosen()

    def _on_part_chosen(self) -> None:
        self.presets.show_as_chosen("")  # what is chosen now is no longer what was kept
        self.chosen.emit()

    def _lead_keys_to(self, chosen: OptionCard) -> None:
        """Have Tab and F6 come to the card that is chosen: on another, Enter would choose something else.

        Qt sees to it where a person chooses, but not where the program does.
        """
        self.setFocusProxy(chosen)
        for card in self.cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is chosen else Qt.FocusPolicy.ClickFocus)

    def _show_what_is_of_use(self) -> None:
        making = self.making
        self._lead_keys_to(self.cards[making.value])
        self.scope.ask_for(making.narrows)
        for each in self.makings.values():
            each.setVisible(each is making)
            each.form_choice.setVisible(each is making and len(each.forms) > 1)
        making.show_what_is_of_use()
