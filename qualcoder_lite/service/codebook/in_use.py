"""The codes that count: those of the codebooks in their order, without what is retired and nowhere coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.codebook.codes import retired_and_unused

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import Code, CodebookKind
    from qualcoder_lite.storage.file.database import Database


def codes_in_use(database: Database, kind: CodebookKind | None = None) -> list[Code]:
    """The codes of every codebook, or of those of one kind."""
    unused = retired_and_unused(database)
    return [
        code
        for book in codebooks.read(database)
        if kind is None or book.kind is kind
        for code in book.codes
        if code.id not in unused
    ]
