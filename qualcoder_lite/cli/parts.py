"""What commands share: arguments and options that mean the same everywhere, opening a project, printing."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Respondent

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from datetime import date

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.project import Project


class _File(click.ParamType):
    """A path, whether or not anything is there: a missing file is a mistake to explain, not wrong usage."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002, ANN401 - click's signature
        return value if isinstance(value, Path) else Path(value)


class _PolarityChoice(click.Choice):
    """One of the polarities, written with - or _, as the domain knows it."""

    def __init__(self) -> None:
        super().__init__([polarity.replace("_", "-") for polarity in Polarity])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Polarity:  # noqa: ANN401 - click's signature
        if isinstance(value, Polarity):
            return value
        return Polarity(str(super().convert(value, param, ctx)).replace("-", "_"))


class _RespondentChoice(click.Choice):
    """One of the types of respondent, written with - or a blank, as the domain knows it."""

    def __init__(self) -> None:
        super().__init__([respondent.replace(" ", "-") for respondent in Respondent], case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Respondent:  # noqa: ANN401 - click's signature
        if isinstance(value, Respondent):
            return value
        return Respondent(str(super().convert(str(value).replace(" ", "-"), param, ctx)).replace("-", " "))


FILE = _File()
POLARITY = _PolarityChoice()
RESPONDENT = _RespondentChoice()

project_argument = click.argument("project", type=FILE)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of words.")

_LOOKING = "qualcoder_lite.looking_as"


def _look_as(context: click.Context, _option: click.Parameter, coder: str) -> None:
    context.meta[_LOOKING] = coder


#: Whoever reads by a command may say who they are; `reading` then opens the project as they see it.
as_option = click.option(
    "--as",
    metavar="CODER",
    default="",
    expose_value=False,
    callback=_look_as,
    help="As this coder sees it: nothing of the others’ work in transcripts that they code blind.",
)


def examples(*commands: str) -> str:
    """Commands to show under a help text; a line that begins with blanks goes on with the one before."""
    lines = [command if command.startswith(" ") else f"  qualcoder-lite {command}" for command in commands]
    return "\n".join(["\b", "For example:", *lines])  # click leaves the lines after \b as they are


@contextmanager
def reading(path: Path) -> Generator[Project]:
    """The project open for looking, by whoever the option --as names. UnknownNameError where there is no such coder."""
    from qualcoder_lite.service.project import Project

    context = click.get_current_context(silent=True)
    coder = context.meta.get(_LOOKING, "") if context else ""
    with Project.look(path) as project:
        if coder:
            project.look_as(project.coders.find(coder).id)
        yield project


@contextmanager
def writing(path: Path) -> Generator[Project]:
    """The project open for work; what there is to say of its place, or of its backup at the end, is said."""
    from qualcoder_lite.service.project import Project

    with Project.open(path) as project:
        said = len(project.notices)
        for notice in project.notices:
            tell(notice)
        yield project
    for notice in project.notices[said:]:
        tell(notice)


def today() -> date:
    """The day on this computer's clock."""
    return datetime.now().astimezone().date()


def say(answer: str) -> None:
    """Print a line of the answer on standard output."""
    _print(answer, sys.stdout)


def tell(sentence: str) -> None:
    """Say something beside the answer, so that standard output stays clean for programs."""
    _print(sentence, sys.stderr)


def _print(text: str, stream: TextIO | None) -> None:
    """Print, and when the reader went away, as `head` does, go on in silence: work that was begun is finished."""
    try:
        click.echo(text, file=stream)
    except OSError as fault:
        silence(stream)
        if not isinstance(fault, BrokenPipeError):
            raise UserError(f"The answer couldn’t be written to where it was sent ({fault.strerror}).") from fault


def silence(stream: TextIO | None) -> None:
    """Send what is still written to a stream nowhere, so that Python's own flush at the end finds no fault either."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def sentence(project: Project, changes: Changes) -> str:
    """What was just done as a sentence; empty where nothing was changed."""
    entry = project.history.entry(changes.step)
    return f"{entry.what[:1].upper()}{entry.what[1:]}." if entry else ""


def tell_made(changes: Changes) -> None:
    """Say what was made on the way because its name wasn't known yet."""
    for made in changes.made:
        tell(f"New {made}.")


def print_json(document: Any) -> None:  # noqa: ANN401 - any JSON document
    """Print one JSON document."""
    say(json.dumps(document, ensure_ascii=False, indent=1))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their headings, numbers to the right, blank cells as a dash."""
    cells = [[_shown(value) for value in row] for row in rows]
    widths = [max(len(line[n]) for line in [list(columns), *cells]) for n in range(len(columns))]
    right = [bool(cells) and all(_is_number(row[n]) for row in cells) for n in range(len(columns))]
    for line in [list(columns), *cells]:
        parts = [text.rjust(w) if r else text.ljust(w) for text, w, r in zip(line, widths, right, strict=True)]
        say("  ".join(parts).rstrip())


def _shown(value: object) -> str:
    if value is None or value == "":
        return "–"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _is_number(text: str) -> bool:
    return text == "–" or text.replace(",", "").isdigit()


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 coding", "3 codings", "2 people"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def passphrase(*, new: bool = False) -> str:
    """The passphrase of a key, from the environment or the person; a `new` one is asked for twice."""
    kept = os.environ.get("QUALCODER_LITE_PASSPHRASE", "")
    if not kept and not sys.stdin.isatty():
        raise click.UsageError(
            "Nobody can be asked for the key’s passphrase here. Set QUALCODER_LITE_PASSPHRASE to it."
        )
    return kept or click.prompt("Passphrase of the key", hide_input=True, confirmation_prompt=new, err=True)
