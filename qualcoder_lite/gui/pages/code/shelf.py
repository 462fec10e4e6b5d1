"""The project's transcripts: listed beside the text, and told of over and under it while one of them is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcoder_lite.domain.transcript_mark import Marks
from qualcoder_lite.gui.pages.code.listed import listed
from qualcoder_lite.gui.pages.code.transcript_list import MINE
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.about_transcript import AboutTranscript
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.listed import ListedTranscript
    from qualcoder_lite.gui.pages.code.paper import Paper
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.pages.code.small_bites import SmallBites
    from qualcoder_lite.gui.project.workspace import Workspace


class Shelf(QObject):
    """Knows every transcript as the list shows it."""

    def __init__(
        self,
        workspace: Workspace,
        session: CodingSession,
        desk: Desk,
        paper: Paper,
        about: AboutTranscript,
        bites: SmallBites,
    ) -> None:
        """Hold none yet."""
        super().__init__(desk)
        self._workspace, self._session, self._desk = workspace, session, desk
        self._paper, self._about, self._bites = paper, about, bites
        self._rows: dict[str, ListedTranscript] = {}

    def __contains__(self, transcript: object) -> bool:
        """Whether there is a transcript of this id."""
        return transcript in self._rows

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    @property
    def opened(self) -> ListedTranscript | None:
        """The one that is open."""
        return self._rows.get(self._session.transcript.id)

    def next_to_code(self) -> str:
        """The transcript to begin with, by id: where everything is done the first; empty where there is none."""
        going_on = self._workspace.project.progress.going_on(self._workspace.coder)
        return going_on.transcript or next(iter(self._rows), "")

    # Looking at the project

    def look_again(self) -> None:
        """Read what there is to say of every transcript."""
        project, coder = self._workspace.project, self._counted
        marks = project.progress.marks()
        rounds = project.progress.in_rounds(self._workspace.coder)
        rows = listed(project.transcripts.overview(), project.codings.reached(coder), coder, marks, rounds)
        self._rows = {row.id: row for row in rows}
        self._desk.list.whose.set_value(self._paper.whose)
        self._desk.list.fill(rows)
        self.tell_done()

    def count_again(self) -> None:
        """Read how far the coding of every transcript has come, and nothing else."""
        reached = self._workspace.project.codings.reached(self._counted)
        self._desk.list.model.count_all(
            {id_: (count, min(1.0, end / self._rows[id_].characters)) for id_, (count, end) in reached.items()}
        )

    @property
    def _counted(self) -> str:
        """Whose codings are counted; empty for everybody's."""
        return self._workspace.coder if self._paper.whose == MINE else ""

    # Telling of the one that is open

    def tell(self) -> None:
        """Say which one is open, where the reader is in it, and whether it is done."""
        row = self.opened
        if row is not None:
            self._desk.header.show_transcript(row.name, row.site, self._detail(row))
        self.tell_done()

    def tell_where(self) -> None:
        """Say where in it the reader is."""
        row = self.opened
        if row is not None:
            self._desk.header.show_detail(self._detail(row))

    def tell_done(self) -> None:
        """Say whether the coder is done with it."""
        row, coder = self.opened, self._workspace.coder
        if row is not None:
            self._desk.foot.show_done(row.name, row.done_by(coder))
            self._about.show(row.name, self._workspace.project.progress.marks().get(row.id, Marks()), coder)

    def _detail(self, row: ListedTranscript) -> str:
        number = self._desk.view.turn_number
        where = tr("turn {number} of {turns}", number=number, turns=row.turns) if number else ""
        parts = (row.respondent, row.site, row.client_group, where, self._bites.words)
        told = " · ".join(part for part in parts if part)
        return f"{told[:1].upper()}{told[1:]}"
