"""The command that marks quotes to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import examples, project_argument, say, sentence, tell_made, writing

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Mark a quote to be shown.",
    epilog=examples('star study.qclite 3f0c… --by "Ailsa Brodie"', "star study.qclite 3f0c… --off"),
)
@project_argument
@click.argument("codings", nargs=-1, required=True, metavar="CODING…")
@click.option("--by", "who", metavar="NAME", default="", help="Who marks it; made if new.")
@click.option("--off", is_flag=True, help="Take the star off.")
def star(project: Path, codings: tuple[str, ...], who: str, *, off: bool) -> None:
    """Put a star on a quote, told by the ids of its codings, which “show” and “extracts” tell.

    Reports choose quotes with a star before all others; “extracts --starred” writes no other.
    """
    with writing(project) as opened:
        change = opened.stars.take_off if off else opened.stars.put
        changes = change(codings, coder=who)
        said = sentence(opened, changes) or "It has a star already; nothing was changed."
    tell_made(changes)
    say(said)
