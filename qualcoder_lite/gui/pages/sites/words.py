"""How the states of a feature are said, which keys set them, and how a site's are counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site

WORDS = {
    FeatureState.PRESENT: tr("Present"),
    FeatureState.PARTIAL: tr("Partly"),
    FeatureState.ABSENT: tr("Absent"),
    FeatureState.UNKNOWN: tr("Not known"),
}
"""The states in the order in which they are offered, and their words."""

KEYS = {
    FeatureState.PRESENT: "P",
    FeatureState.PARTIAL: "T",
    FeatureState.ABSENT: "A",
    FeatureState.UNKNOWN: "N",
}
"""The letter that sets each state: its first, but for Partly, which shares that with Present."""

STATE_OF_KEY = {key: state for state, key in KEYS.items()}

_IN_ROUND = tuple(WORDS)


def after(state: FeatureState) -> FeatureState:
    """The state that comes next when one goes round: present, partly, absent, not known."""
    return _IN_ROUND[(_IN_ROUND.index(state) + 1) % len(_IN_ROUND)]


def entry_of(site: Site, feature: RegisterFeature) -> RegisterEntry:
    """What is recorded of a feature at a site; what nobody recorded is not known."""
    return site.register.get(feature.id, RegisterEntry())


def evidence_of(entry: RegisterEntry) -> str:
    """The evidence in one line; empty where there is none."""
    return ". ".join(" ".join(part.split()).rstrip(".") for part in (entry.source, entry.note) if part.strip())


def spoken(site: Site, feature: RegisterFeature) -> str:
    """A cell as a screen reader says it: feature, site, state, evidence."""
    entry = entry_of(site, feature)
    evidence = evidence_of(entry)
    said = tr("Evidence: {evidence}.", evidence=evidence) if evidence else tr("No evidence noted.")
    return f"{feature.name}, {site.name}: {WORDS[entry.state]}. {said}"


def counts(site: Site, features: Iterable[RegisterFeature]) -> dict[FeatureState, int]:
    """How many of the features are in each state at a site."""
    found = Counter(entry_of(site, feature).state for feature in features)
    return {state: found[state] for state in WORDS}


def counted(of_state: dict[FeatureState, int]) -> str:
    """Counts in words: “9 present · 3 partly”; states that there are none of are left out."""
    return " · ".join(in_state(count, state) for state, count in of_state.items() if count)


def in_state(count: int, state: FeatureState) -> str:
    """How many features are in a state: “3 partly”."""
    match state:
        case FeatureState.PRESENT:
            return tr("{n} present", n=count)
        case FeatureState.PARTIAL:
            return tr("{n} partly", n=count)
        case FeatureState.ABSENT:
            return tr("{n} absent", n=count)
        case FeatureState.UNKNOWN:
            return tr("{n} not known", n=count)
