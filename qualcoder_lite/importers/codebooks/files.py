"""Reads codebooks from any kind of file that they come in, told by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import CodebookFileError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.codebook import Codebook

#: Kinds of file that leave things unsaid: whatever they leave blank is filled in (see `domain.codebook_filling`).
PARTIAL = (".csv", ".tsv", ".xlsx", ".qdc")


def read_codebook_file(path: Path) -> list[Codebook]:
    """The codebooks in a file.

    Raises:
        CodebookFileError: the file can't be read, or is not a sound codebook of its kind.
    """
    ending = path.suffix.lower()
    if ending == ".qdc":
        from qualcoder_lite.importers.codebooks.refi import read_refi_codebook

        return read_refi_codebook(path)
    if ending in PARTIAL:
        from qualcoder_lite.importers.codebooks.table import read_table_codebooks

        return read_table_codebooks(path)
    if ending in (".docx", ".doc", ".pdf", ".qdpx", ".nvp", ".nvpx", ".mx24", ".atlproj"):
        raise CodebookFileError(
            tr(
                "{name} can’t be taken in as a codebook. Export the codebook there as .qdc, or keep it in a "
                "table with a column “code”.",
                name=path.name,
            )
        )
    from qualcoder_lite.importers.codebooks.toml_files import read_codebooks

    return read_codebooks(path)
