"""A small transcript, and what a test of the command line asks of a command and of a project's file."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

#: Another transcript, which is not in the study.
OTHER = "Moira: Do you choose?\n\nHamish: I do not. They choose for me.\n"
TALK = """\
Moira: Do they come when you ring?

Elsie: They come when I ring. I feel safe now. 🙂

Moira: And the day centre?

Elsie: The bus stopped running. I sit at home, to be honest.
"""


def at(words: str, text: str = TALK) -> list[object]:
    """Where words stand in a text, as the options of a command."""
    start = text.index(words)
    return ["--start", start, "--end", start + len(words)]


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be one JSON document and nothing else."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line on standard error that tells a mistake."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert self.code == 1, self
        assert not self.out, self.out
        return lines[0]


@dataclass(frozen=True)
class Commands:
    """The commands of one project: `study("undo", 2)` is `qualcoder-lite undo PROJECT 2`."""

    run: Callable[..., Answer]
    path: Path

    def __call__(self, command: str, *arguments: object) -> Answer:
        """Run a command on the project, whatever comes of it."""
        return self.run(*command.split(), self.path, *arguments)

    def do(self, command: str, *arguments: object) -> Answer:
        """Run a command that must succeed."""
        answer = self(command, *arguments)
        assert answer.code == 0, answer
        return answer

    def ask(self, command: str, *arguments: object) -> Any:
        """A command's JSON."""
        return self.do(command, *arguments, "--json").json

    def code(self, words: str, code: str, coder: str = "Ailsa Brodie", *more: object) -> str:
        """Put a code on words of the small transcript, and give the coding's id."""
        asked = ["--transcript", "elsie.txt", *at(words), "--code", code, "--coder", coder, *more]
        return self.ask("code", *asked)[0]

    def codings(self) -> list[dict[str, Any]]:
        """The codings of the small transcript."""
        return self.ask("show", "elsie.txt")["codings"]

    def nouns(self) -> dict[str, list[Any]]:
        """The rows of every journalled table."""
        return contents(self.path, TABLES)

    def everything(self) -> dict[str, list[Any]]:
        """Every row of every table, the journal's own among them."""
        return contents(self.path)


def contents(path: Path, tables: Iterable[str] | None = None) -> dict[str, list[Any]]:
    """The rows of a project's tables, in no order."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        if tables is None:
            found = connection.execute("select name, sql from sqlite_master where type='table'")
            tables = [name for name, sql in found if not sql.startswith("CREATE VIRTUAL")]
        return {table: sorted(connection.execute(f"select * from {table}"), key=repr) for table in tables}


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of an exported table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def table(path: Path, *lines: str) -> Path:
    """Write a table of these lines."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
