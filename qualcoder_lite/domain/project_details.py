"""What a project says of itself, in the window and on the first page of what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcoder_lite.translation import tr, tr_later

#: What every document that holds people's words says on each page.
PRIVACY = tr_later("Contains pseudonymised personal data")
#: What its first page says, until a study has words of its own.
USUAL_NOTICE = tr_later(
    "Contains pseudonymised personal data. Keep it where the study’s data are kept, and share it only with those who "
    "may see them."
)


@dataclass(frozen=True, slots=True)
class ProjectDetails:
    """The study behind a project.

    Attributes:
        title: What it is called.
        led_by: Who runs it, as its documents name them; may be blank.
        notice: How whoever holds a document is to look after it; blank for the usual words.
    """

    title: str
    led_by: str = ""
    notice: str = ""

    @property
    def named(self) -> str:
        """The title, and under it who runs the study."""
        return tr("{title}\nLed by {who}", title=self.title, who=self.led_by) if self.led_by else self.title
