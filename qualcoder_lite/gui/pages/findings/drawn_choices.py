"""What is asked for of a drawing: the boxes over it, the question they come to, and what was counted in answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.pictures import Behind, Drawing
    from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope


@dataclass(frozen=True, slots=True)
class Counted:
    """A drawing that was counted, and what was counted for it, which the view's choices or exports go by."""

    drawing: Drawing
    of: Any


class Asked(Protocol):
    """What a view's choices ask for."""

    def count(self, project: Project) -> Counted:
        """The drawing."""
        raise NotImplementedError

    def quotes_scope(self, behind: Behind) -> Scope | None:
        """What the page Quotes shows of a place; None where a scope can't tell just that."""
        raise NotImplementedError

    def quotes(self, project: Project, behind: Behind) -> tuple[int, Sequence[Extract]]:
        """How many quotes are behind a place, and the first of them."""
        raise NotImplementedError


class Choices(QWidget):
    """The boxes over a drawing.

    Signals:
        changed: The person asks for something else.
    """

    changed = Signal()

    @property
    def asked(self) -> Asked:
        """What is asked for."""
        raise NotImplementedError

    def offer(self, project: Project) -> None:
        """Offer what the project holds."""
        raise NotImplementedError

    def take(self, counted: Counted) -> None:
        """Offer what can be chosen of what was counted."""

    def lacks_codes(self) -> bool:
        """Whether what was offered last lacks the codes that what is asked for is about."""
        return False

    @property
    def chosen(self) -> OfWhom:
        """Whom, and whose codings, it is asked of."""
        raise NotImplementedError

    def choose_whom(self, of_whom: OfWhom) -> None:
        """Ask it of others, without a signal, as far as that can be."""
        raise NotImplementedError
