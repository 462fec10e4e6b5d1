"""What a step did, in words: the words of each kind of step, with the names that things have now.

They are said after a name: "Ailsa Brodie put Feeling safe on ‘…’".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.service.history.chart_words import chart_words
from qualcoder_lite.service.history.codebook_words import codebook_words
from qualcoder_lite.service.history.coding_words import coding_words
from qualcoder_lite.service.history.meeting_words import meeting_words
from qualcoder_lite.service.history.memo_words import memo_words
from qualcoder_lite.service.history.merge_words import merge_words
from qualcoder_lite.service.history.people_words import people_words
from qualcoder_lite.service.history.preset_words import preset_words
from qualcoder_lite.service.history.round_words import round_words
from qualcoder_lite.service.history.schedule_words import schedule_words
from qualcoder_lite.service.history.site_words import site_words
from qualcoder_lite.service.history.step_names import StepNames
from qualcoder_lite.service.history.transcript_words import transcript_words
from qualcoder_lite.service.project_details import details_words
from qualcoder_lite.storage.history import records
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, Telling
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.history.records import StepRecord


class StepWords:
    """Puts steps into words."""

    def __init__(self, session: Session) -> None:
        """Know the names of an open project."""
        self._visibility = session.visibility
        self._database = session.database
        self._names = names = StepNames(session)
        self._composed: dict[str, Telling] = {
            "new": lambda f: tr("made the project with {n:,} code", "made the project with {n:,} codes", n=f["codes"]),
            "take-back": self._taken_back,
            **details_words(),
            **transcript_words(names),
            **coding_words(names),
            **codebook_words(names),
            **people_words(names),
            **site_words(names),
            **schedule_words(),
            **memo_words(),
            **chart_words(names),
            **preset_words(),
            **round_words(),
            **meeting_words(),
            **merge_words(names),
        }

    def of(self, record: StepRecord) -> str:
        """The step in words, without who and when."""
        if not self._visibility.sees_step(record):
            return tr("coded, in a round that is still open")
        self._names.about(record.id)
        compose = self._composed.get(record.verb)
        return compose(record.facts) if compose else record.verb

    def _taken_back(self, facts: Facts) -> str:
        record = records.of_step(self._database, facts["step"])
        if record is None:
            return tr("took an earlier step back")
        what = self.of(record)
        if record.coder:
            return tr("took back what {coder} did: {what}", coder=record.coder, what=what)
        return tr("took back what somebody did: {what}", what=what)
