"""The command that measures how far coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
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

if TYPE_CHECKING:
    from pathlib import Path


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
@click.option("-o", "--out", type=FILE, help="Write it to a file instead: .docx, .xlsx or .csv.")
@json_option
def agreement(
    project: Path,
    coders: tuple[tuple[str, ...], ...],
    codes: tuple[tuple[str, ...], ...],
    unit: str,
    scope: str,
    compare: str,
    round_name: str,
    out: Path | None,
    *,
    all_turns: bool,
    as_json: bool,
) -> None:
    """Measure how far coders agree: Krippendorff's alpha for each code with its interval, kappa for each pair.

    A figure that can't be given is told as n/a, with the reason.
    """
    from qualcoder_lite.domain.agreement import Unit
    from qualcoder_lite.service.agreement_report import AgreementAsked, AgreementScope, Compare

    asked = AgreementAsked(
        coders=tuple(name for names in coders for name in names),
        codes=tuple(name for names in codes for name in names),
        unit=Unit(unit),
        scope=AgreementScope(scope),
        all_turns=all_turns,
        compare=Compare(compare),
        round=round_name,
    )
    with reading(project) as opened:
        found = opened.agreement.measure(asked)
        if out is not None:
            opened.agreement.write(out, found, on=today())
        titles = {id_: opened.transcripts.title(id_) for id_ in found.left_out}
    if as_json:
        print_json(found.as_dict())
    elif out is None:
        _tell_in_words(found.as_dict(), titles, every_code=bool(asked.codes))
    if out is not None:
        tell(f"Wrote the agreement to “{out}”.")


def _tell_in_words(document: dict[str, Any], titles: dict[str, str], *, every_code: bool) -> None:
    """Print the figures; codes that nobody used are only counted, unless they were asked for by name."""
    shown = [code for code in document["codes"] if every_code or any(code["passages"].values())]
    say(f"{', '.join(document['coders'])}: {counted(document['transcripts'], 'transcript')} compared.")
    say(f"Unit: {document['unit']}, {document['units']:,} in all. Blanks and labels don't count.")
    say("")
    print_table(
        ["code", "alpha", "95 % interval", "kappa", "agree", "Dice", "coded", "passages", "note"],
        [_row(code) for code in shown],
    )
    if len(shown) < len(document["codes"]):
        say(f"Nobody used the other {counted(len(document['codes']) - len(shown), 'code')}.")
    overall = document["overall"]
    left_out = counted(overall["codes_left_out"], "code")
    say("")
    say(
        f"Mean alpha {_share(overall['mean_alpha'])}, pooled kappa {_share(overall['pooled_kappa'])}; "
        f"{left_out} left out."
    )
    for left in document["left_out"]:
        say(f"Not compared: “{titles[left['transcript']]}”, {left['why']}.")


def _row(code: dict[str, Any]) -> list[str]:
    kappas = [kappa for kappa in code["kappa"].values() if kappa is not None]
    kappa = _share(min(kappas)) if kappas else "n/a"
    return [
        code["code"],
        _share(code["alpha"]),
        f"{_share(code['ci'][0])} to {_share(code['ci'][1])}" if code["ci"] else "n/a",
        f"{kappa} to {_share(max(kappas))}" if len(kappas) > 1 else kappa,
        _share(code["agreement"]),
        _share(code["dice"]),
        _share(code["prevalence"]),
        " + ".join(str(passages) for passages in code["passages"].values()),
        code["note"],
    ]


def _share(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.2f}"
