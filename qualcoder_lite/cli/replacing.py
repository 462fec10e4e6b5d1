"""The command that replaces names everywhere in a project, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    passphrase,
    print_json,
    project_argument,
    reading,
    say,
    tell,
    writing,
)
from qualcoder_lite.domain.errors import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.service.people.pseudonyms import NamePlace
    from qualcoder_lite.service.project import Project


@click.command(
    short_help="Replace a name everywhere, for good.",
    epilog=examples(
        'replace study.qclite "Elsie" "Winifred" --dry-run',
        'replace study.qclite "Elsie" "Winifred" --yes',
        'replace study.qclite "Margaret" "[friend]" --key study.key --yes',
    ),
)
@project_argument
@click.argument("old")
@click.argument("new")
@click.option("--key", type=FILE, help="Keep who is who in this encrypted file, which is made if it isn’t there.")
@click.option("--dry-run", is_flag=True, help="Only list the places.")
@click.option("--yes", is_flag=True, help="Do it, though it can’t be undone.")
@json_option
def replace(project: Path, old: str, new: str, key: Path | None, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Put other words in the place of a name in every transcript and wherever else it is written.

    Codings keep their places. This can’t be undone, and “undo” doesn’t go back past it: the history, the search index
    and the automatic backups lose the name too. Look with --dry-run first. The key’s passphrase is asked for, or read
    from QUALCODER_LITE_PASSPHRASE.
    """
    if dry_run:
        with reading(project) as opened:
            places = opened.pseudonyms.places({old: new})
            others = _other_spellings(opened, old)
        _show_places(places, as_json=as_json)
        _tell_of(others)
        return
    if not yes:
        raise click.UsageError("This can’t be undone. Look with --dry-run first; then say --yes.")
    with writing(project) as opened:
        names = opened.pseudonyms
        opened_key = None
        if key is not None:
            words = passphrase(new=not key.exists())
            opened_key = names.open_key(key, words) if key.exists() else names.new_key(key, words)
        done = names.replace({old: new}, key=opened_key)
        others = _other_spellings(opened, old)
    if as_json:
        print_json({"places": done.places, "transcripts": done.transcripts})
    else:
        say(f"Replaced in {counted(done.places, 'place')}, in {counted(done.transcripts, 'transcript')}.")
        say("Copies of the project elsewhere, and earlier versions in a cloud, can’t be reached.")
    for sentence in done.unreached:
        tell(sentence)
    if done.left:
        tell("The name can still be read in the file or beside it. Have it looked at.")
    _tell_of(others)


def _other_spellings(opened: Project, old: str) -> list[str]:
    """The name as it is written besides, in capitals or with another apostrophe, which isn’t replaced."""
    from qualcoder_lite.domain.naming.occurrences import NameQuery

    return [form.words for form in opened.pseudonyms.forms(NameQuery(words=old)) if form.words != old]


def _tell_of(others: Sequence[str]) -> None:
    if others:
        tell(f"It is also written {listed(others, 'and')}: not replaced. Replace each of them by itself.")


def _show_places(places: Sequence[NamePlace], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "transcript": place.key[1] if place.in_transcript else None,
                    "start": place.key[3],
                    "where": place.title or f"{place.table} {place.column}",
                    "before": place.before,
                    "words": place.words,
                    "after": place.after,
                    "new": place.new,
                }
                for place in places
            ]
        )
        return
    for place in places:
        where = place.title or f"{place.table} {place.column}"
        say(f"{where}: {place.before}[{place.words} → {place.new}]{place.after}")
    say(f"{counted(len(places), 'place')}. Nothing was changed.")
