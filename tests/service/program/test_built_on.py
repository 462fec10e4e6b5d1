"""The list of what the program is built on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from qualcoder_lite.service.program.built_on import parts

PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def plain(name: str) -> str:
    return re.split(r"[<>=\[;]", name)[0].strip().replace("_", "-").lower()


def test_every_package_that_the_program_needs_is_named_with_a_version_and_a_licence():
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    named = {plain(part.name): part for part in parts()}
    assert {plain(needed) for needed in project["dependencies"]} <= named.keys()
    assert {"python", "lxml", "shiboken6"} <= named.keys()  # what those need, too
    assert all(part.version and part.licence for part in named.values())
    assert named["fontpkg-atkinson-hyperlegible"].licence == "OFL-1.1"


def test_what_only_the_tests_need_is_left_out():
    development = {"pytest", "hypothesis", "ruff", "hatchling"}
    assert not development & {plain(part.name) for part in parts()}
