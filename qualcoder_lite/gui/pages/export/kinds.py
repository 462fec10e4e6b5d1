"""What can be taken out of a project, and in which form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One thing to make.

    Attributes:
        value: Its handle.
        title: What it is.
        detail: What it is good for, in a few words.
        icon: Its icon's name.
        subject: Which options are of use for it: "extracts", "findings" or "codebook".
        ending: The file's ending, with its dot.
        button: What the button that saves it says.
        form: The kind of file, as a file dialog names it.
        file: The file's name as it is offered.
    """

    value: str
    title: str
    detail: str
    icon: str
    subject: str
    ending: str
    button: str
    form: str
    file: str


_WORD, _CSV = "Word document (*.docx)", "Table for a spreadsheet (*.csv)"

KINDS = (
    Kind(
        value="extracts-word",
        title="Coded extracts",
        detail="Quotes under each code, for Word",
        icon="quotes",
        subject="extracts",
        ending=".docx",
        button="Save Word file …",
        form=_WORD,
        file="Coded extracts",
    ),
    Kind(
        value="extracts-csv",
        title="Extracts as a table",
        detail="One row a passage, for a spreadsheet",
        icon="quotes",
        subject="extracts",
        ending=".csv",
        button="Save table …",
        form=_CSV,
        file="Extracts",
    ),
    Kind(
        value="findings-word",
        title="Findings",
        detail="Outcomes by features of partnership, for Word",
        icon="findings",
        subject="findings",
        ending=".docx",
        button="Save Word file …",
        form=_WORD,
        file="Findings",
    ),
    Kind(
        value="findings-csv",
        title="Findings as a table",
        detail="Every count, for a spreadsheet",
        icon="findings",
        subject="findings",
        ending=".csv",
        button="Save table …",
        form=_CSV,
        file="Findings",
    ),
    Kind(
        value="codebook-csv",
        title="Codebook",
        detail="Every code, its meaning and an example",
        icon="book",
        subject="codebook",
        ending=".csv",
        button="Save codebook …",
        form=_CSV,
        file="Codebook",
    ),
)
"""The cards of the page, in order."""

CODEBOOK_TOML = Kind(
    value="codebook-toml",
    title="Codebook",
    detail="",
    icon="book",
    subject="codebook",
    ending=".toml",
    button="Save codebook …",
    form="Codebook for another project (*.toml)",
    file="Codebook",
)
"""The codebook in the form that another project can take in."""
