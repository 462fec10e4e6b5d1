"""Withdrawing a participant: afterwards no byte of theirs is left, and nobody can bring it back."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from qualcoder_lite.domain.errors import ProjectLockedError, StorageFullError, UnknownNameError, UserError
from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.service.extracts.word_comments import TITLE as COMMENT_TITLE
from qualcoder_lite.service.memos.file import MemosOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.details import TranscriptChange
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.storage.exports import exports
from qualcoder_lite.storage.exports.exports import Export
from qualcoder_lite.storage.file import backup_folder
from qualcoder_lite.storage.file.backups import backup_now
from qualcoder_lite.storage.people import withdrawals
from qualcoder_lite.storage.upkeep import scrub
from tests.service.helpers import put
from tests.storage.helpers import size_of

if TYPE_CHECKING:
    from pathlib import Path

HERS = """\
Moira: And who comes to see you?

Elsie: Zsuzsanna from the corner shop, née Vörös. She brings quinces and tells me about Szombathely.
"""
TELLING = ("Zsuzsanna", "quinces", "Szombathely", "Vörös", "Elsie")


@pytest.fixture
def told(study: Project, tmp_path: Path) -> Project:
    """The small study with a second transcript of Elsie's, coded, quoted, undone and backed up."""
    (tmp_path / "elsie2.txt").write_text(HERS, encoding="utf-8")
    study.transcripts.import_file(tmp_path / "elsie2.txt", ImportOptions(participant="Elsie", title="Elsie again"))
    (tmp_path / "other.txt").write_text("Moira: Hello\n\nArthur: The kettle is mine.\n", encoding="utf-8")
    study.transcripts.import_file(tmp_path / "other.txt", ImportOptions(participant="Arthur", title="Arthur"))
    put(study, "I feel safe now", memo="Elsie means Zsuzsanna")
    study.codings.remove([put(study, "The bus stopped running", memo="told in Szombathely")])
    study.history.undo()
    study.history.redo()
    backup_now(study._database)
    (tmp_path / "elsie2.txt").unlink()
    (tmp_path / "other.txt").unlink()
    return study


def readable(folder: Path) -> set[str]:
    """The telling words that stand in any file of a folder, as UTF-8, UTF-16 or JSON."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {
        word
        for word in TELLING
        for data in files
        if any(
            re.search(re.escape(form), data, re.IGNORECASE)
            for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode())
        )
    }


def test_no_word_of_theirs_is_left_in_any_byte(told: Project, tmp_path: Path) -> None:
    assert readable(tmp_path) == set(TELLING)
    done = told.withdrawal.withdraw("Elsie")
    assert readable(tmp_path) == set()
    assert (done.left, done.unreached) == ([], [])
    told.close()
    assert readable(tmp_path) == set()
    with Project.open(told.path) as again:
        assert again.check() == []
        assert [one.transcript.title for one in again.transcripts.overview()] == ["Arthur"]
        assert [person.name for person in again.participants.all()] == ["Arthur"]
        assert again.info().codings == 0


def test_no_term_of_theirs_is_left_in_the_search_index(told: Project) -> None:
    told.search.find(Query(words="Szombathely"))
    assert {"zom", "uin"} <= terms(told)
    told.withdrawal.withdraw("Elsie")
    told.search.find(Query(words="kettle"))
    assert terms(told) >= {"ket"}
    assert not {"zom", "uin", "sza"} & terms(told)


def terms(project: Project) -> set[str]:
    """The terms of the search index as it is stored."""
    project._database.run("create virtual table temp.seen using fts5vocab(main, search_words, 'row')")
    found = {term for (term,) in project._database.rows("select term from temp.seen")}
    project._database.run("drop table temp.seen")
    return found


def test_it_is_final_and_named_without_naming(told: Project) -> None:
    told.withdrawal.withdraw("Elsie", coder="Ailsa")
    assert told.history.next_undo() is None
    (entry, *_) = told.history.entries(1)
    assert (entry.final, entry.coder) == (True, "Ailsa")
    assert entry.what == "withdrew a participant with 2 transcripts"


def test_the_history_keeps_what_the_program_itself_wrote(told: Project) -> None:
    told.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=FeatureState.PARTIAL, note="as Zsuzsanna said"))
    told.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=FeatureState.ABSENT))
    # In her own words these are said as well, and by nobody else.
    texts = "update text set body = body || ' partial absent' where body like '%quinces%'"
    told._database.run(texts)
    told.withdrawal.withdraw("Elsie")
    said = [entry.what for entry in told.history.entries()]
    assert "recorded Co-location of staff at Fenmarsh as partial" in said
    images = " ".join(image for (image,) in told._database.rows("select before from change where before is not null"))
    assert '"state":"partial"' in images.replace(" ", "")
    assert "Zsuzsanna" not in images


def test_the_look_before_changes_nothing_and_says_what_would_go(told: Project) -> None:
    before = told.path.read_bytes()
    plan = told.withdrawal.look("elsie")
    assert list(plan.transcripts) == ["elsie", "Elsie again"]
    assert plan.counts["coding"] == 2  # one of them was taken off, and is in the history still
    assert plan.places == []
    assert plan.backups == 1
    assert told.path.read_bytes() == before


def test_a_transcript_that_was_theirs_for_a_while_stays_with_whose_it_is(told: Project) -> None:
    arthurs = told.transcripts.find("Arthur")
    plan = told.withdrawal.look("Elsie")
    with told._session.step("test"):
        elsie = told._session.directory.participants.find("Elsie").id
        arthur = told._session.directory.participants.find("Arthur").id
        for person in (elsie, arthur):
            told._database.run("update transcript set participant_id=? where id=?", (person, arthurs))
    assert list(told.withdrawal.look("Elsie").transcripts) == list(plan.transcripts)


def test_quotations_elsewhere_are_found_shown_and_taken_out_unless_kept(told: Project, tmp_path: Path) -> None:
    with told._session.step("test"):
        for id_, body in (
            ("m1", "As she said: “she brings quinces and tells me” – lovely"),
            ("m2", "Szombathely is in Hungary"),
            ("m3", "The kettle is his"),
        ):
            told._database.insert("memo", [(id_, body, "2026-01-01")], ("id", "body", "written_at"))
    # They are shown in the order in which they were written, not in the one that SQLite finds handiest.
    told._database.run("pragma reverse_unordered_selects=on")
    places = told.withdrawal.look("Elsie").places
    assert [(place.before, place.words) for place in places] == [
        ("As she said: “", "she brings quinces and tells me"),
        ("", "Szombathely"),
    ]
    done = told.withdrawal.withdraw("Elsie", keep=[places[1].key])
    assert (done.taken_out, done.kept) == (1, 1)
    bodies = [body for (body,) in told._database.rows("select body from memo order by id")]
    assert bodies == ["As she said: “[withdrawn]” – lovely", "Szombathely is in Hungary", "The kettle is his"]
    assert readable(tmp_path) == {"Szombathely"}


def test_what_came_with_the_program_and_the_names_of_its_tables_are_nobodys_words(
    told: Project, tmp_path: Path
) -> None:
    codes = {code.id: code for book in told.codebooks.all() for code in book.codes}
    example = next(code.example for code in codes.values() if len(code.example.split()) > 6)
    (tmp_path / "elsie3.txt").write_text(f"Elsie: {example}\n\nElsie: My codebook of recipes.\n", encoding="utf-8")
    told.transcripts.import_file(tmp_path / "elsie3.txt", ImportOptions(participant="Elsie", title="Elsie once more"))
    (tmp_path / "elsie3.txt").unlink()
    assert [place for place in told.withdrawal.look("Elsie").places if place.where.table == "code"] == []
    assert list(told.withdrawal.withdraw("Elsie").left) == []
    assert {code.id: code for book in told.codebooks.all() for code in book.codes} == codes


def test_what_everybody_is_asked_is_nobodys_words(told: Project) -> None:
    told.schedule.add("And who comes to see you?")
    assert [place for place in told.withdrawal.look("Elsie").places if place.where.table == "question"] == []
    told.withdrawal.withdraw("Elsie")
    assert [question.wording for question in told.schedule.questions()] == ["And who comes to see you?"]


def test_a_common_word_that_only_they_said_stays_where_others_wrote_it(told: Project, tmp_path: Path) -> None:
    (tmp_path / "elsie3.txt").write_text("Moira: And now?\n\nElsie: Quite so, although not yet.\n", encoding="utf-8")
    told.transcripts.import_file(tmp_path / "elsie3.txt", ImportOptions(participant="Elsie", title="Elsie, later"))
    told.memos.write(About(), "Quite likely, although nobody has asked yet.", coder="Ailsa")
    told.withdrawal.withdraw("Elsie")
    assert "Quite likely, although nobody has asked yet." in [each.memo.body for each in told.memos.all()]


def test_a_coder_keeps_a_name_that_they_said(told: Project) -> None:
    told.coders.add("Zsuzsanna Orr")
    told.withdrawal.withdraw("Elsie")
    assert "Zsuzsanna Orr" in [coder.name for coder in told.coders.all()]


def test_a_site_keeps_its_name_though_nobody_else_said_it(told: Project) -> None:
    told.sites.add("Szombathely")
    told.describing.change([told.transcripts.find("Arthur")], TranscriptChange(title="Arthur, Szombathely"))
    assert [place.words for place in told.withdrawal.look("Elsie").places if place.where.table != "memo"] == []
    told.withdrawal.withdraw("Elsie")
    assert "Szombathely" in [site.name for site in told.sites.all()]
    assert "Arthur, Szombathely" in [each.transcript.title for each in told.transcripts.overview()]


def test_what_comments_from_word_are_called_is_nobodys_words(told: Project) -> None:
    hers = told.codings.of_transcript(told.transcripts.find("elsie"))[0].id
    columns = ("id", "coding_id", "title", "body", "written_at")
    with told._session.step("test"):
        for id_, coding in (("m1", hers), ("m2", None)):
            told._database.insert("memo", [(id_, coding, COMMENT_TITLE, "Ask.", "2026-01-01")], columns)
    assert [place.words for place in told.withdrawal.look("Elsie").places if place.where.column == "title"] == []


def test_tombstones_hold_ids_alone_and_beat_every_stamp(told: Project) -> None:
    elsie = told._session.directory.participants.find("Elsie").id
    transcripts = withdrawals.transcripts_of(told._database, [elsie])
    told.withdrawal.withdraw("Elsie")
    stones = withdrawals.tombstones(told._database)
    assert stones["participant"] == {elsie}
    assert stones["transcript"] == transcripts
    stamps = {stamp for (stamp,) in told._database.rows("select stamp from clock where dead and tbl='transcript'")}
    assert max([*stamps, f"{10**15}.ffffffff"]) == withdrawals.WITHDRAWN
    # An id that is made from a label would confirm a guess of it.
    assert "speaker" not in stones
    assert not told._database.rows("select 1 from change where tbl='speaker' and row not in (select id from speaker)")


def test_the_certificate_says_what_went_and_where_else_it_is(told: Project, tmp_path: Path) -> None:
    elsies = told.transcripts.find("elsie")
    exports.add(
        told._database,
        Export(file="/reports/quotes.docx", format="docx", sha256="ab" * 32, transcripts=(elsies,), extracts=3),
    )
    exports.add(told._database, Export(file="/reports/arthur.docx", format="docx", transcripts=("x",)))
    done = told.withdrawal.withdraw("Elsie")
    assert done.plan.files == ("/reports/quotes.docx",)
    target = tmp_path / "certificate.docx"
    told.withdrawal.write_certificate(target, done, on=date(2026, 3, 2), who="Ailsa Brodie", study="A small study")
    written = docx.Document(str(target))
    said = "\n".join(paragraph.text for paragraph in written.paragraphs)
    for words in (
        "2 March 2026",
        "“Elsie again”",
        "2 codings",
        "1 automatic backup",
        "no word only they used was left",
    ):
        assert words in said
    assert [cell.text for cell in written.tables[0].rows[1].cells][:1] == ["/reports/quotes.docx"]
    assert "arthur" not in said


def test_a_reader_keeps_it_off_before_anything_is_changed(told: Project) -> None:
    with closing(sqlite3.connect(told.path)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from site").fetchone()
        put(told, "The bus")
        told._database.run("pragma busy_timeout=10")
        with pytest.raises(ProjectLockedError, match="Nothing was changed"):
            told.withdrawal.withdraw("Elsie")
    assert len(told.participants.all()) == 2
    told.withdrawal.withdraw("Elsie")


def test_too_little_room_is_told_before_anything_is_changed(told: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(told.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(StorageFullError, match="Nothing was changed"):
        told.withdrawal.withdraw("Elsie")
    assert len(told.participants.all()) == 2


def test_cleaning_that_broke_off_is_finished_when_the_project_is_next_opened(
    told: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_database: object) -> list[str]:
        raise UserError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(scrub, "finish", broken)
        assert told.withdrawal.withdraw("Elsie").unreached == ["The disk is full."]
        told.close()
    assert "Zsuzsanna" in readable(backup_folder.folder(told.path))
    with Project.open(told.path) as again:
        assert not scrub.pending(again._database)
        assert again.notices == []
    assert readable(tmp_path) == set()


_WITHDRAW = """
import sys
from pathlib import Path
from qualcoder_lite.service.project import Project

def say(done, total):
    if done == 70:
        print("deleted", flush=True)
        sys.stdin.readline()

with Project.open(Path(sys.argv[1])) as project:
    project.withdrawal.withdraw("Elsie", progress=say)
"""


@pytest.mark.parametrize("grown", [None, 200_000])
def test_cleaning_that_was_killed_is_finished_when_the_project_is_next_opened(
    told: Project, tmp_path: Path, grown: int | None
) -> None:
    long = "Moira: Hello\n\nArthur: " + "\n".join(f"The kettle is mine, {n}." for n in range(2_000))
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    told.transcripts.import_file(tmp_path / "long.txt", ImportOptions(participant="Arthur"))
    (tmp_path / "long.txt").unlink()
    told.close()
    wal = told.path.with_name(told.path.name + "-wal")
    command = [sys.executable, "-c", _WITHDRAW, told.path]
    withdraw = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert withdraw.stdout is not None
    assert withdraw.stdin is not None
    assert withdraw.stdout.readline() == "deleted\n"
    if grown is not None:  # somewhere within writing the file anew
        before, give_up = size_of(wal), time.monotonic() + 60
        withdraw.stdin.write("\n")
        withdraw.stdin.flush()
        while withdraw.poll() is None and abs(size_of(wal) - before) < grown:
            assert time.monotonic() < give_up
    withdraw.kill()
    withdraw.communicate()
    assert grown is not None or "Zsuzsanna" in readable(tmp_path)
    with Project.open(told.path) as again:
        assert again.notices == []
        assert not scrub.pending(again._database)
        assert again.check() == []
        assert [person.name for person in again.participants.all()] == ["Arthur"]
        assert readable(tmp_path) == set()
    assert readable(tmp_path) == set()


def test_what_goes_wrong_within_leaves_everything_as_it_was(told: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    before = [tuple(row) for row in told._database.rows("select * from change order by seq")]
    monkeypatch.setattr(scrub, "within_step", broken)
    with pytest.raises(ZeroDivisionError):
        told.withdrawal.withdraw("Elsie")
    assert [tuple(row) for row in told._database.rows("select * from change order by seq")] == before
    assert len(told.participants.all()) == 2


def test_nobody_of_that_name_is_refused(told: Project) -> None:
    with pytest.raises(UnknownNameError, match="Elsie"):
        told.withdrawal.look("Elspeth")


def test_a_file_of_memos_that_quotes_them_is_known_too(told: Project, tmp_path: Path) -> None:
    about = About(transcript=told.transcripts.find("Elsie again"), start=40, end=60)
    told.memos.write(about, "A good friend", coder="Ailsa")
    told.memos.write_file(
        tmp_path / "memos.csv", MemosOrder(study=ProjectDetails("A small study"), date=date(2026, 3, 2))
    )
    assert told.withdrawal.look("Elsie").files == (str(tmp_path / "memos.csv"),)
    assert told.withdrawal.look("Arthur").files == ()
