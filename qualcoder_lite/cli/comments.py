"""The command comments: taking what was written in the margin of a Word document back into the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    FILE,
    examples,
    json_option,
    print_json,
    project_argument,
    say,
    tell,
    tell_made,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Take comments on quotes in Word back as memos.",
    epilog=examples("comments study.qclite extracts.docx", "comments study.qclite extracts.docx --by Ailsa --json"),
)
@project_argument
@click.argument("document", type=FILE)
@click.option("--by", "who", metavar="NAME", default="", help="Who takes them back, for the history.")
@json_option
def comments(project: Path, document: Path, who: str, *, as_json: bool) -> None:
    """Take the comments that somebody wrote on quotes in a Word document of extracts back into the project.

    Each becomes a memo on the very coding that it is about, signed by who wrote it; one that was taken back before is
    not taken again. What was changed in a quote is said, and never taken in.
    """
    with writing(project) as opened:
        taken = opened.extracts.take_comments_back(document, coder=who)
    tell_made(taken.changes)
    if as_json:
        print_json(taken.as_dict())
        return
    say(taken.in_words())
    for sentence in taken.left_alone():
        tell(sentence)
