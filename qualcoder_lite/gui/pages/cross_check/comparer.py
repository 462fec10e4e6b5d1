"""Compares two coders for the page; a project with very many codings is compared off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.cross_check.asker import Asker
from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementScope, Compare
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared
    from qualcoder_lite.service.agreement.material import Material
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
    """Two coders compared, or None where there are none; the pairs there are, and how many transcripts.

    `elsewhere` tells whether there is something to compare in other transcripts than those that are wanted.
    """

    wanted: Wanted
    compared: Compared | None
    pairs: Sequence[tuple[str, str]]
    transcripts: int
    elsewhere: bool = False


class Comparer(QObject):
    """Answers what the page asks.

    Signals:
        answered: An `Answer` is there.
    """

    answered = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Nothing is asked yet."""
        super().__init__(parent)
        self._asker = Asker(workspace, tr("Comparing the coders"), self)

    def ask(self, wanted: Wanted, *, quiet: bool = False) -> None:
        """Compare, and show that it takes a while unless `quiet`; the last question asked wins."""
        self._asker.ask(lambda project: answer(project, wanted), self.answered.emit, quiet=quiet)


def answer(project: Project, wanted: Wanted) -> Answer:
    """Compare the pair that is wanted, or the first there is."""
    asked = replace(wanted.asked, compare=Compare.CODERS, coders=())
    everybody = project.agreement.material(asked)
    pairs = _pairs(project, everybody)
    values = [value for value, _ in pairs]
    found = Wanted(wanted.scope, wanted.pair if wanted.pair in values else next(iter(values), ""))
    material = everybody if found.asked == asked else project.agreement.material(found.asked)
    compared, transcripts = _compared(project, found.pair, material)
    elsewhere = compared is None and _is_anything_coded_twice(project)
    return Answer(found, compared, pairs, transcripts, elsewhere=elsewhere)


def _compared(project: Project, pair: str, material: Material) -> tuple[Compared | None, int]:
    """The pair that is wanted, compared over the transcripts that both judged, and how many these are."""
    if not pair:
        return None, 0
    _, first, second = pair.split("|")
    transcripts = sum({first, second} <= judges for judges in material.judges.values())
    return (project.disagreements.compared(material, first, second) if transcripts else None), transcripts


def _is_anything_coded_twice(project: Project) -> bool:
    return bool(project.agreement.material(AgreementAsked(scope=AgreementScope.ALL)).judges)


def _pairs(project: Project, material: Material) -> list[tuple[str, str]]:
    """The ways of comparing two who judged the same transcripts, each with its words."""
    everybody, coders = project.coders.all(), material.coders
    names = {coder.id: coder.name for coder in everybody}
    found = [
        (f"{Compare.CODERS}|{one}|{other}", tr("{one} and {other}", one=coders[one], other=coders[other]))
        for one, other in combinations(coders, 2)
        if any({one, other} <= judges for judges in material.judges.values())
    ]
    found += [
        (
            f"{Compare.AGAIN}|{again.again_of}|{again.id}",
            tr("{coder} and {again}", coder=names[again.again_of], again=again.name),
        )
        for again in everybody
        if again.again_of in names and again.id not in coders
    ]
    roles = [role for role in ("user-researcher", "academic lead") if any(c.role == role for c in everybody)]
    if len(roles) == 2:
        found.append((f"{Compare.ROLES}|user-researcher|academic lead", tr("User-researchers and academic leads")))
    if project.findings.has_settled():
        found += [
            (f"{Compare.SETTLED}|{id_}|settled", tr("{name} and the settled version", name=name))
            for id_, name in coders.items()
        ]
    return found
