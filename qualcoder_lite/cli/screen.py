"""Opening the window, where there is a screen. Nothing heavy is loaded for it but the window: not even click."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def open_window(project: Path | None) -> int:
    """Show the window until it is closed, and give the exit code. UserError where there is no screen."""
    if not has_display():
        raise UserError(
            "There is no screen to open a window on. Every other command works without one: "
            "see “qualcoder-lite --help”."
        )
    from qualcoder_lite.app import run_window

    return run_window(project)


def has_display() -> bool:
    """Whether a window can be shown: Qt would end the program outright where it can't."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _x_answers(os.environ.get("DISPLAY", ""))


def _x_answers(display: str) -> bool:
    """Whether an X server answers at a display such as ":0"; one on another machine is taken at its word."""
    import socket

    host, colon, number = display.rpartition(":")
    if not colon or host:
        return bool(colon)
    place = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where X servers put their sockets
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(address)
            except OSError:
                continue
            return True
    return False
