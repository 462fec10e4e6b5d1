"""What can be made of a project: the way in which the page Export offers each thing.

To let it make one more thing, write a `Making` with its `Order` in a module of its own, and name it in
`all_makings.py`. A making is the choices on the screen; an order is plain data that works on another thread, with a
project that is open to be read there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.pages.export.kept import choose_in, chosen_in
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.gui.pages.export.kept import Control, Value
    from qualcoder_lite.gui.pages.export.look import Look, Written
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope

Narrows = Literal["passages", "interviews", "people", ""]

ABOVE = (0, 10, 0, 0)
"""The room above a group of options, gone with it where it is of no use."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file.

    Attributes:
        ending: The file's ending, with its dot.
        words: What it is for a person: "Word", "Excel".
        file: What it is among the files of a folder: "Word document", "web page".
    """

    ending: str
    words: str
    file: str

    @property
    def pattern(self) -> str:
        """The kind of file as a file dialog names it."""
        return f"{self.file[:1].upper()}{self.file[1:]} (*{self.ending})"


WORD = Form(".docx", tr("Word"), tr("Word document"))
EXCEL = Form(".xlsx", tr("Excel"), tr("Excel workbook"))
CSV = Form(".csv", "CSV", tr("table as CSV"))
WEB = Form(".html", tr("Web page"), tr("web page"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every making is told: what it is to be made of, the study, and for whom (empty: nobody is named)."""

    scope: Scope
    study: ProjectDetails
    who: str = ""


class Order(Protocol):
    """What is to be made, as plain data; both work on another thread, with a project to read."""

    def look(self, project: Project, progress: Progress) -> Look:
        """What would be made. UserError where it can't be."""
        ...

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Make it. UserError where that can't be done; the file is then as it was before."""
        ...


class Making(QWidget):
    """One thing that can be made, with the choices that it leaves to a person.

    Attributes:
        value: Its handle.
        title: What it is.
        detail: What it is good for, in a few words.
        icon: Its icon's name.
        file: The file's name as it is offered, without the day and the ending.
        narrows: Whether it is made of the passages, interviews or people that the page narrows, or of none of them.
        forms: The kinds of file it can be.

    Signals:
        chosen: The person chose something else.
    """

    value: ClassVar[str]
    title: ClassVar[str]
    detail: ClassVar[str]
    icon: ClassVar[str]
    file: ClassVar[str]
    narrows: ClassVar[Narrows] = ""
    forms: ClassVar[tuple[Form, ...]] = (WORD,)

    chosen = Signal()

    def __init__(self, *options: Options) -> None:
        """Offer the kinds of file, then the options, each under its heading."""
        super().__init__()
        self._form = SegmentedControl(
            [(form.ending, form.words) for form in self.forms], name=tr("In which form?"), value=self.forms[0].ending
        )
        self._form.setObjectName(f"export-{self.value}-form")
        self._form.chosen.connect(self._on_chosen)
        #: Which kind of file; it stands over what narrows the passages, so the page lays it out.
        self.form_choice = QWidget()
        self.form_choice.setLayout(Column(Label(tr("In which form?"), "heading"), self._form, gap=8, margins=ABOVE))
        self.options = options
        for each in options:
            each.chosen.connect(self._on_chosen)
        self.setLayout(Column(*options, gap=10))

    # What a subclass says

    def choose_kind(self, kind: str) -> None:
        """Choose one of the kinds there are of it, without a signal, as another page asks; most have none."""

    def order(self, asked: Asked) -> Order:
        """What is chosen, as plain data."""
        raise NotImplementedError

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""
        for each in self.options:
            each.offer(project)

    @property
    def problem(self) -> str:
        """Why nothing can be made of what is chosen; empty where something can."""
        return next((each.problem for each in self.options if each.is_of_use(self.form) and each.problem), "")

    def notes_on(self, look: Look) -> Sequence[QWidget]:  # noqa: ARG002 - for subclasses
        """What there is to say beside the beginning: who is left out, what to be careful of."""
        return ()

    # What is chosen

    @property
    def form(self) -> Form:
        """The kind of file."""
        return next(form for form in self.forms if form.ending == self._form.value)

    def choose_form(self, ending: str) -> None:
        """Choose another kind of file, without a signal; one that isn't offered changes nothing."""
        if any(form.ending == ending for form in self.forms):
            self._form.set_value(ending)
            self.show_what_is_of_use()

    def values(self) -> dict[str, Value]:
        """All that is chosen, by name: the kind of file, and every option."""
        values: dict[str, Value] = {"form": self.form.ending}
        for each in self.options:
            values |= each.values()
        return values

    def choose_values(self, values: Mapping[str, object]) -> None:
        """Choose what was chosen before, as far as it is still offered."""
        self.choose_form(str(values.get("form", "")))
        for each in self.options:
            each.choose(values)
        self.show_what_is_of_use()

    def form_button(self, ending: str) -> QWidget:
        """The button of a kind of file."""
        return self._form.segment(ending)

    def show_what_is_of_use(self) -> None:
        """Show the options that mean something for the kind of file."""
        for each in self.options:
            each.setVisible(each.is_of_use(self.form))

    def _on_chosen(self, *_what: object) -> None:
        self.show_what_is_of_use()
        self.chosen.emit()


class Options(QWidget):
    """Some options of a making.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Hold none yet."""
        super().__init__()
        self._controls: dict[str, QWidget] = {}

    def keep(self, **controls: Control) -> None:
        """Take in controls whose values are remembered with a way of exporting, by a name each.

        The name is part of the control's object name; what a person chooses in it is told as `chosen`.
        """
        for name, control in controls.items():
            control.setObjectName(f"export-{name}")
            signal = control.clicked if isinstance(control, TickBox) else control.chosen
            signal.connect(self._on_chosen)
        self._controls |= controls

    def values(self) -> dict[str, Value]:
        """What is chosen, by name."""
        return {name: chosen_in(control) for name, control in self._controls.items()}

    def choose(self, values: Mapping[str, object]) -> None:
        """Choose what was chosen before, as far as it is still offered."""
        for name, control in self._controls.items():
            if name in values:
                choose_in(control, values[name])
        self._on_chosen()

    @property
    def problem(self) -> str:
        """Why nothing can be made of what is chosen; empty where something can."""
        return ""

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays so as far as it is still there."""

    def is_of_use(self, form: Form) -> bool:  # noqa: ARG002 - for subclasses
        """Whether these options mean something for a kind of file."""
        return True

    def _on_chosen(self, *_what: object) -> None:
        self.chosen.emit()


def today() -> date:
    """The day on the computer's own clock, which is what a document is dated with."""
    return date.today()  # noqa: DTZ011
