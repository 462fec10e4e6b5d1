"""How coders look wherever they are named: their initials in their colour, looked up by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coder_colours import colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.people import Coder


@dataclass(frozen=True, slots=True)
class Face:
    """A coder as a disc shows them. `colour` is #rrggbb, or empty for the interface's own ink."""

    name: str
    initials: str
    colour: str = ""


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, or "?" where there is none."""
    words = [word for word in name.split() if word[0].isalnum()]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "") if words else "?"
    return letters.upper()


def face_of(name: str) -> Face:
    """Somebody the project says nothing more of."""
    return Face(name, initials(name))


class CoderFaces:
    """The faces of a project's coders."""

    def __init__(self, coders: Sequence[Coder] = ()) -> None:
        """Know these coders."""
        given = colours(coders)
        self._faces = {
            coder.name: Face(coder.name, coder.initials or initials(coder.name), given[coder.name]) for coder in coders
        }

    def of(self, name: str) -> Face:
        """The face of a coder by name; of somebody unknown, the initials alone."""
        return self._faces.get(name) or face_of(name)
