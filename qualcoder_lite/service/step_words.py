"""What a step did, in words: the words of each kind of step, with the names that things have now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.transcript import speech
from qualcoder_lite.service.chart_words import chart_words
from qualcoder_lite.service.codebook_words import codebook_words, number
from qualcoder_lite.service.meeting_words import meeting_words
from qualcoder_lite.service.memo_words import memo_words
from qualcoder_lite.service.merge_words import merge_words
from qualcoder_lite.service.people_words import people_words
from qualcoder_lite.service.preset_words import preset_words
from qualcoder_lite.service.project_details import details_words
from qualcoder_lite.service.schedule_words import schedule_words
from qualcoder_lite.storage import codebooks, transcripts

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.journal import StepRecord

_KEPT = 256  # transcripts whose texts are kept at hand
_QUOTED = 48  # characters of a passage that the history shows
_POLARITY = {
    "delivered": "delivered",
    "not_delivered": "not delivered",
    "mixed": "mixed",
    "not_stated": "not stated",
}
_MARKS = {  # given, and taken off
    "distressing": ("marked {} as distressing", "took the mark distressing off {}"),
    "put_off": ("put {} off", "took {} up again"),
    "reflects": (
        "marked {} as reflecting on how the service is organised",
        "took the mark reflecting on how the service is organised off {}",
    ),
}


class StepWords:
    """Puts steps into words, reading each transcript's text once."""

    def __init__(self, session: Session) -> None:
        """Know the names of an open project."""
        self._database = session.database
        self._directory = session.directory
        self._visibility = session.visibility
        self._journal = session.journal
        self._texts: dict[str, tuple[str, list[Any]]] = {}
        self._composed: dict[str, Callable[[dict[str, Any]], str]] = {
            "new": lambda f: f"made the project with {f['codes']} codes",
            **details_words(),
            "import": lambda f: f"imported {self._transcript(f)}",
            "describe": self._described,
            "delete-transcripts": lambda f: (
                f"deleted {number(f['count'], 'transcript')}, with {number(f['codings'], 'coding')}"
            ),
            "read-speakers": lambda f: f"read again who speaks in {self._transcript(f)}",
            "import-sites": lambda f: f"took in {number(f['count'], 'site')} from “{f['file']}”",
            "record-feature": self._recorded,
            "record-features": lambda f: f"recorded {number(f['count'], 'feature')} of sites",
            "add-site": lambda f: f"added the site {self._name(self._directory.sites, f['site'])}",
            "add-feature": lambda f: f"added the feature {self._name(self._directory.features, f['feature'])}",
            "update-feature": lambda f: f"changed the feature {self._name(self._directory.features, f['feature'])}",
            "remove-feature": lambda f: f"took a feature out of the register, recorded at {number(f['count'], 'site')}",
            "update-site": lambda f: f"changed what is known of {self._name(self._directory.sites, f['site'])}",
            "add-coder": lambda _: "joined as a coder",
            "add-codebook": lambda f: f"added the codebook “{f['title']}” with {number(f['count'], 'code')}",
            **codebook_words(self._code, self._group, self._passage),
            "code": lambda f: f"put {self._code(f['code'])} on {self._passage(f)}",
            "code-many": self._coded_many,
            "code-found": self._coded_found,
            "recode": self._recoded,
            "recode-many": self._recoded_many,
            "uncode": self._uncoded,
            **memo_words(),
            "mark": self._marked,
            **schedule_words(),
            **preset_words(),
            **meeting_words(),
            **merge_words(self._directory),
            **people_words(self._directory),
            "done": lambda f: f"declared {self._transcripts(f)} done",
            "settle": self._settled,
            "unsettle": lambda f: f"took back what was decided about {self._passage(f)}",
            **chart_words(self._directory, self._code, self._passage),
            "open-round": lambda f: f"opened “{f['round']}” for {number(f['coders'], 'coder')}",
            "take-back": self._taken_back,
            "close-round": lambda f: f"closed “{f['round']}”",
            "remove-round": lambda f: f"removed “{f['round']}”",
            "change-coder": lambda _: "changed what is known of a coder",
            "join-sites": lambda f: f"joined two sites, now {self._name(self._directory.sites, f['site'])}",
            "join-coders": lambda f: f"joined two coders, with {number(f['count'], 'coding')}",
            "not-done": lambda f: f"declared {self._transcripts(f)} not done yet",
        }

    def of(self, record: StepRecord) -> str:
        """The step in words, without who and when."""
        if not self._visibility.sees_step(record):
            return "coded, in a round that is still open"
        compose = self._composed.get(record.verb)
        return compose(record.facts) if compose else record.verb

    def _coded_many(self, facts: dict[str, Any]) -> str:
        said: list[str] = []
        if facts["count"]:
            where = f" in {number(facts['transcripts'], 'transcript')}" if "transcripts" in facts else ""
            said.append(f"put {number(facts['count'], 'coding')} on passages{where}")
        if "declared" in facts:
            said.append(f"declared {number(facts['declared'], 'transcript')} done")
        source = f", from “{facts['file']}”" if "file" in facts else ""
        return f"{' and '.join(said)}{source}"

    def _coded_found(self, facts: dict[str, Any]) -> str:
        passages, where = number(facts["count"], "passage"), number(facts["transcripts"], "transcript")
        return f"put {self._code(facts['code'])} on {passages} found by a search, in {where}"

    def _described(self, facts: dict[str, Any]) -> str:
        source = f", from “{facts['file']}”" if "file" in facts else ""
        return f"changed what is known of {self._transcripts(facts)}{source}"

    def _marked(self, facts: dict[str, Any]) -> str:
        which = self._transcripts(facts)
        on, off = _MARKS[facts["mark"]]
        return (on if facts["on"] else off).format(which)

    def _recoded(self, facts: dict[str, Any]) -> str:
        before, where = facts["before"], self._passage(facts)
        if before["code"] != facts["code"]:
            return f"changed {self._code(before['code'])} to {self._code(facts['code'])} on {where}"
        if (before["start"], before["end"]) != (facts["start"], facts["end"]):
            return f"moved the edges of {self._code(facts['code'])} to {where}"
        if before["polarity"] != facts["polarity"]:
            return f"marked {self._code(facts['code'])} as {_POLARITY[facts['polarity']]} on {where}"
        return f"{self._said_beside(self._code(facts['code']), facts)} on {where}"

    def _said_beside(self, code: str, facts: dict[str, Any]) -> str:
        """What changed of a coding beside its code, edges and polarity."""
        if facts.get("links"):
            return " and ".join(self._linked(code, *link) for link in facts["links"])
        if "sure" in facts:
            return f"marked {code} as {'sure' if facts['sure'] else 'not sure'}"
        if facts.get("memo"):
            return f"wrote a memo to {code}"
        return f"changed {code}"

    def _linked(self, code: str, feature: str, direction: str) -> str:
        if not direction:
            return f"took the link to {self._code(feature)} off {code}"
        return f"linked {code} to {self._code(feature)} as {direction}"

    def _recoded_many(self, facts: dict[str, Any]) -> str:
        codings = number(facts["count"], "coding")
        if facts["before"]["code"] != facts["code"]:
            return f"changed {codings} of {self._code(facts['before']['code'])} to {self._code(facts['code'])}"
        return f"moved the edges of {codings} of {self._code(facts['code'])} to {self._passage(facts)}"

    def _uncoded(self, facts: dict[str, Any]) -> str:
        if "code" in facts:
            return f"took {self._code(facts['code'])} off {self._passage(facts)}"
        return f"took {number(facts['count'], 'coding')} off"

    def _settled(self, facts: dict[str, Any]) -> str:
        if facts["outcome"] in ("open", "definition"):
            wanted = ", and wants the definition changed" if facts["outcome"] == "definition" else ""
            return f"left {self._code(facts['code'])} open on {self._passage(facts)}{wanted}"
        return f"settled {self._code(facts['code'])} on {self._passage(facts)}"

    def _recorded(self, facts: dict[str, Any]) -> str:
        feature, site = (
            self._name(self._directory.features, facts["feature"]),
            self._name(self._directory.sites, facts["site"]),
        )
        return f"recorded {feature} at {site} as {facts['state']}"

    def _taken_back(self, facts: dict[str, Any]) -> str:
        record = self._journal.record(facts["step"])
        if record is None:
            return "took an earlier step back"
        return f"took back what {record.coder or 'somebody'} did: {self.of(record)}"

    # Names and passages as they are now

    def _code(self, code: str) -> str:
        return self._name(self._directory.codes, code)

    def _group(self, group: str) -> str:
        names = {each.id: each.name for book in codebooks.read(self._database) for each in book.groups}
        return names.get(group, "a group that is gone")

    def _transcript(self, facts: dict[str, Any]) -> str:
        entry = self._directory.transcripts.by_id.get(facts.get("transcript", ""))
        return f"“{entry.name}”" if entry else "a transcript that is gone"

    def _transcripts(self, facts: dict[str, Any]) -> str:
        return self._transcript(facts) if "transcript" in facts else number(facts["count"], "transcript")

    @staticmethod
    def _name(listing: Listing, id_: str) -> str:
        entry = listing.by_id.get(id_)
        return entry.name if entry else f"a {listing.noun} that is gone"

    def _passage(self, facts: dict[str, Any]) -> str:
        if facts["transcript"] not in self._directory.transcripts.by_id:
            return "a passage of a transcript that is gone"
        text, turns = self._read(facts["transcript"])
        start, end = facts["start"], facts["end"]
        words = " ".join((speech(text, turns, start, end) or text[start:end]).split())  # a label alone is told as that
        return f"‘{words}’" if len(words) <= _QUOTED else f"‘{words[:_QUOTED].rsplit(' ', 1)[0]} …’"

    def _read(self, transcript: str) -> tuple[str, list[Any]]:
        if transcript not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            self._texts[transcript] = (
                transcripts.body(self._database, transcript),
                transcripts.turns(self._database, transcript),
            )
        return self._texts[transcript]
