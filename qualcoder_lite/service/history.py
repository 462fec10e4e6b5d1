"""Who did what, when: the journal in words, composed when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from qualcoder_lite.domain.errors import UserError
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
from qualcoder_lite.storage.past_steps import refuse_taking_back, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.changes import Changes
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


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A step in words. `when` is an ISO time in UTC; `final` marks what can't be undone."""

    step: int
    when: str
    coder: str
    what: str
    undone: bool
    final: bool


class History:
    """What was done in a project, with undo and redo."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._journal = session.journal

    def entries(self, limit: int = -1) -> list[HistoryEntry]:
        """The steps that whoever looks may see, newest first, or those of the newest few."""
        words, sees = _Words(self._session), self._session.visibility.sees_step
        return [_entry(record, words) for record in self._journal.records(limit) if sees(record)]

    def listed(self, coder: str = "") -> HistoryList:
        """The same steps, or one coder's, each put into words only when it is looked at, day by day."""
        return HistoryList(self._session, coder)

    def undo(self) -> Changes:
        """Take the last step back; empty Changes when there is none."""
        return self._session.told(self._journal.undo())

    def redo(self) -> Changes:
        """Do the step that was undone last again; empty Changes when there is none."""
        return self._session.told(self._journal.redo())

    def take_back(self, step: int, *, coder: str = "") -> Changes:
        """Take one earlier step back, and leave alone what was done since: a step of its own.

        Raises UserError, with nothing changed, where something later builds on it.
        """
        session = self._session
        record = self._journal.record(step)
        if record is not None and not session.visibility.sees_step(record):
            raise UserError("This was done in a round of blind coding that is still open. Wait until it is closed.")
        refuse_taking_back(session.database, step)
        with session.step("take-back", {"step": step}, coder=session.directory.coder_name(coder)) as taking:
            take_back(session.database, self._journal, step, taking)
        return taking.changes

    def next_undo(self) -> HistoryEntry | None:
        """The step that `undo` takes back, in words."""
        return self._in_words(self._journal.next_undo())

    def next_redo(self) -> HistoryEntry | None:
        """The step that `redo` does again, in words."""
        return self._in_words(self._journal.next_redo())

    def can_undo(self) -> bool:
        """Whether `undo` would take a step back; known sooner than which it is."""
        return self._journal.next_undo() is not None

    def can_redo(self) -> bool:
        """Whether `redo` would do a step again."""
        return self._journal.next_redo() is not None

    def size(self, step: int) -> int:
        """How many entries of the project a step changed: codings, links, transcripts and so on."""
        return self._journal.size(step)

    def entry(self, step: int | None) -> HistoryEntry | None:
        """One step in words, by its number; None where there is no such step."""
        return self._in_words(self._journal.record(step)) if step is not None else None

    def _in_words(self, record: StepRecord | None) -> HistoryEntry | None:
        return _entry(record, _Words(self._session)) if record else None


class HistoryList(Sequence[HistoryEntry]):
    """Steps, newest first, each put into words when it is asked for.

    Attributes:
        days: The local days (ISO) on which they were made, with how many steps each has.
        coders: Everybody who did any step of the project, by name.
    """

    def __init__(self, session: Session, coder: str = "") -> None:
        """List the steps there are now that whoever looks may see; what they say is not read yet."""
        self._journal = session.journal
        self._words = _Words(session)
        outline = session.journal.outline()
        if hidden := _hidden(session):
            outline = [(day, doer, [step for step in steps if step not in hidden]) for day, doer, steps in outline]
        by_day: dict[str, list[int]] = {}
        for day, doer, steps in outline:
            if steps and coder in ("", doer):
                by_day.setdefault(day, []).extend(steps)
        for steps in by_day.values():
            steps.sort(reverse=True)
        newest_first = sorted(by_day.items(), key=lambda item: item[1][0], reverse=True)
        self._steps = [step for _, steps in newest_first for step in steps]
        self.days: Sequence[tuple[str, int]] = [(day, len(steps)) for day, steps in newest_first]
        self.coders: Sequence[str] = sorted({doer for _, doer, _ in outline if doer})

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @overload
    def __getitem__(self, index: int) -> HistoryEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[HistoryEntry]: ...
    def __getitem__(self, index: int | slice) -> HistoryEntry | list[HistoryEntry]:
        """One step in words, or some, read together."""
        if isinstance(index, slice):
            wanted = self._steps[index]
            found = self._journal.records_of(wanted)
            return [_entry(found[step], self._words) for step in wanted]
        return self[slice(index, index + 1 or None)][0]


def _hidden(session: Session) -> frozenset[int]:
    """The steps that are kept from whoever looks: how many they are would tell how much somebody coded."""
    if not session.visibility.blind_in():
        return frozenset()
    return frozenset(record.id for record in session.journal.records() if not session.visibility.sees_step(record))


def _entry(record: StepRecord, words: _Words) -> HistoryEntry:
    return HistoryEntry(
        record.id,
        record.at,
        record.coder,
        words.of(record),
        record.state in ("undone", "cut"),
        record.state == "final",
    )


class _Words:
    """Puts steps into words, reading each transcript's text once."""

    def __init__(self, session: Session) -> None:
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
