"""What a project knows of what reporting guidelines for qualitative research ask: COREQ and SRQR, item by item.

COREQ: Tong, Sainsbury and Craig 2007 (doi 10.1093/intqhc/mzm042). SRQR: O'Brien, Harris, Beckman, Reed and Cook 2014
(doi 10.1097/ACM.0000000000000388). Items are told by their numbers and in words of our own; what the program can't know
is said to be so, for the authors to answer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite import __version__
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.storage import codebooks, decisions, journal, meetings, offset_maps, rounds, schedule
from qualcoder_lite.storage import coders as stored_coders

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.service.agreement_report import AgreementReport
    from qualcoder_lite.service.session import Session

#: Said where only the authors can answer.
NOT_KNOWN = "Not known to the program."


class Answer(NamedTuple):
    """An item of a guideline, what it asks in a few words, and what the project says to it."""

    guideline: str
    item: int
    asks: str
    answer: str


def answers(session: Session, report: AgreementReport) -> list[Answer]:
    """The items about data and analysis, those that only the authors can answer among them."""
    known = _Known(session, report)
    return [
        *(Answer("COREQ", item, asks, (said(known) if said else "") or NOT_KNOWN) for item, asks, said in _COREQ),
        *(Answer("SRQR", item, asks, (said(known) if said else "") or NOT_KNOWN) for item, asks, said in _SRQR),
    ]


class _Known:
    """What the project knows, read once."""

    def __init__(self, session: Session, report: AgreementReport) -> None:
        self._database = session.database
        self.report = report
        self.placements = list(session.placements().values())
        self.coders = stored_coders.read(self._database)
        self.books = codebooks.read(self._database)
        self.rounds = [each for each in rounds.read(self._database) if each.transcripts]

    def people(self) -> str:
        people = len({each.person for each in self.placements})
        sites = len({each.site.id for each in self.placements if each.site})
        where = f" at {_counted(sites, 'site')}" if sites else ""
        return f"{_counted(people, 'person', 'people')} in {self.transcripts()}{where}." if people else ""

    def transcripts(self) -> str:
        return _counted(len(self.placements), "transcript")

    def sample(self) -> str:
        groups = Counter(each.client_group for each in self.placements if each.client_group)
        told = [f"{group} {number}" for group, number in sorted(groups.items())]
        return f"Transcripts by client group: {_listed(told)}." if told else ""

    def interview_guide(self) -> str:
        questions = len(schedule.questions(self._database))
        return f"The schedule has {_counted(questions, 'question')}; they are in the project." if questions else ""

    def coders_told(self) -> str:
        once = [coder for coder in self.coders if not coder.again_of]
        roles = Counter(coder.role for coder in once)
        told = _listed(
            [_counted(number, role) if role else f"{number} without a role" for role, number in roles.items()]
        )
        return f"{_counted(len(once), 'coder')} ({told}). {self.double_coded()}" if once else ""

    def double_coded(self) -> str:
        found, every = self.report.figures.transcripts, len(self.placements)
        share = f" ({found / every:.0%})" if every else ""
        return f"{found} of {every} transcripts{share} were coded by at least two of those compared."

    def coding_tree(self) -> str:
        told = [
            f"{book.title} version {book.version}: {_counted(len(book.codes), 'code')} in "
            f"{_counted(len(book.groups), 'group')}"
            for book in self.books
        ]
        return f"{'; '.join(told)}. The definitions can be exported with the codebook." if told else ""

    def derivation(self) -> str:
        made = [change for change in codebooks.changes(self._database) if change.what == "added"]
        codes = sum(len(book.codes) for book in self.books)
        return (
            f"{_counted(codes - len(made), 'code')} were there when the codebooks were taken in; "
            f"{_counted(len(made), 'code')} were added during coding, each with a reason in the codebook's history."
        )

    def software(self) -> str:
        return f"QualCoder Lite {__version__}."

    def quotations(self) -> str:
        return "Quotes are exported with the person's pseudonym or respondent type and site, never a name."

    def processing(self) -> str:
        carried = sum(1 for each in self.placements if offset_maps.ids(self._database, each.transcript.id))
        replaced = (
            f" Names were replaced in {_counted(carried, 'transcript')} after import, the codings carried along."
            if carried
            else ""
        )
        return f"{self.transcripts()} imported, with speakers told apart; the texts stay as imported.{replaced}"

    def analysis(self) -> str:
        return (
            f"{self.coders_told()} Agreement was measured by {self.report.asked.unit}; see how it was measured above. "
            f"Software: {self.software()}"
        ).strip()

    def trustworthiness(self) -> str:
        told = [
            *self._blind_rounds(),
            *self._settled(),
            *self._meetings(),
            *(["coders compared with themselves at a later time"] if any(c.again_of for c in self.coders) else []),
            f"an audit trail of {_counted(len(journal.Journal(self._database).outline()), 'step')}",
        ]
        said = _listed(told)
        return f"{said[:1].upper()}{said[1:]}."

    def _blind_rounds(self) -> list[str]:
        blind = [each for each in self.rounds if len(each.coders) > 1]
        drawn = sum("seed" in each.draw for each in blind)
        random = f", {drawn} of them on transcripts drawn at random" if drawn else ""
        return [f"{_counted(len(blind), 'round')} of blind double coding{random}"] if blind else []

    def _settled(self) -> list[str]:
        found = {each.matter: each for each in decisions.read(self._database)}
        settled = sum(Outcome(each.outcome).settles for each in found.values())
        said = f"{_counted(len(found), 'disagreement')} discussed, {settled} of them settled"
        return [f"{said}, each with who, when and why"] if found else []

    def _meetings(self) -> list[str]:
        held = len(meetings.read(self._database))
        return [f"{_counted(held, 'meeting')} with minutes"] if held else []


_COREQ: Sequence[tuple[int, str, Callable[[_Known], str] | None]] = (
    (10, "how people were chosen", None),
    (12, "how many took part", _Known.people),
    (13, "who refused or left, and why", None),
    (16, "what the sample is like", _Known.sample),
    (17, "the interview guide", _Known.interview_guide),
    (21, "how long interviews took", None),
    (22, "whether saturation was discussed", None),
    (23, "whether transcripts went back to people", None),
    (24, "how many coded", _Known.coders_told),
    (25, "the coding tree", _Known.coding_tree),
    (26, "where themes came from", _Known.derivation),
    (27, "software", _Known.software),
    (28, "whether people commented on findings", None),
    (29, "quotations, and whose they are", _Known.quotations),
)
_SRQR: Sequence[tuple[int, str, Callable[[_Known], str] | None]] = (
    (8, "how people were chosen, and when it was enough", None),
    (9, "ethics approval and consent", None),
    (12, "units of study", _Known.people),
    (13, "how data were processed", _Known.processing),
    (14, "how data were analysed, by whom", _Known.analysis),
    (15, "what was done for trustworthiness", _Known.trustworthiness),
)


def _listed(told: Sequence[str]) -> str:
    """Phrases as a sentence lists them, without quotation marks."""
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _counted(number: int, what: str, many: str = "") -> str:
    return f"{number:,} {what if number == 1 else many or f'{what}s'}"
