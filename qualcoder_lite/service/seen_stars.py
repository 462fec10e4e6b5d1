"""The stars as whoever looks may see them: all but those that would tell of other people's work in a blind round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.stars import Stars
from qualcoder_lite.storage.coding import stars

if TYPE_CHECKING:
    from qualcoder_lite.service.session import Session


def seen_stars(session: Session) -> Stars:
    """The stars on codings that whoever looks sees; read once until something changes."""

    def read() -> Stars:
        sees = session.visibility.sees
        return Stars(
            star for star in stars.read(session.database) if sees(star.transcript, star.coder, settled=star.settled)
        )

    return session.kept("stars", read)
