"""The command that finds words in transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    as_option,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
)
from qualcoder_lite.cli.scope_options import speaker_role_option
from qualcoder_lite.domain.transcript import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.domain.searching.search import Query
    from qualcoder_lite.service.searching.found_words import FoundWords

_AROUND = 40  # characters shown on either side where the answer is to be read


@click.command(
    short_help="Find words in the transcripts.",
    epilog=examples(
        "search study.qclite safe --whole-words",
        'search study.qclite "they come when" --speaker-role participant --json',
        r'search study.qclite "help(ed|ing)?\s+me" --regex',
        "search study.qclite safe --elsewhere",
    ),
)
@project_argument
@as_option
@click.argument("query")
@click.option("--regex", is_flag=True, help="Take QUERY as a regular expression.")
@click.option("--whole-words", is_flag=True, help="Leave out longer words that QUERY is a part of.")
@speaker_role_option("Only what such a speaker says (may be given several times).")
@click.option("--site", "sites", metavar="NAME", multiple=True, help="Only this site (may be given several times).")
@click.option("--client-group", "groups", metavar="GROUP", multiple=True, help="Only this client group.")
@click.option("--elsewhere", is_flag=True, help="Find words in memos, codes and summaries instead of in what was said.")
@json_option
def search(
    project: Path,
    query: str,
    roles: tuple[str, ...],
    sites: tuple[str, ...],
    groups: tuple[str, ...],
    *,
    regex: bool,
    whole_words: bool,
    elsewhere: bool,
    as_json: bool,
) -> None:
    """Find words in what was said, up to capital letters, kinds of quotation marks and dashes, and blanks.

    Each turn is looked through by itself, without its label; so are paragraphs where there are no turns. A regular
    expression that takes too long is given up.
    """
    from qualcoder_lite.domain.searching.search import Query

    wanted = Query(
        words=query,
        regex=regex,
        whole_words=whole_words,
        roles=tuple(map(SpeakerRole, roles)),
        sites=sites,
        client_groups=groups,
    )
    if elsewhere:
        _search_elsewhere(project, wanted, as_json=as_json)
        return
    with reading(project) as opened:
        found = opened.search.find(wanted)
        hits = opened.search.show(found.hits)[:]
    if as_json:
        print_json([_as_json(hit) for hit in hits])
        return
    for line in _lines(hits):
        say(line)
    if hits:
        where = counted(found.transcripts, "transcript")
        say(f"\n{counted(len(hits), 'place')} in {where}, from {counted(found.people, 'person', 'people')}.")
    else:
        say("Nothing was found.")


def _search_elsewhere(project: Path, wanted: Query, *, as_json: bool) -> None:
    with reading(project) as opened:
        found = opened.search.elsewhere(wanted)
    if as_json:
        told = ("kind", "id", "title", "where", "before", "match", "after")
        print_json([{name: getattr(each, name) for name in told} for each in found])
        return
    for each in found:
        say(" · ".join(part for part in (each.kind.capitalize(), each.title, each.where) if part))
        say("    " + " ".join(f"{each.before}[{each.match}]{each.after}".split()))
    if not found:
        say("Nothing was found.")


def _as_json(hit: FoundWords) -> dict[str, Any]:
    return {
        "transcript": hit.transcript,
        "start": hit.start,
        "end": hit.end,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
        "title": hit.title,
        "turn": hit.turn,
        "speaker": hit.speaker,
        "role": hit.role,
        "participant": hit.participant,
        "site": hit.site,
        "client_group": hit.client_group,
    }


def _lines(hits: Sequence[FoundWords]) -> list[str]:
    """The hits under the titles of their transcripts, what was looked for in square brackets and in one column."""
    lines: list[str] = []
    last = ""
    for hit in hits:
        if hit.transcript != last:
            said = " · ".join(part for part in (hit.title, hit.site, hit.client_group) if part)
            lines += ["", said] if lines else [said]
        last = hit.transcript
        before, match, after = (" ".join(words.split()) for words in (hit.before, hit.match, hit.after))
        blank = " " if hit.before[-1:].isspace() else ""
        left, right = f"{before}{blank}"[-_AROUND:], f"{' ' if hit.after[:1].isspace() else ''}{after}"[:_AROUND]
        who = f"turn {hit.turn}, {hit.speaker}" if hit.turn else ""
        lines.append(f"{left:>{_AROUND}}[{match}]{right}  ({who or f'at {hit.start}'})")
    return lines
