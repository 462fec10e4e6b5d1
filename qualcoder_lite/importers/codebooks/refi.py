"""Reads a REFI-QDA codebook (.qdc), as this and other programs for qualitative analysis write them.

Others nest codes as deep as they like; here codes stand in groups. So an outermost code that has codes in it becomes
their group, and itself a code there if anything may be coded with it; what is nested deeper stands in that group too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup, code_id, slug
from qualcoder_lite.domain.codebooks.colours import nearest_colour
from qualcoder_lite.domain.codebooks.refi import Field, told_in
from qualcoder_lite.domain.errors import CodebookFileError, UnreadableFileError
from qualcoder_lite.domain.names import folded, natural_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.importers.codebooks.toml_entries import shown
from qualcoder_lite.importers.codebooks.uuids import uuid_in
from qualcoder_lite.importers.files import read_file
from qualcoder_lite.importers.xml_parts import parse_part
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.importers.xml_parts import Element

_NO_GROUP = "Codes"


@dataclass(frozen=True, slots=True)
class _Node:
    """One code of the file."""

    guid: str
    name: str
    codable: bool
    colour: str
    text: str
    fields: Mapping[Field, Sequence[str]]
    inside: Sequence[_Node]

    def first(self, which: Field) -> str:
        return next(iter(self.fields.get(which, ())), "")


@dataclass(slots=True)
class _Book:
    """What is known of a codebook before its codes are read."""

    id: str
    name: str
    title: str
    version: int = 1
    kind: CodebookKind = CodebookKind.OTHER
    source: str = ""
    nodes: list[_Node] = field(default_factory=list["_Node"])


def read_refi_codebook(path: Path) -> list[Codebook]:
    """The codebooks in a .qdc file: one, or those that this program wrote into it.

    A group may be without a letter or a colour (see `domain.codebook_filling`).

    Raises:
        CodebookFileError: the file can't be read, is no REFI-QDA codebook, or holds no code.
    """
    try:
        data = read_file(path)
    except UnreadableFileError as error:
        raise CodebookFileError(str(error)) from error
    try:
        root = parse_part(data, path.name, "REFI-QDA")
    except UnreadableFileError as error:
        raise CodebookFileError(
            tr("{name} is damaged: export the codebook there once more as .qdc.", name=path.name)
        ) from error
    if _kind(root) != "CodeBook":
        raise CodebookFileError(
            tr("{name} is not a REFI-QDA codebook: export the codebook there once more as .qdc.", name=path.name)
        )
    nodes = [node for part in root if _kind(part) == "Codes" for node in _nodes(part)]
    if not nodes:
        raise CodebookFileError(tr("{name} holds no codes.", name=path.name))
    books = [_whole(book) for book in _books(root, nodes, path)]
    return [book for book in books if book.groups]


def _kind(element: Element) -> str:
    """An element's name without its namespace, of which two are about."""
    return element.tag.rpartition("}")[2]


def _nodes(parent: Element) -> list[_Node]:
    found: list[_Node] = []
    for element in parent:
        if _kind(element) != "Code":
            continue
        text, fields = told_in(_description(element))
        name = " ".join(element.get("name", "").split())
        found.append(
            _Node(
                guid=uuid_in(element.get("guid", "")),
                name=name or "Without a name",
                codable=element.get("isCodable", "true").strip().lower() not in ("false", "0"),
                colour=nearest_colour(element.get("color", "").strip()),
                text=text,
                fields=fields,
                inside=_nodes(element),
            )
        )
    return found


def _description(element: Element) -> str:
    return next((canonical(part.text or "").strip("\n") for part in element if _kind(part) == "Description"), "")


def _books(root: Element, nodes: Sequence[_Node], path: Path) -> Iterator[_Book]:
    """The codebooks that the sets of the file tell of, then one for the codes of no set."""
    left = {node.guid: node for node in nodes}
    for part in root:
        for each in part if _kind(part) == "Sets" else ():
            text, fields = told_in(_description(each))
            names = fields.get(Field.NAME, ())
            if text or not names or slug(names[0]) != names[0]:
                continue  # a set of another program's
            book = _Book(uuid_in(each.get("guid", "")), names[0], each.get("name", "") or names[0])
            book.version = _number(fields.get(Field.VERSION, ()))
            kind = next(iter(fields.get(Field.KIND, ())), "")
            book.kind = CodebookKind(kind) if kind in set(CodebookKind) else CodebookKind.OTHER
            book.source = next(iter(fields.get(Field.SOURCE, ())), "")
            book.nodes = [left.pop(guid) for one in each if (guid := uuid_in(one.get("guid", ""))) in left]
            yield book
    if rest := [node for node in nodes if node.guid in left or not node.guid]:
        name = slug(path.stem) or "codebook"
        origin = shown(root.get("origin", ""))
        source = f"Taken in from {path.name}" + (f", written by {origin}" if origin else "")
        yield _Book("", name, path.stem or "Codebook", source=source, nodes=rest)


def _number(values: Sequence[str]) -> int:
    return int(values[0]) if values and values[0].isascii() and values[0].isdigit() and int(values[0]) else 1


def _whole(book: _Book) -> Codebook:
    names: set[str] = set()
    loose = [node for node in book.nodes if not node.inside and node.codable]
    groups = [_group(book.name, node, names) for node in book.nodes if node not in loose]
    if loose:
        codes = _codes(book.name, _NO_GROUP, [(node, "") for node in loose], names)
        groups.append(
            CodeGroup(
                id=natural_id("code-group", book.name, slug(_NO_GROUP)), name=_NO_GROUP, key="", colour="", codes=codes
            )
        )
    return Codebook(
        id=book.id or natural_id("codebook", book.name),
        name=book.name,
        title=book.title,
        version=book.version,
        kind=book.kind,
        source=book.source,
        groups=tuple(groups),
    )


def _group(book: str, node: _Node, names: set[str]) -> CodeGroup:
    inside = list(_flat(node.inside, ""))
    if node.codable:
        inside.insert(0, (node, ""))
    return CodeGroup(
        id=node.guid if not node.codable and node.guid else natural_id("code-group", book, slug(node.name)),
        name=node.name,
        key=_letter(node.first(Field.KEY)),
        colour=node.colour,
        description=node.text,
        codes=_codes(book, node.name, inside, names),
    )


def _flat(nodes: Iterable[_Node], above: str) -> Iterator[tuple[_Node, str]]:
    """Codes with what stands over them, the deeper ones after theirs; those that only hold others are left out."""
    for node in nodes:
        if node.codable or not node.inside:
            yield node, above
        yield from _flat(node.inside, f"{above}{node.name}: ")


def _codes(book: str, group: str, nodes: Iterable[tuple[_Node, str]], names: set[str]) -> tuple[Code, ...]:
    letters: set[str] = set()
    made: list[Code] = []
    for node, above in nodes:
        name = _free_name(node.name, above or f"{group}: ", names)
        key = _letter(node.first(Field.KEY))
        made.append(
            Code(
                id=node.guid or code_id(book, slug(name)),
                name=name,
                group=group,
                key=key if key not in letters else "",
                question=node.first(Field.QUESTION),
                definition=node.text,
                when_to_use=node.first(Field.WHEN_TO_USE),
                when_not_to_use=node.first(Field.WHEN_NOT_TO_USE),
                example=node.first(Field.EXAMPLE),
                aliases=tuple(node.fields.get(Field.ALIAS, ())),
                source=node.first(Field.SOURCE),
                retired=not node.codable,
            )
        )
        letters |= {key} - {""} if node.codable else set()
    return tuple(made)


def _free_name(name: str, above: str, names: set[str]) -> str:
    """The name, with what it stands under where another code has the same, or a number at last."""
    tried, number = name, 2
    if folded(tried) in names:
        tried = above + name
    while folded(tried) in names:
        tried, number = f"{above}{name} ({number})", number + 1
    names.add(folded(tried))
    return tried


def _letter(text: str) -> str:
    return text if len(text) == 1 and "A" <= text <= "Z" else ""
