"""What a report says of its sites: the facts of one, and the register of features at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.domain.reports.report import RegisterReport
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.storage.file.database import Database


def facts_of(site: Site) -> list[tuple[str, str]]:
    """What is recorded of a site, each fact with what it is."""
    facts = (
        (tr("Country"), site.country),
        (tr("Setting"), site.setting),
        (tr("Client group"), site.client_group),
        (tr("Partnership"), in_language(site.continuum)),
        (tr("Level"), site.level),
        (tr("Years running"), "" if site.years is None else str(site.years)),
    )
    return [(what, value) for what, value in facts if value]


def register_at(database: Database, sites: Collection[Site], *, with_evidence: bool) -> list[RegisterReport]:
    """Each feature with the state it has at each of the sites, and where it is asked for the evidence of that."""
    unrecorded = RegisterEntry()
    rows: list[RegisterReport] = []
    for feature in codebooks.register(database):
        entries = [(site.name, site.register.get(feature.id, unrecorded)) for site in sites]
        evidence = [part for _, entry in entries for part in (entry.note, entry.source) if part]
        rows.append(
            RegisterReport(
                feature=feature.name,
                sites={state: [name for name, entry in entries if entry.state is state] for state in FeatureState},
                evidence=evidence if with_evidence else (),
            )
        )
    return rows
