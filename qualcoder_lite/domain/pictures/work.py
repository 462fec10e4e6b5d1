"""How far the work is: who has been heard against who is wanted, and how far each coder has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Behind, Grid, Head, Kind, Square, counted, shade

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.sampling import Cell, SamplingGrid
    from qualcoder_lite.domain.transcript_mark import Tally

_NO_SITE, _NO_GROUP = "Site not recorded", "Client group not recorded"
_COVERED = (
    "nobody yet",
    "up to 1 in 5 of those wanted",
    "up to 2 in 5",
    "up to 3 in 5",
    "up to 4 in 5",
    "nearly all, or all",
)

_STAGES = (
    Kind("done", "heat5", "on_heat5"),
    Kind("begun", "heat3", "on_heat3", "dots"),
    Kind("put off", "heat1", "on_heat1", "hatch"),
    Kind("not begun", "heat0", "on_heat0"),
)


def coverage(grid: SamplingGrid, site_names: Mapping[str, str]) -> Grid:
    """Who has been heard, site by site and client group by client group; `site_names` goes by the sites' ids."""
    whole = grid.total()
    wanted = f" of {whole.wanted} wanted" if whole.wanted is not None else ""
    waiting = f", {counted(whole.waiting, 'more is', 'more are')} still to be heard" if whole.waiting else ""
    return Grid(
        title="Who has been heard",
        about=[f"{counted(whole.heard, 'person', 'people')} heard{wanted}{waiting}."],
        rows=[Head(site_names.get(site, _NO_SITE), under=_of(grid.total(site=site))) for site in grid.sites],
        columns=[
            Head(group or _NO_GROUP, str(grid.total(group=group).heard), _of(grid.total(group=group)))
            for group in grid.groups
        ],
        squares=[
            [_covered(grid.cell(site, group), site_names.get(site, ""), group) for group in grid.groups]
            for site in grid.sites
        ],
        shades=_COVERED if whole.wanted is not None else (),
        notes=["Somebody is heard once there is a transcript of theirs. Somebody heard at two sites counts at each."],
        corner="Site",
        out_of="People heard",
    )


def _of(cell: Cell) -> str:
    return f"{cell.heard} of {cell.wanted} heard" if cell.wanted is not None else f"{cell.heard} heard"


def _covered(cell: Cell, site: str, group: str) -> Square:
    """One site and client group. Where no number is wanted, any number heard is as good as another."""
    missing = f"{cell.missing} missing" if cell.missing else ""
    waiting = f"{cell.waiting} to come" if cell.waiting else ""
    under = ", ".join(part for part in (missing, waiting) if part)
    wanted = f" of {cell.wanted} wanted" if cell.wanted is not None else ""
    empty = not cell.heard and cell.wanted is None
    return Square(
        number="–" if empty else f"{cell.heard} of {cell.wanted}" if cell.wanted is not None else str(cell.heard),
        told=f"{cell.heard} heard{wanted}{', ' if under else ''}{under}.",
        shade=shade(cell.heard, cell.wanted) if cell.wanted else min(cell.heard, 1),
        under=under,
        behind=Behind(site=site, client_group=group, nowhere=not site or not group or not cell.heard),
    )


def progress(tallies: Mapping[str, Tally], about: Sequence[str] = ()) -> Bars:
    """How far each coder (by name) has come with the transcripts."""
    return Bars(
        title="How far coding is",
        about=about if tallies else [*about, "Nobody codes in this project yet."],
        kinds=_STAGES,
        rows=[Head(coder) for coder in tallies],
        columns=[Head("")],
        bars=[[_stages(coder, tally)] for coder, tally in tallies.items()],
        notes=["Only what a coder declared done is done, however much is coded. Put off: neither begun nor done."],
    )


def _stages(coder: str, tally: Tally) -> Bar:
    rest = max(0, tally.of - tally.done - tally.begun - tally.put_off)
    parts = [tally.done, tally.begun, tally.put_off, rest]
    words = [f"{number} {kind.name}" for number, kind in zip(parts, _STAGES, strict=True) if number]
    words += [f"{tally.outdated} of those done with an earlier codebook"] if tally.outdated else []
    return Bar(
        parts=parts,
        end=f"{tally.done} of {tally.of} done",
        told=f"{', '.join(words) or 'nothing'}.",
        behind=Behind(coder=coder, nowhere=not tally.done and not tally.begun),
    )
