"""Making a codebook whole that comes from a file which doesn't tell everything, such as a table of codes.

What the file leaves blank stays as the project has it; what is new gets a letter and a colour that are free.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebooks.colours import CODE_COLOURS
from qualcoder_lite.domain.codebooks.new_codes import free_group_key
from qualcoder_lite.domain.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup

_TEXTS = ("question", "definition", "when_to_use", "when_not_to_use", "example", "key", "source")


def filled(wanted: Codebook, present: Codebook | None = None) -> Codebook:
    """The codebook of a file with what it leaves blank filled in from the one that the project has, if it has it.

    Groups and codes are matched by id, else by name; a code by a former name too. Every group ends up with a colour,
    and with a letter that no other group of the codebook has, as far as there are letters.
    """
    if present is not None:
        groups = tuple(_group(group, present) for group in wanted.groups)
        wanted = replace(wanted, id=present.id, name=present.name, title=present.title, groups=groups)
        wanted = replace(wanted, kind=present.kind, source=wanted.source or present.source)
    return replace(wanted, groups=_with_letters_and_colours(wanted.groups, present.groups if present else ()))


def _group(wanted: CodeGroup, present: Codebook) -> CodeGroup:
    known = {code.id: code for code in present.codes}
    named = {folded(name): code for code in present.codes for name in (code.name, *code.aliases)}
    named |= {folded(code.name): code for code in present.codes}

    def code(one: Code) -> Code:
        before = known.get(one.id) or named.get(folded(one.name))
        if before is None:
            return one
        kept = {field: getattr(before, field) for field in _TEXTS if not getattr(one, field)}
        return replace(one, id=before.id, aliases=one.aliases or before.aliases, **kept)

    codes = tuple(code(one) for one in wanted.codes)
    by_name = {folded(group.name): group for group in present.groups}
    same = next((group for group in present.groups if group.id == wanted.id), None) or by_name.get(folded(wanted.name))
    if same is None:
        return replace(wanted, codes=codes)
    return replace(
        wanted,
        id=same.id,
        key=wanted.key or same.key,
        colour=wanted.colour or same.colour,
        description=wanted.description or same.description,
        codes=codes,
    )


def _with_letters_and_colours(groups: Iterable[CodeGroup], others: Iterable[CodeGroup]) -> tuple[CodeGroup, ...]:
    groups = tuple(groups)
    ids = {group.id for group in groups}
    everybody = [*groups, *(group for group in others if group.id not in ids)]
    letters = {group.key for group in everybody if group.key}
    colours = [group.colour for group in everybody if group.colour]
    whole: list[CodeGroup] = []
    for group in groups:
        key = group.key or free_group_key(group.name, letters)
        colour = group.colour or min(CODE_COLOURS, key=lambda name: (colours.count(name), name == "themes"))
        letters.add(key)
        colours.append(colour)
        whole.append(replace(group, key=key, colour=colour))
    return tuple(whole)
