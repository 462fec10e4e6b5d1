"""What stands on the first page of documents that hold people's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.project_details import USUAL_NOTICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.exporters.word.body import Body

_TO_CHECK = ("Check before you share this", "These attributions may tell a reader who is speaking:")


def opening(body: Body, title: str, study: ProjectDetails, privacy: str = USUAL_NOTICE) -> None:
    """Add the title, the study, and how to look after the document: in the study's own words where it has any."""
    body.paragraph("Title", title)
    body.paragraph("Subtitle", study.named)
    body.paragraph("PrivacyNotice", study.notice or privacy)


def fact(body: Body, label: str, text: str) -> None:
    """Add a line with a label before it; nothing where there is nothing to say."""
    if text:
        body.paragraph("Facts", f"\t{text}", label=label)


def to_check(body: Body, warnings: Sequence[str], words: tuple[str, str] = _TO_CHECK) -> None:
    """Add what the guard of attributions warns of, under a heading and a sentence."""
    if warnings:
        heading, why = words
        body.paragraph("FrontHeading", heading)
        body.paragraph("Normal", why)
        for warning in warnings:
            body.paragraph("Warning", warning)
