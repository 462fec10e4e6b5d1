"""What a participant was asked to agree to, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qualcoder_lite.domain.people import Consent


class ConsentSubject(StrEnum):
    """What somebody may agree to."""

    INTERVIEW = "interview"
    RECORDING = "recording"
    QUOTE = "quote"
    ARCHIVE = "archive"


class WithoutConsent(StrEnum):
    """What an export does with quotes of people who don't agree to be quoted."""

    LEAVE_OUT = "leave_out"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """An answer as it stands: `date` is the ISO day on which it was given, empty where nobody wrote it down."""

    answer: Consent = Consent.NOT_ASKED
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """An answer as it was recorded once, by whom and when (an ISO time in UTC)."""

    subject: ConsentSubject
    answer: ConsentAnswer
    coder: str
    recorded_at: str
