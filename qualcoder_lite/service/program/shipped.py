"""Where the codebooks, the sample transcripts, the desktop's files and the guide lie.

The desktop's files are inside the package. The others stand at the top level of the repository in a checkout; in an
installed wheel they are `shipped_data/` inside the package. Everything that reads them asks here.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from qualcoder_lite.domain.naming.common_words import COMMON_WORDS

_PACKAGE = Path(__file__).resolve().parents[2]
_IN_WHEEL = _PACKAGE / "shipped_data"
_SMALL_WORD = re.compile(r"\b[a-z]+(?:['’][a-z]+)*\b")


def codebooks_folder() -> Path:
    """Return the folder that holds the codebooks, one TOML file each."""
    return _shipped("codebooks")


def samples_folder() -> Path:
    """Return the folder that holds the invented sample transcripts and the tables that belong to them."""
    return _shipped("sample_transcripts")


def desktop_folder() -> Path:
    """Return the folder of what a desktop wants to know: the icon, the menu's entry, the kind of file of a project."""
    return _PACKAGE / "desktop"


def guide_folder() -> Path:
    """Return the folder of the user guide: chapters in Markdown, and their pictures."""
    return _shipped("guide", in_checkout="docs/guide")


def example_register() -> Path:
    """Return the worked example of a site register: three partnerships in England, with the evidence for each cell."""
    return codebooks_folder() / "example-register.csv"


def shipped_or_own(table: Path) -> Path:
    """Return a person's own table of sites, or the example where they name that and have no such file."""
    example = example_register()
    return example if str(table) == example.stem and not table.exists() else table


@cache
def ordinary_words() -> frozenset[str]:
    """Ordinary words, which name nobody: the commonest, and those written small in what comes with the program."""
    samples = [path for path in sorted(samples_folder().iterdir()) if path.suffix in (".txt", ".md")]
    texts = [*codebook_texts(), *(path.read_text(encoding="utf-8", errors="replace") for path in samples)]
    return COMMON_WORDS | {word for text in texts for word in _SMALL_WORD.findall(text)}


@cache
def codebook_texts() -> tuple[str, ...]:
    """The texts of the codebooks' files."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(codebooks_folder().glob("*.toml")))


def _shipped(name: str, *, in_checkout: str = "") -> Path:
    in_wheel = _IN_WHEEL / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / (in_checkout or name)
