"""The page Cross-check: kinds and places on the left, both coders' texts beside each other, the decision below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.cross_check.comparer import Comparer, Wanted
from qualcoder_lite.gui.pages.cross_check.decider import Decider
from qualcoder_lite.gui.pages.cross_check.desk import Desk
from qualcoder_lite.gui.pages.cross_check.head import Head
from qualcoder_lite.gui.pages.cross_check.places import PlacesModel
from qualcoder_lite.gui.pages.cross_check.words import is_same, kind_within, kind_words
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.cross_check.comparer import Answer
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

_NARROW = 72  # width of the window in letters of body text below which the list makes way for the texts
_NOTHING = tr(
    "Two people code the same transcripts without seeing each other’s work, and each declares them done. "
    "Then you see here where they differ, and settle it together."
)
_ELSEWHERE = tr("Nobody has declared these transcripts done beside somebody else. Choose all that both coded, above.")
_BLIND = tr("While the round is open you see your own work alone. Close the round to compare.")


class CrossCheckPage(Page):
    """Where two coders see the same and where they differ."""

    value, word = "cross_check", tr("Cross-check")
    nouns = frozenset(
        ("coding", "decision", "done", "coder", "round", "transcript", "code", "code_group", "codebook", "turn_list")
    )

    def __init__(self, workspace: Workspace) -> None:
        """Build it; nothing is compared until it is shown."""
        super().__init__(workspace)
        self._codes = Codes()
        self._wanted = Wanted()
        self._kind: Kind | None = None
        self._compared: Compared | None = None
        self._comparer = Comparer(workspace, self)
        self._model = PlacesModel(self)
        self._build()
        self._connect()
        self._with_figures = action(tr("&Show figures of agreement"), self._switch_figures)
        self._with_figures.setCheckable(True)
        self._with_figures.setChecked(workspace.settings.agreement_figures)
        self._actions = [
            action(tr("&Agreement figures …"), self._show_figures),
            self._with_figures,
            action(tr("&Meeting …"), self._hold_meeting, "Ctrl+Shift+G", parent=self),
            action(tr("&Rounds …"), self._show_rounds),
            action(tr("&Coders …"), self._show_coders),
            action(tr("&Next place"), lambda: self._step(1), "Alt+Down", parent=self),
            action(tr("&Back to the place before"), lambda: self._step(-1), "Alt+Up", parent=self),
        ]

    # Building

    def _build(self) -> None:
        self._desk = Desk(self.workspace, self._model)
        self.scope, self.pair = self._desk.scope, self._desk.pair
        self.kinds, self.list = self._desk.kinds, self._desk.list
        self._heading, self._texts = self._desk.heading, self._desk.texts
        self.sides, self.decision = self._texts.sides, self._desk.decision
        self._decider = Decider(self.workspace, self._texts, self.decision, self)
        self._empty = EmptyState("cross_check", tr("Nothing to compare yet"), _NOTHING, primary=tr("Open a round"))
        self._empty.setObjectName("cross-check-empty")
        self._blind = EmptyState("lock", tr("A round is open"), _BLIND, primary=tr("See the rounds"))
        for state in (self._empty, self._blind):
            state.fill_page()
        self._head = Head(self.workspace)
        self.figures = self._head.figures
        self._body = Stack()
        for part in (self._desk, self._empty, self._blind):
            self._body.addWidget(part)
        self.setLayout(Column(self._head, (self._body, 1), gap=0))

    def _connect(self) -> None:
        self._comparer.answered.connect(self._on_answered)
        self.scope.chosen.connect(lambda scope: self._ask(Wanted(scope, self._wanted.pair)))
        self.pair.chosen.connect(lambda pair: self._ask(Wanted(self._wanted.scope, pair)))
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.list.selectionModel().currentChanged.connect(self._on_place_chosen)
        self.list.activated.connect(self._go_to_texts)
        self._head.figures.clicked.connect(self._show_figures)
        self._head.meeting.clicked.connect(self._hold_meeting)
        self._head.rounds.clicked.connect(self._show_rounds)
        self._head.coders.clicked.connect(self._show_coders)
        self._empty.primary_chosen.connect(self._open_round)
        self._blind.primary_chosen.connect(self._show_rounds)
        self._decider.decided.connect(self._on_decided)
        self._decider.taken_back.connect(self._compare_again)
        self.decision.definition_wanted.connect(self._on_definition_wanted)
        self.decision.stepped.connect(self._step)
        current().changed.connect(self._fold)

    # What every page does

    def refresh(self) -> None:
        """Compare anew."""
        project = self.workspace.project
        self._codes = Codes(project.codebooks.all())
        self._texts.forget()
        self.decision.show_codes(self._codes)
        states = {True: tr("open"), False: tr("closed")}
        rounds = [(each.id, f"{each.name} ({states[each.is_open]})") for each in project.rounds.all()]
        scopes = [("done", tr("Transcripts both declared done")), ("all", tr("All transcripts both coded")), *rounds]
        if self._wanted.scope not in dict(scopes):
            self._wanted = Wanted("done", self._wanted.pair)
        self.scope.set_choices(scopes, value=self._wanted.scope)
        self._head.show_who()
        self._ask(self._wanted)

    def panes(self) -> Sequence[QWidget]:
        """The kinds, the places, both texts, the decision."""
        if self._body.currentWidget() is not self._desk:
            return [state.primary for state in (self._empty, self._blind) if state.isVisible()]
        shown = [self.kinds, self.list, self.sides[0].view, self.sides[1].view, self.decision.why]
        return [pane for pane in shown if pane.isVisible() and pane.isEnabled()]

    def actions_for_menu(self) -> Sequence[QAction]:
        """Figures, rounds, coders, and the way through the places."""
        return self._actions

    def leave(self) -> None:
        """Remember how wide the list is."""
        self._desk.remember()

    def say(self, sentence: str, can_undo: bool) -> bool:
        """Say it beside the decision, where it covers nothing."""
        if self._body.currentWidget() is not self._desk:
            return False
        self.decision.status.say(sentence, action=tr("Undo") if can_undo else "")
        return True

    # Comparing

    def _ask(self, wanted: Wanted) -> None:
        self._wanted = wanted
        if self.workspace.is_open:
            self._comparer.ask(wanted)

    def _on_answered(self, answer: Answer) -> None:
        self._wanted, self._compared = answer.wanted, answer.compared
        self.pair.set_choices(list(answer.pairs), value=answer.wanted.pair)
        self.pair.setVisible(len(answer.pairs) > 1)
        self._head.show_compared(answer.compared, answer.transcripts)
        self.kinds.setVisible(answer.compared is not None)
        if answer.compared is None:
            self._show_nothing(elsewhere=answer.elsewhere)
            return
        self._body.setCurrentWidget(self._desk)
        compared = answer.compared
        self._texts.show_coders(compared)
        if self._kind is None or not compared.of_kind(self._kind):
            order = (Kind.DIFFERENT, Kind.EDGES, Kind.POLARITY, Kind.FIRST, Kind.SECOND, Kind.BOTH)
            self._kind = next((kind for kind in order if compared.of_kind(kind)), Kind.BOTH)
        self._show_kind(self._kind, keep=self._texts.place)
        self._fold()

    def _show_nothing(self, *, elsewhere: bool) -> None:
        """Say why there is nothing to compare; where other transcripts have something, the choice of them stays."""
        if self.workspace.project.blind_in:
            self._body.setCurrentWidget(self._blind)
        elif elsewhere:
            self._body.setCurrentWidget(self._desk)
            self._heading.setText(_ELSEWHERE)
            self._model.clear()
            self._show_place(None)
        else:
            self._body.setCurrentWidget(self._empty)

    def _show_kind(self, kind: Kind, keep: Place | None = None) -> None:
        if self._compared is None:
            return
        self._kind = kind
        places = self._compared.of_kind(kind)
        self.kinds.show_turns(self._compared, kind)
        self._heading.setText(
            tr(
                "{n:,} place, {kind}",
                "{n:,} places, {kind}",
                n=len(places),
                kind=kind_within(kind, self._compared),
            )
            if places
            else tr("{name}: nothing", name=kind_words(kind, self._compared))
        )
        self._model.show(places, self._compared, self._codes)
        row = next((n for n, place in enumerate(places) if keep is not None and is_same(place, keep)), 0)
        if places:
            self.list.setCurrentIndex(self._model.index(row, 0))
        else:
            self._show_place(None)

    # A place

    def _on_kind_chosen(self, kind: Kind) -> None:
        self._show_kind(kind)
        announce(self.kinds, self._heading.text())

    def _on_place_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show_place(self._model.places[index.row()] if index.isValid() else None)

    def _show_place(self, place: Place | None) -> None:
        number = self.list.currentIndex().row() + 1
        stays = self.decision.is_begun_on(place)
        self.decision.show_place(place, self._compared, number, len(self._model.places))
        if not stays:  # words marked for a new version stay too
            self.decision.show_marked("")
            self._texts.show_place(place, self._codes)

    def _go_to_texts(self) -> None:
        """Enter on a place leads to its texts, which may have to be scrolled to."""
        self._desk.show_texts()
        self.sides[0].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < len(self._model.places):
            self.list.setCurrentIndex(self._model.index(row, 0))
            self._desk.show_texts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digits answer from anywhere on the page where they aren't typed into a box."""
        if event.text() and event.text() in "12345" and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._decider.take_key(event.text())
        else:
            super().keyPressEvent(event)

    # Deciding

    def _on_decided(self) -> None:
        """Go on to the next place."""
        row = self.list.currentIndex().row()
        self._compare_again()
        if row + 1 < len(self._model.places):
            self.list.setCurrentIndex(self._model.index(row + 1, 0))
        # In the box for the reason the next answer's digit would be written instead of chosen.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare_again(self) -> None:
        """Look again after a decision, without a strip over the box in which the next one is being written."""
        if self.workspace.is_open:
            self._comparer.ask(self._wanted, quiet=True)

    def _on_definition_wanted(self, code: str) -> None:
        """Keep the note for the definition, and go to where it is written."""
        self._decider.decide(Outcome.DEFINITION)
        self.workspace.visit(Visit(page="codebook", code=code))

    # Dialogs

    def _show_figures(self) -> None:
        from qualcoder_lite.gui.pages.cross_check.figures import show_figures

        if self.workspace.is_open and self._compared is not None:
            show_figures(self, self.workspace, self._wanted.asked, self.show_code)

    def _hold_meeting(self) -> None:
        from qualcoder_lite.gui.pages.cross_check.meeting import hold_meeting

        if self.workspace.is_open and self._compared is not None:
            hold_meeting(self, self.workspace, self._wanted, self._compared)

    def _switch_figures(self) -> None:
        """Work with or without numbers: comparing and settling need none."""
        self.workspace.settings.agreement_figures = self._with_figures.isChecked()
        self.figures.setVisible(self._with_figures.isChecked())
        self._actions[0].setEnabled(self._with_figures.isChecked())

    def show_code(self, code: str) -> None:
        """Go to the first place where the two differ about a code, by its id; nothing where there is none."""
        if self._compared is None:
            return
        place = next((each for each in self._compared.differing if code in each.seen.covered), None)
        if place is not None:
            self._show_kind(place.seen.kind, keep=place)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rounds(self) -> None:
        from qualcoder_lite.gui.pages.cross_check.rounds import show_rounds

        if self.workspace.is_open:
            show_rounds(self, self.workspace)

    def _open_round(self) -> None:
        from qualcoder_lite.gui.pages.cross_check.new_round import open_round

        if self.workspace.is_open:
            open_round(self, self.workspace)

    def _show_coders(self) -> None:
        from qualcoder_lite.gui.pages.cross_check.coders import show_coders

        if self.workspace.is_open:
            show_coders(self, self.workspace)

    # Room

    def _fold(self) -> None:
        narrow = self.window().width() < _NARROW * current().look.px(15)
        self._desk.fold(narrow=narrow)
        self._head.set_short(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()
