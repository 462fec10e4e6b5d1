"""What did they agree to? The answers of one participant, or the same answer of several, with what was said before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualcoder_lite.domain.attributes import AttributeKind, AttributeType
from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.words.people import ANSWERS, SUBJECTS, answered, day
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from qualcoder_lite.domain.consent import ConsentRecord
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.overview import ParticipantOverview

_DAY = AttributeKind(name=tr("The day"), type=AttributeType.DATE)
_WIDE = 640


class _Answer(QWidget):
    """One subject: the answer, the day it was given, and a note."""

    def __init__(self, subject: ConsentSubject, known: ConsentAnswer) -> None:
        super().__init__()
        self._known = known
        name = SUBJECTS[subject]
        choices = [(str(answer), words) for answer, words in ANSWERS.items()]
        self.answer = SegmentedControl(choices, name=name, value=str(known.answer))
        self.answer.setObjectName(f"consent-{subject}")
        self.day = _line(
            tr("{name}: the day they answered", name=name), f"consent-{subject}-day", tr("Day: 3/5/2024"), known.date
        )
        self.day.setMinimumWidth(current().look.px(150))
        self.note = _line(
            tr("{name}: note", name=name), f"consent-{subject}-note", tr("Note, such as “by phone”"), known.note
        )
        self.answer.chosen.connect(self._on_chosen)
        self.setLayout(Column(Label(name, "strong"), Flow(self.answer, self.day), self.note, gap=6))

    def _on_chosen(self, _value: str) -> None:
        """An answer given now was, most often, given today."""
        if not self.day.text():
            self.day.setText(date.today().isoformat())  # noqa: DTZ011 - the day on the person's own clock

    @property
    def given(self) -> ConsentAnswer:
        """What is said now. UserError where the day is none."""
        return ConsentAnswer(
            answer=Consent(self.answer.value or Consent.NOT_ASKED),
            date=_DAY.fitting(self.day.text()),
            note=self.note.text().strip(),
        )

    @property
    def changed(self) -> bool:
        """Whether something else is said than was known."""
        return self.given != self._known


class ConsentDialog(QDialog):
    """Records answers, as one step."""

    def __init__(
        self, workspace: Workspace, people: Sequence[ParticipantOverview], by: QObject, parent: QWidget
    ) -> None:
        """Ask about these participants; the answers of one are shown as they stand."""
        super().__init__(parent)
        self._workspace, self._people, self._by = workspace, people, by
        who = (
            people[0].person.name if len(people) == 1 else tr("{n:,} participant", "{n:,} participants", n=len(people))
        )
        title = tr("What did {who} agree to?", who=who)
        self.setObjectName("consent")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        known = people[0].consent if len(people) == 1 else {}
        self._answers = {subject: _Answer(subject, known.get(subject, ConsentAnswer())) for subject in ConsentSubject}
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("consent-trouble")
        self.trouble.hide()
        self.keep = Button(tr("Record it"), kind="primary")
        self.keep.setObjectName("consent-keep")
        self.leave = Button(tr("Not now"))
        self.leave.setObjectName("consent-leave")
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.reject)
        inside = QWidget()
        several = Label(tr("Only what you change here is recorded, the same for each."), tone="muted", wrap=True)
        several.setVisible(len(people) > 1)
        inside.setLayout(Column(several, *self._answers.values(), *self._before(), None, gap=14))
        area = Area(inside)
        foot = Row(None, self.leave, self.keep)
        self.setLayout(Column(Label(title, "title", wrap=True), (area, 1), self.trouble, foot, gap=12, margins=24))
        FocusRing(self)
        fit(self, area, _WIDE)
        self._answers[ConsentSubject.INTERVIEW].answer.segment(
            self._answers[ConsentSubject.INTERVIEW].answer.value or str(Consent.NOT_ASKED)
        ).setFocus()

    def _before(self) -> list[QWidget]:
        """Every answer as it was recorded, newest first."""
        if len(self._people) > 1:
            return []
        records = self._workspace.project.consents.history(self._people[0].person.id)
        if not records:
            return []
        lines = [Label(_told(record), "small", tone="muted", wrap=True) for record in records]
        return [Line(), Label(tr("What was recorded before"), "heading"), *lines]

    def _on_keep(self) -> None:
        try:
            given = {subject: one.given for subject, one in self._answers.items() if one.changed}
        except UserError as fault:
            self._say(str(fault))
            return
        ids, coder = [one.person.id for one in self._people], self._workspace.coder
        project = self._workspace.project
        done = self._workspace.act(
            lambda: project.consents.record(ids, given, coder=coder),
            by=self._by,
            say=tr("Recorded what was agreed to."),
        )
        if done is not None:
            self.accept()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.show()
        announce(self, trouble, urgent=True)


def _told(record: ConsentRecord) -> str:
    note = f" ({record.answer.note})" if record.answer.note else ""
    by = tr(" by {coder}", coder=record.coder) if record.coder else ""
    return tr(
        "{subject}: {answered}{note}. Recorded {day}{by}.",
        subject=SUBJECTS[record.subject],
        answered=answered(record.answer),
        note=note,
        day=day(record.recorded_at),
        by=by,
    )


def _line(name: str, object_name: str, hint: str, words: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def ask_consent(parent: QWidget, workspace: Workspace, people: Sequence[ParticipantOverview], by: QObject) -> bool:
    """Ask what participants agreed to, and record it; whether anything was."""
    dialog = ConsentDialog(workspace, people, by, parent)
    recorded = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return recorded
