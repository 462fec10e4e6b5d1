"""What tests of storage share: codings to ask for, every row of a project, and programs of their own to kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

Rows = dict[str, dict[str, tuple[Any, ...]]]


def rows(database: Database) -> Rows:
    """The journalled tables, row by row, by id."""
    return {table: {row[0]: row for row in database.rows(f"select * from {table}")} for table in TABLES}


def clocks(database: Database) -> dict[tuple[str, str], tuple[str, int]]:
    """Each row's stamp of life and whether it is dead, by table and id."""
    return {
        (table, row): (stamp, dead)
        for table, row, stamp, dead in database.rows("select tbl, row, stamp, dead from clock where grp=''")
    }


def new_coding(
    start: int,
    end: int,
    *,
    transcript: str = "Elsie",
    coder: str = "Ailsa Brodie",
    helped: tuple[str, ...] = (),
    memo: str = "",
) -> NewCoding:
    """A coding to ask for."""
    return NewCoding(
        transcript=transcript,
        start=start,
        end=end,
        code="Feeling safe",
        coder=coder,
        polarity=Polarity.DELIVERED,
        helped=helped,
        memo=memo,
    )


def size_of(file: Path) -> int:
    """How large a file is that another program is writing, and may take away at any moment: 0 where there is none."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


class Child:
    """A Python program of its own, talked with line by line."""

    def __init__(self, program: str, *arguments: object, before: tuple[str, ...] = ()) -> None:
        self.process = subprocess.Popen(
            [*before, sys.executable, "-c", program, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
        )

    def line(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def say(self, line: str) -> str:
        """Tell it a line, and give what it answers."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.line()

    def kill(self) -> str:
        """Kill it as the system does when memory runs out; what it had printed before."""
        self.process.kill()
        return self.process.communicate()[0]

    def result(self) -> str:
        """What it printed, once it has come to its end by itself."""
        printed, complaints = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, complaints
        return printed.strip()
