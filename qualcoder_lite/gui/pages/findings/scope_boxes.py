"""Whom and whose codings a view of the findings counts: the boxes for it, to be laid out with a view's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.findings.filters import Filters
from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.service.project import Project


class ScopeBoxes(QObject):
    """Client group, settled codings or coders' own, who reflects; and the lesser filters, folded away.

    Signals:
        changed: The person chose something else.
    """

    changed = Signal()

    def __init__(self, handle: str, parent: QObject, *, with_coders: bool = True) -> None:
        """Count everybody; `handle` begins the object names of the boxes.

        Without coders, whose codings they are is asked elsewhere.
        """
        super().__init__(parent)
        self._with_coders = with_coders
        self.client_group = ChoiceBox(tr("Client group"), [("", tr("All client groups"))], value="")
        self.settled = ChoiceBox(
            tr("Which codings"), [("", tr("Settled codings")), ("own", tr("Each coder’s own codings"))], value=""
        )
        self.whose = ChoiceBox(
            tr("Whose words"), [("", tr("Everybody")), ("reflecting", tr("Who reflect on services"))], value=""
        )
        self.filters = Filters(self, with_coders=with_coders)
        self._can_settle = self._can_reflect = False
        for name, box in (
            ("client-group", self.client_group),
            ("settled", self.settled),
            ("whose", self.whose),
            ("more-filters", self.filters.more),
            ("respondent", self.filters.respondent),
            ("site", self.filters.site),
            ("coder", self.filters.coder),
            ("interviewers", self.filters.interviewers),
        ):
            box.setObjectName(f"{handle}-{name}")
        for box in (self.client_group, self.settled, self.whose):
            box.chosen.connect(self._on_chosen)
        self.filters.changed.connect(self.changed)

    @property
    def widgets(self) -> Sequence[QWidget]:
        """Everything that is to be laid out, in order."""
        settled = (self.settled,) if self._with_coders else ()
        return self.client_group, *settled, self.whose, self.filters.more, *self.filters.boxes

    @property
    def chosen(self) -> OfWhom:
        """What is chosen."""
        return OfWhom(
            client_group=self.client_group.value,
            site=self.filters.site.value,
            respondent=self.filters.respondent.value,
            coder=self.filters.coder.value,
            own=bool(self.settled.value),
            reflecting=bool(self.whose.value),
            without_interviewers=bool(self.filters.interviewers.value),
        )

    def choose(self, of_whom: OfWhom) -> None:
        """Choose this, without a signal. What isn't offered falls back to everybody."""
        filters = self.filters
        for box, value in (
            (self.client_group, of_whom.client_group),
            (self.settled, "own" if of_whom.own else ""),
            (self.whose, "reflecting" if of_whom.reflecting else ""),
            (filters.site, of_whom.site),
            (filters.respondent, of_whom.respondent),
            (filters.coder, of_whom.coder),
            (filters.interviewers, "without" if of_whom.without_interviewers else ""),
        ):
            box.set_value("")
            box.set_value(value)
        self.show_all()

    def fold(self) -> None:
        """Show what can be chosen, once all have their place: shown before, each would be a window of its own."""
        for box in (self.client_group, self.settled, self.whose):
            box.hide()
        self.filters.fold()

    def offer(self, project: Project) -> None:
        """Offer what the project holds; a choice that is no more falls back to everybody."""
        groups = project.findings.client_groups()
        self.client_group.set_choices(
            [("", tr("All client groups")), *((group, group) for group in groups)], value=self.client_group.value
        )
        self._can_settle, self._can_reflect = project.findings.has_settled(), project.progress.has_reflecting()
        if not self._can_reflect:
            self.whose.set_value("")
        self.filters.set_project(project)
        self.show_all()

    def show_all(self) -> None:
        """Show every box that offers a choice."""
        self.client_group.setVisible(self.client_group.count() > 2)
        self.settled.setVisible(self._can_settle and self._with_coders)
        self.whose.setVisible(self._can_reflect)
        self.filters.show_offered()

    def hide_all(self) -> None:
        """Show none: what is seen is of everybody."""
        for widget in self.widgets:
            widget.hide()

    def _on_chosen(self) -> None:
        self.changed.emit()
