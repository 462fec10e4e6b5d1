"""A merge from its start to where a person can look at it, all in a temporary folder."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.progress import Progress, unwatched
from qualcoder_lite.storage.copies.merge import conflicts, copies, effects, parking, registers, texts
from qualcoder_lite.storage.file.private_folder import PrivateFolder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from qualcoder_lite.storage.copies.merge.conflicts import Conflict
    from qualcoder_lite.storage.copies.merge.texts import TextDiffers
    from qualcoder_lite.storage.file.database import Database


@dataclass
class Joined:
    """Copies joined apart from the project, to be looked at, then written or given up. Close it: it holds transcripts.

    `counts` says how many rows of each table are added, updated or deleted, by (table, effect). Conflicts and different
    texts are told with the file that they came from. `withdrawn` are the rows, by table, that a copy withdrew.
    """

    folder: PrivateFolder
    conflicts: list[tuple[Path, Conflict]] = field(default_factory=list[tuple[Path, "Conflict"]])
    different_texts: list[tuple[Path, TextDiffers]] = field(default_factory=list[tuple[Path, "TextDiffers"]])
    withdrawn: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    counts: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    @property
    def work(self) -> Path:
        """The working copy."""
        return Path(self.folder.name, "merged.qclite")

    @property
    def here(self) -> Path:
        """The project as it was when the copies were joined."""
        return Path(self.folder.name, "here.qclite")

    @property
    def final(self) -> bool:
        """Whether it can't be undone: it takes words away for good, of somebody who withdrew or that were replaced."""
        return bool(self.withdrawn) or any(text.carried == "here" for _, text in self.different_texts)

    def database(self) -> Database:
        """The working copy, to read what came of it. Close it."""
        return copies.opened(self.work)

    def close(self) -> None:
        """Take the private copies away."""
        self.folder.cleanup()

    def __enter__(self) -> Joined:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the private copies away."""
        self.close()


def join(project: Database, others: Sequence[Path], progress: Progress = unwatched) -> Joined:
    """Join copies with the project's own state; the project itself is not touched.

    Raises UserError where one of them can't be brought in, CancelledError.
    """
    joined = Joined(PrivateFolder())
    try:
        _join(project, others, joined, progress)
    except BaseException:
        joined.close()
        raise
    return joined


def _join(project: Database, others: Sequence[Path], joined: Joined, progress: Progress) -> None:
    progress(0, len(others) + 1)
    with closing(copies.copied(project, joined.here)):
        pass
    with closing(copies.working_copy(joined.here, joined.work)) as work:
        refused: list[UserError] = []
        for number, path in enumerate(others, 1):
            try:
                with copies.for_a_while(path, project, Path(joined.folder.name, "other.qclite")) as other:
                    if not refused:
                        _take_in(path, work, other, joined)
            except (
                UserError
            ) as fault:  # the others are looked at all the same: a person learns of all that is wrong at once
                refused.append(fault)
            progress(number, len(others) + 1)
        if refused:
            raise refused[0] if len(refused) == 1 else UserError(" ".join(dict.fromkeys(map(str, refused))))
        parking.park(work)
        effects.find(work, joined.here)
        joined.counts = effects.counts(work)
        joined.withdrawn = effects.withdrawn(work)
    progress(len(others) + 1, len(others) + 1)


def _take_in(path: Path, work: Database, other: Database, joined: Joined) -> None:
    joined.different_texts += [(path, found) for found in texts.settle(work, other)]
    with registers.attached(work, other):
        joined.conflicts += [(path, found) for found in conflicts.find(work)]
        registers.join(work)
