"""What the program remembers of a person on this computer; the only user of QSettings.

Nothing of a project's content is kept here: only where projects lie, how the window stood, and how a person likes it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings

from qualcoder_lite.domain.names import folded, natural_id

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Mode

_MOST_RECENT = 8


class Settings:
    """A person's own settings."""

    def __init__(self, file: str = "") -> None:
        """Read them from their usual place, or from a file; QUALCODER_LITE_SETTINGS names one, as tests do."""
        place = file or os.environ.get("QUALCODER_LITE_SETTINGS", "")
        self._settings = (
            QSettings(place, QSettings.Format.IniFormat)
            if place
            else QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "qualcoder-lite", "window")
        )

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return Path(self._settings.fileName()).parent

    # The look

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system has it."""
        mode = self._text("look/mode", "system")
        return cast("Mode", mode) if mode in ("system", "light", "dark") else "system"

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._settings.setValue("look/mode", mode)

    @property
    def text_scale(self) -> float | None:
        """The text size, 1.0 to 2.0; None follows the system."""
        try:
            return float(self._text("look/text", ""))
        except ValueError:
            return None

    @text_scale.setter
    def text_scale(self, scale: float | None) -> None:
        self._settings.setValue("look/text", "" if scale is None else str(scale))

    @property
    def tint(self) -> str:
        """The page tint's name."""
        return self._text("look/tint", "paper")

    @tint.setter
    def tint(self, tint: str) -> None:
        self._settings.setValue("look/tint", tint)

    @property
    def usual_tint(self) -> str:
        """The page tint of those who chose none by name, while somebody's own is shown; else empty."""
        return self._text("look/usual_tint", "")

    @usual_tint.setter
    def usual_tint(self, tint: str) -> None:
        self._settings.setValue("look/usual_tint", tint)

    @property
    def letter_keys(self) -> bool:
        """Whether single letters code while the text has the focus.

        Until the person says so, they do, but not while a screen reader runs: its own keys are letters too.
        """
        said = self._text("keys/letters", "")
        if said:
            return said == "on"
        from PySide6.QtGui import QAccessible  # its 200 names are slow to load, and most starts don't ask

        return not QAccessible.isActive()

    @letter_keys.setter
    def letter_keys(self, on: bool) -> None:
        self._settings.setValue("keys/letters", "on" if on else "off")

    @property
    def welcomed(self) -> bool:
        """Whether the person was asked already how they would like to work."""
        return self._text("welcomed", "") == "yes"

    @welcomed.setter
    def welcomed(self, welcomed: bool) -> None:
        self._settings.setValue("welcomed", "yes" if welcomed else "")

    @property
    def agreement_figures(self) -> bool:
        """Whether figures of agreement are shown on Cross-check; some ways of research want none."""
        return self._text("agreement/figures", "on") == "on"

    @agreement_figures.setter
    def agreement_figures(self, on: bool) -> None:
        self._settings.setValue("agreement/figures", "on" if on else "off")

    # Each person by name, for computers that several share

    def of_person(self, person: str, what: str) -> str:
        """What is kept for one person under a name; empty where nothing is."""
        return self._text(f"person/{natural_id(folded(person))}/{what}", "")

    def set_of_person(self, person: str, what: str, kept: str) -> None:
        """Keep something for one person."""
        self._settings.setValue(f"person/{natural_id(folded(person))}/{what}", kept)

    # Projects

    @property
    def recent(self) -> list[str]:
        """Paths of projects opened lately, newest first."""
        kept = self._settings.value("recent", [])
        return [str(path) for path in (kept if isinstance(kept, list) else [kept]) if path]

    def remember_project(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        place = str(path.absolute())
        others = [path for path in self.recent if path != place]
        self._settings.setValue("recent", [place, *others][:_MOST_RECENT])

    def forget_project(self, path: str) -> None:
        """Take a project off the recent ones."""
        self._settings.setValue("recent", [kept for kept in self.recent if kept != path])

    def coder(self, project: str) -> str:
        """Who coded last in a project (its UUID) on this computer."""
        return self._text(f"project/{natural_id(project)}/coder", "")

    def set_coder(self, project: str, name: str) -> None:
        """Remember who codes in a project."""
        self._settings.setValue(f"project/{natural_id(project)}/coder", name)

    def page(self, project: str) -> str:
        """The page a project was left on."""
        return self._text(f"project/{natural_id(project)}/page", "")

    def set_page(self, project: str, page: str) -> None:
        """Remember the page a project is left on."""
        self._settings.setValue(f"project/{natural_id(project)}/page", page)

    # The window

    def shape(self, name: str) -> QByteArray:
        """How a window or splitter stood (what its saveState or saveGeometry gave)."""
        kept = self._settings.value(f"shape/{name}", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def set_shape(self, name: str, shape: QByteArray) -> None:
        """Remember how a window or splitter stands."""
        self._settings.setValue(f"shape/{name}", shape)

    def _text(self, key: str, default: str) -> str:
        return str(self._settings.value(key, default))
