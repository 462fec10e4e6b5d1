"""Pictures of every page of the real window, with what each page is short of: for the README and for a check.

The window is laid out and painted as ever, but never put on the screen; settings are of this one time, and the
project is opened for reading.
"""

from __future__ import annotations

import json
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
from qualcoder_lite.gui.project.workspace import Visit, Workspace
from qualcoder_lite.gui.widgets.controls import unnamed
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.gui.window.warm_up import WarmUp
from qualcoder_lite.gui.work.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from qualcoder_lite.gui.program.settings import Settings

SIZE = QSize(1440, 900)
_CALM = 5  # looks at the window, one after another, at which nothing was going on
_LOOK = 20  # milliseconds between two of them
_SOON = 500  # milliseconds: work that is put off no longer than that belongs to what is going on


def take_screenshots(project: Path, to: Path, settings: Settings) -> list[dict[str, Any]]:
    """Visit every page, write PAGE.png for each and pages.json, and give what the latter holds.

    Raises UserError where the project can't be opened or the pictures can't be written.
    """
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UserError(f"The folder “{to}” can’t be made ({fault.strerror}). Choose another.") from fault
    workspace = Workspace(settings)
    workspace.open(project, to_read=True)
    let_somebody_code(workspace)
    window = MainWindow(workspace)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(SIZE)
    window.show()
    try:
        # A person comes to the pages once the window has been there for a moment: what it does meanwhile is done first.
        WarmUp(window)
        wait_until_calm(window)
        pages = [_visit(window, entry.value, to) for entry in EVERY_PAGE]
    finally:
        window.close()
    _write(to / "pages.json", json.dumps(pages, indent=2) + "\n")
    return pages


def _visit(window: MainWindow, page: str, to: Path) -> dict[str, Any]:
    start = perf_counter()
    window.go(page)
    window.grab()
    first_paint = (perf_counter() - start) * 1000
    if page == "code":
        turn_to_codings(window)
    wait_until_calm(window)
    file = to / f"{page}.png"
    if not window.grab().save(str(file)):
        raise UserError(f"“{file}” can’t be written. See whether there is room, and whether you may write there.")
    return {"page": page, "first_paint_ms": round(first_paint, 1), "unnamed_widgets": unnamed(window)}


def let_somebody_code(workspace: Workspace) -> None:
    """Let the first coder be the one who looks on, so that their work is what the pictures show."""
    coders = workspace.project.coders.all()
    if coders and not workspace.coder:
        workspace.set_coder(coders[0].name)


def turn_to_codings(window: MainWindow) -> None:
    """Show the transcript with the most codings, at the first of them that says most."""
    project = window.workspace.project
    most = max(project.transcripts.overview(), key=lambda each: each.codings, default=None)
    if most is None or not most.codings:
        return
    mine = {each.id for each in project.coders.all() if each.name == window.workspace.coder}
    codings = project.codings.of_transcript(most.transcript.id)
    shown = max(codings, key=lambda coding: (coding.coder in mine, len(coding.attributions)))
    window.workspace.visit(Visit(page="code", transcript=most.transcript.id, start=shown.start, end=shown.end))


def wait_until_calm(window: MainWindow) -> None:
    """Let the window go on until no work runs for it any more, nor is about to."""
    loop, timer, calm = QEventLoop(), QTimer(), 0

    def look() -> None:
        nonlocal calm
        calm = 0 if _is_busy(window) else calm + 1
        if calm == _CALM:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_LOOK)
    loop.exec()
    timer.stop()


def _is_busy(window: MainWindow) -> bool:
    """Whether work runs for a window or is about to: parts of it come and go meanwhile."""
    runners = [*window.workspace.findChildren(Tasks), *window.findChildren(Tasks)]
    delays = [each for each in window.findChildren(QTimer) if each.isSingleShot() and each.interval() <= _SOON]
    return (
        any(tasks.busy for tasks in runners)
        or any(delay.isActive() for delay in delays)
        or not all(each.is_over for each in window.findChildren(WarmUp))
    )


def _write(file: Path, words: str) -> None:
    try:
        file.write_text(words, encoding="utf-8")
    except OSError as fault:
        raise UserError(f"“{file}” can’t be written ({fault.strerror}).") from fault
