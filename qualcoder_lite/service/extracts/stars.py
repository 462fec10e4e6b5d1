"""Stars on quotes: what an analyst wants to see shown, put on and taken off; and whose voices that brings out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.extracts.listing import may_quote
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage.coding import codings as stored_codings
from qualcoder_lite.storage.coding import stars as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.extracts.stars import Stars
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One person among some passages: how many are theirs, and how many of those are starred.

    `transcript` is the id of the first transcript of theirs.
    """

    name: str
    place: str
    transcript: str
    passages: int
    starred: int
    may_quote: bool


class Starring:
    """The stars of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def all(self) -> Stars:
        """The stars that whoever looks may see."""
        return seen_stars(self._session)

    def put(self, codings: Sequence[str], *, coder: str = "") -> Changes:
        """Mark the passage that some codings (ids) make as a quote to be shown.

        Raises UserError where the passage is no longer coded, or the person said no to being quoted.
        """
        found = self._present(codings)
        placements = self._session.placements()
        if not all(may_quote(placements[coding.transcript]) for coding in found):
            raise UserError(tr("This person said no to being quoted, so their words are not starred."))
        with self._session.step("star", _facts(found), coder=self._coder_name(coder)) as step:
            by = self._session.directory.coder(coder) if coder else None
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            stored.add(self._database, [coding.id for coding in found], by, at)
        return step.changes

    def take_off(self, codings: Sequence[str], *, coder: str = "") -> Changes:
        """Take the star off the passage that some codings (ids) make, whoever gave it.

        Raises UserError where it bears none, or is no longer coded.
        """
        found = self._present(codings)
        stars = self.all()
        on = {star.coding for coding in found for star in stars.reaching(coding)}
        if not on:
            raise UserError(tr("That quote has no star."))
        with self._session.step("unstar", _facts(found), coder=self._coder_name(coder)) as step:
            stored.remove(self._database, on)
        return step.changes

    def voices(self, passages: Iterable[Passage]) -> list[Voice]:
        """Everybody among some passages, those with most stars first, then those with most passages."""
        passages = list(passages)
        stars, placements = self.all(), self._session.placements()
        first: dict[str, str] = {}
        counts, starred = Counter[str](), Counter[str]()
        for passage in passages:
            person = placements[passage.transcript].person
            first.setdefault(person, passage.transcript)
            counts[person] += 1
            starred[person] += passage in stars
        voices = [
            Voice(
                name=place.participant.name if place.participant else place.transcript.title,
                place=place.site.name if place.site else "",
                transcript=transcript,
                passages=counts[person],
                starred=starred[person],
                may_quote=may_quote(place),
            )
            for person, transcript in first.items()
            for place in [placements[transcript]]
        ]
        return sorted(voices, key=lambda voice: (-voice.starred, -voice.passages, voice.name.casefold()))

    def _present(self, ids: Sequence[str]) -> list[Coding]:
        found = self._session.visibility.codings(stored_codings.by_id(self._database, ids).values())
        if not found:
            raise UserError(tr("That passage is no longer coded, so there is nothing to star."))
        return found

    def _coder_name(self, coder: str) -> str:
        return self._session.directory.coder_name(coder) if coder else ""


def _facts(codings: Sequence[Coding]) -> dict[str, object]:
    first = codings[0]
    start, end = min(coding.start for coding in codings), max(coding.end for coding in codings)
    return {"transcript": first.transcript, "start": start, "end": end, "code": first.code}
