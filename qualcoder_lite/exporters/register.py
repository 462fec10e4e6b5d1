"""The site register as a table: a row a site, in the columns in which a table of sites is taken in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.exporters.tables import Sheet, write_csv, write_workbook
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site

_FACTS = ("country", "setting", "client_group", "continuum", "level", "years")


def register_columns(sites: Sequence[Site], features: Sequence[RegisterFeature]) -> list[str]:
    """The site and its facts, every feature, and after a feature the evidence that somebody noted for it."""
    columns = ["site", *_FACTS]
    for feature in features:
        entries = [site.register[feature.id] for site in sites if feature.id in site.register]
        columns.append(feature.name)
        columns += [f"{feature.name}: {what}" for what in ("source", "note") if any(getattr(e, what) for e in entries)]
    return columns


def register_rows(sites: Sequence[Site], features: Sequence[RegisterFeature]) -> list[dict[str, object]]:
    """A row a site. A feature that nobody recorded there is a blank cell, which says nothing when it is taken in."""
    rows: list[dict[str, object]] = []
    for site in sites:
        row: dict[str, object] = {"site": site.name}
        row |= {fact: getattr(site, fact) for fact in _FACTS}
        for feature in features:
            if entry := site.register.get(feature.id):
                row[feature.name] = entry.state.value
                row[f"{feature.name}: source"] = entry.source
                row[f"{feature.name}: note"] = entry.note
        rows.append(row)
    return rows


def write_register(target: Path, sites: Sequence[Site], features: Sequence[RegisterFeature]) -> None:
    """Write the register to a file, whose ending says as what: .csv or .xlsx.

    Raises:
        UserError: the ending isn't known or the file can't be written there.
    """
    columns, rows = register_columns(sites, features), register_rows(sites, features)
    ending = target.suffix.lower()
    if ending == ".csv":
        write_csv(rows, columns, target)
    elif ending == ".xlsx":
        write_workbook([Sheet("Sites", columns, rows, {"site": 28})], target)
    else:
        raise UserError(tr("The sites are written as .csv or .xlsx, not as “{ending}”.", ending=ending or target.name))
