"""Who is speaking: each speaker of a file with how often they speak, and their role to be checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from qualcoder_lite.domain.transcript import Speaker, TranscriptText
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft

ROLES = (
    (SpeakerRole.INTERVIEWER, "Interviewer"),
    (SpeakerRole.PARTICIPANT, "Participant"),
    (SpeakerRole.CARER, "Carer"),
    (SpeakerRole.SUPPORT, "Support worker"),
    (SpeakerRole.OTHER, "Somebody else"),
)
_MOST = 30  # speakers that are listed, those who speak most; a text with more is hardly an interview


class SpeakersPane(QScrollArea):
    """The speakers of one file.

    Signals:
        role_chosen: The person says what a speaker is: the label and a `SpeakerRole`.
        shared: The person wants the same roles in all files with these speakers.
        denied: The person says that there are no speakers in the file (True), or that there are after all.
    """

    role_chosen = Signal(str, object)
    shared = Signal()
    denied = Signal(bool)

    def __init__(self) -> None:
        """Show nobody yet."""
        super().__init__()
        self.setObjectName("import-speakers")
        self.setAccessibleName("Who is speaking?")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: object = None
        self.roles: dict[str, ChoiceBox] = {}
        self.check = Label("", wrap=True)
        self.check.setObjectName("import-check")
        self._note = Card(Row(Icon("help"), (self.check, 1), gap=10, margins=(12, 10)), kind="note")
        self.nobody = Label("", tone="muted", wrap=True)
        self.share = TickBox("Use the same roles in all files with these speakers")
        self.share.setObjectName("import-share-roles")
        self.share.clicked.connect(lambda ticked: self.shared.emit() if ticked else None)
        self.none = TickBox("There are no speakers in this file")
        self.none.setObjectName("import-no-speakers")
        self.none.clicked.connect(self.denied)
        self._people = QWidget()
        self._holder = Column(self._people)
        inside = QWidget()
        inside.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head = Label("Who is speaking?", "heading")
        body = (head, self._note, self.nobody, self._holder, self.share, self.none, None)
        inside.setLayout(Column(*body, gap=10, margins=(16, 14)))
        self.setWidget(inside)

    def show_draft(self, draft: Draft | None) -> None:
        """Show a file's speakers."""
        text = draft.read.text if draft and draft.read else None
        guesses = text.guesses if text else ()
        self.check.setText(f"Please check: {' '.join(guesses)}")
        self._note.setVisible(bool(guesses))
        self.none.setChecked(draft is not None and not draft.find_speakers)
        self.none.setEnabled(text is not None)
        self.share.setVisible(bool(text and text.speakers))
        self.nobody.setVisible(not (text and text.speakers))
        self.nobody.setText("No speakers were found." if text else "This file can’t be read.")
        if draft is None:
            self.nobody.setText("")
        self._show_people(draft, text)

    def _show_people(self, draft: Draft | None, text: TranscriptText | None) -> None:
        speakers = _most_talkative(text) if text else []
        shown = (draft.path if draft else None, [(speaker.label, turns) for speaker, turns in speakers])
        chosen = draft.roles if draft else {}
        if shown != self._shown:
            self._shown = shown
            self._rebuild(speakers)
        for speaker, _turns in speakers:
            self.roles[speaker.label].set_value(chosen.get(speaker.label, speaker.role))

    def _rebuild(self, speakers: list[tuple[Speaker, int]]) -> None:
        old, self._people = self._people, QWidget()
        self._holder.replaceWidget(old, self._people)
        old.hide()
        old.deleteLater()
        self.roles = {}
        rows: list[QWidget] = []
        for speaker, turns in speakers:
            box = ChoiceBox(f"What {speaker.label} is", ROLES)
            box.setObjectName(f"import-role-{len(rows)}")
            box.chosen.connect(lambda role, label=speaker.label: self.role_chosen.emit(label, SpeakerRole(role)))
            self.roles[speaker.label] = box
            spoken = Label("1 turn" if turns == 1 else f"{turns:,} turns", "small", tone="muted")
            row = QWidget()
            row.setLayout(Column(Row((Label(speaker.label, "strong", wrap=True), 1), spoken), box, gap=4))
            rows.append(row)
        self._people.setLayout(Column(*rows, gap=12))
        self._people.setVisible(bool(rows))


def _most_talkative(text: TranscriptText) -> list[tuple[Speaker, int]]:
    """The speakers to be listed, in order of appearance, with their numbers of turns."""
    turns = Counter(turn.speaker for turn in text.turns)
    listed = {number for number, _ in turns.most_common(_MOST)}
    return [(speaker, turns[n]) for n, speaker in enumerate(text.speakers) if n in listed]
