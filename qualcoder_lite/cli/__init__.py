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
    import click

    from qualcoder_lite.cli.parts import silence, tell
    from qualcoder_lite.cli.root import root
    from qualcoder_lite.domain.errors import UserError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        # Not root.main(): that ends the process by itself when the reader of our output went away.
        with root.make_context("qualcoder-lite", list(arguments)) as context:
            root.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except UserError as mistake:
        tell(str(mistake))
        return MISTAKE
    except click.ClickException as wrong:
        wrong.show()
        return WRONG_USAGE
    except BrokenPipeError:  # the reader of a help text went away, as `head` does
        silence(sys.stdout)
    except KeyboardInterrupt:
        tell("Stopped. Nothing that was begun and not finished was kept.")
        return MISTAKE
    except Exception as fault:  # noqa: BLE001 - the outermost edge: whatever is left is our own fault
        from qualcoder_lite.service.faults import log_fault

        place = log_fault(fault)
        tell(f"Something went wrong inside QualCoder Lite; what was saved before is safe. Details are in “{place}”.")
        return FAULT
    return DONE
