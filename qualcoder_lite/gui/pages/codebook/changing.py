"""Changing the codebook: each thing a person does to the chosen code or group, or to add one, is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.dialogs.codes.merge_code import merge_code
from qualcoder_lite.gui.dialogs.codes.new_code import make_code
from qualcoder_lite.gui.dialogs.codes.new_group import make_group
from qualcoder_lite.gui.dialogs.codes.retire_code import retire_code
from qualcoder_lite.gui.dialogs.codes.split_code import split_code
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.gui.pages.codebook.editor import Editor
    from qualcoder_lite.gui.pages.page import Page


class Changing(QObject):
    """Changes what the editor shows, for a page that looks again after each change.

    Signals:
        made: A code or a group was made: its id.
        became: Something else is to be chosen in the chosen code's place: its id.
    """

    made = Signal(str)
    became = Signal(str)

    def __init__(self, page: Page, editor: Editor) -> None:
        """Work for a page on what its editor shows."""
        super().__init__(page)
        self._page, self._workspace, self._editor = page, page.workspace, editor

    def save(self) -> bool:
        """Keep what was typed; whether that could be done, and there was something."""
        editor, entry = self._editor, self._editor.entry
        if entry is None or not editor.changed:
            return False
        project, who, why = self._workspace.project, self._workspace.coder, editor.why.text()
        if entry.code is not None:
            edit = editor.code_form.edit
            done = self._do(
                lambda: project.codes.edit(entry.id, edit, why=why, coder=who),
                tr("“{name}” is changed.", name=entry.words),
            )
        else:
            change = editor.group_form.edit
            done = self._do(
                lambda: project.code_groups.edit(entry.id, change, why=why, coder=who),
                tr("“{name}” is changed.", name=entry.words),
            )
        if not done and not why.strip():
            editor.why.setFocus()
        return done

    def _do(self, act: Callable[[], Changes], say: str = "") -> bool:
        """Change the codebook, and show it as it is then."""
        if self._workspace.act(act, by=self._page, say=say) is None:
            return False
        self._editor.show_again()
        self._page.refresh()
        return True

    def move_chosen(self, step: int) -> None:
        """Move what is chosen a place up or down: a code within its group, a group within its codebook."""
        entry = self._editor.entry
        if entry is None or entry.group is None or self._workspace.project.read_only:
            return
        project, who = self._workspace.project, self._workspace.coder
        if entry.code is not None:
            order = [code.id for code in entry.group.codes]
            at = order.index(entry.id) + step
            group = entry.group.id
            if 0 <= at < len(order):
                self._do(lambda: project.codes.move(entry.id, group, at, coder=who))
        else:
            order = [group.id for group in entry.codebook.groups]
            at = order.index(entry.id) + step
            if 0 <= at < len(order):
                self._do(lambda: project.code_groups.move(entry.id, at, coder=who))

    def move_to_group(self, group: str) -> None:
        """Move the chosen code into another group."""
        code = self._code
        if code is None:
            return
        who, why = self._workspace.coder, self._editor.why.text()
        codes = self._workspace.project.codes
        self._do(lambda: codes.move(code.id, group, why=why, coder=who), tr("“{code}” is moved.", code=code.name))

    def merge(self) -> None:
        """Merge the chosen code into another."""
        self._ask(merge_code)

    def split(self) -> None:
        """Split the chosen code."""
        self._ask(split_code)

    def _ask(self, ask: Callable[..., str]) -> None:
        code = self._code
        if code is None or not self._ready():
            return
        came = ask(self._workspace, code, self._page.window(), self._page)
        if came:
            self.became.emit(came)

    def _ready(self) -> bool:
        """Whether nothing is typed that would be lost, and something can be changed at all."""
        return not self._workspace.project.read_only and self.keep()

    def retire_or_bring_back(self) -> None:
        """Put the chosen code out of use, after a question, or into use again."""
        code = self._code
        if code is None or not self._ready():
            return
        if not code.retired:
            if retire_code(self._workspace, code, self._page.window(), self._page):
                self._page.refresh()
            return
        codes, who = self._workspace.project.codes, self._workspace.coder
        self._do(lambda: codes.bring_back(code.id, coder=who), tr("“{code}” is in use again.", code=code.name))

    def add_code(self) -> None:
        """Ask for a code, and make it where the chosen one stands."""
        if not self._ready():
            return
        entry = self._editor.entry
        group = entry.group.id if entry is not None and entry.group is not None else ""
        self._tell_made(make_code(self._workspace, self._page.window(), group=group, by=self._page))

    def add_group(self) -> None:
        """Ask for a group, and make it."""
        if self._ready():
            self._tell_made(make_group(self._workspace, self._page.window(), by=self._page))

    def keep(self) -> bool:
        """Keep what was typed, if anything was; whether nothing stands in the way of going on."""
        return not self._editor.changed or self.save()

    def remove_group(self) -> None:
        """Remove the chosen group, which has no codes."""
        entry = self._editor.entry
        if entry is None or entry.group is None:
            return
        groups, who = self._workspace.project.code_groups, self._workspace.coder
        self._do(lambda: groups.remove(entry.id, coder=who), tr("The group “{name}” is gone.", name=entry.words))

    def _tell_made(self, id_: str) -> None:
        if id_:
            self.made.emit(id_)

    @property
    def _code(self) -> Code | None:
        return self._editor.entry.code if self._editor.entry is not None else None
