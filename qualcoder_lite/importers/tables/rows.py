"""What one row of each table says, once it was checked: names as they are written, the rest in the types of the domain.

`row` counts as a spreadsheet does. What a name stands for in a project is for the service layer to find.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.coding import Polarity
    from qualcoder_lite.domain.consent import ConsentSubject
    from qualcoder_lite.domain.people import Consent, FeatureState, Respondent
    from qualcoder_lite.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """One coding to be made. Positions are code points, end exclusive."""

    row: int
    transcript: str
    start: int
    end: int
    code: str
    coder: str
    polarity: Polarity
    helped: tuple[str, ...]
    hindered: tuple[str, ...]
    memo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """One site. None means not stated; the rest holds what cells are filled, by the feature's name given to the reader.

    `features` are the states; `sources` and `notes` the evidence for them.
    """

    row: int
    site: str
    country: str | None
    setting: str | None
    client_group: str | None
    continuum: str | None
    years: int | None
    level: str | None
    features: Mapping[str, FeatureState]
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One participant. None means not stated; `attributes` holds the filled cells of all further columns.

    `consent` has the subjects that the row answers; `consent_date` is the ISO day of those answers, empty if not said.
    """

    row: int
    participant: str
    site: str | None
    client_group: str | None
    respondent: Respondent | None
    support_worker_present: bool | None
    consent: Mapping[ConsentSubject, Consent]
    consent_date: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptRow:
    """One transcript to be imported. None means not stated; `file` is as written, `date` in ISO form."""

    row: int
    file: str
    participant: str | None
    site: str | None
    client_group: str | None
    date: str | None
    done: tuple[str, ...]
    speakers: str | None
    roles: Mapping[str, SpeakerRole]
    again: bool | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptChangeRow:
    """What is to be said of a transcript that is in the project. None means not stated; `date` is in ISO form."""

    row: int
    transcript: str
    title: str | None
    site: str | None
    participant: str | None
    client_group: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question of the interview schedule; `outcome` is the code it asks about, None for an open one."""

    row: int
    question: str
    outcome: str | None
    not_asked: tuple[str, ...]
