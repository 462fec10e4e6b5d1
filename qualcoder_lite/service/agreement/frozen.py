"""What was compared in a round, kept as JSON when it is closed, so that no later edit changes a figure of it.

It holds ids, positions and turns, no name and no word of a transcript: the texts themselves never change, and are read
from where they are. A text that was withdrawn or replaced since reads as empty.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.agreement.study import Judgeable
from qualcoder_lite.domain.transcript import Turn
from qualcoder_lite.service.agreement.material import Material
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.storage.transcripts import texts as stored_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.file.database import Database


def frozen(database: Database, material: Material) -> str:
    """Material as JSON."""
    texts = stored_texts.ids(database, [transcript.id for transcript in material.transcripts])
    kept: dict[str, Any] = {
        "coders": list(material.coders),
        "codes": list(material.codes),
        "transcripts": [
            {
                "id": each.id,
                "text": texts[each.id],
                "characters": each.characters,
                "turns": [list(turn) for turn in each.turns],
                "asking": sorted(each.asking),
                "judges": sorted(material.judges[each.id]),
            }
            for each in material.transcripts
        ],
        "codings": list(material.codings),
        "not_looked_for": sorted(material.not_looked_for),
        "left_out": dict(material.left_out),
    }
    return json.dumps(kept, ensure_ascii=False)


def thawed(session: Session, kept: str) -> Material:
    """Material from its JSON; coders and codes by the names they go by now."""
    found = json.loads(kept)
    return Material(
        coders=_named(found["coders"], session.directory.coders),
        codes=_named(found["codes"], session.directory.codes),
        transcripts=[
            Judgeable(
                id=each["id"],
                characters=each["characters"],
                turns=[Turn(*turn) for turn in each["turns"]],
                asking=frozenset(each["asking"]),
                text=partial(stored_texts.by_id, session.database, each["text"]),
            )
            for each in found["transcripts"]
        ],
        judges={each["id"]: frozenset(each["judges"]) for each in found["transcripts"]},
        codings=[tuple(row) for row in found["codings"]],
        not_looked_for=frozenset(tuple(cell) for cell in found["not_looked_for"]),
        left_out=found["left_out"],
    )


def _named(ids: Iterable[str], listing: Listing) -> dict[str, str]:
    known = listing.by_id
    return {id_: known[id_].name if id_ in known else gone(listing.noun) for id_ in ids}
