"""The chosen participant: who they are, what they agreed to, their transcripts, and the ways to take them out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.people import CLIENT_GROUPS, Participant, Respondent
from qualcoder_lite.gui.memos.about import MemosAbout
from qualcoder_lite.gui.pages.people.facts import Fact, Facts, swapped
from qualcoder_lite.gui.pages.people.words import ANSWER_ICONS, NOT_SAID
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button, named_button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fields import LineField
from qualcoder_lite.gui.widgets.labels import Icon, Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.words.people import RESPONDENTS, SUBJECTS, answered
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.attributes import AttributeKind
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.overview import ParticipantOverview

_PRESENT = {"": NOT_SAID, "yes": tr("A support worker sat in"), "no": tr("Nobody else")}
_PRESENT_OF = {"": None, "yes": True, "no": False}


class ParticipantPanel(Card):
    """What is known of one participant, to be read and changed.

    Signals:
        written: The person wrote or chose something else: the `Participant` with it.
        consent_wanted: The person wants to record what was agreed to.
        facts_wanted: The person wants to set up which facts are recorded.
        give_wanted: The person wants to say that a transcript is this participant's.
        transcript_wanted: The person wants to read this transcript (an id).
        remove_wanted: The person wants the participant's entry gone, transcripts kept.
        withdraw_wanted: The participant withdraws from the study.
        left: The person wants to go back to the table.
    """

    written = Signal(object)
    consent_wanted = Signal()
    facts_wanted = Signal()
    give_wanted = Signal()
    transcript_wanted = Signal(str)
    remove_wanted = Signal()
    withdraw_wanted = Signal()
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        """Show nobody yet."""
        super().__init__(kind="aside")
        self.setObjectName("people-panel")
        self.setAccessibleName(tr("The chosen participant"))
        self._one: ParticipantOverview | None = None
        self._read_only = False
        self._title = Label("", "title", wrap=True)
        self._title.setObjectName("people-title")
        self.name = LineField(tr("Name in the study"), "people-name", hint=tr("A pseudonym, or a number"))
        self.site = _box(tr("Site"), "people-site")
        self.group = LineField(tr("Client group"), "people-group")
        self.respondent = _box(tr("Who answers"), "people-respondent")
        self.present = _box(tr("Who else was there"), "people-present")
        self.facts = Facts()
        self._set_up = named_button(tr("Which facts …"), "people-set-up-facts", "settings")
        self._consent = QWidget()
        self.consent = named_button(tr("Record consent …"), "people-consent", "edit")
        self._transcripts = QWidget()
        self.give = named_button(tr("Give them a transcript …"), "people-give-transcript", "transcript")
        self.memos = MemosAbout(workspace)
        self.remove = named_button(tr("Remove the entry"), "people-remove", "bin")
        self.withdraw = named_button(tr("Withdraw from the study …"), "people-withdraw", "warning")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        for field in (self.name, self.group):
            field.written.connect(self.keep)
            field.left.connect(self.left)
        for box in (self.site, self.respondent, self.present):
            box.chosen.connect(lambda _value: self.keep())
        self.facts.written.connect(self.keep)
        self.facts.left.connect(self.left)
        self._set_up.clicked.connect(self.facts_wanted)
        self.consent.clicked.connect(self.consent_wanted)
        self.give.clicked.connect(self.give_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.withdraw.clicked.connect(self.withdraw_wanted)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("clear", "true")
        self._inside.setLayout(
            Column(
                self._title,
                Row(Fact(tr("Name")), (self.name, 1)),
                Row(Fact(tr("Site")), (self.site, 1)),
                Row(Fact(tr("Client group")), (self.group, 1)),
                Row(Fact(tr("Who answers")), (self.respondent, 1)),
                Row(Fact(tr("Also there")), (self.present, 1)),
                self.facts,
                Row(self._set_up, None),
                4,
                Line(),
                4,
                Label(tr("Agreed to"), "heading"),
                self._consent,
                Row(self.consent, None),
                4,
                Line(),
                4,
                Label(tr("Transcripts"), "heading"),
                self._transcripts,
                Row(self.give, None),
                4,
                Line(),
                4,
                self.memos,
                4,
                Line(),
                4,
                Label(tr("Taking this person out"), "heading"),
                Label(
                    tr(
                        "Removing the entry keeps the transcripts, and can be undone. Withdrawing deletes every word "
                        "of "
                        "theirs for good."
                    ),
                    "small",
                    tone="muted",
                    wrap=True,
                ),
                Row(self.remove, None),
                Row(self.withdraw, None),
                None,
                gap=6,
                margins=(20, 16),
            )
        )
        self.area = Area(self._inside)
        self.setLayout(Column((self.area, 1)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its contents can be, and a little height."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar + 1, current().look.px(90))

    # Showing

    def offer(self, sites: Sequence[tuple[str, str]], groups: Iterable[str], kinds: Sequence[AttributeKind]) -> None:
        """Offer the project's sites as (id, name), client groups to suggest, and the facts that are recorded."""
        self._sites, self._kinds = list(sites), list(kinds)
        self.group.offer({*CLIENT_GROUPS, *groups})

    def show_participant(self, one: ParticipantOverview | None) -> None:
        """Show a participant as recorded now; what is being typed about the same one stays."""
        if one is None or self._one is None or one.person.id != self._one.person.id:
            self.forget()
            self.area.verticalScrollBar().setValue(0)
            self.memos.show_about(About(participant=one.person.id) if one else None)
        self._one = one
        self._inside.setVisible(one is not None)
        if one is None:
            return
        person = one.person
        self._title.setText(person.name)
        self.name.show_words(person.name)
        self.group.show_words(person.client_group)
        # What the list shows of somebody may be known from their interviews alone.
        self.group.setPlaceholderText(", ".join(one.client_groups))
        interviewed = tr("{sites} (interview)", sites=", ".join(one.sites)) if one.sites else NOT_SAID
        self.site.set_choices([("", interviewed), *self._sites], value=person.site or "")
        answers = [(str(who), words) for who, words in RESPONDENTS.items()]
        self.respondent.set_choices([("", NOT_SAID), *answers], value=str(person.respondent or ""))
        present = {None: "", True: "yes", False: "no"}[person.support_worker_present]
        self.present.set_choices(list(_PRESENT.items()), value=present)
        self.facts.show_facts(self._kinds, person.attributes)
        self._show_consent(one)
        self._show_transcripts(one)
        self._put_in_order()
        self.set_read_only(self._read_only)

    def _put_in_order(self) -> None:
        """Let Tab go down the panel: what was made late would come after everything else in the window."""
        transcripts = self._transcripts.findChildren(Button)
        stops = [self.present, *self.facts.boxes(), self._set_up, self.consent, *transcripts, self.give]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _show_consent(self, one: ParticipantOverview) -> None:
        lines: list[Row] = []
        for subject in ConsentSubject:
            answer = one.consent.get(subject, ConsentAnswer())
            words = Label(answered(answer), "small_strong", wrap=True)
            words.setObjectName(f"people-agreed-{subject}")
            words.setToolTip(answer.note)
            about = Label(SUBJECTS[subject], "small", wrap=True)
            lines.append(Row(Icon(ANSWER_ICONS[answer.answer], 16), (about, 1), words, gap=8))
        self._consent = swapped(self._inside, self._consent, *lines)

    def _show_transcripts(self, one: ParticipantOverview) -> None:
        lines: list[Row | QWidget] = []
        for number, (id_, title) in enumerate(one.transcripts):
            button = Button(title, kind="link", icon="transcript", name=tr("Read {title}", title=title))
            button.setObjectName(f"people-transcript-{number}")
            button.clicked.connect(lambda _checked=False, id_=id_: self.transcript_wanted.emit(id_))
            lines.append(Row(button, None))
        count = tr("{n:,} coding in all", "{n:,} codings in all", n=one.codings) if one.transcripts else tr("None yet.")
        lines.append(Label(count, "small", tone="muted", wrap=True))
        self._transcripts = swapped(self._inside, self._transcripts, *lines)

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self._read_only = read_only
        for field in (self.name, self.group):
            field.setReadOnly(read_only)
        for box in (self.site, self.respondent, self.present):
            box.setEnabled(not read_only)
        for button in (self._set_up, self.consent, self.give, self.remove, self.withdraw):
            button.setEnabled(not read_only)
        self.facts.set_read_only(read_only)

    # Keeping

    def keep(self) -> None:
        """Hand over what was typed or chosen, if it says something else."""
        if self._one is None or self._read_only:
            return
        before = self._one.person
        written = self._written(before)
        self.forget()  # before handing over, since that shows the participant again
        if written != before:
            self.written.emit(written)

    def _written(self, person: Participant) -> Participant:
        attributes = dict(person.attributes)
        for name, value in self.facts.values().items():
            if value or name in attributes:
                attributes[name] = value
        return replace(
            person,
            name=self.name.words if self.name.changed else person.name,
            client_group=self.group.words if self.group.changed else person.client_group,
            site=self.site.value or None,
            respondent=Respondent(self.respondent.value) if self.respondent.value else None,
            support_worker_present=_PRESENT_OF[self.present.value],
            attributes=attributes,
        )

    def forget(self) -> None:
        """Let go of what was typed."""
        for field in (self.name, self.group):
            field.forget()
        self.facts.forget()

    def focus_name(self) -> None:
        """Go to the box for the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()


def _box(name: str, object_name: str) -> ChoiceBox:
    box = ChoiceBox(name, ())
    box.setObjectName(object_name)
    return box
