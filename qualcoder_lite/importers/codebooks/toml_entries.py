"""Strict reading of TOML that people write by hand: fields are asked for by name, a mistake is told with its place.

What the readers of codebooks, of the site register and of published findings have in common.
"""

from __future__ import annotations

import tomllib
import unicodedata
from typing import TYPE_CHECKING, Any, cast

from qualcoder_lite.domain.codebook import slug
from qualcoder_lite.domain.errors import CodebookFileError, UnreadableFileError, listed
from qualcoder_lite.domain.names import folded, nearest
from qualcoder_lite.importers.files import kind_of, read_file
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 5_000_000  # bytes; the largest shipped file has about 30,000


def load_toml(path: Path) -> Entry:
    """The outermost table of a TOML file.

    Raises:
        CodebookFileError: the file is missing, can't be read, or is not TOML in UTF-8.
    """
    return Entry(path.name, "", _loaded(path))


class Entry:
    """One table of a file: hands out its fields, checked, and says where something is wrong."""

    def __init__(self, file: str, place: str, fields: dict[str, Any]) -> None:
        self._file = file
        self._fields = fields
        self.place = place

    def wrong(self, sentence: str) -> CodebookFileError:
        """The error to raise: file, entry, and what is wrong there."""
        where = f"{self._file}, {self.place}" if self.place else self._file
        return CodebookFileError(tr("{where}: {sentence}", where=where, sentence=sentence))

    def only(self, known: set[str]) -> None:
        """Refuse a field that doesn't belong here, which is mostly a misspelt one."""
        for field in self._fields:
            if field not in known:
                near = nearest(field, sorted(known))
                advice = (
                    tr("Did you mean {names}?", names=listed(near))
                    if near
                    else tr("The fields here are {fields}.", fields=listed(sorted(known), "and"))
                )
                raise self.wrong(tr("there is no field “{field}” here. {advice}", field=shown(field), advice=advice))

    def has(self, field: str) -> bool:
        """Whether the field is there."""
        return field in self._fields

    def text(self, field: str, *, required: bool = True) -> str:
        """A text as it stands; empty if it is absent and may be."""
        value = self._value(field) if required or self.has(field) else ""
        if not isinstance(value, str):
            raise self.wrong(tr("the field “{field}” must be text in quotation marks.", field=field))
        return self._printable(field, value, allowed="\n\r\t")

    def name(self, field: str) -> str:
        """A short text on one line that is not empty."""
        return self._one_line(field, self.text(field))

    def names(self, field: str) -> tuple[str, ...]:
        """A list of names; empty if it is absent."""
        values: object = self._fields.get(field, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in cast("list[object]", values)):
            raise self.wrong(tr("the field “{field}” must be a list of texts in square brackets.", field=field))
        return tuple(self._one_line(field, value) for value in cast("list[str]", values))

    def handle(self, field: str) -> str:
        """A stable handle: small letters, digits and hyphens."""
        return self._slug(field, self.name(field))

    def handles(self, field: str) -> tuple[str, ...]:
        """A list of handles; empty if it is absent."""
        return tuple(self._slug(field, value) for value in self.names(field))

    def key(self) -> str:
        """The letter that is pressed for the entry."""
        value = self.text("key")
        if len(value) != 1 or not "A" <= value <= "Z":
            raise self.wrong(
                tr("the field “key” must be one capital letter from A to Z, not “{value}”.", value=shown(value))
            )
        return value

    def yes(self, field: str) -> bool:
        """Whether something is so; absent means that it isn't."""
        value: object = self._fields.get(field, False)
        if not isinstance(value, bool):
            raise self.wrong(tr("the field “{field}” must be true or false, without quotation marks.", field=field))
        return value

    def whole(self, field: str) -> int:
        """A whole number from 1 upwards."""
        value = self._value(field)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(tr("the field “{field}” must be a whole number, 1 or more.", field=field))
        return value

    def texts_by_name(self, field: str) -> dict[str, str]:
        """Texts that stand under names of their own, as in `notes.co-location = "…"`."""
        value: object = self._fields.get(field, {})
        if not isinstance(value, dict):
            raise self.wrong(tr('the field “{field}” must be written as {field}.name = "text".', field=field))
        inner = Entry(self._file, f"{self.place}, {field}", cast("dict[str, Any]", value))
        return {name: inner.text(name) for name in inner._fields}

    def entries(self, field: str, noun: str, *, named_by: str = "name") -> list[Entry]:
        """The tables under `field`, each placed by its name, or by its number where it has none.

        What one is called is its `noun`, marked with `tr_later`.
        """
        values = self._value(field)
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in cast("list[object]", values)):
            raise self.wrong(
                tr("the field “{field}” must be written as tables in double square brackets.", field=field)
            )
        found: list[Entry] = []
        for number, fields in enumerate(cast("list[dict[str, Any]]", values), start=1):
            name = fields.get(named_by)
            called = (
                tr("{noun} “{name}”", noun=tr(noun), name=shown(name))
                if isinstance(name, str) and name.strip()
                else tr("{noun} {number}", noun=tr(noun), number=number)
            )
            found.append(Entry(self._file, f"{self.place}, {called}" if self.place else called, fields))
        return found

    def _value(self, field: str) -> object:
        if field not in self._fields:
            raise self.wrong(tr("the field “{field}” is missing.", field=field))
        return self._fields[field]

    def _one_line(self, field: str, value: str) -> str:
        if not value.strip():
            raise self.wrong(tr("the field “{field}” is empty.", field=field))
        return self._printable(field, value.strip(), allowed="")

    def _printable(self, field: str, value: str, *, allowed: str) -> str:
        if any(unicodedata.category(character) == "Cc" and character not in allowed for character in value):
            raise self.wrong(
                tr("the field “{field}” holds control characters, which it may not.", field=field)
                if allowed
                else tr("the field “{field}” holds line breaks or control characters, which it may not.", field=field)
            )
        return value

    def _slug(self, field: str, value: str) -> str:
        if slug(value) != value:
            if not slug(value):
                raise self.wrong(
                    tr(
                        "the field “{field}” must be small letters, digits and hyphens, not “{value}”.",
                        field=field,
                        value=value,
                    )
                )
            raise self.wrong(
                tr(
                    "the field “{field}” must be small letters, digits and hyphens, such as “{like}”, not “{value}”.",
                    field=field,
                    like=slug(value),
                    value=value,
                )
            )
        return value


class Once:
    """What the entries of one file have taken so far, so that nothing is taken twice."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, str, str], Entry] = {}
        self._aliases: list[tuple[Entry, str]] = []

    def claim(self, entry: Entry, field: str, value: str, written: str, *, scope: str = "") -> None:
        """Take a value for an entry; `scope` keeps apart values that may be equal, such as keys of two groups."""
        other = self._taken.setdefault((scope, field, value), entry)
        if other is not entry:
            raise entry.wrong(
                tr(
                    "the {field} “{written}” is already taken by {place}; each needs its own.",
                    field=field,
                    written=written,
                    place=other.place,
                )
            )

    def claim_name(self, entry: Entry, name: str, aliases: tuple[str, ...]) -> None:
        """Take a name, and remember the aliases until all names are known."""
        self.claim(entry, "name", folded(name), name, scope="named")
        self._aliases += [(entry, alias) for alias in aliases]

    def check_aliases(self) -> None:
        """Refuse an alias that is another entry's name or alias: nobody could tell which of the two is meant."""
        for entry, alias in self._aliases:
            self.claim(entry, "alias", folded(alias), alias)
            other = self._taken.get(("named", "name", folded(alias)), entry)
            if other is not entry:
                raise entry.wrong(
                    tr(
                        "the alias “{alias}” is the name of {place}; choose another alias.",
                        alias=alias,
                        place=other.place,
                    )
                )


def shown(text: str) -> str:
    """A text that may be anything, fit to stand in a sentence."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _loaded(path: Path) -> dict[str, Any]:
    try:
        data = read_file(path)
    except UnreadableFileError as error:
        raise CodebookFileError(str(error)) from error
    if len(data) > _LARGEST:
        raise CodebookFileError(tr("{name} is too large to be a codebook file.", name=path.name))
    kind = kind_of(data)
    if kind is not None:
        raise CodebookFileError(tr("{name} is {kind}, not a TOML file.", name=path.name, kind=tr(kind)))
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CodebookFileError(
            tr("{name} is not UTF-8 text (line {line}). Save it again as UTF-8.", name=path.name, line=line)
        ) from error
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else tr("a value is too long or too deep")
        raise CodebookFileError(
            tr("{name} is not sound TOML: {reason}. Mend that place and try again.", name=path.name, reason=reason)
        ) from error
