"""Commands merge and cut: several coders, each with a copy of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
    sentence,
    tell,
    tell_made,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.copies.conflicts import ConflictInWords
    from qualcoder_lite.service.copies.merging import MergePreview

_SHOWN = 20  # conflicts that are told in words; --json has them all


@click.command(
    short_help="Bring copies that others worked on into a project.",
    epilog=examples("merge study.qclite ailsa.qclite dennis.qclite --dry-run", "merge study.qclite copies/*.qclite"),
)
@project_argument
@click.argument("others", metavar="OTHER...", type=FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Only say what would come of it.")
@json_option
def merge(project: Path, others: tuple[Path, ...], *, dry_run: bool, as_json: bool) -> None:
    """Bring in what is new in copies of a project that were worked on apart.

    Any number of copies, in any order, any number of times. Of what was changed on both sides the later change is kept,
    and it is listed. The copies are only read. A backup is made first, and “undo” takes it all back.
    """
    if dry_run:
        with reading(project) as opened, opened.merging.look(others) as look:
            _tell(look.preview, as_json=as_json)
        return
    with writing(project) as opened, opened.merging.look(others) as look:
        changes = opened.merging.bring(look)
        done = sentence(opened, changes)
        if as_json:
            print_json(_as_json(look.preview))
        else:
            _say_what_needs_a_look(look.preview)
            say(done or "There is nothing new in it.")


def _tell(preview: MergePreview, *, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(preview))
        return
    for line in preview.in_words():
        say(line)
    _say_what_needs_a_look(preview)
    say("Nothing was changed: this was a dry run.")


def _say_what_needs_a_look(preview: MergePreview) -> None:
    for line in preview.to_look_at():
        say(line)
    if preview.conflicts:
        say(f"Changed on both sides ({len(preview.conflicts)}):")
    for conflict in preview.conflicts[:_SHOWN]:
        say(f"  {conflict.about} (“{conflict.file.name}”)")
        for each in conflict.differences:
            say(f"    {each.label}: here {each.here}; there {each.there}")
        kept = "what is here" if conflict.kept == "here" else "what is there"
        say(f"    {conflict.rule} That is {kept}.")
    if len(preview.conflicts) > _SHOWN:
        say(f"  and {len(preview.conflicts) - _SHOWN} more: see them all with --json")


def _as_json(preview: MergePreview) -> dict[str, Any]:
    return {
        "added": dict(preview.added),
        "updated": dict(preview.updated),
        "deleted": dict(preview.deleted),
        "conflicts": [_conflict(conflict) for conflict in preview.conflicts],
        "coders": [{"coder": each.coder, "new": dict(each.new)} for each in preview.from_coders],
        "different_texts": [
            {
                "file": str(path),
                "transcript": text.transcript,
                "title": text.title,
                "carried": text.carried,
                "left_out": text.left_out,
            }
            for path, text in preview.different_texts
        ],
        "same_names": [{"table": table, "name": name, "count": n} for table, name, n in preview.same_names],
        "alike": [list(pair) for pair in preview.alike],
        "waiting": preview.waiting,
        "withdraws": preview.withdraws,
        "final": preview.final,
    }


def _conflict(conflict: ConflictInWords) -> dict[str, Any]:
    return {
        "table": conflict.table,
        "id": conflict.row,
        "about": conflict.about,
        "differences": [{"field": each.label, "here": each.here, "there": each.there} for each in conflict.differences],
        "kept": conflict.kept,
        "rule": conflict.rule,
        "here_at": conflict.here_at,
        "there_at": conflict.there_at,
        "file": str(conflict.file),
    }


@click.command(
    short_help="Write a copy for one coder, without anybody else’s work.",
    epilog=examples('cut study.qclite for-ailsa.qclite --coder "Ailsa Brodie"'),
)
@project_argument
@click.argument("out", type=FILE)
@click.option("--coder", required=True, metavar="NAME", help="Who is to work in the copy; made if there is none.")
def cut(project: Path, out: Path, coder: str) -> None:
    """Write a blind copy of a project to OUT: the codebooks, one coder’s transcripts, and that coder’s own work.

    Nothing of what the others coded, noted or declared is in the file. Send it to the coder; what comes back is brought
    in with “merge”, and takes nothing away from anybody’s work.
    """
    with reading(project) as opened:
        opened.cutting.check_place(out)
        known = opened.cutting.knows(coder)
    if not known:
        with writing(project) as opened:
            tell_made(opened.coders.add(coder))
    with reading(project) as opened:
        done = opened.cutting.cut(out, coder)
    for title in done.left_out:
        tell(f"“{title}” is not in it.")
    say(f"Wrote a copy for {done.coder} with {counted(done.transcripts, 'transcript')} to “{out}”.")
