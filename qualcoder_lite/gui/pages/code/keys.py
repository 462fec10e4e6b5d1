"""What happens when a key is pressed on the text, or a card: a code goes on, a link is made, a command is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from qualcoder_lite.gui.pages.code.foot import KEEP
from qualcoder_lite.gui.pages.code.letter_keys import LetterKeys
from qualcoder_lite.gui.program.own_keys import Command, OwnKeys
from qualcoder_lite.gui.reading.passage_edges import Edge
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.work.afterwards import Afterwards
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code.codes import Codes
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.details import CodingDetails
    from qualcoder_lite.gui.pages.code.edges import EdgeKeeping
    from qualcoder_lite.gui.pages.code.jumps import Jumps
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.program.settings import Settings


class CodingKeys(QObject):
    """Turns keys and cards into coding, and shows what is awaited meanwhile."""

    def __init__(
        self,
        session: CodingSession,
        details: CodingDetails,
        desk: Desk,
        settings: Settings,
        edges: EdgeKeeping,
        jumps: Jumps,
        parent: QObject,
    ) -> None:
        """Listen on the text."""
        super().__init__(parent)
        self._edges = edges
        self._session, self._details, self._desk, self._settings = session, details, desk, settings
        self._letters = LetterKeys()
        self._ceasing = Afterwards(self._show_waiting, self)
        self._commands = {
            Command.POLARITY: self._next_polarity,
            Command.LINK: self._begin_link,
            Command.MEMO: self._write_memo,
            Command.DOUBT: self._doubt,
            Command.STAR: self._star,
            Command.AGAIN: lambda: session.put_again(desk.view.passage),
            Command.FIND: desk.show_find,
            Command.CHANGE: self._begin_change,
            Command.START: lambda: edges.begin(Edge.START),
            Command.END: lambda: edges.begin(Edge.END),
            Command.UNCODED: jumps.to_uncoded,
            Command.SAME: jumps.to_same,
            Command.DOUBTED: jumps.to_doubted,
        }
        desk.view.key_typed.connect(self.type)
        desk.view.opened.connect(self.enter)
        desk.view.installEventFilter(self)
        desk.panel.code_pressed.connect(self.use)

    def set_codes(self, codes: Codes, own: OwnKeys) -> None:
        """Learn the keys of a project's codes, and of the commands."""
        commands = own.commands()
        self._letters.set_codes(codes, commands)
        answered = {each: key for each, key in commands.items() if self._letters.answers_to(each)}
        self._desk.bar.set_codes(codes, answered)
        self._desk.panel.key.set_key(answered.get(Command.FIND, ""))

    def actions_for_passage(self) -> list[QAction]:
        """The commands about the passage for the page's menu, with keys that need no letter."""
        return [action(tr("The last code &again"), lambda: self.do(Command.AGAIN), "Ctrl+.")]

    def actions(self) -> list[QAction]:
        """The commands about a coding for the page's menu, with keys that need no letter."""
        return [
            action(tr("&Delivered?"), lambda: self.do(Command.POLARITY), "Ctrl+D"),
            action(tr("&Because of a feature …"), lambda: self.do(Command.LINK), "Ctrl+L"),
            action(tr("M&emo"), lambda: self.do(Command.MEMO), "Ctrl+M"),
            action(tr("Not sure"), lambda: self.do(Command.DOUBT), "Ctrl+U"),
            action(tr("&Star it, or take the star off"), lambda: self.do(Command.STAR), "Ctrl+Shift+S"),
            action(tr("Another code instead …"), lambda: self.do(Command.CHANGE), "Ctrl+R"),
            action(tr("Move the sta&rt of the passage"), lambda: self.do(Command.START), "Ctrl+["),
            action(tr("Move the end of the &passage"), lambda: self.do(Command.END), "Ctrl+]"),
        ]

    # What is pressed

    def type(self, letter: str) -> None:
        """Do what a letter stands for, if single letters may do anything."""
        if not self._settings.letter_keys:
            # They are off from the start where a screen reader runs, and nothing else would say so.
            self._desk.say(
                tr("Single keys are off. Ctrl+K finds a code; Settings can turn single keys on."), icon="info"
            )
            return
        meaning = self._letters.press(letter)
        if self._edges.is_on and meaning.command not in (Command.START, Command.END):
            self.forget()
            self._desk.say(tr("First Enter to keep the passage, or Esc to give it up."), icon="warning", way=KEEP)
            return
        if meaning.command is not None:
            self.do(meaning.command)
        elif len(meaning.codes) == 1:
            self.use(meaning.codes[0])
        elif meaning.codes:
            names = tr(" and ").join(self._session.codes[code].name for code in meaning.codes)
            self.forget()
            self._desk.say(tr("These keys stand for {names}. Click the one you mean.", names=names), icon="warning")
        elif meaning.group:
            self._show_waiting()
            self._say_group(meaning.group)
        elif self.waiting:
            self._say_unknown(letter.upper())

    def use(self, code: str) -> None:
        """Put a code on the passage; while a link is being made, link to it instead."""
        linking, changing = self._letters.linking, self._letters.changing
        self.forget()
        if changing:
            self._details.change_code(code)
        elif not linking:
            self._session.put(code, self._desk.view.passage)
        elif self._session.codes[code].is_feature:
            self._details.next_link(code)
        else:
            self._desk.say(tr("Only a feature can be what it was because of. Nothing was linked."), icon="warning")

    def enter(self) -> None:
        """Go into the list of the turn's codings, or while a link is being made, open the list of features."""
        if self._letters.linking:
            self.forget()
            self._desk.show_bar()
            self._desk.bar.choose_feature()
            return
        self.forget()
        self._desk.show_bar()
        if not self._desk.bar.enter_list():
            self._desk.say(tr("Nothing is coded on this turn yet."), icon="info")

    def do(self, command: Command) -> None:
        """Do what a command's key does."""
        self._commands[command]()

    # What is awaited

    @property
    def waiting(self) -> bool:
        """Whether another key is awaited."""
        return self._letters.waiting

    def forget(self) -> None:
        """Wait for no key any more; the cards say so once what was done is painted."""
        self._letters.forget()
        self._ceasing.ask()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Escape forget a group's key before the text takes it for the passage."""
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escaped and event.type() == QEvent.Type.KeyPress and self.waiting:
            linking, changing = self._letters.linking, self._letters.changing
            self.forget()
            changed = tr("Nothing was changed.") if changing else tr("Nothing was coded.")
            self._desk.say(tr("Nothing was linked.") if linking else changed, icon="info")
            return True
        return False

    def _say_unknown(self, letter: str) -> None:
        group = self._group_named(self._letters.pending)
        said = (
            tr("No code of {group} has the letter {letter}. Press another, or Esc.", group=group, letter=letter)
            if group
            else tr("No group of codes has the letter {letter}. Press another, or Esc.", letter=letter)
        )
        self._desk.say(said, icon="warning")

    def _show_waiting(self) -> None:
        self._desk.panel.show_waiting(self._letters.pending, linking=self._letters.linking)

    def _say_group(self, key: str) -> None:
        self._desk.say(tr("{group}: now the code’s letter. Esc goes back.", group=self._group_named(key)), icon="info")

    def _group_named(self, key: str) -> str:
        return tr(" and ").join(group.name for group, _ in self._session.codes.groups if group.key.upper() == key)

    # Commands

    def _mine(self) -> Coding | None:
        """The coder's own coding that a command is about: the one in the bar, else one on the passage or its turn."""
        session, passage = self._session, self._desk.view.passage
        active = session.active
        if active is not None and not session.is_own(active):
            self._desk.say(tr("This isn’t your own coding, so it can’t be changed here."), icon="info")
            return None
        if active is None:
            transcript, coder = session.transcript, session.coder
            there = transcript.covering(coder, *passage) or transcript.on_turns(coder, *passage)
            if not there:
                self._desk.say(tr("Put a code on this turn first."), icon="info")
                return None
            session.activate(there[-1].id)
            active = there[-1]
        return active

    def _my_outcome(self) -> Coding | None:
        coding = self._mine()
        if coding is not None and self._session.codes[coding.code].is_feature:
            self._desk.say(tr("That is said of outcomes, not of features."), icon="info")
            return None
        return coding

    def _next_polarity(self) -> None:
        if self._my_outcome() is not None:
            self._details.next_polarity()

    def _begin_link(self) -> None:
        if self._my_outcome() is None:
            return
        if not self._session.codes.features:
            self._desk.say(tr("This project has no features to link to."), icon="info")
            return
        self._letters.begin_link()
        self._show_waiting()
        self._desk.say(tr("Because of which feature? Press its two keys, or Enter for the list."), icon="info")

    def _begin_change(self) -> None:
        coding = self._mine()
        if coding is not None:
            self._letters.begin_change()
            self._show_waiting()
            name = self._session.codes[coding.code].name
            self._desk.say(
                tr("Which code instead of {name}? Press its two keys, or its card. Esc goes back.", name=name),
                icon="info",
            )

    def _write_memo(self) -> None:
        if self._mine() is not None:
            self._desk.show_bar()
            self._desk.bar.write_memo()

    def _star(self) -> None:
        """Star the coding in the bar, whoever's it is, or one's own on the turn."""
        if self._session.active is not None or self._mine() is not None:
            self._details.toggle_star()

    def _doubt(self) -> None:
        coding = self._mine()
        if coding is not None:
            self._details.set_sure(not coding.sure)
