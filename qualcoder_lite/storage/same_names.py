"""Two rows of one name, as two copies of a project may each make one, are shown apart: “Trust” and “Trust (2)”.

Only what is shown differs, so that copies go on agreeing; the names themselves stay as they were given. The older one
keeps the plain name. Whoever saves a row as it was shown saves its own name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qualcoder_lite.storage.file.database import Database

Named = Literal["coder", "code", "site", "participant"]

# Codes are told apart within a codebook; of those that were merged into others only the name is left.
_RIVALS = {
    "coder": "select lower(name) as key, id, name from coder",
    "site": "select lower(name) as key, id, name from site",
    "participant": "select lower(name) as key, id, name from participant",
    "code": "select g.codebook_id || '/' || lower(c.name) as key, c.id, c.name from code c "
    "join code_group g on g.id=c.group_id where c.merged_into=''",
}


def shown(database: Database, table: Named) -> Mapping[str, str]:
    """The names of the rows whose own name isn't what is shown, by id; mostly there are none."""
    found: dict[str, str] = {}
    for rivals in same(database, table):
        taken = {name.lower() for _, name in rivals}
        number = 1
        for id_, name in rivals[1:]:
            number += 1
            while f"{name} ({number})".lower() in taken or _is_there(database, table, f"{name} ({number})"):
                number += 1
            found[id_] = f"{name} ({number})"
    return found


def same(database: Database, table: Named) -> list[list[tuple[str, str]]]:
    """The rows (id, name) that go by one name, together, the older first."""
    sql = _RIVALS[table]
    if not database.one(f"select exists(select 1 from ({sql}) group by key having count(*)>1)")[0]:
        return []
    together: dict[str, list[tuple[str, str]]] = {}
    for key, id_, name in database.rows(
        f"with named as ({sql}) select n.key, n.id, n.name from named n "
        "left join clock k on k.tbl=? and k.row=n.id and k.grp='' "
        "where n.key in (select key from named group by key having count(*)>1) order by k.stamp, n.id",
        (table,),
    ):
        together.setdefault(key, []).append((id_, name))
    return list(together.values())


def named(database: Database, table: Named) -> Iterator[tuple[str, str]]:
    """(id, name as it is shown) of every row, by name."""
    apart = shown(database, table)
    rows = database.rows(f"select id, name from {table} order by name, id")
    return ((id_, apart.get(id_) or name) for id_, name in rows)


def own(database: Database, table: Named, id_: str, name: str) -> str:
    """The name to save for a row: its own, where the name given is only how it is shown apart."""
    found = database.one(f"select name from {table} where id=?", (id_,))
    if found is None or found[0] == name or not name.startswith(found[0]):
        return name
    return found[0] if shown(database, table).get(id_) == name else name


def _is_there(database: Database, table: Named, name: str) -> bool:
    return bool(database.one(f"select exists(select 1 from {table} where lower(name)=lower(?))", (name,))[0])
