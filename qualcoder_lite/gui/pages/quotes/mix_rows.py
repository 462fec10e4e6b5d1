"""What else must be coded near a quote: codes line by line, and groups of such lines, groups within groups.

Lines, a line and a group each have a `condition` or `conditions`, the names of the codes that they offer, and say when
the person changed something. A line that has no code yet asks for nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.gui.widgets import counted
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import NamesButton
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.retrieval.mix import Condition, Place
    from qualcoder_lite.gui.widgets.names_button import Name

_MOST, _DEEPEST = 8, 3  # lines that a person can add to one group, and groups within groups
_LINKS = [("with", tr("And")), ("without", tr("But not"))]
_LINKS_IN_GROUP = [("with", tr("With")), ("without", tr("Without"))]
_HOW = [(How.ANY, tr("Any of these")), (How.ALL, tr("All of these")), (How.NONE, tr("None of these"))]
_NEAR: list[tuple[str, str]] = [
    ("turn", tr("in the same turn")),
    ("overlap", tr("on the same passage")),
    ("1", tr("in the turn beside it")),
    ("3", tr("within 3 turns")),
    ("5", tr("within 5 turns")),
    ("itself", tr("as the quote’s own code")),
]


class CodeLine(QWidget):
    """One condition in a line: with or without; these codes; how near.

    Signals:
        changed: The person chose something else.
        dropped: The person doesn't want this line any more.
    """

    changed = Signal()
    dropped = Signal(QWidget)

    def __init__(self, place: tuple[int, ...]) -> None:
        """Ask for nothing yet; `place` is the line's number, after those of the groups that it is in."""
        super().__init__()
        self.place = place
        inside = _inside(place[:-1])
        nested = len(place) > 1
        self._link = ChoiceBox(
            tr("With or without{inside}", inside=inside) if nested else tr("And, or but not"),
            _LINKS_IN_GROUP if nested else _LINKS,
        )
        self.codes = NamesButton(tr("Choose codes"), every=tr("Choose a code"), counted=counted.codes)
        self._near = ChoiceBox(tr("How near{inside}", inside=inside), _NEAR)
        self._drop = IconButton(tr("Take this line away{inside}", inside=inside), "close")
        for name, part in (("link", self._link), ("codes", self.codes), ("near", self._near), ("drop", self._drop)):
            part.setObjectName(_object_name(name, place))
        for choice in (self._link, self.codes, self._near):
            choice.chosen.connect(self._on_chosen)
        self._drop.clicked.connect(self._on_drop)
        self.setLayout(Flow(self._link, self.codes, self._near, self._drop, gap=8))
        _let_grow(self)

    @property
    def condition(self) -> Together | None:
        """What is asked for; None until a code is chosen."""
        if not self.codes.value:
            return None
        return Together(codes=self.codes.value, near=_place(self._near.value), without=self._link.value == "without")

    def show_condition(self, condition: Together) -> None:
        """Show a condition, without a signal."""
        self._link.set_value("without" if condition.without else "with")
        self.codes.set_value(condition.codes)
        near = "turn" if condition.near == 0 else str(condition.near)
        if near not in [value for value, _ in _NEAR]:
            self._near.set_choices([*_NEAR, (near, tr("within {near} turns", near=near))])
        self._near.set_value(near)

    def offer(self, codes: Sequence[Name]) -> None:
        """Offer the project's codes; what was chosen stays as far as it is still there."""
        self.codes.set_names(codes)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [self._link, self.codes, self._near, self._drop]

    def focus_first(self) -> None:
        """Go to what is to be chosen first."""
        self.codes.setFocus()

    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()

    def _on_drop(self) -> None:
        self.dropped.emit(self)


class GroupLines(QWidget):
    """A group of conditions: all of them, any or none.

    Signals:
        changed: The person chose something else.
        dropped: The person doesn't want this group any more.
        reshaped: It needs more room than before, or less.
    """

    changed = Signal()
    dropped = Signal(QWidget)
    reshaped = Signal()

    def __init__(self, place: tuple[int, ...], codes: Sequence[Name]) -> None:
        """Ask for nothing yet, in two lines; `place` as a line has it."""
        super().__init__()
        self.place = place
        self._how = ChoiceBox(tr("How many of the lines{inside}", inside=_inside(place)), _HOW)
        self._how.setObjectName(_object_name("how", place))
        self._how.chosen.connect(self._on_chosen)
        self._drop = IconButton(tr("Take the whole group away{inside}", inside=_inside(place)), "close")
        self._drop.setObjectName(_object_name("drop-group", place))
        self._drop.clicked.connect(self._on_drop)
        self.lines = Lines(place, codes, lines=2)
        self.lines.changed.connect(self.changed)
        self.lines.reshaped.connect(self.reshaped)
        self.lines.emptied.connect(self._on_drop)
        head = QWidget()
        head.setLayout(Flow(self._how, self._drop, gap=8))
        _let_grow(head)
        box = Card(Column(head, self.lines, gap=8, margins=(12, 10)))
        _let_grow(box)
        self.setLayout(Column(box, gap=0))
        _let_grow(self)

    @property
    def condition(self) -> Mix | None:
        """What is asked for; None until a code is chosen in it."""
        parts = self.lines.conditions
        return Mix(how=How(self._how.value), parts=parts) if parts else None

    def show_condition(self, condition: Mix) -> None:
        """Show a mix, without a signal."""
        self._how.set_value(condition.how)
        self.lines.show_conditions(condition.parts)

    def offer(self, codes: Sequence[Name]) -> None:
        """Offer the project's codes in all lines."""
        self.lines.offer(codes)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [self._how, self._drop, *self.lines.tab_stops()]

    def focus_first(self) -> None:
        """Go to what is to be chosen first."""
        self._how.setFocus()

    def _on_chosen(self, _value: str) -> None:
        self.changed.emit()

    def _on_drop(self) -> None:
        self.dropped.emit(self)


class Lines(QWidget):
    """Lines and groups under one another, and the ways to add one.

    Signals:
        changed: The person chose something else.
        reshaped: It needs more room than before, or less.
        emptied: The person took the last line of a group away.
    """

    changed = Signal()
    reshaped = Signal()
    emptied = Signal()

    def __init__(self, place: tuple[int, ...] = (), codes: Sequence[Name] = (), *, lines: int = 1) -> None:
        """Begin with so many empty lines; `place` is that of the group, empty for those outside all groups."""
        super().__init__()
        self._place, self._codes, self._begins_with = place, codes, lines
        self._rows: list[CodeLine | GroupLines] = []
        inside = _inside(place)
        self._add = Button(
            tr("And another code") if not place else tr("Another code"),
            icon="plus",
            name=tr("Add a code{inside}", inside=inside),
        )
        self._add.setObjectName(_object_name("add", place))
        self._add.clicked.connect(self._on_add)
        self._add_group = Button(
            tr("A group of codes"), kind="quiet", icon="plus", name=tr("Add a group of codes{inside}", inside=inside)
        )
        self._add_group.setObjectName(_object_name("add-group", place))
        self._add_group.clicked.connect(self._on_add_group)
        ways = QWidget()
        ways.setLayout(Flow(self._add, self._add_group, gap=8))
        _let_grow(ways)
        self._column = Column(ways, gap=8)
        self.setLayout(self._column)
        _let_grow(self)
        self.show_conditions(())

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that are filled in."""
        found = [row.condition for row in self._rows]
        return tuple(condition for condition in found if condition is not None)

    def show_conditions(self, conditions: Iterable[Condition]) -> None:
        """Show conditions in place of those that are shown, without a signal but that the room changes."""
        for row in self._rows:
            self._discard(row)
        self._rows = []
        for condition in conditions:
            if isinstance(condition, Mix):
                self._put_group().show_condition(condition)
            else:
                self._put_line().show_condition(condition)
        if not self._rows:
            for _ in range(self._begins_with):
                self._put_line()
        self._on_reshaped()

    def offer(self, codes: Sequence[Name]) -> None:
        """Offer the project's codes; what was chosen stays as far as it is still there."""
        self._codes = codes
        for row in self._rows:
            row.offer(codes)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [*(stop for row in self._rows for stop in row.tab_stops()), self._add, self._add_group]

    def _put_line(self) -> CodeLine:
        line = CodeLine(self._next_place())
        line.offer(self._codes)
        self._put(line)
        return line

    def _put_group(self) -> GroupLines:
        group = GroupLines(self._next_place(), self._codes)
        group.reshaped.connect(self._on_reshaped)
        self._put(group)
        return group

    def _next_place(self) -> tuple[int, ...]:
        return (*self._place, 1 + max((row.place[-1] for row in self._rows), default=0))

    def _put(self, row: CodeLine | GroupLines) -> None:
        row.changed.connect(self.changed)
        row.dropped.connect(self._on_dropped)
        self._column.insertWidget(len(self._rows), row)
        row.show()  # the layout would show it later, and a widget that isn't shown takes no focus
        self._rows.append(row)

    def _discard(self, row: CodeLine | GroupLines) -> None:
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _on_add(self) -> None:
        self._after_adding(self._put_line())

    def _on_add_group(self) -> None:
        self._after_adding(self._put_group())

    def _after_adding(self, row: CodeLine | GroupLines) -> None:
        self._on_reshaped()
        row.focus_first()

    def _on_dropped(self, row: CodeLine | GroupLines) -> None:
        asked = row.condition is not None
        at = self._rows.index(row)
        self._rows.remove(row)
        self._discard(row)
        if not self._rows and self._place:
            self.emptied.emit()
        else:
            if not self._rows:
                self._put_line()
            self._on_reshaped()
            self._rows[min(at, len(self._rows) - 1)].focus_first()
        if asked:
            self.changed.emit()

    def _on_reshaped(self) -> None:
        """Offer as many ways to go on as there is room for, and lead the Tab key through what is there now."""
        self._add.setVisible(len(self._rows) < _MOST)
        self._add_group.setVisible(len(self._rows) < _MOST and len(self._place) < _DEEPEST)
        stops = self.tab_stops()
        for before, after in pairwise([self, *stops]):
            QWidget.setTabOrder(before, after)
        self.reshaped.emit()


def _inside(group: tuple[int, ...]) -> str:
    """In which group something is, as its name goes on with it; nothing outside all groups."""
    return tr(", group {numbers}", numbers=".".join(map(str, group))) if group else ""


def _object_name(part: str, place: tuple[int, ...]) -> str:
    return "-".join(["quotes-together", part, *map(str, place)])


def _place(near: str) -> Place:
    if near.isdecimal():
        return int(near)
    return "itself" if near == "itself" else "overlap" if near == "overlap" else "turn"


def _let_grow(widget: QWidget) -> None:
    """Let a widget be as high as its width asks for."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
