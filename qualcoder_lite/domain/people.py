"""Sites and participants: who was interviewed, and what is recorded of where they are served."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Client groups of the study; a project may name others, since the field is free text.
CLIENT_GROUPS = ("Older people", "Intellectual disability", "Mental health")

#: The partnership continuum of NHS Confederation and ADASS (2010), loosest first.
CONTINUUM = (
    "relative autonomy",
    "co-ordination",
    "joint appointments",
    "enhanced partnership",
    "structural integration",
)


#: What a coder is to the study. The lead sees everybody's coding while a round of blind coding is open.
USER_RESEARCHER, LEAD, OTHER_ROLE = "user-researcher", "academic lead", "other"
ROLES = (USER_RESEARCHER, LEAD, OTHER_ROLE)


class FeatureState(StrEnum):
    """What is known of a feature of partnership at a site."""

    PRESENT = "present"
    PARTIAL = "partial"
    ABSENT = "absent"
    UNKNOWN = "unknown"


class Respondent(StrEnum):
    """Who answers in an interview."""

    SERVICE_USER = "service user"
    UNPAID_CARER = "unpaid carer"
    PAID_CARER = "paid carer"


class Consent(StrEnum):
    """An answer to a question of consent."""

    NOT_ASKED = "not asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Coder:
    """Somebody who codes.

    `role` is one of `ROLES`, or empty; `colour` is #rrggbb, or empty for the program's own choice;
    `supporter` is the name of who helps them, where somebody does. `again_of` is the id of the coder whose later time
    of coding the same transcripts this is, to be compared with their first.
    """

    id: str
    name: str
    initials: str = ""
    role: str = ""
    colour: str = ""
    supporter: str = ""
    again_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A feature's state at a site, with where that is known from."""

    state: FeatureState = FeatureState.UNKNOWN
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One step that changed what is recorded of a feature at a site.

    `at` is an ISO time in UTC, `coder` the name of who did it or empty, `verb` which step it was.
    """

    before: RegisterEntry
    after: RegisterEntry
    at: str
    coder: str
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A partnership's service where fieldwork happened. `years` is how long it has run in its current form."""

    id: str
    name: str
    country: str = ""
    setting: str = ""
    client_group: str = ""
    continuum: str = ""
    level: str = ""
    years: int | None = None
    register: Mapping[str, RegisterEntry] = field(default_factory=dict[str, RegisterEntry])


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person who was interviewed, by pseudonym."""

    id: str
    name: str
    site: str | None = None
    client_group: str = ""
    respondent: Respondent | None = None
    support_worker_present: bool | None = None
    quote_consent: Consent = Consent.NOT_ASKED
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])


def group_order(group: str) -> tuple[int, str]:
    """Client groups in the order of the study, then others by name, and last those of whom it isn't recorded."""
    place = CLIENT_GROUPS.index(group) if group in CLIENT_GROUPS else len(CLIENT_GROUPS) + (not group)
    return place, group.casefold()
