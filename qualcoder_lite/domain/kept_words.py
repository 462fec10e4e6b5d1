"""Words that every project keeps in English, so that people of several languages can share it, as they are said.

Whoever shows who somebody is, or how far partners have come together, says so with `in_language`; what is compared,
kept or written for the program stays as it is. Client groups and countries are a project's own words.
"""

from __future__ import annotations

from qualcoder_lite.translation import tr, tr_later

_KEPT = frozenset(
    {
        # who answers, and who speaks in place of one of them
        tr_later("service user"),
        tr_later("unpaid carer"),
        tr_later("paid carer"),
        tr_later("carer"),
        tr_later("support worker"),
        tr_later("interviewer"),
        tr_later("participant"),
        # what a coder is to the study
        tr_later("user-researcher"),
        tr_later("academic lead"),
        tr_later("other"),
        # the continuum of partnership
        tr_later("relative autonomy"),
        tr_later("co-ordination"),
        tr_later("joint appointments"),
        tr_later("enhanced partnership"),
        tr_later("structural integration"),
    }
)


def in_language(kept: str) -> str:
    """A kept word in the language that is spoken; one that isn't known stays as it is."""
    return tr(str(kept)) if kept in _KEPT else str(kept)


def in_language_first(kept: str) -> str:
    """The same where it begins a line: with a capital letter."""
    words = in_language(kept)
    return words[:1].upper() + words[1:]
