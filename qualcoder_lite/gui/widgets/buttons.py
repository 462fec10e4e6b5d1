"""Buttons: Button("Save Word file", kind="primary", icon="export") and IconButton("Undo", "undo").

A page has one primary button; the rest are secondary (outlined) or quiet (words only); a link goes somewhere. Use
Qt's `clicked`. Painted whole, so the icon keeps its distance from the words at every scale. Space and Enter press.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

Kind = Literal["primary", "secondary", "quiet", "link"]

_ICON, _HEIGHT, _LINK_HEIGHT = 18, 36, 28


class _Pressable(Themed, QPushButton):
    """What the kit's buttons share: focus by Tab and click, Enter as well as Space, a hand for a pointer."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAutoDefault(True)  # Enter presses the focused button outside dialogs too
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Never less than its words need."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, also one that Enter in a field beside it leaves alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.autoDefault():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(_Pressable):
    """A button with words, and perhaps an icon before or after them. One with a menu shows an arrow after its words."""

    def __init__(
        self,
        words: str,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        icon_after: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `name` is its accessible name where the words alone don't say what it does."""
        super().__init__(name or words, parent)
        self._words, self._kind, self._icon, self._icon_after, self._named = words, kind, icon, icon_after, bool(name)
        self.setText(words.replace("&", "&&"))
        self.follow_theme()

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def set_words(self, words: str) -> None:
        """Put other words on the button; they become its accessible name unless it was given one."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        if not self._named:
            self.setAccessibleName(words)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Put another icon on the button; an empty name takes it away."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words, the icon and the arrow."""
        look = self.look
        wide = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        pictures = bool(self._icon) + (self.menu() is not None)
        wide += pictures * (look.px(_ICON) + look.gap(8)) + 2 * look.gap(self._side)
        return QSize(round(wide + 0.5), look.px(_LINK_HEIGHT if self._kind == "link" else _HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button in its state."""
        painter, look = smooth(QPainter(self)), self.look
        fill, edge, ink = self._colours()
        rect = QRectF(self.rect())
        paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=fill, edge=edge)
        side, gap = look.px(_ICON), look.gap(8)
        font = self._font()
        words_wide = QFontMetricsF(font).horizontalAdvance(self._words)
        arrow = self.menu() is not None
        whole = words_wide + (bool(self._icon) + arrow) * (side + gap)
        x = look.gap(self._side) if self._kind == "link" else (rect.width() - whole) / 2
        middle = QRectF(x, (rect.height() - side) / 2, side, side)
        if self._icon and not self._icon_after:
            icons.paint(painter, middle, self._icon, ink)
            middle.translate(side + gap, 0)
        paint_words(
            painter,
            QRectF(middle.x(), 0, words_wide + 1, rect.height()),
            self._words,
            font,
            ink,
            Qt.AlignmentFlag.AlignVCenter,
        )
        middle.translate(words_wide + gap, 0)
        if self._icon and self._icon_after:
            icons.paint(painter, middle, self._icon, ink)
            middle.translate(side + gap, 0)
        if arrow:
            icons.paint(painter, middle, "chevron-down", ink)

    @property
    def _side(self) -> int:
        return 4 if self._kind == "link" else 14

    def _font(self) -> QFont:
        font = self.look.font("strong" if self._kind == "primary" else "body")
        font.setUnderline(self._kind == "link")
        return font

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        colour = self.look.colour
        hover, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if not self.isEnabled():
            return (None if self._kind in ("quiet", "link") else colour("window")), None, colour("muted")
        if self._kind == "primary":
            return colour("accent_hover" if hover or down else "accent"), None, colour("on_accent")
        lit = colour("sunken") if down else colour("tint") if hover else None
        if self._kind == "link":
            return lit, None, colour("text" if down else "link")
        if self._kind == "quiet":
            return lit, colour("edge") if self.isChecked() else None, colour("text")
        return lit or colour("surface"), colour("edge"), colour("text")


def named_button(words: str, object_name: str, icon: str = "", *, by_itself: bool = True) -> Button:
    """A button with its object name; without `by_itself`, Enter in another field of its dialog doesn't press it."""
    button = Button(words, icon=icon)
    button.setObjectName(object_name)
    button.setAutoDefault(by_itself)
    return button


class IconButton(_Pressable):
    """A button with only an icon. Its name is spoken and shown when the pointer rests on it."""

    def __init__(self, name: str, icon: str, *, hint: str = "", size: int = 36, parent: QWidget | None = None) -> None:
        """Make a square button of `size` pixels at a scale of 1; `hint` adds to the tooltip, for instance a key."""
        super().__init__(name, parent)
        self._icon, self._side = icon, max(size, tokens.TARGET)
        self.setToolTip(f"{name} ({hint})" if hint else name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon, on a tint when pointed at or pressed."""
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        if self.isChecked() or self.isDown():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("sunken"), edge=look.colour("edge"))
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=look.colour("tint"))
        side = look.px(20)
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        icons.paint(painter, place, self._icon, look.colour("text" if self.isEnabled() else "muted"))
