"""Coding as it goes on: puts codes on passages of the open transcript, says something of each, takes them off.

It changes the project one step at a time and keeps the codings in memory in step with it, so that the page can show
each change by itself. It knows no widgets: what happened comes out as signals.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
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

_CYCLE = (Polarity.NOT_STATED, Polarity.DELIVERED, Polarity.NOT_DELIVERED, Polarity.MIXED)
_SAID = {
    Polarity.NOT_STATED: tr("not said whether it happened"),
    Polarity.DELIVERED: tr("delivered"),
    Polarity.NOT_DELIVERED: tr("not delivered"),
    Polarity.MIXED: tr("mixed"),
}
#: Codings changed elsewhere that are caught up with one by one; more are read afresh all together.
_FEW = 100


class CodingSession(QObject):
    """What one coder does to one transcript.

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

    @property
    def active(self) -> Coding | None:
        """The coding that there is something to say of: the one just made, or picked."""
        return self.transcript.codings.get(self._active)

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

    # Saying something of a coding

    def next_polarity(self) -> None:
        """Say the next thing of the active coding: delivered, not delivered, mixed, not said."""
        coding = self._own_active()
        if coding is not None:
            self.set_polarity(_CYCLE[(_CYCLE.index(coding.polarity) + 1) % len(_CYCLE)])

    def set_polarity(self, polarity: Polarity) -> None:
        """Say whether what the active coding is about came about."""
        self._change(f"{_SAID[polarity]}.", polarity=polarity)

    def set_memo(self, id_: str, memo: str) -> None:
        """Keep what was written about a coding."""
        coding = self.transcript.codings.get(id_)
        if coding is not None and self.is_own(coding):
            words = tr("memo kept") if memo else tr("memo taken away")
            self._bring_to(coding, replace(coding, memo=memo), f"{words}.")

    def move(self, id_: str, passage: Span) -> bool:
        """Put the edges of a coding elsewhere; whether that could be done."""
        coding = self.transcript.codings.get(id_)
        if coding is None or not self.is_own(coding):
            return False
        wanted = replace(coding, start=passage.start, end=passage.end)
        return not self._is_twin(wanted) and self._bring_to(coding, wanted, tr("passage moved."))

    def change_code(self, code: str) -> bool:
        """Put another code in the place of the active coding's; whether that could be done."""
        coding = self._own_active()
        if coding is None:
            return False
        wanted = replace(coding, code=code)
        if self.codes[code].is_feature:  # of which it is neither said whether it happened nor why
            wanted = replace(wanted, polarity=Polarity.NOT_STATED, attributions=())
        self.last_code = code
        return not self._is_twin(wanted) and self._bring_to(
            coding, wanted, tr("now {code}.", code=self.codes[code].name)
        )

    def _is_twin(self, wanted: Coding) -> bool:
        """Whether the coder has a code on just this passage already, by another coding; says so."""
        there = self.transcript.covering(wanted.coder, wanted.start, wanted.end)
        same = any(
            each.id != wanted.id and (each.code, each.start, each.end) == (wanted.code, wanted.start, wanted.end)
            for each in there
        )
        if same:
            self.said.emit(
                tr("{code} is on this passage already. Nothing was changed.", code=self.codes[wanted.code].name), False
            )
        return same

    def is_starred(self, coding: Coding) -> bool:
        """Whether a coding's passage is starred, as words to be shown."""
        return coding in self._workspace.project.stars.all()

    def toggle_star(self) -> None:
        """Put a star on the active coding, whoever's it is, or take it off."""
        coding = self.active
        if coding is None:
            return
        stars, coder = self._workspace.project.stars, self._workspace.coder
        change, said = (
            (stars.take_off, tr("the star is off"))
            if self.is_starred(coding)
            else (stars.put, tr("starred, to be shown"))
        )
        if self._workspace.act(lambda: change([coding.id], coder=coder), by=self._page) is not None:
            self.active_changed.emit()
            self.said.emit(f"{self.codes[coding.code].name}: {said}.", True)

    def set_sure(self, sure: bool) -> None:
        """Say whether the coder is sure of the active coding."""
        self._change(tr("sure.") if sure else tr("not sure."), sure=sure)

    def next_link(self, feature: str) -> None:
        """Link the active coding to a feature that helped; one that helped, hindered; one that hindered, not at all."""
        coding = self._own_active()
        there = next((link for link in coding.attributions if link.feature == feature), None) if coding else None
        if there is None:
            self.set_link(feature, Direction.HELPED)
        else:
            self.set_link(feature, Direction.HINDERED if there.direction == Direction.HELPED else None)

    def set_link(self, feature: str, direction: Direction | None) -> None:
        """Say that a feature helped or hindered in the active coding; None takes the link off."""
        coding = self._own_active()
        if coding is None:
            return
        links = [link for link in coding.attributions if link.feature != feature]
        if direction is not None:
            place = next((n for n, link in enumerate(coding.attributions) if link.feature == feature), len(links))
            links.insert(place, Attribution(feature, direction))
        what = self.codes[feature].name
        words = f"{what} {direction}" if direction else tr("no longer linked to {what}", what=what)
        self._change(f"{words}.", attributions=tuple(links))

    def _own_active(self) -> Coding | None:
        coding = self.active
        return coding if coding is not None and self.is_own(coding) else None

    def _change(self, words: str, **fields: Any) -> None:  # noqa: ANN401 - fields of Coding
        coding = self._own_active()
        if coding is not None:
            self._bring_to(coding, replace(coding, **fields), words)

    def _bring_to(self, before: Coding, wanted: Coding, words: str) -> bool:
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
