"""Coding as it goes on: puts codes on passages of the open transcript, and takes them off.

It changes the project one step at a time and keeps the codings in memory in step with it, so that the page can show
each change by itself. It knows no widgets: what happened comes out as signals. What is said of a coding is in
`details`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.open_transcript import NOTHING_OPEN, OpenTranscript
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme.coder_faces import Face

#: Codings changed elsewhere that are caught up with one by one; more are read afresh all together.
_FEW = 100


class CodingSession(QObject):
    """What one coder does to one transcript.

    Attributes:
        codes: The project's codes.
        transcript: What is open.
        coder: The id of who codes; empty before their first coding.
        names: All coders by id.
        last_code: The code that was used last.

    Signals:
        coding_changed: One coding is another one now: as it was and as it is, None where it wasn't or isn't there.
        codings_replaced: Many codings may be others now.
        active_changed: Another coding is the one that there is something to say of, or none is.
        said: What happened, as a sentence; the flag says whether Undo takes it back.
    """

    coding_changed = Signal(object, object)
    codings_replaced = Signal()
    active_changed = Signal()
    said = Signal(str, bool)

    def __init__(self, workspace: Workspace, page: QObject, ask_who: Callable[[], str]) -> None:
        """Work for a page; `ask_who` asks the person who is coding and gives the name, or nothing."""
        super().__init__(page)
        self._workspace, self._page, self._ask_who = workspace, page, ask_who
        self.codes = Codes()
        self.transcript = NOTHING_OPEN
        self.coder = ""
        self.names: dict[str, str] = {}
        self.last_code = ""
        self._active = ""

    # What there is

    def look_up_coders(self) -> None:
        """Read who codes in the project, and the id of who codes now (none before the first coding)."""
        self.names = {coder.id: coder.name for coder in self._workspace.project.coders.all()}
        wanted = folded(self._workspace.coder)
        self.coder = next((id_ for id_, name in self.names.items() if wanted and folded(name) == wanted), "")

    def face_of(self, coding: Coding) -> Face:
        """How the coder of a coding looks."""
        return self._workspace.face(self.names.get(coding.coder, tr("somebody else")))

    def open(self, transcript: str) -> OpenTranscript:
        """Read a transcript to work on."""
        project = self._workspace.project
        codings = {coding.id: coding for coding in project.codings.of_transcript(transcript)}
        self.transcript = OpenTranscript(
            transcript,
            project.transcripts.text(transcript),
            project.transcripts.turns(transcript),
            project.transcripts.speakers(transcript),
            codings,
        )
        self.activate("")
        return self.transcript

    def close(self) -> None:
        """Work on nothing."""
        self.transcript = NOTHING_OPEN
        self.activate("")

    def is_own(self, coding: Coding) -> bool:
        """Whether a coding is the coder's to change."""
        return coding.decision is None and bool(self.coder) and coding.coder == self.coder

    def comments_on(self, coding: Coding) -> list[str]:
        """What others wrote about a coding, such as comments that came back from Word, each with who wrote it."""
        return [
            tr("{coder} commented: {memo}", coder=each.coder or tr("Somebody"), memo=each.memo.body)
            for each in self._workspace.project.memos.on_coding(coding.id)
        ]

    def is_starred(self, coding: Coding) -> bool:
        """Whether a coding's passage is starred, as words to be shown."""
        return coding in self._workspace.project.stars.all()

    @property
    def active(self) -> Coding | None:
        """The coding that there is something to say of: the one just made, or picked."""
        return self.transcript.codings.get(self._active)

    @property
    def own_active(self) -> Coding | None:
        """The active coding if it is the coder's to change."""
        coding = self.active
        return coding if coding is not None and self.is_own(coding) else None

    def activate(self, coding: str) -> None:
        """Pick a coding by its id, or none."""
        if coding != self._active:
            self._active = coding
            self.active_changed.emit()

    # Putting codes on and off

    def put(self, code: str, passage: Span) -> None:
        """Put a code on a passage; take it off where it is on all of the passage already."""
        if not self.transcript.id or not self.somebody_codes():
            return
        there = [each for each in self.transcript.covering(self.coder, *passage) if each.code == code]
        self.last_code = code
        if there:
            self.take_off(there)
        else:
            self._add(code, passage)

    def put_again(self, passage: Span) -> None:
        """Put the code used last on a passage."""
        if self.last_code in self.codes:
            self.put(self.last_code, passage)
        else:
            self.said.emit(tr("There is no last code yet: code a passage first."), False)

    def take_off(self, codings: Iterable[Coding]) -> None:
        """Take codings of one code off."""
        gone = list(codings)
        project = self._workspace.project
        done = self._workspace.act(lambda: project.codings.remove([coding.id for coding in gone]), by=self._page)
        if done is None:
            return
        for coding in gone:
            self._take_in(coding.id, None)
        self.said.emit(
            tr(
                "Taken off: {code}. {how_many}",
                code=self.codes[gone[0].code].name,
                how_many=self._count_on_turn(gone[0]),
            ),
            True,
        )

    def _add(self, code: str, passage: Span) -> None:
        new = NewCoding(
            transcript=self.transcript.id,
            start=passage.start,
            end=passage.end,
            code=code,
            coder=self._workspace.coder,
        )
        changes = self._workspace.act(lambda: self._workspace.project.codings.add(new), by=self._page)
        if not changes:
            return
        if changes.made:
            self.look_up_coders()
        for coding in self._workspace.project.codings.present(changes.of("coding")).values():
            self.coder = coding.coder
            self._take_in(coding.id, coding)
            self.activate(coding.id)
            self.said.emit(
                tr("Coded: {code}. {how_many}", code=self.codes[code].name, how_many=self._count_on_turn(coding)), True
            )

    def somebody_codes(self) -> bool:
        """Whether it is known who codes; asks where nobody said yet."""
        if not self._workspace.coder:
            name = self._ask_who()
            if not name:
                return False
            self._workspace.set_coder(name)
        return True

    def _count_on_turn(self, coding: Coding) -> str:
        count = len({each.code for each in self.transcript.on_turns(self.coder, coding.start, coding.end)})
        turns = self.transcript.turns_of(coding.start, coding.end)
        if turns > 1:
            return tr("{n} code on these turns.", "{n} codes on these turns.", n=count)
        if turns:
            return tr("{n} code on this turn.", "{n} codes on this turn.", n=count)
        return tr("{n} code on this passage.", "{n} codes on this passage.", n=count)

    # Another one in its place

    def bring_to(self, before: Coding, wanted: Coding, words: str) -> bool:
        """Make a coding what is wanted, and say so; whether that was anything else, and could be done."""
        if wanted == before:
            return False
        project = self._workspace.project
        if self._workspace.act(lambda: project.codings.update(wanted), by=self._page) is None:
            return False
        self._take_in(before.id, wanted)
        self.said.emit(f"{self.codes[before.code].name}: {words}", True)
        return True

    # Keeping up

    def catch_up(self, changes: Changes) -> bool:
        """Take in what somebody else, or an undo, did to codings; whether all of it was in the open transcript."""
        ids = changes.of("coding")
        before = set(self.transcript.codings)
        if changes.of("attribution") or len(ids) > _FEW:
            self.read_again()
        else:
            there = self._workspace.project.codings.present(ids)
            here = {id_: coding for id_, coding in there.items() if coding.transcript == self.transcript.id}
            self._take_in_all(ids, here)
        return ids <= before | self.transcript.codings.keys()

    def read_again(self) -> None:
        """Read all codings of the open transcript again, and tell what differs."""
        before = self.transcript.codings
        now = {coding.id: coding for coding in self._workspace.project.codings.of_transcript(self.transcript.id)}
        changed = [id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)]
        if len(changed) <= _FEW:
            self._take_in_all(changed, now)
        else:
            self.transcript.codings = now
            self.codings_replaced.emit()
            self.active_changed.emit()

    def _take_in_all(self, ids: Collection[str], now: Mapping[str, Coding]) -> None:
        """Take in a few codings; one that came back by itself is to say something of, unless another is picked."""
        for id_ in ids:
            self._take_in(id_, now.get(id_))
        only = now.get(next(iter(ids))) if len(ids) == 1 else None
        if only is not None and self.is_own(only) and self.active is None:
            self.activate(only.id)

    def _take_in(self, id_: str, now: Coding | None) -> None:
        """Keep a coding in memory as it is now, and tell."""
        before = self.transcript.codings.pop(id_, None)
        if now is not None:
            self.transcript.codings[id_] = now
        if before == now:
            return
        self.coding_changed.emit(before, now)
        if id_ == self._active:
            if now is None:
                self._active = ""
            self.active_changed.emit()
