"""Parsing the XML inside office documents, without following anything that it points to."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Protocol, cast

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.packages import damaged, refuse_document_type
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_MARKUP = 1_000_000  # tags and attributes; 40,000 words have about 100,000, with every word apart 600,000


class Element(Protocol):
    """What is used of an element of the XML tree."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...
    def get(self, key: str, default: str = "") -> str:
        """An attribute's value."""
        ...

    def items(self) -> list[tuple[str, str]]:
        """The attributes."""
        ...


def parse_part(xml: bytes, name: str, program: str, most_markup: int = _MOST_MARKUP) -> Element:
    """The root of an XML part, of at most so many tags and attributes.

    Raises:
        UnreadableFileError: It is damaged, longer than that, or brings a document type of its own.
    """
    etree: Any = importlib.import_module("lxml.etree")  # slow to import, and without types
    refuse_document_type(xml, name, program)
    if xml.count(b"<") + xml.count(b"=") > most_markup:
        raise UnreadableFileError(
            tr("“{name}” is too long for one transcript. Split it into several documents.", name=name)
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, program) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(name, program)
    return cast("Element", root)
