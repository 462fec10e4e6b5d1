"""What a project knows of what reporting guidelines for qualitative research ask: COREQ and SRQR, item by item.

COREQ: Tong, Sainsbury and Craig 2007 (doi 10.1093/intqhc/mzm042). SRQR: O'Brien, Harris, Beckman, Reed and Cook 2014
(doi 10.1097/ACM.0000000000000388). Items are told by their numbers and in words of our own; what the program can't know
is said to be so, for the authors to answer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite import __version__
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.people import LEAD, USER_RESEARCHER
from qualcoder_lite.domain.series import series
from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.storage.agreement import decisions, meetings, rounds
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders as stored_coders
from qualcoder_lite.storage.history import records
from qualcoder_lite.storage.transcripts import offset_maps, schedule
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.service.agreement.report import AgreementReport
    from qualcoder_lite.service.session import Session

#: Said where only the authors can answer.
NOT_KNOWN = tr_later("Not known to the program.")


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
        Answer(guideline, item, tr(asks), (said(known) if said else "") or tr(NOT_KNOWN))
        for guideline, items in (("COREQ", _COREQ), ("SRQR", _SRQR))
        for item, asks, said in items
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
        number = len({each.person for each in self.placements})
        if not number:
            return ""
        people = tr("{n:,} person", "{n:,} people", n=number)
        if sites := len({each.site.id for each in self.placements if each.site}):
            return tr(
                "{people} in {transcripts} at {sites}.",
                people=people,
                transcripts=self.transcripts(),
                sites=how_many(sites, "site"),
            )
        return tr("{people} in {transcripts}.", people=people, transcripts=self.transcripts())

    def transcripts(self) -> str:
        return how_many(len(self.placements), "transcript")

    def sample(self) -> str:
        groups = Counter(each.client_group for each in self.placements if each.client_group)
        told = [f"{group} {number}" for group, number in sorted(groups.items())]
        return tr("Transcripts by client group: {groups}.", groups=series(told)) if told else ""

    def interview_guide(self) -> str:
        questions = len(schedule.questions(self._database))
        if not questions:
            return ""
        return tr(
            "The schedule has {n:,} question; they are in the project.",
            "The schedule has {n:,} questions; they are in the project.",
            n=questions,
        )

    def coders_told(self) -> str:
        once = [coder for coder in self.coders if not coder.again_of]
        if not once:
            return ""
        roles = Counter(coder.role for coder in once)
        return tr(
            "{coders} ({roles}). {double_coded}",
            coders=how_many(len(once), "coder"),
            roles=series([_of_role(number, role) for role, number in roles.items()]),
            double_coded=self.double_coded(),
        )

    def double_coded(self) -> str:
        found, every = self.report.figures.transcripts, len(self.placements)
        if not every:
            return tr("0 of 0 transcripts were coded by at least two of those compared.")
        return tr(
            "{found} of {n} transcripts ({share:.0%}) were coded by at least two of those compared.",
            "{found} of {n} transcripts ({share:.0%}) were coded by at least two of those compared.",
            n=every,
            found=found,
            share=found / every,
        )

    def coding_tree(self) -> str:
        told = [
            tr(
                "{codebook} version {version}: {codes} in {groups}",
                codebook=book.title,
                version=book.version,
                codes=how_many(len(book.codes), "code"),
                groups=tr("{n:,} group", "{n:,} groups", n=len(book.groups)),
            )
            for book in self.books
        ]
        if not told:
            return ""
        return tr("{codebooks}. The definitions can be exported with the codebook.", codebooks="; ".join(told))

    def derivation(self) -> str:
        made = [change for change in codebooks.changes(self._database) if change.what == "added"]
        codes = sum(len(book.codes) for book in self.books)
        return tr(
            "{taken_in} were there when the codebooks were taken in; {added} were added during coding, each with a "
            "reason in the codebook’s history.",
            taken_in=how_many(codes - len(made), "code"),
            added=how_many(len(made), "code"),
        )

    def software(self) -> str:
        return tr("QualCoder Lite {version}.", version=__version__)

    def quotations(self) -> str:
        return tr("Quotes are exported with the person’s pseudonym or respondent type and site, never a name.")

    def processing(self) -> str:
        said = tr(
            "{n:,} transcript imported, with speakers told apart; the texts stay as imported.",
            "{n:,} transcripts imported, with speakers told apart; the texts stay as imported.",
            n=len(self.placements),
        )
        carried = sum(1 for each in self.placements if offset_maps.ids(self._database, each.transcript.id))
        if not carried:
            return said
        replaced = tr(
            "Names were replaced in {n:,} transcript after import, the codings carried along.",
            "Names were replaced in {n:,} transcripts after import, the codings carried along.",
            n=carried,
        )
        return f"{said} {replaced}"

    def analysis(self) -> str:
        measured = tr(_MEASURED[self.report.asked.unit])
        software = tr("Software: QualCoder Lite {version}.", version=__version__)
        return f"{self.coders_told()} {measured} {software}".strip()

    def trustworthiness(self) -> str:
        steps = records.count(self._database)
        told = [
            *self._blind_rounds(),
            *self._settled(),
            *self._meetings(),
            *([tr("coders compared with themselves at a later time")] if any(c.again_of for c in self.coders) else []),
            tr("an audit trail of {n:,} step", "an audit trail of {n:,} steps", n=steps),
        ]
        said = series(told)
        return f"{said[:1].upper()}{said[1:]}."

    def _blind_rounds(self) -> list[str]:
        blind = [each for each in self.rounds if len(each.coders) > 1]
        if not blind:
            return []
        rounds = tr("{n:,} round of blind double coding", "{n:,} rounds of blind double coding", n=len(blind))
        if drawn := sum("seed" in each.draw for each in blind):
            return [tr("{rounds}, {drawn} of them on transcripts drawn at random", rounds=rounds, drawn=drawn)]
        return [rounds]

    def _settled(self) -> list[str]:
        found = {each.matter: each for each in decisions.read(self._database)}
        if not found:
            return []
        return [
            tr(
                "{n:,} disagreement discussed, {settled} of them settled, each with who, when and why",
                "{n:,} disagreements discussed, {settled} of them settled, each with who, when and why",
                n=len(found),
                settled=sum(Outcome(each.outcome).settles for each in found.values()),
            )
        ]

    def _meetings(self) -> list[str]:
        held = len(meetings.read(self._database))
        return [tr("{n:,} meeting with minutes", "{n:,} meetings with minutes", n=held)] if held else []


_COREQ: Sequence[tuple[int, str, Callable[[_Known], str] | None]] = (
    (10, tr_later("how people were chosen"), None),
    (12, tr_later("how many took part"), _Known.people),
    (13, tr_later("who refused or left, and why"), None),
    (16, tr_later("what the sample is like"), _Known.sample),
    (17, tr_later("the interview guide"), _Known.interview_guide),
    (21, tr_later("how long interviews took"), None),
    (22, tr_later("whether saturation was discussed"), None),
    (23, tr_later("whether transcripts went back to people"), None),
    (24, tr_later("how many coded"), _Known.coders_told),
    (25, tr_later("the coding tree"), _Known.coding_tree),
    (26, tr_later("where themes came from"), _Known.derivation),
    (27, tr_later("software"), _Known.software),
    (28, tr_later("whether people commented on findings"), None),
    (29, tr_later("quotations, and whose they are"), _Known.quotations),
)
_SRQR: Sequence[tuple[int, str, Callable[[_Known], str] | None]] = (
    (8, tr_later("how people were chosen, and when it was enough"), None),
    (9, tr_later("ethics approval and consent"), None),
    (12, tr_later("units of study"), _Known.people),
    (13, tr_later("how data were processed"), _Known.processing),
    (14, tr_later("how data were analysed, by whom"), _Known.analysis),
    (15, tr_later("what was done for trustworthiness"), _Known.trustworthiness),
)


_MEASURED = {
    Unit.CHARACTER: tr_later("Agreement was measured by character; see how it was measured above."),
    Unit.SENTENCE: tr_later("Agreement was measured by sentence; see how it was measured above."),
    Unit.PARAGRAPH: tr_later("Agreement was measured by paragraph; see how it was measured above."),
    Unit.TURN: tr_later("Agreement was measured by turn; see how it was measured above."),
    Unit.TRANSCRIPT: tr_later("Agreement was measured by transcript; see how it was measured above."),
}


def _of_role(number: int, role: str) -> str:
    """How many coders have a role."""
    if role == USER_RESEARCHER:
        return tr("{n:,} user-researcher", "{n:,} user-researchers", n=number)
    if role == LEAD:
        return tr("{n:,} academic lead", "{n:,} academic leads", n=number)
    if role:
        return tr("{n:,} other", "{n:,} others", n=number)
    return tr("{n} without a role", "{n} without a role", n=number)
