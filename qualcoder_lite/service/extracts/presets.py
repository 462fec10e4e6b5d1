"""Named ways of exporting: what to make, of which passages, and every choice for it.

They are kept in the project, not in the settings of a computer: a team hands its documents on in one form, and a way of
exporting names the project's own codes and sites, by their ids, so that it goes on to hold when one is renamed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.storage.exports import presets as stored
from qualcoder_lite.storage.people import joining
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.retrieval.mix import Condition
    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.session import Session

_LONGEST = 80
_TABLES = {"codes": "code", "sites": "site", "coders": "coder"}
_WORDS: dict[str, Callable[[str], Any]] = {
    "polarities": Polarity,
    "respondents": Respondent,
    "roles": SpeakerRole,
    "client_groups": str,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A way of exporting as it holds now.

    `values` are the choices by name, as whoever kept it named them. `gone` counts what `scope` asked for that the
    project no longer has: without it, more may be in an export than was meant.
    """

    id: str
    name: str
    making: str
    scope: Scope
    values: Mapping[str, object]
    gone: int = 0


class Presets:
    """The ways of exporting that a project keeps."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Preset]:
        """All of them, by name."""
        return [self._as_it_holds(preset) for preset in stored.read(self._database)]

    def save(
        self, name: str, making: str, scope: Scope, values: Mapping[str, str | bool], *, coder: str = ""
    ) -> Changes:
        """Keep a way of exporting under a name; one of that name that is kept already is replaced.

        Raises UserError where the name is empty or too long, or the scope names something unknown.
        """
        name = one_line(name)
        if not name:
            raise UserError(tr("Give this way of exporting a name."))
        if len(name) > _LONGEST:
            raise UserError(
                tr(
                    "That name is too long. Use {n} character at most.",
                    "That name is too long. Use {n} characters at most.",
                    n=_LONGEST,
                )
            )
        choices = {"scope": self._kept(scope), "values": dict(values)}
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._session.step("save-preset", {"name": name}, coder=self._coder_name(coder)) as step:
            stored.put(self._database, name, making, choices, at)
        return step.changes

    def remove(self, preset: str, *, coder: str = "") -> Changes:
        """Forget a way of exporting (an id). UserError where it is gone already."""
        name = next((each.name for each in stored.read(self._database) if each.id == preset), None)
        if name is None:
            raise UserError(tr("This way of exporting is gone already."))
        with self._session.step("remove-preset", {"name": name}, coder=self._coder_name(coder)) as step:
            stored.remove(self._database, preset)
        return step.changes

    def _coder_name(self, coder: str) -> str:
        return self._session.directory.coder_name(coder) if coder else ""

    # A scope with ids in place of names, and back

    def _listings(self) -> dict[str, Listing]:
        directory = self._session.directory
        return {"codes": directory.codes, "sites": directory.sites, "coders": directory.coders}

    def _kept(self, scope: Scope) -> dict[str, Any]:
        listings = self._listings()
        kept: dict[str, Any] = {}
        for each in fields(scope):
            value = getattr(scope, each.name)
            if value == each.default:
                continue
            if each.name in listings:
                value = [listings[each.name].find(name).id for name in value]
            elif each.name == "together":
                value = [_condition(one, listings["codes"]) for one in value]
            kept[each.name] = value
        return kept

    def _as_it_holds(self, preset: stored.StoredPreset) -> Preset:
        scope, gone = self._scope(_mapping(preset.choices.get("scope")))
        values = _mapping(preset.choices.get("values"))
        return Preset(id=preset.id, name=preset.name, making=preset.making, scope=scope, values=values, gone=gone)

    def _scope(self, kept: Mapping[str, Any]) -> tuple[Scope, int]:
        listings, known = self._listings(), {each.name for each in fields(Scope)}
        asked: dict[str, Any] = {}
        gone = sum(name not in known for name in kept)  # kept by a later version
        for name in known & kept.keys():
            value = kept[name]
            if name in listings:
                went = joining.went(self._database, _TABLES[name])
                asked[name], lost = _names((went.get(str(id_), str(id_)) for id_ in value), listings[name])
                gone += lost
            elif name == "together":
                asked[name], lost = _conditions(value, listings["codes"])
                gone += lost
            elif name in _WORDS:
                asked[name] = tuple(map(_WORDS[name], value))
            else:
                asked[name] = value
        return Scope(**asked), gone


def _names(ids: Iterable[str], listing: Listing) -> tuple[tuple[str, ...], int]:
    """The names of what is there still, and how many are gone; what was merged goes by what it was merged into."""
    ids = list(ids)
    found = [listing.by_id[id_] for id_ in ids if id_ in listing.by_id]
    followed = [listing.seek(entry.name) if entry.goes_by_id else entry for entry in found]
    names = dict.fromkeys(entry.name for entry in followed if entry is not None)
    return tuple(names), len(ids) - sum(entry is not None for entry in followed)


def _condition(condition: Condition, codes: Listing) -> dict[str, Any]:
    """A condition as it is kept, its codes by id; a mix by its parts."""
    if isinstance(condition, Mix):
        return {"how": condition.how, "parts": [_condition(part, codes) for part in condition.parts]}
    ids = [codes.find(code).id for code in condition.codes]
    return {"codes": ids, "near": condition.near, "without": condition.without}


def _conditions(kept: Iterable[Mapping[str, Any]], codes: Listing) -> tuple[tuple[Condition, ...], int]:
    """What is kept as conditions, as far as there are codes for it, and how many codes are gone."""
    made: list[Condition] = []
    gone = 0
    for each in kept:
        if "parts" in each:
            parts, lost = _conditions(each["parts"], codes)
            if parts:
                made.append(Mix(how=How(each["how"]), parts=parts))
        else:
            names, lost = _names(each["codes"], codes)
            if names:
                made.append(Together(codes=names, near=each["near"], without=each["without"]))
        gone += lost
    return tuple(made), gone


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownVariableType]
