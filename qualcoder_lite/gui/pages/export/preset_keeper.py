"""Keeping what is chosen on the page Export under a name, choosing it again, and letting go of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.dialogs.ask_name import NameQuestion, ask_name
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.export.choices import Choices
    from qualcoder_lite.gui.project.workspace import Workspace

_QUESTION = NameQuestion(
    handle="export-keep-as",
    title=tr("Keep these choices"),
    question=tr("What is this way of exporting called?"),
    advice=tr(
        "All that you chose is kept in the project under this name, for everybody who works in it. "
        "One of that name is replaced."
    ),
    label=tr("Name of this way of exporting"),
    hint=tr("For the advisory group"),
    do=tr("Keep it"),
)


class PresetKeeper(QObject):
    """What stands between the choices on the page and the ways of exporting in the project.

    Signals:
        taken_up: All the choices of a way were made.
        told: A sentence for the person.
    """

    taken_up = Signal()
    told = Signal(str)

    def __init__(self, page: QWidget, workspace: Workspace, choices: Choices) -> None:
        """Serve a page."""
        super().__init__(page)
        self._page, self._workspace, self._choices = page, workspace, choices
        choices.presets.chosen.connect(self._on_chosen)
        choices.presets.remove_wanted.connect(self._on_remove_wanted)

    def keep(self) -> None:
        """Ask for a name, and keep what is chosen under it."""
        if self._workspace.is_open and not self._workspace.project.read_only:
            ask_name(_QUESTION, self._keep_as, self._page.window())

    def _keep_as(self, name: str) -> str:
        presets, choices = self._workspace.project.presets, self._choices
        making, scope, values = choices.making, choices.narrowed(), choices.making.values()
        try:
            changes = presets.save(name, making.value, scope, values, coder=self._workspace.coder)
        except UserError as fault:
            return str(fault)
        kept = presets.all()
        choices.presets.offer(kept)
        choices.presets.show_as_chosen(next((each.id for each in kept if folded(each.name) == folded(name)), ""))
        self._workspace.tell(changes, self._page)
        self.told.emit(tr("Kept as “{name}”. It can be chosen at the top of the page.", name=name.strip()))
        return ""

    def _on_chosen(self, id_: str) -> None:
        preset = next((each for each in self._workspace.project.presets.all() if each.id == id_), None)
        if preset is None:
            return
        self._choices.take_up(preset)
        self.taken_up.emit()
        if preset.gone:
            self.told.emit(
                tr(
                    "{n} thing that this way asked for is no longer in the project. "
                    "Look at the choices before you save.",
                    "{n} things are no longer in the project. Look at the choices before you save.",
                    n=preset.gone,
                )
            )

    def _on_remove_wanted(self, id_: str) -> None:
        presets, who = self._workspace.project.presets, self._workspace.coder
        removed = self._workspace.act(
            lambda: presets.remove(id_, coder=who), self._page, tr("This way of exporting is removed.")
        )
        if removed:
            self._choices.presets.show_as_chosen("")
            self._choices.presets.offer(presets.all())
