"""What is asked about the use of codes, in whose codings, of whom: the boxes over the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qualcoder_lite.gui.pages.findings.asked import NEAR
from qualcoder_lite.gui.pages.findings.drawn_choices import Choices
from qualcoder_lite.gui.pages.findings.scope_boxes import ScopeBoxes
from qualcoder_lite.gui.pages.findings.together.asked import KINDS, WHICH, Asked, Kind, Which
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.layouts import Flow
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
    from qualcoder_lite.service.project import Project

_SETTLED = "settled"
_KNOWN = {
    "site": tr("By site"),
    "client_group": tr("By client group"),
    "respondent": tr("By who answers"),
    "support_worker_present": tr("By whether a support worker was there"),
}


class TogetherChoices(Choices):
    """What is asked for."""

    def __init__(self, *tools: QWidget) -> None:
        """Ask which outcomes come together; `tools` stand at the end of the row."""
        super().__init__()
        self.setObjectName("together-choices")
        self.setAccessibleName(tr("What is asked"))
        self.kind = SegmentedControl(
            [(kind.value, words) for kind, words in KINDS.items()], name=tr("What is asked"), value=Kind.TOGETHER.value
        )
        self.kind.setObjectName("together-kind")
        self.which = _box("which", tr("Which codes"), [])
        self.near = _box("near", tr("How near"), [(value, words) for value, (_, words) in NEAR.items()])
        self.near.set_value("turn")
        self.by = _box("by", tr("By what"), [])
        self.whose = _box("coder", tr("Whose codings"), [])
        self._coders: dict[str, str] = {}  # their names by id
        self.of_whom = ScopeBoxes("together", self, with_coders=False)
        own = (self.kind, self.which, self.near, self.by, self.whose)
        self.setLayout(Flow(*own, *self.of_whom.widgets, *tools, gap=6))
        self.of_whom.fold()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.kind.segment(Kind.TOGETHER.value))
        self.kind.chosen.connect(self._on_kind_chosen)
        for box in (self.which, self.near, self.by, self.whose):
            box.chosen.connect(self.changed)
        self.of_whom.changed.connect(self.changed)
        self._offer_which()

    @property
    def asked(self) -> Asked:
        """The question as it stands."""
        settled = self.whose.value == _SETTLED
        scope = replace(
            self.of_whom.chosen.scope,
            settled=settled,
            coders=() if settled or not self.whose.value else (self.whose.value,),
        )
        return Asked(
            kind=Kind(self.kind.value or Kind.TOGETHER),
            which=Which(self.which.value or Which.OUTCOMES),
            near=self.near.value,
            by=self.by.value or "site",
            by_words=self.by.currentText().removeprefix(tr("By ")),
            scope=scope,
        )

    def offer(self, project: Project) -> None:
        """Offer what the project holds; settled codings first, where they are more than a beginning."""
        known = project.patterns.known_of_people()
        self.by.set_choices(
            [(name, _KNOWN.get(name, tr("By {name}", name=name))) for name in known], value=self.by.value
        )
        self._coders = {coder.id: coder.name for coder in project.coders.all()}
        coders = [(id_, tr("{name}’s codings", name=name)) for id_, name in self._coders.items()]
        settled = [(_SETTLED, tr("Settled codings"))] if project.findings.has_settled() else []
        # With a few places settled of thousands, they alone would be a table of noughts.
        both = [*settled, *coders] if project.findings.is_mostly_settled() else [*coders, *settled]
        self.whose.set_choices(both, value=self.whose.value)
        self.of_whom.offer(project)
        self._show_boxes()

    @property
    def chosen(self) -> OfWhom:
        """Whom, and whose codings, it is asked of. No coder stands for the settled codings."""
        return replace(self.of_whom.chosen, coder=self._coders.get(self.whose.value, ""))

    def choose_whom(self, of_whom: OfWhom) -> None:
        """Ask it of others, without a signal. Where no coder is chosen, it stays with the one that was."""
        self.of_whom.choose(of_whom)
        coder = next((id_ for id_, name in self._coders.items() if name == of_whom.coder), "")
        self.whose.set_value(coder)
        self._show_boxes()

    def choose(self, kind: Kind) -> None:
        """Ask something else, as if the person had chosen it."""
        self.kind.set_value(kind.value)
        self._on_kind_chosen()

    def _on_kind_chosen(self) -> None:
        self._offer_which()
        self._show_boxes()
        self.changed.emit()

    def _offer_which(self) -> None:
        words = WHICH[Kind(self.kind.value or Kind.TOGETHER)]
        self.which.set_choices([(which.value, text) for which, text in words.items()], value=self.which.value)

    def _show_boxes(self) -> None:
        together = self.kind.value == Kind.TOGETHER
        self.near.setVisible(together)
        self.by.setVisible(not together)
        self.of_whom.show_all()


def _box(handle: str, name: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
    box = ChoiceBox(name, choices)
    box.setObjectName(f"together-{handle}")
    return box
