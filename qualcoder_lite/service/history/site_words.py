"""Steps on sites and the register of their features, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling


def site_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "import-sites": lambda f: tr(
            "took in {n:,} site from “{file}”", "took in {n:,} sites from “{file}”", n=f["count"], file=f["file"]
        ),
        "record-feature": lambda f: _recorded(f["state"], names.feature(f), names.site(f)),
        "record-features": lambda f: tr(
            "recorded {n:,} feature of sites", "recorded {n:,} features of sites", n=f["count"]
        ),
        "add-site": lambda f: tr("added the site {site}", site=names.site(f)),
        "update-site": lambda f: tr("changed what is known of {name}", name=names.site(f)),
        "join-sites": lambda f: tr("joined two sites, now {site}", site=names.site(f)),
        "add-feature": lambda f: tr("added the feature {feature}", feature=names.feature(f)),
        "update-feature": lambda f: tr("changed the feature {feature}", feature=names.feature(f)),
        "remove-feature": _removed_feature,
    }


def _removed_feature(facts: Facts) -> str:
    return tr(
        "took a feature out of the register, recorded at {n:,} site",
        "took a feature out of the register, recorded at {n:,} sites",
        n=facts["count"],
    )


def _recorded(state: str, feature: str, site: str) -> str:
    if state == "present":
        return tr("recorded {feature} at {site} as present", feature=feature, site=site)
    if state == "partial":
        return tr("recorded {feature} at {site} as partial", feature=feature, site=site)
    if state == "absent":
        return tr("recorded {feature} at {site} as absent", feature=feature, site=site)
    return tr("recorded {feature} at {site} as unknown", feature=feature, site=site)
