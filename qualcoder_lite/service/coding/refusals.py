"""What codings may not become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.coding.sameness import key
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import codings as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.service.session import Session


def refuse_retired(session: Session, fresh: Iterable[Coding]) -> None:
    """Raise UserError where a code was taken out of use: what bears it keeps it, but nothing more gets it."""
    retired = codebooks.retired(session.database)
    code = next((coding.code for coding in fresh if coding.code in retired), None)
    if code is not None:
        raise UserError(
            tr(
                "“{name}” is retired, so it can’t be put on a passage. Use another code, or bring it back "
                "in the codebook first.",
                name=session.directory.codes.by_id[code].name,
            )
        )


def refuse_twins(session: Session, codings: Iterable[Coding], *, among: Collection[str]) -> None:
    """Raise UserError where a coder has one of these codes on its passage by a coding not `among` these (ids)."""
    own = {key(coding): coding for coding in codings if coding.decision is None}
    for twin in stored.alike(session.database, own.values()).values():
        coding = own.get(key(twin))
        if coding is not None and twin.id not in among:
            code = session.directory.codes.by_id[coding.code].name
            raise UserError(
                tr(
                    "{coder} has “{code}” on this passage already, in the coding {id}. "
                    "Take one of the two off instead.",
                    coder=session.directory.coders.by_id[coding.coder].name,
                    code=code,
                    id=twin.id,
                )
            )
