"""How the page says what two coders did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.service.agreement.material import SETTLED, TOGETHER
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

#: An icon for each kind, so that no kind is told by colour.
ICONS = {
    Kind.BOTH: "equal",
    Kind.FIRST: "person",
    Kind.SECOND: "person",
    Kind.DIFFERENT: "differs",
    Kind.EDGES: "edges",
    Kind.POLARITY: "mixed",
}


def first_name(name: str) -> str:
    """What somebody is called in a sentence, "Ailsa"; those who stand together keep theirs whole, "academic leads"."""
    return name if name in map(tr, TOGETHER.values()) else name.split(maxsplit=1)[0]


def beginning(name: str) -> str:
    """A name where a line begins: "Academic leads"."""
    return f"{name[:1].upper()}{name[1:]}"


def taking(compared: Compared) -> tuple[str, str]:
    """How the page offers to take what one of the two did: "Take Ailsa’s", "Take the academic leads’"."""
    one, other = short_names(compared)
    return _taking(compared.first, one), _taking(compared.second, other)


def _taking(coder: str, name: str) -> str:
    if coder == SETTLED:
        return tr("Keep the settled version")
    return tr("Take the {names}’", names=name) if coder in TOGETHER else tr("Take {name}’s", name=name)


def kind_words(kind: Kind, compared: Compared | None) -> str:
    """A kind as the list names it: "Only Ailsa"; without names while it isn't known yet who is compared."""
    one, other = short_names(compared) if compared is not None else (tr("the first"), tr("the second"))
    return {
        Kind.BOTH: tr("Both marked it"),
        Kind.FIRST: tr("Only {one}", one=one),
        Kind.SECOND: tr("Only {other}", other=other),
        Kind.DIFFERENT: tr("Different code"),
        Kind.EDGES: tr("Edges differ"),
        Kind.POLARITY: tr("Delivered or not differs"),
    }[kind]


def kind_within(kind: Kind, compared: Compared) -> str:
    """A kind in the middle of a sentence: "only Ailsa"."""
    one, other = short_names(compared)
    return {
        Kind.BOTH: tr("both marked it"),
        Kind.FIRST: tr("only {one}", one=one),
        Kind.SECOND: tr("only {other}", other=other),
        Kind.DIFFERENT: tr("different code"),
        Kind.EDGES: tr("edges differ"),
        Kind.POLARITY: tr("delivered or not differs"),
    }[kind]


def short_names(compared: Compared) -> tuple[str, str]:
    """The two by their first names, or by their whole names where these are the same."""
    return short_pair(compared.names[compared.first], compared.names[compared.second])


def short_pair(one: str, other: str) -> tuple[str, str]:
    """Two names by their first ones, or whole where these are the same."""
    short = first_name(one), first_name(other)
    return short if short[0] != short[1] else (one, other)


def turns_told(number: int) -> str:
    """A number of turns."""
    return tr("{n:,} turn", "{n:,} turns", n=number)


def where(place: Place) -> str:
    """Where a place is: "Elsie, Fenmarsh · turn 8"."""
    return tr("{title} · turn {turn}", title=place.title, turn=place.turn) if place.turn else place.title


def state_of(place: Place, compared: Compared) -> str:
    """What was decided about a place: "Settled: both"."""
    if not place.decided:
        return tr("Agreed") if place.seen.kind is Kind.BOTH else tr("Open")
    decision = place.decided[-1]
    outcome = Outcome(decision.outcome)
    if outcome is Outcome.ONE:
        one, other = short_names(compared)
        whose = {compared.first: one, compared.second: other}.get(decision.taken)
        return tr("Settled: {whose}", whose=whose) if whose else tr("Settled")
    return {
        Outcome.BOTH: tr("Settled: both"),
        Outcome.NEW: tr("Settled: a new one"),
        Outcome.OPEN: tr("Left open"),
        Outcome.DEFINITION: tr("Definition to change"),
    }[outcome]


def same_key(place: Place) -> tuple[str, int, frozenset[str]]:
    """What a place and the same one, looked at again, have in common."""
    return place.transcript, place.seen.start, frozenset(place.seen.covered)


def is_same(one: Place, other: Place) -> bool:
    """Whether two places are the same one, looked at twice."""
    return same_key(one) == same_key(other)
