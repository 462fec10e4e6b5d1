"""Which of a project's codings are meant: a button for each way to narrow them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.kept_words import in_language_first
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.export.making import ABOVE
from qualcoder_lite.gui.pages.export.together_choice import TogetherChoice
from qualcoder_lite.gui.pages.handles import handles
from qualcoder_lite.gui.widgets import counted
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import Name, NamesButton
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.words.people import ROLES
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Narrows
    from qualcoder_lite.service.project import Project

_POLARITIES = {
    Polarity.DELIVERED: tr("Delivered"),
    Polarity.NOT_DELIVERED: tr("Not delivered"),
    Polarity.MIXED: tr("Mixed"),
    Polarity.NOT_STATED: tr("Not stated"),
}

_TITLES = {"passages": tr("Which passages?"), "interviews": tr("Which interviews?"), "people": tr("Which people?")}


class ScopeChoice(QWidget):
    """The filters of an export.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Narrow nothing."""
        super().__init__()
        self._title = Label(tr("Which passages?"), "heading")
        self.codes = NamesButton(tr("Choose codes"), every=tr("All codes"), counted=counted.codes)
        self.sites = NamesButton(tr("Choose sites"), every=tr("All sites"), counted=counted.sites)
        self.groups = NamesButton(
            tr("Choose client groups"), every=tr("All client groups"), counted=counted.client_groups
        )
        self.respondents = NamesButton(
            tr("Choose who answered"), every=tr("Whoever answered"), counted=counted.respondents
        )
        self.respondents.set_names([Name(each.value, in_language_first(each)) for each in Respondent])
        self.coders = NamesButton(tr("Choose coders"), every=tr("All coders"), counted=counted.coders)
        self.polarities = NamesButton(
            tr("Choose whether it was delivered"), every=tr("Delivered or not"), counted=counted.answers
        )
        self.polarities.set_names([Name(value.value, words) for value, words in _POLARITIES.items()])
        self.roles = NamesButton(tr("Choose who said it"), every=tr("Said by anybody"), counted=counted.speakers)
        self.roles.set_names([Name(role.value, words) for role, words in ROLES.items()])
        self.reflecting = TickBox(tr("Only people who reflect on the service"))
        self.memo = TickBox(tr("Only passages with a memo"))
        self.unsure = TickBox(tr("Only passages that a coder was not sure of"))
        self.starred = TickBox(tr("Only quotes with a star"))
        self.interviewers = TickBox(tr("Without what only interviewers said"))
        self.settled = TickBox(tr("Where a disagreement was settled, only what was settled"), ticked=True)
        self.together = TogetherChoice()
        self._narrows: Narrows = ""
        self._has_settled = False
        self._names = {
            "codes": self.codes,
            "sites": self.sites,
            "groups": self.groups,
            "respondents": self.respondents,
            "coders": self.coders,
            "polarities": self.polarities,
            "roles": self.roles,
        }
        boxes = {
            "starred": self.starred,
            "memo": self.memo,
            "unsure": self.unsure,
            "without-interviewers": self.interviewers,
            "reflecting": self.reflecting,
            "settled": self.settled,
        }
        for name, button in self._names.items():
            button.setObjectName(f"export-{name}")
            button.chosen.connect(self._on_chosen)
        for name, box in boxes.items():
            box.setObjectName(f"export-{name}")
            box.clicked.connect(self._on_chosen)
        self.together.chosen.connect(self.chosen)
        self.reflecting.hide()
        flow = Flow(*self._names.values(), gap=8)
        ticks = Flow(*boxes.values(), gap=12)
        self.setLayout(Column(self._title, flow, self.together, ticks, gap=10, margins=ABOVE))

    def _on_chosen(self, *_what: object) -> None:
        self.chosen.emit()

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""
        coded = [code for book in project.codebooks.all() for code in book.codes]
        sites, coders = project.sites.all(), project.coders.all()
        by_id = handles([(code.id, code.name) for code in coded])
        self.codes.set_names([Name(by_id[code.id], code.name, code.group) for code in coded])
        by_id = handles([(site.id, site.name) for site in sites])
        self.sites.set_names([Name(by_id[site.id], site.name, site.client_group) for site in sites])
        self.groups.set_names([Name(group, group) for group in project.findings.client_groups()])
        by_id = handles([(coder.id, coder.name) for coder in coders])
        self.coders.set_names([Name(by_id[coder.id], coder.name) for coder in coders])
        self.reflecting.setVisible(project.progress.has_reflecting() or self.reflecting.isChecked())
        self._has_settled = project.findings.has_settled()
        self.settled.setVisible(self._has_settled and self._narrows != "people")

    def ask_for(self, narrows: Narrows) -> None:
        """Show the filters that are of use for passages, interviews or people; nothing where none is narrowed."""
        self._narrows = narrows
        passages = narrows == "passages"
        self.setVisible(bool(narrows))
        self._title.setText(_TITLES.get(narrows, ""))
        for part in (self.coders, self.interviewers):
            part.setVisible(narrows != "people")
        self.settled.setVisible(self._has_settled and narrows != "people")
        for part in (self.codes, self.polarities, self.roles, self.memo, self.unsure, self.starred):
            part.setVisible(passages)
        self.together.show_for_passages(passages=passages)

    def scope(self, narrows: Narrows) -> Scope:
        """What is chosen, as far as it is of use."""
        if not narrows:
            return Scope()
        people = Scope(
            sites=self.sites.value,
            client_groups=self.groups.value,
            respondents=tuple(map(Respondent, self.respondents.value)),
            reflecting=self.reflecting.isChecked(),
        )
        if narrows == "people":
            return people
        interviews = replace(
            people,
            coders=self.coders.value,
            without_interviewers=self.interviewers.isChecked(),
            settled=None if self.settled.isChecked() else False,
        )
        if narrows == "interviews":
            return interviews
        return replace(
            interviews,
            codes=self.codes.value,
            polarities=tuple(map(Polarity, self.polarities.value)),
            roles=tuple(map(SpeakerRole, self.roles.value)),
            together=self.together.value,
            memo=self.memo.isChecked(),
            unsure=self.unsure.isChecked(),
            starred=self.starred.isChecked(),
        )

    def set_scope(self, scope: Scope) -> None:
        """Choose what another page shows, without a signal."""
        self.codes.set_value(scope.codes)
        self.sites.set_value(scope.sites)
        self.groups.set_value(scope.client_groups)
        self.respondents.set_value(each.value for each in scope.respondents)
        self.coders.set_value(scope.coders)
        self.polarities.set_value(scope.polarities)
        self.roles.set_value(role.value for role in scope.roles)
        self.together.set_value(scope.together)
        self.memo.setChecked(scope.memo)
        self.unsure.setChecked(scope.unsure)
        self.starred.setChecked(scope.starred)
        self.interviewers.setChecked(scope.without_interviewers)
        self.reflecting.setChecked(scope.reflecting)
        if scope.reflecting:
            self.reflecting.show()
        self.settled.setChecked(scope.settled is not False)
