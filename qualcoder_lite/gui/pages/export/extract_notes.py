"""What is said beside extracts before they are written: who is left out, and who might be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extract import attribution
from qualcoder_lite.gui.pages.export.look import counted
from qualcoder_lite.gui.pages.export.sheet import note
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.extracts_preview import ExtractsPreview

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
        words = Label(f"{preview.unasked} Record it on the page People.", wrap=True)
        words.setObjectName("export-not-asked")
        notes.append(note("info", words))
    if names_people:
        words = Label(
            "A table names each person’s pseudonym and transcript. Keep it where the study’s data are kept.",
            wrap=True,
        )
        words.setObjectName("export-table-caution")
        notes.append(note("info", words))
    if attributed and preview.narrow:
        notes.append(_warnings(preview, choose))
    return notes


def _warnings(preview: ExtractsPreview, choose: Callable[[str], None]) -> QWidget:
    ways = counted(len(preview.narrow), "attribution")
    verb = "tells" if len(preview.narrow) == 1 else "tell"
    lines: list[QWidget] = [Label(f"A reader may guess who is speaking: {ways} {verb} too much", "strong", wrap=True)]
    for warning in preview.narrow[:_WARNINGS]:
        fits = "1 person" if warning.people == 1 else f"{warning.people} people"
        line = Label(f"{warning.attribution} fits only {fits} in the project. {_quotes(warning.quotes)}.", wrap=True)
        line.setObjectName("export-warning")
        lines.append(line)
    more = len(preview.narrow) - _WARNINGS
    if more > 0:
        lines.append(Label(f"… and {more:,} more.", wrap=True))
    if preview.coarser:
        lines += _coarser(preview, choose)
    else:
        advice = "No attribution that says less fits more people: think of leaving these quotes out."
        lines.append(Label(advice, wrap=True))
    return note("warning", *lines)


def _coarser(preview: ExtractsPreview, choose: Callable[[str], None]) -> list[QWidget]:
    still = preview.coarser_narrow
    left = f"{still} still {'tells' if still == 1 else 'tell'} too much" if still else "no attribution tells too much"
    example = attribution(preview.first[0], preview.coarser)
    button = Button(f"Say less: {example}")
    button.setObjectName("export-coarser")
    button.setAccessibleDescription(f"Says less about everybody; {left}.")
    button.clicked.connect(lambda: choose(preview.coarser))
    holder = QWidget()
    holder.setLayout(Row(button, None))
    return [Label(f"If you say less about everybody, {left}.", wrap=True), holder]


def _quotes(number: int) -> str:
    return "1 quote carries it" if number == 1 else f"{number:,} quotes carry it"


def left_out(passages: int, people: int, without_consent: WithoutConsent) -> str:
    """What isn't in an export, or is marked, because people don't want to be quoted; empty where there is nothing."""
    if not passages:
        return ""
    want = "does" if people == 1 else "do"
    what = "Left out" if without_consent is WithoutConsent.LEAVE_OUT else "Marked"
    whose = counted(people, "person", "people")
    return f"{what}: {counted(passages, 'passage')} of {whose} who {want} not want to be quoted."
