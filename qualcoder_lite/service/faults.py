"""The log of the program's own faults. It never holds an exception's message, which might quote a transcript."""

from __future__ import annotations

import traceback
from datetime import datetime
from typing import TYPE_CHECKING

import platformdirs

from qualcoder_lite import __version__

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 1_000_000


def log_fault(fault: BaseException) -> Path:
    """Append where in the program a fault arose to its log, and give the log's place."""
    place = platformdirs.user_log_path("qualcoder-lite", appauthor=False, ensure_exists=True) / "faults.log"
    if place.exists() and place.stat().st_size > _MOST_BYTES:
        place.replace(place.with_suffix(".log.1"))
    frames = "".join(traceback.format_tb(fault.__traceback__))
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    with place.open("a", encoding="utf-8") as log:
        log.write(f"{moment} version {__version__} {type(fault).__qualname__}\n{frames}\n")
    return place
