"""What a step adds to a codebook's history: the codebook goes up by one version, and each change is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.domain.codebook import CodebookChange
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.storage.codebook import codebooks as stored
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.service.session import Session

#: What an entry of the history calls a field of a code; the name comes first, as that is what people look for. The
#: project keeps these words, which `domain.codebook_history` tells in those of the person's language.
CODE_FIELDS = {
    "name": "renamed",
    "definition": "definition",
    "when_to_use": "when to use",
    "when_not_to_use": "when not to use",
    "question": "question",
    "example": "example",
    "aliases": "other names",
    "key": "key",
}
GROUP_FIELDS = {
    "name": "group renamed",
    "key": "group key",
    "colour": "group colour",
    "description": "group description",
}
#: What needs a reason.
Reasoned = Literal["new-code", "name", "meaning", "retired-code", "merge", "split", "new-group"]
_NEEDED: dict[Reasoned, str] = {
    "new-code": tr_later("A new code needs the reason why: one line is enough. The codebook’s history keeps it."),
    "name": tr_later("Another name needs the reason why: one line is enough. The codebook’s history keeps it."),
    "meaning": tr_later("Another meaning needs the reason why: one line is enough. The codebook’s history keeps it."),
    "retired-code": tr_later(
        "A retired code needs the reason why: one line is enough. The codebook’s history keeps it."
    ),
    "merge": tr_later("A merge needs the reason why: one line is enough. The codebook’s history keeps it."),
    "split": tr_later("A split needs the reason why: one line is enough. The codebook’s history keeps it."),
    "new-group": tr_later("A new group needs the reason why: one line is enough. The codebook’s history keeps it."),
}


class CodebookLog:
    """Notes what one step changes, with one reason, by one person. Made inside the step."""

    def __init__(self, session: Session, *, why: str, coder: str) -> None:
        """`coder` is a name, made with the first entry if it is new; empty where nobody said who they are."""
        self._session = session
        self._database = session.database
        self._why, self._coder = why, coder.strip()
        self._at = datetime.now(UTC).isoformat(timespec="seconds")

    def note(
        self, codebook: Codebook, what: str, code: str | None = None, *, before: str = "", after: str = ""
    ) -> None:
        """Add an entry; `codebook` is as it was before the step, so all entries of the step bear one version."""
        change = CodebookChange(
            id=new_id(),
            codebook=codebook.id,
            version=codebook.version + 1,
            code=code,
            what=what,
            before=before,
            after=after,
            why=self._why,
            coder=self._session.directory.coder(self._coder) if self._coder else None,
            changed_at=self._at,
        )
        stored.record_change(self._database, change)


def reason(why: str, what: Reasoned | None = None) -> str:
    """A reason as it is kept. UserError where none is given for `what` needs one."""
    why = canonical(why).strip()
    if what and not why:
        raise UserError(tr(_NEEDED[what]))
    return why


def shown(value: str | tuple[str, ...]) -> str:
    """A field of a code as the history keeps it."""
    return value if isinstance(value, str) else "; ".join(value)
