"""What a person does with one quote: copies it, changes its codings, takes its code off, stars it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from qualcoder_lite.gui.pages.quotes.words import copied
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.widgets.chip import ChipFace


def copy(workspace: Workspace, extract: Extract) -> None:
    """Put a quote on the clipboard, unless the person said no to that."""
    if not extract.may_quote:
        workspace.failed.emit(tr("This person said no to being quoted, so the words were not copied."))
        return
    QGuiApplication.clipboard().setText(copied(extract))
    workspace.done.emit(tr("The quote is copied, with who says it."), False)


def change(page: QWidget, workspace: Workspace, extract: Extract, face: ChipFace) -> None:
    """Ask for another code, other edges or no code, and do that."""
    from qualcoder_lite.gui.pages.quotes.change import change_quote

    project = workspace.project
    wanted = change_quote(page, project, extract, face, workspace.coder)
    if wanted is None:
        return
    if wanted.off:
        _remove(workspace, wanted.codings, extract.code)
        return
    workspace.act(
        lambda: project.codings.change_together(
            wanted.codings, code=wanted.code, start=wanted.start, end=wanted.end, coder=workspace.coder
        ),
        say=tr("Changed: {code}.", code=project.codebooks.names()[wanted.code] if wanted.code else extract.code),
    )


def take_off(page: QWidget, workspace: Workspace, extract: Extract, face: ChipFace) -> None:
    """Take off one's own coding of a quote; whose it is otherwise is asked for."""
    mine = {coder.id for coder in workspace.project.coders.all() if coder.name == workspace.coder}
    codings = workspace.project.codings.present(extract.codings).values()
    own = tuple(coding.id for coding in codings if coding.coder in mine and coding.decision is None)
    if own:
        _remove(workspace, own, extract.code)
    else:
        change(page, workspace, extract, face)


def _remove(workspace: Workspace, codings: tuple[str, ...], code: str) -> None:
    project = workspace.project
    workspace.act(
        lambda: project.codings.remove(codings, coder=workspace.coder), say=tr("Taken off: {code}.", code=code)
    )


def star(workspace: Workspace, extract: Extract) -> None:
    """Put a star on a quote, or take it off."""
    stars, coder = workspace.project.stars, workspace.coder
    if extract.starred:
        workspace.act(lambda: stars.take_off(extract.codings, coder=coder), say=tr("The star is off."))
    else:
        workspace.act(lambda: stars.put(extract.codings, coder=coder), say=tr("Starred, to be shown."))
