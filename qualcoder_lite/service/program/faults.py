"""The log of the program's own faults, and the report of them that a person may pass on.

Neither ever holds an exception's message, which might quote a transcript, nor where in the person's own folders the
program lies: only the kinds of the faults, and the lines of the program that they passed through.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qualcoder_lite import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME = "qualcoder-lite-faults.log"
_STOPPED_NAME = "qualcoder-lite-stopped.log"
_MOST_BYTES = 1_000_000
_MOST_IN_REPORT = 20_000  # characters of the log's end
# What `faulthandler` writes where a program can't go on; Windows lets it tell of much that is mended at once, too.
_SUDDEN = ("Fatal Python error", "access violation", "stack overflow")
_DEEPEST = 20  # causes told of one fault


def log_fault(fault: BaseException) -> Path:
    """Append where in the program a fault arose, and what caused it, to its log, and give the log's place."""
    return _append("\n".join(_told(fault)))


def report() -> str:
    """What may be passed on when something went wrong: the end of the log, and the versions of everything."""
    import platform

    from qualcoder_lite.service.program.built_on import parts

    log = _folder() / _NAME
    kept = log.read_text(encoding="utf-8", errors="replace")[-_MOST_IN_REPORT:] if log.exists() else ""
    versions = ", ".join(f"{part.name} {part.version}" for part in parts())
    return "\n\n".join(
        [
            f"QualCoder Lite {__version__} on {platform.system()} {platform.release()}, {platform.machine()}",
            kept.strip() or "No fault of the program is in its log.",
            f"Built on {versions}.\n",
        ]
    )


def watch_for_sudden_end() -> bool:
    """From now on let even an end that Python can't catch leave its place; whether the last run ended so.

    What the last run left is moved to the log of faults.
    """
    import faulthandler

    place = _folder() / _STOPPED_NAME
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        left = place.read_text(encoding="utf-8", errors="replace") if place.exists() else ""
        stream = place.open("w", encoding="utf-8")
    except OSError:  # no home to write to: such an end will leave nothing, which is no reason not to work
        return False
    faulthandler.enable(stream)  # which keeps the file open
    if left:
        _append(_without_folders(f"ended suddenly\n{left}"))
    return any(sign in left for sign in _SUDDEN)


def _told(fault: BaseException) -> Iterator[str]:
    """A fault and its causes, the first cause last, each as its kind and the lines it passed through."""
    each: BaseException | None = fault
    for depth in range(_DEEPEST):
        if each is None:
            return
        yield f"{'caused by ' if depth else ''}{type(each).__qualname__}"
        yield from _frames(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _frames(fault: BaseException) -> Iterator[str]:
    import traceback

    for frame, number in traceback.walk_tb(fault.__traceback__):
        code = frame.f_code
        yield f"  {_within_packages(code.co_filename)}:{number} {code.co_qualname}"


def _within_packages(file: str) -> str:
    """A file's path from the folder on that packages lie in, with no word of where that is on this computer."""
    parts = file.replace("\\", "/").split("/")
    for root in ("site-packages", "qualcoder_lite"):
        if root in parts:
            start = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[start + (root == "site-packages") :])
    return parts[-1]


def _without_folders(words: str) -> str:
    """The lines that `faulthandler` wrote, with their files named from the packages' folder on."""
    import re

    return re.sub(r'File "([^"]*)"', lambda found: f'File "{_within_packages(found[1])}"', words)


def _append(what: str) -> Path:
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    entry = f"{moment} version {__version__} {what}\n\n"
    try:
        return _append_to(_folder(), entry)
    except OSError:  # no home to write to: what went wrong must be kept all the same
        import tempfile
        from pathlib import Path

        return _append_to(Path(tempfile.gettempdir()), entry)


def _folder() -> Path:
    # Loaded with the first fault: every start of the program would pay for it otherwise.
    import platformdirs

    return platformdirs.user_log_path("qualcoder-lite", appauthor=False)


def _append_to(folder: Path, entry: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / _NAME
    if place.exists() and place.stat().st_size > _MOST_BYTES:
        place.replace(place.with_suffix(".log.1"))
    with place.open("a", encoding="utf-8") as log:
        log.write(entry)
    return place
