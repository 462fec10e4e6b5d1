"""The guide in the window: opened at the page one is on, searched, gone back in, and right about the keys."""

from __future__ import annotations

import gc
import re
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QListWidget, QMenu

from qualcoder_lite.gui.dialogs.keys import IN_LISTS, IN_THE_TEXT
from qualcoder_lite.gui.help.guide_view import GuideView
from qualcoder_lite.gui.help.guide_window import GuideWindow
from qualcoder_lite.gui.help.topics import topic
from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE as ENTRIES
from qualcoder_lite.gui.pages.findings.page import FindingsPage
from qualcoder_lite.gui.program.own_keys import MEANS, USUAL
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Workspace
from qualcoder_lite.gui.widgets.controls import unnamed
from qualcoder_lite.gui.window.main_window import MainWindow
from qualcoder_lite.service.program import guide
from qualcoder_lite.service.program.shipped import guide_folder
from tests.gui.windows import EVERY_PAGE, action, find, menu_actions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction


@pytest.fixture
def opened(window: MainWindow, demonstration) -> MainWindow:
    window.open_project(demonstration)
    return window


def shown(window: MainWindow) -> GuideWindow:
    found = window.findChild(GuideWindow)
    assert found is not None
    return found


def test_another_place_of_the_same_chapter_is_set_with_the_same_room(qtbot, theme):
    view = GuideView()
    qtbot.addWidget(view)
    for anchor in ("home", "people", "sites"):
        view.show_place("pages", anchor)
        assert view.document().findBlockByNumber(1).blockFormat().lineHeight() > 100


def test_what_follows_a_list_stands_as_far_off_as_after_a_paragraph(qtbot, theme):
    view = GuideView()
    qtbot.addWidget(view)
    view.show_place("pages", "matrix")
    block, margins = view.textCursor().block(), {}
    while block.text() != "Chart":
        margins[bool(block.textList()), bool(block.next().textList())] = block.blockFormat().bottomMargin()
        block = block.next()
    assert margins[True, False] == margins[False, True] > margins[True, True]


def test_every_page_has_a_place_in_the_guide():
    places = {(section.chapter, section.anchor) for section in guide.sections()}
    for value in EVERY_PAGE:
        chapter, anchor = topic(value)
        assert (chapter, anchor or guide.anchor(next(c.title for c in guide.chapters() if c.name == chapter))) in places


def test_f1_opens_the_guide_at_the_page_one_is_on_and_escape_closes_it(qtbot, opened):
    opened.go("sites")
    qtbot.keySequence(opened, "F1")
    window = shown(opened)
    assert window.isVisible()
    assert window.view.textCursor().block().text() == "Sites"
    assert window.view.verticalScrollBar().value() > 0
    opened.go("code")
    qtbot.keySequence(opened, "F1")
    assert shown(opened) is window
    assert window.view.textCursor().block().text() == "Reading and coding"
    assert unnamed(window) == []
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_links_lead_on_and_back_leads_back(qtbot, opened):
    action(opened, "First hour").trigger()
    window = shown(opened)
    assert window.view.chapter == "index"
    window.view.setSource(QUrl("pages.md#codebook"))
    assert (window.view.chapter, window.view.textCursor().block().text()) == ("pages", "Codebook")
    qtbot.mouseClick(find(window, "guide-back"), Qt.MouseButton.LeftButton)
    assert window.view.chapter == "index"
    window.view.setSource(QUrl("https://example.org/elsewhere.md"))
    assert window.view.chapter == "index"


def test_what_is_looked_for_is_listed_and_gone_to_by_keyboard(qtbot, opened):
    action(opened, "Guide to this page").trigger()
    window = shown(opened)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keySequence(window.view, "Ctrl+F")
    box, places = find(window, "guide-find"), window.findChild(QListWidget)
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "certificate")
    assert "Withdrawal" in [places.item(row).text().split("\n")[0] for row in range(places.count())]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert window.view.textCursor().block().text() == "Withdrawal"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert places.count() == len(guide.CHAPTERS)
    qtbot.keyClicks(box, "xylophone")
    assert places.count() == 0
    assert "Nothing in the guide" in window._found.text()


def test_pictures_are_never_wider_than_the_text(opened, theme):
    action(opened, "First hour").trigger()
    window = shown(opened)
    window.view.show_place("user-researcher")
    for size, scale in (((1400, 800), 1.0), ((700, 800), 2.0), ((900, 600), 1.0)):
        theme.choose(mode="dark", text=scale, tint="paper")
        window.resize(*size)
        window.grab()
        assert window.view.horizontalScrollBar().maximum() == 0, size


# Keys


def listed() -> dict[str, list[tuple[str, str]]]:
    """The chapter of keys: the rows of each section."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (guide_folder() / "keys.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found[line[3:]] = []
        row = re.match(r"\| (.+?) \| (.+) \|$", line)
        if row and row[1] != "key":
            found[next(reversed(found))].append((row[1], row[2]))
    return found


def rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """What has a key among actions, as the chapter of keys lists it."""
    return [
        (
            " or ".join(key.toString(QKeySequence.SequenceFormat.PortableText) for key in each.shortcuts()),
            each.text().split(":")[0].replace("&", "").removesuffix(" …"),
        )
        for each in actions
        if each.shortcuts() and each.menu() is None
    ]


def of_the_menus(window: MainWindow) -> dict[str, list[tuple[str, str]]]:
    """The keys of every menu and of every page's own, as the sections of the chapter have them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for top in window.menuBar().actions():
        name, menu = top.text().replace("&", ""), top.menu()
        if isinstance(menu, QMenu) and name in ("File", "Edit", "Go", "View", "Help"):
            found[f"The menu {name}"] = rows(menu.actions())
    for entry in ENTRIES:
        page = window.go(entry.value)
        found[f"On the page {entry.word}"] = rows(page.actions_for_menu())
        if isinstance(page, FindingsPage):
            page.views.turn_to("chart")
            found["On the chart, in Findings"] = rows(page.views.page.actions_for_menu())
    return {title: keys for title, keys in found.items() if keys}


def test_the_keys_in_the_guide_are_those_of_the_menus(request, opened):
    """With --golden-update the chapter is written anew."""
    actual = of_the_menus(opened)
    if request.config.getoption("--golden-update"):
        file = guide_folder() / "keys.md"
        head, _, rest = file.read_text(encoding="utf-8").partition("## The menu File")
        foot = rest[rest.index("## In the guide") :]
        tables = [
            "\n".join(
                [f"## {title}\n\n| key | what it does |\n|---|---|", *(f"| {key} | {what} |" for key, what in keys)]
            )
            for title, keys in actual.items()
        ]
        file.write_text("\n\n".join([head.rstrip(), *tables, foot]), encoding="utf-8")
    told = {title: keys for title, keys in listed().items() if title.startswith(("The menu", "On the "))}
    assert told == actual


def test_the_keys_of_coding_in_the_guide_are_the_usual_ones():
    told = listed()
    assert told["Coding, while the text has the focus"] == [(USUAL[each], MEANS[each]) for each in USUAL]
    for title, keys in (*IN_THE_TEXT, IN_LISTS):
        assert told[title] == [(", ".join(names), what) for names, what in keys]


def test_the_keys_of_the_guide_itself_are_told(opened):
    action(opened, "First hour").trigger()
    own = {key for key, _ in rows(shown(opened).actions())}
    assert {key for key, _ in listed()["In the guide"]} - {"Esc"} <= own


def test_the_guide_goes_with_its_window(qtbot, theme, tmp_path):
    workspace = Workspace(Settings(str(tmp_path / "own.ini")))
    window = MainWindow(workspace)
    window.show()
    action(window, "First hour").trigger()
    left = [weakref.ref(window), weakref.ref(shown(window))]
    with qtbot.waitSignal(window.destroyed):
        window.close()
    del window
    gc.collect()
    assert [each() for each in left] == [None, None]


def test_what_the_guide_sends_people_to_in_the_menus_is_there(opened):
    text = " ".join(" ".join(chapter.text.split()) for chapter in guide.chapters())
    told = set(re.findall(r"\*\*(File|Edit|Go|View|Help)\*\*, \*\*([^*]+)\*\*", text))
    assert len(told) > 8
    there = {(title, each.text().replace("&", "").removesuffix(" …")) for title, each in menu_actions(opened)}
    assert told <= there
