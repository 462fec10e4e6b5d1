"""Codes that were merged into each other in copies that didn't know of one another: one of them stays a code.

Each copy keeps the code that it merged, pointing at the other one (`merged_into`). Together they would point in a ring,
and none of them could be used any more. What is shown then is decided by the ids alone, so that every copy shows the
same; what was really said is parked, and comes back into its own when the ring is opened by anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qualcoder_lite.storage.file.database import Database


def open_rings(copy: Database) -> None:
    """Let the code of the smallest id in each ring be a code of its own; the others lead to it."""
    into = dict(copy.rows("select id, merged_into from code where merged_into<>''"))
    for stays in (min(ring) for ring in _rings(into)):
        for column in ("merged_into", "retired"):
            copy.run(f"insert into parked select 'code', id, ?, {column} from code where id=?", (column, stays))
        copy.run("update code set merged_into='', retired=0 where id=?", (stays,))
        copy.run("insert or ignore into touched values('code', ?)", (stays,))


def _rings(into: Mapping[str, str]) -> Iterator[list[str]]:
    passed = set[str]()
    for start in into:
        path: list[str] = []
        at = start
        while at in into and at not in passed:
            passed.add(at)
            path.append(at)
            at = into[at]
        if at in path:
            yield path[path.index(at) :]
