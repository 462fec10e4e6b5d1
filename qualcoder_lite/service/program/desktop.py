"""The program's place on a Linux desktop: its entry in the menu, its icon, and projects that open by a double click.

Written below the person's own data folder, as the freedesktop.org specifications have it, so that no administrator is
needed; taken away again without a trace. Windows and macOS keep such things elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.program.shipped import desktop_folder
from qualcoder_lite.translation import tr

_ENTRY = Path("applications/qualcoder-lite.desktop")
_KIND = Path("mime/packages/qualcoder-lite.xml")
_ICON_SIZES = (16, 32, 48, 64, 128, 256)
_ICONS = {
    **{
        f"qualcoder-lite-{size}.png": Path(f"icons/hicolor/{size}x{size}/apps/qualcoder-lite.png")
        for size in _ICON_SIZES
    },
    "qualcoder-lite.svg": Path("icons/hicolor/scalable/apps/qualcoder-lite.svg"),
}
# What tells a running desktop of the change. Where one is missing, the desktop looks by itself at its next start.
_TELLING = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


def put_on_desktop(program: str = "") -> list[Path]:
    """Write the menu's entry, the icons and the kind of file, and give the files written.

    `program` is the path of the command that the entry starts; the one that runs now unless told. Raises UserError
    where the system keeps such things otherwise, or they can't be written.
    """
    folder, home = desktop_folder(), _data_home()
    started = [program] if program else _this_program()
    entry = (folder / "qualcoder-lite.desktop").read_text(encoding="utf-8")
    entry = entry.replace("Exec=qualcoder-lite ", f"Exec={' '.join(map(_quoted, started))} ")
    written = [_write(home / _ENTRY, entry.encode()), _copy(folder / "qualcoder-lite.xml", home / _KIND)]
    written += [_copy(folder / name, home / place) for name, place in _ICONS.items()]
    _tell_desktop(home)
    return written


def take_off_desktop() -> list[Path]:
    """Take away what `put_on_desktop` wrote, and give the files that were there. Raises UserError likewise."""
    home = _data_home()
    there = [home / place for place in (_ENTRY, _KIND, *_ICONS.values()) if (home / place).exists()]
    for file in there:
        try:
            file.unlink()
        except OSError as fault:
            raise UserError(tr("“{file}” can’t be removed ({why}).", file=file, why=fault.strerror)) from fault
    _tell_desktop(home)
    return there


def _data_home() -> Path:
    if sys.platform in ("win32", "darwin"):
        raise UserError(
            tr(
                "This command is for Linux desktops. Here, open a project once with “Open with” in the menu of "
                "its file, choose QualCoder Lite, and say that it is always to be used."
            )
        )
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _this_program() -> list[str]:
    """How to start this very program: its own command, or Python with the package where there is none."""
    beside_python = Path(sys.executable).with_name("qualcoder-lite")
    if beside_python.exists():
        return [str(beside_python)]
    on_path = shutil.which("qualcoder-lite")
    return [on_path] if on_path else [sys.executable, "-m", "qualcoder_lite"]


def _quoted(argument: str) -> str:
    """An argument of an Exec line: in quotes, with what is special there escaped, and once more as in any value."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in argument)
    return f'"{escaped}"'.replace("\\", "\\\\").replace("%", "%%")


def _copy(source: Path, target: Path) -> Path:
    return _write(target, source.read_bytes())


def _write(target: Path, content: bytes) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as fault:
        raise UserError(tr("“{path}” can’t be written ({why}).", path=target, why=fault.strerror)) from fault
    return target


def _tell_desktop(home: Path) -> None:
    for tool, folder in _TELLING:
        found = shutil.which(tool)
        if found is not None and (home / folder).is_dir():
            subprocess.run([found, str(home / folder)], check=False, capture_output=True)  # noqa: S603 - nothing of a person's
