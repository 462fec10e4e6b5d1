"""The lesser filters of the page: who answers, at which site, whose codings, whose words. Folded until wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.findings.of_whom import RESPONDENTS
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.project import Project


class Filters(QObject):
    """Four choices, and the button that brings them into sight.

    Signals:
        changed: The person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QObject, *, with_coders: bool = True) -> None:
        """Filter nothing, folded. Without coders, whose codings they are is asked elsewhere."""
        super().__init__(parent)
        self.respondent = _box("findings-respondent", tr("Who answers"), tr("All respondents"))
        self.site = _box("findings-site", tr("Site"), tr("All sites"))
        self.coder = _box("findings-coder", tr("Whose codings"), tr("All coders"))
        self.interviewers = _box("findings-interviewers", tr("What interviewers say"), tr("With interviewers’ words"))
        self.interviewers.addItem(tr("Without interviewers’ words"), "without")
        coder = (self.coder,) if with_coders else ()
        self.boxes = (self.respondent, self.site, *coder, self.interviewers)
        self.more = Button(tr("More filters"), kind="link")
        self.more.setObjectName("findings-more-filters")
        self.more.clicked.connect(self._on_more)
        self._open = False
        for box in self.boxes:
            box.chosen.connect(self._on_chosen)

    def fold(self) -> None:
        """Show the button alone, once all have their place: shown before, each would be a window of its own."""
        self._open = False
        self._tell()

    def show_offered(self) -> None:
        """Show what there is to choose, after all was hidden."""
        self._tell()

    def set_project(self, project: Project) -> None:
        """Offer what the project holds; a choice that is no more falls back to everybody."""
        respondents = [(str(who), RESPONDENTS[who]) for who in project.findings.respondents()]
        _offer(self.respondent, respondents)
        _offer(self.site, [(site.name, site.name) for site in project.sites.all()])
        _offer(self.coder, [(coder.name, coder.name) for coder in project.coders.all()])
        self._tell()

    def _on_more(self) -> None:
        self._open = not self._open
        self._tell()

    def _on_chosen(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        # One besides everybody is no choice.
        offered = [box for box in self.boxes if box.count() > 2 or box is self.interviewers]
        for box in self.boxes:
            box.setVisible(self._open and box in offered)
        self.more.setVisible(bool(offered))
        in_use = sum(bool(box.value) for box in self.boxes)
        words = tr("Fewer filters") if self._open else tr("More filters")
        self.more.set_words(tr("{words} ({in_use} in use)", words=words, in_use=in_use) if in_use else words)


def _box(handle: str, name: str, everybody: str) -> ChoiceBox:
    box = ChoiceBox(name, [("", everybody)], value="")
    box.setObjectName(handle)
    return box


def _offer(box: ChoiceBox, choices: Sequence[tuple[str, str]]) -> None:
    everybody = ("", box.itemText(0))
    box.set_choices([everybody, *choices], value=box.value)
