"""The matrix: outcomes by features of partnership, as a document or a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.export.extracts import no_transcripts, nothing_fits
from qualcoder_lite.gui.pages.export.look import Look, Written
from qualcoder_lite.gui.pages.export.making import CSV, EXCEL, WORD, Making, today
from qualcoder_lite.gui.pages.export.options import LensOptions
from qualcoder_lite.gui.pages.export.sheet import matrix_begins
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.making import Asked, Form
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixOrder:
    """An order of a matrix."""

    scope: Scope
    lens: str
    who: str
    form: Form

    def look(self, project: Project, progress: Progress) -> Look:
        """How large it is, and where most people are counted."""
        progress(0, 0)
        matrix = project.findings.matrix(self.lens, scope=self.scope)
        if matrix.denominators.people:
            shown = project.findings.beginning(matrix, self.form.ending, on=today(), scope=self.scope, who=self.who)
            return Look(begins=matrix_begins(matrix, MatrixMaking.title), shown=shown)
        return Look(missing=nothing_fits() if project.info().transcripts else no_transcripts())

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Write it."""
        matrix = project.findings.matrix(self.lens, scope=self.scope)
        progress(50, 100)
        project.findings.write(target, matrix, on=today(), scope=self.scope, who=self.who)
        return Written(
            file=target,
            holds=tr(
                "{rows} outcomes by {n:,} feature",
                "{rows} outcomes by {n:,} features",
                n=len(matrix.columns),
                rows=len(matrix.rows),
            ),
        )


class MatrixMaking(Making):
    """Offers the matrix."""

    value, icon, file = "matrix", "findings", tr("Findings")
    title, detail = tr("Findings"), tr("Outcomes by features of partnership")
    narrows = "interviews"
    forms = (WORD, EXCEL, CSV)

    def __init__(self) -> None:
        """Begin with the lens by site."""
        self.lens = LensOptions()
        super().__init__(self.lens)

    def order(self, asked: Asked) -> MatrixOrder:
        """What is chosen."""
        return MatrixOrder(scope=asked.scope, lens=self.lens.lens.value or "sites", who=asked.who, form=self.form)
