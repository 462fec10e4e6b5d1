"""Coders, sites with their register, participants: looking at them, and taking tables of them in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage import codebooks
from qualcoder_lite.storage import people as stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Participant, Site
    from qualcoder_lite.importers.tables import ParticipantRow, SiteRow
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.people import Coder


class Coders:
    """Who codes in a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def all(self) -> list[Coder]:
        """All coders, by name."""
        return stored.coders(self._session.database)

    def add(self, name: str) -> Changes:
        """Make a coder, unless there is one of that name."""
        with self._session.step("add-coder", coder=self._session.directory.coder_name(name)) as step:
            self._session.directory.coder(name)
        return step.changes


class Sites:
    """The sites of a project and its register of features of partnership."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Site]:
        """All sites, by name; the register's keys are feature ids."""
        return stored.sites(self._database)

    def features(self) -> list[RegisterFeature]:
        """The features recorded for each site, in order."""
        return codebooks.register(self._database)

    def record(self, site: str, feature: str, entry: RegisterEntry, *, coder: str = "") -> Changes:
        """Record a feature's state at a site, with the evidence for it."""
        site_id = self._session.directory.sites.find(site).id
        feature_id = self._session.directory.features.find(feature).id
        facts = {"site": site_id, "feature": feature_id, "state": entry.state}
        with self._session.step("record-feature", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.put_register(self._database, site_id, {feature_id: entry})
        return step.changes

    def import_table(self, path: Path) -> Changes:
        """Take sites in from a table, matched by name and brought up to date. All rows or none.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables import read_sites

        names = [name for feature in self.features() for name in (feature.name, *feature.aliases)]
        rows = read_sites(path, names)
        with self._session.step("import-sites", {"file": path.name, "count": len(rows)}) as step:
            for row in rows:
                self._put(row)
            refuse_contradictions(self._database)
        return step.changes

    def _put(self, row: SiteRow) -> None:
        directory = self._session.directory
        id_ = directory.site(row.site)
        directory.made()  # a table of sites is there to make them: nothing made on the way
        site = next(site for site in self.all() if site.id == id_)
        said = {
            "country": row.country,
            "setting": row.setting,
            "client_group": row.client_group,
            "continuum": row.continuum,
            "level": row.level,
            "years": row.years,
        }
        stored.put_site(
            self._database, replace(site, **{name: value for name, value in said.items() if value is not None})
        )
        entries: dict[str, FeatureState] = {}
        for name, state in row.features.items():
            feature = directory.features.find(name)
            if feature.id in entries:
                raise TableError(f"another column is about “{feature.name}” too.", row=row.row, column=name)
            entries[feature.id] = state
        stored.put_register(
            self._database,
            id_,
            {
                feature: replace(site.register.get(feature, RegisterEntry()), state=state)
                for feature, state in entries.items()
            },
        )


class Participants:
    """The people who were interviewed."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> list[Participant]:
        """All participants, by name."""
        return stored.participants(self._database)

    def import_table(self, path: Path) -> Changes:
        """Take participants in from a table, matched by name and brought up to date. All rows or none.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables import read_participants

        rows = read_participants(path)
        with self._session.step("import-participants", {"file": path.name, "count": len(rows)}) as step:
            known = {person.id: person for person in self.all()}
            sites_made: list[str] = []
            for row in rows:
                sites_made += self._put(row, known)
            refuse_contradictions(self._database)
            step.facts["made"] = len(sites_made)
        return replace(step.changes, made=tuple(sites_made)) if step.changes else step.changes

    def _put(self, row: ParticipantRow, known: dict[str, Participant]) -> Sequence[str]:
        """Bring one participant to what its row says; returns the sites that were made for it."""
        from qualcoder_lite.domain.people import Participant

        directory = self._session.directory
        id_ = directory.participant(row.participant)
        directory.made()  # a table of participants is there to make them
        person = known.get(id_) or Participant(id=id_, name=directory.participants.by_id[id_].name)
        said = {
            "site": directory.site(row.site) if row.site else None,
            "client_group": row.client_group,
            "respondent": row.respondent,
            "support_worker_present": row.support_worker_present,
            "quote_consent": row.quote_consent,
        }
        sites_made = directory.made()
        changed = {name: value for name, value in said.items() if value is not None}
        stored.put_participant(
            self._database, replace(person, **changed, attributes={**person.attributes, **row.attributes})
        )
        return sites_made
