"""The page's head: how much the codebook holds, and the ways to more codes, in from a file and out to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.codebook import Codebook


class Head(Card):
    """Title, summary and buttons, which the page connects."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(kind="bar")
        self._summary = Label("", "small", tone="muted", wrap=True)
        self._summary.setObjectName("codebook-summary")
        self.new_code = Button(tr("New code …"), kind="primary", icon="plus")
        self.new_code.setObjectName("codebook-new-code")
        self.new_group = Button(tr("New group …"), icon="plus")
        self.new_group.setObjectName("codebook-new-group")
        self.export = Button(tr("Export …"), icon="export")
        self.export.setObjectName("codebook-export")
        self.bring_in = Button(tr("Bring in …"), icon="import", name=tr("Bring in a codebook from a file"))
        self.bring_in.setObjectName("codebook-bring-in")
        words = Column(Label(tr("Codebook"), "title"), self._summary, gap=2)
        buttons = (self.bring_in, self.export, self.new_group, self.new_code)
        self.setLayout(Row((words, 1), *buttons, gap=8, margins=(24, 10)))

    def say(self, books: Iterable[Codebook]) -> None:
        """Say how many codes there are, in how many groups, and how many of them are retired."""
        groups = [group for book in books for group in book.groups]
        codes = [code for group in groups for code in group.codes if not code.retired]
        retired = sum(len(group.codes) for group in groups) - len(codes)
        told = tr("{codes} codes in {groups} groups", codes=len(codes), groups=len(groups))
        self._summary.setText(tr("{told} · {retired} retired", told=told, retired=retired) if retired else told)

    def set_read_only(self, read_only: bool) -> None:
        """Take away what changes the codebook, or give it back."""
        for button in (self.new_code, self.new_group, self.bring_in):
            button.setEnabled(not read_only)
