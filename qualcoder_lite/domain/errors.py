"""The errors a person can cause, each a sentence that says what happened and how to mend it.

Anything that is not a `UserError` is a fault of the program: it is logged with its traceback, never shown raw.
No message ever holds words of a transcript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


class UserError(Exception):
    """A mistake the user can mend; its text is shown as it stands.

    Attributes:
        details: What a technician would ask for, such as SQLite's own words. It holds no words of a transcript.
    """

    details = ""


class NotAProjectError(UserError):
    """The file is missing, or is something other than a project of this program."""


class ProjectTooNewError(UserError):
    """The project was written by a newer version of the program."""


class ProjectDamagedError(UserError):
    """The file is a project, but parts of it cannot be read."""


class ProjectLockedError(UserError):
    """Somebody else has the project open for writing."""


class ReadOnlyProjectError(UserError):
    """The project was opened for reading only, so nothing can be written to it."""


class StorageFullError(UserError):
    """The disk has no room left for what was to be written."""


class UnknownNameError(UserError):
    """A name that the project doesn't hold; the message offers the nearest ones."""


class AmbiguousNameError(UserError):
    """A name that fits more than one thing in the project."""


class UnreadableFileError(UserError):
    """A file to be imported that is empty, damaged or of a kind that isn't read."""


class CodebookFileError(UserError):
    """A codebook file that is wrong; the message names file, entry and field."""


class TableError(UserError):
    """A table (CSV or Excel) that can't be taken in; the message names row, column and value."""

    def __init__(
        self, sentence: str, *, row: int | None = None, column: str | None = None, value: str | None = None
    ) -> None:
        """Compose the message; `row` counts as a spreadsheet does, the header being row 1."""
        place = [tr("row {row}", row=row)] if row is not None else []
        if column is not None:
            place.append(tr("column “{column}”", column=column))
        if value is not None:
            place.append(tr("value “{value}”", value=value))
        where = _capitalised(", ".join(place))
        super().__init__(tr("{where}: {sentence}", where=where, sentence=sentence) if place else sentence)
        self.row, self.column, self.value = row, column, value


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str], joiner: Literal["or", "and"] = "or") -> str:
    """Names as a sentence says them: “A”, “B” or “C”."""
    quoted = [tr("“{name}”", name=name) for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    first, last = ", ".join(quoted[:-1]), quoted[-1]
    if joiner == "and":
        return tr("{names} and {last}", names=first, last=last)
    return tr("{names} or {last}", names=first, last=last)
