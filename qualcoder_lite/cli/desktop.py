"""The command that puts the program into the system's menu."""

from __future__ import annotations

import click

from qualcoder_lite.cli.parts import say


@click.command(short_help="Put the program into the menu of a Linux desktop, or take it off.")
@click.option("--remove", is_flag=True, help="Take it off again.")
def desktop(*, remove: bool) -> None:
    """Put the program into the menu of a Linux desktop, with its icon, for you alone.

    Projects, which are files that end in .qclite, then open by a double click. --remove takes all of it off again and
    leaves your projects alone.
    """
    from qualcoder_lite.service.program.desktop import put_on_desktop, take_off_desktop

    if remove:
        gone = take_off_desktop()
        say(f"Took {len(gone)} files off." if gone else "There was nothing to take off.")
        return
    for written in put_on_desktop():
        say(f"Wrote “{written}”.")
    say("QualCoder Lite is in the menu now. Your projects open by a double click.")
