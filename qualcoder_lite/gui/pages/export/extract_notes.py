"""What is said beside extracts before they are written: who is left out, and who might be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extracts.extract import INTERVIEWER, attribution
from qualcoder_lite.gui.pages.export.sheet import note
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.extracts.preview import ExtractsPreview

_WARNINGS = 6


def notes_on(
    preview: ExtractsPreview,
    without_consent: WithoutConsent,
    choose: Callable[[str], None],
    *,
    attributed: bool,
    names_people: bool,
) -> list[QWidget]:
    """What there is to say of extracts: who is left out, and, where they are `attributed`, who might be recognised.

    A table `names_people` by their pseudonyms.
    `choose` takes the attribution that says less, if the person asks for it.
    """
    notes: list[QWidget] = []
    if preview.withheld:
        words = Label(left_out(preview.withheld, preview.withheld_people, without_consent), wrap=True)
        words.setObjectName("export-left-out")
        notes.append(note("lock", words))
    if preview.unasked:
        words = Label(tr("{unasked} Record it on the page People.", unasked=preview.unasked), wrap=True)
        words.setObjectName("export-not-asked")
        notes.append(note("info", words))
    if names_people:
        words = Label(
            tr("A table names each person’s pseudonym and transcript. Keep it where the study’s data are kept."),
            wrap=True,
        )
        words.setObjectName("export-table-caution")
        notes.append(note("info", words))
    if attributed and preview.narrow:
        notes.append(_warnings(preview, choose))
    return notes


def _warnings(preview: ExtractsPreview, choose: Callable[[str], None]) -> QWidget:
    too_much = tr(
        "A reader may guess who is speaking: {n:,} attribution tells too much",
        "A reader may guess who is speaking: {n:,} attributions tell too much",
        n=len(preview.narrow),
    )
    lines: list[QWidget] = [Label(too_much, "strong", wrap=True)]
    for warning in preview.narrow[:_WARNINGS]:
        fits = tr(
            "{attribution} fits only {n} person in the project. {quotes}.",
            "{attribution} fits only {n} people in the project. {quotes}.",
            n=warning.people,
            attribution=warning.attribution,
            quotes=_quotes(warning.quotes),
        )
        line = Label(fits, wrap=True)
        line.setObjectName("export-warning")
        lines.append(line)
    more = len(preview.narrow) - _WARNINGS
    if more > 0:
        lines.append(Label(tr("… and {more:,} more.", more=more), wrap=True))
    if preview.coarser:
        lines += _coarser(preview, choose)
    else:
        advice = tr("No attribution that says less fits more people: think of leaving these quotes out.")
        lines.append(Label(advice, wrap=True))
    return note("warning", *lines)


def _coarser(preview: ExtractsPreview, choose: Callable[[str], None]) -> list[QWidget]:
    still = preview.coarser_narrow
    left = (
        tr("{n} still tells too much", "{n} still tell too much", n=still)
        if still
        else tr("no attribution tells too much")
    )
    # An interviewer's words are attributed otherwise than those of people, and would be no example of them.
    of_people = [extract for extract in preview.first if extract.respondent != INTERVIEWER]
    example = attribution((of_people or preview.first)[0], preview.coarser)
    button = Button(tr("Say less: {example}", example=example))
    button.setObjectName("export-coarser")
    button.setAccessibleDescription(tr("Says less about everybody; {left}.", left=left))
    button.clicked.connect(lambda: choose(preview.coarser))
    holder = QWidget()
    holder.setLayout(Row(button, None))
    return [Label(tr("If you say less about everybody, {left}.", left=left), wrap=True), holder]


def _quotes(number: int) -> str:
    return tr("{n:,} quote carries it", "{n:,} quotes carry it", n=number)


def left_out(passages: int, people: int, without_consent: WithoutConsent) -> str:
    """What isn't in an export, or is marked, because people don't want to be quoted; empty where there is nothing."""
    if not passages:
        return ""
    return tr(
        "{what}: {passages} of {n:,} person who does not want to be quoted.",
        "{what}: {passages} of {n:,} people who do not want to be quoted.",
        n=people,
        what=tr("Left out") if without_consent is WithoutConsent.LEAVE_OUT else tr("Marked"),
        passages=tr("{n:,} passage", "{n:,} passages", n=passages),
    )
