"""What tests of every layer share: the sample transcripts, and golden files."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Protocol

import pytest

TESTS = Path(__file__).resolve().parent


class Golden(Protocol):
    """Compares a text with the file of that name under tests/golden, byte for byte."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what the tests get into tests/golden instead of comparing; read the diff before committing it",
    )


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
