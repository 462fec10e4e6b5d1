"""What the project says in another language: one that SHOUTS, but for what stands in the project."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite import translation
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.storage.schema.tables import TABLES
from tests.coded_samples import make_coded_samples
from tests.service.helpers import put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PLACE_OR_WORDS = re.compile(r"(\{[^}]*\})|([^{}]+)")
_ID_OR_TIME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+(\+00:00)?")


def shouted(words: str, several: str, n: int) -> str:
    """A text in capitals, its places as they were."""
    english = several if several and n != 1 else words
    return _PLACE_OR_WORDS.sub(lambda found: found[1] or found[2].upper(), english)


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    translation.speak(None)


def extracts_as(study: Project, ending: str) -> None:
    order = ExtractsOrder(study=study.details.read(), date=date(2026, 3, 3))
    study.extracts.write(study.path.with_suffix(ending), order)


def sites_from(study: Project, table: str) -> None:
    path = study.path.with_name("sites.csv")
    path.write_text(table, encoding="utf-8")
    study.sites.import_table(path)


@pytest.mark.parametrize(
    ("do", "said"),
    [
        (lambda s: s.pictures.progress("Leeds"), "THERE IS NO SITE “Leeds” IN THIS PROJECT. IT HAS “Fenmarsh”."),
        (
            lambda s: s.extracts.all(Scope(client_groups=("Older folk",))),
            "NO TRANSCRIPT BELONGS TO A CLIENT GROUP “Older folk”. DID YOU MEAN “Older people”?",
        ),
        (
            lambda s: s.reports.make("site", "Fenmarsh"),
            "NOTHING THAT WAS SAID AT Fenmarsh IS CODED WITH AN OUTCOME YET, SO THERE IS NO REPORT. CODE IT FIRST.",
        ),
        (lambda s: s.memos.write(About(), " ", coder="Kim"), "THE MEMO IS EMPTY. WRITE A FEW WORDS, OR TAKE IT AWAY."),
        (
            lambda s: extracts_as(s, ".odt"),
            "EXTRACTS ARE WRITTEN AS .DOCX, .XLSX, .CSV, .HTML OR .JSON, NOT AS “.odt”.",
        ),
        (
            lambda s: sites_from(s, "site,years\nFenmarsh,many"),
            "ROW 2, COLUMN “years”, VALUE “many”: THIS MUST BE A WHOLE NUMBER, 0 OR MORE",
        ),
        (lambda s: s.backup(s.path), "A BACKUP NEEDS ANOTHER NAME THAN THE PROJECT’S OWN."),
        (
            lambda s: s.history.take_back(1),
            "THIS STEP IS UNDONE ALREADY, OR IS FOR GOOD. THERE IS NOTHING TO TAKE BACK.",
        ),
        (
            lambda s: Project.open(s.path.with_name("elsie.txt")),
            "“elsie.txt” IS NOT A PROJECT OF QUALCODER LITE. PROJECTS END IN “.QCLITE”.",
        ),
    ],
)
def test_an_error_is_said_in_the_language_that_is_spoken(
    study: Project, do: Callable[[Project], object], said: str
) -> None:
    study.path.with_name("elsie.txt").write_text("Elsie: They come when I ring.", encoding="utf-8")
    translation.speak(shouted, "xx")
    with pytest.raises(UserError) as fault:
        do(study)
    assert str(fault.value) == said


def test_a_step_is_told_in_the_language_of_whoever_looks(study: Project) -> None:
    translation.speak(shouted, "xx")
    put(study, "I feel safe now", "Choice")
    study.codes.rename("Choice", "Having a say", why="Plainer")
    study.details.change(replace(study.details.read(), title="Another title"))
    assert [entry.what for entry in study.history.entries(3)] == [
        "CHANGED THE PROJECT’S DETAILS: TITLE",
        "RENAMED “Choice” TO “Having a say”",
        "PUT Having a say ON ‘I feel safe now’",
    ]
    translation.speak(None)
    assert [entry.what for entry in study.history.entries(3)] == [
        "changed the project’s details: title",
        "renamed “Choice” to “Having a say”",
        "put Having a say on ‘I feel safe now’",
    ]


def test_what_is_asked_for_is_told_in_the_language_that_is_spoken(study: Project) -> None:
    translation.speak(shouted, "xx")
    put(study, "I feel safe now")
    assert Scope(sites=("Fenmarsh",), starred=True).in_words() == ["SITES: Fenmarsh", "ONLY QUOTES WITH A STAR"]
    assert study.findings.whose(Scope()) == "CODINGS OF Ailsa Brodie"


def kept(project: Path) -> list[tuple[object, ...]]:
    """All that a project keeps, but for ids and times."""
    with closing(sqlite3.connect(project)) as file:
        rows = [(table, *row) for table in (*TABLES, "step", "text") for row in file.execute(f"select * from {table}")]
    return sorted(tuple(_ID_OR_TIME.sub("", str(value)) for value in row) for row in rows)


def test_what_is_kept_is_the_same_in_every_language(demonstration_file: Path, tmp_path: Path) -> None:
    translation.speak(shouted, "xx")
    make_coded_samples(tmp_path / "shouted.qclite")
    assert kept(tmp_path / "shouted.qclite") == kept(demonstration_file)
