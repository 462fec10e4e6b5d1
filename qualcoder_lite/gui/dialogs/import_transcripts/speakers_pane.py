"""Who is speaking: each speaker of a file with how often they speak, what was guessed, and what they are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fields import LineField
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtCore import SignalInstance

    from qualcoder_lite.domain.transcript import Found, Speaker, TranscriptText
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft

ROLES = (
    (SpeakerRole.INTERVIEWER, tr("Interviewer")),
    (SpeakerRole.PARTICIPANT, tr("Participant")),
    (SpeakerRole.CARER, tr("Carer")),
    (SpeakerRole.SUPPORT, tr("Support worker")),
    (SpeakerRole.OTHER, tr("Somebody else")),
)
_NOBODY = "\x1fnobody"  # no role and no label begins so
_SAME = "\x1fsame "
_MOST = 30  # speakers that are listed, those who speak most; a text with more is hardly an interview


class SpeakersPane(QScrollArea):
    """The speakers of one file.

    Signals:
        role_chosen: The person says what a speaker is: the label and a `SpeakerRole`.
        refused: The person says that a label is none.
        accepted: The person says that a label is a speaker's.
        joined: The person says that two labels are one speaker's: the one, and the other that is shown.
        parted: The person says that a spelling is a speaker of its own.
        taken_back: The person takes back what they said of a label.
        shared: The person wants the same choices in all files with these speakers.
        denied: The person says that there are no speakers in the file (True), or that there are after all.
    """

    role_chosen = Signal(str, object)
    refused = Signal(str)
    accepted = Signal(str)
    joined = Signal(str, str)
    parted = Signal(str)
    taken_back = Signal(str)
    shared = Signal()
    denied = Signal(bool)

    def __init__(self, *, shares: bool = True) -> None:
        """Show nobody yet; `shares` offers the same choices for all files."""
        super().__init__()
        self.setObjectName("import-speakers")
        self.setAccessibleName(tr("Who is speaking?"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[object, ...] | None = None
        self._shares = shares
        self.roles: dict[str, ChoiceBox] = {}
        self.links: dict[str, Button] = {}
        self.check = Label("", wrap=True)
        self.check.setObjectName("import-check")
        self._note = Card(Row(Icon("help"), (self.check, 1), gap=10, margins=(12, 10)), kind="note")
        self.nobody = Label("", tone="muted", wrap=True)
        self.share = TickBox(tr("Use the same choices in all files with these speakers"))
        self.share.setObjectName("import-share-roles")
        self.share.clicked.connect(lambda ticked: self.shared.emit() if ticked else None)
        self.none = TickBox(tr("There are no speakers in this file"))
        self.none.setObjectName("import-no-speakers")
        self.none.clicked.connect(self.denied)
        self._people = QWidget()
        self._holder = Column(self._people)
        inside = QWidget()
        inside.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head = Label(tr("Who is speaking?"), "heading")
        body = (head, self._note, self.nobody, self._holder, self._missed(), self.share, self.none, None)
        inside.setLayout(Column(*body, gap=10, margins=(16, 14)))
        self.setWidget(inside)

    def _missed(self) -> QWidget:
        """Where the person writes how somebody who wasn't found is named in the text."""
        words = Label(
            tr("Is somebody missing? Write the name as it stands at the start of the line."), "small", wrap=True
        )
        self.missing = LineField(tr("Is somebody missing?"), "import-missing", hint=tr("Such as Moira"))
        words.setBuddy(self.missing)
        self.add = Button(tr("Add"), name=tr("Add this speaker"))
        self.add.setObjectName("import-add-speaker")
        self.add.setAutoDefault(False)
        for asked in (self.add.clicked, self.missing.returnPressed):
            asked.connect(self._on_missing)
        self.missed = QWidget()
        self.missed.setLayout(Column(words, Row((self.missing, 1), self.add, gap=8), gap=4))
        return self.missed

    def show_draft(self, draft: Draft | None) -> None:
        """Show a file's speakers."""
        text = draft.read.text if draft and draft.read else None
        guesses = text.guesses if text else ()
        self.check.setText(tr("Please check: {guesses}", guesses=" ".join(guesses)))
        self._note.setVisible(bool(guesses))
        self.none.setChecked(draft is not None and not draft.find_speakers)
        self.none.setVisible(text is not None)
        self.missed.setVisible(bool(text and draft and draft.find_speakers))
        self.share.setVisible(self._shares and bool(text and text.speakers))
        self.nobody.setVisible(not (text and text.speakers))
        self.nobody.setText(tr("No speakers were found.") if text else tr("This file can’t be read."))
        if draft is None:
            self.nobody.setText("")
        self._show_people(draft, text)

    def _show_people(self, draft: Draft | None, text: TranscriptText | None) -> None:
        speakers = _most_talkative(text) if text else []
        shown = (
            (draft.path, text.part, _said(draft), text.found, text.doubtful, [turns for _, turns in speakers])
            if draft and text
            else None
        )
        chosen = draft.roles if draft else {}
        if shown != self._shown:
            if not (shown and self._shown and shown[:2] == self._shown[:2]):
                self.verticalScrollBar().setValue(0)  # another file: what is to be checked stands at the top
            self._shown = shown
            self._rebuild(speakers, draft, text)
        for speaker, _turns in speakers:
            self.roles[speaker.label].set_value(chosen.get(speaker.label, speaker.role))

    def _rebuild(self, speakers: list[tuple[Speaker, int]], draft: Draft | None, text: TranscriptText | None) -> None:
        focused = self._focused()
        old, self._people = self._people, QWidget()
        self._holder.replaceWidget(old, self._people)
        old.hide()
        old.deleteLater()
        self.roles, self.links = {}, {}
        found = {one.label: one for one in text.found} if text else {}
        labels = [speaker.label for speaker, _ in speakers]
        rows = [
            self._person(number, speaker.label, turns, found.get(speaker.label), labels, draft.same if draft else {})
            for number, (speaker, turns) in enumerate(speakers)
        ]
        if draft is not None and text is not None:
            rows += self._said_of(draft, text.doubtful)
        self._people.setLayout(Column(*rows, gap=14))
        self._people.setVisible(bool(rows))
        # What is made last is last by Tab too, behind the dialog's buttons, unless it is put where it stands.
        stops = [each for each in self._people.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        here = [each for each in stops if each.window() is self.window()]  # the list of a box is a window of its own
        for before, after in pairwise([self, *here]):
            QWidget.setTabOrder(before, after)
        again = self.roles.get(focused) or next(iter(self.roles.values()), None)
        if focused and again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str:
        """The label whose box or link has the focus; something else once that is gone, empty where none has it."""
        boxes: dict[str, QWidget] = {**self.links, **self.roles}
        return next((label for label, box in boxes.items() if box.hasFocus()), "")

    def _person(
        self,
        number: int,
        label: str,
        turns: int,
        found: Found | None,
        labels: Sequence[str],
        joined: Collection[str],
    ) -> QWidget:
        """One speaker: the label, how often they speak, how sure that is, and what they are."""
        others = [
            (f"{_SAME}{other}", tr("The same person as {other}", other=other)) for other in labels if other != label
        ]
        box = ChoiceBox(tr("What {label} is", label=label), [*ROLES, *others, (_NOBODY, tr("Nobody: these are words"))])
        box.setObjectName(f"import-role-{number}")
        box.chosen.connect(lambda what: self._on_chosen(label, what))
        self.roles[label] = box
        spoken = Label(tr("{n:,} turn", "{n:,} turns", n=turns), "small", tone="muted")
        lines: list[QWidget | Row] = [Row((Label(label, "strong", wrap=True), 1), spoken)]
        if found is not None and not found.sure:
            stands = {1: tr("once"), 2: tr("twice")}.get(found.times, tr("{times:,} times", times=found.times))
            words = Label(tr("Not sure: it stands only {stands}.", stands=stands), "small", wrap=True)
            lines.append(Row(Icon("help", size=16), (words, 1), gap=6))
        lines.append(box)
        written = list(found.spellings)[1:] if found is not None else []
        lines += [
            self._line(tr("Also written “{spelling}”.", spelling=spelling), tr("Keep apart"), spelling, self.parted)
            for spelling in written
            if spelling not in joined
        ]
        row = QWidget()
        row.setLayout(Column(*lines, gap=4))
        return row

    def _said_of(self, draft: Draft, doubtful: Iterable[Found]) -> list[QWidget]:
        """What the person said of labels, each to be taken back, and labels that were passed over."""
        said = [(tr("“{label}” is not a speaker.", label=label), label) for label in draft.not_speakers]
        said += [
            (tr("“{one}” is the same person as “{other}”.", one=one, other=other), one)
            for one, other in draft.same.items()
        ]
        said += [(tr("“{label}” is kept apart.", label=label), label) for label in draft.apart]
        rows = [self._line(words, tr("Take back"), label, self.taken_back) for words, label in said]
        for one in doubtful:
            if one.label not in draft.not_speakers:
                words = tr("“{one}” stands at the start of {times:,} lines.", one=one.label, times=one.times)
                rows.append(self._line(words, tr("It is a speaker"), one.label, self.accepted))
        return rows

    def _line(self, words: str, do: str, label: str, then: SignalInstance) -> QWidget:
        """A sentence about a label, and beside it what can be done about it."""
        link = Button(do, kind="link", name=f"{do}: {label}")
        link.setObjectName(f"import-link-{len(self.links)}")
        link.clicked.connect(lambda: then.emit(label))
        self.links[label] = link
        row = QWidget()
        row.setLayout(Row((Label(words, "small", tone="muted", wrap=True), 1), link, gap=6))
        return row

    def _on_missing(self) -> None:
        label = " ".join(self.missing.text().strip().rstrip(":").split())
        if label:
            self.missing.clear()
            self.accepted.emit(label)

    def _on_chosen(self, label: str, what: str) -> None:
        if what == _NOBODY:
            self.refused.emit(label)
        elif what.startswith(_SAME):
            self.joined.emit(label, what.removeprefix(_SAME))
        else:
            self.role_chosen.emit(label, SpeakerRole(what))


def _said(draft: Draft) -> tuple[object, ...]:
    """What the rows show of what was said of a file."""
    return tuple(draft.not_speakers), tuple(draft.same.items()), tuple(draft.apart)


def _most_talkative(text: TranscriptText) -> list[tuple[Speaker, int]]:
    """The speakers to be listed, in order of appearance, with their numbers of turns."""
    turns = Counter(turn.speaker for turn in text.turns)
    listed = {number for number, _ in turns.most_common(_MOST)}
    return [(speaker, turns[n]) for n, speaker in enumerate(text.speakers) if n in listed]
