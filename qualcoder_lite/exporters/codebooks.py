"""Writes codebooks as a TOML file that can be read again, and as the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup, code_id, slug
from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.paper import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: The columns of a codebook's table.
COLUMNS = (
    "codebook",
    "version",
    "group",
    "group_key",
    "code",
    "key",
    "question",
    "definition",
    "when_to_use",
    "when_not_to_use",
    "example",
    "aliases",
    "source",
    "id",
    "retired",
)

#: How wide they are in a workbook, in characters.
WIDTHS = dict.fromkeys(COLUMNS, 16) | {
    "group": 22,
    "code": 30,
    "question": 40,
    "definition": 60,
    "when_to_use": 50,
    "when_not_to_use": 50,
    "example": 50,
    "aliases": 30,
    "source": 30,
    "id": 38,
    "version": 8,
    "group_key": 8,
    "key": 6,
    "retired": 8,
}

_HEADER = "# A codebook of QualCoder Lite. It can be edited by hand: see docs/codebook-format.md.\n\n"


def write_codebooks_toml(codebooks: Sequence[Codebook]) -> str:
    """Codebooks as TOML; reading the text as a codebook file gives back equal ones.

    One codebook stands at the top of the file, as people write it by hand; several stand under each other, each in a
    table `[[codebook]]`. An entry's `id` is its readable handle where the entry's id follows from that, and the UUID
    itself otherwise, as for codes that were made or renamed within a project. Fields that are empty are left out.
    """
    import tomli_w

    tables = [_codebook(codebook) for codebook in codebooks]
    return _HEADER + tomli_w.dumps(tables[0] if len(tables) == 1 else {"codebook": tables})


def toml_beginning(codebooks: Sequence[Codebook], most: int) -> list[Paragraph]:
    """The first lines of that text."""
    lines = write_codebooks_toml(codebooks).splitlines()
    return [Paragraph(words=line, size=9, after=0) for line in lines[:most]]


def _codebook(codebook: Codebook) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "name": codebook.name,
        "title": codebook.title,
        "version": codebook.version,
        "kind": codebook.kind.value,
        "source": codebook.source,
        "group": [_group(codebook.name, group) for group in codebook.groups],
    }
    return fields if codebook.id == natural_id("codebook", codebook.name) else {"id": codebook.id, **fields}


def codebook_rows(codebook: Codebook) -> list[dict[str, object]]:
    """One row for each code, in the codebook's order, for CSV and Excel; aliases are joined by “; ”."""
    return [
        {
            "codebook": codebook.name,
            "version": codebook.version,
            "group": group.name,
            "group_key": group.key,
            "code": code.name,
            "key": code.key,
            "question": code.question,
            "definition": code.definition,
            "when_to_use": code.when_to_use,
            "when_not_to_use": code.when_not_to_use,
            "example": code.example,
            "aliases": "; ".join(code.aliases),
            "source": code.source,
            "id": code.id,
            "retired": "yes" if code.retired else "",
        }
        for group in codebook.groups
        for code in group.codes
    ]


def _group(codebook: str, group: CodeGroup) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": _handle(group.id, (group.name,), lambda handle: natural_id("code-group", codebook, handle)),
        "name": group.name,
        "key": group.key,
        "colour": group.colour,
    }
    if group.description:
        fields["description"] = group.description
    fields["code"] = [_code(codebook, code) for code in group.codes]
    return fields


def _code(codebook: str, code: Code) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": _handle(code.id, (code.name, *code.aliases), lambda handle: code_id(codebook, handle)),
        "name": code.name,
        "key": code.key,
        "question": code.question,
        "definition": code.definition,
        "when_to_use": code.when_to_use,
        "when_not_to_use": code.when_not_to_use,
        "example": code.example,
        "aliases": list(code.aliases),
        "source": code.source,
        "retired": code.retired,
    }
    return {name: value for name, value in fields.items() if value}


def _handle(own_id: str, names: Iterable[str], made: Callable[[str], str]) -> str:
    """The name, or former name, as a handle from which the id follows; the id itself where there is none."""
    handles = (slug(name) for name in names)
    return next((handle for handle in handles if handle and made(handle) == own_id), own_id)
