"""What is said of a coding that is there (did it happen, why, a memo, how sure, a star), its place and its code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.project.workspace import Workspace

_CYCLE = (Polarity.NOT_STATED, Polarity.DELIVERED, Polarity.NOT_DELIVERED, Polarity.MIXED)
_SAID = {
    Polarity.NOT_STATED: tr("not said whether it happened"),
    Polarity.DELIVERED: tr("delivered"),
    Polarity.NOT_DELIVERED: tr("not delivered"),
    Polarity.MIXED: tr("mixed"),
}


class CodingDetails:
    """Changes the session's active coding, or one that is named. On somebody else's coding only a star can be put."""

    def __init__(self, session: CodingSession, workspace: Workspace, page: QObject) -> None:
        """Change codings of a session, for a page."""
        self._session, self._workspace, self._page = session, workspace, page

    def next_polarity(self) -> None:
        """Say the next thing of the active coding: delivered, not delivered, mixed, not said."""
        coding = self._session.own_active
        if coding is not None:
            self.set_polarity(_CYCLE[(_CYCLE.index(coding.polarity) + 1) % len(_CYCLE)])

    def set_polarity(self, polarity: Polarity) -> None:
        """Say whether what the active coding is about came about."""
        self._change(f"{_SAID[polarity]}.", polarity=polarity)

    def set_memo(self, id_: str, memo: str) -> None:
        """Keep what was written about a coding."""
        coding = self._session.transcript.codings.get(id_)
        if coding is not None and self._session.is_own(coding):
            words = tr("memo kept") if memo else tr("memo taken away")
            self._session.bring_to(coding, replace(coding, memo=memo), f"{words}.")

    def move(self, id_: str, passage: Span) -> bool:
        """Put the edges of a coding elsewhere; whether that could be done."""
        coding = self._session.transcript.codings.get(id_)
        if coding is None or not self._session.is_own(coding):
            return False
        wanted = replace(coding, start=passage.start, end=passage.end)
        return not self._is_twin(wanted) and self._session.bring_to(coding, wanted, tr("passage moved."))

    def change_code(self, code: str) -> bool:
        """Put another code in the place of the active coding's; whether that could be done."""
        coding = self._session.own_active
        if coding is None:
            return False
        wanted = replace(coding, code=code)
        if self._session.codes[code].is_feature:  # of which it is neither said whether it happened nor why
            wanted = replace(wanted, polarity=Polarity.NOT_STATED, attributions=())
        self._session.last_code = code
        return not self._is_twin(wanted) and self._session.bring_to(
            coding, wanted, tr("now {code}.", code=self._session.codes[code].name)
        )

    def _is_twin(self, wanted: Coding) -> bool:
        """Whether the coder has a code on just this passage already, by another coding; says so."""
        there = self._session.transcript.covering(wanted.coder, wanted.start, wanted.end)
        same = any(
            each.id != wanted.id and (each.code, each.start, each.end) == (wanted.code, wanted.start, wanted.end)
            for each in there
        )
        if same:
            self._session.said.emit(
                tr(
                    "{code} is on this passage already. Nothing was changed.",
                    code=self._session.codes[wanted.code].name,
                ),
                False,
            )
        return same

    def toggle_star(self) -> None:
        """Put a star on the active coding, whoever's it is, or take it off."""
        coding = self._session.active
        if coding is None:
            return
        stars, coder = self._workspace.project.stars, self._workspace.coder
        change, said = (
            (stars.take_off, tr("the star is off"))
            if self._session.is_starred(coding)
            else (stars.put, tr("starred, to be shown"))
        )
        if self._workspace.act(lambda: change([coding.id], coder=coder), by=self._page) is not None:
            self._session.active_changed.emit()
            self._session.said.emit(f"{self._session.codes[coding.code].name}: {said}.", True)

    def set_sure(self, sure: bool) -> None:
        """Say whether the coder is sure of the active coding."""
        self._change(tr("sure.") if sure else tr("not sure."), sure=sure)

    def next_link(self, feature: str) -> None:
        """Link the active coding to a feature that helped; one that helped, hindered; one that hindered, not at all."""
        coding = self._session.own_active
        there = next((link for link in coding.attributions if link.feature == feature), None) if coding else None
        if there is None:
            self.set_link(feature, Direction.HELPED)
        else:
            self.set_link(feature, Direction.HINDERED if there.direction == Direction.HELPED else None)

    def set_link(self, feature: str, direction: Direction | None) -> None:
        """Say that a feature helped or hindered in the active coding; None takes the link off."""
        coding = self._session.own_active
        if coding is None:
            return
        links = [link for link in coding.attributions if link.feature != feature]
        if direction is not None:
            place = next((n for n, link in enumerate(coding.attributions) if link.feature == feature), len(links))
            links.insert(place, Attribution(feature, direction))
        what = self._session.codes[feature].name
        words = f"{what} {direction}" if direction else tr("no longer linked to {what}", what=what)
        self._change(f"{words}.", attributions=tuple(links))

    def _change(self, words: str, **fields: Any) -> None:  # noqa: ANN401 - fields of Coding
        coding = self._session.own_active
        if coding is not None:
            self._session.bring_to(coding, replace(coding, **fields), words)
