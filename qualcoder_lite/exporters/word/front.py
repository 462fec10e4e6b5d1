"""What stands on the first page of documents that hold people's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.project_details import USUAL_NOTICE
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.exporters.word.body import Body


def opening(body: Body, title: str, study: ProjectDetails, privacy: str = "") -> None:
    """Add the title, the study, and how to look after the document: in the study's own words where it has any."""
    body.paragraph("Title", title)
    body.paragraph("Subtitle", study.named)
    body.paragraph("PrivacyNotice", study.notice or privacy or tr(USUAL_NOTICE))


def fact(body: Body, label: str, text: str) -> None:
    """Add a line with a label before it; nothing where there is nothing to say."""
    if text:
        body.paragraph("Facts", f"\t{text}", label=label)


def made(on: date, who: str) -> str:
    """When a document was made, and by whom where that is known."""
    day = day_in_words(on)
    return tr("Made on {day} by {name}.", day=day, name=who) if who else tr("Made on {day}.", day=day)


def to_check(body: Body, warnings: Sequence[str], words: tuple[str, str] | None = None) -> None:
    """Add what the guard of attributions warns of, under a heading and a sentence: the usual ones or some `words`."""
    if warnings:
        usual = (
            tr("Check before you share this"),
            tr("These attributions may tell a reader who is speaking:"),
        )
        heading, why = words or usual
        body.paragraph("FrontHeading", heading)
        body.paragraph("Normal", why)
        for warning in warnings:
            body.paragraph("Warning", warning)
