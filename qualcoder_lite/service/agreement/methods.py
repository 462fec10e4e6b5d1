"""How agreement was measured, in paragraphs for the methods section of a paper, with the sources of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite import __version__
from qualcoder_lite.domain.agreement.bootstrap import REPLICATES
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.series import series
from qualcoder_lite.service.agreement.report import METRICS, About, AgreementScope, Compare
from qualcoder_lite.service.agreement.rounds import Rounds
from qualcoder_lite.service.coding.again import is_one_person
from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementReport
    from qualcoder_lite.service.session import Session

_THE_UNIT = {
    Unit.CHARACTER: tr_later("the character (blanks left out)"),
    Unit.SENTENCE: tr_later("the sentence"),
    Unit.PARAGRAPH: tr_later("the paragraph"),
    Unit.TURN: tr_later("the speaker’s turn"),
    Unit.TRANSCRIPT: tr_later("the transcript"),
}
_FIGURES = tr_later(
    "For each code we report Krippendorff’s alpha for nominal data (Krippendorff 2004, 2011) over all coders, "
    "units that fewer than two coders judged left out, with a 95 % interval from {replicates:,} bootstrap draws "
    "of whole transcripts; Cohen’s kappa for each pair of coders (Cohen 1960); the share of units on which coders "
    "agree; the Dice coefficient (Dice 1945); and the share of judgements that applied the code. Over all codes "
    "we report the mean of alpha and the pooled kappa (De Vries and colleagues 2008). A figure that is undefined, "
    "as for a code that nobody used, is given as n/a and left out of the means."
)


def methods(session: Session, report: AgreementReport) -> list[str]:
    """Paragraphs for the methods section of a paper, with the sources of the coefficients."""
    asked = report.asked
    held = [Rounds(session).find(asked.round)] if asked.round else Rounds(session).all()
    versions = held[0].versions if asked.round else dict(codebooks.names_and_versions(session.database))
    return [
        " ".join([_compared(session, report), _unit(asked), _codebooks(versions)]),
        *_rounds_held(session, held, one=bool(asked.round)),
        tr(_FIGURES, replicates=REPLICATES),
        *([_further_methods(asked)] if report.further else []),
        tr("Coding and agreement: QualCoder Lite {version}.", version=__version__),
    ]


def _compared(session: Session, report: AgreementReport) -> str:
    """Which transcripts were compared, between whom."""
    if report.intra_coder:
        who = tr(
            "two or more times of one coder ({names}; intra-coder agreement)", names=", ".join(report.coders.values())
        )
    elif report.asked.compare is Compare.CODERS:
        who = how_many(len(report.coders), "coder")
    else:
        who = series(list(report.coders.values()))
    if report.asked.scope is AgreementScope.DONE:
        return tr(
            "{transcripts} were compared between {who}, each coded by at least two coders, who had declared the "
            "transcript done.",
            transcripts=_share(report.figures.transcripts, len(session.placements())),
            who=who,
        )
    return tr(
        "{transcripts} were compared between {who}, each coded in part or whole by at least two coders.",
        transcripts=_share(report.figures.transcripts, len(session.placements())),
        who=who,
    )


def _share(part: int, every: int) -> str:
    """How many transcripts of how many."""
    if not every:
        return tr("0 of 0 transcripts")
    return tr(
        "{part} of {n} transcripts ({share:.0%})",
        "{part} of {n} transcripts ({share:.0%})",
        n=every,
        part=part,
        share=part / every,
    )


def _unit(asked: AgreementAsked) -> str:
    unit = tr(_THE_UNIT[asked.unit])
    if asked.all_turns:
        return tr(
            "The unit was {unit}: a coder applied a code to a unit if any of their codings of it overlapped the unit.",
            unit=unit,
        )
    return tr(
        "The unit was {unit}: a coder applied a code to a unit if any of their codings of it overlapped the unit; "
        "interviewers’ turns were left out.",
        unit=unit,
    )


def _codebooks(versions: Mapping[str, int]) -> str:
    books = [tr("{name} version {version}", name=name, version=version) for name, version in versions.items()]
    return tr("Codebooks: {books}.", books=", ".join(books))


def _rounds_held(session: Session, held: Sequence[Round], *, one: bool) -> list[str]:
    """The rounds of blind coding, in a paragraph, or the one that is compared; nothing where there was none."""
    told = "; ".join(_round(session, each) for each in held)
    if not held:
        return []
    return [
        tr("They are those of the round {round}.", round=told)
        if one
        else tr("Rounds of blind coding: {rounds}.", rounds=told)
    ]


def _round(session: Session, held: Round) -> str:
    if is_one_person(session, held.coders):
        who = tr("one coder, who coded them again")
    else:
        who = how_many(len(held.coders), "coder")
    return tr(
        "“{round}” ({transcripts}; {who}; opened {opened}, {until})",
        round=held.name,
        transcripts=_chosen(held),
        who=who,
        opened=held.opened_at[:10],
        until=tr("closed {day}", day=held.closed_at[:10]) if held.closed_at else tr("still open"),
    )


def _chosen(held: Round) -> str:
    """How many transcripts a round has, and how they were chosen."""
    number = len(held.transcripts)
    if held.draw:
        return tr(
            "{n} transcript drawn at random, seed {seed}",
            "{n} transcripts drawn at random, seed {seed}",
            n=number,
            seed=held.draw["seed"],
        )
    return tr("{n} transcript chosen by hand", "{n} transcripts chosen by hand", n=number)


def _further_methods(asked: AgreementAsked) -> str:
    """What was measured besides, in a paragraph."""
    if asked.about is About.PASSAGES:
        return _passages_methods(asked)
    told = tr(
        "Krippendorff’s alpha for {scale} data ({source})", scale=tr(METRICS[asked.distance]), source=asked.source
    )
    if asked.about is About.DELIVERED:
        return tr(
            "On whether an outcome was told as delivered, mixed or not delivered we report {figure}, over the units of "
            "which two coders or more said so.",
            figure=told,
        )
    return tr(
        "On how many passages of each code a transcript has we report {figure}, over whole transcripts.", figure=told
    )


def _passages_methods(asked: AgreementAsked) -> str:
    if asked.exclusive:
        return tr(
            "On where passages begin and end we report {coefficient} of each code as defined by {source}, over the "
            "characters that count; for the codes of “{group}”, which exclude each other, u-alpha, |u-alpha, cu-alpha "
            "with the share of text it covers, and (k)u-alpha of each.",
            coefficient=asked.coefficient,
            source=asked.source,
            group=asked.exclusive,
        )
    return tr(
        "On where passages begin and end we report {coefficient} of each code as defined by {source}, over the "
        "characters that count.",
        coefficient=asked.coefficient,
        source=asked.source,
    )
