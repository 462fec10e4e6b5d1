"""The parts of the page Code by themselves: keys, codes found by name, the list of transcripts, who codes, all keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.gui.dialogs.keys import KeysDialog
from qualcoder_lite.gui.dialogs.who_is_coding import WhoDialog
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.letter_keys import LetterKeys
from qualcoder_lite.gui.pages.code.listed import ListedSite, ListedTranscript, with_headings
from qualcoder_lite.gui.pages.code.painted import colours_for
from qualcoder_lite.gui.pages.code.transcript_list import ROW, TranscriptList, TranscriptModel
from qualcoder_lite.gui.pages.code.turn_codings import CodingRow, TurnCodings
from qualcoder_lite.gui.pages.code.who import WhoIsCoding
from qualcoder_lite.gui.program.own_keys import USUAL, Command
from qualcoder_lite.gui.theme import Look
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.theme.contrast import ratio
from qualcoder_lite.gui.widgets.chip import ChipFace
from qualcoder_lite.gui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("theme")


def group(key: str, name: str, *codes: Code) -> CodeGroup:
    return CodeGroup(id=f"g-{name}", name=name, key=key, colour="process", codes=codes)


def coded(key: str, name: str, *aliases: str, definition: str = "") -> Code:
    return Code(id=name.casefold(), name=name, group="", key=key, aliases=aliases, definition=definition)


def book(name: str, kind: CodebookKind, *groups: CodeGroup) -> Codebook:
    return Codebook(id=name, name=name, title=name, version=1, kind=kind, source="", groups=groups)


SAFE = coded("F", "Feeling safe", "Safety", definition="Locks, falls and strangers.")
SEEING = coded("S", "Seeing people", definition="Feeling less alone.")
LISTENED = coded("L", "Listened to")
TOGETHER = coded("O", "Co-location")
OUTCOMES = book("outcomes", CodebookKind.OUTCOMES, group("Q", "Life", SAFE, SEEING), group("P", "Process", LISTENED))
FEATURES = book("features", CodebookKind.FEATURES, group("F", "Features", TOGETHER))
CODES = Codes((OUTCOMES, FEATURES))


def keys(*books: Codebook) -> LetterKeys:
    made = LetterKeys()
    made.set_codes(Codes(books or (OUTCOMES, FEATURES)))
    return made


# Letter keys


def test_a_groups_key_and_a_codes_key_name_the_code_in_either_case():
    letters = keys()
    assert letters.press("q").group == "Q"
    assert letters.press("F").codes == (SAFE.id,)
    assert not letters.waiting


def test_a_letter_may_be_a_code_of_one_group_and_a_command_outside():
    letters = keys()
    assert letters.press("L").command == Command.LINK
    letters.press("P")
    assert letters.press("L").codes == (LISTENED.id,)


def test_a_groups_own_key_goes_before_a_command():
    notes = book("own", CodebookKind.OTHER, group("N", "New themes", coded("A", "Animals")))
    letters = keys(notes)
    assert not letters.answers_to(Command.DOUBT)
    assert letters.press("N").group == "N"


def test_groups_that_share_a_key_answer_to_it_together():
    other = book("other", CodebookKind.OTHER, group("Q", "Questions", coded("F", "Food"), coded("X", "Exits")))
    letters = keys(OUTCOMES, other)
    letters.press("Q")
    assert letters.press("X").codes == ("exits",)
    letters.press("Q")
    assert letters.press("F").codes == (SAFE.id, "food")


def test_only_features_answer_while_a_link_is_made():
    letters = keys()
    letters.begin_link()
    assert letters.press("Q").group == ""
    assert letters.press("F").group == "F"
    assert letters.press("O").codes == (TOGETHER.id,)


@given(st.lists(st.sampled_from("QPFSLOVMN./Zé😀"), max_size=12))
def test_whatever_is_typed_a_code_takes_two_letters_and_forgetting_starts_afresh(typed):
    letters = keys()
    for letter in typed:
        waited = letters.pending
        meaning = letters.press(letter)
        assert not meaning.codes or waited
    letters.forget()
    letters.press("Q")
    assert letters.press("F").codes == (SAFE.id,)


# Finding a code


def test_a_code_is_found_by_name_before_alias_before_definition():
    assert [shown.name for shown in CODES.found("feeling")] == ["Feeling safe", "Seeing people"]
    assert [shown.name for shown in CODES.found("SAFETY")] == ["Feeling safe"]
    assert [shown.name for shown in CODES.found("people")] == ["Seeing people"]
    assert CODES.found("  ") == []
    assert CODES.found("zebra") == []


# The list


def row(name: str, site: str = "Fenmarsh", codings: int = 0, *, done: bool = False) -> ListedTranscript:
    return ListedTranscript(
        id=name,
        name=name,
        title=name,
        respondent="service user",
        site=site,
        client_group="Older people",
        turns=9,
        characters=99,
        codings=codings,
        done=done,
    )


ROWS = [row("Elsie", codings=4), row("Win", done=True), row("Ravi", "Hallowby"), row("Nell", "")]


def test_rows_stand_under_their_sites_with_how_many_are_done():
    said = [each.spoken for each in with_headings(ROWS)]
    assert said[0] == "Fenmarsh, Older people, 1 of 2 done"
    mixed = with_headings([ROWS[0], replace(ROWS[1], client_group="Mental health")])[0]
    assert isinstance(mixed, ListedSite)
    assert mixed.shown_group == "2 client groups"
    assert mixed.spoken == "Fenmarsh, Older people, Mental health, 1 of 2 done"
    assert said[1] == "Elsie, service user, Fenmarsh, 4 codings"
    assert said[-2] == "No site yet, Older people, 0 of 1 done"


def test_what_stands_under_a_name_begins_with_a_capital():
    assert ROWS[0].detail == "Service user · 4 codings"


def test_what_an_open_round_waits_for_says_so_and_is_found_by_its_name():
    waiting = replace(ROWS[2], round="Round 1")
    assert waiting.detail == "Round 1 · Not started"
    assert "Round 1" in waiting.spoken
    assert [each.name for each in (ROWS[0], waiting) if each.matches("round")] == ["Ravi"]


def test_the_model_keeps_qts_rules_while_it_is_filled_found_in_and_counted(qtmodeltester: ModelTester):
    model = TranscriptModel()
    model.fill(ROWS)
    qtmodeltester.check(model)
    model.find("hallowby")
    assert [each.name for each in model.transcripts] == ["Ravi"]
    model.count("Ravi", 3, 0.25)
    model.find("")
    assert [each.state for each in model.transcripts if each.name == "Ravi"] == ["3 codings"]
    qtmodeltester.check(model)


def test_the_list_is_walked_by_arrows_past_the_headings_and_enter_opens(qtbot: QtBot):
    listing = TranscriptList()
    qtbot.addWidget(listing)
    listing.resize(260, 600)
    listing.fill(ROWS)
    listing.show_open("Elsie")
    listing.show()
    for _ in range(2):
        qtbot.keyClick(listing.view, Qt.Key.Key_Down)
    assert listing.view.currentIndex().data(ROW).name == "Ravi"
    with qtbot.waitSignal(listing.transcript_chosen) as chosen:
        qtbot.keyClick(listing.view, Qt.Key.Key_Return)
    assert chosen.args == ["Ravi"]


def test_enter_in_the_find_box_opens_the_first_that_fits(qtbot: QtBot):
    listing = TranscriptList()
    qtbot.addWidget(listing)
    listing.fill(ROWS)
    qtbot.keyClicks(listing.find_box, "nel")
    with qtbot.waitSignal(listing.transcript_chosen) as chosen:
        qtbot.keyClick(listing.find_box, Qt.Key.Key_Return)
    assert chosen.args == ["Nell"]


# The codings of a turn


def coding_rows(*names: str) -> list[CodingRow]:
    return [CodingRow(name, ChipFace("QF", name, "process"), "not sure", "Some words") for name in names]


def test_the_model_of_a_turns_codings_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester):
    listing = TurnCodings()
    qtbot.addWidget(listing)
    qtmodeltester.check(listing.model)
    listing.show_rows(coding_rows("one", "two", "three"), 3)
    qtmodeltester.check(listing.model)
    assert listing.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "one. not sure. Some words"


def test_the_row_one_is_on_is_kept_while_codings_come_and_go(qtbot: QtBot):
    listing = TurnCodings()
    qtbot.addWidget(listing)
    assert not listing.enter("")
    listing.show_rows(coding_rows("one", "two", "three"), 3)
    assert listing.enter("two")
    listing.show_rows(coding_rows("zero", "one", "two", "three"), 4)
    assert listing.list.currentIndex().data() == "two"
    listing.show_rows(coding_rows("zero", "one", "three"), 3)
    assert listing.list.currentIndex().data() == "three"
    listing.show_rows(coding_rows("zero"), 1)
    assert listing.list.currentIndex().data() == "zero"


# Who codes


def test_who_is_coding_takes_one_of_the_known_or_a_new_name(qtbot: QtBot):
    dialog = WhoDialog(["Ailsa Brodie"], None)
    qtbot.addWidget(dialog)
    dialog.people[0].click()
    assert dialog.name == "Ailsa Brodie"
    dialog = WhoDialog([], None)
    qtbot.addWidget(dialog)
    assert not dialog.start.isEnabled()
    qtbot.keyClicks(dialog.other, "  Carys   Hughes ")
    qtbot.keyClick(dialog.other, Qt.Key.Key_Return)
    assert dialog.name == "Carys Hughes"
    assert dialog.result() == WhoDialog.DialogCode.Accepted


def test_the_menu_offers_every_coder_and_somebody_else(qtbot: QtBot):
    who = WhoIsCoding()
    qtbot.addWidget(who)
    who.show_who(face_of("Ailsa Brodie"), [face_of("Ailsa Brodie"), face_of("Dennis Okoro")])
    menu = who.person.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Ailsa Brodie", "Dennis Okoro", "Somebody else …"]
    with qtbot.waitSignal(who.chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["Dennis Okoro"]


# Colours and keys


@pytest.mark.parametrize("dark", [False, True])
def test_what_others_coded_stays_readable(dark: bool):
    palette = colours_for(Look(dark=dark))
    others = {name: colours for name, colours in palette.groups.items() if name.startswith("others:")}
    assert others
    for colours in others.values():
        assert ratio(colours.stripe.name(), palette.page.name()) >= 3
        for fill in colours.fills:
            assert ratio(palette.text.name(), fill.name()) >= 4.5


def test_every_key_of_coding_is_told(qtbot: QtBot):
    dialog = KeysDialog(None)
    qtbot.addWidget(dialog)
    told = {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    assert {f"key {key}" for key in USUAL.values()} <= told
