"""Everything that can be chosen for an export: what to make, of which passages, and how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.gui.pages.export.attribution_choice import AttributionChoice
from qualcoder_lite.gui.pages.export.kinds import CODEBOOK_TOML, KINDS
from qualcoder_lite.gui.pages.export.options import CodebookOptions, ConsentOptions, FindingsOptions, ReadingOptions
from qualcoder_lite.gui.pages.export.scope_choice import ScopeChoice
from qualcoder_lite.gui.pages.export.wanted import Wanted
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.option_card import OptionCard

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.kinds import Kind
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope


class Choices(QWidget):
    """The left pane of the page.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Begin with coded extracts, all of them."""
        super().__init__()
        self.setProperty("clear", True)
        # Else a scroll area asks for the height that the words would need in the narrowest pane.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        # Without a group of Qt's own, a second click would take the choice away.
        self._exclusive = QButtonGroup(self)
        self.cards = {kind.value: OptionCard(kind.title, kind.detail, kind.icon, parent=self) for kind in KINDS}
        for value, card in self.cards.items():
            card.setObjectName(f"export-kind-{value}")
            card.clicked.connect(self._on_card_clicked)
            self._exclusive.addButton(card)
        self.cards[KINDS[0].value].setChecked(True)
        self.scope = ScopeChoice()
        self.reading = ReadingOptions()
        self.attribution = AttributionChoice()
        self.consent = ConsentOptions()
        self.findings = FindingsOptions()
        self.codebook = CodebookOptions()
        parts = (self.scope, self.findings, self.reading, self.attribution, self.consent, self.codebook)
        for part in parts:
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            part.chosen.connect(self.chosen)
        head = Label("What would you like to make?", "heading")
        self.setLayout(Column(head, *self.cards.values(), *parts, None, gap=10, margins=(24, 20)))
        self._show_what_is_of_use()

    @property
    def kind(self) -> Kind:
        """What to make."""
        kind = next(kind for kind in KINDS if self.cards[kind.value].isChecked())
        return CODEBOOK_TOML if kind.subject == "codebook" and self.codebook.form.value == "toml" else kind

    @property
    def problem(self) -> str:
        """Why nothing can be made of what is chosen; empty where something can."""
        return self.attribution.problem if self._is_attributed else ""

    @property
    def _is_attributed(self) -> bool:
        """A document says who is speaking in words; a table has columns for it."""
        return self.kind.subject == "extracts" and self.kind.ending == ".docx"

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""
        self.scope.offer(project)
        self.codebook.offer(project)

    def set_scope(self, scope: Scope) -> None:
        """Choose what another page shows, without a signal."""
        self.scope.set_scope(scope)

    def wanted(self, who: str) -> Wanted:
        """Everything that is chosen, for `who` to export."""
        kind = self.kind
        return Wanted(
            kind=kind,
            scope=self.scope.scope(kind.subject),
            lens=self.findings.lens.value or "sites",
            group_by=self.reading.group_by.value or "code",
            context=int(self.reading.context.isChecked()),
            template=self.attribution.template,
            codebook=self.codebook.book.value,
            who=who,
            without_consent=WithoutConsent(self.consent.without.value or WithoutConsent.LEAVE_OUT),
        )

    def _on_card_clicked(self) -> None:
        self._show_what_is_of_use()
        self.chosen.emit()

    def _show_what_is_of_use(self) -> None:
        subject = self.kind.subject
        self.scope.ask_for(subject)
        self.scope.setVisible(subject != "codebook")
        self.findings.setVisible(subject == "findings")
        self.consent.setVisible(subject == "extracts")
        self.codebook.setVisible(subject == "codebook")
        self.reading.setVisible(self._is_attributed)
        self.attribution.setVisible(self._is_attributed)
