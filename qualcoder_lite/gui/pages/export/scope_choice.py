"""Which of a project's codings are meant: a button for each way to narrow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.export.options import ABOVE
from qualcoder_lite.gui.pages.search.words import ROLES
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import Name, NamesButton
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

_POLARITIES = {
    Polarity.DELIVERED: "Delivered",
    Polarity.NOT_DELIVERED: "Not delivered",
    Polarity.MIXED: "Mixed",
    Polarity.NOT_STATED: "Not stated",
}


class ScopeChoice(QWidget):
    """The filters of an export.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Narrow nothing."""
        super().__init__()
        self._title = Label("Which passages?", "heading")
        self.codes = NamesButton("codes", every="All codes")
        self.sites = NamesButton("sites", every="All sites")
        self.groups = NamesButton("client groups", every="All client groups")
        self.coders = NamesButton("coders", every="All coders")
        self.polarities = NamesButton("answers", every="Delivered or not")
        self.polarities.set_names([Name(value.value, words) for value, words in _POLARITIES.items()])
        self.roles = NamesButton("kinds of speaker", every="Said by anybody")
        self.roles.set_names([Name(role.value, words) for role, words in ROLES.items()])
        self.reflecting = TickBox("Only people who reflect on the service")
        self.settled = TickBox("Where a disagreement was settled, only what was settled", ticked=True)
        for button, name in (
            (self.codes, "codes"),
            (self.sites, "sites"),
            (self.groups, "groups"),
            (self.coders, "coders"),
            (self.polarities, "polarities"),
            (self.roles, "roles"),
        ):
            button.setObjectName(f"export-{name}")
            button.chosen.connect(lambda _values: self.chosen.emit())
        for box, name in ((self.reflecting, "reflecting"), (self.settled, "settled")):
            box.setObjectName(f"export-{name}")
            box.clicked.connect(lambda _ticked: self.chosen.emit())
        self.reflecting.hide()
        flow = Flow(self.codes, self.sites, self.groups, self.coders, self.polarities, self.roles, gap=8)
        self.setLayout(Column(self._title, flow, self.reflecting, self.settled, gap=10, margins=ABOVE))

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""
        self.codes.set_names(
            [Name(code.name, code.name, code.group) for book in project.codebooks.all() for code in book.codes]
        )
        self.sites.set_names([Name(site.name, site.name, site.client_group) for site in project.sites.all()])
        self.groups.set_names([Name(group, group) for group in project.findings.client_groups()])
        self.coders.set_names([Name(coder.name, coder.name) for coder in project.coders.all()])
        self.reflecting.setVisible(project.progress.has_reflecting() or self.reflecting.isChecked())
        self.settled.setVisible(project.findings.has_settled())

    def ask_for(self, subject: str) -> None:
        """Show the filters that are of use for extracts or for findings."""
        extracts = subject == "extracts"
        self._title.setText("Which passages?" if extracts else "Which interviews?")
        self.codes.setVisible(extracts)
        self.polarities.setVisible(extracts)
        self.roles.setVisible(extracts)

    def scope(self, subject: str) -> Scope:
        """What is chosen, as far as it is of use."""
        extracts = subject == "extracts"
        return Scope(
            codes=self.codes.value if extracts else (),
            sites=self.sites.value,
            client_groups=self.groups.value,
            coders=self.coders.value,
            polarities=tuple(map(Polarity, self.polarities.value)) if extracts else (),
            reflecting=self.reflecting.isChecked(),
            roles=tuple(map(SpeakerRole, self.roles.value)) if extracts else (),
            settled=None if self.settled.isChecked() else False,
        )

    def set_scope(self, scope: Scope) -> None:
        """Choose what another page shows, without a signal."""
        self.codes.set_value(scope.codes)
        self.sites.set_value(scope.sites)
        self.groups.set_value(scope.client_groups)
        self.coders.set_value(scope.coders)
        self.polarities.set_value(scope.polarities)
        self.roles.set_value(role.value for role in scope.roles)
        self.reflecting.setChecked(scope.reflecting)
        if scope.reflecting:
            self.reflecting.show()
        self.settled.setChecked(scope.settled is not False)
