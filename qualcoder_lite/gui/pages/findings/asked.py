"""What is asked of the matrix: through which lens, of whom, and how near."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.service.scope import Scope

LENSES = {Lens.SITES: tr("By site"), Lens.PASSAGES: tr("Same passage"), Lens.ATTRIBUTIONS: tr("People said so")}
"""The lenses in plain words, in the order of their keys 1, 2 and 3."""

NEAR: dict[str, tuple[Near, str]] = {
    "overlap": ("overlap", tr("Same words")),
    "turn": ("turn", tr("Same turn")),
    "1": (1, tr("Within 1 turn")),
    "2": (2, tr("Within 2 turns")),
    "3": (3, tr("Within 3 turns")),
}
"""How near an outcome and a feature must be said, and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question to the matrix. `near` is a key of NEAR."""

    lens: Lens = Lens.SITES
    near: str = "turn"
    of_whom: OfWhom = field(default_factory=OfWhom)

    @property
    def scope(self) -> Scope:
        """What the question is narrowed to."""
        return self.of_whom.scope

    @property
    def distance(self) -> Near:
        """How near, as the matrix takes it."""
        return NEAR[self.near][0]
