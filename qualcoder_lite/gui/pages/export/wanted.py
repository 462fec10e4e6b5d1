"""What a person wants exported, as plain data, and the work of previewing and writing it on another thread.

A job opens the project for itself: a connection belongs to one thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extract import ATTRIBUTION
from qualcoder_lite.service.extracts import ExtractsOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.kinds import Kind
    from qualcoder_lite.service.extracts import Retrieval


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Everything that is chosen on the page."""

    kind: Kind
    scope: Scope
    lens: str = "sites"
    group_by: str = "code"
    context: int = 0
    template: str = ATTRIBUTION
    codebook: str = ""
    who: str = ""
    without_consent: WithoutConsent = WithoutConsent.LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, what is in it, and what was left out of it or is marked, in sentences.

    `found` are the extracts, if it holds any: the project is to know of the file.
    """

    file: Path
    holds: str
    left_out: str = ""
    found: Retrieval | None = None
    scope: Scope = field(default_factory=Scope)


def preview_job(path: Path, wanted: Wanted) -> Callable[[Progress], object]:
    """Work that finds out what an export would hold."""

    def job(progress: Progress) -> object:
        progress(0, 0)
        with Project.look(path, wanted.who) as project:
            if wanted.kind.subject == "extracts":
                return project.extracts.preview(
                    wanted.scope,
                    template=wanted.template,
                    without_consent=wanted.without_consent,
                    progress=progress,
                )
            if wanted.kind.subject == "findings":
                return project.findings.matrix(wanted.lens, scope=wanted.scope)
            return [book for book in project.codebooks.all() if wanted.codebook in ("", book.name)]

    return job


def write_job(path: Path, wanted: Wanted, target: Path) -> Callable[[Progress], Written]:
    """Work that writes the export; it ends with what was written."""
    write = {"extracts": _write_extracts, "findings": _write_findings, "codebook": _write_codebook}

    def job(progress: Progress) -> Written:
        progress(0, 100)
        with Project.look(path, wanted.who) as project:
            return write[wanted.kind.subject](project, wanted, target, progress)

    return job


def _write_extracts(project: Project, wanted: Wanted, target: Path, progress: Progress) -> Written:
    order = ExtractsOrder(
        study=project.title,
        date=_today(),
        who=wanted.who,
        group_by=wanted.group_by,
        context=wanted.context,
        template=wanted.template,
        without_consent=wanted.without_consent,
    )
    found = project.extracts.write(target, order, wanted.scope, progress)
    people = len({extract.participant or extract.transcript for extract in found.extracts})
    return Written(
        target,
        f"{counted(len(found.extracts), 'passage')} from {counted(people, 'person', 'people')}",
        left_out(len(found.withheld), found.withheld_people, wanted.without_consent),
        found,
        wanted.scope,
    )


def _write_findings(project: Project, wanted: Wanted, target: Path, progress: Progress) -> Written:
    matrix = project.findings.matrix(wanted.lens, scope=wanted.scope)
    progress(50, 100)
    project.findings.write(target, matrix, title=project.title, on=_today(), scope=wanted.scope, who=wanted.who)
    return Written(target, f"{len(matrix.rows)} outcomes by {counted(len(matrix.columns), 'feature')}")


def _write_codebook(project: Project, wanted: Wanted, target: Path, _progress: Progress) -> Written:
    books = project.codebooks.write(target, wanted.codebook)
    return Written(target, counted(sum(len(book.codes) for book in books), "code"))


def left_out(passages: int, people: int, without_consent: WithoutConsent) -> str:
    """What isn't in an export, or is marked, because people don't want to be quoted; empty where there is nothing."""
    if not passages:
        return ""
    want = "does" if people == 1 else "do"
    what = "Left out" if without_consent is WithoutConsent.LEAVE_OUT else "Marked"
    whose = counted(people, "person", "people")
    return f"{what}: {counted(passages, 'passage')} of {whose} who {want} not want to be quoted."


def counted(number: int, what: str, many: str = "") -> str:
    """A number with what it counts: "1 passage", "1,204 passages"."""
    return f"{number:,} {what if number == 1 else many or f'{what}s'}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the computer's own clock is what a document is dated with
