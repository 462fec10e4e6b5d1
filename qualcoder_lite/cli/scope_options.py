"""Options that narrow what a command counts or writes: to some people, some sites, some coders."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import RESPONDENT
from qualcoder_lite.domain.transcript import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.people import Respondent


class Near(click.ParamType):
    """How close two passages must be: overlap, turn, or a number of turns."""

    name = "overlap|turn|N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | int:  # noqa: ANN401 - click's signature
        """The word, or the number."""
        if value in ("overlap", "turn") or isinstance(value, int):
            return value
        if not str(value).isdecimal():
            self.fail(f"say overlap, turn or a number of turns, not “{value}”.", param, ctx)
        return int(value)


_OPTIONS = (
    click.option("--client-group", "groups", metavar="GROUP", multiple=True, help="Only this client group."),
    click.option("--site", "sites", metavar="NAME", multiple=True, help="Only this site (may be given several times)."),
    click.option(
        "--respondent",
        "respondents",
        type=RESPONDENT,
        multiple=True,
        help="Only people who answer as this (may be given several times).",
    ),
    click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only this coder’s codings."),
    click.option(
        "--settled/--no-settled",
        default=None,
        help="Whether settled codings replace the coders’ own (default: once any exist).",
    ),
    click.option("--without-interviewers", is_flag=True, help="Leave out what is coded in interviewers’ words alone."),
    click.option(
        "--reflecting", is_flag=True, help="Only people marked as reflecting on how the service is organised."
    ),
)


def speaker_role_option(what_for: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names what speakers are, of whom `what_for` says what is kept."""
    return click.option(
        "--speaker-role",
        "roles",
        type=click.Choice(list(SpeakerRole), case_sensitive=False),
        multiple=True,
        help=what_for,
    )


def scope_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that answers for some people or codings; it gets what they say as `scope`."""

    @wraps(command)
    def narrowed(
        *arguments: Any,  # noqa: ANN401 - whatever else the command takes
        groups: tuple[str, ...],
        sites: tuple[str, ...],
        respondents: tuple[Respondent, ...],
        coders: tuple[str, ...],
        settled: bool | None,
        reflecting: bool,
        without_interviewers: bool,
        **others: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        from qualcoder_lite.service.scope import Scope

        scope = Scope(
            client_groups=groups,
            sites=sites,
            respondents=respondents,
            coders=coders,
            settled=settled,
            reflecting=reflecting,
            without_interviewers=without_interviewers,
        )
        return command(*arguments, scope=scope, **others)

    for option in reversed(_OPTIONS):
        narrowed = option(narrowed)
    return narrowed
