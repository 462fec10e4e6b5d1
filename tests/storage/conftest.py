"""A project with a little of everything, made once; each test works on its own copy. And ways to go wrong with it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.storage.file import opening
from tests.storage.helpers import Child, new_coding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.storage.file.database import Database

TALK = """\
Moira: Do you feel safe at home these days?
Elsie: I only ring the one number, and somebody comes. That makes me feel safe.
Moira: And what do you do with your week?
Elsie: Tuesdays there is the lunch club. The rest of it is long, if I am honest. 🙂
"""


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project; tests copy it, because making one takes a fifth of a second."""
    folder = tmp_path_factory.mktemp("master")
    path = folder / "study.qclite"
    with Project.create(path, title="Two valleys") as project:
        for name, times in (("elsie", 1), ("harold", 40)):
            (folder / f"{name}.txt").write_text(TALK * times, encoding="utf-8")
            project.transcripts.import_file(
                folder / f"{name}.txt", ImportOptions(title=name.title(), site="Fenmarsh", participant=name.title())
            )
        project.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=FeatureState.PRESENT, note="one corridor"))
        for start in range(0, 40, 8):
            project.codings.add(new_coding(start, start + 20, helped=("Co-location",) if start else ()))
        project.codings.add(new_coding(0, 44, transcript="Harold", coder="Dennis Okoro", memo="come back to this"))
        project.codings.declare_done("Ailsa Brodie", ["Elsie"])
        project.codes.rename(
            "Reliability", "Having people to rely on", why="as the report says it", coder="Ailsa Brodie"
        )
    return path


@pytest.fixture
def path(master: Path, tmp_path: Path) -> Path:
    """A closed project of the test's own."""
    return Path(shutil.copyfile(master, tmp_path / "study.qclite"))


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """The same, open for work."""
    with Project.open(path) as opened:
        yield opened


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """Its database alone."""
    opened = opening.for_writing(path)
    yield opened
    opened.close()


@pytest.fixture
def child() -> Iterator[type[Child]]:
    """The class of children; those that a test leaves running are killed."""
    born: list[Child] = []

    class Reared(Child):
        def __init__(self, program: str, *arguments: object, before: tuple[str, ...] = ()) -> None:
            super().__init__(program, *arguments, before=before)
            born.append(self)

    yield Reared
    for one in born:
        one.kill()


@pytest.fixture
def ordinary() -> tuple[str, ...]:
    """What to put before a command so that marks of files hold for it, as they do for anybody but an administrator."""
    if sys.platform == "win32":
        pytest.skip("Windows has no mode bits for folders")
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("run by an administrator, and there is no setpriv to give that up with")
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")
