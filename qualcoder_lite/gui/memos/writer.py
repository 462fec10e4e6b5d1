"""Writing a memo about something: what was written about it before, a box, its kind and a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.memo import About, MemoKind, Subject
from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.kept_box import keeps
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.gui.words.memos import KINDS, headline, signed
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.memos.listed import ListedMemo

_USUAL = {
    Subject.CODE: MemoKind.CODE,
    Subject.PARTICIPANT: MemoKind.CASE,
    Subject.SITE: MemoKind.CASE,
    Subject.TRANSCRIPT: MemoKind.CASE,
}
_SHOWN = 8  # earlier memos shown above the box
_QUOTED = 240  # characters of the passage


def _title(subject: Subject, where: str) -> str:
    if subject is Subject.PROJECT:
        return tr("A memo about the whole project")
    if subject is Subject.PASSAGE:
        return tr("A memo about a passage in {where}", where=where)
    return tr("A memo about {where}", where=where)


class MemoDialog(FormDialog):
    """Asks what is to be noted about one thing, which is named, with what was noted before."""

    width_wanted = 620

    def __init__(self, workspace: Workspace, about: About, parent: QWidget | None) -> None:
        """Be about one thing."""
        thing, place = workspace.project.memos.describe(about)
        where = f"{thing}, {place}" if place else thing
        super().__init__(
            workspace, "write-memo", _title(about.subject, where), "", do=tr("Keep the memo"), parent=parent
        )
        self._about = about
        self.kind = ChoiceBox(tr("Kind of memo"), [(kind.value, words) for kind, words in KINDS])
        self.kind.setObjectName("memo-kind")
        self.kind.set_value(_USUAL.get(about.subject, MemoKind.NOTE).value)
        self.title = QLineEdit()
        self.title.setObjectName("memo-title")
        self.title.setAccessibleName(tr("Title of the memo"))
        self.title.setPlaceholderText(tr("A few words; may stay empty"))
        self.body = TextBox(tr("Memo"), "memo-body", hint=tr("What did you notice?"), least=5, most=14)
        self.fill(
            *self._quoted(),
            *self._before(),
            asked(tr("Your memo"), self.body),
            asked(tr("Title"), self.title),
            asked(tr("Kind"), self.kind),
            first=self.body,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the memo at Ctrl+Enter, from the box too, where Enter begins a line."""
        if keeps(event):
            self.do.click()
        else:
            super().keyPressEvent(event)

    def _quoted(self) -> list[QWidget]:
        quoted = self.workspace.project.memos.quoted(self._about)
        if quoted is None:
            return []
        words = " ".join(quoted.words.split())
        return [Label(f"‘{words if len(words) <= _QUOTED else words[:_QUOTED].rpartition(' ')[0] + ' …'}’", wrap=True)]

    def _before(self) -> list[QWidget]:
        """What was written about the very same thing."""
        found = [each for each in memos_about(self.workspace, self._about) if not each.is_coding]
        return [memo_card(each) for each in reversed(found[:_SHOWN])]

    def do_it(self) -> Changes:
        """Keep the memo."""
        return self.workspace.project.memos.write(
            self._about,
            self.body.toPlainText(),
            coder=self.workspace.coder,
            kind=MemoKind(self.kind.value),
            title=self.title.text(),
        )


def memos_about(workspace: Workspace, about: About) -> list[ListedMemo]:
    """The memos about a thing itself, the latest first; about a passage, those on the very same stretch."""
    memos = workspace.project.memos.all(MemoFilter(subjects=(about.subject,)))
    return [each for each in memos if each.memo.about == about]


def memo_card(listed: ListedMemo) -> Card:
    """A memo to be read, with who wrote it and when."""
    memo = listed.memo
    title = [Label(headline(listed), "strong", wrap=True)] if memo.title else []
    note = Label(signed(listed), "small", tone="muted", wrap=True)
    return Card(Column(*title, Label(memo.body, wrap=True), note, gap=2, margins=(16, 10)))


def write_memo(workspace: Workspace, about: About, parent: QWidget, by: QObject | None = None) -> str:
    """Ask for a memo about something until it is kept; its id, or nothing. Who codes is asked for first, if need be."""
    if workspace.project.read_only:
        workspace.failed.emit(tr("The project is open for reading only, so no memo can be written."))
        return ""
    from qualcoder_lite.gui.dialogs.who_is_coding import is_known_who

    if not is_known_who(parent, workspace):
        return ""
    changes = carry_out(MemoDialog(workspace, about, parent), lambda: tr("The memo is kept."), by)
    return next(iter(changes.of("memo")), "") if changes else ""
