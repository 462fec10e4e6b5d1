"""What tests of every layer share: the sample transcripts, and golden files."""

from __future__ import annotations

import difflib
import gc
import os
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).resolve().parent

# How somebody likes their desktop, such as twice as large or with an input method, must not change what the tests see.
for _wish in [name for name in os.environ if name.startswith("QT_") and name != "QT_QPA_PLATFORM"]:
    del os.environ[_wish]
# Qt has something to say about a locale without an encoding, and the tests let it say nothing.
if os.environ.get("LC_ALL") in {"C", "POSIX"}:
    os.environ["LC_ALL"] = "C.UTF-8"

# The suite looks at the same examples each time, however busy the machine is: what it says of a change must not depend
# on chance. `pytest --hypothesis-profile=explore` tries others.
_ANY_MACHINE = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.register_profile("suite", _ANY_MACHINE, derandomize=True)
settings.register_profile("explore", _ANY_MACHINE)
settings.load_profile("suite")


class Golden(Protocol):
    """Compares a text with the file of that name under tests/golden, byte for byte."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what the tests get into tests/golden instead of comparing; read the diff before committing it",
    )


def pytest_collection_finish() -> None:
    # Six thousand tests and all they import stay to the end: the collector need not go through them each time.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of invented transcripts and their tables."""
    return TESTS.parent / "sample_transcripts"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    def compare(name: str, text: str) -> None:
        file = TESTS / "golden" / name
        if request.config.getoption("--golden-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        if not file.is_file():
            pytest.fail(f"There is no {file}: make it with --golden-update, and read it.")
        expected = file.read_bytes().decode()
        if text != expected:
            diff = difflib.unified_diff(
                expected.splitlines(keepends=True), text.splitlines(keepends=True), f"golden/{name}", "now"
            )
            pytest.fail("".join(diff), pytrace=False)

    return compare
