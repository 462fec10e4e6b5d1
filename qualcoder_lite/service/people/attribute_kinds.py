"""The kinds of facts that are recorded of participants, and what fits them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.people import sampling
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.attributes import AttributeKind
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session


class AttributeKinds:
    """The kinds of facts of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[AttributeKind]:
        """The facts that participants of this project may have, in order."""
        return sampling.attribute_kinds(self._database)

    def put(self, kind: AttributeKind, *, was: str = "") -> Changes:
        """Add a kind of fact, or change the one that was called `was`: its values follow to the new name.

        Raises UserError where the name is blank or taken, a choice has no choices, or a value there is doesn't fit.
        """
        kind = replace(kind, name=one_line(kind.name), choices=tuple(dict.fromkeys(map(one_line, kind.choices))))
        kinds = self.all()
        _refuse_unfit_kind(kind, [known for known in kinds if folded(known.name) != folded(was)])
        values = sampling.attribute_values(self._database, was or kind.name)
        fitting = [(id_, _fitted(kind, value)) for id_, _, value in values]
        places = [n for n, known in enumerate(kinds) if folded(known.name) == folded(was)]
        changed = [*kinds[: places[0]], kind, *kinds[places[0] + 1 :]] if places else [*kinds, kind]
        with self._session.step("set-attribute", {"name": kind.name}) as step:
            sampling.put_attribute_values(self._database, fitting)
            if was and was != kind.name:
                sampling.move_attribute(self._database, was, kind.name)
            sampling.put_attribute_kinds(self._database, changed)
        return step.changes

    def remove(self, name: str) -> Changes:
        """Take a kind of fact away, with what is recorded of it for everybody. This can be undone."""
        kept = [kind for kind in self.all() if folded(kind.name) != folded(name)]
        values = sampling.attribute_values(self._database, name)
        with self._session.step("remove-attribute", {"name": one_line(name)}) as step:
            sampling.put_attribute_values(self._database, [(id_, "") for id_, _, _ in values])
            sampling.put_attribute_kinds(self._database, kept)
        return step.changes

    def fitting(self, attributes: Mapping[str, str]) -> dict[str, str]:
        """What is to be recorded of a person, each fact as its kind writes it. UserError where one doesn't fit."""
        kinds = {folded(kind.name): kind for kind in self.all()}
        return {
            name: kinds[folded(name)].fitting(one_line(value)) if folded(name) in kinds else one_line(value)
            for name, value in attributes.items()
        }


def _refuse_unfit_kind(kind: AttributeKind, others: Iterable[AttributeKind]) -> None:
    from qualcoder_lite.domain.attributes import AttributeType

    if not kind.name:
        raise UserError(tr("A fact needs a name, such as “Age band”."))
    if any(folded(other.name) == folded(kind.name) for other in others):
        raise UserError(tr("There is a fact “{name}” already. Choose another name.", name=kind.name))
    if kind.type is AttributeType.CHOICE and not any(kind.choices):
        raise UserError(tr("Write the choices that there are, one a line."))


def _fitted(kind: AttributeKind, value: str) -> str:
    try:
        return kind.fitting(value)
    except UserError:
        raise UserError(
            tr("Somebody has “{value}” recorded, which doesn’t fit. Change that first, or choose “Words”.", value=value)
        ) from None
