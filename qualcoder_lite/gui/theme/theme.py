"""The theme in force: chooses the look, puts it on the application, and says when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from shiboken6 import isValid

from qualcoder_lite.gui.theme.fonts import load, system_scale
from qualcoder_lite.gui.theme.look import Look
from qualcoder_lite.gui.theme.sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

#: The style of Qt's that the look is made for.
STYLE = "Fusion"

Mode = Literal["system", "light", "dark"]

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """Follows the system's light or dark and its text size, unless a person chose otherwise.

    Signals:
        changed: The look is another one, and palette, font and style sheet are already in place.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start with the light look, put on nothing yet."""
        super().__init__()
        self._look = Look()
        self._application: QApplication | None = None
        self._mode: Mode = "system"
        self._text: float | None = None
        self._system_text = 1.0
        self._tint = "paper"
        self._windows: WeakSet[QWidget] = WeakSet()

    @property
    def look(self) -> Look:
        """The look in force."""
        return self._look

    @property
    def mode(self) -> Mode:
        """What the person chose: "system" follows the system."""
        return self._mode

    @property
    def text(self) -> float | None:
        """The text scale the person chose; None follows the system."""
        return self._text

    @property
    def tint(self) -> str:
        """The page tint the person chose. The dark look keeps it for later."""
        return self._tint

    def start(self, application: QApplication) -> None:
        """Put the look on the application, and follow the system from now on. A second call does nothing.

        The application was made with the style `STYLE`.
        """
        if self._application is application:
            return
        self._application = application
        self._system_text = system_scale(application.font())
        load()
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._tell_system()
        self._look = self._wanted(self._system_dark())
        self._put_on(application)

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window and what belongs to it, its dialogs included, now and at each change.

        Not on the application: Qt would then dress every part of a page anew each time it is laid into the next one.
        """
        self._windows.add(window)
        window.setStyleSheet(style_sheet(self._look))

    def choose(self, *, mode: Mode, text: float | None, tint: str) -> None:
        """Take a person's choice; `changed` is emitted only if the look is another one for it."""
        self._mode, self._text, self._tint = mode, text, tint
        self._tell_system()
        self._change_to(self._wanted(self._system_dark()))

    def _wanted(self, system_dark: bool) -> Look:
        dark = system_dark if self._mode == "system" else self._mode == "dark"
        return Look(dark=dark, scale=self._system_text if self._text is None else self._text, tint=self._tint)

    def _change_to(self, look: Look) -> None:
        if look == self._look:
            return
        self._look = look
        if self._application is not None:
            self._put_on(self._application)
        self.changed.emit()

    def _put_on(self, application: QApplication) -> None:
        application.setPalette(palette(self._look))
        application.setFont(self._look.font("body"))
        sheet = style_sheet(self._look)
        for window in list(self._windows):
            if isValid(window):
                window.setStyleSheet(sheet)

    def _system_dark(self) -> bool:
        if self._application is None:
            return False
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _tell_system(self) -> None:
        # Title bars and the system's own file dialogs follow this, where the platform can.
        if self._application is None:
            return
        hints = self._application.styleHints()
        if self._mode == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._mode == "dark" else Qt.ColorScheme.Light)

    def _on_system_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        # The signal's argument is right even where asking the style hints afterwards isn't.
        self._change_to(self._wanted(scheme == Qt.ColorScheme.Dark))


def palette(look: Look) -> QPalette:
    """The palette of a look, for everything that Fusion paints itself."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, look.colour(token))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.colours.muted))
    return made


_current = Theme()


def current() -> Theme:
    """The window's theme. Until `install` it holds the light look and has styled nothing."""
    return _current


def install(
    application: QApplication, *, mode: Mode = "system", text: float | None = None, tint: str = "paper"
) -> Theme:
    """Dress the application, once, and return its theme."""
    theme = current()
    theme.choose(mode=mode, text=text, tint=tint)
    theme.start(application)
    return theme
