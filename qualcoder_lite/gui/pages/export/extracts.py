"""Coded extracts: quotes under each code as a document, or one row a passage as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.extracts.extract import count_people
from qualcoder_lite.gui.pages.export.attribution_choice import AttributionChoice
from qualcoder_lite.gui.pages.export.extract_notes import left_out, notes_on
from qualcoder_lite.gui.pages.export.extract_options import BesideOptions, LimitOptions, ReadingOptions
from qualcoder_lite.gui.pages.export.look import Look, Missing, Written
from qualcoder_lite.gui.pages.export.making import CSV, EXCEL, WEB, WORD, Making, today
from qualcoder_lite.gui.pages.export.options import ConsentOptions, CsvOptions
from qualcoder_lite.gui.pages.export.sheet import extracts_begin
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.extracts.layout import ExtractsLayout
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.export.making import Asked, Form
    from qualcoder_lite.service.extracts.preview import ExtractsPreview
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracts:
    """An order of extracts."""

    scope: Scope
    options: ExtractsOrder
    form: Form

    def look(self, project: Project, progress: Progress) -> Look:
        """How many there are, whose they are, and the first of them."""
        found, shown = project.extracts.look(self.options, self.scope, self.form.ending, progress)
        missing = None if found.extracts else why_none(project, withheld=found.withheld)
        begins = extracts_begin(found, ExtractsMaking.title) if found.extracts else None
        return Look(begins=begins, shown=shown, missing=missing, found=found)

    def write(self, project: Project, target: Path, progress: Progress) -> Written:
        """Write them, and have the project know of it."""
        found = project.extracts.write(target, self.options, self.scope, progress)
        who, scope = self.options.who, self.scope

        def record(project: Project) -> None:
            project.exports.record_extracts(target, found, scope, coder=who)

        people = tr("{n:,} person", "{n:,} people", n=count_people(found.extracts))
        return Written(
            file=target,
            holds=tr(
                "{n:,} passage from {people}", "{n:,} passages from {people}", n=len(found.extracts), people=people
            ),
            left_out=left_out(len(found.withheld), found.withheld_people, self.options.without_consent),
            record=record,
        )


class ExtractsMaking(Making):
    """Offers coded extracts."""

    value, icon, file = "extracts", "quotes", tr("Coded extracts")
    title, detail = tr("Coded extracts"), tr("Quotes under each code, or a row for each")
    narrows = "passages"
    forms = (WORD, EXCEL, WEB, CSV)

    def __init__(self) -> None:
        """Begin with a document by code, attributed as the published study does."""
        self.reading, self.beside, self.limit = ReadingOptions(), BesideOptions(), LimitOptions()
        self.attribution, self.consent, self.csv = AttributionChoice(), ConsentOptions(), CsvOptions()
        super().__init__(self.reading, self.beside, self.attribution, self.limit, self.consent, self.csv)

    def order(self, asked: Asked) -> Extracts:
        """What is chosen."""
        return Extracts(
            scope=asked.scope,
            form=self.form,
            options=ExtractsOrder(
                study=asked.study,
                date=today(),
                who=asked.who,
                layout=self._layout(),
                template=self.attribution.template,
                without_consent=WithoutConsent(self.consent.without.value or WithoutConsent.LEAVE_OUT),
                byte_order_mark=self.csv.mark.isChecked(),
            ),
        )

    def _layout(self) -> ExtractsLayout:
        beside = self.beside
        return replace(
            self.reading.laid_out(),
            before=beside.before.isChecked(),
            after=beside.after.isChecked(),
            also_coded=beside.also.isChecked(),
            memos=beside.memos.isChecked(),
            per_person=int(self.limit.most.value or 0),
        )

    def notes_on(self, look: Look) -> Sequence[QWidget]:
        """Who is left out, and who might be recognised."""
        found = cast("ExtractsPreview", look.found)
        self.attribution.set_example(found.first[0] if found.first else None)
        if not found.extracts:
            return ()
        without = WithoutConsent(self.consent.without.value or WithoutConsent.LEAVE_OUT)
        return notes_on(
            found,
            without,
            self.attribution.set_template,
            attributed=self.form is not CSV,
            names_people=self.form in (EXCEL, CSV),
        )


def why_none(project: Project, *, withheld: int) -> Missing:
    """Why nothing of what people said can be taken out, with the way on."""
    info = project.info()
    if not info.transcripts:
        return no_transcripts()
    if not info.codings:
        advice = tr("Put codes on what people said, and it can be taken out here.")
        return Missing(icon="code", title=tr("Nothing is coded yet"), advice=advice, way="code", words=tr("Go to Code"))
    return nothing_fits(withheld=bool(withheld))


def no_transcripts() -> Missing:
    """There is nothing in the project yet."""
    advice = tr("Bring in the transcripts first, and code them. A codebook can be saved already.")
    return Missing(
        icon="transcript", title=tr("No transcripts yet"), advice=advice, way="import", words=tr("Import transcripts …")
    )


def nothing_fits(*, withheld: bool = False) -> Missing:
    """What is chosen leaves nothing over."""
    advice = (
        tr("All passages you chose are of people who do not want to be quoted.")
        if withheld
        else tr("No passage fits all that you chose. Choose fewer things.")
    )
    return Missing(
        icon="filter", title=tr("Nothing to take out"), advice=advice, way="everything", words=tr("Choose everything")
    )
