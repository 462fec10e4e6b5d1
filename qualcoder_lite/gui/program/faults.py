"""Faults of the program itself: logged, told in a sentence, and the window stays usable."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.program.faults import log_fault
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from types import TracebackType


class FaultCatcher(QObject):
    """Takes over what nobody caught.

    Signals:
        caught: Something wasn't caught elsewhere, and was logged if it is a fault: the sentence to show.
    """

    caught = Signal(str)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._on_uncaught

    def uninstall(self) -> None:
        """Leave what comes to Python again."""
        sys.excepthook = sys.__excepthook__

    def _on_uncaught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        if isinstance(fault, UserError):  # something to mend outside the program, such as a disk that went away
            self.caught.emit(str(fault))
            return
        from traceback import print_tb

        place = log_fault(fault)
        print_tb(trace)
        self.caught.emit(
            tr(
                "Something went wrong inside QualCoder Lite. What was saved before is safe, and you can go on. "
                "“Report a problem”, in the menu Help, has what may be passed on; details are in “{place}”.",
                place=place,
            )
        )
