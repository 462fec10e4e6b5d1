"""What the figures say as a whole, and of one code, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.service.agreement.report import About
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement.figure import Family, Figure
    from qualcoder_lite.service.agreement.report import AgreementReport

_PAIRS = 3  # pairs of coders whose two by two is told in a line; the others are a click away
_RESTS_ON = {
    About.PASSAGES: tr("Rests on {units} characters in {transcripts}, {coverage} of what they judged in a passage."),
    About.DELIVERED: tr("Rests on {units} of the places that two coders marked with this code: {coverage} of those."),
    About.COUNTS: tr("Rests on {transcripts}."),
}


def as_a_whole(report: AgreementReport) -> str:
    """What there is to say of all codes."""
    figures, further = report.figures, report.further
    if further is None:
        return tr(
            "Mean alpha {mean}. Pooled kappa {pooled}. {codes} left out, because alpha is undefined.",
            mean=share(figures.mean_alpha),
            pooled=share(figures.pooled_kappa),
            codes=_codes(figures.left_out),
        )
    said = [f"{report.asked.coefficient[:1].upper()}{report.asked.coefficient[1:]} ({report.asked.source})."]
    if further.together:
        said.append(tr("All codes together {alpha}.", alpha=share(further.together.alpha)))
    undefined = sum(1 for each in further.codes.values() if each.alpha is None)
    if undefined and not further.family:
        said.append(tr("{codes} without a figure: the reason stands below the table.", codes=_codes(undefined)))
    if further.family:
        said.append(_family(further.family))
    return " ".join(said)


def of_code(report: AgreementReport, code: str) -> str:
    """What there is to say of one code (an id)."""
    if report.further is not None:
        figure = report.further.codes[code]
        return "\n".join([_rests_on(report.asked.about, figure), *figure.notes])
    found = next(each for each in report.figures.codes if each.code == code)
    lines: list[str] = []
    judged = [(pair, table) for pair, table in found.pairs.items() if table.units]
    for pair, table in judged[:_PAIRS]:
        one, other = (report.coders[coder] for coder in pair)
        lines.append(
            tr(
                "{one} and {other}: both {both:,} · only {one} {only_first:,} · only {other} "
                "{only_second:,} · neither {neither:,}",
                one=one,
                other=other,
                both=table.both,
                only_first=table.only_first,
                only_second=table.only_second,
                neither=table.neither,
            )
        )
    return "\n".join([*lines, *found.notes])


def _rests_on(about: About, figure: Figure) -> str:
    transcripts = tr("{n:,} transcript", "{n:,} transcripts", n=figure.transcripts)
    coverage = "n/a" if figure.coverage is None else f"{figure.coverage:.0%}"
    return _RESTS_ON[about].format(units=f"{figure.units:,}", transcripts=transcripts, coverage=coverage)


def _family(family: Family) -> str:
    if family.notes:
        return " ".join(family.notes)
    covered = "n/a" if family.which.coverage is None else f"{family.which.coverage:.0%}"
    return tr(
        "The group as a whole: u-alpha {both} for where and which, |u-alpha "
        "{where} for where, cu-alpha {which} for which, over the {covered} of "
        "the text that two coders both marked.",
        both=share(family.both.alpha),
        where=share(family.where.alpha),
        which=share(family.which.alpha),
        covered=covered,
    )


def _codes(number: int) -> str:
    return tr("{n} code", "{n} codes", n=number)
