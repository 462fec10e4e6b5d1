"""Commands that need the window: open, demo and screenshots. Qt is loaded only here, and late."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import FILE, reading, say, today
from qualcoder_lite.cli.screen import has_display, open_window

if TYPE_CHECKING:
    from pathlib import Path


@click.command("open")
@click.argument("project", type=FILE, required=False)
@click.pass_context
def open_project(context: click.Context, project: Path | None) -> None:
    """Open the window, with a project or with its start page. “open” may be left out."""
    context.exit(open_window(project))


@click.command(short_help="Make the demonstration project, and open it.")
@click.option("--to", "target", type=FILE, help="Where to write the project (default: a folder of your own account).")
@click.option("--no-window", is_flag=True, help="Only write it.")
@click.pass_context
def demo(context: click.Context, target: Path | None, *, no_window: bool) -> None:
    """Make the demonstration project from invented interviews, and open it.

    Without a screen, its matrix and a Word document of coded extracts are written beside it instead. The project in
    its usual place is kept from one time to the next; remove the file to start afresh.
    """
    from qualcoder_lite.service.demonstration import make_demonstration, usual_place, write_first_answers

    path = target or usual_place()
    if target is not None or not path.exists():
        make_demonstration(path)
        say(f"Wrote the demonstration project to “{path}”.")
    else:
        say(f"The demonstration project is in “{path}”, as it was left.")
    if no_window:
        return
    if has_display():
        context.exit(open_window(path))
    for written in write_first_answers(path, today()):
        say(f"Wrote “{written}”.")
    say("There is no screen to open a window on. Where there is one, this opens it:")
    say(f"  {_this_command()} open {shlex.quote(str(path))}")


def _this_command() -> str:
    """What to type to call this program: where it isn't on the path, as in a checkout, Python itself is called."""
    return "qualcoder-lite" if shutil.which("qualcoder-lite") else f"{shlex.quote(sys.executable)} -m qualcoder_lite"


@click.command(short_help="Write a picture of every page of the window.")
@click.argument("project", type=FILE)
@click.option("--to", "folder", type=FILE, required=True, help="The folder for the pictures.")
@click.option("--text", type=click.Choice(["100", "200"]), default="100", help="Size of the words, in percent.")
@click.option("--dark", is_flag=True, help="The dark look.")
def screenshots(project: Path, folder: Path, text: str, *, dark: bool) -> None:
    """Write a picture of every page of the real window, and pages.json.

    The latter tells how long each page took to be painted first, and which of its controls have no name for a screen
    reader. No screen is needed, your settings are left alone, and the project is opened for reading.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with reading(project):
        pass  # What is wrong with it is said in English, before the window puts another language in place.
    from qualcoder_lite.app import take_screenshots

    pages = take_screenshots(project, folder, text=int(text) / 100, dark=dark)
    say(f"Wrote {len(pages)} pictures to “{folder}”.")
