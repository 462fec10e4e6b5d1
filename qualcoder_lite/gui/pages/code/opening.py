"""Opening one transcript after another, each in its project where the reader was in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.hint import Hint
    from qualcoder_lite.gui.pages.code.keys import CodingKeys
    from qualcoder_lite.gui.pages.code.paper import Paper
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.pages.code.shelf import Shelf
    from qualcoder_lite.gui.pages.code.small_bites import SmallBites

_BEGINNING = Span(0, 0)


class Opening:
    """Lays transcripts of the shelf on the desk.

    Attributes:
        project: The path of the project that transcripts are opened of.
    """

    def __init__(
        self,
        session: CodingSession,
        desk: Desk,
        paper: Paper,
        shelf: Shelf,
        keys: CodingKeys,
        bites: SmallBites,
        hint: Hint,
    ) -> None:
        """Open none yet."""
        self._session, self._desk, self._paper, self._shelf = session, desk, paper, shelf
        self._keys, self._bites, self._hint = keys, bites, hint
        self.project = ""
        self._places: dict[str, tuple[str, Span]] = {}

    def remember(self, place: Span) -> None:
        """Keep where the reader is in the open transcript."""
        self._places[self.project] = (self._session.transcript.id, place)

    def open_last(self) -> None:
        """Open the transcript that was open before in this project, or the one to begin with."""
        transcript, place = self._places.get(self.project, ("", _BEGINNING))
        if transcript not in self._shelf:
            transcript, place = self._shelf.next_to_code(), _BEGINNING
        if transcript:
            self.open(transcript, place)
        else:
            self._session.close()

    def open(self, transcript: str, place: Span = _BEGINNING) -> None:
        """Open a transcript, at a passage if one is given."""
        self._desk.bar.keep_memo()
        self._keys.forget()
        self._session.open(transcript)
        self._bites.begin(0)
        self._paper.load(place)
        self._desk.list.show_open(transcript)
        self._shelf.tell()
        self._hint.say()

    def open_at(self, transcript: str, place: Span) -> None:
        """Show a passage of a transcript, and pick a coding that is just there."""
        if transcript != self._session.transcript.id:
            self.open(transcript, place)
        elif place.start < place.end:
            self._desk.view.show_passage(*place)
        there = [each for each in self._paper.shown() if (each.start, each.end) == place]
        self._session.activate(there[0].id if there else "")

    def step(self, step: int) -> bool:
        """Open the next transcript of the list, or the one before; whether there is any: else it is said."""
        transcript = self._desk.list.neighbour(step)
        if transcript:
            self.open(transcript)
            return True
        last, first = tr("This is the last transcript in the list."), tr("This is the first transcript in the list.")
        self._desk.say(last if step > 0 else first, icon="info")
        return False
