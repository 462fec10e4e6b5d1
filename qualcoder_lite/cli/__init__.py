"""The command line: a contract that scripts rely on. Each command is a few lines over the `Project` facade."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Exit codes, as scripts rely on them.
DONE, MISTAKE, WRONG_USAGE, FAULT = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code.

    0 done; 1 a mistake the user can mend, one plain sentence on standard error; 2 wrong usage; 3 a fault of the
    program, with the place of its log.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        to_open = _to_open(arguments)
        return _run_command(arguments) if to_open is None else _open(to_open)
    except BrokenPipeError:  # the reader of a help text went away, as `head` does
        from qualcoder_lite.cli.parts import silence

        silence(sys.stdout)
    except KeyboardInterrupt:
        _tell("Stopped. Nothing that was begun and not finished was kept.")
        return MISTAKE
    except Exception as fault:  # noqa: BLE001 - the outermost edge: whatever is no mistake is our own fault
        return _tell_fault(fault)
    return DONE


def _to_open(arguments: Sequence[str]) -> str | None:
    """The project that only the window is wanted for, empty for none of them; None where it is another command.

    The window opens sooner without click, which every other command needs.
    """
    match list(arguments):
        case [] | ["open"]:
            return ""
        case ["open", project] if not project.startswith("-"):
            return project
        case [project] if project.endswith(".qclite") and not project.startswith("-"):
            return project
        case _:
            return None


def _open(project: str) -> int:
    from pathlib import Path

    from qualcoder_lite.cli.screen import open_window

    return open_window(Path(project) if project else None)


def _run_command(arguments: Sequence[str]) -> int:
    import click

    from qualcoder_lite.cli.root import root

    try:
        # Not root.main(): that ends the process by itself when the reader of our output went away.
        with root.make_context("qualcoder-lite", list(arguments)) as context:
            root.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return WRONG_USAGE
    return DONE


def _tell_fault(fault: Exception) -> int:
    from qualcoder_lite.domain.errors import UserError

    if isinstance(fault, UserError):
        _tell(str(fault))
        return MISTAKE
    from qualcoder_lite.service.program.faults import log_fault

    place = log_fault(fault)
    _tell(f"Something went wrong inside QualCoder Lite; what was saved before is safe. Details are in “{place}”.")
    return FAULT


def _tell(sentence: str) -> None:
    from qualcoder_lite.cli.parts import tell

    tell(sentence)
