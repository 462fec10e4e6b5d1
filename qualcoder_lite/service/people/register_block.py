"""Where the cells of a block that was copied from a spreadsheet belong in the site register.

A block with headings, sites over its columns and features before its rows, goes where those say; any other is laid
down with its first cell on the one that was chosen, in the order in which sites and features are listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.importers.tables.pasted_states import has_cross_and_tick, read_block, read_states
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.domain.people import FeatureState
    from qualcoder_lite.importers.tables.pasted_states import Block
    from qualcoder_lite.service.directory import Directory, Entry, Listing


def states_in(text: str, directory: Directory, *, site: str, feature: str) -> dict[tuple[str, str], FeatureState]:
    """The states that a pasted text says, by (site id, feature id); blank cells say nothing.

    `site` and `feature` are where its first cell goes if it has no headings. Raises TableError where a word says no
    state, the letter x may mean two things, or there are fewer rows or columns left than the block has.
    """
    block = read_block(text)
    if has_cross_and_tick(block):
        raise TableError(
            tr(
                "x stands beside ✓ here, so it may mean present or absent. Write yes and no instead. "
                "Nothing was pasted."
            )
        )
    sites, features = _headings(block, directory)
    headed = bool(sites)
    if not headed:
        sites = _from(directory.sites, site, len(block[0]), _too_many_columns)
        features = _from(directory.features, feature, len(block), _too_many_rows)
    cells = [row[1:] for row in block[1:]] if headed else block
    states = read_states(cells, [entry.name for entry in sites], first_row=1 + headed)
    return {
        (to_site.id, to_feature.id): state
        for to_feature, row in zip(features, states, strict=True)
        for to_site, state in zip(sites, row, strict=True)
        if state is not None
    }


def _headings(block: Block, directory: Directory) -> tuple[list[Entry], list[Entry]]:
    """The sites over the columns and the features before the rows; nothing where they aren't all known."""
    if len(block) < 2 or len(block[0]) < 2:
        return [], []
    sites = [found for name in block[0][1:] if (found := directory.sites.seek(name))]
    features = [found for row in block[1:] if (found := directory.features.seek(row[0]))]
    all_known = len(sites) == len(block[0]) - 1 and len(features) == len(block) - 1
    return (sites, features) if all_known else ([], [])


def _from(listing: Listing, first: str, count: int, too_many: Callable[[int, str, int], str]) -> Sequence[Entry]:
    """So many entries from one on, as they are listed."""
    entries = list(listing.by_id.values())
    start = entries.index(listing.find(first))
    left = len(entries) - start
    if count > left:
        raise TableError(too_many(count, entries[start].name, left))
    return entries[start : start + count]


def _too_many_columns(count: int, first: str, left: int) -> str:
    return tr(
        "What was copied has {columns}, but from “{first}” on there are only {sites}. "
        "Go further to the left, or copy less. Nothing was pasted.",
        columns=tr("{n} column", "{n} columns", n=count),
        first=first,
        sites=tr("{n} site", "{n} sites", n=left),
    )


def _too_many_rows(count: int, first: str, left: int) -> str:
    return tr(
        "What was copied has {rows}, but from “{first}” on there are only {features}. "
        "Go further to the top, or copy less. Nothing was pasted.",
        rows=tr("{n} row", "{n} rows", n=count),
        first=first,
        features=tr("{n} feature", "{n} features", n=left),
    )
