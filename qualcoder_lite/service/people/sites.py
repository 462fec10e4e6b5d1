"""Sites with their register: looking at them, changing them, taking tables of them in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from qualcoder_lite.domain.codebook import OWN_FEATURE, RegisterFeature
from qualcoder_lite.domain.errors import TableError, UserError, listed
from qualcoder_lite.domain.names import folded, natural_id, new_id
from qualcoder_lite.domain.people import CONTINUUM, FeatureState, RegisterEntry
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.people.joining import join_sites
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.people import people as stored
from qualcoder_lite.storage.people import register_history
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import CellChange, Site
    from qualcoder_lite.importers.tables.checked import SiteRow
    from qualcoder_lite.service.session import Session

    #: What `Sites.read_table` gives and `Sites.take_in` takes.
    SiteRows: TypeAlias = Sequence[SiteRow]

_Value = TypeVar("_Value")


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

    def add_feature(self, name: str, definition: str = "", *, coder: str = "") -> Changes:
        """Record one more feature for each site, after the others; of none is it known yet.

        Raises UserError where the name is blank, or a feature goes by it already.
        """
        name, directory = one_line(name), self._session.directory
        if not name:
            raise UserError(tr("A feature needs a name."))
        found = directory.features.seek(name)
        if found is not None:
            raise UserError(tr("There is a feature “{name}” already. Choose another name.", name=found.name))
        usual = natural_id("register-feature", "own", folded(name))
        feature = RegisterFeature(
            id=new_id() if usual in directory.features.by_id else usual,  # the one of that id has another name now
            name=name,
            definition=canonical(definition).strip(),
            source=OWN_FEATURE,
        )
        facts = {"feature": feature.id}
        with self._session.step("add-feature", facts, coder=directory.coder_name(coder)) as step:
            codebooks.add_register(self._database, [feature])
        return step.changes

    def update_feature(self, feature: str, *, name: str, definition: str, coder: str = "") -> Changes:
        """Change a feature of one's own: its name, and what it means. What is recorded of it stays.

        Raises UserError where it isn't one's own, the name is blank, or another feature goes by it.
        """
        before, directory = self._own_feature(feature), self._session.directory
        name = one_line(name)
        if not name:
            raise UserError(tr("A feature needs a name."))
        found = directory.features.seek(name)
        if found is not None and found.id != before.id:
            raise UserError(tr("There is a feature “{name}” already. Choose another name.", name=found.name))
        after = replace(before, name=name, definition=canonical(definition).strip())
        facts = {"feature": before.id}
        with self._session.step("update-feature", facts, coder=directory.coder_name(coder)) as step:
            codebooks.put_feature(self._database, after)
        return step.changes

    def remove_feature(self, feature: str, *, coder: str = "") -> Changes:
        """Take a feature of one's own out of the register, with what is recorded of it. Raises UserError else."""
        before, directory = self._own_feature(feature), self._session.directory
        recorded = sum(before.id in site.register for site in self.all())
        facts = {"count": recorded}
        with self._session.step("remove-feature", facts, coder=directory.coder_name(coder)) as step:
            codebooks.remove_feature(self._database, before.id)
        return step.changes

    def _own_feature(self, feature: str) -> RegisterFeature:
        id_ = self._session.directory.features.find(feature).id
        found = next(each for each in self.features() if each.id == id_)
        if found.source != OWN_FEATURE:
            raise UserError(tr("“{name}” is one of the study’s own features, which stay as they are.", name=found.name))
        return found

    def history(self, site: str, feature: str) -> list[CellChange]:
        """What was recorded of a feature at a site, step by step, the latest first; what was undone is left out."""
        site_id = self._session.directory.sites.find(site).id
        feature_id = self._session.directory.features.find(feature).id
        return register_history.read(self._database, site_id, feature_id)

    def record(self, site: str, feature: str, entry: RegisterEntry, *, coder: str = "") -> Changes:
        """Record a feature's state at a site, with the evidence for it: a source in one line and a note."""
        entry = _clean(entry)
        site_id = self._session.directory.sites.find(site).id
        feature_id = self._session.directory.features.find(feature).id
        facts = {"site": site_id, "feature": feature_id, "state": entry.state}
        with self._session.step("record-feature", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.put_register(self._database, site_id, {feature_id: entry})
        return step.changes

    def record_many(self, states: Mapping[tuple[str, str], FeatureState], *, coder: str = "") -> Changes:
        """Record the states of many features as one step, by (site, feature). The evidence for them stays as it is."""
        directory = self._session.directory
        wanted: dict[str, dict[str, FeatureState]] = {}
        for (site, feature), state in states.items():
            wanted.setdefault(directory.sites.find(site).id, {})[directory.features.find(feature).id] = state
        with self._session.step("record-features", coder=directory.coder_name(coder)) as step:
            there = [site for site in self.all() if site.id in wanted]
            step.facts["count"] = sum(self._put_states(site, wanted[site.id]) for site in there)
        return step.changes

    def paste(self, text: str, *, site: str, feature: str, coder: str = "") -> Changes:
        """Record a block of states copied from a spreadsheet, as one step. All cells or none; blank ones say nothing.

        A block with the sites' names over it and the features' before it goes where they say, any other from the cell
        of `site` and `feature` on. Raises TableError naming row, column and value.
        """
        from qualcoder_lite.service.people.register_block import states_in

        return self.record_many(states_in(text, self._session.directory, site=site, feature=feature), coder=coder)

    def add(self, name: str) -> Changes:
        """Make a site of which nothing is known yet. UserError where the name is blank or taken."""
        directory = self._session.directory
        self._refuse_taken(name)
        with self._session.step("add-site") as step:
            step.facts["site"] = directory.site(name)
            directory.made()  # the step itself says so: nothing made on the way
        return step.changes

    def update(self, site: Site) -> Changes:
        """Bring a site's name and facts to what is given; its register stays as it is.

        Raises UserError where the name is blank or another site's, the continuum has no such place, or the client group
        contradicts that of a transcript there.
        """
        site = replace(
            site,
            name=one_line(site.name),
            country=one_line(site.country),
            setting=one_line(site.setting),
            client_group=one_line(site.client_group),
            level=one_line(site.level),
        )
        if not site.name:
            raise UserError(tr("A site needs a name."))
        self._refuse_taken(site.name, site.id)
        if site.continuum and site.continuum not in CONTINUUM:
            raise UserError(tr("A site’s place on the continuum is {names}, or not said.", names=listed(CONTINUUM)))
        with self._session.step("update-site", {"site": self._session.directory.sites.find(site.id).id}) as step:
            stored.put_site(self._database, site)
            refuse_contradictions(self._database)
        return step.changes

    def join(self, other: str, kept: str, *, by: str = "") -> Changes:
        """Let one site take another's place, where both are one. See `joining.join_sites`."""
        return join_sites(self._session, other, kept, by=by)

    def read_table(self, path: Path) -> SiteRows:
        """Read a table of sites, for `take_in`; nothing is written. Raises TableError naming row, column and value."""
        from qualcoder_lite.importers.tables.checked import read_sites

        return read_sites(path, [name for feature in self.features() for name in (feature.name, *feature.aliases)])

    def take_in(self, rows: SiteRows, file: str) -> Changes:
        """Take sites in, matched by name and brought up to date, as one step. `file` is the table's name."""
        with self._session.step("import-sites", {"file": file, "count": len(rows)}) as step:
            for row in rows:
                self._put(row)
            refuse_contradictions(self._database)
        return step.changes

    def import_table(self, path: Path) -> Changes:
        """Take sites in from a table, matched by name and brought up to date. All rows or none.

        Raises TableError naming row, column and value.
        """
        return self.take_in(self.read_table(path), path.name)

    def write(self, target: Path) -> None:
        """Write the sites with their facts, states and evidence to a .csv or .xlsx file that `import_table` takes.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.exporters.register import write_register

        write_register(target, self.all(), self.features())

    def _refuse_taken(self, name: str, own: str = "") -> None:
        found = self._session.directory.sites.seek(name)
        if found is not None and found.id != own:
            raise UserError(tr("There is a site “{name}” already. Choose another name.", name=found.name))

    def _put_states(self, site: Site, states: Mapping[str, FeatureState]) -> int:
        """Write the states that differ from what is recorded; how many."""
        before = {feature: site.register.get(feature, RegisterEntry()) for feature in states}
        changed = {f: replace(entry, state=states[f]) for f, entry in before.items() if entry.state != states[f]}
        stored.put_register(self._database, site.id, changed)
        return len(changed)

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
        entries: dict[str, RegisterEntry] = {}
        for part, values in (("state", row.features), ("source", row.sources), ("note", row.notes)):
            for feature, value in self._by_feature(values, row.row).items():
                before = entries.get(feature) or site.register.get(feature, RegisterEntry())
                entries[feature] = _clean(replace(before, **{part: value}))
        stored.put_register(self._database, id_, entries)

    def _by_feature(self, values: Mapping[str, _Value], row: int) -> dict[str, _Value]:
        """What a row of a table says of features, by id. TableError where two columns are about the same."""
        found: dict[str, _Value] = {}
        for name, value in values.items():
            feature = self._session.directory.features.find(name)
            if feature.id in found:
                raise TableError(tr("another column is about “{name}” too.", name=feature.name), row=row, column=name)
            found[feature.id] = value
        return found


def _clean(entry: RegisterEntry) -> RegisterEntry:
    return replace(entry, source=one_line(entry.source), note=canonical(entry.note).strip())
