"""The command rounds: rounds of blind coding, listed, opened and closed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.groups import Group
from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    print_json,
    print_table,
    reading,
    say,
    sentence,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    cls=Group,
    short_help="List rounds of blind coding; open and close them.",
    subcommand_metavar="[PROJECT | COMMAND PROJECT …]",
    epilog=examples(
        "rounds study.qclite",
        'rounds open study.qclite "Round 1" --coder "Ailsa Brodie" --coder "Dennis Okoro" --draw 6',
        'rounds close study.qclite "Round 1"',
    ),
)
def rounds() -> None:
    """List rounds of blind coding; open one; close one, which keeps its figures."""


@rounds.command("show")
@click.argument("project", type=FILE)
@json_option
def show(project: Path, *, as_json: bool) -> None:
    """List all rounds (the same as “rounds PROJECT”)."""
    with reading(project) as opened:
        found = opened.rounds.all()
        names = {coder.id: coder.name for coder in opened.coders.all()}
    if as_json:
        print_json([{**asdict(each), "coders": [names.get(coder, "") for coder in each.coders]} for each in found])
        return
    if not found:
        say("No round was opened yet.")
        return
    print_table(
        ["round", "state", "transcripts", "coders", "due"],
        [
            [
                each.name,
                "open" if each.is_open else "closed",
                len(each.transcripts),
                ", ".join(names.get(coder, "somebody who is gone") for coder in each.coders),
                each.due,
            ]
            for each in found
        ],
    )


@rounds.command("open")
@click.argument("project", type=FILE)
@click.argument("name")
@click.option(
    "--coder", "coders", metavar="NAME", multiple=True, required=True, help="Who codes: at least two; with --again one."
)
@click.option("--transcript", "transcripts", metavar="NAME", multiple=True, help="A transcript chosen by hand.")
@click.option("--draw", type=click.IntRange(1), help="Draw so many, each site and client group having its share.")
@click.option("--seed", type=int, default=1, show_default=True, help="With --draw: the same seed draws the same.")
@click.option("--again", is_flag=True, help="One coder codes again what they coded before, blind to their first time.")
@click.option("--due", default="", metavar="DAY", help="Until when, as 2026-06-03.")
def open_round(
    project: Path,
    name: str,
    coders: tuple[str, ...],
    transcripts: tuple[str, ...],
    draw: int | None,
    seed: int,
    due: str,
    *,
    again: bool,
) -> None:
    """Open a round: its coders see nothing of each other’s work in its transcripts until it is closed."""
    if bool(transcripts) == (draw is not None):
        raise click.UsageError("Say which transcripts: by --transcript, or so many by --draw.")
    from qualcoder_lite.service.agreement.rounds import NewRound

    with writing(project) as opened:
        chosen = opened.rounds.draw(draw, seed) if draw is not None else list(transcripts)
        kept = seed if draw is not None else None
        new = NewRound(name=name, transcripts=chosen, coders=coders, due=due, seed=kept, again=again)
        said = sentence(opened, opened.rounds.open(new))
    say(f"{said} {counted(len(chosen), 'transcript')}.")


@rounds.command("close")
@click.argument("project", type=FILE)
@click.argument("name")
def close(project: Path, name: str) -> None:
    """Close a round: everybody sees everything again, and its figures are kept as they are now."""
    with writing(project) as opened:
        say(sentence(opened, opened.rounds.close(name)))
