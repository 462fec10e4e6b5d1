"""Before a meeting: who is here, on what day, which places are looked at; and the minutes of earlier ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.domain.disagreement import Kind
from qualcoder_lite.gui.pages.cross_check.words import kind_within
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared, Place
    from qualcoder_lite.service.agreement.meetings import Meeting

_WHAT = tr(
    "You look at one place after another, in large letters, and settle them together. What you decide and note is kept "
    "for the minutes."
)
_OPEN, _ALL = "open", "all"  # no kind is called so
_WIDE = 720
_SHOWN = 5  # earlier meetings that are listed


class MeetingStart(QWidget):
    """“Who is here?”, and what else is asked before a meeting.

    Signals:
        begun: The meeting begins.
        left: There is to be no meeting now.
        minutes_wanted: The person wants the minutes of an earlier meeting: its id.
    """

    begun = Signal()
    left = Signal()
    minutes_wanted = Signal(str)

    def __init__(self, workspace: Workspace, compared: Compared) -> None:
        """Offer the project's coders, those who are compared being ticked."""
        super().__init__()
        pair = {compared.first, compared.second}
        coders = [coder for coder in workspace.project.coders.all() if not coder.again_of]
        self.people = [TickBox(coder.name) for coder in coders]
        for box, coder in zip(self.people, coders, strict=True):
            box.setChecked(coder.id in pair or coder.name == workspace.coder)
        self.others = QLineEdit()
        self.others.setObjectName("meeting-others")
        self.others.setAccessibleName(tr("Others who are here"))
        self.others.setPlaceholderText(tr("Others who are here, with commas between"))
        today = date.today()  # noqa: DTZ011 - the day as the person's own calendar has it
        self.day = QLineEdit(today.isoformat())
        self.day.setObjectName("meeting-day")
        self.day.setAccessibleName(tr("Day of the meeting"))
        differing = compared.differing
        still_open = [place for place in differing if not place.is_settled]
        self._choices = _choices(differing, still_open, compared)
        self.which = ChoiceBox(
            tr("Which places"),
            [
                (which, tr("{words}: {places}", words=words, places=_places(len(places))))
                for which, (words, places) in self._choices.items()
            ],
            value=_OPEN if still_open else _ALL,
        )
        self.which.setObjectName("meeting-which")
        self.written = Label("", wrap=True)
        self.written.setObjectName("meeting-written")
        self.written.hide()
        self.begin = Button(tr("Begin"), kind="primary")
        self.begin.setObjectName("meeting-begin")
        self.begin.setEnabled(bool(differing))
        self.leave = Button(tr("Not now"))
        self.begin.clicked.connect(self.begun)
        self.leave.clicked.connect(self.left)
        self.setLayout(
            Column(
                Label(tr("Meeting"), "title"),
                (self._made_area(workspace.project.meetings.all()), 1),
                Row(None, self.leave, self.begin),
                gap=12,
                margins=24,
            )
        )

    @property
    def present(self) -> list[str]:
        """The names of those who are here."""
        ticked = [box.text().replace("&&", "&") for box in self.people if box.isChecked()]
        return [*ticked, *self.others.text().split(",")]

    @property
    def places(self) -> Sequence[Place]:
        """The places that are to be looked at."""
        return self._choices[self.which.value][1]

    def say_written(self, words: str) -> None:
        """Say where the minutes of an earlier meeting are: what the main window says is hidden behind this one."""
        self.written.setText(words)
        self.written.show()

    def _made_area(self, earlier: Sequence[Meeting]) -> Area:
        inside = QWidget()
        inside.setProperty("clear", True)
        inside.setMaximumWidth(current().look.px(_WIDE))
        inside.setLayout(
            Column(
                Label(_WHAT, tone="muted", wrap=True),
                8,
                Label(tr("Who is here?"), "heading"),
                *self.people,
                self.others,
                8,
                Label(tr("Which day?"), "heading"),
                self.day,
                8,
                Label(tr("What do you look at?"), "heading"),
                self.which,
                *self._made_earlier(earlier),
                None,
                gap=6,
                margins=(4, 4, 12, 4),
            )
        )
        area = Area(inside)
        area.setAccessibleName(tr("About the meeting"))
        return area

    def _made_earlier(self, earlier: Sequence[Meeting]) -> list[QWidget]:
        if not earlier:
            return []
        parts: list[QWidget] = [Label(tr("Earlier meetings"), "heading"), self.written]
        for meeting in earlier[:_SHOWN]:
            minutes = Button(tr("Minutes"), icon="export", name=tr("Minutes of {held_on}", held_on=meeting.held_on))
            minutes.setObjectName("meeting-earlier")
            minutes.clicked.connect(lambda _checked=False, id_=meeting.id: self.minutes_wanted.emit(id_))
            said = tr(
                "{held_on}: {places}, {settled:,} settled",
                held_on=meeting.held_on,
                places=_places(meeting.looked_at),
                settled=meeting.settled,
            )
            row = QWidget()
            row.setLayout(Row((Label(said, wrap=True), 1), minutes))
            parts.append(row)
        return parts


def _choices(
    differing: Sequence[Place], still_open: Sequence[Place], compared: Compared
) -> dict[str, tuple[str, Sequence[Place]]]:
    """What can be looked at, by a handle: words and places. Kinds apart where several are open: thousands may be."""
    kinds = {
        kind.value: (
            tr("Still open, {kind}", kind=kind_within(kind, compared)),
            [place for place in still_open if place.seen.kind is kind],
        )
        for kind in Kind
    }
    some = {which: found for which, found in kinds.items() if found[1]}
    return {
        _OPEN: (tr("What is open still"), still_open),
        **(some if len(some) > 1 else {}),
        _ALL: (tr("All that they saw differently"), differing),
    }


def _places(number: int) -> str:
    return tr("{n:,} place", "{n:,} places", n=number)
