"""The command that takes a participant out of a project for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    tell,
    today,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.service.people.withdrawal import Withdrawn
    from qualcoder_lite.service.people.withdrawal_plan import WithdrawalPlan


@click.command(
    short_help="Delete all that is a participant’s, for good.",
    epilog=examples("withdraw study.qclite P07 --dry-run", "withdraw study.qclite P07 --certificate P07.docx"),
)
@project_argument
@click.argument("participant")
@click.option("--certificate", type=FILE, help="Write a certificate of what was deleted (.docx).")
@click.option("--dry-run", is_flag=True, help="Only say what would be deleted.")
@json_option
def withdraw(project: Path, participant: str, certificate: Path | None, *, dry_run: bool, as_json: bool) -> None:
    """Delete a participant’s transcripts, codings and memos, and their words wherever else they stand.

    This can’t be undone, and “undo” doesn’t go back past it. It asks nothing: look with --dry-run first. The history,
    the search index and the automatic backups lose their words too. Copies of the project elsewhere can’t be reached.
    """
    if dry_run:
        with reading(project) as opened:
            plan = opened.withdrawal.look(participant)
        if as_json:
            print_json(_as_json(plan))
        else:
            _say_plan(plan)
        return
    with writing(project) as opened:
        if certificate is not None:
            opened.withdrawal.refuse_certificate(certificate)
        done = opened.withdrawal.withdraw(participant)
        study = opened.title
        if certificate is not None:
            opened.withdrawal.write_certificate(certificate, done, on=today(), study=study)
    if as_json:
        print_json(_as_json(done.plan))
    else:
        _say_done(done)
    for sentence in done.unreached:
        tell(sentence)
    if done.left:
        tell(f"{counted(len(done.left), 'word')} can still be read in the file or beside it. Have it looked at.")


def _as_json(plan: WithdrawalPlan) -> dict[str, object]:
    return {
        "participant": plan.name,
        "transcripts": list(plan.transcripts),
        "deleted": dict(plan.counts),
        "elsewhere": len(plan.places),
        "exports": list(plan.files),
        "backups": plan.backups,
    }


def _say_plan(plan: WithdrawalPlan) -> None:
    say(f"Withdrawing {plan.name} would delete, for good:")
    for line in _lines(plan):
        say(f"  {line}")
    for place in plan.places:
        say(f"  in {place.where.table} {place.where.column}: {place.before} [{place.words}] {place.after}".rstrip())
    _say_files(plan.files)
    say("Nothing was changed.")


def _say_done(done: Withdrawn) -> None:
    say(f"Withdrew {done.plan.name}. Deleted for good:")
    for line in _lines(done.plan):
        say(f"  {line}")
    _say_files(done.plan.files)
    say("Copies of the project elsewhere, and earlier versions in a cloud, can’t be reached.")


def _lines(plan: WithdrawalPlan) -> list[str]:
    return [
        f"{counted(len(plan.transcripts), 'transcript')} ({plan.words:,} words)",
        *(
            counted(number, noun.replace("_", " "))
            for noun, number in plan.counts.items()
            if noun in ("coding", "memo", "decision")
        ),
        f"their words in {counted(len(plan.places), 'place')} elsewhere",
        f"{counted(plan.backups, 'automatic backup')}, replaced by a new one",
    ]


def _say_files(files: Sequence[str]) -> None:
    if files:
        say("These exported files hold their words; delete or replace them by hand:")
    for file in files:
        say(f"  {file}")
