"""The window's line icons: drawn for it on a grid of 24, painted in any colour of the theme at any size.

paint(painter, rect, "search", look.colour("muted"))    # inside a widget's own painting
attach(action, "undo")                                  # a QAction or button keeps its icon in the theme's colours
icon("undo")                                            # a QIcon for once; it does not follow the theme
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from qualcoder_lite.gui.theme import current

_PAGE = "M6 3.5h8L18.5 8v12.5H6z M14 3.5V8h4.5"
_TRAY = "M4 15.5V20h16v-4.5"
_ROUND = "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z"

SHAPES = {
    "arrow-left": "M19.5 12h-15 M11 5.5L4.5 12l6.5 6.5",
    "arrow-right": "M4.5 12h15 M13 5.5l6.5 6.5l-6.5 6.5",
    "bin": "M4.5 7h15 M9.5 7V4h5v3 M6.5 7l1 13.5h9L17.5 7 M10.5 11v5.5 M13.5 11v5.5",
    "book": "M12 6.5C9.5 4.9 6.5 4.5 3.5 4.5V18c3 0 6 .4 8.5 2c2.5-1.6 5.5-2 8.5-2V4.5c-3 0-6 .4-8.5 2z M12 6.5V20",
    "break": "M5 9h11v6.5a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4z M16 10.5h1.5a2.5 2.5 0 0 1 0 5H16 M8.5 3.5v2 M12.5 3.5v2",
    "check": "M4.5 12.5l5 5L19.5 7",
    "chevron-down": "M6.5 9.5L12 15l5.5-5.5",
    "chevron-left": "M14.5 6.5L9 12l5.5 5.5",
    "chevron-right": "M9.5 6.5L15 12l-5.5 5.5",
    "chevron-up": "M6.5 14.5L12 9l5.5 5.5",
    "close": "M6.5 6.5l11 11 M17.5 6.5l-11 11",
    "code": "M4 20.5h16 M6.5 16.5V12L15 3.5L19.5 8L11 16.5z M12 6.5l4.5 4.5",
    "copy": "M9 9h11v11H9z M15 9V4H4v11h5",
    "cross_check": "M9 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12z M15 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
    "differs": "M5.5 9.5h13 M5.5 14.5h13 M16 5l-8 14",
    "done": _ROUND + " M8 12.3l2.8 2.8L16 9.6",
    "edges": "M3 12h18 M7 8l-4 4l4 4 M17 8l4 4l-4 4",
    "edit": "M4.5 19.5l1-4.5L16 4.5L19.5 8L9 18.5z M13.5 7l3.5 3.5",
    "equal": "M5.5 9.5h13 M5.5 14.5h13",
    "export": "M12 15V4 M7.5 8.5L12 4l4.5 4.5 " + _TRAY,
    "filter": "M3.5 5h17L14 13v5.5L10 20.5V13z",
    "findings": "M3.5 4.5h17v15h-17z M3.5 9.5h17 M3.5 14.5h17 M9.5 4.5v15 M15 9.5v10",
    "flag": "M5.5 21V4h13l-3 4.2l3 4.3h-13",
    "folder": "M3.5 19V5h6l2.2 2.8h8.8V19z",
    "help": _ROUND + " M9.4 9.6a2.7 2.7 0 1 1 4.1 2.3c-.9.6-1.5 1.1-1.5 2.1 M12 17v.01",
    "history": "M4.3 8.4a8.5 8.5 0 1 1-.8 3.6 M4 4v4.5h4.5 M12 7.5V12l3.2 2",
    "home": "M3 11.5L12 4l9 7.5 M5.5 9.5v11h13v-11 M10 20.5V15h4v5.5",
    "import": "M12 4v11 M7.5 10.5L12 15l4.5-4.5 " + _TRAY,
    "info": _ROUND + " M12 11v5.5 M12 7.6v.01",
    "keyboard": "M2.5 6h19v12h-19z M6.5 10v.01 M10.2 10v.01 M13.8 10v.01 M17.5 10v.01 M7.5 14.3h9",
    "link": "M10 8.5H7a3.5 3.5 0 0 0 0 7h3 M14 8.5h3a3.5 3.5 0 0 1 0 7h-3 M8.5 12h7",
    "lock": "M5 11h14v9.5H5z M8.5 11V8a3.5 3.5 0 0 1 7 0v3 M12 14.8v2",
    "memo": "M4 4h16v10l-6 6H4z M14 20v-6h6 M8 9h8",
    "menu": "M4 6.5h16 M4 12h16 M4 17.5h16",
    "minus": "M5 12h14",
    "mixed": "M12 4v10.5 M6.8 9.2h10.4 M6.8 19h10.4",
    "moon": "M20 14.3A8.3 8.3 0 1 1 9.7 4a6.6 6.6 0 0 0 10.3 10.3z",
    "more": "M5.5 11.4a.6.6 0 1 1 0 1.2a.6.6 0 1 1 0-1.2z M12 11.4a.6.6 0 1 1 0 1.2a.6.6 0 1 1 0-1.2z "
    "M18.5 11.4a.6.6 0 1 1 0 1.2a.6.6 0 1 1 0-1.2z",
    "people": "M9 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z M2.5 20a6.5 6.5 0 0 1 13 0 "
    "M15.5 4.9a3.5 3.5 0 0 1 0 6.2 M17.8 14.3a6.5 6.5 0 0 1 3.7 5.7",
    "person": "M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z M4.5 20.5a7.5 7.5 0 0 1 15 0",
    "plus": "M12 5v14 M5 12h14",
    "quotes": "M9.5 5A5.5 5.5 0 0 0 4 10.5V18h5.5v-6H4 M20 5a5.5 5.5 0 0 0-5.5 5.5V18H20v-6h-5.5",
    "redo": "M15.5 5L20 9.5L15.5 14 M20 9.5H9.7a5.2 5.2 0 0 0 0 10.5H15",
    "search": "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z M15.3 15.3l5.2 5.2",
    "settings": "M4 7h8 M18.5 7H20 M15.2 4.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z "
    "M4 17h1.5 M12 17h8 M8.8 14.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z",
    "sites": "M12 21.3C8 17.2 5 13.7 5 10a7 7 0 0 1 14 0c0 3.7-3 7.2-7 11.3z "
    "M12 7.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z",
    "sort": "M7.5 5v14 M4 15.5L7.5 19l3.5-3.5 M16.5 19V5 M13 8.5L16.5 5L20 8.5",
    "speak": "M3.5 9.5v5H7l4.5 4v-13L7 9.5z M15 9.3a4 4 0 0 1 0 5.4 M17.6 6.6a7.6 7.6 0 0 1 0 10.8",
    "star": "M12 3.2l2.7 5.6l6.1.8l-4.5 4.3l1.1 6.1L12 17.1L6.6 20l1.1-6.1L3.2 9.6l6.1-.8z",
    "sun": "M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8z M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2 "
    "M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M18.7 5.3l-1.4 1.4 M6.7 17.3l-1.4 1.4",
    "text-size": "M2.5 18.5L8 5l5.5 13.5 M4.7 13.5h6.6 M14.5 18.5L18 10l3.5 8.5 M15.8 15.5h4.4",
    "transcript": _PAGE + " M9 12.5h6.5 M9 16.5h6.5",
    "undo": "M8.5 5L4 9.5L8.5 14 M4 9.5h10.3a5.2 5.2 0 0 1 0 10.5H9",
    "warning": "M12 4l9.5 16h-19z M12 10v4.5 M12 17.2v.01",
}
"""The icons by name, each as the data of one SVG path."""

_CACHED_PICTURES = 512
_RATIOS = (1.0, 2.0)


def paint(
    painter: QPainter, rect: QRectF, name: str, colour: QColor, *, stroke: float = 2.0, filled: bool = False
) -> None:
    """Paint an icon centred in a rectangle, as large as the shorter side. `stroke` is in units of the grid of 24."""
    side = min(rect.width(), rect.height())
    pixels = round(side * painter.device().devicePixelRatioF())
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    picture = _picture(name, colour.name(), pixels, stroke, filled)
    painter.drawPixmap(place, picture, QRectF(picture.rect()))


def icon(name: str, colour: str = "text", size: int = 18) -> QIcon:
    """An icon in the look in force, at its text scale: `colour` is a token's name, `size` is at a scale of 1."""
    look = current().look
    made = QIcon()
    looks = (
        (QIcon.Mode.Normal, look.colour(colour)),
        (QIcon.Mode.Disabled, look.colour("muted")),
        (QIcon.Mode.Active, look.colour("on_accent")),
        (QIcon.Mode.Selected, look.colour("on_accent")),
    )
    for mode, tone in looks:
        for ratio in _RATIOS:
            pixmap = QPixmap(_picture(name, tone.name(), round(look.px(size) * ratio), 2.0, False))
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap, mode)
    return made


def attach(holder: QAction | QAbstractButton, name: str, colour: str = "text", size: int = 18) -> None:
    """Give an action or a stock button an icon that follows the theme for as long as the holder lives."""
    _Follower(holder, name, colour, size)


class _Follower(QObject):
    """Owned by the holder of an icon, and so gone with it."""

    def __init__(self, holder: QAction | QAbstractButton, name: str, colour: str, size: int) -> None:
        super().__init__(holder)
        self._holder = holder
        self._shape = (name, colour, size)
        current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._holder.setIcon(icon(*self._shape))
        if isinstance(self._holder, QAbstractButton):
            side = current().look.px(self._shape[2])
            self._holder.setIconSize(QSize(side, side))


@lru_cache(_CACHED_PICTURES)
def _picture(name: str, colour: str, pixels: int, stroke: float, filled: bool) -> QPixmap:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{SHAPES[name]}" '
        f'fill="{colour if filled else "none"}" stroke="{colour}" stroke-width="{stroke}" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture
