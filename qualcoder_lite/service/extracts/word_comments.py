"""Taking comments that were written on quotes in Word back into the project, as memos on those very codings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.changes import Changes
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.memo import About, Memo
from qualcoder_lite.domain.names import natural_id, new_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.storage import memos as stored
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.importers.word_comments import ReviewedDocument, WordComment
    from qualcoder_lite.service.session import Session

#: What a comment's memo is called: the project keeps it, the same in every copy.
TITLE = "Comment in Word"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsTaken:
    """What came of a document's comments.

    Attributes:
        changes: What the project has more of.
        taken: How many comments are memos now.
        already: How many were taken back before.
        elsewhere: Comments that are on no quote; they are in no memo.
        gone: Comments on quotes whose coding was taken off since, or isn't to be seen now.
        changed: The ids of the quotes whose words were changed in the document, as a document has them.
    """

    changes: Changes
    taken: int
    already: int
    elsewhere: Sequence[WordComment]
    gone: Sequence[WordComment]
    changed: Sequence[str]

    def left_alone(self) -> list[str]:
        """What was not taken in, and why, in sentences."""
        sentences: list[str] = []
        if self.already:
            sentences.append(
                tr(
                    "{n:,} comment had been taken back before.",
                    "{n:,} comments had been taken back before.",
                    n=self.already,
                )
            )
        sentences += [
            tr("Not taken, because it is on no quote: {comment}.", comment=_in_words(one)) for one in self.elsewhere
        ]
        sentences += [
            tr("Not taken, because its coding is no longer there: {comment}.", comment=_in_words(one))
            for one in self.gone
        ]
        return sentences + [
            tr("Quote {quote} was changed in the document. The transcript stays as it is.", quote=quote)
            for quote in self.changed
        ]

    def as_dict(self) -> dict[str, Any]:
        """The same as one JSON document."""
        return {
            "taken": self.taken,
            "already": self.already,
            "elsewhere": [_as_dict(one) for one in self.elsewhere],
            "gone": [_as_dict(one) for one in self.gone],
            "changed": list(self.changed),
        }

    def in_words(self) -> str:
        """What was taken in, as a sentence."""
        if not self.taken:
            return tr("No comment was taken back.")
        return tr(
            "{n:,} comment is a memo on its coding now.", "{n:,} comments are memos on their codings now.", n=self.taken
        )


def _in_words(comment: WordComment) -> str:
    return f"“{' '.join(comment.text.split())}”{f' ({comment.author})' if comment.author else ''}"


def _as_dict(comment: WordComment) -> dict[str, str]:
    return {"author": comment.author, "written_at": comment.written_at, "text": comment.text}


@dataclass(frozen=True, slots=True)
class Review:
    """A document that came back with comments: the file's name, and what was read of it."""

    file: str
    read: ReviewedDocument


def read_review(document: Path) -> Review:
    """Read a document that came back: the part that takes a while, and needs no project.

    Raises UserError where the file is no Word document, or holds no quote that was exported from a project.
    """
    from qualcoder_lite.importers.files import read_file
    from qualcoder_lite.importers.word_comments import read_comments

    reviewed = read_comments(read_file(document), document.name)
    if not reviewed.quoted:
        raise UserError(
            tr(
                "No quote in “{file}” can be told by its hidden mark. Take a Word document of extracts that was "
                "exported from this project, with the comments written into that file.",
                file=document.name,
            )
        )
    return Review(document.name, reviewed)


def keep_comments(session: Session, review: Review, *, coder: str = "") -> CommentsTaken:
    """Make a memo of each comment on a quote, signed by who wrote it, all in one step that `coder` takes.

    The same comment is taken once, however often the document is; a quote that was changed is told, never taken in.

    Raises UserError where none of the document's quotes is from this project.
    """
    reviewed = review.read
    found = session.visibility.codings(codings.by_id(session.database, reviewed.quoted).values())
    present = {coding.id: coding for coding in found}
    if not present:
        raise UserError(
            tr(
                "None of the quotes in “{file}” is in this project. Open the project that it was exported from.",
                file=review.file,
            )
        )
    wanted = _by_memo_id([one for one in reviewed.comments if one.coding in present])
    already = stored.present(session.database, wanted) | _undated_already(session, wanted)
    fresh = {id_: comment for id_, comment in wanted.items() if id_ not in already}
    return CommentsTaken(
        changes=_keep(session, fresh, present, review.file, coder) if fresh else Changes(),
        taken=len(fresh),
        already=len(already),
        elsewhere=[one for one in reviewed.comments if not one.coding],
        gone=[one for one in reviewed.comments if one.coding and one.coding not in present],
        changed=[quote_id(coding) for coding in reviewed.changed],
    )


def _keep(
    session: Session, comments: Mapping[str, WordComment], present: Mapping[str, Coding], file: str, coder: str
) -> Changes:
    facts = {"count": len(comments), "file": file}
    with session.step("take-comments-back", facts, coder=session.directory.coder_name(coder)) as step:
        for id_, comment in comments.items():
            coding = present[comment.coding]
            memo = Memo(
                id=id_,
                title=TITLE,
                body=canonical(comment.text),
                coder=session.directory.coder(comment.author) if comment.author else None,
                written_at=comment.written_at or datetime.now(UTC).isoformat(timespec="seconds"),
                about=About(coding=coding.id, transcript=coding.transcript),
            )
            stored.add(session.database, memo)
    return step.changes


def _by_memo_id(comments: Sequence[WordComment]) -> dict[str, WordComment]:
    """Comments by the ids of their memos: the same in every copy, so that what two people take back is one memo.

    Made of nothing that is written: an id stays, and must not betray a name that is replaced in the memo later on.
    """
    times: Counter[tuple[str, str, str]] = Counter()
    found: dict[str, WordComment] = {}
    for one in comments:
        key = (one.coding, one.author, one.written_at)
        times[key] += 1
        found[natural_id("comment", *key, str(times[key])) if one.written_at else new_id()] = one
    return found


def _undated_already(session: Session, wanted: Mapping[str, WordComment]) -> set[str]:
    """Those of the comments without a time that say what a memo on their coding says already."""
    if all(comment.written_at for comment in wanted.values()):
        return set()
    said = {(memo.about.coding, memo.body) for memo in stored.read(session.database) if memo.about.coding}
    return {id_ for id_, one in wanted.items() if not one.written_at and (one.coding, canonical(one.text)) in said}
