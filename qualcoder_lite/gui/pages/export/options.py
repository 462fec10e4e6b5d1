"""The options of each kind of export: how extracts read, through which lens findings are seen, which codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project


ABOVE = (0, 10, 0, 0)
"""The room above a group of options, gone with it where it is of no use."""


class _Options(QWidget):
    """Some options.

    Signals:
        chosen: The person chose something else.
    """

    chosen = Signal()

    def _on_chosen(self, *_what: object) -> None:
        self.chosen.emit()


class ReadingOptions(_Options):
    """How a document of extracts reads."""

    def __init__(self) -> None:
        """By code, without the turns around."""
        super().__init__()
        self.group_by = SegmentedControl(
            [("code", "By code"), ("code,site", "By code, then site")], name="How should it read?", value="code"
        )
        self.group_by.setObjectName("export-group-by")
        self.context = TickBox("With what was said just before and after")
        self.context.setObjectName("export-context")
        self.group_by.chosen.connect(self._on_chosen)
        self.context.clicked.connect(self._on_chosen)
        self.setLayout(
            Column(Label("How should it read?", "heading"), self.group_by, self.context, gap=10, margins=ABOVE)
        )


class ConsentOptions(_Options):
    """What becomes of quotes of people who don't want to be quoted."""

    def __init__(self) -> None:
        """Leave them out."""
        super().__init__()
        self.without = SegmentedControl(
            [(WithoutConsent.LEAVE_OUT.value, "Leave them out"), (WithoutConsent.MARK.value, "Mark them")],
            name="People who said no to being quoted",
            value=WithoutConsent.LEAVE_OUT.value,
        )
        self.without.setObjectName("export-without-consent")
        self.without.chosen.connect(self._on_chosen)
        heading = Label("People who said no to being quoted", "heading", wrap=True)
        self.setLayout(Column(heading, self.without, gap=10, margins=ABOVE))


class FindingsOptions(_Options):
    """Which of the three lenses."""

    def __init__(self) -> None:
        """By site."""
        super().__init__()
        self.lens = SegmentedControl(
            [("sites", "By site"), ("passages", "Same passage"), ("attributions", "People said so")],
            name="What brings outcome and feature together?",
            value="sites",
        )
        self.lens.setObjectName("export-lens")
        self.lens.chosen.connect(self._on_chosen)
        self._meaning = Label("", "small", tone="muted", wrap=True)
        self.setLayout(
            Column(
                Label("What brings outcome and feature together?", "heading"),
                self.lens,
                self._meaning,
                gap=8,
                margins=ABOVE,
            )
        )
        self._say()

    def _on_chosen(self, *_what: object) -> None:
        self._say()
        super()._on_chosen()

    def _say(self) -> None:
        self._meaning.setText(_LENSES[self.lens.value or "sites"])


_LENSES = {
    "sites": "The person’s site has the feature in your register. It does not show that the feature caused anything.",
    "passages": "The person talks of both in one turn. They need not have said that one led to the other.",
    "attributions": "The person said that the feature helped or hindered.",
}


class CodebookOptions(_Options):
    """Which codebook, in which form."""

    def __init__(self) -> None:
        """All codebooks, for a spreadsheet."""
        super().__init__()
        self.book = ChoiceBox("Which codebook?", [("", "All codebooks")])
        self.book.setObjectName("export-codebook")
        self.form = SegmentedControl(
            [("csv", "For a spreadsheet (CSV)"), ("toml", "For another project (TOML)")],
            name="In which form?",
            value="csv",
        )
        self.form.setObjectName("export-codebook-form")
        self._note = Label("A TOML file holds one codebook: choose which.", "small", tone="muted", wrap=True)
        self.book.chosen.connect(self._on_chosen)
        self.form.chosen.connect(self._on_chosen)
        self._books: list[tuple[str, str]] = []
        self.setLayout(
            Column(
                *(Label("Which codebook?", "heading"), self.book, 6),
                *(Label("In which form?", "heading"), self.form, self._note),
                gap=8,
                margins=ABOVE,
            )
        )
        self._say()

    def offer(self, project: Project) -> None:
        """Offer the project's codebooks."""
        self._books = [(book.name, book.title) for book in project.codebooks.all()]
        self._fill()

    def _on_chosen(self, *_what: object) -> None:
        self._fill()
        super()._on_chosen()

    def _fill(self) -> None:
        """A codebook for another project is one; a table may hold all."""
        everything = [] if self.form.value == "toml" else [("", "All codebooks")]
        chosen = self.book.value
        self.book.set_choices([*everything, *self._books], value=chosen)
        self._say()

    def _say(self) -> None:
        self._note.setVisible(self.form.value == "toml")
