"""dev.py, in a checkout of its own where Python, apt-get and sudo are stand-ins that write down each call."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

DEV = Path(__file__).resolve().parents[1] / "dev.py"


class Checkout:
    """A folder with dev.py, a pyproject.toml and stand-ins."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls_file = root / "calls"
        shutil.copy(DEV, root)
        (root / "pyproject.toml").write_text("[project]\n")

    def stand_in(self, path: str, script: str = "") -> Path:
        """Write a program that notes its arguments (and Qt's platform), then does what the script says."""
        program = self.root / path
        program.parent.mkdir(parents=True, exist_ok=True)
        note = f'echo "{program.name} $* [$QT_QPA_PLATFORM]" >> "{self.calls_file}"'
        program.write_text(f"#!/bin/sh\n{note}\n{script}\n")
        program.chmod(0o755)
        return program

    def dev(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.calls_file.unlink(missing_ok=True)
        plain = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        return subprocess.run(
            [sys.executable, str(self.root / "dev.py"), *arguments],
            env=plain | {"QT_QPA_PLATFORM": ""} | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def calls(self) -> list[str]:
        """What the last command started, the probe whether pip is there aside."""
        lines = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        return [line for line in lines if "import pip" not in line]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout that is set up already."""
    checkout = Checkout(tmp_path)
    checkout.stand_in(".venv/bin/python")
    checkout.stand_in(".venv/bin/lint-imports")
    assert checkout.dev("check").returncode == 0
    return checkout


@pytest.fixture
def dev() -> ModuleType:
    """dev.py as a module, for what depends on the system underneath."""
    spec = importlib.util.spec_from_file_location("dev_under_test", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_without_a_command_it_tells_the_commands(checkout: Checkout):
    told = checkout.dev()
    assert told.returncode == 0
    assert "dev.py run" in told.stdout
    assert "dev.py test" in told.stdout


def test_an_unknown_command_is_wrong_usage(checkout: Checkout):
    refused = checkout.dev("tset")
    assert refused.returncode == 2
    assert refused.stderr == "dev.py has no command 'tset'. It has: run, test, check, bench, pictures, words, setup.\n"


def test_an_older_python_gets_a_sentence(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in capsys.readouterr().err


def test_a_checkout_that_is_up_to_date_installs_nothing(checkout: Checkout):
    checkout.dev("run")
    assert checkout.calls() == ["python -m qualcoder_lite demo []"]


def test_run_hands_its_arguments_on(checkout: Checkout):
    checkout.dev("run", "--to", "here.qclite")
    assert checkout.calls() == ["python -m qualcoder_lite demo --to here.qclite []"]


def test_tests_run_on_all_cores_off_screen_and_get_the_arguments(checkout: Checkout):
    checkout.dev("test", "-k", "journal")
    assert checkout.calls() == ["python -m pytest -n auto --dist worksteal -k journal [offscreen]"]


def test_tests_compile_each_module_once_whatever_the_environment_says(checkout: Checkout):
    checkout.stand_in(".venv/bin/python", 'case "$*" in *pytest*) exit "${PYTHONDONTWRITEBYTECODE:-7}";; esac')
    assert checkout.dev("test", PYTHONDONTWRITEBYTECODE="1").returncode == 7


def test_a_changed_pyproject_is_installed_once(checkout: Checkout):
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    checkout.dev("run")
    assert "install --quiet --editable .[dev]" in checkout.calls()[0]
    checkout.dev("run")
    assert len(checkout.calls()) == 1


def test_the_exit_code_of_a_failing_program_is_passed_on(checkout: Checkout):
    checkout.stand_in(".venv/bin/python", 'case "$*" in *pytest*) exit 5;; esac')
    assert checkout.dev("test").returncode == 5


def test_every_check_runs_even_when_one_fails(checkout: Checkout):
    checkout.stand_in(".venv/bin/python", 'case "$*" in *"ruff check"*) exit 3;; esac')
    checked = checkout.dev("check")
    assert checked.returncode == 1
    assert len(checkout.calls()) == 4
    summary = checked.stdout.splitlines()[-4:]
    assert summary == ["format  ok", "lint    FAILED (exit code 3)", "types   ok", "layers  ok"]


def test_check_takes_no_arguments(checkout: Checkout):
    refused = checkout.dev("check", "--fix")
    assert refused.returncode == 2
    assert "--fix" in refused.stderr


def test_a_half_made_venv_is_made_anew_and_failed_packages_are_tried_again(tmp_path: Path):
    checkout = Checkout(tmp_path)
    checkout.stand_in(".venv/bin/python", "exit 1")
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nname = 'a'\nversion = '1'\ndependencies = ['nowhere-at-all']\n"
    )
    for made_anew in (True, False):
        failed = checkout.dev("run", PIP_NO_INDEX="1", PIP_FIND_LINKS="")
        assert failed.returncode == 1
        assert ("Making .venv" in failed.stdout) is made_anew
        assert "Installing the Python packages" in failed.stdout
        assert "could not be installed: pip's reason stands above (exit code 1)." in failed.stderr
        assert "Traceback" not in failed.stderr


def test_without_a_network_a_sentence_says_so(checkout: Checkout):
    checkout.stand_in(".venv/bin/python", 'case "$*" in *install*) echo "NewConnectionError: no"; exit 1;; esac')
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    failed = checkout.dev("run")
    assert failed.returncode == 1
    assert failed.stderr == (
        "The Python packages could not be fetched: check the network connection, then try again (exit code 1).\n"
    )


@pytest.fixture
def heeds_ctrl_c() -> Iterator[None]:
    """What is started from here heeds Ctrl+C, though a shell has it ignored in what runs in its background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_is_quiet_and_lets_the_program_end_by_itself(checkout: Checkout):
    (checkout.root / "waiting.py").write_text(
        "import signal\n"
        "try: print('started', flush=True); signal.pause()\n"
        "except KeyboardInterrupt: print('closed', flush=True)\n"
    )
    checkout.stand_in(".venv/bin/python", f'case "$*" in *demo*) exec "{sys.executable}" waiting.py;; esac')
    with subprocess.Popen(
        [sys.executable, str(checkout.root / "dev.py"), "run"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""},
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "started\n"
        os.killpg(program.pid, signal.SIGINT)
        assert (program.stdout.read(), program.stderr.read()) == ("closed\n", "")
    assert program.returncode == 130


def test_a_program_that_heeds_no_ctrl_c_is_stopped(dev: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dev, "SECONDS_TO_END", 0)
    with subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"]) as program:
        dev.end(program)
    assert program.returncode == -signal.SIGTERM


@pytest.fixture
def system(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A Debian where nobody is root, and only what a test adds to `bin` can be run."""
    checkout.stand_in("bin/apt-get")
    (checkout.root / "bin" / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(checkout.root / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    checkout.calls_file.unlink()
    return checkout


ABSENT = {"libnowhere.so.1": "libnowhere1", "libnothing.so.2": "libnothing2"}


def test_a_library_that_is_there_is_not_missed(dev: ModuleType):
    assert dev.missing_libraries({"libc.so.6": "libc6"} | ABSENT) == ABSENT


def test_apt_is_left_alone_when_nothing_is_missing(dev: ModuleType, system: Checkout):
    dev.provide_system_packages({"libc.so.6": "libc6"}, needs_fonts=False, needs_venv=False)
    assert system.calls() == []


def test_without_rights_the_one_line_to_run_is_told(dev: ModuleType, system: Checkout):
    with pytest.raises(dev.StopError) as stop:
        dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
    assert "    sudo apt-get install -y --no-install-recommends libnothing2 libnowhere1\n" in str(stop.value)
    assert system.calls() == []


def test_root_installs_what_is_missing_at_once(dev: ModuleType, system: Checkout, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
    (call,) = system.calls()
    assert "install -y --no-install-recommends libnothing2 libnowhere1" in call


def test_a_sudo_without_a_password_is_used(dev: ModuleType, system: Checkout):
    system.stand_in("bin/sudo", 'shift; [ "$1" = true ] || exec "$@"')
    dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
    assert [call.split()[0] for call in system.calls()] == ["sudo", "sudo", "apt-get"]


def test_old_package_lists_are_fetched_anew(dev: ModuleType, system: Checkout, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.stand_in("bin/apt-get", f'case "$*" in *update*) :>"{system.root}/new";; esac; [ -e "{system.root}/new" ]')
    dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
    assert [("install" in call, "update" in call) for call in system.calls()] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_an_apt_that_fails_gives_its_exit_code_and_reason(
    dev: ModuleType, system: Checkout, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.stand_in("bin/apt-get", "echo 'E: Unable to locate package libnowhere1'; exit 100")
    with pytest.raises(dev.StopError, match=r"exit code 100\): E: Unable to locate package libnowhere1") as stop:
        dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
    assert stop.value.exit_code == 100


def test_a_python_without_venv_asks_for_its_package(dev: ModuleType, system: Checkout, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(dev.StopError, match=r"recommends python3\.\d+-venv\n"):
        dev.provide_system_packages({}, needs_fonts=False, needs_venv=True)
    assert system.calls() == []


def test_another_linux_is_told_which_libraries_are_missing(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.StopError, match=r"not there: libnothing\.so\.2, libnowhere\.so\.1\."):
        dev.provide_system_packages(ABSENT, needs_fonts=False, needs_venv=False)
