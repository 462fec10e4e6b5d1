"""What the project says of itself: the study's title, who runs it, and how its documents are to be looked after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage import projects
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.session import Session

_FIELDS = {
    "title": tr_later("title"),
    "led_by": tr_later("who runs the study"),
    "notice": tr_later("the words on how to look after documents"),
}
_TOO_LONG = {
    "title": tr_later("Title may have {most} characters; these are {found:,}. Say it shorter."),
    "led_by": tr_later("Who runs the study may have {most} characters; these are {found:,}. Say it shorter."),
    "notice": tr_later(
        "The words on how to look after documents may have {most} characters; these are {found:,}. Say it shorter."
    ),
}
_LONGEST = {"title": 200, "led_by": 200, "notice": 600}  # characters that the first page of a document has room for


class Details:
    """Reads and changes what the project says of itself."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def read(self) -> ProjectDetails:
        """What it says now."""
        return projects.details(self._session.database)

    def change(self, wanted: ProjectDetails) -> Changes:
        """Say this instead, in one step that can be undone.

        Raises UserError where the title is blank, or something is longer than a first page has room for.
        """
        said = {name: one_line(getattr(wanted, name)) for name in _FIELDS}
        if not said["title"]:
            raise UserError(tr("The project needs a title: say what the study is called."))
        for name, words in said.items():
            if len(words) > _LONGEST[name]:
                raise UserError(tr(_TOO_LONG[name], most=_LONGEST[name], found=len(words)))
        before = self.read()
        changed = [name for name, words in said.items() if words != getattr(before, name)]
        with self._session.step("project-details", {"fields": changed}) as step:
            if changed:
                projects.write_details(self._session.database, ProjectDetails(**said))
        return step.changes


def details_words() -> dict[str, Callable[[dict[str, Any]], str]]:
    """How the step is told in the history."""
    return {"project-details": _told}


def _told(facts: dict[str, Any]) -> str:
    said = ", ".join(tr(_FIELDS[name]) for name in facts["fields"])
    return tr("changed the project’s details: {fields}", fields=said)
