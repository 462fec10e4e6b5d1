"""A chapter of the guide as it is read, in the window's own type and colours, its pictures as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.service.program import guide
from qualcoder_lite.service.program.shipped import guide_folder
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from qualcoder_lite.gui.theme.tokens import TypeRole

_HEADINGS: dict[int, TypeRole] = {1: "display", 2: "title", 3: "heading"}
_LINES = 138  # percent of the type's own line height
_PICTURE_WIDE = 900  # the widest a picture is shown, in pixels at a text scale of 1


class GuideView(Themed, QTextBrowser):
    """Shows one place of the guide, and remembers the way there.

    Signals:
        arrived: Another place is shown: the name of its chapter.
    """

    arrived = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("guide-text")
        self.setAccessibleName(tr("The guide"))
        self.setSearchPaths([str(guide_folder())])
        self.setOpenExternalLinks(False)
        self._chapter = ""
        self.sourceChanged.connect(self._on_source_changed)
        self.follow_theme()

    @property
    def chapter(self) -> str:
        """The name of the chapter that is shown."""
        return self._chapter

    def show_place(self, chapter: str, anchor: str = "") -> None:
        """Show a chapter, at one of its headings if told."""
        url = QUrl(f"{chapter}.md")
        url.setFragment(anchor)
        self.setSource(url)

    def doSetSource(
        self, name: QUrl, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Show what a link or the way back leads to; a link out of the guide leads nowhere."""
        chapter = name.path().removesuffix(".md") or self._chapter
        if name.scheme() or chapter not in guide.CHAPTERS:
            return
        place = QUrl(f"{chapter}.md")
        place.setFragment(name.fragment())
        super().doSetSource(place, kind)
        self._go_to(name.fragment())

    def _on_source_changed(self, name: QUrl) -> None:
        """Set a chapter that has just been read, by a link or on the way back."""
        self._chapter = chapter = name.path().removesuffix(".md")
        self._dress()  # also for another place in the same chapter, which is read anew
        self.arrived.emit(chapter)

    def restyle(self) -> None:
        """Set the chapter in the look in force."""
        self._dress()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give pictures the room there is now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Backspace and Alt with Left be the way back, as in any browser, and leave Escape to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take a change of the palette, as from light to dark, into the words too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Read a picture at the width that its name asks for after the "?"; all else as ever."""
        if kind != QTextDocument.ResourceType.ImageResource.value or not name.hasQuery():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        picture = QImage(str(guide_folder() / name.path()))
        wide = round(int(name.query()) * ratio)
        scaled = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    # How it is set

    def _dress(self) -> None:
        look, document = self.look, self.document()
        document.setDefaultFont(look.font("body"))
        document.setDocumentMargin(look.gap(28))
        # A table is set first: what its format says of the words in it would come after their own.
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        for block in _blocks(document):
            self._dress_block(block)
        self._fit_pictures()

    def _dress_block(self, block: QTextBlock) -> None:
        look, level, lines = self.look, block.blockFormat().headingLevel(), QTextBlockFormat()
        if level:
            words = QTextCharFormat()
            words.setFont(look.font(_HEADINGS.get(level, "strong")))
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(words)  # not merged: Markdown's own size for headings would stay in force
            lines.setTopMargin(look.gap(8 if level == 1 else 22))
            lines.setBottomMargin(look.gap(8))
        elif _is_typed(block):
            lines.setBackground(QBrush(look.colour("sunken")))
            lines.setTopMargin(0)
            lines.setBottomMargin(0 if _is_typed(block.next()) else look.gap(12))
        elif any(format_.isImageFormat() for _, _, format_ in _pieces(block)):
            lines.setBottomMargin(look.gap(14))
        elif QTextCursor(block).currentTable() is None:
            lines.setLineHeight(_LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            within_list = block.textList() and block.next().textList()
            lines.setBottomMargin(look.gap(4 if within_list else 10))
        QTextCursor(block).mergeBlockFormat(lines)
        self._dress_code(block)

    def _dress_code(self, block: QTextBlock) -> None:
        """Words that are typed: on a ground of their own, in letters of equal width."""
        for start, length, format_ in list(_pieces(block)):
            if not (format_.fontFixedPitch() or _is_typed(block)):
                continue
            typed = QTextCharFormat()
            typed.setBackground(QBrush(self.look.colour("sunken")))
            font = QFont(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setPixelSize(self.look.px(14))
            typed.setFont(font)
            typed.setFontFixedPitch(True)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(typed)

    def _dress_table(self, table: QTextTable) -> None:
        look, face = self.look, table.format()
        face.setBorder(1)
        face.setBorderCollapse(True)
        face.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        face.setBorderBrush(QBrush(look.colour("hairline")))
        face.setCellPadding(look.gap(6))
        face.setTopMargin(look.gap(4))
        face.setBottomMargin(look.gap(12))
        face.setHeaderRowCount(1)
        face.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(face)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            head = cell.format()
            head.setBackground(QBrush(look.colour("sunken")))
            cell.setFormat(head)

    def _fit_pictures(self) -> None:
        document = self.document()
        room = self.viewport().width() - 2 * round(document.documentMargin()) - 2
        widest = min(room, self.look.px(_PICTURE_WIDE))
        for block in _blocks(document):
            for start, length, format_ in list(_pieces(block)):
                if not format_.isImageFormat():
                    continue
                picture = format_.toImageFormat()
                file = picture.name().partition("?")[0]
                size = QImage(str(guide_folder() / file)).size()
                if size.isEmpty() or widest < 1:
                    continue
                wide = min(size.width(), widest)
                picture.setName(f"{file}?{wide}")
                picture.setWidth(wide)
                picture.setHeight(round(size.height() * wide / size.width()))
                cursor = QTextCursor(document)
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(picture)

    def _go_to(self, anchor: str) -> None:
        """Bring a heading to the top and the caret to it, for whoever reads on by keyboard or by ear."""
        wanted = next(
            (
                block
                for block in _blocks(self.document())
                if block.blockFormat().headingLevel() and guide.anchor(block.text()) == anchor
            ),
            self.document().firstBlock(),
        )
        self.setTextCursor(QTextCursor(wanted))
        top = self.document().documentLayout().blockBoundingRect(wanted).top()
        self.verticalScrollBar().setValue(round(top) - self.look.gap(12) if anchor else 0)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _is_typed(block: QTextBlock) -> bool:
    """Whether a block is a line of commands, which Markdown marks as a block of code."""
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage.value)


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The pieces of a block that are set alike: where each starts, how long it is (UTF-16 units), and how it is set."""
    each = block.begin()
    while not each.atEnd():
        piece = each.fragment()
        yield piece.position(), piece.length(), piece.charFormat()
        each += 1
