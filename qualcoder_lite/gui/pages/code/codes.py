"""The project's codes as the page needs them: by id, by group, by their keys, and by what is typed to find one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import Code, CodebookKind, CodeGroup
from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.widgets.chip import ChipFace
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.codebook import Codebook

_LINKABLE = (CodebookKind.FEATURES, CodebookKind.FACTORS)


@dataclass(frozen=True, slots=True)
class ShownCode:
    """A code with the group it is shown in and what its codebook is about."""

    code: Code
    group: CodeGroup
    kind: CodebookKind

    @property
    def name(self) -> str:
        """What the code is called."""
        return self.code.name

    @property
    def keys(self) -> str:
        """The letters that stand for it, such as "QF"; fewer where the codebook gives none."""
        return f"{self.group.key}{self.code.key}"

    @property
    def is_feature(self) -> bool:
        """Whether it is something that helps or hinders, so that an outcome can be linked to it."""
        return self.kind in _LINKABLE

    def face(self, polarity: str = "") -> ChipFace:
        """The code as a chip shows it."""
        return ChipFace(self.keys, self.name, self.group.colour, polarity)


class Codes:
    """All codes of all codebooks, in order."""

    def __init__(self, books: Sequence[Codebook] = ()) -> None:
        """Take the project's codebooks as they are; the groups have the codes that can be put on a passage."""
        self.books = tuple(books)
        groups = [(group, book.kind) for book in books for group in book.groups]
        self._by_id = {code.id: ShownCode(code, group, kind) for group, kind in groups for code in group.codes}
        in_use = ((_without_retired(group), kind) for group, kind in groups)
        self.groups = [(group, kind) for group, kind in in_use if group.codes]

    def __getitem__(self, code: str) -> ShownCode:
        """The code with this id; one that has just gone, until its codings are read again, has no name of its own."""
        return self._by_id.get(code) or _gone(code)

    def __contains__(self, code: object) -> bool:
        """Whether there is a code with this id."""
        return code in self._by_id

    def __len__(self) -> int:
        """How many codes there are."""
        return len(self._by_id)

    def all(self) -> Iterable[ShownCode]:
        """Every code, in order."""
        return self._by_id.values()

    @property
    def features(self) -> list[ShownCode]:
        """What an outcome can be linked to."""
        return [shown for shown in self._by_id.values() if shown.is_feature and not shown.code.retired]

    def found(self, words: str) -> list[ShownCode]:
        """The codes that somebody may mean: those whose name begins so first, then names, aliases, definitions."""
        wanted = folded(words)
        if not wanted:
            return []
        live = (shown for shown in self._by_id.values() if not shown.code.retired)
        ranked = [(rank, shown) for shown in live if (rank := _rank(shown.code, wanted)) is not None]
        ranked.sort(key=lambda found: found[0])
        return [shown for _, shown in ranked]


def _without_retired(group: CodeGroup) -> CodeGroup:
    return replace(group, codes=tuple(code for code in group.codes if not code.retired))


def _gone(code: str) -> ShownCode:
    group = CodeGroup(id="", name="", key="", colour="themes", codes=())
    return ShownCode(Code(id=code, name=tr("A code that is gone"), group=""), group, CodebookKind.OTHER)


def _rank(code: Code, wanted: str) -> int | None:
    name = folded(code.name)
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    if wanted in name:
        return 2
    if any(wanted in folded(alias) for alias in code.aliases):
        return 3
    meaning = (code.definition, code.when_to_use, code.question)
    return 4 if any(wanted in folded(text) for text in meaning) else None
