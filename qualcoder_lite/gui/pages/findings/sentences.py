"""What the panel says of a chosen cell, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import code_id
from qualcoder_lite.domain.cross_reference import AttributionCell, Lens
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.columns import key_of
from qualcoder_lite.gui.pages.findings.faces import counted, out_of, share, sites_with, verdict_sentence

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.service.behind_cells import Asking

_CO_LOCATION = code_id("features", "co-location")

_AT_SITES = {
    FeatureState.PRESENT: "at sites with",
    FeatureState.PARTIAL: "at sites that partly have",
    FeatureState.ABSENT: "at sites without",
    FeatureState.UNKNOWN: "at sites not known to have",
}


def lead(matrix: Matrix, state: FeatureState) -> str:
    """What joins the outcome's name to the feature's."""
    if matrix.lens is Lens.SITES:
        return _AT_SITES[state]
    if matrix.lens is Lens.ATTRIBUTIONS:
        return "people link it to"
    return "in the same words as" if matrix.near == "overlap" else "said close to"


def people(matrix: Matrix, row: int, column: int, state: FeatureState) -> str:
    """How many people speak of it, of how many."""
    shown = share(matrix, row, column, state)
    if not shown.of:
        nobody = {Lens.SITES: "Nobody was interviewed there."}
        return nobody.get(matrix.lens, "Nobody speaks of this feature.")
    many = f"{shown.people or 'Nobody'} of the {counted(shown.of, 'person', 'people')}"
    speaks = "speaks" if shown.people <= 1 else "speak"
    if matrix.lens is Lens.SITES:
        number = sites_with(matrix, column, state)
        where = f"at {'this site' if number == 1 else f'these {number} sites'}" if number else "there"
        return f"{many} {where} {speaks} of it."
    if matrix.lens is Lens.PASSAGES:
        return f"{many} who speak of the feature {speaks} of this close to it."
    cell = matrix.cells[row][column]
    links = "links" if shown.people <= 1 else "link"
    said = f"{many} who speak of the feature {links} the two"
    if isinstance(cell, AttributionCell) and shown.people:
        helped, hindered = cell.people_helped, cell.people_hindered
        return (
            f"{said}: {helped or 'nobody'} {'say' if helped > 1 else 'says'} it helped, "
            f"{hindered or 'nobody'} {'say' if hindered > 1 else 'says'} it got in the way."
        )
    return f"{said}."


def published(matrix: Matrix, row: int, column: int) -> str:
    """What was published of the pair, and through the people's own lens how this stands to it."""
    cell = matrix.cells[row][column]
    said = verdict_sentence(cell.verdict) if isinstance(cell, AttributionCell) else ""
    earlier = "The review of 2011 found this too." if cell.marks.published_2011 else ""
    if not said and cell.marks.published:
        said = f"The published study of 2013 found this too{', as did the review of 2011' if earlier else ''}."
        earlier = ""
    pair = matrix.rows[row].name, matrix.columns[column].name, "published"
    notes = [note.note for note in matrix.notes if (note.outcome, note.feature, note.table) == pair]
    return " ".join(sentence for sentence in (said, *notes, earlier) if sentence)


def caution(matrix: Matrix, column: int) -> str:
    """What the numbers don't show."""
    what = "sharing a building" if key_of(matrix.columns[column]) == _CO_LOCATION else "this feature"
    if matrix.lens is Lens.SITES:
        return f"People at these sites said this. It does not show that {what} caused it."
    if matrix.lens is Lens.PASSAGES:
        return f"People spoke of the two close together. It does not show that {what} caused it."
    return f"This is how people see it themselves. It does not show that {what} caused it."


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
    whose = "1 person’s transcript is" if whole - done == 1 else f"{whole - done} people’s transcripts are"
    return f"{whose} not declared done yet: unread, not silent."


def misplaced(matrix: Matrix) -> str:
    """Who can't be counted under one site alone, through the lens of sites; empty where everybody can."""
    out_of = matrix.denominators
    placeless, several = out_of.transcripts_without_site, out_of.people_at_several_sites
    if matrix.lens is not Lens.SITES:
        return ""
    parts = [
        *([f"{counted(placeless, 'transcript')} without a site: under “Not known”."] * bool(placeless)),
        *([f"{counted(several, 'person', 'people')} at more than one site: counted at each."] * bool(several)),
    ]
    return " ".join(parts)


def asked(asking: Asking) -> str:
    """Who of the people was asked about the outcome; empty where the project has no schedule."""
    if not asking.known:
        return ""
    all_asked = asking.asked + asking.asked_silent
    parts = [
        f"{counted(all_asked, 'person was', 'people were')} asked about it"
        + (f", of whom {asking.asked_silent} said nothing of it" if asking.asked_silent else ""),
        *(
            [f"{counted(asking.unprompted, 'person speaks', 'people speak')} of it unprompted"]
            * bool(asking.unprompted)
        ),
        *([f"{counted(asking.not_asked, 'person was', 'people were')} not asked and silent"] * bool(asking.not_asked)),
        *([f"{asking.unread} not yet declared done"] * bool(asking.unread)),
    ]
    return "; ".join(parts) + "."


def interviewers_words(number: int) -> str:
    """How many of the passages lie wholly in what interviewers say; empty for none."""
    if not number:
        return ""
    lie = "1 of them lies" if number == 1 else f"{number} of them lie"
    return f"{lie} wholly in an interviewer’s words. More filters can leave such passages out."
