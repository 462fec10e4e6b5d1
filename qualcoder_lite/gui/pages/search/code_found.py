"""“Code what was found”: which code, on how much of each hit, and how many passages that makes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.gui.dialogs.who_is_coding import ask_who
from qualcoder_lite.gui.pages.search.words import UNITS
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.code_choice import CodeChoice
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.searching.search import Unit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.searching.search import Hit
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.service.project import Project


class CodeFoundDialog(QDialog):
    """Asks for a code and for what of each hit is to be coded. Accepted means: put it on."""

    def __init__(self, project: Project, hits: Sequence[Hit], coder: str, parent: QWidget | None) -> None:
        """Offer the project's codes for some hits, to be put on by a coder."""
        super().__init__(parent)
        self.setObjectName("code-found")
        self.setWindowTitle(tr("Code what was found"))
        title = tr("Put a code on {n:,} place", "Put a code on {n:,} places", n=len(hits))
        self.setAccessibleName(title)
        self._coder = coder
        self._passages = cache(lambda unit: project.search.passages(hits, Unit(unit)))
        self.codes = CodeChoice(tr("Which code"))
        self.codes.offer(project.codebooks.all())
        self.codes.chosen.connect(lambda _: self._say())
        self.units = SegmentedControl(
            [(unit.value, words) for unit, words in UNITS.items()], name=tr("How much of each"), value=Unit.TURN.value
        )
        self.units.setObjectName("code-found-unit")
        self.units.chosen.connect(lambda _: self._say())
        self.told = Label("", tone="muted", wrap=True)
        self.told.setObjectName("code-found-told")
        self.do = Button(tr("Put it on"), kind="primary")
        self.do.setObjectName("code-found-do")
        self.leave = Button(tr("Not now"))
        self.leave.setObjectName("code-found-leave")
        self.do.clicked.connect(self.accept)
        self.codes.entered.connect(self.do.click)
        self.leave.clicked.connect(self.reject)
        look = current().look
        self.setLayout(
            Column(
                Label(title, "title", wrap=True),
                (self.codes, 1),
                Label(tr("How much of each?"), "strong"),
                self.units,
                self.told,
                Row(None, self.leave, self.do),
                gap=10,
                margins=24,
            )
        )
        room = self.screen().availableGeometry()
        self.resize(min(look.px(560), room.width() - 40), min(look.px(620), room.height() - 80))
        FocusRing(self)
        self._say()
        self.codes.words.setFocus()

    @property
    def code(self) -> str:
        """The id of the code to put on."""
        return self.codes.value

    @property
    def unit(self) -> Unit:
        """What of each hit is to be coded."""
        return Unit(self.units.value or Unit.TURN)

    def _say(self) -> None:
        passages = self._passages(self.unit.value)
        number = tr("{n:,} passage", "{n:,} passages", n=len(passages))
        where = tr("{n:,} transcript", "{n:,} transcripts", n=len({transcript for transcript, _ in passages}))
        who = tr(" as {coder}", coder=self._coder)
        code = f"“{self.codes.code_name}”" if self.code else tr("a code")
        self.told.setText(
            tr(
                "This puts {code} on {number} in {where},{who}. It is one step, which you can undo.",
                code=code,
                number=number,
                where=where,
                who=who,
            )
        )
        self.do.set_words(tr("Put it on {number}", number=number))
        self.do.setEnabled(bool(self.code and passages))
        announce(self, self.told.text())


def code_found(page: Page, hits: Sequence[Hit]) -> None:
    """Ask which code goes on what was found, and put it on in one step; first who codes, where nobody said yet."""
    workspace = page.workspace
    if not workspace.coder:
        name = ask_who(page, [coder.name for coder in workspace.project.coders.all()])
        if not name:
            return
        workspace.set_coder(name)
    project, coder = workspace.project, workspace.coder
    dialog = CodeFoundDialog(project, hits, coder, page)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    code, unit = dialog.code, dialog.unit
    dialog.deleteLater()
    if not wanted:
        return
    changes = workspace.act(lambda: project.search.code(hits, code, coder, unit), by=page)
    if changes:
        number = tr("{n:,} passage", "{n:,} passages", n=len(changes.of("coding")))
        workspace.done.emit(
            tr("Coded: {code}, on {number}.", code=project.codebooks.names()[code], number=number), True
        )
    elif changes is not None:
        workspace.done.emit(tr("All of it has that code already."), False)
