"""How far the work is: who has been heard against who is wanted, and how far each coder has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.drawings import Bar, Bars, Behind, Grid, Head, Kind, Square, shade
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.sampling import Cell, SamplingGrid
    from qualcoder_lite.domain.transcript_mark import Tally

_COVERED = (
    tr_later("nobody yet"),
    tr_later("up to 1 in 5 of those wanted"),
    tr_later("up to 2 in 5"),
    tr_later("up to 3 in 5"),
    tr_later("up to 4 in 5"),
    tr_later("nearly all, or all"),
)

_COUNTED: Sequence[Callable[[int], str]] = (  # in the order of the kinds
    lambda n: tr("{n} done", "{n} done", n=n),
    lambda n: tr("{n} begun", "{n} begun", n=n),
    lambda n: tr("{n} put off", "{n} put off", n=n),
    lambda n: tr("{n} not begun", "{n} not begun", n=n),
)


def coverage(grid: SamplingGrid, site_names: Mapping[str, str]) -> Grid:
    """Who has been heard, site by site and client group by client group; `site_names` goes by the sites' ids."""
    whole = grid.total()
    return Grid(
        title=tr("Who has been heard"),
        about=[_heard(whole)],
        rows=[
            Head(site_names.get(site) or tr("Site not recorded"), under=_of(grid.total(site=site)))
            for site in grid.sites
        ],
        columns=[
            Head(
                group or tr("Client group not recorded"),
                str(grid.total(group=group).heard),
                _of(grid.total(group=group)),
            )
            for group in grid.groups
        ],
        squares=[
            [_covered(grid.cell(site, group), site_names.get(site, ""), group) for group in grid.groups]
            for site in grid.sites
        ],
        shades=[tr(each) for each in _COVERED] if whole.wanted is not None else (),
        notes=[
            tr("Somebody is heard once there is a transcript of theirs. Somebody heard at two sites counts at each.")
        ],
        corner=tr("Site"),
        out_of=tr("People heard"),
    )


def _heard(whole: Cell) -> str:
    heard = (
        tr("{n:,} person heard", "{n:,} people heard", n=whole.heard)
        if whole.wanted is None
        else tr(
            "{n:,} person heard of {wanted} wanted",
            "{n:,} people heard of {wanted} wanted",
            n=whole.heard,
            wanted=whole.wanted,
        )
    )
    if not whole.waiting:
        return f"{heard}."
    return tr(
        "{heard}, {n:,} more is still to be heard.",
        "{heard}, {n:,} more are still to be heard.",
        n=whole.waiting,
        heard=heard,
    )


def _of(cell: Cell) -> str:
    if cell.wanted is not None:
        return tr("{heard} of {wanted} heard", heard=cell.heard, wanted=cell.wanted)
    return tr("{heard} heard", heard=cell.heard)


def _covered(cell: Cell, site: str, group: str) -> Square:
    """One site and client group. Where no number is wanted, any number heard is as good as another."""
    missing = tr("{n} missing", "{n} missing", n=cell.missing) if cell.missing else ""
    waiting = tr("{n} to come", "{n} to come", n=cell.waiting) if cell.waiting else ""
    under = ", ".join(part for part in (missing, waiting) if part)
    if cell.wanted is None:
        number, told = str(cell.heard) if cell.heard else "–", tr("{heard} heard", heard=cell.heard)
    else:
        number = tr("{part} of {whole}", part=cell.heard, whole=cell.wanted)
        told = tr("{heard} heard of {wanted} wanted", heard=cell.heard, wanted=cell.wanted)
    return Square(
        number=number,
        told=f"{told}{', ' if under else ''}{under}.",
        shade=shade(cell.heard, cell.wanted) if cell.wanted else min(cell.heard, 1),
        under=under,
        behind=Behind(site=site, client_group=group, nowhere=not site or not group or not cell.heard),
    )


def progress(tallies: Mapping[str, Tally], about: Sequence[str] = ()) -> Bars:
    """How far each coder (by name) has come with the transcripts."""
    return Bars(
        title=tr("How far coding is"),
        about=about if tallies else [*about, tr("Nobody codes in this project yet.")],
        kinds=_kinds(),
        rows=[Head(coder) for coder in tallies],
        columns=[Head("")],
        bars=[[_stages(coder, tally)] for coder, tally in tallies.items()],
        notes=[tr("Only what a coder declared done is done, however much is coded. Put off: neither begun nor done.")],
    )


def _kinds() -> tuple[Kind, ...]:
    return (
        Kind(tr("done"), "heat5", "on_heat5"),
        Kind(tr("begun"), "heat3", "on_heat3", "dots"),
        Kind(tr("put off"), "heat1", "on_heat1", "hatch"),
        Kind(tr("not begun"), "heat0", "on_heat0"),
    )


def _stages(coder: str, tally: Tally) -> Bar:
    rest = max(0, tally.of - tally.done - tally.begun - tally.put_off)
    parts = [tally.done, tally.begun, tally.put_off, rest]
    words = [counted(number) for number, counted in zip(parts, _COUNTED, strict=True) if number]
    if tally.outdated:
        words.append(
            tr(
                "{n} of those done with an earlier codebook",
                "{n} of those done with an earlier codebook",
                n=tally.outdated,
            )
        )
    return Bar(
        parts=parts,
        end=tr("{done} of {of} done", done=tally.done, of=tally.of),
        told=f"{', '.join(words) or tr('nothing')}.",
        behind=Behind(coder=coder, nowhere=not tally.done and not tally.begun),
    )
