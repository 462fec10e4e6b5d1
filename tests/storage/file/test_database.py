"""A project file: what is refused and how, what one plain file means, and reading where nothing can be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import (
    NotAProjectError,
    ProjectDamagedError,
    ProjectLockedError,
    ProjectTooNewError,
    ReadOnlyProjectError,
    StorageFullError,
    UserError,
)
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import opening
from qualcoder_lite.storage.file.lock import ProjectLock
from qualcoder_lite.storage.file.place import APPLICATION_ID
from qualcoder_lite.storage.schema.tables import BOOKKEEPING, TABLES
from tests.storage.helpers import new_coding, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.storage.helpers import Child

# Opens a project, says so, adds a coder for each line it is told, and says so.
_WRITER = """
import sys
from pathlib import Path
from qualcoder_lite.service.project import Project
with Project.open(Path(sys.argv[1])) as project:
    print("open", flush=True)
    for line in sys.stdin:
        project.coders.add(line.strip())
        print("added", flush=True)
"""

_READER = """
import sys
from pathlib import Path
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.project import Project
with Project.look(Path(sys.argv[1])) as project:
    print(project.info().coders, project.check())
try:
    Project.open(Path(sys.argv[1]))
except UserError as refusal:
    print(type(refusal).__name__)
"""


def _left_by_a_crash(path: Path, child: type[Child], *coders: str) -> None:
    writer = child(_WRITER, path)
    assert writer.line() == "open"
    for coder in coders:
        assert writer.say(coder) == "added"
    writer.kill()
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def _beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


# Refusals, each in its own words


def _folder(path: Path) -> None:
    path.mkdir()


def _empty(path: Path) -> None:
    path.touch()


def _talk(path: Path) -> None:
    path.write_text("Moira: Thank you for having me in.\n" * 100, encoding="utf-8")


def _another_programs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table project(id)")


def _header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


# Both ways to open a project refuse in the same words.
_OPENINGS = pytest.mark.parametrize("open_", [Project.open, Project.look])


@_OPENINGS
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (None, "There is no file “{path}”. See whether its name is spelt right."),
        (_folder, "“{path}” can’t be read (Is a directory)."),
        (_empty, "“x.qclite” is not a project of QualCoder Lite. Projects end in “.qclite”."),
        (_talk, "“x.qclite” is not a project of QualCoder Lite. Projects end in “.qclite”."),
        (_another_programs, "“x.qclite” is a file of another program, not a project of QualCoder Lite."),
        (_header_alone, "“x.qclite” is a file of another program, not a project of QualCoder Lite."),
    ],
)
def test_what_is_no_project_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None] | None, sentence: str, open_: Callable[[Path], Project]
) -> None:
    path = tmp_path / "x.qclite"
    if make:
        make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(NotAProjectError) as refused:
        open_(path)
    assert str(refused.value) == sentence.format(path=path)
    assert _beside(path) == (["x.qclite"] if make else [])
    assert (path.read_bytes() if path.is_file() else b"") == before


@_OPENINGS
def test_a_newer_project_is_refused_without_touching_it(path: Path, open_: Callable[[Path], Project]) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "insert into _sqlite_migrations(migration_set, name, applied_at) values('qualcoder_lite', '0099_later', '')"
        )
    before = path.read_bytes()
    with pytest.raises(ProjectTooNewError, match=r"newer version of QualCoder Lite.*The file was not touched"):
        open_(path)
    assert path.read_bytes() == before
    assert _beside(path) == ["study.qclite"]


@_OPENINGS
def test_a_project_whose_making_broke_off_is_told_as_that(tmp_path: Path, open_: Callable[[Path], Project]) -> None:
    path = tmp_path / "x.qclite"
    database = opening.create(path)
    database.close()
    with pytest.raises(
        NotAProjectError, match=r"broke off while it was being made, and holds nothing. Remove the file"
    ):
        open_(path)


@_OPENINGS
def test_a_damaged_project_is_told_with_its_newest_good_backup(path: Path, open_: Callable[[Path], Project]) -> None:
    with Project.open(path) as project:
        project.coders.add("Kim")
    [backup] = path.with_name("study.qclite-backups").iterdir()
    with path.open("r+b") as file:  # the list of tables
        file.seek(100)
        file.write(b"\xff" * 1000)
    with pytest.raises(ProjectDamagedError) as refused:
        open_(path)
    assert f"The newest good backup is “{backup}”" in str(refused.value)
    assert str(refused.value).endswith("The damaged file was left as it is.")
    assert not path.with_name("study.qclite-lock").exists()


@pytest.mark.parametrize("filling", [b"\xff", b"\0", b"w"])
def test_damage_anywhere_ends_in_a_sentence_never_in_a_fault(path: Path, filling: bytes) -> None:
    whole = path.read_bytes()
    told: list[str] = []
    for page in range(1, len(whole) // 4096, 9):
        path.write_bytes(whole[: page * 4096] + filling * 4096 + whole[(page + 1) * 4096 :])
        try:
            with Project.look(path) as project:
                told += project.check()
                for overview in project.transcripts.overview():
                    project.transcripts.text(overview.transcript.id)
                project.extracts.all()
                project.history.entries()
        except UserError as damage:
            told.append(str(damage))
    assert told
    assert not [sentence for sentence in told if "lunch club" in sentence]


def test_text_that_can_not_be_decoded_is_damage_and_is_not_quoted(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("update text set body=cast(cast(body as blob) || x'ff' as text)")
    with Project.look(path) as project:
        with pytest.raises(ProjectDamagedError) as damage:
            project.transcripts.text(project.transcripts.find("Elsie"))
        assert damage.value.details == "some of its text can’t be decoded"
        assert "lunch" not in str(damage.value)
        assert len(project.check()) == 2


def test_a_file_in_the_way_is_not_written_over(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"There is a file “.*study.qclite” already"):
        Project.create(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("where", ["nowhere/x.qclite", "study.qclite/x.qclite"])
def test_a_project_in_a_folder_that_is_not_there_is_not_made(path: Path, where: str) -> None:
    with pytest.raises(UserError, match=r"There is no folder"):
        Project.create(path.parent / where)


def test_of_two_who_make_the_same_project_at_once_the_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, take = tmp_path / "x.qclite", ProjectLock.take

    def take_late(lock: ProjectLock) -> None:
        path.write_bytes(b"somebody was quicker")
        take(lock)

    monkeypatch.setattr(ProjectLock, "take", take_late)
    with pytest.raises(UserError, match=r"There is a file “.*x.qclite” already"):
        Project.create(path)
    assert path.read_bytes() == b"somebody was quicker"
    assert _beside(path) == ["x.qclite"]


def test_a_project_in_a_folder_where_nothing_may_be_written_is_not_made(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(UserError, match=r"No file can be made in .*Choose a folder where you may write"):
        Project.create(tmp_path / "x.qclite")
    tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_could_not_be_finished_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcoder_lite.service.project.shipped_register", lambda: None)
    with pytest.raises(AttributeError):
        Project.create(tmp_path / "x.qclite")
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_quotes_emoji_and_signs_is_a_name_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "Elsie's “study” 100% #1? 🙂 é.qclite"
    with Project.create(path) as project:
        project.coders.add("Kim")
    with Project.look(path) as project:
        assert project.info().coders == ["Kim"]
        assert project.check() == []


# The file


def test_the_file_says_whose_it_is_and_all_its_tables_are_strict(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
        strict = {name for _, name, _, _, _, strict in raw.execute("pragma table_list") if strict}
    assert strict >= {*TABLES, *BOOKKEEPING, "text", "export", "export_transcript", "step", "change", "now"}


def test_every_row_that_matters_is_known_by_one_id(project: Project) -> None:
    for table in TABLES:
        keys = [name for _, name, _, _, _, key in project._database.rows(f"pragma table_info({table})") if key]
        assert keys == ["id"], table


def test_a_closed_project_is_one_plain_file(path: Path) -> None:
    with Project.open(path) as project:
        project.coders.add("Kim")
        assert {"study.qclite-wal", "study.qclite-lock"} <= set(_beside(path))
    assert _beside(path) == ["study.qclite", "study.qclite-backups"]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("pragma journal_mode").fetchone()[0] == "delete"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # full
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("temp_store", 2),  # memory
    ],
)
def test_an_open_project_is_set_to_lose_nothing(project: Project, pragma: str, value: object) -> None:
    assert project._database.one(f"pragma {pragma}")[0] == value


def test_looking_changes_no_byte_and_leaves_nothing_beside(path: Path) -> None:
    before = path.read_bytes()
    with Project.look(path) as project:
        project.info()
        project.check()
        with pytest.raises(ReadOnlyProjectError):
            project._database.run("insert into text values('x', 'y')")
    assert path.read_bytes() == before
    assert _beside(path) == ["study.qclite"]


# Beside others


def test_a_reader_sees_one_moment_while_another_program_writes(path: Path, child: type[Child]) -> None:
    writer = child(_WRITER, path)
    assert writer.line() == "open"
    with Project.look(path) as reader:
        assert writer.say("Kim") == "added"
        assert "Kim" not in reader.info().coders
    with Project.look(path) as reader:
        assert "Kim" in reader.info().coders


def test_closing_beside_a_reader_leaves_all_to_the_next_opening(path: Path) -> None:
    with Project.look(path) as reader:
        first = reader.info().coders
    project = Project.open(path)
    with Project.look(path) as reader:
        project.coders.add("Kim")
        project.close()
        assert reader.info().coders == first
    assert path.with_name("study.qclite-wal").exists()
    with Project.open(path) as project:
        assert "Kim" in project.info().coders
    assert _beside(path) == ["study.qclite", "study.qclite-backups"]


def test_opening_for_writing_while_a_reader_is_in_the_middle_asks_to_wait(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcoder_lite.storage.file.opening._PRAGMAS", ("busy_timeout=0",))
    with Project.look(path) as reader:
        with pytest.raises(ProjectLockedError, match=r"Wait a moment, then try again"):
            Project.open(path)
        assert reader.check() == []
    Project.open(path).close()


def test_work_that_was_done_before_a_crash_is_seen_by_readers_and_kept(path: Path, child: type[Child]) -> None:
    _left_by_a_crash(path, child, "Kim", "Lou")
    with Project.look(path) as reader:
        assert reader.info().coders == ["Ailsa Brodie", "Dennis Okoro", "Kim", "Lou"]
        assert reader.check() == []
    with Project.open(path) as project:
        assert project.info().coders == ["Ailsa Brodie", "Dennis Okoro", "Kim", "Lou"]
    assert _beside(path) == ["study.qclite", "study.qclite-backups"]


# Where nothing can be written


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_project_marked_read_only_can_be_looked_at_alone(path: Path, what: str) -> None:
    marked = path if what == "file" else path.parent
    mode = marked.stat().st_mode
    marked.chmod(mode & ~0o222)
    try:
        with pytest.raises(ReadOnlyProjectError, match=r"can’t be written to, so it can only be looked at.*copy it"):
            Project.open(path)
        with Project.look(path) as project:
            assert project.read_only
            assert project.info().codings == 6
    finally:
        marked.chmod(mode)


@pytest.mark.parametrize("left", ["closed", "by a crash", "by a crash, and copied without its -shm"])
def test_a_project_in_a_folder_that_can_not_be_written_opens_for_reading(
    path: Path, child: type[Child], ordinary: tuple[str, ...], left: str
) -> None:
    if left == "closed":
        with Project.open(path) as project:
            project.coders.add("Kim")
    else:
        _left_by_a_crash(path, child, "Kim")
    if "copied" in left:
        path.with_name("study.qclite-shm").unlink()
    files = _beside(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        found = child(_READER, path, before=ordinary).result()
    finally:
        path.parent.chmod(0o755)
    assert found.splitlines() == ["['Ailsa Brodie', 'Dennis Okoro', 'Kim'] []", "ReadOnlyProjectError"]
    assert _beside(path) == files


def test_a_private_copy_is_gone_once_the_project_is_closed(
    path: Path, child: type[Child], ordinary: tuple[str, ...], tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copyfile(path, folder / "study.qclite")
    _left_by_a_crash(folder / "study.qclite", child, "Kim")
    (folder / "study.qclite-shm").unlink()
    folder.chmod(0o555)
    counting = "import tempfile, os; tempfile.tempdir = sys.argv[2]"
    during = "print(len(os.listdir(sys.argv[2])))"
    program = f"""
import sys
{counting}
from pathlib import Path
from qualcoder_lite.service.project import Project
with Project.look(Path(sys.argv[1])) as project:
    {during}
{during}
"""
    try:
        assert child(program, folder / "study.qclite", copies, before=ordinary).result().split() == ["1", "0"]
    finally:
        folder.chmod(0o755)


def test_where_wal_needs_exclusive_use_work_goes_on_and_a_notice_says_so(path: Path) -> None:
    database = opening.for_writing(path, vfs="unix-dotfile")
    [notice] = database.notices
    assert "nobody can look at it meanwhile" in notice
    assert database.one("pragma journal_mode")[0] == "wal"
    project = Project(database)
    project.codings.add(new_coding(3, 30))
    project.history.undo()
    assert project.check() == []
    project.close()
    assert _beside(path) == ["study.qclite", "study.qclite-backups"]


def test_where_wal_can_not_work_at_all_work_goes_on_and_a_notice_says_so(path: Path) -> None:
    database = opening.for_writing(path, vfs="unix&nolock=1")
    [notice] = database.notices
    assert "saving is slower and less sure" in notice
    assert database.one("pragma journal_mode")[0] == "delete"
    assert database.one("pragma synchronous")[0] == 2
    project = Project(database)
    added = project.codings.add(new_coding(3, 30))
    project.close()
    with Project.look(path) as reader:
        assert added.of("coding") < rows(reader._database)["coding"].keys()
        assert reader.check() == []


# A full disk


def test_a_disk_that_fills_up_in_the_middle_of_a_step_takes_back_that_step_alone(path: Path) -> None:
    with Project.open(path) as project:
        kept = project.codings.add(new_coding(3, 30))
        before = rows(project._database)
        pages = project._database.one("pragma page_count")[0]
        project._database.run(f"pragma max_page_count={pages + 3}")
        many = [new_coding(n, n + m, transcript="Harold") for n in range(500) for m in (9, 12, 17)]
        with pytest.raises(StorageFullError, match=r"“study.qclite” is full. Nothing of this step was written"):
            project.codings.add_many(many)
        assert rows(project._database) == before
        project._database.run("pragma max_page_count=1000000")
        project.codings.add(new_coding(4, 30))
        project.history.undo()
        assert rows(project._database) == before
    with Project.look(path) as reader:
        assert kept.of("coding") < rows(reader._database)["coding"].keys()
        assert reader.check() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six million bytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can mount a disk of any size")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def _fill(disk: Path) -> Path:
    filling = disk / "filling"
    with filling.open("ab", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return filling
    raise AssertionError


def _work_until_it_fails(project: Project, done: list[str]) -> None:
    for n in range(10_000):
        project.coders.add(f"coder {n}")
        done.append(f"coder {n}")


def test_on_a_disk_that_is_really_full_nothing_is_lost_and_each_thing_says_so(path: Path, small_disk: Path) -> None:
    path = shutil.copyfile(path, small_disk / "study.qclite")
    project = Project.open(path)
    filling = _fill(small_disk)
    os.truncate(filling, filling.stat().st_size - 200_000)
    done: list[str] = []
    with pytest.raises(StorageFullError):
        _work_until_it_fails(project, done)
    assert done
    kept = rows(project._database)
    assert {row[1] for row in kept["coder"].values()} == {"Ailsa Brodie", "Dennis Okoro", *done}
    project.close()
    assert "There is no room for the copy" in project.notices[-1]
    with Project.look(path) as reader:
        assert rows(reader._database) == kept
        assert reader.check() == []
    filling.unlink()
    with Project.open(path) as project:
        assert rows(project._database) == kept
        project.coders.add("Lou")
        assert project.check() == []
    assert "study.qclite-wal" not in _beside(path)


def test_a_full_disk_holds_up_opening_and_making_with_a_sentence_and_leaves_nothing_behind(
    path: Path, small_disk: Path
) -> None:
    path = shutil.copyfile(path, small_disk / "study.qclite")
    filling = _fill(small_disk)
    before = _beside(path)
    for attempt in (lambda: Project.open(path), lambda: Project.create(small_disk / "new.qclite")):
        with pytest.raises(StorageFullError, match=r"full"):
            attempt()
        assert _beside(path) == before
    with Project.look(path) as reader:
        assert reader.check() == []
    filling.unlink()
    with Project.open(path) as project:
        project.coders.add("Kim")
