"""The command minutes: meetings about where coders differ, and their minutes as a Word document."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
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


@click.command(
    short_help="List meetings about disagreements, and write their minutes.",
    epilog=examples("minutes study.qclite", "minutes study.qclite 2026-06-03 -o minutes.docx"),
)
@project_argument
@as_option
@click.argument("meeting", required=False, metavar="[DAY]")
@click.option("-o", "--out", type=FILE, help="Write the minutes of that day’s meeting to a .docx.")
@json_option
def minutes(project: Path, meeting: str | None, out: Path | None, *, as_json: bool) -> None:
    """List the meetings at which coders looked at where they differ; with a DAY, what was decided and what is open."""
    if out is not None and meeting is None:
        raise click.UsageError("Say of which day’s meeting the minutes are wanted.")
    found: list[dict[str, Any]] | dict[str, Any]
    with reading(project) as opened:
        if meeting is None:
            found = [asdict(each) for each in opened.meetings.all()]
        else:
            held = opened.meetings.find(meeting)
            found = {**asdict(held), "lines": [asdict(line) for line in opened.meetings.lines(held.id)]}
            if out is not None:
                opened.meetings.write_minutes(out, held.id, on=today())
    if as_json:
        print_json(found)
    elif isinstance(found, list):
        _list(found)
    elif out is None:
        say(f"{found['held_on']}: {', '.join(found['present'])}.")
        print_table(
            ["where", "turn", "who saw what", "decided", "why", "note"],
            [
                [
                    line["transcript"],
                    line["turn"] or "–",
                    "; ".join(line["sides"]),
                    line["decision"] or "not decided",
                    line["why"],
                    line["note"],
                ]
                for line in found["lines"]
            ],
        )
    if out is not None:
        tell(f"Wrote the minutes to “{out}”.")


def _list(found: list[dict[str, Any]]) -> None:
    if not found:
        say("No meeting was held yet.")
        return
    print_table(
        ["day", "looked at", "settled", "present"],
        [[each["held_on"], each["looked_at"], each["settled"], ", ".join(each["present"])] for each in found],
    )
