"""“About this transcript”: what is said of a stored transcript, to be read and changed; and deleting it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.domain.people import CLIENT_GROUPS
from qualcoder_lite.gui.dialogs.form import FormDialog, carry_out
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.name_field import NameField
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.service.transcripts.details import TranscriptChange
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.transcripts.details import Deletion

_FOLLOWS = tr("Leave site and client group at “Not said” where they are the same as the participant’s.")


class TranscriptDetailsDialog(FormDialog):
    """Title, participant, site, client group and date of one transcript."""

    def __init__(self, workspace: Workspace, transcript: str, parent: QWidget) -> None:
        """Show what is said of a transcript now."""
        intro = tr("The words and all codings stay as they are. You can undo this.")
        super().__init__(
            workspace, "transcript-details", tr("About this transcript"), intro, do=tr("Keep this"), parent=parent
        )
        self._transcript = transcript
        self._before = workspace.project.describing.details(transcript)
        self.title = _line(tr("Title"), "transcript-title-field", self._before.title)
        self.date = _line(tr("Date of the interview"), "transcript-date", self._before.date)
        self.date.setPlaceholderText(tr("Such as 2024-05-03"))
        self.participant = NameField("participant", tr("Participant"), new=tr("A new person …"))
        self.site = NameField("site", tr("Site"), new=tr("A new site …"))
        self.client_group = NameField("client-group", tr("Client group"), new=tr("Another group …"))
        self._known = Label("", "small", tone="muted", wrap=True)
        self._known.setObjectName("transcript-known")
        self._offer()
        self.participant.chosen.connect(lambda _name: self._say_known())
        self._say_known()
        self.fill(
            _cell(self.title),
            Column(self.participant, self._known, gap=2),
            self.site,
            self.client_group,
            _cell(self.date),
            first=self.title,
        )

    def _offer(self) -> None:
        """Offer the names of the project, with what it knows of its participants."""
        project, before = self.workspace.project, self._before
        sites = {site.id: site.name for site in project.sites.all()}
        people = project.participants.all()
        self._places = {
            person.name: ", ".join(filter(None, (sites.get(person.site or "", ""), person.client_group)))
            for person in people
        }
        groups = dict.fromkeys([*CLIENT_GROUPS, *project.participants.client_groups()])
        self.participant.offer([person.name for person in people], before.participant)
        self.site.offer(sites.values(), before.site)
        self.client_group.offer(groups, before.client_group)

    def _say_known(self) -> None:
        place = self._places.get(self.participant.value, "")
        self._known.setText(
            tr("Known of them: {place}. {follows}", place=place, follows=_FOLLOWS) if place else _FOLLOWS
        )

    def do_it(self) -> Changes:
        """Keep what was changed here."""
        said = {
            "title": self.title.text(),
            "site": self.site.value,
            "participant": self.participant.value,
            "client_group": self.client_group.value,
            "date": self.date.text(),
        }
        before = asdict(self._before)
        changed = {name: words for name, words in said.items() if words != before[name]}
        return self.workspace.project.describing.change([self._transcript], TranscriptChange(**changed))


def ask_about_transcript(parent: QWidget, workspace: Workspace, transcript: str) -> None:
    """Show what is said of a transcript, and keep what is changed there."""
    dialog = TranscriptDetailsDialog(workspace, transcript, parent)
    carry_out(dialog, lambda: _kept(dialog.changes))


def delete_transcript(parent: QWidget, workspace: Workspace, transcript: str) -> None:
    """Delete a transcript, after a question that says what goes with it."""
    describing = workspace.project.describing
    looked: list[Deletion] = []
    if not workspace.attempt(lambda: looked.append(describing.look_at_deletion([transcript]))):
        return
    title = looked[0].titles[0]
    if ask(
        parent, tr("Delete “{title}”?", title=title), _what_goes(looked[0]), do=tr("Delete it"), leave=tr("Keep it")
    ):
        workspace.act(lambda: describing.delete([transcript]), say=tr("Deleted: {title}.", title=title))


def _what_goes(going: Deletion) -> str:
    parts = [tr("{n:,} turn", "{n:,} turns", n=going.turns)]
    parts += [tr("{n:,} coding", "{n:,} codings", n=going.codings)] if going.codings else []
    parts += [tr("{n:,} memo", "{n:,} memos", n=going.memos)] if going.memos else []
    and_so = tr("everything that anybody coded or noted there") if len(parts) > 1 else tr("nothing is coded there yet")
    withdraw = (
        tr("withdraw them on the page People")
        if going.participants
        else tr("give it its participant and withdraw them")
    )
    return tr(
        "What goes: {parts} ({and_so}). You can undo this, and so the words stay in the file, unseen.\n\n"
        "Does the person want to be out of the study? Then {withdraw} instead: that leaves no word of theirs.",
        parts=", ".join(parts),
        and_so=and_so,
        withdraw=withdraw,
    )


def _kept(changes: Changes | None) -> str:
    made = "".join(tr(" New {one}.", one=one) for one in changes.made) if changes else ""
    return tr("Kept what you said of this transcript.{made}", made=made)


def _line(name: str, object_name: str, words: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    return line


def _cell(line: QLineEdit) -> Column:
    head = Label(line.accessibleName(), "small_strong")
    head.setBuddy(line)
    return Column(head, line, gap=4)
