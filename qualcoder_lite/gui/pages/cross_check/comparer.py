"""Compares two coders for the page; a project with very many codings is compared off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.cross_check.asker import Asker
from qualcoder_lite.service.agreement_report import AgreementAsked, AgreementScope, Compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.gui.workspace import Workspace
    from qualcoder_lite.service.disagreements import Compared
    from qualcoder_lite.service.project import Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person looks at: `scope` is "done", "all" or a round's id; `pair` a way to compare and two ids."""

    scope: str = AgreementScope.DONE.value
    pair: str = ""

    @property
    def asked(self) -> AgreementAsked:
        """The same as agreement is asked about."""
        compare = Compare(self.pair.split("|")[0]) if self.pair else Compare.CODERS
        if self.scope in (AgreementScope.DONE, AgreementScope.ALL):
            coders = tuple(self.pair.split("|")[1:]) if compare is Compare.AGAIN else ()
            return AgreementAsked(scope=AgreementScope(self.scope), compare=compare, coders=coders)
        return AgreementAsked(round=self.scope, compare=compare)


@dataclass(frozen=True, slots=True)
class Answer:
    """Two coders compared, or None where there are none; the pairs there are, and how many transcripts."""

    wanted: Wanted
    compared: Compared | None
    pairs: Sequence[tuple[str, str]]
    transcripts: int


class Comparer(QObject):
    """Answers what the page asks.

    Signals:
        answered: An `Answer` is there.
    """

    answered = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Nothing is asked yet."""
        super().__init__(parent)
        self._asker = Asker(workspace, "Comparing the coders", self)

    def ask(self, wanted: Wanted) -> None:
        """Compare; the last question asked wins."""
        self._asker.ask(lambda project: answer(project, wanted), self.answered.emit)


def answer(project: Project, wanted: Wanted) -> Answer:
    """Compare the pair that is wanted, or the first there is."""
    coders = project.agreement.material(replace(wanted.asked, compare=Compare.CODERS, coders=())).coders
    pairs = _pairs(project, coders)
    values = [value for value, _ in pairs]
    value = wanted.pair if wanted.pair in values else next(iter(values), "")
    if not value:
        return Answer(wanted, None, pairs, 0)
    compare, first, second = value.split("|")
    found = Wanted(wanted.scope, value)
    material = project.agreement.material(found.asked)
    if compare in (Compare.ROLES, Compare.SETTLED) and not {first, second} <= set(material.coders):
        return Answer(found, None, pairs, 0)
    compared = project.disagreements.compared(material, first, second)
    both = sum(1 for t in material.transcripts if {first, second} <= material.judges[t.id])
    return Answer(found, compared if both else None, pairs, both)


def _pairs(project: Project, coders: Mapping[str, str]) -> list[tuple[str, str]]:
    """The ways of comparing two, each with its words."""
    everybody = project.coders.all()
    names = {coder.id: coder.name for coder in everybody}
    found = [
        (f"{Compare.CODERS}|{one}|{other}", f"{coders[one]} and {coders[other]}")
        for one, other in combinations(coders, 2)
    ]
    found += [
        (f"{Compare.AGAIN}|{again.again_of}|{again.id}", f"{names[again.again_of]} and {again.name}")
        for again in everybody
        if again.again_of in names and again.id not in coders
    ]
    roles = [role for role in ("user-researcher", "academic lead") if any(c.role == role for c in everybody)]
    if len(roles) == 2:
        found.append((f"{Compare.ROLES}|user-researcher|academic lead", "User-researchers and academic leads"))
    if project.findings.has_settled():
        found += [
            (f"{Compare.SETTLED}|{id_}|settled", f"{name} and the settled version") for id_, name in coders.items()
        ]
    return found
