"""Steps on transcripts, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling


def transcript_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told."""

    def described(facts: Facts) -> str:
        which = names.transcripts(facts)
        if "file" in facts:
            return tr("changed what is known of {transcripts}, from “{file}”", transcripts=which, file=facts["file"])
        return tr("changed what is known of {transcripts}", transcripts=which)

    return {
        "import": lambda f: tr("imported {transcript}", transcript=names.transcript(f)),
        "describe": described,
        "delete-transcripts": lambda f: tr(
            "deleted {transcripts}, with {codings}",
            transcripts=how_many(f["count"], "transcript"),
            codings=how_many(f["codings"], "coding"),
        ),
        "read-speakers": lambda f: tr("read again who speaks in {transcript}", transcript=names.transcript(f)),
        "mark": lambda f: _marked(f, names.transcripts(f)),
        "done": lambda f: tr("declared {transcripts} done", transcripts=names.transcripts(f)),
        "not-done": lambda f: tr("declared {transcripts} not done yet", transcripts=names.transcripts(f)),
    }


def _marked(facts: Facts, which: str) -> str:
    """Which mark was given, or taken off."""
    if facts["mark"] == "put_off":
        if facts["on"]:
            return tr("put {transcripts} off", transcripts=which)
        return tr("took {transcripts} up again", transcripts=which)
    if facts["mark"] == "distressing":
        if facts["on"]:
            return tr("marked {transcripts} as distressing", transcripts=which)
        return tr("took the mark distressing off {transcripts}", transcripts=which)
    if facts["on"]:
        return tr("marked {transcripts} as reflecting on how the service is organised", transcripts=which)
    return tr("took the mark reflecting on how the service is organised off {transcripts}", transcripts=which)
