"""What is kept from a coder while a round of blind coding is open: the one rule, in one place.

In the transcripts of an open round, a coder who takes part in it sees their own codings and nothing of the others':
no coding, count, memo, done mark, step of the history or quote. An academic lead sees everything. Whoever reads what
coders did, for a person, asks here. In a file that several people share this is a courtesy; what really blinds is
the copy that is cut for one coder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.people import LEAD
from qualcoder_lite.storage.agreement import rounds
from qualcoder_lite.storage.coding import coders, codings, done

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.memo import Memo
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.service.directory import Directory
    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.records import StepRecord

#: Steps that tell what somebody coded.
_CODING = frozenset(
    {
        "code",
        "code-many",
        "recode",
        "uncode",
        "done",
        "not-done",
        "settle",
        "unsettle",
        "star",
        "unstar",
        "summarise",
        "clear-summary",
    }
)


class Visibility:
    """What the person who looks at the project may see of the others' work.

    Attributes:
        viewer: The id of the coder who looks; empty where nobody in particular does, who sees everything.
    """

    def __init__(self, database: Database, directory: Directory) -> None:
        """Everything is seen until somebody in particular looks."""
        self._database = database
        self._directory = directory
        self._blind: frozenset[str] | None = None
        self.viewer = ""

    def look_as(self, coder: str) -> None:
        """Let a coder look, by name or id; an empty name, or one that isn't known, is nobody in particular."""
        found = self._directory.coders.seek(coder) if coder.strip() else None
        self.viewer = found.id if found else ""
        self._blind = None

    def forget(self) -> None:
        """Find out again, since rounds or roles have changed."""
        self._blind = None

    def blind_in(self) -> frozenset[str]:
        """The transcripts (ids) in which the viewer sees only their own work."""
        if self._blind is None:
            leads = {coder.id for coder in coders.read(self._database) if coder.role == LEAD}
            unrestricted = not self.viewer or self.viewer in leads
            self._blind = (
                frozenset() if unrestricted else frozenset(rounds.blind_transcripts(self._database, self.viewer))
            )
        return self._blind

    def sees(self, transcript: str, coder: str, *, settled: bool = False) -> bool:
        """Whether the viewer sees what a coder did in a transcript, or what was settled there."""
        return transcript not in self.blind_in() or (coder == self.viewer and not settled)

    def codings(self, found: Iterable[Coding]) -> list[Coding]:
        """The codings that the viewer sees."""
        return [c for c in found if self.sees(c.transcript, c.coder, settled=c.decision is not None)]

    def rows(self, found: list[FullRow], *, settled: bool = False) -> list[FullRow]:
        """The same for codings as rows: the coders' own, or settled ones."""
        blind = self.blind_in()
        if not blind:
            return found
        return [row for row in found if row[0] not in blind or (row[6] == self.viewer and not settled)]

    def memos(self, found: Iterable[Memo]) -> list[Memo]:
        """The memos that the viewer sees."""
        blind = self.blind_in()
        return [memo for memo in found if memo.about.transcript not in blind or memo.coder == self.viewer]

    def done_marks(self) -> dict[str, list[str]]:
        """The coders who declared each transcript done, as far as the viewer sees it."""
        marks = done.coders_of(self._database)
        for transcript in self.blind_in() & marks.keys():
            declared = marks.pop(transcript)
            if self.viewer in declared:  # a transcript that only others declared done is one that nobody did
                marks[transcript] = [self.viewer]
        return marks

    def counts(self, everything: Mapping[str, int]) -> dict[str, int]:
        """How many codings each transcript has, from counts of all of them, as far as the viewer sees them."""
        seen = dict(everything)
        if self.blind_in():
            own = codings.reached(self._database, self.viewer)
            seen |= {transcript: own.get(transcript, (0, 0))[0] for transcript in self.blind_in()}
        return seen

    def reached(self, everything: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
        """How far the coding of each transcript has come, as far as the viewer sees it."""
        seen = dict(everything)
        if self.blind_in():
            own = codings.reached(self._database, self.viewer)
            for transcript in self.blind_in():
                seen.pop(transcript, None)
                if transcript in own:
                    seen[transcript] = own[transcript]
        return seen

    def sees_step(self, record: StepRecord) -> bool:
        """Whether the viewer may read what a step of the history did: another coder's coding is kept from them."""
        if not self.blind_in() or record.verb not in _CODING:
            return True
        own = self._directory.coders.by_id.get(self.viewer)
        where = record.facts.get("transcript")
        return (own is not None and record.coder == own.name) or (where is not None and where not in self.blind_in())
