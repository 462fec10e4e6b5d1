"""Which place of the guide speaks of which page or dialog of the window."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Place = tuple[str, str]

#: Dialogs by object name, or a pattern of such names; the others belong to the page they are opened from.
DIALOGS: Mapping[str, Place] = {
    "project-details": ("pages", "home"),
    "import": ("academic-lead", "2-bring-in-the-transcripts"),
    "who-is-speaking": ("academic-lead", "2-bring-in-the-transcripts"),
    "names*": ("data-protection", "names"),
    "key": ("data-protection", "names"),
    "withdraw": ("data-protection", "withdrawal"),
    "consent": ("data-protection", "consent"),
    "rounds": ("academic-lead", "5-let-several-people-code"),
    "new-round": ("academic-lead", "5-let-several-people-code"),
    "cut": ("academic-lead", "5-let-several-people-code"),
    "bring-together": ("academic-lead", "5-let-several-people-code"),
    "*-code": ("pages", "codebook"),
    "new-group": ("pages", "codebook"),
    "reading-dialog": ("coding", "as-you-like-to-read"),
    "own-keys": ("coding", "keys-of-your-own"),
    "keys-dialog": ("keys", ""),
    "welcome": ("user-researcher", "1-make-it-comfortable"),
    "report-problem": ("data-protection", "when-something-goes-wrong"),
}


# The sections of pages whose headings differ from the pages' handles.
_SECTIONS = {"cross_check": "cross-check", "schedule": "interview-schedule"}


def topic(page: str) -> Place:
    """Chapter and anchor for a page, by its handle: Code has a chapter to itself, the others a section of one."""
    if page == "code":
        return "coding", ""
    return "pages", _SECTIONS.get(page, page)


def topic_of_dialog(name: str, page: str) -> Place:
    """Chapter and anchor for a dialog by its object name, opened while a page was shown."""
    return next((place for pattern, place in DIALOGS.items() if fnmatchcase(name, pattern)), topic(page))
