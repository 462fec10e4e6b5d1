"""Commands undo, redo, history."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import json_option, print_json, project_argument, reading, writing

if TYPE_CHECKING:
    from pathlib import Path

_count = click.argument("n", type=click.IntRange(min=1), default=1)


@click.command()
@project_argument
@_count
def undo(project: Path, n: int) -> None:
    """Take the last step back, or the last N. It works across restarts and has no limit."""
    with writing(project) as opened:
        for _ in range(n):
            step = opened.history.next_undo()
            if step is None or not opened.history.undo():
                click.echo("There is nothing more to undo.")
                return
            click.echo(f"Undone: {step.coder or 'somebody'} {step.what}.")


@click.command()
@project_argument
@_count
def redo(project: Path, n: int) -> None:
    """Do again what was undone last, or the last N."""
    with writing(project) as opened:
        for _ in range(n):
            step = opened.history.next_redo()
            if step is None or not opened.history.redo():
                click.echo("There is nothing more to redo.")
                return
            click.echo(f"Done again: {step.coder or 'somebody'} {step.what}.")


@click.command()
@project_argument
@json_option
def history(project: Path, *, as_json: bool) -> None:
    """Say who did what, newest first."""
    with reading(project) as opened:
        entries = opened.history.entries()
    if as_json:
        print_json(
            [
                {
                    "step": entry.step,
                    "when": entry.when,
                    "coder": entry.coder or None,
                    "what": entry.what,
                    "undone": entry.undone,
                }
                for entry in entries
            ]
        )
        return
    for entry in entries:
        when = datetime.fromisoformat(entry.when).astimezone().strftime("%d %b %Y %H:%M")
        click.echo(f"{when}  {entry.coder or '–'} {entry.what}{' (undone)' if entry.undone else ''}")
