"""The command `qualcoder-lite` itself: which commands there are, each loaded when it is called."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import click

from qualcoder_lite import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

# Command to (module, function), in the order in which a newcomer meets them.
_COMMANDS = {
    "open": ("window", "open_project"),
    "demo": ("window", "demo"),
    "screenshots": ("window", "screenshots"),
    "desktop": ("desktop", "desktop"),
    "new": ("projects", "new"),
    "info": ("projects", "info"),
    "details": ("projects", "details"),
    "import": ("importing", "import_files"),
    "transcripts": ("transcripts", "transcripts"),
    "show": ("show", "show"),
    "speakers": ("speakers", "speakers"),
    "codebook": ("codebook", "codebook"),
    "code": ("codings", "code"),
    "uncode": ("codings", "uncode"),
    "recode": ("codings", "recode"),
    "star": ("stars", "star"),
    "done": ("codings", "done"),
    "progress": ("progress", "progress"),
    "mark": ("progress", "mark"),
    "schedule": ("progress", "schedule"),
    "undo": ("history", "undo"),
    "redo": ("history", "redo"),
    "take-back": ("history", "take_back"),
    "history": ("history", "history"),
    "sites": ("people", "sites"),
    "participants": ("people", "participants"),
    "withdraw": ("withdrawal", "withdraw"),
    "replace": ("replacing", "replace"),
    "key": ("key", "key"),
    "memos": ("memos", "memos"),
    "search": ("search", "search"),
    "matrix": ("findings", "matrix"),
    "picture": ("pictures", "picture"),
    "rounds": ("rounds", "rounds"),
    "minutes": ("minutes", "minutes"),
    "agreement": ("agreement", "agreement"),
    "frequencies": ("code_patterns", "frequencies"),
    "co-occurrence": ("code_patterns", "co_occurrence"),
    "extracts": ("findings", "extracts"),
    "comments": ("comments", "comments"),
    "report": ("reports", "report"),
    "chart": ("chart", "chart"),
    "merge": ("merge", "merge"),
    "cut": ("merge", "cut"),
    "check": ("projects", "check"),
    "backup": ("projects", "backup"),
}


class _Root(click.Group):
    """Loads a command's module when the command is called; a lone project, or nothing, means `open`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, function = _COMMANDS[cmd_name]
        return getattr(importlib.import_module(f"qualcoder_lite.cli.{module}"), function)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and _is_a_project(args[0]):
            args = ["open", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args or ["open"])


def _is_a_project(argument: str) -> bool:
    from pathlib import Path

    return argument.endswith(".qclite") or Path(argument).is_file()


def _dashed(token: str) -> str:
    """Options and their values may be written with - or with _."""
    return token.replace("_", "-")


@click.command(
    cls=_Root,
    context_settings={"help_option_names": ["-h", "--help"], "token_normalize_func": _dashed, "max_content_width": 100},
    epilog="“qualcoder-lite COMMAND --help” explains a command. A project is one file that ends in .qclite.",
)
@click.version_option(__version__, message="QualCoder Lite %(version)s")
def root() -> None:
    """Code interviews about health and social care, and see which features of partnership lead to which outcomes.

    A first hour: make a project with “new”, bring transcripts in with “import”, put codes on passages with “code” (or
    in the window: “open”), then ask with “matrix” and take quotes to Word with “extracts”. Everything can be undone.
    """


def command_names() -> Sequence[str]:
    """All commands, for the documentation's own check."""
    return tuple(_COMMANDS)
