"""Every part of the widget kit on one page, to be looked at.

python tests/gui/gallery.py FOLDER      writes light and dark, at 100 and 200 %, as pictures
python tests/gui/gallery.py             shows the page
"""

# ruff: noqa: N802, N815  Qt's overrides keep Qt's names
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from qualcoder_lite.gui.theme import current, icons, install, tokens
from qualcoder_lite.gui.theme.coder_faces import Face, face_of
from qualcoder_lite.gui.widgets.avatar import Avatar, PersonButton
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipButton, ChipFace
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.code_card import CardFace, CodeCard
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.group_header import GroupHeader
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Icon, Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.option_card import OptionCard
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pattern import paint_pattern
from qualcoder_lite.gui.widgets.progress_ring import ProgressRing
from qualcoder_lite.gui.widgets.rail import Rail, RailItem
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = {1.0: QSize(1560, 1010), 2.0: QSize(2560, 1900)}
PAGES = ("Home", "Code", "Quotes", "Sites", "Findings", "Export", "History", "Settings")


class Patterns(Themed, QWidget):
    """Each group's fills, stripe and underline."""

    def __init__(self) -> None:
        super().__init__()
        self.follow_theme()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(330), self.look.px(28) * len(tokens.GROUPS))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = smooth(QPainter(self)), self.look
        for nth, name in enumerate(tokens.GROUPS):
            group, y = look.group(name), nth * look.px(28)
            paint_box(painter, QRectF(0, y, look.px(120), look.px(22)), 6, fill=group.fill, edge=group.stripe)
            paint_words(painter, QRectF(0, y, look.px(120), look.px(22)), name, look.font("small_strong"), group.ink)
            paint_pattern(painter, QRectF(look.px(136), y, look.gap(5), look.px(22)), group.stripe, group.pattern)
            underline = QRectF(look.px(156), y + look.px(10), look.px(100), look.gap(3.5))
            paint_pattern(painter, underline, group.stripe, group.pattern)
            place = QRectF(look.px(270), y, look.px(60), look.px(22))
            paint_words(painter, place, group.pattern, look.font("tiny"), look.colour("muted"))


def buttons() -> Column:
    link = Button("Go to turn", kind="link")
    off = Button("Not now", icon="bin")
    off.setEnabled(False)
    return Column(
        Flow(
            Button("Save Word file", kind="primary", icon="export"),
            Button("Memo", icon="memo"),
            Button("Not sure", kind="quiet", icon="help"),
            link,
            Button("Next part", icon="arrow-right", icon_after=True),
            off,
            IconButton("Undo", "undo", hint="Ctrl+Z"),
            IconButton("Redo", "redo"),
        ),
        SegmentedControl([("helped", "Helped"), ("hindered", "Hindered")], name="Direction", value="helped"),
        SegmentedControl(
            [("delivered", "+ Yes"), ("not_delivered", "\N{MINUS SIGN} No"), ("mixed", "± Mixed"), ("", "Not said")],
            name="Delivered?",
            value="mixed",
        ),
        gap=10,
    )


def fields() -> Column:
    search = QLineEdit()
    search.setPlaceholderText("Find a code")
    return Column(
        search,
        Row(ChoiceBox("Client group", [("", "All client groups"), ("older", "Older people")]), KeyCap("/"), None),
        TickBox("Leave out cells with fewer than 3 people", ticked=True),
        TickBox("Add how it was done (methods)"),
        gap=8,
    )


def chips() -> Column:
    return Column(
        Flow(
            Chip(ChipFace("QF", "Feeling safe", "quality-of-life", "delivered")),
            Chip(ChipFace("PS", "Responsiveness", "process", "not_delivered")),
            Chip(ChipFace("CM", "Improving mobility", "change", "mixed")),
            ChipButton(ChipFace("FO", "Co-location", "features")),
            Chip(ChipFace("BT", "Poor access to transport", "barriers")),
            Chip(ChipFace("NH", "Holidays", "themes")),
        ),
        Row(
            KeyCap("Q"),
            KeyCap("Ctrl V"),
            Avatar(Face("Ailsa Brodie", "AB", "#1f6fb2")),
            Avatar(face_of("Cal Reid")),
            ProgressRing("Bea", done=0, of=40),
            ProgressRing("Elsie", done=26, of=64),
            ProgressRing("Win", done=64, of=64, finished=True),
            None,
        ),
        Row(PersonButton(face_of("Ailsa Brodie")), PersonButton(face_of("Cal Reid"), short=True), None),
        gap=12,
    )


def cards() -> Column:
    grid = QGridLayout()
    grid.setSpacing(8)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    faces = (
        ("Seeing people", "S", "Q", "quality-of-life", 3),
        ("Responsiveness", "S", "P", "process", 1),
        ("Staying as well as you can be", "A", "Q", "quality-of-life", 0),
        ("Improving mobility", "M", "C", "change", 12),
        ("Key worker", "K", "F", "features", 0),
        ("Time-limited services", "T", "B", "barriers", 2),
    )
    for nth, (name, key, group, colour, count) in enumerate(faces):
        card = CodeCard(CardFace(name, name, key, group, colour))
        card.set_count(count)
        card.set_applied(name == "Responsiveness")
        grid.addWidget(card, nth // 2, nth % 2)
    question = "Did someone act when asked?"
    plain = CodeCard(CardFace("r", "Reliability", "R", "P", "process", question), plain=True)
    return Column(
        GroupHeader("P", "Process", "process"),
        GroupHeader("F", "Features and barriers", "features", hint="press L to link", opened=False),
        grid,
        plain,
    )


def notes() -> Column:
    status = StatusLine()
    status.say("Coded: Responsiveness. 3 codes on this turn.", action="Undo")
    caution = Label(
        "People at these sites said this. It does not show that sharing a building caused it.", "small", wrap=True
    )
    return Column(
        status,
        Card(Row(Icon("info", colour="warn"), (caution, 1), margins=12), kind="note"),
        OptionCard("Report on one site", "Who was heard, outcomes, quotes, what helped", "sites", chosen=True),
        OptionCard("Quotes table", "One row a passage, for Excel", "quotes"),
        EmptyState(
            "quotes", "No quotes yet", "Code a passage and it appears here.", primary="Go to Code", primary_icon="code"
        ),
    )


class AllIcons(Themed, QWidget):
    """Every icon."""

    def __init__(self) -> None:
        super().__init__()
        self.follow_theme()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(12 * 36), self.look.px(36) * (len(icons.SHAPES) // 12 + 1))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, step, side = smooth(QPainter(self)), self.look.px(36), self.look.px(24)
        for nth, name in enumerate(icons.SHAPES):
            place = QRectF(nth % 12 * step, nth // 12 * step, side, side)
            icons.paint(painter, place, name, self.look.colour("text"))


class Heat(Themed, QWidget):
    """The steps of the heat map."""

    def __init__(self) -> None:
        super().__init__()
        self.follow_theme()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(360), self.look.px(32))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = smooth(QPainter(self)), self.look
        for nth, words in enumerate(("nobody", "to 20", "to 40", "to 60", "to 80", "over")):
            fill, ink = look.heat(nth)
            place = QRectF(nth * look.px(60), 0, look.px(56), look.px(32))
            paint_box(painter, place, 6, fill=fill, edge=look.colour("hairline"))
            paint_words(painter, place, words, look.font("small_strong"), ink)


def part(title: str, inside: QWidget | Column) -> Column:
    """A titled part of the page."""
    return Column(Label(title, "heading"), inside)


class Gallery(QWidget):
    """The whole page."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("The parts")
        rail = Rail(
            [RailItem(word, word, word.lower()) for word in PAGES[:-1]],
            foot=[RailItem("Settings", "Settings", "settings")],
            current="Code",
        )
        types = Column(*(Label(f"{role} {size}", role) for role, (size, _) in tokens.TYPE.items()), gap=4)
        page = Row(
            (Column(part("Type", types), part("Groups", Patterns()), part("Heat", Heat()), None, gap=20), 0),
            (
                Column(
                    part("Buttons", buttons()),
                    part("Fields", fields()),
                    part("Chips", chips()),
                    part("Icons", AllIcons()),
                    None,
                    gap=20,
                ),
                1,
            ),
            (Column(part("Code cards", cards()), Line(), part("Notes", notes()), None, gap=20), 1),
            gap=32,
            margins=24,
        )
        inside = QWidget()
        inside.setProperty("clear", "true")
        inside.setLayout(page)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.setLayout(Row(rail, (area, 1), gap=0))
        self.ring = FocusRing(self)
        self.toast = Toast(self)


def shots(gallery: Gallery, folder: Path) -> Iterator[None]:
    """Take each picture in turn, giving the event loop time to paint between them."""
    for scale, size in SIZES.items():
        for mode in ("light", "dark"):
            current().choose(mode=mode, text=scale, tint="paper")
            gallery.resize(size)
            gallery.findChildren(OptionCard)[0].setFocus()
            gallery.toast.say("Merged 3 copies. 212 codings came in.", action="Undo")
            yield
            gallery.grab().save(str(folder / f"gallery_{mode}_{round(scale * 100)}.png"))


def main() -> None:
    """Show the page, or write its pictures."""
    app = QApplication(sys.argv[:1])
    install(app)
    gallery = Gallery()
    current().dress(gallery)
    gallery.resize(SIZES[1.0])
    gallery.show()
    gallery.activateWindow()
    if len(sys.argv) > 1:
        taking = shots(gallery, Path(sys.argv[1]))
        timer = QTimer(gallery)
        timer.timeout.connect(lambda: next(taking, "end") == "end" and app.quit())
        timer.start(400)
    app.exec()


if __name__ == "__main__":
    main()
