"""The matrix in words, for the terminal: people first, of how many, then passages, and what was published."""

from __future__ import annotations

from typing import Any

from qualcoder_lite.cli.parts import counted
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE

_STATES = ("present", "partial", "absent", "unknown")
_VERDICTS = {
    "supports": "supports the study of 2013",
    "differs": "differs from the study of 2013",
    "extends": "not in Table 3 of 2013",
    "unclear": "unclear beside the study of 2013",
    "silent": "silent: in Table 3 of 2013, said by nobody here",
}


def lines_of(document: dict[str, Any], whose: str) -> list[str]:
    """The cells that hold something, outcome by outcome, and those in which what was published is not heard."""
    people = document["denominators"]
    everybody = counted(people["people"], "person", "people")
    lines = [
        f"{everybody}, {people['people_done']} of them with a transcript declared done.",
        f"Counted: {whose}.",
        *_misplaced(people),
    ]
    for outcome, cells in zip(document["rows"], document["cells"], strict=True):
        told = [
            line
            for feature, cell in zip(document["columns"], cells, strict=True)
            for line in _of_cell(document, feature, cell)
        ]
        lines += ["", outcome, *(told or ["   nobody"])]
    return lines


def _of_cell(document: dict[str, Any], feature: str, cell: dict[str, Any]) -> list[str]:
    out_of = document["denominators"]["features"][feature]
    if document["lens"] == "sites":
        return [
            f"   {feature} ({state}): {_tally(cell[state], out_of[state]['people'])}"
            f"{_published(cell) if state == 'present' else ''}"
            for state in _STATES
            if cell[state]["passages"]
        ]
    if cell["passages"]:
        return [f"   {feature}: {_tally(cell, out_of['people'])}{_links(cell)}{_beside(cell)}"]
    return [f"   {feature}: nobody{_beside(cell)}"] if cell.get("verdict") else []


def _tally(tally: dict[str, Any], out_of: int) -> str:
    parts = [
        f"{tally[name]} {name.replace('_', ' ')}" for name in ("delivered", "not_delivered", "mixed") if tally[name]
    ]
    inside = f" ({', '.join(parts)})" if parts else ""
    few = ", few people" if tally["people"] <= FEW_PEOPLE else ""
    people = f"{tally['people']} of {counted(out_of, 'person', 'people')}"
    return f"{people}, {counted(tally['passages'], 'passage')}{inside}{few}"


def _links(cell: dict[str, Any]) -> str:
    if "helped" not in cell:
        return ""
    said = [f"helped {counted(cell['people_helped'], 'person', 'people')}"] if cell["people_helped"] else []
    said += [f"hindered {counted(cell['people_hindered'], 'person', 'people')}"] if cell["people_hindered"] else []
    return f"; {', '.join(said)}" if said else ""


def _beside(cell: dict[str, Any]) -> str:
    return f" – {_VERDICTS[cell['verdict']]}" if cell.get("verdict") else _published(cell)


def _published(cell: dict[str, Any]) -> str:
    return " – in Table 3 of 2013" if cell["published"] and not cell.get("verdict") else ""


def _misplaced(people: dict[str, Any]) -> list[str]:
    """Who can't be counted as one person at one site."""
    return [
        f"{counted(people[key], *what)} {told}."
        for key, what, told in (
            ("people_without_participant", ("transcript",), "without a participant, counted as a person each"),
            ("transcripts_without_site", ("transcript",), "without a site, counted under “unknown”"),
            ("people_at_several_sites", ("person", "people"), "at more than one site, counted at each"),
        )
        if people[key]
    ]
