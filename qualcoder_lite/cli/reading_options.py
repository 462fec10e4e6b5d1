"""Options that say how a transcript is to be read: who speaks, and in which encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class _Pair(click.ParamType):
    """LABEL=SOMETHING."""

    name = "LABEL=LABEL"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        label, _, other = str(value).rpartition("=")
        if not label.strip() or not other.strip():
            self.fail(f"write {self.name}; “{value}” isn’t.", param, ctx)
        return label.strip(), other.strip()


class _Role(_Pair):
    """LABEL=ROLE: who a speaker is."""

    name = "LABEL=ROLE"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, SpeakerRole]:
        label, equals, role = str(value).rpartition("=")
        roles = ", ".join(SpeakerRole)
        if not equals or role.strip().lower() not in list(SpeakerRole):
            self.fail(f"write LABEL=ROLE, the role one of {roles}; “{value}” isn’t.", param, ctx)
        return label.strip(), SpeakerRole(role.strip().lower())


_OPTIONS = (
    click.option(
        "--speakers",
        type=click.Choice(["auto", "none"]),
        default="auto",
        show_default=True,
        help="Find speakers, or don’t.",
    ),
    click.option(
        "--role",
        "roles",
        type=_Role(),
        multiple=True,
        help="Who a speaker is: interviewer, participant, carer, support or other. Example: --role Moira=interviewer",
    ),
    click.option(
        "--speaker", "more_speakers", multiple=True, metavar="LABEL", help="A label that is a speaker’s all the same."
    ),
    click.option(
        "--not-speaker", "not_speakers", multiple=True, metavar="LABEL", help="What only looks like a speaker’s label."
    ),
    click.option(
        "--same",
        type=_Pair(),
        multiple=True,
        help="Two labels of one person, the one to be shown last. Example: --same Int=Interviewer",
    ),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that reads who speaks; `choices_of` makes choices of their values."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choices_of(
    *,
    speakers: str,
    roles: Iterable[tuple[str, SpeakerRole]],
    more_speakers: tuple[str, ...],
    not_speakers: tuple[str, ...],
    same: Iterable[tuple[str, str]],
    encoding: str = "",
    join_lines: bool = True,
    keep_edges: bool = False,
) -> ReadingChoices:
    """What the options say."""
    return ReadingChoices(
        find_speakers=speakers == "auto",
        roles=dict(roles),
        speakers=more_speakers,
        not_speakers=not_speakers,
        same=dict(same),
        encoding=encoding,
        join_lines=join_lines,
        keep_edges=keep_edges,
    )
