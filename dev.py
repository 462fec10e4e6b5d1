"""Set up, run, test and check QualCoder Lite from a checkout, with nothing but Python 3.11 or newer.

    python3 dev.py run      open the demonstration project
    python3 dev.py test     run the whole test suite (anything further goes to pytest: dev.py test -k journal)
    python3 dev.py check    format, lint, types and layers
    python3 dev.py bench    time the operations on large projects and print the table
    python3 dev.py pictures make the pictures of the guide anew
    python3 dev.py words pl gather the program's texts for a translator, here into Polish
    python3 dev.py setup    only make .venv and install what is needed

Each command first makes `.venv` beside this file, when it is missing, broken or older than pyproject.toml. On Debian
and Ubuntu it also installs the system libraries that Qt needs, where it may, and otherwise says which line to run.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "made-from"

OLDEST_PYTHON = (3, 11)
INTERRUPTED = 130
SECONDS_TO_END = 10
MEMORY_FOLDER = Path("/dev/shm")  # noqa: S108 - pytest makes a folder there that nobody else may read
ROOM_FOR_TESTS = 2_000_000_000

# What Qt's own libraries are linked against and a bare Debian or Ubuntu lacks: shared library → package that has it.
# Read off with ldd in a minimal Debian: the modules with the offscreen plugin, the X11 plugins, the Wayland plugins.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
FONT_ENDINGS = {".ttf", ".otf", ".ttc"}

NO_NETWORK = ("NewConnectionError", "ConnectTimeoutError", "NameResolutionError", "ProxyError", "name resolution")


class StopError(Exception):
    """Something that ends the command: a sentence for the person at the keyboard, and the exit code."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def main(arguments: list[str]) -> int:
    """Carry out the command and return its exit code."""
    if sys.version_info < OLDEST_PYTHON:
        have = "{}.{}".format(*sys.version_info)
        print(
            f"QualCoder Lite needs Python 3.11 or newer, and this is Python {have}: install a newer one from "
            "python.org or your system's packages, and start dev.py with it.",
            file=sys.stderr,
        )
        return 1
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "pictures": pictures,
        "words": words,
        "setup": setup,
    }
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    command = commands.get(arguments[0])
    if command is None:
        print(f"dev.py has no command '{arguments[0]}'. It has: {', '.join(commands)}.", file=sys.stderr)
        return 2
    try:
        return command(arguments[1:])
    except StopError as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


# The commands


def run(arguments: list[str]) -> int:
    """Open the demonstration project; without a display the program writes it and says where it is."""
    needs_window = has_display()
    prepare(QT_LIBRARIES | window_libraries() if needs_window else {}, needs_fonts=needs_window)
    return call([str(PYTHON), "-m", "qualcoder_lite", "demo", *arguments])


def test(arguments: list[str]) -> int:
    """Run the test suite on all cores; its windows are drawn off screen."""
    prepare(QT_LIBRARIES, needs_fonts=True)
    return call(
        [str(PYTHON), "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments], **off_screen(), **quick()
    )


def check(arguments: list[str]) -> int:
    """Run every check, even after one has failed, and sum up."""
    no_arguments("check", arguments)
    prepare({}, needs_fonts=False)
    lint_imports = SCRIPTS / ("lint-imports.exe" if os.name == "nt" else "lint-imports")
    checks = {
        "format": [str(PYTHON), "-m", "ruff", "format", "--check", "."],
        "lint": [str(PYTHON), "-m", "ruff", "check", "."],
        "types": [str(PYTHON), "-m", "pyright", "--project", "pyproject.toml", "--pythonpath", str(PYTHON)],
        "layers": [str(lint_imports), "--no-logo"],
    }
    exit_codes: dict[str, int] = {}
    for name, command in checks.items():
        stage(f"Checking {name}")
        exit_codes[name] = call(command, PYRIGHT_PYTHON_IGNORE_WARNINGS="1")
    print()
    for name, exit_code in exit_codes.items():
        print(f"{name:8}{f'FAILED (exit code {exit_code})' if exit_code else 'ok'}")
    return 1 if any(exit_codes.values()) else 0


def bench(arguments: list[str]) -> int:
    """Run the benchmark, which makes its own large projects."""
    prepare(QT_LIBRARIES, needs_fonts=True)
    return call([str(PYTHON), str(ROOT / "tests" / "benchmarks" / "run.py"), *arguments], **off_screen())


def pictures(arguments: list[str]) -> int:
    """Make the pictures of the guide and the README from the demonstration project."""
    no_arguments("pictures", arguments)
    prepare(QT_LIBRARIES, needs_fonts=True)
    return call([str(PYTHON), str(ROOT / "docs" / "make_pictures.py")], **off_screen())


def words(arguments: list[str]) -> int:
    """Gather the program's texts for translators, and make what the program reads of their translations."""
    prepare(QT_LIBRARIES, needs_fonts=False)
    return call([str(PYTHON), str(ROOT / "docs" / "gather_words.py"), *arguments], **off_screen())


def setup(arguments: list[str]) -> int:
    """Make everything ready, the window's libraries included."""
    no_arguments("setup", arguments)
    prepare(QT_LIBRARIES | window_libraries(), needs_fonts=True)
    print(f"Ready: {SCRIPTS.relative_to(ROOT) / 'qualcoder-lite'}")
    return 0


def no_arguments(command: str, arguments: list[str]) -> None:
    """Refuse arguments that the command would not heed."""
    if arguments:
        raise StopError(f"dev.py {command} takes no further arguments, and was given: {shlex.join(arguments)}", 2)


# Making ready


def prepare(libraries: dict[str, str], *, needs_fonts: bool) -> None:
    """Bring the system libraries and `.venv` up to date; does next to nothing when they are."""
    venv_sound = PYTHON.exists() and runs([str(PYTHON), "-c", "import pip"])
    if sys.platform == "linux":
        provide_system_packages(libraries, needs_fonts=needs_fonts, needs_venv=not venv_sound)
    fingerprint = fingerprint_of_project()
    if venv_sound and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == fingerprint:
        return
    if not venv_sound:
        make_venv()
    install_packages()
    STAMP.write_text(fingerprint, encoding="utf-8")


def fingerprint_of_project() -> str:
    """Return what `.venv` depends on, so that a changed pyproject.toml or a moved checkout is noticed."""
    return f"{hashlib.sha256((ROOT / 'pyproject.toml').read_bytes()).hexdigest()} {ROOT}\n"


def make_venv() -> None:
    """Make `.venv` anew, whatever was left there."""
    if importlib.util.find_spec("ensurepip") is None:
        raise StopError("This Python cannot make a virtual environment: its ensurepip module is missing. Install it.")
    stage(f"Making {VENV.name}")
    made = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        raise StopError(
            f"{VENV} could not be made (exit code {made.returncode}): {last_line(made.stdout)}", made.returncode
        )


def install_packages() -> None:
    """Install the program, so that changes to its files count at once, with all that testing and checking need."""
    stage("Installing the Python packages (this takes a minute or two the first time)")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--editable", ".[dev]"]
    installed = quietly(pip)
    if not installed.returncode:
        return
    if any(sign in installed.stdout for sign in NO_NETWORK):
        sentence = "The Python packages could not be fetched: check the network connection, then try again"
    else:
        lines = [line.strip() for line in installed.stdout.splitlines()]
        reasons = [line for line in lines if line.lower().startswith("error:")] or lines[-1:]
        sentence = "\n".join([*reasons[:5], "The Python packages could not be installed: pip's reason stands above"])
    raise StopError(f"{sentence} (exit code {installed.returncode}).", installed.returncode)


# System packages on Linux


def provide_system_packages(libraries: dict[str, str], *, needs_fonts: bool, needs_venv: bool) -> None:
    """Install the system packages that are missing, or say which line does it."""
    missing = missing_libraries(libraries)
    if shutil.which("apt-get") is None:
        if missing:
            raise StopError(
                f"Qt needs system libraries that are not there: {', '.join(sorted(missing))}. "
                "Install the packages that have them, then try again."
            )
        return
    packages = set(missing.values())
    if needs_fonts and not has_fonts():
        packages.add(FONT_PACKAGE)
    if needs_venv and importlib.util.find_spec("ensurepip") is None:
        packages.add("python{}.{}-venv".format(*sys.version_info))
    if packages:
        install_with_apt(sorted(packages))


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Return those of the libraries that this system cannot load."""
    return {name: package for name, package in libraries.items() if not loads(name)}


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Tell whether there is any font to draw text with."""
    return any(file.suffix.lower() in FONT_ENDINGS for folder in FONT_FOLDERS for file in Path(folder).rglob("*"))


def install_with_apt(packages: list[str]) -> None:
    """Install Debian packages, as root or by a sudo that asks for no password."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and runs(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n"]
    else:
        raise StopError(f"Some system packages are missing. Run this line, then try again:\n\n    sudo {line}\n")
    stage(f"Installing system packages: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    installed = quietly(install)
    if installed.returncode:  # most often because the lists of packages are missing or old
        quietly([*apt, "update"])
        installed = quietly(install)
    if installed.returncode:
        raise StopError(
            f"apt-get could not install the system packages (exit code {installed.returncode}): "
            f"{last_line(installed.stdout)}\nThe line was:\n\n    sudo {line}\n",
            installed.returncode,
        )


def has_display() -> bool:
    """Tell whether a window can be opened at all; only Linux is without a display at times."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def off_screen() -> dict[str, str]:
    """Return the environment that draws windows in memory, where Qt has nothing to say about the locale."""
    plain_locale = os.environ.get("LC_ALL") in {"C", "POSIX"}
    return {"QT_QPA_PLATFORM": "offscreen"} | ({"LC_ALL": "C.UTF-8"} if plain_locale else {})


def quick() -> dict[str, str]:
    """Return the environment in which tests wait for no disk, where memory has room, and compile each module once."""
    compiled_once = {"PYTHONDONTWRITEBYTECODE": ""}
    if sys.platform != "linux" or not MEMORY_FOLDER.is_dir() or shutil.disk_usage(MEMORY_FOLDER).free < ROOM_FOR_TESTS:
        return compiled_once
    return compiled_once | {"PYTEST_DEBUG_TEMPROOT": os.environ.get("PYTEST_DEBUG_TEMPROOT", str(MEMORY_FOLDER))}


def window_libraries() -> dict[str, str]:
    """Return the libraries that Qt loads to open a window on this desktop."""
    return X11_LIBRARIES | WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else X11_LIBRARIES


# Running other programs


def stage(sentence: str) -> None:
    """Say what is going on, before it does."""
    print(f"{sentence}...", flush=True)


def call(command: list[str], **environment: str) -> int:
    """Run a program in the checkout, with our own input and output, and return its exit code.

    Ctrl+C reaches the program as well, so it gets a while to end by itself: it may have a project to close.
    """
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment) as program:
        try:
            exit_code = program.wait()
        except KeyboardInterrupt:
            end(program)
            raise
    return exit_code if exit_code >= 0 else 128 - exit_code


def end(program: subprocess.Popen[bytes]) -> None:
    """Wait for a program that was asked to stop; when it takes too long, or Ctrl+C comes again, stop it."""
    try:
        program.wait(SECONDS_TO_END)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        program.terminate()


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program in the checkout and keep what it says, errors included."""
    return subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def runs(command: list[str]) -> bool:
    """Tell whether a program starts and ends well."""
    try:
        return quietly(command).returncode == 0
    except OSError:
        return False


def last_line(output: str) -> str:
    """Return the last thing a program said."""
    lines = output.split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
