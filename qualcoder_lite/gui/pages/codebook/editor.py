"""The right side of the page: the chosen code or group, what can be done with it, its boxes, its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.pages.codebook.changes import Changes
from qualcoder_lite.gui.pages.codebook.code_form import CodeForm
from qualcoder_lite.gui.pages.codebook.group_form import GroupForm
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.pages.codebook.model import Entry

_WIDEST = 860  # longer lines are hard to read


class Editor(QWidget):
    """Shows one code or group at a time.

    Signals:
        saved: The person wants what was typed to be kept; the page reads `form` and `why`.
        group_chosen: The person wants the code in another group: its id.
        merge_wanted: The person wants the code merged into another.
        split_wanted: The person wants the code split.
        retire_wanted: The person wants the code out of use, or back.
        quotes_wanted: The person wants to read what the code is on.
        memo_wanted: The person wants to write about the code.
        remove_wanted: The person wants the empty group gone.
        left: The boxes for the reason are put away, and the person was in one of them.
        back_wanted: The person wants to see the list again, where there is no room for both.
    """

    saved = Signal()
    group_chosen = Signal(str)
    merge_wanted = Signal()
    split_wanted = Signal()
    retire_wanted = Signal()
    quotes_wanted = Signal()
    memo_wanted = Signal()
    remove_wanted = Signal()
    left = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("codebook-editor")
        self.setAccessibleName(tr("What is said of it"))
        self.entry: Entry | None = None
        self._read_only = False
        self.code_form, self.group_form, self.changes = CodeForm(), GroupForm(), Changes()
        self._make_controls()
        self._lay_out()
        self.code_form.edited.connect(self._on_edited)
        self.group_form.edited.connect(self._on_edited)

    def _make_controls(self) -> None:
        self.back = self._button(tr("All codes"), "codebook-back", "arrow-left", self.back_wanted)
        self.title, self.detail = Label("", "title", wrap=True), Label("", "small", tone="muted", wrap=True)
        self.title.setObjectName("codebook-title")
        self.detail.setObjectName("codebook-detail")
        self.group = ChoiceBox(tr("Group"), ())
        self.group.setObjectName("codebook-group")
        self.group.chosen.connect(self.group_chosen)
        self.merge = self._button(tr("Merge …"), "codebook-merge", "", self.merge_wanted)
        self.split = self._button(tr("Split …"), "codebook-split", "", self.split_wanted)
        self.retire = self._button(tr("Retire …"), "codebook-retire", "", self.retire_wanted)
        self.quotes = self._button(tr("Quotes"), "codebook-quotes", "quotes", self.quotes_wanted)
        self.memo = self._button(tr("Memo …"), "codebook-memo", "memo", self.memo_wanted)
        self.remove = self._button(tr("Take the group away"), "codebook-remove", "bin", self.remove_wanted)
        self.why = QLineEdit()
        self.why.setObjectName("codebook-why")
        self.why.setAccessibleName(tr("Why you change it"))
        self.why.setPlaceholderText(tr("Why? The history keeps it"))
        self.why.returnPressed.connect(self.saved)
        self.save = Button(tr("Save"), kind="primary", icon="check")
        self.save.setObjectName("codebook-save")
        self.save.clicked.connect(self.saved)
        self.discard = Button(tr("Discard"))
        self.discard.setObjectName("codebook-discard")
        self.discard.clicked.connect(self.show_again)

    def _button(self, words: str, name: str, icon: str, wanted: object) -> Button:
        made = Button(words, icon=icon)
        made.setObjectName(name)
        made.clicked.connect(wanted)
        return made

    def _lay_out(self) -> None:
        self._in_group = QWidget()
        self._in_group.setLayout(Row(Label(tr("In the group"), "small"), self.group, gap=8))
        actions = Flow(self._in_group, self.quotes, self.memo, self.merge, self.split, self.retire, self.remove, gap=8)
        head = Column(Row(self.back, None), self.title, self.detail, 4, actions, gap=4)
        history = Column(Label(tr("What was changed, and why"), "heading"), self.changes, gap=8)
        inside = QWidget()
        inside.setProperty("clear", True)
        inside.setLayout(
            Column(head, 8, self.code_form, self.group_form, 12, history, None, gap=8, margins=(24, 16, 24, 24))
        )
        self.area = Area(inside)
        self._inside = inside
        self.area.setObjectName("codebook-area")
        self._foot = Card(Row((self.why, 1), self.discard, self.save, gap=8, margins=(24, 10)), kind="foot")
        self.setLayout(Column((self.area, 1), self._foot, gap=0))
        self.back.hide()
        self._foot.hide()
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # What is shown

    def show_entry(self, entry: Entry, groups: Sequence[tuple[str, str]]) -> None:
        """Show a code or a group as it is now; `groups` are those a code can be put in, by id."""
        scrolled = self.area.verticalScrollBar().value() if self.entry and self.entry.id == entry.id else 0
        self.entry = entry
        self.why.clear()
        code, group = entry.code, entry.group
        self.title.setText(entry.words)
        for widget, shown in (
            (self.code_form, code is not None),
            (self.group_form, code is None),
            (self._in_group, code is not None and not code.retired),
            (self.merge, code is not None),
            (self.split, code is not None and not code.retired),
            (self.retire, code is not None and not code.merged_into),
            (self.quotes, code is not None),
            (self.memo, code is not None),
            (self.remove, code is None and group is not None and not group.codes),
        ):
            widget.setVisible(shown)
        if code is not None:
            self.code_form.show_code(code)
            self.group.set_choices(groups, value=group.id if group else None)
            self.retire.set_words(tr("Bring it back") if code.retired else tr("Retire …"))
            self.merge.set_words(tr("Merge again …") if code.merged_into else tr("Merge …"))
        elif group is not None:
            self.group_form.show_group(group)
        self.split.setEnabled(entry.count > 0 and not self._read_only)
        self.detail.setText(_detail(entry))
        self._on_edited()
        self.area.verticalScrollBar().setValue(scrolled)

    def show_again(self) -> None:
        """Let go of what was typed."""
        if self.entry is not None and self.entry.code is not None:
            self.code_form.show_code(self.entry.code)
        elif self.entry is not None and self.entry.group is not None:
            self.group_form.show_group(self.entry.group)
        self.why.clear()
        self._on_edited()

    @property
    def changed(self) -> bool:
        """Whether something was typed that isn't saved."""
        if self.entry is None or self._read_only:
            return False
        return self.code_form.changed if self.entry.code is not None else self.group_form.changed

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self._read_only = read_only
        self.code_form.set_read_only(read_only)
        self.group_form.set_read_only(read_only)
        for each in (self.group, self.merge, self.split, self.retire, self.remove):
            each.setEnabled(not read_only)

    def focus_first(self) -> None:
        """Go to the first box."""
        is_code = self.entry is not None and self.entry.code is not None
        (self.code_form.name if is_code else self.group_form.name).setFocus()

    def _on_theme_changed(self) -> None:
        self._inside.setMaximumWidth(current().look.px(_WIDEST))

    def _on_edited(self) -> None:
        if not self.changed and (self.why.hasFocus() or self.save.hasFocus() or self.discard.hasFocus()):
            self.left.emit()  # they go: else the focus would jump to the window's first button
        self._foot.setVisible(self.changed)


def _detail(entry: Entry) -> str:
    """Where it stands and how much it is on."""
    if entry.code is None or entry.group is None:
        count = len(entry.group.codes) if entry.group is not None else 0
        return tr(
            "Group of {n} code in {codebook}",
            "Group of {n} codes in {codebook}",
            n=count,
            codebook=entry.codebook.title,
        )
    code = entry.code
    count = tr("{n:,} coding", "{n:,} codings", n=entry.count)
    parts = [tr("{codebook}, version {version}", codebook=entry.codebook.title, version=entry.codebook.version), count]
    if code.merged_into:
        parts.append(tr("merged into another code; these codings came later with a colleague’s copy"))
    elif code.retired:
        parts.append(tr("retired: it stays on what was coded and is put on nothing more"))
    return " · ".join(parts)
