"""The window in another language: where a translation is found, what it is asked, and what becomes of a bad one."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QLocale, QTranslator

from qualcoder_lite import translation
from qualcoder_lite.gui.help.whats_this import written
from qualcoder_lite.gui.program.system_language import SHIPPED, speak_as_installed
from qualcoder_lite.translation import tr

GATHER_WORDS = Path(__file__).parents[3] / "docs" / "gather_words.py"
LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
POLISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl"><context><name></name>
<message><source>Findings</source><translation>Wyniki</translation></message>
<message numerus="yes"><source>{n:,} code</source><comment>{n:,} codes</comment><translation>
<numerusform>{n} kod</numerusform><numerusform>{n} kody</numerusform><numerusform>{n} kodów</numerusform>
</translation></message>
</context></TS>
"""
TOLD = """
from PySide6.QtCore import QLocale
from qualcoder_lite.app import make_application
make_application()
from qualcoder_lite.translation import language, tr
counted = [tr("{n:,} code", "{n:,} codes", n=n) for n in (1, 3, 5)]
print(tr("Findings"), *counted, tr("Memos"), QLocale().name(), language(), sep="|")
"""


class Dictionary(QTranslator):
    """Knows a few texts by heart."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def translate(self, context, source, disambiguation=None, n=-1):
        return self._texts.get(source)

    def isEmpty(self):  # noqa: N802
        return False


@pytest.fixture
def translated(qapp):
    installed = []

    def install(texts: dict[str, str]) -> None:
        installed.append(Dictionary(texts))
        qapp.installTranslator(installed[-1])
        speak_as_installed(QLocale(QLocale.Language.Polish))

    yield install
    translation.speak(None)
    for each in installed:
        qapp.removeTranslator(each)


def test_a_text_without_a_translation_is_said_in_english(qapp):
    assert tr("Findings") == "Findings"
    assert tr("{name} has {share:.0%}", name="Ailsa", share=0.25) == "Ailsa has 25%"
    assert [tr("{n:,} code", "{n:,} codes", n=n) for n in (0, 1, 1200)] == ["0 codes", "1 code", "1,200 codes"]


def test_braces_in_what_is_filled_in_are_left_alone(qapp):
    assert tr("“{words}” was said", words="{n} of {them}") == "“{n} of {them}” was said"
    assert tr("As it is: {n}") == "As it is: {n}"


def test_a_translation_may_name_what_is_filled_in_in_another_order(translated):
    translated({"{quotes} of {people}": "{people}: {quotes}"})
    assert tr("{quotes} of {people}", quotes=3, people="two") == "two: 3"


@pytest.mark.parametrize("told", ["{peple} sagen es", "{0} sagen es", "{people sagen es", "{people.age} sagen es"])
def test_a_translation_whose_places_do_not_fit_gives_way_to_english(translated, caplog, told):
    translated({"{people} say so": told})
    assert tr("{people} say so", people="Two") == "Two say so"
    assert told in caplog.text


def spoken(folder: Path, language: str) -> str:
    """What the program says on a computer of that language, with its settings in the folder."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "QUALCODER_LITE_SETTINGS": str(folder / "settings.ini")}
    finished = subprocess.run(
        [sys.executable, "-c", TOLD],
        env=os.environ | environment | {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": language},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return finished.stdout.strip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of settings with a translation into Polish beside them, made as a translator makes it."""
    place = tmp_path_factory.mktemp("settings")
    source = place / "translations" / "qualcoder_lite_pl.ts"
    source.parent.mkdir()
    source.write_text(POLISH, encoding="utf-8")
    subprocess.run([LRELEASE, "-silent", source], check=True, capture_output=True)
    return place


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl_PL", "Wyniki|1 kod|3 kody|5 kodów|Memos|pl_PL|pl"),
        ("de:pl", "Wyniki|1 kod|3 kody|5 kodów|Memos|pl_PL|pl"),
        ("en_GB:pl", "Findings|1 code|3 codes|5 codes|Memos|en_GB|en-GB"),
        ("cy", "Findings|1 code|3 codes|5 codes|Memos|en_GB|en-GB"),
    ],
)
def test_the_first_language_of_the_person_that_there_is_a_translation_for_is_spoken(folder, language, said):
    assert spoken(folder, language) == said


def test_no_module_of_the_window_with_texts_is_imported_before_the_translation_is_there():
    told = "import sys, qualcoder_lite.app; print(*(name for name, each in sys.modules.items() if hasattr(each, 'tr')))"
    finished = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert [name for name in finished.stdout.split() if name.startswith("qualcoder_lite.gui")] == []


def said_through_tr() -> set[str]:
    """Every text that the program's modules hand to `tr`, or mark for it."""
    package = SHIPPED.parents[1]
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in package.rglob("*.py")
        if path.name != "translation.py" and path.parent.name != "cli"
    ]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    first = [call.args[0] for call in calls if ast.unparse(call.func) in ("tr", "tr_later")]
    return {words.value for words in first if isinstance(words, ast.Constant)}


def test_a_translator_gets_every_text(tmp_path):
    spec = importlib.util.spec_from_file_location("gather_words", GATHER_WORDS)
    gather_words = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gather_words)
    made = tmp_path / "qualcoder_lite_pl.ts"
    gather_words.gather(made)
    messages = etree.parse(made).iter("message")
    assert {message.findtext("source") for message in messages} == said_through_tr() | set(written().values())
    assert made.with_suffix(".qm").is_file()
