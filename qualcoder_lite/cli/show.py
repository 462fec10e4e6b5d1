"""The command show: a transcript with its turns and codings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import examples, json_option, print_json, project_argument, reading, say

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project


@click.command(
    short_help="Show a transcript with its turns and codings.",
    epilog=examples("show study.qclite elsie.docx"),
)
@project_argument
@click.argument("transcript")
@click.option("--as", "coder", metavar="CODER", help="Show this coder’s own codings alone.")
@json_option
def show(project: Path, transcript: str, coder: str | None, *, as_json: bool) -> None:
    """Show a transcript (its id, title or file name, or its participant) with its turns and codings.

    The numbers are the positions that “code” takes; each coding ends with its id, which “recode” and “uncode” take.
    """
    with reading(project) as opened:
        document = _document(opened, transcript, coder)
    if as_json:
        print_json(document)
        return
    say(f"{document['title']}\n")
    for line in _lines(document):
        say(line)


def _document(project: Project, name: str, coder: str | None) -> dict[str, Any]:
    transcript = project.transcripts.find(name)
    speakers = project.transcripts.speakers(transcript)
    codes, coders = project.codebooks.names(), {each.id: each.name for each in project.coders.all()}
    return {
        "id": transcript,
        "title": project.transcripts.title(transcript),
        "text": project.transcripts.text(transcript),
        "turns": [
            {
                "start": turn.start,
                "speech": turn.speech,
                "end": turn.end,
                "speaker": speakers[turn.speaker].label,
                "role": speakers[turn.speaker].role,
                "timestamp": None if turn.timestamp is None else turn.timestamp / 1000,
            }
            for turn in project.transcripts.turns(transcript)
        ],
        "codings": [
            {
                "id": coding.id,
                "start": coding.start,
                "end": coding.end,
                "code": codes[coding.code],
                "coder": coders[coding.coder],
                "settled": coding.decision is not None,
                "polarity": coding.polarity,
                "sure": coding.sure,
                "attributions": [
                    {"feature": codes[link.feature], "direction": link.direction} for link in coding.attributions
                ],
                "memo": coding.memo,
            }
            for coding in project.codings.of_transcript(transcript, coder)
        ],
    }


def _lines(document: dict[str, Any]) -> list[str]:
    """The transcript for reading: positions before each turn, its codings under it."""
    text, turns = document["text"], document["turns"]
    if not turns:
        turns = [{"start": 0, "end": len(text)}]
    lines: list[str] = []
    told: set[str] = set()
    for turn in turns:
        lines.append(f"[{turn['start']}–{turn['end']}] {text[turn['start'] : turn['end']]}")
        for coding in document["codings"]:
            if coding["id"] not in told and coding["start"] < turn["end"] and coding["end"] > turn["start"]:
                told.add(coding["id"])
                lines.append(
                    f"    {coding['code']} ({coding['polarity'].replace('_', ' ')}) by {coding['coder']} "
                    f"on {coding['start']}–{coding['end']}, {coding['id']}"
                )
        lines.append("")
    return lines
