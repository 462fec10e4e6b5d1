"""The command memos: listing what was thought, and taking it to Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
    today,
)
from qualcoder_lite.domain.memo import MemoKind, Subject

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from qualcoder_lite.service.memos.listed import ListedMemo

_NOTE = "note"
_KINDS = [_NOTE, *(kind.value for kind in MemoKind if kind.value)]


@click.command(
    epilog=examples(
        "memos study.qclite",
        "memos study.qclite --kind theme --about code",
        "memos study.qclite --search bus -o memos.docx",
    )
)
@project_argument
@as_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only memos of this kind.")
@click.option(
    "--about",
    "subjects",
    multiple=True,
    type=click.Choice([each.value for each in Subject]),
    help="Only memos about these.",
)
@click.option("--coder", "coders", multiple=True, help="Only memos that this person wrote.")
@click.option("--search", "words", default="", help="Only memos in which all these words stand.")
@click.option("-o", "--out", type=FILE, default=None, help="Write them to a .docx or .csv file.")
@json_option
def memos(
    project: Path,
    *,
    kinds: tuple[str, ...],
    subjects: tuple[str, ...],
    coders: tuple[str, ...],
    words: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """List the memos of a project, or write them to Word.

    The latest come first; the short memos on codings are among them. A memo is about the project, a transcript, a
    passage, a code, a site or a participant.
    """
    from qualcoder_lite.service.memos.file import MemosOrder
    from qualcoder_lite.service.memos.listed import MemoFilter

    which = MemoFilter(
        kinds=tuple(MemoKind("" if kind == _NOTE else kind) for kind in kinds),
        subjects=tuple(Subject(subject) for subject in subjects),
        coders=coders,
        words=words,
    )
    with reading(project) as opened:
        found = opened.memos.all(which)
        if out is not None:
            opened.memos.write_file(out, MemosOrder(study=opened.details.read(), date=today()), which)
    if as_json:
        print_json([_as_json(each) for each in found])
    elif out is not None:
        say(f"Wrote {counted(len(found), 'memo')} to “{out}”.")
    else:
        for each in found:
            _show(each)


def _as_json(listed: ListedMemo) -> dict[str, Any]:
    memo, about = listed.memo, listed.memo.about
    return {
        "id": memo.id,
        "about": listed.subject.value,
        "thing": listed.thing,
        "transcript": about.transcript or None,
        "start": about.start if about.end else None,
        "end": about.end if about.end else None,
        "coding": about.coding or None,
        "kind": memo.kind.value or _NOTE,
        "title": memo.title,
        "memo": memo.body,
        "coder": listed.coder or None,
        "written_at": memo.written_at or None,
        "edited_at": memo.edited_at or None,
    }


def _show(listed: ListedMemo) -> None:
    memo = listed.memo
    where = f"{listed.thing} ({listed.place})" if listed.place else listed.thing
    signed = ", ".join(part for part in (memo.kind.value, listed.coder, memo.written_at[:10]) if part)
    say(f"{where}{f' – {memo.title}' if memo.title else ''}  [{signed}]")
    for line in memo.body.splitlines():
        say(f"   {line}")
    say("")
