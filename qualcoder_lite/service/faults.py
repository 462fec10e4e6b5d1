"""The log of the program's own faults. It never holds an exception's message, which might quote a transcript."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qualcoder_lite import __version__

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "qualcoder-lite-faults.log"
_MOST_BYTES = 1_000_000


def log_fault(fault: BaseException) -> Path:
    """Append where in the program a fault arose to its log, and give the log's place."""
    # Loaded with the first fault: every start of the program would pay for them otherwise.
    import tempfile
    import traceback
    from pathlib import Path

    import platformdirs

    frames = "".join(traceback.format_tb(fault.__traceback__))
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    entry = f"{moment} version {__version__} {type(fault).__qualname__}\n{frames}\n"
    try:
        return _append(entry, platformdirs.user_log_path("qualcoder-lite", appauthor=False))
    except OSError:  # no home to write to: what went wrong must be kept all the same
        return _append(entry, Path(tempfile.gettempdir()))


def _append(entry: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / _NAME
    if place.exists() and place.stat().st_size > _MOST_BYTES:
        place.replace(place.with_suffix(".log.1"))
    with place.open("a", encoding="utf-8") as log:
        log.write(entry)
    return place
