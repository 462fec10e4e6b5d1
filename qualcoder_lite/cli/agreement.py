"""The command that measures how far coders agree."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
    counted,
    examples,
    json_option,
    print_json,
    print_table,
    project_argument,
    reading,
    say,
    tell,
    today,
)
from qualcoder_lite.domain.agreement.figure import share

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.agreement.report import AgreementAsked


class _Names(click.ParamType):
    """Names separated by commas; a name that holds one is given by itself."""

    name = "A,B,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ARG002, ANN401 - click's signature
        return value if isinstance(value, tuple) else tuple(name.strip() for name in value.split(",") if name.strip())


@click.command(
    short_help="Measure how far coders agree.",
    epilog=examples(
        "agreement study.qclite",
        'agreement study.qclite --coders "Ailsa Brodie,Ceri Prosser" --unit character --json',
        "agreement study.qclite -o agreement.docx",
    ),
)
@project_argument
@as_option
@click.option("--coders", type=_Names(), multiple=True, help="Only these coders (default: all).")
@click.option("--codes", type=_Names(), multiple=True, help="Only these codes (default: all).")
@click.option(
    "--unit",
    type=click.Choice(["character", "sentence", "paragraph", "turn", "transcript"]),
    default="turn",
    show_default=True,
    help="What is judged as coded or not. Blanks never count.",
)
@click.option(
    "--scope",
    type=click.Choice(["done", "all"]),
    default="done",
    show_default=True,
    help="done: transcripts that two coders declared done. all: those that two of them coded at all.",
)
@click.option("--all-turns", is_flag=True, help="Count what interviewers say too.")
@click.option(
    "--compare",
    type=click.Choice(["coders", "roles", "settled", "again"]),
    default="coders",
    show_default=True,
    help="coders: one with another. roles: all user-researchers with all academic leads, neither being the standard. "
    "settled: each with the settled codings. again: one coder with themselves later (name them by --coders).",
)
@click.option("--round", "round_name", metavar="NAME", default="", help="Only the coders and transcripts of a round.")
@click.option(
    "--about",
    type=click.Choice(["codes", "passages", "delivered", "counts"]),
    default="codes",
    show_default=True,
    help="What besides which codes apply. passages: where they begin and end. delivered: whether it was delivered, "
    "mixed or not. counts: how many passages of a code a transcript has.",
)
@click.option(
    "--metric",
    type=click.Choice(["nominal", "ordinal", "interval", "ratio"]),
    help="What the distance between values means (default: ordinal for delivered, ratio for counts).",
)
@click.option(
    "--definition",
    type=click.Choice(["2016", "2004"]),
    default="2016",
    show_default=True,
    help="Which definition of agreement on passages: by what they share (2016), or how far their edges are apart.",
)
@click.option(
    "--exclusive",
    metavar="GROUP",
    default="",
    help="With passages: a group of codes of which each place has one at most, for its u-alphas.",
)
@click.option("--trend", is_flag=True, help="Round by round: how alpha went, and whose definitions were changed.")
@click.option("-o", "--out", type=FILE, help="Write it to a file: .docx, .xlsx or .csv; a trend as .png or .svg.")
@json_option
def agreement(
    project: Path,
    coders: tuple[tuple[str, ...], ...],
    codes: tuple[tuple[str, ...], ...],
    unit: str,
    scope: str,
    compare: str,
    round_name: str,
    about: str,
    metric: str | None,
    definition: str,
    exclusive: str,
    out: Path | None,
    *,
    all_turns: bool,
    trend: bool,
    as_json: bool,
) -> None:
    """Measure how far coders agree: Krippendorff’s alpha for each code with its interval, kappa for each pair.

    A figure that can’t be given is told as n/a, with the reason.
    """
    from qualcoder_lite.domain.agreement import Unit
    from qualcoder_lite.domain.agreement.ordered import Metric
    from qualcoder_lite.domain.agreement.unitizing import Definition
    from qualcoder_lite.service.agreement.report import About, AgreementAsked, AgreementScope, Compare

    asked = AgreementAsked(
        coders=tuple(name for names in coders for name in names),
        codes=tuple(name for names in codes for name in names),
        unit=Unit(unit),
        scope=AgreementScope(scope),
        all_turns=all_turns,
        compare=Compare(compare),
        round=round_name,
        about=About(about),
        metric=Metric(metric) if metric else None,
        definition=Definition(definition),
        exclusive=exclusive,
    )
    if trend:
        _tell_trend(project, asked, out, as_json=as_json)
        return
    with reading(project) as opened:
        found = opened.agreement.measure(asked)
        if out is not None:
            opened.agreement.write(out, found, on=today())
        titles = {id_: opened.transcripts.title(id_) for id_ in found.left_out}
        basis = opened.agreement.rests_on(replace(found, further=None))
        blind = bool(opened.blind_in)
        unit = dict(opened.agreement.rests_on(found))["Unit"]
    if as_json:
        print_json(found.as_dict())
    elif out is None:
        for what, said in basis:
            say(f"{what}: {said}.")
        document = found.as_dict()
        _tell_in_words(document, blind=blind, every_code=bool(asked.codes))
        if "further" in document:
            _tell_further(document["further"], unit, every_code=bool(asked.codes))
        for left in document["left_out"]:
            say(f"Not compared: “{titles[left['transcript']]}”, {left['why']}.")
    if out is not None:
        tell(f"Wrote the agreement to “{out}”.")


def _tell_trend(project: Path, asked: AgreementAsked, out: Path | None, *, as_json: bool) -> None:
    """Print agreement round by round, or write it as a picture."""
    with reading(project) as opened:
        found = opened.agreement.trend(asked)
        if out is not None:
            opened.pictures.write(out, opened.pictures.trend(found))
    if as_json:
        print_json(asdict(found))
    elif out is None and not found.rounds:
        say("No round has anything to compare yet.")
    elif out is None:
        rows = [[row.name, *(point.in_words for point in row.points)] for row in found.rows]
        print_table(["code", *(each.name for each in found.rounds)], rows)
    if out is not None:
        tell(f"Wrote the picture to “{out}”.")


def _tell_in_words(document: dict[str, Any], *, blind: bool, every_code: bool) -> None:
    """Print the figures; codes that nobody used are only counted, unless they were asked for by name."""
    shown = [code for code in document["codes"] if every_code or any(code["passages"].values())]
    say("")
    if not document["transcripts"]:
        say(f"There is no transcript to compare{' but those of an open round' if blind else ''}.")
        return
    if shown:
        print_table(
            ["code", "alpha", "95 % interval", "kappa", "agree", "Dice", "coded", "passages", "note"],
            [_row(code) for code in shown],
        )
    if len(shown) < len(document["codes"]):
        other = "other " if shown else ""
        say(f"Nobody used the {other}{counted(len(document['codes']) - len(shown), 'code')}.")
    overall = document["overall"]
    left_out = counted(overall["codes_left_out"], "code")
    say("")
    say(
        f"Mean alpha {share(overall['mean_alpha'])}, pooled kappa {share(overall['pooled_kappa'])}; "
        f"{left_out} left out."
    )


def _tell_further(further: dict[str, Any], unit: str, *, every_code: bool) -> None:
    """Print the answer to another question; codes without a figure are counted, unless they were asked for by name."""
    shown = [code for code in further["codes"] if every_code or code["alpha"] is not None]
    say("")
    say(f"{further['question']}: {further['coefficient']} ({further['source']}).")
    say(f"Unit: {unit}.")
    if shown:
        print_table(
            ["code", further["coefficient"], "95 % interval", "units", "coverage", "note"],
            [[code["code"], *_told(code)] for code in shown],
        )
    for why, names in _without_a_figure(further["codes"]).items():
        if not every_code:
            say(f"n/a for {', '.join(names)}: {why}")
    if further["together"]:
        say(f"All codes together: {share(further['together']['alpha'])}.")
    if further["exclusive"]:
        _tell_exclusive(further["exclusive"])


def _without_a_figure(codes: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The codes of which a figure is undefined, by the reason why."""
    found: dict[str, list[str]] = {}
    for code in codes:
        if code["alpha"] is None:
            found.setdefault(code["note"], []).append(code["code"])
    return found


def _tell_exclusive(family: dict[str, Any]) -> None:
    say("")
    say(f"Codes that exclude each other: {family['group']}. {family['note']}".rstrip())
    if family["note"]:
        return
    print_table(
        ["figure", "alpha", "95 % interval", "units", "coverage", "note"],
        [[figure["figure"], *_told(figure)] for figure in family["figures"]],
    )


def _told(figure: dict[str, Any]) -> list[str]:
    return [
        share(figure["alpha"]),
        f"{share(figure['ci'][0])} to {share(figure['ci'][1])}" if figure["ci"] else "n/a",
        f"{figure['units']:,}",
        share(figure["coverage"]),
        figure["note"],
    ]


def _row(code: dict[str, Any]) -> list[str]:
    kappas = [kappa for kappa in code["kappa"].values() if kappa is not None]
    kappa = share(min(kappas)) if kappas else "n/a"
    return [
        code["code"],
        share(code["alpha"]),
        f"{share(code['ci'][0])} to {share(code['ci'][1])}" if code["ci"] else "n/a",
        f"{kappa} to {share(max(kappas))}" if len(kappas) > 1 else kappa,
        share(code["agreement"]),
        share(code["dice"]),
        share(code["prevalence"]),
        " + ".join(str(passages) for passages in code["passages"].values()),
        code["note"],
    ]
