"""The study's three stages as reports: by site, within a client group across sites, across all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.voices import PER_PERSON
from qualcoder_lite.domain.names import in_order
from qualcoder_lite.domain.people import group_order
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.reports.report import Report, Stage
from qualcoder_lite.service.reports.making import ReportMaker
from qualcoder_lite.service.reports.words import which_client_group, which_site
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.paper import OnPaper
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.exporters.word.report import ReportDocument
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """How a report is to be written. `study` and `who` stand on the title page.

    `large_print` writes nothing smaller than 16 points. `plain` puts headings and explanations into plain words;
    quotes stay as they were said. `table_alone` writes nothing but the table in the layout of the
    study's Table 3, which a report across all groups has.
    """

    study: ProjectDetails
    date: date
    who: str = ""
    large_print: bool = False
    plain: bool = False
    table_alone: bool = False


_SHOWN = 50  # paragraphs of the first pages


class Reports:
    """The reports of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def make(
        self,
        stage: Stage | str,
        name: str = "",
        *,
        per_person: int = PER_PERSON,
        table_alone: bool = False,
        progress: Progress = unwatched,
    ) -> Report:
        """A report of a stage, about the site or client group named (neither across all groups).

        On one outcome nobody is quoted more often than `per_person`; with `table_alone` it holds those quotes only that
        stand in the table.

        Raises:
            UnknownNameError: there is no such site or client group; the message has the nearest names.
            UserError: no name is given, or nothing that was said there is coded with an outcome.
        """
        stage = Stage(stage)
        maker = ReportMaker(self._session, stage, self._scope(stage, name), per_person=per_person)
        return maker.report(progress, table_alone=table_alone)

    def about(self, stage: Stage | str) -> list[str]:
        """The sites or client groups that a report of a stage can be about; none across all groups."""
        placements = self._session.placements().values()
        if Stage(stage) is Stage.SITE:
            return sorted({place.site.name for place in placements if place.site}, key=in_order)
        if Stage(stage) is Stage.CLIENT_GROUP:
            return sorted({place.client_group for place in placements} - {""}, key=group_order)
        return []

    def write(self, target: Path, report: Report, order: ReportOrder) -> None:
        """Write a report as a Word document.

        Raises UserError where the file's name doesn't end in .docx or it can't be written, or a table is asked for that
        the report doesn't have.
        """
        ending = target.suffix.lower()
        if ending != ".docx":
            raise UserError(tr("A report is written as .docx, not as “{ending}”.", ending=ending or target.name))
        if order.table_alone and not report.findings:
            raise UserError(
                tr("Only a report across all groups has that table. Leave it out, or ask for such a report.")
            )
        from qualcoder_lite.exporters.word.report import write_report_document

        write_report_document(self._document(report, order), target)

    def first_pages(self, report: Report, order: ReportOrder) -> list[OnPaper]:
        """The first pages of the Word document as they will look."""
        from qualcoder_lite.exporters.word.first_pages import first_pages
        from qualcoder_lite.exporters.word.report import report_body
        from qualcoder_lite.exporters.word.styles import BODY_SIZE, LARGE_PRINT

        smallest = LARGE_PRINT if order.large_print else BODY_SIZE
        return first_pages(report_body(self._document(report, order)), _SHOWN, smallest=smallest)

    @staticmethod
    def _document(report: Report, order: ReportOrder) -> ReportDocument:
        from qualcoder_lite.exporters.word.report import ReportDocument

        return ReportDocument(
            report=report,
            study=order.study,
            date=order.date,
            who=order.who,
            large_print=order.large_print,
            plain=order.plain,
            table_alone=order.table_alone,
        )

    def _scope(self, stage: Stage, name: str) -> Scope:
        placements = self._session.placements().values()
        if not placements:
            raise UserError(
                tr("This project holds no transcripts yet, so there is nothing to report. Import some first.")
            )
        if stage is Stage.ACROSS:
            if name:
                raise UserError(
                    tr("A report across all groups takes no name. Leave it out, or ask for a site or a group.")
                )
            return Scope()
        if stage is Stage.SITE:
            if not name:
                there = [entry.name for entry in self._session.directory.sites.by_id.values()]
                raise UserError(which_site(there))
            return Scope(sites=(self._session.directory.sites.find(name).name,))
        if not name:
            raise UserError(which_client_group(self.about(stage)))
        return Scope(client_groups=(name,))
