"""The chosen memo: what it is about, its words, its kind, who signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.memo import MemoKind, Subject
from qualcoder_lite.gui.dialogs.form import asked
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.gui.words.memos import KINDS, about_words, headline, signed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.memos.listed import ListedMemo, Quoted

_GO = {
    Subject.PROJECT: "",
    Subject.TRANSCRIPT: tr("Go to the transcript"),
    Subject.PASSAGE: tr("Go to the passage"),
    Subject.CODING: tr("Go to the coding"),
    Subject.CODE: tr("Go to the code"),
    Subject.SITE: tr("Go to the sites"),
    Subject.PARTICIPANT: tr("Go to the person"),
}

_WIDEST = 860  # longer lines are hard to read


class MemoPane(QWidget):
    """Shows one memo; one's own can be changed.

    Signals:
        saved: The person wants what was typed to be kept.
        removed: The person wants the memo gone.
        go_wanted: The person wants to see what it is about.
        back_wanted: The person wants to see the list again, where there is no room for both.
    """

    saved = Signal()
    removed = Signal()
    go_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        """Show no memo yet."""
        super().__init__()
        self.setObjectName("memo-pane")
        self.setAccessibleName(tr("The memo"))
        self.listed: ListedMemo | None = None
        self._own, self._shown = False, ""
        self._make_controls()
        actions = Flow(self.go, self.remove, gap=8)
        inside = QWidget()
        inside.setProperty("clear", True)
        self._fields = QWidget()
        self._fields.setLayout(Column(asked(tr("Memo"), self.body), self._title_row, self._kind_row, gap=12))
        inside.setLayout(
            Column(
                Row(self.back, None),
                self.about,
                self.signed,
                actions,
                self.quote,
                8,
                self._read,
                self._fields,
                None,
                gap=6,
                margins=(24, 16, 24, 24),
            )
        )
        self.area = Area(inside)
        self._inside = inside
        self.area.setObjectName("memo-area")
        note = Label(tr("Not saved yet"), "small", tone="muted")
        self._foot = Card(Row(note, None, self.discard, self.save, gap=8, margins=(24, 10)), kind="foot")
        self.setLayout(Column((self.area, 1), self._foot, gap=0))
        self._foot.hide()
        self.back.hide()
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _make_controls(self) -> None:
        self.back = Button(tr("All memos"), icon="arrow-left")
        self.back.setObjectName("memo-back")
        self.back.clicked.connect(self.back_wanted)
        self.about, self.signed = Label("", "heading", wrap=True), Label("", "small", tone="muted", wrap=True)
        self.go = Button("", icon="arrow-right", icon_after=True)
        self.go.setObjectName("memo-go")
        self.go.clicked.connect(self.go_wanted)
        self.remove = Button(tr("Take it away"), icon="bin")
        self.remove.setObjectName("memo-remove")
        self.remove.clicked.connect(self.removed)
        self.quote = Label("", wrap=True)
        self._title, self._words = Label("", "heading", wrap=True), Label("", wrap=True)
        self._read = Card(Column(self._title, self._words, gap=4, margins=(16, 12)))
        self.body = TextBox(tr("Memo"), "memo-pane-body", least=6, most=24)
        self.title = QLineEdit()
        self.title.setObjectName("memo-pane-title")
        self.title.setAccessibleName(tr("Title of the memo"))
        self.kind = ChoiceBox(tr("Kind of memo"), [(kind.value, words) for kind, words in KINDS])
        self.kind.setObjectName("memo-pane-kind")
        self._title_row, self._kind_row = QWidget(), QWidget()
        self._title_row.setLayout(asked(tr("Title"), self.title))
        self._kind_row.setLayout(asked(tr("Kind"), self.kind))
        self.save = Button(tr("Save"), kind="primary", icon="check")
        self.save.setObjectName("memo-save")
        self.save.clicked.connect(self.saved)
        self.discard = Button(tr("Discard"))
        self.discard.setObjectName("memo-discard")
        self.discard.clicked.connect(self.show_again)
        self.body.textChanged.connect(self._on_edited)
        self.title.textChanged.connect(self._on_edited)
        self.kind.chosen.connect(lambda _kind: self._on_edited())

    def show_memo(self, listed: ListedMemo, quoted: Quoted | None, *, own: bool) -> None:
        """Show a memo; one that isn't `own` can only be read. `quoted` are the words it is about."""
        caret = self.body.textCursor().position() if self._shown == listed.memo.id else 0
        self._shown = listed.memo.id
        self.listed = None  # while the boxes are filled there is nothing to save
        self._own = own
        memo = listed.memo
        self.about.setText(about_words(listed))
        self.signed.setText(signed(listed) or tr("Nobody signed it"))
        self.go.set_words(_GO[listed.subject] or tr("Go"))
        self.go.setVisible(bool(_GO[listed.subject]))
        self.remove.setVisible(own)
        words = " ".join(quoted.words.split()) if quoted is not None else ""
        refused = quoted is not None and not quoted.may_quote
        self.quote.setText(tr("‘{words}’ (not to be quoted)", words=words) if refused else f"‘{words}’")
        self.quote.setVisible(bool(words))
        self._title.setText(memo.title)
        self._title.setVisible(bool(memo.title))
        self._words.setText(memo.body)
        self._read.setVisible(not own)
        self._fields.setVisible(own)
        self._title_row.setVisible(not listed.is_coding)
        self._kind_row.setVisible(not listed.is_coding)
        self._fill_body(memo.body, caret)
        self.title.setText(memo.title)
        self.kind.set_value(memo.kind.value)
        self.listed = listed
        self.setAccessibleDescription(f"{headline(listed)}. {about_words(listed)}")
        self._on_edited()

    def _fill_body(self, words: str, caret: int) -> None:
        """Put words into their box, and the caret (in Qt's units) where it was: who saves while writing writes on."""
        if self.body.words != words.strip():  # a space after the last word stays, for the next one
            self.body.setPlainText(words)
            cursor = self.body.textCursor()
            cursor.setPosition(min(caret, self.body.document().characterCount() - 1))
            self.body.setTextCursor(cursor)

    def take_as_kept(self) -> None:
        """Have nothing unsaved; the memo is shown as it is kept in a moment, with the caret where it is."""
        self.listed = None

    def show_again(self) -> None:
        """Let go of what was typed."""
        if self.listed is not None:
            memo = self.listed.memo
            self.body.setPlainText(memo.body)
            self.title.setText(memo.title)
            self.kind.set_value(memo.kind.value)
        self._on_edited()

    @property
    def changed(self) -> bool:
        """Whether something was typed that isn't saved."""
        if self.listed is None or not self._own:
            return False
        memo = self.listed.memo
        typed = (self.body.words, self.title.text().strip(), self.kind.value)
        return typed != (memo.body.strip(), memo.title, memo.kind.value)

    @property
    def typed(self) -> tuple[str, str, MemoKind]:
        """Words, title and kind as they stand in the boxes."""
        return self.body.toPlainText(), self.title.text(), MemoKind(self.kind.value)

    def focus_first(self) -> None:
        """Go to the words, or what can be pressed where they can only be read."""
        (self.body if self._own else self.go if self.go.isVisible() else self.area).setFocus()
        self.body.moveCursor(QTextCursor.MoveOperation.End)

    def _on_theme_changed(self) -> None:
        self._inside.setMaximumWidth(current().look.px(_WIDEST))

    def _on_edited(self) -> None:
        if not self.changed and (self.save.hasFocus() or self.discard.hasFocus()):
            self.body.setFocus()  # they go: else the focus would jump to the window's first button
        self._foot.setVisible(self.changed)
