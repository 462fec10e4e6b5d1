"""Codebooks: every code with its meaning, to be read, to be worked on in a table, or for another program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.export.look import Look, Written
from qualcoder_lite.gui.pages.export.making import CSV, EXCEL, WORD, Form, Making
from qualcoder_lite.gui.pages.export.options import BookOptions, CsvOptions
from qualcoder_lite.gui.pages.export.sheet import codebook_begins
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.making import Asked
    from qualcoder_lite.service.project import Project

QDC = Form(".qdc", tr("Other programs"), tr("codebook for other programs"))
TOML = Form(".toml", tr("Another project"), tr("codebook for another project"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookOrder:
    """An order of one codebook by its name, or of all."""

    book: str
    who: str
    form: Form
    byte_order_mark: bool

    def look(self, project: Project, progress: Progress) -> Look:
        """Its groups."""
        progress(0, 0)
        books = [book for book in project.codebooks.all() if self.book in ("", book.name)]
        shown = project.codebooks.beginning(self.form.ending, self.book, who=self.who)
        return Look(begins=codebook_begins(books, CodebookMaking.title), shown=shown)

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Write it."""
        progress(0, 100)
        books = project.codebooks.write(target, self.book, who=self.who, byte_order_mark=self.byte_order_mark)
        return Written(file=target, holds=tr("{n:,} code", "{n:,} codes", n=sum(len(book.codes) for book in books)))


class CodebookMaking(Making):
    """Offers the codebooks."""

    value, icon, file = "codebook", "book", tr("Codebook")
    title, detail = tr("Codebook"), tr("Every code, its meaning and an example")
    forms = (WORD, EXCEL, CSV, QDC, TOML)

    def __init__(self) -> None:
        """Begin with all codebooks."""
        self.books, self.csv = BookOptions(), CsvOptions()
        super().__init__(self.books, self.csv)

    def order(self, asked: Asked) -> CodebookOrder:
        """What is chosen."""
        return CodebookOrder(
            book=self.books.book.value, who=asked.who, form=self.form, byte_order_mark=self.csv.mark.isChecked()
        )
