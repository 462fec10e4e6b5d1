"""A report of one of the study's three stages as a Word document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.extracts.extract import attribution, count_people
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.reports.report import Stage
from qualcoder_lite.domain.reports.told import Likeness
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import fact, opening, to_check
from qualcoder_lite.exporters.word.report_sentences import ReportSentences
from qualcoder_lite.exporters.word.report_tables import ReportTables, flag
from qualcoder_lite.exporters.word.report_words import ReportWords
from qualcoder_lite.exporters.word.styles import BODY_SIZE, LARGE_PRINT
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.project_details import ProjectDetails
    from qualcoder_lite.domain.reports.report import OutcomeReport, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """What goes into a report's document; see `service.reports.ReportOrder` for the choices."""

    report: Report
    study: ProjectDetails
    date: dt.date
    who: str = ""
    large_print: bool = False
    plain: bool = False
    table_alone: bool = False

    @property
    def title(self) -> str:
        """What the document is called."""
        return ReportWords(plain=self.plain).findings if self.table_alone else self.report.title


def write_report_document(document: ReportDocument, target: BinaryIO | Path) -> None:
    """Write a report as a Word document.

    Each quote's own words stand in the built-in style Quote, who said them in the style Attribution after it.

    Raises:
        UserError: the file can't be written there.
    """
    body = report_body(document)
    properties = Properties(title=document.title, subject=document.study.title, author=document.who, date=document.date)
    write_file(
        target,
        word_file(body, properties, smallest=_smallest(document), notice=ReportWords(plain=document.plain).notice),
    )


def report_body(document: ReportDocument) -> Body:
    """The text of the report."""
    body = Body(_smallest(document))
    _Writer(body, document).write()
    return body


def _smallest(document: ReportDocument) -> float:
    return LARGE_PRINT if document.large_print else BODY_SIZE


class _Writer:
    """Writes the chapters one after another."""

    def __init__(self, body: Body, document: ReportDocument) -> None:
        self._body = body
        self._document = document
        self._report = document.report
        self._words = ReportWords(plain=document.plain)
        self._sentences = ReportSentences(self._words)
        self._tables = ReportTables(document.report, self._words, large_print=document.large_print)

    def write(self) -> None:
        self._front()
        if self._document.table_alone:
            self._findings()
            return
        self._body.paragraph("TOCHeading", self._words.contents)
        self._body.contents()
        self._heard()
        self._outcomes()
        if len(self._report.parts) > 1:
            self._likeness()
        self._features()
        if self._report.findings:
            self._findings()
        self._register()
        self._how_made()

    def _front(self) -> None:
        body, report, words = self._body, self._report, self._words
        opening(body, self._document.title, self._document.study, words.privacy)
        fact(body, words.front_heard, self._sentences.heard(report.heard.people, report.transcripts))
        if report.stage is not Stage.SITE:
            fact(body, words.front_sites, series([self._tables.part_name(each) for each in report.sites]))
        if report.stage is not Stage.CLIENT_GROUP:
            groups = [self._tables.part_name(each) for each in report.client_groups]
            fact(body, words.front_client_groups, series(groups))
        quotes = self._sentences.quoted(len(report.quotes), sum(1 for times in report.quoted if times))
        if not self._document.table_alone:  # the table shows a few of them
            fact(body, words.front_quotes, quotes)
        unasked = [quote for quote in report.quotes if quote.not_asked]
        if unasked:
            fact(body, words.front_consent, self._sentences.unasked(len(unasked), count_people(unasked)))
        fact(body, words.date, day_in_words(self._document.date))
        fact(body, words.made_by, self._document.who)
        body.paragraph("Normal", self._sentences.small)
        if report.withheld_passages:
            body.paragraph("FrontHeading", words.never_quoted)
            refused = self._sentences.refused(report.withheld_passages, report.withheld_people)
            body.paragraph("Normal", refused)
        to_check(body, report.warnings, words.to_check)

    def _heard(self) -> None:
        body, report, words = self._body, self._report, self._words
        body.heading(1, words.heard)
        body.paragraph("Normal", words.heard_why)
        unread = report.heard.people - report.heard.done
        if unread:
            body.paragraph("Warning", self._sentences.unread(unread))
        if report.without_participant:
            body.paragraph("Normal", self._sentences.without_participant(report.without_participant))
        body.table(self._tables.heard())

    def _outcomes(self) -> None:
        body, words = self._body, self._words
        body.heading(1, words.outcomes)
        body.paragraph("Normal", words.outcomes_why)
        for table in self._tables.outcomes():
            body.table(table)
        self._silences()
        for outcome in self._report.outcomes:
            if outcome.told.tally.people:
                self._outcome(outcome)

    def _silences(self) -> None:
        body, words = self._body, self._words
        body.heading(2, words.silences)
        silent = [outcome for outcome in self._report.outcomes if not outcome.told.tally.people]
        body.paragraph("Normal", words.silences_why if silent else words.no_silences)
        for outcome in silent:
            asked = self._sentences.asked(outcome.asked)
            body.paragraph("CodeEntry", f" {asked}" if asked else "", label=f"{outcome.name}.")

    def _outcome(self, outcome: OutcomeReport) -> None:
        body, words, told = self._body, self._words, outcome.told
        body.heading(2, outcome.name)
        sentences = (
            self._sentences.people_and_passages(told, self._report.heard.people, flag(told.tally.people)),
            self._sentences.stands(told),
            self._sentences.asked(outcome.asked),
        )
        body.paragraph("Counts", " ".join(sentence for sentence in sentences if sentence))
        for quote in outcome.quotes:
            self._quote(quote)
        if not outcome.quotes:
            body.paragraph("Normal", words.no_quote)

    def _quote(self, quote: Extract) -> None:
        stand = self._words.stand_labels[quote.polarity]
        details = [stand[:1].upper() + stand[1:]]
        if not self._document.plain:
            details.append(tr("quote {id}", id=quote_id(quote.id)))
        if quote.not_asked:
            details.append(self._words.not_asked)
        self._body.speech("Quote", quote.text)
        self._body.paragraph("Attribution", attribution(quote))
        self._body.paragraph("Details", " · ".join(details))

    def _likeness(self) -> None:
        body, words = self._body, self._words
        body.heading(1, words.likeness)
        for likeness, (title, explanation) in words.likenesses.items():
            found = [outcome for outcome in self._report.outcomes if outcome.likeness is likeness]
            if not found:
                continue
            body.heading(2, title)
            body.paragraph("Normal", explanation)
            for outcome in found:
                silent = likeness is Likeness.SOME_SILENT
                body.paragraph("CodeEntry", f" {self._compared(outcome, silent=silent)}", label=f"{outcome.name}.")

    def _compared(self, outcome: OutcomeReport, *, silent: bool) -> str:
        """What each part says of an outcome, or which parts are silent on it."""
        unread = f" ({self._words.not_all_read})"
        pairs = list(zip(self._report.parts, outcome.by_part, strict=True))
        if silent:
            names = [
                f"{self._tables.part_name(part)}{'' if part.done == part.people else unread}"
                for part, told in pairs
                if not told.tally.people
            ]
            return f"{self._words.nobody}: {series(names)}."
        labels = self._words.stand_labels
        return " ".join(
            f"{self._tables.part_name(part)}: "
            + ", ".join(f"{told.stands[each]} {label}" for each, label in labels.items() if told.stands.get(each))
            + "."
            for part, told in pairs
            if told.tally.people
        )

    def _features(self) -> None:
        body, words = self._body, self._words
        body.heading(1, words.features)
        if not self._report.features:
            body.paragraph("Normal", words.no_features)
            return
        body.paragraph("Normal", words.features_why)
        body.paragraph("Warning", words.caution)
        body.table(self._tables.features())

    def _findings(self) -> None:
        body, words = self._body, self._words
        body.heading(1, words.findings)
        body.paragraph("Normal", words.findings_why)
        body.paragraph("Normal", self._sentences.marks)
        if not self._document.large_print:
            body.table(self._tables.findings())
        else:  # four columns leave large letters no room
            for finding in self._report.findings:
                body.heading(3, finding.outcome.name)
                told = (
                    self._tables.experience(finding),
                    self._tables.links(finding.service),
                    self._tables.links(finding.partnership),
                )
                for label, lines in zip(words.findings_columns[1:], told, strict=True):
                    if lines:
                        body.paragraph("Definition", "", label=label)
                    for line in lines:
                        body.paragraph("CodeEntry", line)
        if self._report.notes:
            body.paragraph("FrontHeading", words.notes)
        for note in self._report.notes:
            body.paragraph("CodeEntry", note)

    def _register(self) -> None:
        body, words = self._body, self._words
        body.heading(1, words.register)
        for what, value in self._report.facts:
            fact(body, what, value)
        body.paragraph("Normal", words.register_why)
        if self._report.register:
            of_one = self._report.stage is Stage.SITE
            body.table(self._tables.evidence() if of_one else self._tables.register())

    def _how_made(self) -> None:
        body, report, words = self._body, self._report, self._words
        body.heading(1, words.made)
        body.paragraph("Normal", self._sentences.choosing(report.per_person))
        starred = sum(quote.starred for quote in report.quotes)
        if starred:
            body.paragraph("Normal", self._sentences.starred(starred, len(report.quotes)))
        if report.quoted:
            body.paragraph("Normal", self._sentences.balance(report.quoted))
        body.paragraph("Normal", words.counting)
        if report.settled:
            body.paragraph("Normal", words.settled)
        body.paragraph("Normal", words.caution)
