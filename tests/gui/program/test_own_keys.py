"""Keys that a person chose: which may be, how they are kept, and the dialog that changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from qualcoder_lite.domain.codebooks.new_codes import COMMAND_LETTERS
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.dialogs.own_keys import OwnKeysDialog
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.letter_keys import LetterKeys
from qualcoder_lite.gui.program.own_keys import USUAL, Command, OwnKeys
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.importers.codebooks.toml_files import read_codebook
from qualcoder_lite.service.program.shipped import codebooks_folder

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import Codebook

SHIPPED = ("outcomes-framework", "features", "joint-working")
BOOKS: tuple[Codebook, ...] = tuple(read_codebook(codebooks_folder() / f"{name}.toml") for name in SHIPPED)


def test_no_keys_of_the_shipped_codebooks_and_commands_clash():
    groups = [group.key for book in BOOKS for group in book.groups]
    assert len({*groups, *USUAL.values()}) == len(groups) + len(Command)
    for book in BOOKS:
        for group in book.groups:
            keys = [code.key for code in group.codes]
            assert len(set(keys)) == len(keys), group.name


def test_the_letters_that_new_groups_leave_alone_are_those_of_the_commands():
    assert {key for key in USUAL.values() if key.isalpha()} == COMMAND_LETTERS


def test_every_shipped_code_is_reached_by_its_groups_key_and_its_own():
    letters, codes = LetterKeys(), Codes(BOOKS)
    letters.set_codes(codes)
    for shown in codes.all():
        assert letters.press(shown.group.key).group == shown.group.key
        assert letters.press(shown.code.key).codes == (shown.code.id,)


def test_a_key_that_does_something_else_already_is_refused_in_a_sentence():
    group = BOOKS[0].groups[0]
    with pytest.raises(UserError, match=r"^. is the key of “Memo” already\. Choose another"):
        OwnKeys().with_group(group, USUAL[Command.MEMO], BOOKS)
    with pytest.raises(UserError, match="the group"):
        OwnKeys().with_command(Command.MEMO, group.key.lower(), BOOKS)
    with pytest.raises(UserError, match="in the same group"):
        OwnKeys().with_code(group, group.codes[0].id, group.codes[1].key)
    for typed in ("", " ", "ab", "ß"):
        with pytest.raises(UserError, match="one letter, digit or sign"):
            OwnKeys().with_command(Command.MEMO, typed, BOOKS)


def test_a_key_that_was_given_up_is_free_and_the_usual_one_leaves_no_trace():
    own = OwnKeys().with_command(Command.MEMO, "=", BOOKS)
    moved = own.with_command(Command.DOUBT, USUAL[Command.MEMO], BOOKS)
    assert moved.command(Command.DOUBT) == USUAL[Command.MEMO]
    back = moved.with_command(Command.DOUBT, USUAL[Command.DOUBT], BOOKS).with_command(Command.MEMO, "m", BOOKS)
    assert back == OwnKeys()


CHOICES = st.lists(
    st.tuples(
        st.sampled_from([*Command, *(group.id for book in BOOKS for group in book.groups)]),
        st.sampled_from("QPCFSBOUXVLMN./[]?JRG=1é"),
    ),
    max_size=12,
)


@given(CHOICES)
def test_whatever_is_chosen_no_two_things_ever_have_one_key(choices):
    own = OwnKeys()
    groups = {group.id: group for book in BOOKS for group in book.groups}
    for what, typed in choices:
        try:
            if isinstance(what, Command):
                own = own.with_command(what, typed, BOOKS)
            else:
                own = own.with_group(groups[what], typed, BOOKS)
        except UserError:
            continue
    first = [group.key for book in own.dressed(BOOKS) for group in book.groups]
    assert len({*first, *own.commands().values()}) == len(first) + len(Command)
    assert OwnKeys.read(own.written()) == own


@pytest.mark.parametrize("kept", ["", "{", "[1]", '{"memo": "too long"}', '{"memo": 5.5}'])
def test_what_cannot_be_read_leaves_the_usual_keys(kept):
    assert OwnKeys.read(kept).commands() == dict(USUAL)


def test_keys_are_changed_in_their_boxes_and_a_clash_is_told(qtbot, theme, tmp_path):
    dialog = OwnKeysDialog(BOOKS, OwnKeys(), Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    changes: list[OwnKeys] = []
    dialog.changed.connect(changes.append)
    box = dialog.boxes[Command.MEMO.value]
    box.setFocus()
    qtbot.keyClicks(box, "v")
    assert changes == []
    assert box.text() == "M"
    assert dialog.status.words.startswith("V is the key of “Was it delivered?")
    qtbot.keyClicks(box, "w")
    assert changes[-1].command(Command.MEMO) == "W"
    assert dialog.status.words == "Changed to W."
    assert [each.text() for each in dialog.boxes.values() if each.hasSelectedText()] == ["W"]
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "W"
    dialog._usual.click()
    assert changes[-1] == OwnKeys()
    assert box.text() == "M"
