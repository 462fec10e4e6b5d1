"""Codebooks in the form that programs for qualitative analysis exchange: a REFI-QDA codebook (.qdc).

The standard knows codes in codes with a name, a colour and a description. A group is written as a code that nothing is
coded with, each codebook as a set of its groups. What the standard has no place for stands in the description, a line
each under a heading, where a person can read it and `importers.refi_codebook` takes it back.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from qualcoder_lite.domain.codebooks.colours import CODE_COLOURS
from qualcoder_lite.domain.codebooks.refi import NAMESPACE, Field, described
from qualcoder_lite.domain.paper import Beginning, FirstRows
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import allowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup

_ORIGIN = "QualCoder Lite"
_OTHER_COLOUR = CODE_COLOURS["themes"]


def write_refi_codebook(codebooks: Sequence[Codebook], target: BinaryIO | Path) -> None:
    """Write codebooks as one .qdc file.

    Raises:
        UserError: the file can't be written there.
    """
    root = _codebook_element(codebooks)
    indent(root)
    write_file(target, tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n")


def refi_beginning(codebooks: Sequence[Codebook], most: int = 12) -> Beginning:
    """How the codes stand in a program that reads the file: those in a group under it, each with its description."""
    codes = _codebook_element(codebooks).iterfind("Codes/Code")
    found = list(islice((row for code in codes for row in _tree_rows(code, 0)), most + 1))
    columns = ("Code", "Description")
    return Beginning(tables=[FirstRows(columns=columns, rows=found[:most], goes_on=len(found) > most)])


def _tree_rows(code: Element, depth: int) -> Iterator[tuple[str, str]]:
    yield "    " * depth + code.get("name", ""), " ".join((code.findtext("Description") or "").split())
    for inner in code.iterfind("Code"):
        yield from _tree_rows(inner, depth + 1)


def _codebook_element(codebooks: Sequence[Codebook]) -> Element:
    root = Element("CodeBook", {"xmlns": NAMESPACE, "origin": _ORIGIN})
    codes, sets = _under(root, "Codes"), _under(root, "Sets")
    for codebook in codebooks:
        members = _under(sets, "Set", guid=codebook.id, name=codebook.title)
        _describe(
            members,
            "",
            (Field.NAME, [codebook.name]),
            (Field.VERSION, [str(codebook.version)]),
            (Field.KIND, [codebook.kind.value]),
            (Field.SOURCE, [codebook.source]),
        )
        for group in codebook.groups:
            _write_group(codes, group)
            _under(members, "MemberCode", guid=group.id)
    return root


def _write_group(parent: Element, group: CodeGroup) -> None:
    colour = CODE_COLOURS.get(group.colour, _OTHER_COLOUR)
    made = _under(parent, "Code", guid=group.id, name=group.name, isCodable="false", color=colour)
    _describe(made, group.description, (Field.KEY, [group.key]))
    for code in group.codes:
        _write_code(made, code, colour)


def _write_code(parent: Element, code: Code, colour: str) -> None:
    # Nothing more may be coded with a code that is retired.
    codable = "false" if code.retired else "true"
    made = _under(parent, "Code", guid=code.id, name=code.name, isCodable=codable, color=colour)
    _describe(
        made,
        code.definition,
        (Field.QUESTION, [code.question]),
        (Field.WHEN_TO_USE, [code.when_to_use]),
        (Field.WHEN_NOT_TO_USE, [code.when_not_to_use]),
        (Field.EXAMPLE, [code.example]),
        (Field.ALIAS, code.aliases),
        (Field.SOURCE, [code.source]),
        (Field.KEY, [code.key]),
    )


def _describe(element: Element, text: str, *fields: tuple[Field, Sequence[str]]) -> None:
    words = described(text, [(field, value) for field, values in fields for value in values if value])
    if words:
        _under(element, "Description").text = allowed(words)


def _under(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, tag, {key: allowed(value) for key, value in attributes.items()})
