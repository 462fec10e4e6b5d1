"""How the matrix is counted, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS: Sequence[tuple[str, str]] = (
    (
        tr("People come first"),
        tr(
            "“22 of 31” means that 22 people speak of the outcome, of the 31 who could have. Somebody who says it ten "
            "times is still one person. A transcript that names no participant counts as one person."
        ),
    ),
    (
        tr("A passage is counted once"),
        tr(
            "If two coders mark the same words with the same code, or their marks overlap, that is one passage. If "
            "they "
            "disagree whether the outcome was delivered, the passage is mixed."
        ),
    ),
    (
        tr("By site"),
        tr(
            "Each site is recorded as having a feature, having part of it, or not having it. A cell shows the people "
            "interviewed where the feature is present. Beside the table you see the same for the other sites: compare "
            "them before you conclude anything."
        ),
    ),
    (
        tr("Same passage"),
        tr(
            "The outcome and the feature are spoken of close together: in the same turn, unless you choose nearer or "
            "further. “Of 31” are the people who speak of that feature at all."
        ),
    ),
    (
        tr("People said so"),
        tr(
            "Somebody says in so many words that the feature helped or got in the way, and a coder linked the two. "
            "Only "
            "here do we say in a word how that stands to the study of 2013. Supports: the study found it, and more "
            "people "
            "here say it helped. "
            "Extends: the study does not have it in its Table 3, but people here say it helped. Differs: more people "
            "say "
            "that it got in the way. Unclear: as many say the one as the other. Silent: the study found it, and nobody "
            "here said so."
        ),
    ),
    (
        tr("The corner mark"),
        tr("A marked corner says that the study of 2013 found this outcome to go with this feature."),
    ),
    (
        tr("Few people"),
        tr("A broken edge means one or two people. Take care with such cells: a reader might know who they are."),
    ),
    (
        tr("Unread is not silent"),
        tr(
            "Until a coder declares a person’s transcript done, we do not know what else is in it. How many people "
            "that "
            "is stands beside the table."
        ),
    ),
    (
        tr("What it does not show"),
        tr("That an outcome and a feature go together does not say that one brought about the other. Read the quotes."),
    ),
)


def show_how_we_count(parent: QWidget) -> None:
    """Show the dialog until it is closed."""
    dialog = QDialog(parent)
    dialog.setObjectName("how-we-count")
    dialog.setWindowTitle(tr("How we count"))
    close = Button(tr("Close"), kind="primary")
    close.setObjectName("how-we-count-close")
    close.clicked.connect(dialog.accept)
    inner = QWidget()
    inner.setProperty("clear", True)
    words: list[Label | int] = []
    for heading, text in _PARTS:
        words += [Label(heading, "heading"), Label(text, wrap=True), 8]
    inner.setLayout(Column(*words, None, gap=4, margins=(0, 0, 12, 0)))
    area = QScrollArea()
    area.setObjectName("how-we-count-words")
    area.setAccessibleName(tr("How we count"))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    dialog.setLayout(Column(Label(tr("How we count"), "title"), (area, 1), Row(None, close), gap=12, margins=24))
    FocusRing(dialog)
    look = current().look
    room = parent.window().size()
    dialog.resize(min(look.px(620), room.width() - 48), min(look.px(640), room.height() - 48))
    close.setFocus()
    dialog.exec()
    dialog.deleteLater()
