"""Commands undo, redo, history."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    as_option,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.history.history import HistoryEntry

_count = click.argument("n", type=click.IntRange(min=1), default=1)


@click.command()
@project_argument
@_count
def undo(project: Path, n: int) -> None:
    """Take the last step back, or the last N.

    A step is one thing that somebody did, whole: see them with “history”. There is no limit, and nothing is forgotten
    when the project is closed. The making of the project itself can’t be undone.
    """
    with writing(project) as opened:
        for _ in range(n):
            step = opened.history.next_undo()
            if step is None or not opened.history.undo():
                say("There is nothing more to undo.")
                return
            say(f"Undone: {_told(step)}.")


@click.command("take-back", short_help="Take one earlier step back, and leave what was done since.")
@project_argument
@click.argument("step", type=click.IntRange(1))
def take_back(project: Path, step: int) -> None:
    """Take one earlier step back, by its number in “history --json”, and leave alone what was done since."""
    with writing(project) as opened:
        opened.history.take_back(step)
        entry = opened.history.entries(1)[0]
    say(f"{_told(entry)[:1].upper()}{_told(entry)[1:]}.")


@click.command()
@project_argument
@_count
def redo(project: Path, n: int) -> None:
    """Do again what was undone last, or the last N."""
    with writing(project) as opened:
        for _ in range(n):
            step = opened.history.entry(opened.history.redo().step)  # in words that fit once it is done
            if step is None:
                say("There is nothing more to redo.")
                return
            say(f"Done again: {_told(step)}.")


@click.command()
@project_argument
@as_option
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
        say(f"{when}  {_told(entry)}{' (undone)' if entry.undone else ''}")


def _told(entry: HistoryEntry) -> str:
    """Who did what; most steps that nobody is named for begin with a verb that says enough."""
    return f"{entry.coder} {entry.what}" if entry.coder else entry.what
