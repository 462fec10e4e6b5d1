"""The tables of a report: who was heard, outcomes side by side, features, the layout of Table 3, the register."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE, attribution
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.word.body import Cell, Table, spread
from qualcoder_lite.exporters.word.matrix_words import PUBLISHED, SMALL
from qualcoder_lite.exporters.word.report_sentences import ReportSentences
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import people
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qualcoder_lite.domain.reports.report import FindingReport, Heard, LinkReport, Report
    from qualcoder_lite.domain.reports.told import Told
    from qualcoder_lite.exporters.word.report_words import ReportWords

#: The width between the margins, in centimetres.
WIDTH = 16.0

# The first column, which has to hold the longest single word there is.
_OUTCOME_WIDTH, _OUTCOME_WIDTH_LARGE = 4.0, 5.7
# How many sites or client groups stand side by side, beside everybody.
_WIDEST, _WIDEST_LARGE = 4, 2


class ReportTables:
    """Builds a report's tables in one set of words; in large print they have fewer columns."""

    def __init__(self, report: Report, words: ReportWords, *, large_print: bool) -> None:
        """Nothing is built yet."""
        self._report = report
        self._words = words
        self._sentences = ReportSentences(words)
        self._large = large_print
        self._outcome_width = _OUTCOME_WIDTH_LARGE if large_print else _OUTCOME_WIDTH

    def part_name(self, part: Heard) -> str:
        """What a site, a client group or a kind of respondent is called."""
        return part.name[:1].upper() + part.name[1:] if part.name else self._words.not_recorded

    def heard(self) -> Table:
        """How many people were heard by site, client group and respondent, and how many were read to the end."""
        report = self._report
        rows = [[_heading(self._words.everybody), _people(report.heard.people), _people(report.heard.done)]]
        for name, of_kind in zip(
            self._words.kinds, (report.sites, report.client_groups, report.respondents), strict=True
        ):
            rows.append([Cell([("TableGroup", name)], span=3)])
            rows += [[_heading(self.part_name(each)), _people(each.people), _people(each.done)] for each in of_kind]
        return Table(
            title=self._words.heard_table,
            summary=tr("People by site, client group and respondent, with how many of them were read to the end."),
            widths=_widths(7, 4.5, 4.5),
            header=[_heading(""), _heading(self._words.outcomes_columns[0]), _heading(self._words.read_to_the_end)],
            rows=rows,
        )

    def outcomes(self) -> list[Table]:
        """Outcomes by everybody and by each part, side by side, over as few tables as hold them."""
        report = self._report
        if not report.parts:
            return [self._outcomes_of_one()]
        columns = [(report.heard, [each.told for each in report.outcomes])]
        columns += [(part, [each.by_part[n] for each in report.outcomes]) for n, part in enumerate(report.parts)]
        names = [self._words.everybody, *(self.part_name(part) for part in report.parts)]
        widest = _WIDEST_LARGE if self._large else _WIDEST
        tables: list[Table] = []
        for title, wanted in spread(self._words.outcomes_table, range(len(columns)), widest):
            width = (WIDTH - self._outcome_width) / max(len(wanted), _WIDEST_LARGE)
            header = [_heading(self._words.findings_columns[0])]
            header += [Cell([("TableHeading", names[n]), ("TableText", people(columns[n][0].people))]) for n in wanted]
            told = [(columns[n][0], columns[n][1]) for n in wanted]
            tables.append(
                Table(
                    title=title,
                    summary=tr("Outcomes in rows; in columns {columns}.", columns=series([names[n] for n in wanted])),
                    widths=_widths(self._outcome_width, *[width] * len(wanted)),
                    header=header,
                    rows=list(self._grouped(lambda row, told=told: [self._told(h, t[row]) for h, t in told])),
                )
            )
        return tables

    def _outcomes_of_one(self) -> Table:
        """Outcomes where there is nothing to compare: people, how it stands with them, passages."""
        told = [each.told for each in self._report.outcomes]

        def cells(row: int) -> list[Cell]:
            people = self._told(self._report.heard, told[row])
            stands = Cell(people.paragraphs[1:] or [("TableText", "–")])
            return [Cell(people.paragraphs[:1]), stands, _text([f"{told[row].tally.passages:,}"])]

        return Table(
            title=self._words.outcomes_table,
            summary=tr(
                "One row for each outcome: how many people speak of it, whether it came about, in how many passages."
            ),
            widths=_widths(self._outcome_width, 3.2, WIDTH - self._outcome_width - 6.4, 3.2),
            header=[_heading(name) for name in (self._words.findings_columns[0], *self._words.outcomes_columns)],
            rows=list(self._grouped(cells)),
        )

    def _grouped(self, cells: Callable[[int], list[Cell]]) -> Iterator[list[Cell]]:
        """A row an outcome under the heading of its group."""
        for group, of_group in groupby(enumerate(self._report.outcomes), key=lambda each: each[1].group):
            first = True
            for row, outcome in of_group:
                found = cells(row)
                if first:
                    yield [Cell([("TableGroup", group)], span=len(found) + 1)]
                    first = False
                yield [_heading(outcome.name), *found]

    def _told(self, heard: Heard, told: Told) -> Cell:
        if not told.tally.people:
            return Cell([("TableText", "–")])
        some = self._sentences.spoken_of(told.tally.people, heard.people)
        lines = [("TableFigure", some + flag(told.tally.people))]
        lines += [
            ("TableText", f"{told.stands[polarity]} {label}")
            for polarity, label in self._words.stand_labels.items()
            if told.stands.get(polarity)
        ]
        return Cell(lines)

    def features(self) -> Table:
        """The features that people say helped or hindered, with the outcomes they say it of."""
        words = self._words
        rows: list[list[Cell]] = []
        for each in self._report.features:
            helped, hindered = (
                Cell(
                    [("TableFigure", people(number) + flag(number)), ("TableText", series(outcomes))]
                    if number
                    else [("TableText", "–")]
                )
                for number, outcomes in (
                    (each.helped, each.outcomes_helped),
                    (each.hindered, each.outcomes_hindered),
                )
            )
            rows.append([_heading(each.name), helped, hindered])
        return Table(
            title=words.features_table,
            summary=tr("One row for each feature: who says that it helped and who that it hindered, and with what."),
            widths=_widths(self._outcome_width + 1, *[(WIDTH - self._outcome_width - 1) / 2] * 2),
            header=[_heading(words.feature), _heading(words.helped), _heading(words.hindered)],
            rows=rows,
        )

    def findings(self) -> Table:
        """The layout of Table 3: outcome, experience, features of service, features of partnership."""
        return Table(
            title=self._words.findings,
            summary=tr(
                "One row for each outcome: what people tell, and the features of service and of partnership they "
                "name, with the published marks."
            ),
            widths=_widths(3.4, 5.0, 3.8, 3.8),
            header=[_heading(name) for name in self._words.findings_columns],
            rows=[
                [
                    _heading(each.outcome.name),
                    Cell([("TableText", line) for line in self.experience(each)] or [("TableText", "–")]),
                    _text(self.links(each.service)),
                    _text(self.links(each.partnership)),
                ]
                for each in self._report.findings
            ],
        )

    def experience(self, finding: FindingReport) -> list[str]:
        """What people tell of an outcome in a few lines: how many, how it stands with them, one short quote."""
        outcome, quote = finding.outcome, finding.quote
        number = outcome.told.tally.people
        if not number:
            return []
        some = tr("{some} of {people}", some=number, people=people(self._report.heard.people))
        lines = [f"{some}{flag(number)}.", self._sentences.stands(outcome.told)]
        return [*lines, f"“{quote.text}” {attribution(quote)}"] if quote else lines

    def links(self, links: Sequence[LinkReport]) -> list[str]:
        """A line a feature: the published mark, who says that it helped or hindered, the verdict."""
        return [self._link(link) for link in links]

    def _link(self, link: LinkReport) -> str:
        said = [
            f"{word[:1].lower()}{word[1:]}: {people(number)}{flag(number)}"
            for word, number in ((self._words.helped, link.helped), (self._words.hindered, link.hindered))
            if number
        ]
        if link.verdict:
            said.append(self._sentences.verdict(link.verdict))
        mark = f"{PUBLISHED} " if link.published else ""
        return f"{mark}{link.feature} ({'; '.join(said)})" if said else f"{mark}{link.feature}"

    def evidence(self) -> Table:
        """The register of one site, with where each entry is known from."""
        rows = [
            [
                _heading(each.feature),
                _text([self._words.states[state] for state in FeatureState if each.sites[state]]),
                _text(each.evidence),
            ]
            for each in self._report.register
        ]
        return Table(
            title=self._words.register_table,
            summary=tr("One row for each feature of partnership: whether it is present, and where that is known from."),
            widths=_widths(self._outcome_width + 1, 3, WIDTH - self._outcome_width - 4),
            header=[_heading(name) for name in (self._words.feature, *self._words.evidence)],
            rows=rows,
        )

    def register(self) -> Table:
        """The register of several sites: by name under what is recorded of each feature."""
        states = (FeatureState.PRESENT, FeatureState.PARTIAL, FeatureState.ABSENT, FeatureState.UNKNOWN)
        used = [state for state in states if any(each.sites[state] for each in self._report.register)]
        if self._large:
            return self._register_in_lines(used)
        width = (WIDTH - 5.2) / max(len(used), 1)
        return Table(
            title=self._words.register_table,
            summary=tr(
                "One row for each feature of partnership: the sites where it is present, partial, absent, unknown."
            ),
            widths=_widths(5.2, *[width] * len(used)),
            header=[_heading(self._words.feature), *(_heading(self._words.states[state]) for state in used)],
            rows=[
                [_heading(each.feature), *(_text(each.sites[state]) for state in used)]
                for each in self._report.register
            ],
        )

    def _register_in_lines(self, used: Sequence[FeatureState]) -> Table:
        """The same with a line for each state, because names in large letters need the width."""
        return Table(
            title=self._words.register_table,
            summary=tr(
                "One row for each feature of partnership: the sites where it is present, partial, absent, unknown."
            ),
            widths=_widths(self._outcome_width + 1, WIDTH - self._outcome_width - 1),
            header=[_heading(self._words.feature), _heading(self._words.evidence[0])],
            rows=[
                [
                    _heading(each.feature),
                    _text(
                        [
                            f"{self._words.states[state]}: {series(each.sites[state])}"
                            for state in used
                            if each.sites[state]
                        ]
                    ),
                ]
                for each in self._report.register
            ],
        )


def flag(people: int) -> str:
    """The sign of a count that may identify somebody."""
    return f" {SMALL}" if 0 < people <= FEW_PEOPLE else ""


def _people(number: int) -> Cell:
    return Cell([("TableText", f"{number:,}{flag(number)}")])


def _heading(text: str) -> Cell:
    return Cell([("TableHeading", text)])


def _text(lines: Iterable[str]) -> Cell:
    return Cell([("TableText", line) for line in lines] or [("TableText", "–")])


def _widths(*centimetres: float) -> list[int]:
    return [twips(width) for width in centimetres]
