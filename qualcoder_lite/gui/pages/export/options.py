"""The options of each thing to make: how extracts read, through which lens findings are seen, which codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.gui.pages.export.making import ABOVE, CSV, Options
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Form
    from qualcoder_lite.service.project import Project

_ALL_BOOKS = ("", tr("All codebooks"))


class CsvOptions(Options):
    """How a table as CSV begins."""

    def __init__(self) -> None:
        """As Excel needs it."""
        super().__init__()
        self.mark = TickBox(tr("With the mark by which Excel knows accents (UTF-8)"), ticked=True)
        self.keep(**{"csv-mark": self.mark})
        self.setLayout(Column(self.mark, margins=ABOVE))

    def is_of_use(self, form: Form) -> bool:
        """Other kinds of file say it themselves."""
        return form is CSV


class ConsentOptions(Options):
    """What becomes of quotes of people who don't want to be quoted."""

    def __init__(self) -> None:
        """Leave them out."""
        super().__init__()
        self.without = SegmentedControl(
            [(WithoutConsent.LEAVE_OUT.value, tr("Leave them out")), (WithoutConsent.MARK.value, tr("Mark them"))],
            name=tr("People who said no to being quoted"),
            value=WithoutConsent.LEAVE_OUT.value,
        )
        self.keep(**{"without-consent": self.without})
        heading = Label(tr("People who said no to being quoted"), "heading", wrap=True)
        self.setLayout(Column(heading, self.without, gap=10, margins=ABOVE))


class LensOptions(Options):
    """Which of the three lenses."""

    def __init__(self) -> None:
        """By site."""
        super().__init__()
        self.lens = ChoiceBox(
            tr("What brings outcome and feature together?"),
            [("sites", tr("By site")), ("passages", tr("Same passage")), ("attributions", tr("People said so"))],
        )
        self.keep(lens=self.lens)
        self._meaning = Label("", "small", tone="muted", wrap=True)
        self.setLayout(
            Column(
                Label(tr("What brings outcome and feature together?"), "heading"),
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
    "sites": tr(
        "The person’s site has the feature in your register. It does not show that the feature caused anything."
    ),
    "passages": tr("The person talks of both in one turn. They need not have said that one led to the other."),
    "attributions": tr("The person said that the feature helped or hindered."),
}


class BookOptions(Options):
    """Which codebook."""

    def __init__(self) -> None:
        """All codebooks."""
        super().__init__()
        self.book = ChoiceBox(tr("Which codebook?"), [_ALL_BOOKS])
        self.keep(codebook=self.book)
        self.setLayout(Column(Label(tr("Which codebook?"), "heading"), self.book, gap=8, margins=ABOVE))

    def offer(self, project: Project) -> None:
        """Offer the project's codebooks."""
        books = [(book.name, book.title) for book in project.codebooks.all()]
        self.book.set_choices([_ALL_BOOKS, *books], value=self.book.value)
