"""The command that shows what a key of pseudonyms holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import FILE, examples, json_option, passphrase, print_json, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Show who is who, from a key.", epilog=examples("key study.qckey"))
@click.argument("file", type=FILE)
@json_option
def key(file: Path, *, as_json: bool) -> None:
    """List the real names that a key holds, each with what stands in its place.

    The passphrase is asked for, or read from QUALCODER_LITE_PASSPHRASE.
    """
    from qualcoder_lite.service.people.pseudonyms import KeyFile

    names = KeyFile.open(file, passphrase()).names
    if as_json:
        print_json([{"name": name, "pseudonym": pseudonym} for name, pseudonym in names.items()])
        return
    for name, pseudonym in names.items():
        say(f"{name} → {pseudonym}")
