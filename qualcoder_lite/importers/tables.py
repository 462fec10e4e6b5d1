"""The tables a project takes in: codings, sites, participants, lists of transcripts; each row checked and typed.

Rows hold names, not ids: what a name stands for in a project is for the service layer to find.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.coding import Polarity
    from qualcoder_lite.domain.people import Consent, FeatureState, Respondent
    from qualcoder_lite.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """One coding to be made. `row` counts as a spreadsheet does; positions are code points, end exclusive."""

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
    """One site. None means not stated; `features` holds only the features whose cell is filled, by the name as known."""

    row: int
    site: str
    country: str | None
    setting: str | None
    client_group: str | None
    continuum: str | None
    years: int | None
    level: str | None
    features: Mapping[str, FeatureState]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One participant. None means not stated; `attributes` holds the filled cells of all further columns."""

    row: int
    participant: str
    site: str | None
    client_group: str | None
    respondent: Respondent | None
    support_worker_present: bool | None
    quote_consent: Consent | None
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


def read_codings(path: Path) -> list[CodingRow]:
    """Read a table of codings."""
    raise NotImplementedError


def read_sites(path: Path, feature_names: Sequence[str]) -> list[SiteRow]:
    """Read a table of sites; `feature_names` are the register's features with their aliases."""
    raise NotImplementedError


def read_participants(path: Path) -> list[ParticipantRow]:
    """Read a table of participants."""
    raise NotImplementedError


def read_transcript_list(path: Path) -> list[TranscriptRow]:
    """Read a list of transcripts to import."""
    raise NotImplementedError
