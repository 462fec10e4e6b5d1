"""Other words for a code: what is to be different about it, and the code as it is then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEdit:
    """What is to be different about a code; None leaves it as it is. An empty key takes the key away."""

    name: str | None = None
    question: str | None = None
    definition: str | None = None
    when_to_use: str | None = None
    when_not_to_use: str | None = None
    example: str | None = None
    aliases: tuple[str, ...] | None = None
    key: str | None = None


def edited(code: Code, edit: CodeEdit) -> Code:
    """A code with what is to be different, in the form in which it is kept."""
    texts = ("question", "definition", "when_to_use", "when_not_to_use", "example")
    given = {field: canonical(value).strip() for field in texts if (value := getattr(edit, field)) is not None}
    name = code.name if edit.name is None else one_line(edit.name)
    aliases = code.aliases if edit.aliases is None else _tidied(edit.aliases, name)
    return replace(code, name=name, aliases=aliases, **given)


def _tidied(aliases: Sequence[str], name: str) -> tuple[str, ...]:
    """Each alias once, in one line, the name itself left out."""
    by_fold = {folded(alias): one_line(alias) for alias in aliases if one_line(alias)}
    by_fold.pop(folded(name), None)
    return tuple(by_fold.values())


def renamed(before: Code, wanted: Code, name: str) -> Code:
    """The code under its new name, the old one kept as an alias unless it is the same but for its spelling."""
    aliases = (*wanted.aliases, before.name) if name != before.name else wanted.aliases
    return replace(wanted, name=name, aliases=_tidied(aliases, name))


def refuse_aliases_taken(session: Session, code: Code) -> None:
    """Raise UserError where another name of a code is what another code goes by."""
    for alias in code.aliases:
        taken = session.directory.codes.seek(alias)
        if taken is not None and taken.id != code.id:
            raise UserError(
                tr(
                    "“{alias}” can’t be another name for “{name}”: “{taken}” goes by it already.",
                    alias=alias,
                    name=code.name,
                    taken=taken.name,
                )
            )
