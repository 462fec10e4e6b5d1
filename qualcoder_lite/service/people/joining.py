"""Joining two sites, or two participants, that are one: all that hangs on the one becomes the other's.

What is recorded of both is put together. Where the two say different things nothing is joined: a sentence says what to
make agree first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import Consent, FeatureState, RegisterEntry
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.people import consents, joining, sampling
from qualcoder_lite.storage.people import people as stored
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.people import Participant, Site
    from qualcoder_lite.service.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Two:
    """The names of the one that stays and the one that goes."""

    kept: str
    gone: str

    def agreed(self, what: str, here: T, there: T) -> T:
        """What holds for both: what either says. UserError where they say different things."""
        if there in _SAYS_NOTHING or _alike(here, there):
            return here
        if here in _SAYS_NOTHING:
            return there
        raise UserError(
            tr(
                "“{kept}” and “{gone}” differ in {what}: “{here}” and “{there}”. Make the two agree first, or keep "
                "them apart.",
                kept=self.kept,
                gone=self.gone,
                what=what,
                here=_said(here),
                there=_said(there),
            )
        )


_AGREED_TO = {
    ConsentSubject.INTERVIEW: tr_later("what they agreed to (interview)"),
    ConsentSubject.RECORDING: tr_later("what they agreed to (recording)"),
    ConsentSubject.QUOTE: tr_later("what they agreed to (quote)"),
    ConsentSubject.ARCHIVE: tr_later("what they agreed to (archive)"),
}
_CHOSEN = {
    FeatureState.PRESENT: tr_later("present"),
    FeatureState.PARTIAL: tr_later("partial"),
    FeatureState.ABSENT: tr_later("absent"),
    Consent.YES: tr_later("yes"),
    Consent.NO: tr_later("no"),
}
_SAYS_NOTHING = (None, "", FeatureState.UNKNOWN, Consent.NOT_ASKED)


def join_sites(session: Session, other: str, kept: str, *, by: str = "") -> Changes:
    """Let one site take another's place (names or ids), as one step; what is known of either is known of it.

    Raises UserError where they are one already, or what is recorded of them, or of the transcripts there, contradicts.
    """
    database = session.database
    ids = [session.directory.sites.find(name).id for name in (kept, other)]
    if ids[0] == ids[1]:
        raise UserError(tr("These two are one site already. Choose two different ones."))
    found = {site.id: site for site in stored.sites(database)}
    here, there = found[ids[0]], found[ids[1]]
    two = _Two(here.name, there.name)
    stays, goes = joining.which_stays(*ids)
    site = replace(
        here,
        id=stays,
        name=same_names.own(database, "site", here.id, here.name),
        country=two.agreed(tr("country"), here.country, there.country),
        setting=two.agreed(tr("setting"), here.setting, there.setting),
        client_group=two.agreed(tr("client group"), here.client_group, there.client_group),
        continuum=two.agreed(tr("place on the continuum"), here.continuum, there.continuum),
        level=two.agreed(tr("level"), here.level, there.level),
        years=two.agreed(tr("years"), here.years, there.years),
    )
    register = _one_register(session, two, here, there)
    facts = {"site": stays}
    with session.step("join-sites", facts, coder=session.directory.coder_name(by)) as step:
        _carry_targets(session, two, here, there, stays)
        joining.replace(database, "site", goes, stays)
        stored.put_site(database, site)
        stored.put_register(database, stays, register)
        refuse_contradictions(database)
    return step.changes


def _one_register(session: Session, two: _Two, here: Site, there: Site) -> dict[str, RegisterEntry]:
    called = {feature.id: feature.name for feature in codebooks.register(session.database)}
    entries = dict(here.register)
    for feature, said in there.register.items():
        own = here.register.get(feature, RegisterEntry())
        state = two.agreed(_quoted(called.get(feature) or tr("a feature")), own.state, said.state)
        source, note = _both(own.source, said.source, "; "), _both(own.note, said.note, "\n")
        entries[feature] = RegisterEntry(state=state, source=source, note=note)
    return entries


def _carry_targets(session: Session, two: _Two, here: Site, there: Site, stays: str) -> None:
    wanted = sampling.targets(session.database)
    of_both = {
        site.id: {folded(group): people for (at, group), people in wanted.items() if at == site.id}
        for site in (here, there)
    }
    for site, group in wanted:
        if site in of_both:
            own, theirs = (of_both[each.id].get(folded(group)) for each in (here, there))
            agreed = two.agreed(tr("how many people are wanted from “{group}”", group=group), own, theirs)
            sampling.put_target(session.database, stays, group, agreed)


def join_participants(session: Session, other: str, kept: str, *, by: str = "") -> Changes:
    """Let one participant take another's place (names or ids), as one step, with their transcripts and consent.

    Raises UserError where they are one already, or what is recorded of them, or what they agreed to, contradicts.
    """
    database = session.database
    ids = [session.directory.participants.find(name).id for name in (kept, other)]
    if ids[0] == ids[1]:
        raise UserError(tr("These two are one participant already. Choose two different ones."))
    found = {person.id: person for person in stored.participants(database, ids)}
    here, there = found[ids[0]], found[ids[1]]
    two = _Two(here.name, there.name)
    sites = {None: None, **{site.id: site.name for site in stored.sites(database)}}
    two.agreed(tr("site"), sites.get(here.site), sites.get(there.site))
    agreed = _one_consent(session, two, ids)
    stays, goes = joining.which_stays(*ids)
    person = replace(
        here,
        id=stays,
        name=same_names.own(database, "participant", here.id, here.name),
        site=here.site or there.site,
        client_group=two.agreed(tr("client group"), here.client_group, there.client_group),
        respondent=two.agreed(tr("who answers"), here.respondent, there.respondent),
        support_worker_present=_present(two, here, there),
        quote_consent=agreed.get(ConsentSubject.QUOTE, ConsentAnswer()).answer,
        attributes=_one_set(two, here, there),
    )
    facts = {"participant": stays}
    with session.step("join-participants", facts, coder=session.directory.coder_name(by)) as step:
        joining.replace(database, "participant", goes, stays)
        consents.carry(database, stays, agreed)
        stored.put_participant(database, person)
        refuse_contradictions(database)
    return step.changes


def _present(two: _Two, here: Participant, there: Participant) -> bool | None:
    words = {None: "", True: tr("yes"), False: tr("no")}
    one, other = here.support_worker_present, there.support_worker_present
    two.agreed(tr("whether a support worker was there"), words[one], words[other])
    return other if one is None else one


def _one_set(two: _Two, here: Participant, there: Participant) -> dict[str, str]:
    """The attributes of both, by name."""
    names = {folded(name): name for name in here.attributes}
    own = dict(here.attributes)
    for name, value in there.attributes.items():
        known = names.get(folded(name), name)
        own[known] = two.agreed(_quoted(name), own.get(known, ""), value)
    return own


def _one_consent(session: Session, two: _Two, ids: list[str]) -> dict[ConsentSubject, ConsentAnswer]:
    """The answers that hold for both, by subject; the one who stays keeps the date and note of their own answer."""
    answers = consents.answers(session.database, ids)
    own = answers.get(ids[0], {})
    agreed = dict(own)
    for subject, said in answers.get(ids[1], {}).items():
        known = own.get(subject, ConsentAnswer())
        two.agreed(tr(_AGREED_TO[subject]), known.answer, said.answer)
        agreed[subject] = said if known.answer in _SAYS_NOTHING else known
    return agreed


def _said(value: object) -> str:
    """A value as it is shown: what a person may choose from is said in their language, what somebody wrote as it is."""
    if isinstance(value, (FeatureState, Consent)):
        return tr(_CHOSEN[value])
    return in_language(str(value))


def _quoted(name: str) -> str:
    return tr("“{name}”", name=name)


def _alike(here: object, there: object) -> bool:
    if isinstance(here, str) and isinstance(there, str):
        return folded(here) == folded(there)
    return here == there


def _both(here: str, there: str, between: str) -> str:
    return here if folded(there) in folded(here) else f"{here}{between}{there}" if here else there
