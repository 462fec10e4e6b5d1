"""Commands that code: code, uncode, recode, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    FILE,
    POLARITY,
    examples,
    print_json,
    project_argument,
    say,
    sentence,
    tell_made,
    writing,
)
from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from pathlib import Path


# What one coding needs; a table brings them itself.
_NEEDED = ("transcript", "start", "end", "code", "coder")


@click.command(
    short_help="Put a code on a passage, or take in a table of codings.",
    epilog=examples(
        "code study.qclite --transcript elsie.docx --start 120 --end 164",
        '    --code "Feeling safe" --coder "Ailsa Brodie" --helped Co-location',
        "code study.qclite --from codings.csv",
    ),
)
@project_argument
@click.option(
    "--from",
    "table",
    type=FILE,
    help="Take codings in from a table (.csv or .xlsx) with the columns transcript, start, end, code and coder, and "
    "any of polarity, helped, hindered and memo: all rows or none.",
)
@click.option("--done", multiple=True, metavar="CODER", help="With --from: declare its transcripts done by this coder.")
@click.option("--transcript", metavar="NAME", help="The transcript: its id, title or file name.")
@click.option("--start", type=int, help="Where the passage starts, in characters from 0.")
@click.option("--end", type=int, help="Where it ends: the position after its last character.")
@click.option("--code", "code_name", metavar="CODE", help="The code: its id, name or alias.")
@click.option("--coder", metavar="NAME", help="Who codes; made if new.")
@click.option("--polarity", type=POLARITY, default=Polarity.NOT_STATED, help="Whether the outcome was delivered.")
@click.option("--helped", multiple=True, metavar="FEATURE", help="The person says that this feature helped.")
@click.option("--hindered", multiple=True, metavar="FEATURE", help="The person says that this feature hindered.")
@click.option("--memo", default="", help="A note on this coding.")
@click.option("--json", "as_json", is_flag=True, help="Print the ids of the codings made as JSON.")
def code(
    project: Path,
    table: Path | None,
    done: tuple[str, ...],
    transcript: str | None,
    start: int | None,
    end: int | None,
    code_name: str | None,
    coder: str | None,
    polarity: Polarity,
    helped: tuple[str, ...],
    hindered: tuple[str, ...],
    memo: str,
    *,
    as_json: bool,
) -> None:
    """Put a code on a passage, or take many codings in from a table.

    The same coder’s same code on the same passage is brought up to date; what isn’t given stays.
    """
    given = dict(zip(_NEEDED, (transcript, start, end, code_name, coder), strict=True))
    if table is not None:
        alone = [f"--{name}" for name, value in given.items() if value is not None]
        if alone or helped or hindered or memo:
            raise click.UsageError(
                f"With --from the table says everything; leave out {', '.join(alone) or 'the rest'}."
            )
        with writing(project) as opened:
            changes = opened.codings.import_table(table, done=done)
            said = sentence(opened, changes) or "Every row was in the project already; nothing was changed."
        tell_made(changes)
        if as_json:
            print_json(sorted(changes.of("coding")))
        else:
            say(said)
        return
    missing = [f"--{name}" for name, value in given.items() if value is None]
    if missing:
        raise click.UsageError(f"A coding needs {', '.join(missing)} (or take a table with --from).")
    if done:
        raise click.UsageError("--done goes with --from; for one transcript use “qualcoder-lite done”.")
    from qualcoder_lite.service.coding.new_coding import NewCoding

    asked = NewCoding(
        transcript=transcript or "",
        start=start or 0,
        end=end or 0,
        code=code_name or "",
        coder=coder or "",
        polarity=polarity,
        helped=helped,
        hindered=hindered,
        memo=memo,
    )
    with writing(project) as opened:
        changes = opened.codings.add(asked)
        said = sentence(opened, changes) or "That coding was there already; nothing was changed."
    tell_made(changes)
    if as_json:
        print_json(sorted(changes.of("coding")))
    else:
        say(" ".join([said, *sorted(changes.of("coding"))]))


@click.command(short_help="Take codings off by their ids.")
@project_argument
@click.argument("codings", nargs=-1, required=True, metavar="CODING…")
def uncode(project: Path, codings: tuple[str, ...]) -> None:
    """Take codings off by their ids, which “show” tells: all of them or none."""
    with writing(project) as opened:
        changes = opened.codings.remove(codings)
        say(sentence(opened, changes))


@click.command(short_help="Change a coding’s edges, code or polarity.")
@project_argument
@click.argument("coding")
@click.option("--start", type=int, help="Another start.")
@click.option("--end", type=int, help="Another end.")
@click.option("--code", "code_name", metavar="CODE", help="Another code.")
@click.option("--polarity", type=POLARITY, help="Another polarity.")
def recode(
    project: Path, coding: str, start: int | None, end: int | None, code_name: str | None, polarity: Polarity | None
) -> None:
    """Change the edges, code or polarity of a coding (its id, which “show” tells); what isn’t given stays."""
    with writing(project) as opened:
        changes = opened.codings.recode(coding, start=start, end=end, code=code_name, polarity=polarity)
        say(sentence(opened, changes) or "It was so already; nothing was changed.")


@click.command(
    short_help="Declare transcripts done by a coder.",
    epilog=examples('done study.qclite --coder "Ailsa Brodie" elsie.docx'),
)
@project_argument
@click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT…")
@click.option("--coder", metavar="NAME", required=True, help="Who declares; made if new.")
@click.option("--not", "undone", is_flag=True, help="Take the declaration back.")
def done(project: Path, transcripts: tuple[str, ...], coder: str, *, undone: bool) -> None:
    """Declare transcripts done by a coder: read to the end, and all that is there coded."""
    with writing(project) as opened:
        changes = opened.codings.declare_done(coder, transcripts, done=not undone)
        said = sentence(opened, changes) or "It was so already; nothing was changed."
    tell_made(changes)
    say(said)
