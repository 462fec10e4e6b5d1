"""What a mutation touched, so that every page can tell whether it must look again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows that one step of the journal touched, cascades included: ids by noun ("coding", "transcript", …).

    `made` names what was made on the way because a name wasn't known yet: "coder “Ailsa Brodie”".
    """

    step: int | None = None
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    made: tuple[str, ...] = ()

    def of(self, noun: str) -> frozenset[str]:
        """The ids of one noun that were touched."""
        return self.touched.get(noun, frozenset())

    def __bool__(self) -> bool:
        """Whether anything was touched at all."""
        return any(self.touched.values())
