"""Why there can be no report as it was asked for, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import listed
from qualcoder_lite.domain.reports.report import Stage
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


def nobody_said_anything(stage: Stage, name: str) -> str:
    """That no transcript belongs to what a report is about."""
    match stage:
        case Stage.SITE:
            return tr(
                "No transcript at {name} is in the project yet, so there is no report. Import one, or set its site.",
                name=name,
            )
        case Stage.CLIENT_GROUP:
            return tr(
                "No transcript in the client group {name} is in the project yet, so there is no report. "
                "Import one, or set its site.",
                name=name,
            )
        case Stage.ACROSS:
            return tr("No transcript is in the project yet, so there is no report. Import one, or set its site.")


def nothing_is_coded(stage: Stage, name: str) -> str:
    """That no outcome is coded in what a report is about."""
    match stage:
        case Stage.SITE:
            return tr(
                "Nothing that was said at {name} is coded with an outcome yet, so there is no report. Code it first.",
                name=name,
            )
        case Stage.CLIENT_GROUP:
            return tr(
                "Nothing that was said in the client group {name} is coded with an outcome yet, so there is no report. "
                "Code it first.",
                name=name,
            )
        case Stage.ACROSS:
            return tr("Nothing that was said is coded with an outcome yet, so there is no report. Code it first.")


def which_site(there: Sequence[str]) -> str:
    """That a report is about one of these sites."""
    if there:
        return tr("Say which site the report is about: {names}.", names=listed(there))
    return tr("No site is recorded in this project yet. Record one, or ask for a report across all groups.")


def which_client_group(there: Sequence[str]) -> str:
    """That a report is about one of these client groups."""
    if there:
        return tr("Say which client group the report is about: {names}.", names=listed(there))
    return tr("No client group is recorded in this project yet. Record one, or ask for a report across all groups.")
