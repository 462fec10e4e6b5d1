"""Options that say how a Word document of extracts is laid out."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import FILE
from qualcoder_lite.domain.extracts.layout import Appendix, ExtractsLayout, Split, split_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_GROUPINGS = [f"code,{split}" if split else "code" for split in Split]

_OPTIONS = (
    click.option(
        "--group-by",
        type=click.Choice(_GROUPINGS),
        default="code",
        show_default=True,
        help="Headings of the Word document.",
    ),
    click.option(
        "--context", type=click.IntRange(0, 1), default=0, show_default=True, help="1: with the turns around."
    ),
    click.option("--before", is_flag=True, help="With the turn before each quote, often the question it answers."),
    click.option("--after", is_flag=True, help="With the turn after each quote."),
    click.option("--also-coded/--no-also-coded", default=True, help="Whether other codes on the same words are named."),
    click.option("--memos/--no-memos", default=True, help="Whether memos on the codings stand under their quotes."),
    click.option(
        "--details/--no-details", default=True, help="Whether a line says where each quote stands, and whose."
    ),
    click.option(
        "--per-person",
        type=click.IntRange(min=1),
        metavar="N",
        help="At most N quotes of one person under one code, chosen in balance.",
    ),
    click.option(
        "--leave-out",
        "left_out",
        type=click.Choice([each.value for each in Appendix], case_sensitive=False),
        multiple=True,
        help="Leave this appendix out (may be given several times).",
    ),
    click.option("--large-print", is_flag=True, help="Nothing smaller than 16 points."),
    click.option(
        "--house-template",
        "house",
        type=FILE,
        help="A Word document or template (.docx, .dotx) of your own whose page and styles are used.",
    ),
    click.option("--plain", is_flag=True, help="In plain words, for everybody. Quotes stay as they were said."),
)


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that writes extracts as a document; it gets what they say as `layout`."""

    @wraps(command)
    def laid_out(
        *arguments: Any,  # noqa: ANN401 - whatever else the command takes
        group_by: str,
        context: int,
        before: bool,
        after: bool,
        also_coded: bool,
        memos: bool,
        details: bool,
        per_person: int | None,
        left_out: tuple[str, ...],
        large_print: bool,
        plain: bool,
        house: Path | None,
        **others: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        layout = ExtractsLayout(
            split=split_of(group_by),
            before=before or bool(context),
            after=after or bool(context),
            also_coded=also_coded,
            memos=memos,
            details=details,
            per_person=per_person or 0,
            appendices=frozenset(Appendix) - frozenset(map(Appendix, left_out)),
            large_print=large_print,
            plain=plain,
            house=house,
        )
        return command(*arguments, layout=layout, **others)

    for option in reversed(_OPTIONS):
        laid_out = option(laid_out)
    return laid_out
