"""Steps on participants, their consent and their names, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.codebook_words import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.directory import Directory


def people_words(directory: Directory) -> dict[str, Callable[[dict[str, Any]], str]]:
    """How each verb is told, with the participants' names as they are now."""

    def person(facts: dict[str, Any]) -> str:
        entry = directory.participants.by_id.get(facts["participant"])
        return entry.name if entry else "a participant that is gone"

    return {
        "import-participants": lambda f: f"took in {number(f['count'], 'participant')} from “{f['file']}”",
        "add-participant": lambda f: f"added the participant {person(f)}",
        "update-participant": lambda f: f"changed what is known of {person(f)}",
        "remove-participants": lambda f: f"removed {number(f['count'], 'participant')}",
        "join-participants": lambda f: f"joined two participants, now {person(f)}",
        "record-consent": lambda f: (
            f"recorded what {person(f) if 'participant' in f else number(f['count'], 'participant')} agreed to"
        ),
        "set-attribute": lambda f: f"set up the fact “{f['name']}” about participants",
        "remove-attribute": lambda f: f"removed the fact “{f['name']}” about participants",
        "set-targets": lambda f: f"set how many people to hear in {number(f['count'], 'cell')} of the grid",
        "withdraw": _withdrew,
        "pseudonymise": lambda f: (
            f"replaced a name in {number(f['places'], 'place')}, in {number(f['transcripts'], 'transcript')}"
        ),
    }


def _withdrew(facts: dict[str, Any]) -> str:
    places = f", and their words in {number(facts['places'], 'other place')}" if facts["places"] else ""
    return f"withdrew a participant with {number(facts['count'], 'transcript')}{places}"
