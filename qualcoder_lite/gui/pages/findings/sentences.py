"""What the panel says of a chosen cell, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import code_id
from qualcoder_lite.domain.cross_reference import AttributionCell, Lens
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.columns import key_of
from qualcoder_lite.gui.pages.findings.faces import out_of, share, sites_with, verdict_sentence
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.service.cross_reference.behind_cells import Asking

_CO_LOCATION = code_id("features", "co-location")

_AT_SITES = {
    FeatureState.PRESENT: tr("at sites with"),
    FeatureState.PARTIAL: tr("at sites that partly have"),
    FeatureState.ABSENT: tr("at sites without"),
    FeatureState.UNKNOWN: tr("at sites not known to have"),
}


def lead(matrix: Matrix, state: FeatureState) -> str:
    """What joins the outcome's name to the feature's."""
    if matrix.lens is Lens.SITES:
        return _AT_SITES[state]
    if matrix.lens is Lens.ATTRIBUTIONS:
        return tr("people link it to")
    return tr("in the same words as") if matrix.near == "overlap" else tr("said close to")


def people(matrix: Matrix, row: int, column: int, state: FeatureState) -> str:
    """How many people speak of it, of how many."""
    shown = share(matrix, row, column, state)
    if not shown.of:
        nobody = {Lens.SITES: tr("Nobody was interviewed there.")}
        return nobody.get(matrix.lens, tr("Nobody speaks of this feature."))
    many = tr(
        "{people} of the {n:,} person", "{people} of the {n:,} people", n=shown.of, people=shown.people or tr("Nobody")
    )
    speaking = max(shown.people, 1)  # "nobody speaks", as "one speaks"
    if matrix.lens is Lens.SITES:
        number = sites_with(matrix, column, state)
        if not number:
            return tr("{many} there speaks of it.", "{many} there speak of it.", n=speaking, many=many)
        sites = tr("this site", "these {n} sites", n=number)
        return tr(
            "{many} at {sites} speaks of it.", "{many} at {sites} speak of it.", n=speaking, many=many, sites=sites
        )
    if matrix.lens is Lens.PASSAGES:
        return tr(
            "{many} who speak of the feature speaks of this close to it.",
            "{many} who speak of the feature speak of this close to it.",
            n=speaking,
            many=many,
        )
    said = tr(
        "{many} who speak of the feature links the two",
        "{many} who speak of the feature link the two",
        n=speaking,
        many=many,
    )
    cell = matrix.cells[row][column]
    if isinstance(cell, AttributionCell) and shown.people:
        return tr("{said}: {helped}, {hindered}.", said=said, helped=_helped(cell), hindered=_hindered(cell))
    return f"{said}."


def _helped(cell: AttributionCell) -> str:
    people = cell.people_helped
    return tr("{who} says it helped", "{who} say it helped", n=max(people, 1), who=people or tr("nobody"))


def _hindered(cell: AttributionCell) -> str:
    people = cell.people_hindered
    return tr(
        "{who} says it got in the way", "{who} say it got in the way", n=max(people, 1), who=people or tr("nobody")
    )


def published(matrix: Matrix, row: int, column: int) -> str:
    """What was published of the pair, and through the people's own lens how this stands to it."""
    cell = matrix.cells[row][column]
    said = verdict_sentence(cell.verdict) if isinstance(cell, AttributionCell) else ""
    earlier = tr("The review of 2011 found this too.") if cell.marks.published_2011 else ""
    if not said and cell.marks.published:
        both = tr("The published study of 2013 found this too, as did the review of 2011.")
        said, earlier = both if earlier else tr("The published study of 2013 found this too."), ""
    pair = matrix.rows[row].name, matrix.columns[column].name, "published"
    notes = [note.note for note in matrix.notes if (note.outcome, note.feature, note.table) == pair]
    return " ".join(sentence for sentence in (said, *notes, earlier) if sentence)


def caution(matrix: Matrix, column: int) -> str:
    """What the numbers don't show."""
    what = tr("sharing a building") if key_of(matrix.columns[column]) == _CO_LOCATION else tr("this feature")
    if matrix.lens is Lens.SITES:
        return tr("People at these sites said this. It does not show that {what} caused it.", what=what)
    if matrix.lens is Lens.PASSAGES:
        return tr("People spoke of the two close together. It does not show that {what} caused it.", what=what)
    return tr("This is how people see it themselves. It does not show that {what} caused it.", what=what)


def unread(matrix: Matrix, column: int, state: FeatureState) -> str:
    """How many people may have more to say; empty where every transcript is declared done.

    Through the lens of sites that is about the people there; else about everybody, since whoever isn't read may yet
    speak of the feature.
    """
    if matrix.lens is Lens.SITES:
        whole, done = out_of(matrix, column, state)
    else:
        whole, done = matrix.denominators.people, matrix.denominators.people_done
    if whole == done:
        return ""
    return tr(
        "{n} person’s transcript is not declared done yet: unread, not silent.",
        "{n} people’s transcripts are not declared done yet: unread, not silent.",
        n=whole - done,
    )


def misplaced(matrix: Matrix) -> str:
    """Who can't be counted under one site alone, through the lens of sites; empty where everybody can."""
    out_of = matrix.denominators
    placeless, several = out_of.transcripts_without_site, out_of.people_at_several_sites
    if matrix.lens is not Lens.SITES:
        return ""
    parts: list[str] = []
    if placeless:
        parts.append(
            tr(
                "{n:,} transcript without a site: under “Not known”.",
                "{n:,} transcripts without a site: under “Not known”.",
                n=placeless,
            )
        )
    if several:
        parts.append(
            tr(
                "{n:,} person at more than one site: counted at each.",
                "{n:,} people at more than one site: counted at each.",
                n=several,
            )
        )
    return " ".join(parts)


def asked(asking: Asking) -> str:
    """Who of the people was asked about the outcome; empty where the project has no schedule."""
    if not asking.known:
        return ""
    all_asked = asking.asked + asking.asked_silent
    about = tr("{n:,} person was asked about it", "{n:,} people were asked about it", n=all_asked)
    if asking.asked_silent:
        about = tr("{about}, of whom {silent} said nothing of it", about=about, silent=asking.asked_silent)
    parts = [about]
    if asking.unprompted:
        unprompted = tr(
            "{n:,} person speaks of it unprompted", "{n:,} people speak of it unprompted", n=asking.unprompted
        )
        parts.append(unprompted)
    if asking.not_asked:
        not_asked = tr(
            "{n:,} person was not asked and silent", "{n:,} people were not asked and silent", n=asking.not_asked
        )
        parts.append(not_asked)
    if asking.unread:
        parts.append(tr("{unread} not yet declared done", unread=asking.unread))
    return "; ".join(parts) + "."


def interviewers_words(number: int) -> str:
    """How many of the passages lie wholly in what interviewers say; empty for none."""
    if not number:
        return ""
    return tr(
        "{n} of them lies wholly in an interviewer’s words. More filters can leave such passages out.",
        "{n} of them lie wholly in an interviewer’s words. More filters can leave such passages out.",
        n=number,
    )
