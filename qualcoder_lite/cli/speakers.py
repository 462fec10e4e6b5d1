"""The command speakers: who speaks in a transcript, and reading that again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import counted, examples, json_option, print_json, project_argument, reading, say, writing
from qualcoder_lite.cli.reading_options import choices_of, reading_options
from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import ReadingChoices

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project


@click.command(
    short_help="List who speaks in a transcript, or read that again.",
    epilog=examples(
        "speakers study.qclite Elsie",
        "speakers study.qclite Elsie --not-speaker Transport --same Int=Interviewer",
    ),
)
@project_argument
@click.argument("transcript")
@reading_options
@click.option("--again", is_flag=True, help="Read again although no other option says anything.")
@json_option
def speakers(project: Path, transcript: str, *, again: bool, as_json: bool, **options: Any) -> None:  # noqa: ANN401
    """List who speaks in a transcript (its id, title or file name).

    With any option who speaks is read again: the text and all codings stay where they are, and “undo” takes it back.
    """
    choices = choices_of(**options)
    if again or choices != ReadingChoices():
        with writing(project) as opened:
            found = opened.transcripts.find(transcript)
            _refuse_unknown(opened, found, choices)
            opened.speakers.store_again(found, choices)
            report = _report(opened, found)
    else:
        with reading(project) as opened:
            report = _report(opened, opened.transcripts.find(transcript))
    if as_json:
        print_json(report)
        return
    for one in report:
        say(f"{one['label']} ({one['role']}, {counted(one['turns'], 'turn')})")
    if not report:
        say("Nobody is known to speak in it.")


def _refuse_unknown(project: Project, transcript: str, choices: ReadingChoices) -> None:
    """Refuse a label that opens no line of the transcript: it is misspelt."""
    before, after = (project.speakers.read_again(transcript, wanted) for wanted in (ReadingChoices(), choices))
    told = (*before.found, *before.doubtful, *after.found)
    known = {folded(spelling) for one in told for spelling in one.spellings}
    named = (*choices.roles, *choices.speakers, *choices.not_speakers, *choices.same, *choices.apart)
    wrong = [label for label in named if folded(label) not in known]
    if wrong:
        raise UserError(f"No line begins with the label {listed(wrong)}. Write it as it stands in “{after.title}”.")


def _report(project: Project, transcript: str) -> list[dict[str, Any]]:
    turns = Counter(turn.speaker for turn in project.transcripts.turns(transcript))
    return [
        {"label": speaker.label, "role": speaker.role, "turns": turns[number]}
        for number, speaker in enumerate(project.transcripts.speakers(transcript))
    ]
