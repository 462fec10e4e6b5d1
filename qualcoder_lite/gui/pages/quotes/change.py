"""“Change this quote”: another code, other edges, or no code at all, for one's own codings or for everybody's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from qualcoder_lite.domain.sentences import words
from qualcoder_lite.gui.pages.quotes.words import place
from qualcoder_lite.gui.pages.turns_text import TurnsText
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.code_choice import CodeChoice
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.widgets.chip import ChipFace
    from qualcoder_lite.service.project import Project

_AROUND = 1_500  # characters to either side of the passage into which its edges can be moved
_EVERYBODY = ""
TAKE_OFF = 2
"""What the dialog ends with where the code is to be taken off; QDialog has 0 and 1 for itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of some codings (ids): taken off, or with another code or other edges."""

    codings: tuple[str, ...]
    off: bool
    code: str | None
    start: int
    end: int


class ChangeQuoteDialog(QDialog):
    """Asks what is to become of a quote. Accepted means: change it; TAKE_OFF: take its code off."""

    def __init__(self, project: Project, extract: Extract, face: ChipFace, coder: str, parent: QWidget | None) -> None:
        """Show a quote as it is; `coder` is who works on it."""
        super().__init__(parent)
        self.setObjectName("change-quote")
        self.setWindowTitle(tr("Change this quote"))
        self.setAccessibleName(tr("Change this quote: {place}", place=place(extract)))
        self._project, self._extract, self._face = project, extract, face
        self._codings = list(project.codings.present(extract.codings).values())
        self._coders = {each.id: each.name for each in project.coders.all()}
        self.start, self.end = extract.start, extract.end
        text = project.transcripts.text(extract.transcript)
        near = words(text, max(extract.start - _AROUND, 0), min(extract.end + _AROUND, len(text)))
        self._starts, self._ends = [word.start for word in near], [word.end for word in near]
        self._make_widgets(coder)
        self._lay_out()
        self._say()
        FocusRing(self)
        self.codes.list.setFocus()

    def _make_widgets(self, coder: str) -> None:
        names = list(dict.fromkeys(self._coders[coding.coder] for coding in self._codings))
        everybody = [(_EVERYBODY, tr("Everybody’s codings"))] if len(names) != 1 else []
        owners = [
            (name, tr("My own coding") if name == coder else tr("The coding of {name}", name=name)) for name in names
        ]
        self.whose = ChoiceBox(tr("Whose coding"), [*everybody, *owners], value=coder if coder in names else None)
        self.whose.setObjectName("change-whose")
        self.whose.chosen.connect(lambda _: self._say())
        self.text = TurnsText(tr("The quote, with what was said around it"))
        self.text.setObjectName("change-text")
        self.codes = CodeChoice(tr("Which code"))
        self.codes.offer(self._project.codebooks.all(), self._codings[0].code if self._codings else "")
        self.codes.chosen.connect(lambda _: self._say())
        self.codes.entered.connect(self.accept)
        self.edges = {
            name: Button(said, name=whole)
            for name, said, whole in (
                ("start-back", tr("← Start"), tr("Start one word earlier")),
                ("start-on", tr("Start →"), tr("Start one word later")),
                ("end-back", tr("← End"), tr("End one word earlier")),
                ("end-on", tr("End →"), tr("End one word later")),
            )
        }
        for name, button in self.edges.items():
            button.setObjectName(f"change-{name}")
            button.setToolTip(button.accessibleName())
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, name=name: self._move(*name.split("-")))
        self.told = Label("", "small", tone="muted", wrap=True)
        self.told.setObjectName("change-told")
        self.off, self.leave = Button(tr("Take the code off"), icon="bin"), Button(tr("Not now"))
        self.do = Button(tr("Change it"), kind="primary")
        self.off.setObjectName("change-off")
        self.leave.setObjectName("change-leave")
        self.do.setObjectName("change-do")
        self.off.clicked.connect(lambda: self.done(TAKE_OFF))
        self.leave.clicked.connect(self.reject)
        self.do.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        look = current().look
        self.text.setMinimumHeight(look.px(110))
        self.codes.setMinimumHeight(look.px(150))
        inside = QWidget()
        inside.setProperty("clear", True)
        inside.setLayout(
            Column(
                Label(place(self._extract), "title", wrap=True),
                Flow(self.whose, gap=8),
                (self.text, 2),
                Label(tr("Where does it start and end?"), "strong"),
                Flow(*self.edges.values(), gap=8),
                Label(tr("Which code?"), "strong"),
                (self.codes, 3),
                gap=8,
                margins=(24, 16),
            )
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        foot = Column(self.told, Flow(self.do, self.off, self.leave, gap=8), gap=8, margins=(24, 12))
        self.setLayout(Column((area, 1), Row((foot, 1)), gap=0))
        room = self.screen().availableGeometry()
        self.resize(min(look.px(620), room.width() - 40), min(look.px(720), room.height() - 80))

    # What is asked for

    @property
    def codings(self) -> list[Coding]:
        """The codings that are meant."""
        whose = self.whose.value
        return [each for each in self._codings if whose in (_EVERYBODY, self._coders[each.coder])]

    @property
    def code(self) -> str | None:
        """The id of another code; None where it stays."""
        same = not self._codings or self.codes.value in ("", self._codings[0].code)
        return None if same else self.codes.value

    @property
    def is_changed(self) -> bool:
        """Whether anything else is asked for than there is."""
        return self.code is not None or (self.start, self.end) != (self._extract.start, self._extract.end)

    def _move(self, edge: str, way: str) -> None:
        """Move an edge of the passage by a word, as far as a word is left in it."""
        if edge == "start":
            self.start = _next(self._starts, self.start, on=way == "on", most=self.end - 1)
        else:
            self.end = _next(self._ends, self.end, on=way == "on", least=self.start + 1)
        self._say()

    def _say(self) -> None:
        around = self._project.extracts.around(replace(self._extract, start=self.start, end=self.end))
        self.text.show_turns(replace(around, before=None), self._face.colour)  # so that the passage is in sight
        number = tr("{n:,} coding", "{n:,} codings", n=len(self.codings))
        what = [tr("the code becomes “{code}”", code=self.codes.code_name)] if self.code else []
        what += [tr("the edges move")] if (self.start, self.end) != (self._extract.start, self._extract.end) else []
        said = (
            tr("For {number}, {what}.", number=number, what=tr(" and ").join(what))
            if what
            else tr("Choose another code, or move an edge.")
        )
        self.told.setText(tr("{said} You can undo it.", said=said))
        self.do.setEnabled(bool(what and self.codings))
        self.off.setEnabled(bool(self.codings))
        announce(self, self.told.text())


def _next(places: Sequence[int], place: int, *, on: bool, least: int = 0, most: int | None = None) -> int:
    """The next of some places in order, one way or the other, within bounds; the place itself where there is none."""
    beyond = [each for each in places if (each > place if on else each < place) and each >= least]
    if most is not None:
        beyond = [each for each in beyond if each <= most]
    return place if not beyond else beyond[0] if on else beyond[-1]


def change_quote(page: QWidget, project: Project, extract: Extract, face: ChipFace, coder: str) -> Change | None:
    """Ask what is to become of a quote; None where it stays as it is."""
    dialog = ChangeQuoteDialog(project, extract, face, coder, page)
    answer = dialog.exec()
    ids = tuple(coding.id for coding in dialog.codings)
    change = Change(ids, off=answer == TAKE_OFF, code=dialog.code, start=dialog.start, end=dialog.end)
    wanted = answer == TAKE_OFF or (answer == QDialog.DialogCode.Accepted and dialog.is_changed)
    dialog.deleteLater()
    return change if wanted and ids else None
