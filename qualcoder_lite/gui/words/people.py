"""Who people are and what they agreed to, in the words of the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import ConsentSubject
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.kept_words import in_language_first
from qualcoder_lite.domain.people import Consent, Respondent
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.consent import ConsentAnswer

SUBJECTS = {
    ConsentSubject.INTERVIEW: tr("Being interviewed"),
    ConsentSubject.RECORDING: tr("Being recorded"),
    ConsentSubject.QUOTE: tr("Being quoted in reports"),
    ConsentSubject.ARCHIVE: tr("Keeping the transcript in an archive"),
}
ANSWERS = {Consent.NOT_ASKED: tr("Not asked"), Consent.YES: tr("Yes"), Consent.NO: tr("No")}
RESPONDENTS = {who: in_language_first(who) for who in Respondent}

#: The roles of speakers, in the order in which they are offered.
ROLES = {
    SpeakerRole.PARTICIPANT: tr("Participants"),
    SpeakerRole.CARER: tr("Carers"),
    SpeakerRole.SUPPORT: tr("Support workers"),
    SpeakerRole.INTERVIEWER: tr("Interviewers"),
    SpeakerRole.OTHER: tr("Others"),
}


def day(iso: str) -> str:
    """A day as it is read: "3 May 2024"; empty for none."""
    if not iso:
        return ""
    return day_in_words(date.fromisoformat(iso[:10]))


def answered(answer: ConsentAnswer) -> str:
    """An answer with its date, in words."""
    return ", ".join(filter(None, (ANSWERS[answer.answer], day(answer.date))))
