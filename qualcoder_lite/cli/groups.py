"""Commands that show a thing of the project by themselves, and change it by commands of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


class Group(click.Group):
    """`rounds PROJECT` shows; `rounds open PROJECT …` and its like change."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a project in the place of a command for the wish to see."""
        known: Sequence[str] = (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, ["show", *args] if args and args[0] not in known else args)
