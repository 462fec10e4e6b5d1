"""Steps on participants, their consent and their names, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling


def people_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told, with the participants' names as they are now."""

    def who(facts: Facts) -> str:
        return names.participant(facts) if "participant" in facts else how_many(facts["count"], "participant")

    return {
        "import-participants": lambda f: tr(
            "took in {n:,} participant from “{file}”",
            "took in {n:,} participants from “{file}”",
            n=f["count"],
            file=f["file"],
        ),
        "add-participant": lambda f: tr("added the participant {name}", name=names.participant(f)),
        "update-participant": lambda f: tr("changed what is known of {name}", name=names.participant(f)),
        "remove-participants": lambda f: tr("removed {n:,} participant", "removed {n:,} participants", n=f["count"]),
        "join-participants": lambda f: tr("joined two participants, now {name}", name=names.participant(f)),
        "record-consent": lambda f: tr("recorded what {who} agreed to", who=who(f)),
        "set-attribute": lambda f: tr("set up the fact “{name}” about participants", name=f["name"]),
        "remove-attribute": lambda f: tr("removed the fact “{name}” about participants", name=f["name"]),
        "set-targets": lambda f: tr(
            "set how many people to hear in {n:,} cell of the grid",
            "set how many people to hear in {n:,} cells of the grid",
            n=f["count"],
        ),
        "withdraw": _withdrew,
        "pseudonymise": lambda f: tr(
            "replaced a name in {places}, in {transcripts}",
            places=tr("{n:,} place", "{n:,} places", n=f["places"]),
            transcripts=how_many(f["transcripts"], "transcript"),
        ),
    }


def _withdrew(facts: Facts) -> str:
    transcripts = how_many(facts["count"], "transcript")
    if facts["places"]:
        return tr(
            "withdrew a participant with {transcripts}, and their words in {places}",
            transcripts=transcripts,
            places=tr("{n:,} other place", "{n:,} other places", n=facts["places"]),
        )
    return tr("withdrew a participant with {transcripts}", transcripts=transcripts)
