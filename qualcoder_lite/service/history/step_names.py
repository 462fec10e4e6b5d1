"""Names and passages that steps of the history are about, as they are now, or were before a step was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.transcript import speech
from qualcoder_lite.service.history.nouns import gone, how_many
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.history import records
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.session import Session

    #: What a step's record tells, and how that is put into words.
    Facts = dict[str, Any]
    Telling = Callable[[Facts], str]

_TABLES = {"feature": "register_feature"}  # of nouns that have another name there
_KEPT = 256  # transcripts whose texts are kept at hand
_QUOTED = 48  # characters of a passage that the history shows


class StepNames:
    """Finds what steps are about, reading each transcript's text once."""

    def __init__(self, session: Session) -> None:
        """Know the names of an open project."""
        self._database = session.database
        self._directory = session.directory
        self._step = 0
        self._texts: dict[str, tuple[str, list[Any]]] = {}

    def about(self, step: int) -> None:
        """From now on it is this step that is told: what it made, and undoing took away, has its name from there."""
        self._step = step

    def code(self, code: str) -> str:
        """The name of a code."""
        return self._named(self._directory.codes, code)

    def group(self, group: str) -> str:
        """The name of a group of codes."""
        names = {each.id: each.name for book in codebooks.read(self._database) for each in book.groups}
        return names.get(group) or self._called_once("code_group", group)

    def site(self, facts: Facts) -> str:
        """The name of the site that a step is about."""
        return self._named(self._directory.sites, facts["site"])

    def feature(self, facts: Facts) -> str:
        """The name of the feature of the register that a step is about."""
        return self._named(self._directory.features, facts["feature"])

    def participant(self, facts: Facts) -> str:
        """The name of the participant that a step is about."""
        return self._named(self._directory.participants, facts["participant"])

    def coder(self, coder: str) -> str:
        """The name of a coder; empty where there is none of that id."""
        entry = self._directory.coders.by_id.get(coder)
        return entry.name if entry else ""

    def chart_row(self, facts: Facts) -> str:
        """Whom or what a summary of the chart is about."""
        directory = self._directory
        listings = {
            "participant": directory.participants,
            "transcript": directory.transcripts,
            "site": directory.sites,
        }
        listing = listings.get(facts["about"])
        return self._named(listing, facts["subject"]) if listing is not None else facts["subject"]

    def transcript(self, facts: Facts) -> str:
        """The title of the transcript that a step is about."""
        entry = self._directory.transcripts.by_id.get(facts.get("transcript", ""))
        name = entry.name if entry else self._name_before("transcript", facts.get("transcript", ""))
        return f"“{name}”" if name else gone("transcript")

    def transcripts(self, facts: Facts) -> str:
        """The title of the one transcript that a step is about, or how many there are."""
        return self.transcript(facts) if "transcript" in facts else how_many(facts["count"], "transcript")

    def passage(self, facts: Facts) -> str:
        """The first words of the passage that a step is about."""
        if facts["transcript"] not in self._directory.transcripts.by_id:
            return tr("a passage of a transcript that is gone")
        text, turns = self._read(facts["transcript"])
        start, end = facts["start"], facts["end"]
        words = " ".join((speech(text, turns, start, end) or text[start:end]).split())  # a label alone is told as that
        return f"‘{words}’" if len(words) <= _QUOTED else f"‘{words[:_QUOTED].rsplit(' ', 1)[0]} …’"

    def _read(self, transcript: str) -> tuple[str, list[Any]]:
        if transcript not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            self._texts[transcript] = (
                texts.body(self._database, transcript),
                stored_turns.of_transcript(self._database, transcript),
            )
        return self._texts[transcript]

    def _named(self, listing: Listing, id_: str) -> str:
        entry = listing.by_id.get(id_)
        return entry.name if entry else self._called_once(listing.noun, id_)

    def _called_once(self, noun: str, id_: str) -> str:
        return self._name_before(noun, id_) or gone(noun)

    def _name_before(self, noun: str, id_: str) -> str:
        before = records.row_before(self._database, self._step, _TABLES.get(noun, noun), id_)
        return before.get("name") or before.get("title") or ""
