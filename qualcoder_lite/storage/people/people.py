"""Sites with their register, participants with their consent and attributes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.names import folded, in_order, natural_id
from qualcoder_lite.domain.people import Consent, FeatureState, Participant, RegisterEntry, Respondent, Site
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.file.database import some_of
from qualcoder_lite.storage.people import consents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

_SITE = ("id", "name", "country", "setting", "client_group", "continuum", "level", "years")
_NOTHING = RegisterEntry()  # what an entry says that says nothing
_PARTICIPANT = ("id", "name", "site_id", "client_group", "respondent", "support_worker_present")


def names(database: Database, table: Literal["coder", "site", "participant"]) -> list[tuple[str, str]]:
    """(id, name) of every coder, site or participant."""
    return database.rows(f"select id, name from {table} order by name, id")


# Sites


def sites(database: Database) -> list[Site]:
    """All sites, by name, with what is recorded of them; the register's keys are feature ids."""
    register: dict[str, dict[str, RegisterEntry]] = {}
    for id_, site, feature, state, source, note in database.rows(
        "select id, site_id, feature_id, state, source, note from register_entry"
    ):
        entry = RegisterEntry(state=FeatureState(state), source=source, note=note)
        of_site = register.setdefault(site, {})
        # A copy may bring an entry of a site that was joined into this one: what is recorded of this one goes first.
        if of_site.get(feature, _NOTHING) == _NOTHING or _is_own(id_, entry, site, feature):
            of_site[feature] = entry
    apart = same_names.shown(database, "site")
    found = [
        Site(
            id=row[0],
            name=apart.get(row[0]) or row[1],
            country=row[2],
            setting=row[3],
            client_group=row[4],
            continuum=row[5],
            level=row[6],
            years=row[7],
            register=register.get(row[0], {}),
        )
        for row in database.rows(f"select {', '.join(_SITE)} from site order by name, id")
    ]
    return sorted(found, key=lambda site: in_order(site.name))


def _is_own(id_: str, entry: RegisterEntry, site: str, feature: str) -> bool:
    return entry != _NOTHING and id_ == natural_id("register-entry", site, feature)


def put_site(database: Database, site: Site) -> None:
    """Insert a site, or bring it to what is given; its register is written by `put_register`."""
    name = same_names.own(database, "site", site.id, site.name)
    database.run(
        _upsert("site", _SITE),
        (
            site.id,
            name,
            site.country,
            site.setting,
            site.client_group,
            site.continuum,
            site.level,
            site.years,
        ),
    )


def put_register(database: Database, site: str, entries: Mapping[str, RegisterEntry]) -> None:
    """Record features for a site; features that aren't given stay as they are."""
    columns = ("id", "site_id", "feature_id", "state", "source", "note")
    database.run_many(
        _upsert("register_entry", columns),
        (
            (natural_id("register-entry", site, feature), site, feature, entry.state, entry.source, entry.note)
            for feature, entry in entries.items()
        ),
    )
    database.run_many(  # entries of a site that was joined into this one, which a copy brought later
        "delete from register_entry where site_id=? and feature_id=? and id<>?",
        ((site, feature, natural_id("register-entry", site, feature)) for feature in entries),
    )


# Participants


def participants(database: Database, among: Iterable[str] | None = None) -> list[Participant]:
    """All participants, or some, by name, with their attributes and their consent to be quoted."""
    here, ids = some_of(among)
    attributes: dict[str, dict[str, str]] = {}
    for id_, participant, name, value in database.rows(
        f"select id, participant_id, name, value from attribute where participant_id {here} order by rowid", ids
    ):
        of_person = attributes.setdefault(participant, {})
        if name not in of_person or id_ == natural_id("attribute", participant, folded(name)):  # as in the register
            of_person[name] = value
    answers = f"select participant_id, answer from consent where participant_id {here} and subject=? {consents.NO_WINS}"
    consent = dict(database.rows(answers, (*ids, ConsentSubject.QUOTE)))
    apart = same_names.shown(database, "participant")
    found = [
        Participant(
            id=row[0],
            name=apart.get(row[0]) or row[1],
            site=row[2],
            client_group=row[3],
            respondent=Respondent(row[4]) if row[4] else None,
            support_worker_present=None if row[5] is None else bool(row[5]),
            quote_consent=Consent(consent.get(row[0], Consent.NOT_ASKED)),
            attributes=attributes.get(row[0], {}),
        )
        for row in database.rows(
            f"select {', '.join(_PARTICIPANT)} from participant where id {here} order by name, id", ids
        )
    ]
    return sorted(found, key=lambda person: in_order(person.name))


def put_participant(database: Database, person: Participant, *, coder: str = "") -> None:
    """Insert a participant, or bring the row, its consent to be quoted and the attributes given to what is given."""
    name = same_names.own(database, "participant", person.id, person.name)
    present = None if person.support_worker_present is None else int(person.support_worker_present)
    database.run(
        _upsert("participant", _PARTICIPANT),
        (person.id, name, person.site, person.client_group, person.respondent or "", present),
    )
    database.run_many(
        _upsert("attribute", ("id", "participant_id", "name", "value")),
        (
            (natural_id("attribute", person.id, folded(name)), person.id, name, value)
            for name, value in person.attributes.items()
        ),
    )
    database.run_many(  # of a participant who was joined into this one, as in the register
        "delete from attribute where participant_id=? and name=? and id<>?",
        ((person.id, name, natural_id("attribute", person.id, folded(name))) for name in person.attributes),
    )
    # What was said of an answer, its date and a note, goes with that answer.
    said = consents.answers(database, [person.id]).get(person.id, {}).get(ConsentSubject.QUOTE, ConsentAnswer())
    if said.answer != person.quote_consent:
        answer = ConsentAnswer(answer=person.quote_consent)
        consents.put(database, person.id, {ConsentSubject.QUOTE: answer}, coder=coder)


def remove_participants(database: Database, participants: Iterable[str]) -> None:
    """Delete participants with what is recorded of them; their transcripts stay, without a person."""
    database.run("delete from participant where id in (select value from json_each(?))", (json.dumps([*participants]),))


def take_attributes(database: Database, participant: str, names: Iterable[str]) -> None:
    """Take attributes away from a participant."""
    going = {folded(name) for name in names}
    rows = database.rows("select id, name from attribute where participant_id=?", (participant,))
    ids = [id_ for id_, name in rows if folded(name) in going]
    database.run("delete from attribute where id in (select value from json_each(?))", (json.dumps(ids),))


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(columns)
    updates = ", ".join(f"{c}=excluded.{c}" for c in columns if c != "id")
    return (
        f"insert into {table}({names}) values({', '.join('?' * len(columns))}) on conflict(id) do update set {updates}"
    )
