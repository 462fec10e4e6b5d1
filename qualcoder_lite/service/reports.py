"""The study's three stages as reports: by site, within a client group across sites, across all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.report import Report, Stage
from qualcoder_lite.service.report_making import ReportMaker, group_order
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """How a report is to be written. `study` and `who` stand on the title page.

    `large_print` writes nothing smaller than 16 points. `plain` puts headings and explanations into plain words;
    quotes stay as they were said.
    """

    study: str
    date: date
    who: str = ""
    large_print: bool = False
    plain: bool = False


class Reports:
    """The reports of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def make(self, stage: Stage | str, name: str = "") -> Report:
        """A report of a stage, about the site or client group named (neither across all groups).

        Raises:
            UnknownNameError: there is no such site or client group; the message has the nearest names.
            UserError: no name is given, or nothing that was said there is coded with an outcome.
        """
        stage = Stage(stage)
        return ReportMaker(self._session, stage, self._scope(stage, name)).report()

    def write(self, target: Path, report: Report, order: ReportOrder) -> None:
        """Write a report as a Word document.

        Raises UserError where the file's name doesn't end in .docx or it can't be written.
        """
        ending = target.suffix.lower()
        if ending != ".docx":
            raise UserError(f"A report is written as .docx, not as “{ending or target.name}”.")
        from qualcoder_lite.exporters.word.report import ReportDocument, write_report_document

        document = ReportDocument(
            report=report,
            study=order.study,
            date=order.date,
            who=order.who,
            large_print=order.large_print,
            plain=order.plain,
        )
        write_report_document(document, target)

    def _scope(self, stage: Stage, name: str) -> Scope:
        placements = self._session.placements().values()
        if not placements:
            raise UserError("This project holds no transcripts yet, so there is nothing to report. Import some first.")
        if stage is Stage.ACROSS:
            if name:
                raise UserError("A report across all groups takes no name. Leave it out, or ask for a site or a group.")
            return Scope()
        if stage is Stage.SITE:
            if not name:
                there = [entry.name for entry in self._session.directory.sites.by_id.values()]
                raise UserError(_which("site", there))
            return Scope(sites=(self._session.directory.sites.find(name).name,))
        if not name:
            there = {placement.client_group for placement in placements} - {""}
            raise UserError(_which("client group", sorted(there, key=group_order)))
        return Scope(client_groups=(name,))


def _which(noun: str, names: list[str]) -> str:
    if not names:
        return f"No {noun} is recorded in this project yet. Record one, or ask for a report across all groups."
    return f"Say which {noun} the report is about: {listed(names)}."
