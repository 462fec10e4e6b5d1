"""Transcripts are looked at before they are stored, and stored one by one."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget

from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts
from qualcoder_lite.gui.dialogs.import_transcripts.files_list import FilesModel, result_of
from tests.importers.every_format import pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pytest
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.dialogs.import_transcripts.dialog import ImportDialog
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile
    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

    BringIn = Callable[[Sequence[Path]], ImportDialog]


def draft(dialog: ImportDialog, name: str) -> Draft:
    return next(draft for draft in dialog.preview.model.drafts if draft.name == name)


def role(draft: Draft, speaker: int) -> SpeakerRole:
    assert draft.read is not None
    return draft.read.text.speakers[speaker].role


def choose_file(dialog: ImportDialog, name: str) -> Draft:
    wanted = draft(dialog, name)
    row = list(dialog.preview.model.drafts).index(wanted)
    dialog.preview.files.setCurrentIndex(dialog.preview.model.index(row))
    return wanted


def click_tick(qtbot: QtBot, dialog: ImportDialog, name: str) -> None:
    files = dialog.preview.files
    choose_file(dialog, name)
    row = files.visualRect(files.currentIndex())
    qtbot.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 20, row.center().y()))


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def store(qtbot: QtBot, dialog: ImportDialog) -> None:
    click(qtbot, dialog.looking.do)
    qtbot.waitUntil(dialog.results.isVisible)


def titles(workspace: Workspace) -> list[str]:
    return [one.transcript.title for one in workspace.project.transcripts.overview()]


def place(stored: TranscriptOverview) -> tuple[str, str]:
    """The names of site and participant."""
    site, person = stored.placement.site, stored.placement.participant
    return site.name if site else "", person.name if person else ""


def choose_role(qtbot: QtBot, dialog: ImportDialog, label: str, times_down: int) -> None:
    box = dialog.preview.speakers.roles[label]
    for _ in range(times_down):
        qtbot.keyClick(box, Qt.Key.Key_Down)


# Choosing


def test_without_files_it_asks_for_files_or_a_folder(
    qtbot: QtBot, bring_in: BringIn, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = bring_in([])
    assert dialog.choose.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(files))
    click(qtbot, dialog.choose.empty.other)
    qtbot.waitUntil(dialog.preview.isVisible)
    assert {one.name for one in dialog.preview.model.drafts} == {"elsie.txt", "bea.txt", "empty.txt", "old.doc"}


def test_files_can_be_chosen_one_by_one_and_more_be_added(
    qtbot: QtBot, bring_in: BringIn, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = bring_in([])
    chosen = iter([["elsie.txt"], ["elsie.txt", "bea.txt"]])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(files / name) for name in next(chosen)], ""))
    click(qtbot, dialog.choose.empty.primary)
    qtbot.waitUntil(dialog.preview.isVisible)
    dialog.preview.about.title.setFocus()
    click(qtbot, dialog.looking.more)
    qtbot.waitUntil(lambda: len(dialog.preview.model.drafts) == 2)


def test_whoever_wants_none_after_all_can_say_so(qtbot: QtBot, bring_in: BringIn) -> None:
    dialog = bring_in([])
    click(qtbot, dialog.choose.leave)
    assert not dialog.isVisible()


def test_another_file_is_shown_from_what_is_to_be_checked(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    dialog.resize(1000, 560)
    bar = dialog.preview.speakers.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    choose_file(dialog, "elsie.txt" if dialog.preview.current is draft(dialog, "bea.txt") else "bea.txt")
    assert bar.value() == 0
    choose_file(dialog, "old.doc")
    assert not dialog.preview.speakers.none.isVisible()


def test_a_folder_without_transcripts_is_told(qtbot: QtBot, bring_in: BringIn, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    dialog = bring_in([tmp_path / "nothing"])
    qtbot.waitUntil(dialog.choose.trouble.isVisible)
    assert "no transcript there" in dialog.choose.trouble.text()


def test_files_can_be_dropped_on_it(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / "elsie.txt"))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(dialog.preview.isVisible)
    assert [one.name for one in dialog.preview.model.drafts] == ["elsie.txt"]


def test_a_project_that_can_only_be_read_takes_nothing_in(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(type(workspace.project), "read_only", property(lambda _self: True))
    with qtbot.waitSignal(workspace.failed) as told:
        import_transcripts(window, workspace, [])
    assert told.args is not None
    assert "can only be read" in told.args[0]


# Looking


def test_each_file_has_a_line_that_says_what_was_found(bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    assert result_of(draft(dialog, "elsie.txt")) == "33 words, 4 turns"
    assert "is empty" in result_of(draft(dialog, "empty.txt"))
    assert "save it as .docx" in result_of(draft(dialog, "old.doc"))
    assert dialog.looking.summary.text() == "4 files · 2 can’t be read"
    assert dialog.looking.do.words == "Import 2 transcripts"


def test_nothing_is_stored_while_files_are_looked_at(bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    dialog = bring_in([files])
    assert titles(workspace) == []
    dialog.reject()
    assert titles(workspace) == []


def test_the_words_are_shown_by_turns_with_the_speaker_in_bold(bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    choose_file(dialog, "elsie.txt")
    first = dialog.preview.text.document().firstBlock()
    assert first.text() == "Interviewer  Do you feel safe here?"
    assert first.begin().fragment().charFormat().fontWeight() > 500
    assert dialog.preview.text.document().blockCount() == 4


def test_markup_in_a_file_is_shown_as_it_stands(bring_in: BringIn, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Interviewer: <b>Well</b> &amp; how?\n\nElsie: <i>So</i>.\n", encoding="utf-8")
    dialog = bring_in([tmp_path / "a.txt"])
    assert "<b>Well</b> &amp; how?" in dialog.preview.text.document().firstBlock().text()


def test_a_vast_file_is_shown_in_part_and_stored_whole(
    qtbot: QtBot, bring_in: BringIn, tmp_path: Path, workspace: Workspace
) -> None:
    (tmp_path / "long.txt").write_text("Interviewer: Yes?\n\nElsie: " + "word " * 100_000, encoding="utf-8")
    dialog = bring_in([tmp_path / "long.txt"])
    assert dialog.preview.text.document().characterCount() < 45_000
    assert "not shown here" in dialog.preview.text.document().lastBlock().text()
    store(qtbot, dialog)
    assert workspace.project.info().words == 100_003


def test_what_was_guessed_is_to_be_checked(bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    choose_file(dialog, "bea.txt")
    assert dialog.preview.speakers.check.isVisible()
    assert dialog.preview.speakers.check.text().startswith("Please check: “Anna”")
    choose_file(dialog, "elsie.txt")
    assert not dialog.preview.speakers.check.isVisible()


def test_a_role_can_be_put_right(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    dialog = bring_in([files])
    chosen = choose_file(dialog, "bea.txt")
    choose_role(qtbot, dialog, "Bea", 1)  # from Participant to Carer
    qtbot.waitUntil(lambda: role(chosen, 1) is SpeakerRole.CARER)
    store(qtbot, dialog)
    speakers = workspace.project.transcripts.speakers(workspace.project.transcripts.find("bea"))
    assert [speaker.role for speaker in speakers] == [SpeakerRole.INTERVIEWER, SpeakerRole.CARER]


def test_tab_goes_through_the_speakers_before_whoever_is_missing(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    choose_file(dialog, "elsie.txt")
    speakers = dialog.preview.speakers
    stops = [*speakers.roles.values(), speakers.missing]
    stops[0].setFocus()
    for stop in stops[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_a_role_put_right_keeps_the_focus_where_it_is(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    chosen = choose_file(dialog, "bea.txt")
    box = dialog.preview.speakers.roles["Bea"]
    choose_role(qtbot, dialog, "Bea", 1)
    qtbot.waitUntil(lambda: role(chosen, 1) is SpeakerRole.CARER)
    assert dialog.preview.speakers.roles["Bea"] is box


def test_roles_can_be_the_same_in_all_files_with_these_speakers(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    other = (files / "elsie.txt").read_text(encoding="utf-8").replace("Before I lay awake", "I never slept")
    (files / "elsie-again.txt").write_text(other, encoding="utf-8")
    dialog = bring_in([files])
    choose_file(dialog, "elsie.txt")
    choose_role(qtbot, dialog, "Elsie", 2)  # from Participant to Support worker
    click(qtbot, dialog.preview.speakers.share)
    again = draft(dialog, "elsie-again.txt")
    qtbot.waitUntil(lambda: role(again, 1) is SpeakerRole.SUPPORT)
    assert role(draft(dialog, "bea.txt"), 1) is SpeakerRole.PARTICIPANT


def test_a_file_may_have_no_speakers(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    dialog = bring_in([files / "elsie.txt"])
    click(qtbot, dialog.preview.speakers.none)
    qtbot.waitUntil(dialog.preview.speakers.nobody.isVisible)
    assert result_of(dialog.preview.model.drafts[0]) == "33 words, no speakers found"
    store(qtbot, dialog)
    assert workspace.project.info().turns == 0


def test_what_was_changed_a_moment_ago_is_stored(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    dialog = bring_in([files / "elsie.txt"])
    dialog.preview.speakers.none.click()
    dialog.looking.do.click()  # before the file was read again
    qtbot.waitUntil(dialog.results.isVisible)
    assert workspace.project.info().turns == 0


# Files that are there already


def test_a_file_that_is_in_the_project_is_left_out_until_it_is_wanted_on_purpose(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    store(qtbot, bring_in([files / "elsie.txt"]))
    dialog = bring_in([files / "elsie.txt"])
    assert dialog.preview.again.text().startswith("Already in the project, as “elsie”.")
    assert not dialog.looking.do.isEnabled()
    click_tick(qtbot, dialog, "elsie.txt")
    assert dialog.looking.do.words == "Import 1 transcript"
    store(qtbot, dialog)
    assert titles(workspace) == ["elsie", "elsie (2)"]


def test_the_same_file_twice_in_the_list_is_told(bring_in: BringIn, files: Path) -> None:
    (files / "elsie-copy.txt").write_bytes((files / "elsie.txt").read_bytes())
    dialog = bring_in([files])
    assert result_of(draft(dialog, "elsie.txt")) == "The same as “elsie-copy.txt” in this list."
    assert not draft(dialog, "elsie.txt").wanted


# What is said of a file


def test_what_is_said_of_a_file_is_stored_with_it(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    dialog = bring_in([files / "elsie.txt"])
    about = dialog.preview.about
    about.title.selectAll()
    qtbot.keyClicks(about.title, "Elsie, second visit")
    qtbot.keyClicks(about.date, "3/5/2024")
    for field, name in ((about.site, "Fenmarsh"), (about.participant, "Elsie"), (about.client_group, "")):
        qtbot.keyClick(field.box, Qt.Key.Key_End)  # the choice of a new name is the last
        qtbot.keyClicks(field.field, name)
    qtbot.keyClick(about.client_group.box, Qt.Key.Key_Home)
    qtbot.keyClick(about.client_group.box, Qt.Key.Key_Down)
    store(qtbot, dialog)
    stored = workspace.project.transcripts.overview()[0]
    assert (stored.transcript.title, stored.transcript.date) == ("Elsie, second visit", "2024-05-03")
    assert place(stored) == ("Fenmarsh", "Elsie")
    assert stored.placement.client_group == "Older people"


def test_site_and_group_can_be_the_same_for_all(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    dialog = bring_in([files])
    about = dialog.preview.about
    qtbot.keyClick(about.site.box, Qt.Key.Key_End)
    qtbot.keyClicks(about.site.field, "Hallowby")
    click(qtbot, about.site.all)
    qtbot.keyClick(about.client_group.box, Qt.Key.Key_Down)
    click(qtbot, about.client_group.all)
    store(qtbot, dialog)
    there = workspace.project.transcripts.overview()
    assert [(place(one)[0], one.placement.client_group) for one in there] == [("Hallowby", "Older people")] * 2


def test_a_new_name_of_one_file_is_offered_for_the_next(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    choose_file(dialog, "bea.txt")
    site = dialog.preview.about.site
    qtbot.keyClick(site.box, Qt.Key.Key_End)
    qtbot.keyClicks(site.field, "Hallowby")
    choose_file(dialog, "elsie.txt")
    assert site.box.findText("Hallowby") > 0
    assert site.value == ""
    choose_file(dialog, "bea.txt")
    assert site.value == "Hallowby"


def test_a_date_that_is_none_is_told_at_once(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files / "elsie.txt"])
    qtbot.keyClicks(dialog.preview.about.date, "in May")
    assert dialog.preview.about.no_date.isVisible()


def test_a_field_for_a_new_name_is_seen_whole(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    dialog.resize(1200, 650)
    choose_file(dialog, "elsie.txt")
    about = dialog.preview.about
    qtbot.keyClick(about.site.box, Qt.Key.Key_End)
    assert about.site.field.isVisible()
    qtbot.waitUntil(lambda: about.verticalScrollBar().maximum() == 0)


def test_a_list_is_as_wide_as_its_longest_words(qtbot: QtBot, bring_in: BringIn, files: Path) -> None:
    box = bring_in([files]).preview.about.client_group.box
    box.setFixedWidth(box.minimumSizeHint().width())
    box.showPopup()
    qtbot.waitUntil(lambda: box.view().width() >= box.sizeHint().width() > box.width())
    box.hidePopup()


def test_enter_in_a_field_presses_no_button(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    dialog = bring_in([files / "elsie.txt"])
    field: QLineEdit = dialog.preview.about.title
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.preview.isVisible()
    assert titles(workspace) == []


# Storing


def test_a_contradiction_is_told_at_its_file_and_the_others_come_in(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    dialog = bring_in([files])
    wrong = draft(dialog, "bea.txt")
    right = draft(dialog, "elsie.txt")
    right.site = wrong.site = "Fenmarsh"
    right.client_group, wrong.client_group = "", "Older people"
    participants = workspace.project.path.with_name("people.csv")
    participants.write_text("participant,site,client_group\nBea,Hallowby,Mental health\n", encoding="utf-8")
    workspace.project.participants.import_table(participants)
    wrong.participant = "Bea"
    store(qtbot, dialog)
    assert titles(workspace) == ["elsie"]
    assert "Hallowby" in result_of(wrong)
    assert dialog.results.title.text() == "1 transcript was brought in"
    assert dialog.results.advice.text() == "It is one step, which can be undone. 3 files are still outside."
    click(qtbot, dialog.results.mend)
    qtbot.waitUntil(dialog.preview.isVisible)
    assert wrong in dialog.preview.model.drafts
    assert right not in dialog.preview.model.drafts


def test_each_file_is_a_step_of_its_own(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    store(qtbot, bring_in([files]))
    workspace.undo()
    assert titles(workspace) == ["bea"]


def test_every_page_is_told_once_of_all_files(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    told: list[int] = []
    workspace.changed.connect(lambda changes, _by: told.append(len(changes.of("transcript"))))
    store(qtbot, bring_in([files]))
    assert told == [2]


def test_cancel_keeps_what_is_in_and_stores_no_more(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    for n in range(30):
        (files / f"n{n}.txt").write_text(f"Interviewer: {n}?\n\nElsie: Yes, {n}.\n", encoding="utf-8")
    dialog = bring_in([files])
    dialog.looking.do.click()
    assert dialog._storing is not None
    dialog._storing.went_on.connect(lambda done, _total: dialog.busy.cancel.click() if done == 3 else None)
    qtbot.waitUntil(dialog.results.isVisible)
    assert len(titles(workspace)) == 3
    assert dialog.results.title.text() == "3 transcripts were brought in"
    assert dialog.results.advice.text().startswith("Each is a step of its own, and can be undone.")


def test_a_full_disk_stops_at_the_file_and_loses_nothing(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = bring_in([files])
    transcripts = workspace.project.transcripts
    store_one = transcripts.store

    def until_full(read: ReadFile, options: ImportOptions) -> object:
        if titles(workspace):
            raise StorageFullError("The disk is full. Make some room.")
        return store_one(read, options)

    monkeypatch.setattr(transcripts, "store", until_full)
    store(qtbot, dialog)
    assert titles(workspace) == ["bea"]
    assert result_of(draft(dialog, "elsie.txt")) == "The disk is full. Make some room."


def test_reading_can_be_cancelled(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    for n in range(200):
        (files / f"n{n}.txt").write_text(f"Interviewer: {n}?\n\nElsie: Yes, {n}.\n", encoding="utf-8")
    dialog = bring_in([])
    dialog.look_at([files])
    click(qtbot, dialog.busy.cancel)
    qtbot.waitUntil(dialog.choose.isVisible)
    assert not dialog._tasks.busy
    assert titles(workspace) == []


def test_afterwards_coding_can_start_with_the_first(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    dialog = bring_in([files])
    store(qtbot, dialog)
    with qtbot.waitSignal(workspace.visited) as visited:
        qtbot.keyClick(dialog.results.start, Qt.Key.Key_Return)
    assert visited.args is not None
    assert visited.args[0].page == "code"
    assert workspace.project.transcripts.title(visited.args[0].transcript) == "bea"


# By keyboard, and in little room


def test_it_can_all_be_done_by_keyboard(qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace) -> None:
    dialog = bring_in([files])
    dialog.activateWindow()
    qtbot.waitUntil(dialog.preview.files.hasFocus)
    qtbot.keyClick(dialog.preview.files, Qt.Key.Key_Space)  # the first file, bea.txt, is left out
    assert dialog.looking.summary.text() == "4 files · 2 can’t be read · 1 left out"
    qtbot.keyClick(dialog.preview.files, Qt.Key.Key_Down)
    assert dialog.preview.current is draft(dialog, "elsie.txt")
    qtbot.keyClick(dialog.preview.files, Qt.Key.Key_Return)
    assert dialog.preview.text.hasFocus()
    dialog.looking.do.setFocus()
    qtbot.keyClick(dialog.looking.do, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.results.isVisible)
    assert titles(workspace) == ["elsie"]
    qtbot.keyClick(dialog.results.close_it, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_escape_asks_before_it_drops_what_was_said(
    qtbot: QtBot, bring_in: BringIn, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = bring_in([files])
    qtbot.keyClicks(dialog.preview.about.title, "!")
    answers = iter([False, True])
    monkeypatch.setattr(
        "qualcoder_lite.gui.dialogs.import_transcripts.dialog.ask", lambda *_args, **_kwargs: next(answers)
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_in_little_room_one_pane_shows_at_a_time(qtbot: QtBot, bring_in: BringIn, files: Path, theme: Theme) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    dialog = bring_in([files])
    dialog.resize(1200, 660)
    preview = dialog.preview
    panes = {"files": preview.files, "text": preview.text, "speakers": preview.speakers, "about": preview.about}
    for value in panes:
        click(qtbot, preview.switch.segment(value))
        assert [name for name, pane in panes.items() if pane.isVisible()] == [value]
        assert preview.switch.value == value


def test_every_control_has_a_name(bring_in: BringIn, files: Path) -> None:
    dialog = bring_in([files])
    for control in dialog.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            assert control.accessibleName(), control


def test_the_list_of_files_is_a_sound_model(bring_in: BringIn, files: Path, qtmodeltester: ModelTester) -> None:
    dialog = bring_in([files])
    qtmodeltester.check(dialog.preview.model)
    results = FilesModel(ticks=False)
    results.show(dialog.preview.model.drafts)
    qtmodeltester.check(results)


# Putting guesses right

GUESSED = """Interviewer1: How was the club?

Margaret: Good. It’s £2.

Interviewer 1: And the bus?

Transport: Late, mind.

Margaret: Never on time.

Transport: It never is.

int: Thank you.

Interviewer 1: Well.
"""


def shown(dialog: ImportDialog) -> list[tuple[str, int]]:
    """The speakers of the file that is looked at, with their turns."""
    draft = dialog.preview.current
    assert draft is not None
    assert draft.read is not None
    text = draft.read.text
    return [(one.label, sum(turn.speaker == n for turn in text.turns)) for n, one in enumerate(text.speakers)]


def test_every_guess_about_speakers_can_be_changed_and_taken_back(
    qtbot: QtBot, bring_in: BringIn, tmp_path: Path, workspace: Workspace
) -> None:
    path = tmp_path / "margaret.txt"
    path.write_text(GUESSED, encoding="utf-8")
    dialog = bring_in([path])
    qtbot.waitUntil(dialog.preview.isVisible)
    pane = dialog.preview.speakers
    assert shown(dialog) == [("Interviewer 1", 3), ("Margaret", 2), ("Transport", 2), ("int", 1)]
    assert "taken for one speaker" in pane.check.text()

    qtbot.keyClick(pane.roles["Transport"], Qt.Key.Key_End)  # nobody: these are words
    qtbot.waitUntil(lambda: "Transport" not in pane.roles)
    box = pane.roles["int"]
    qtbot.keyClick(box, "T")  # the same person as Interviewer 1
    qtbot.waitUntil(lambda: shown(dialog) == [("Interviewer 1", 4), ("Margaret", 2)])
    click(qtbot, pane.links["Interviewer1"])
    qtbot.waitUntil(lambda: ("Interviewer1", 1) in shown(dialog))
    for label in ("Interviewer1", "int", "Transport"):
        click(qtbot, pane.links[label])
        qtbot.waitUntil(lambda label=label: label not in pane.links or label == "Interviewer1")
    qtbot.waitUntil(lambda: len(shown(dialog)) == 4)

    qtbot.keyClick(pane.roles["Transport"], Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "Transport" not in pane.roles)
    store(qtbot, dialog)
    (stored,) = workspace.project.transcripts.overview()
    labels = [one.label for one in workspace.project.transcripts.speakers(stored.transcript.id)]
    assert labels == ["Interviewer 1", "Margaret", "int"]


def test_a_speaker_who_was_missed_is_written_as_the_text_has_them(
    qtbot: QtBot, bring_in: BringIn, tmp_path: Path
) -> None:
    path = tmp_path / "mena.txt"
    path.write_text("ROK How was it?\n\nMena It was a long wait.\n\nROK And then?\n\nMena Then they came.\n", "utf-8")
    dialog = bring_in([path])
    qtbot.waitUntil(dialog.preview.isVisible)
    pane = dialog.preview.speakers
    assert shown(dialog) == []
    qtbot.keyClicks(pane.missing, "ROK")
    click(qtbot, pane.add)
    qtbot.waitUntil(lambda: shown(dialog) == [("ROK", 2)])
    qtbot.keyClicks(pane.missing, "Mena:")
    qtbot.keyClick(pane.missing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog) == [("ROK", 2), ("Mena", 2)])
    assert dialog.isVisible()


def test_what_was_taken_off_the_pages_is_named_and_can_be_put_back(
    qtbot: QtBot, bring_in: BringIn, tmp_path: Path
) -> None:
    talk = [[f"{who}: It comes {when}."] for when in ("early", "late", "never") for who in ("Moira", "Elsie")]
    (tmp_path / "a.pdf").write_bytes(pdf_of(talk, a_page=2, head="Hallowby study"))
    dialog = bring_in([tmp_path / "a.pdf"])
    assert "“Hallowby study”" in dialog.preview.speakers.check.text()
    click(qtbot, dialog.preview.how.keeping)
    found = draft(dialog, "a.pdf")
    qtbot.waitUntil(lambda: found.read is not None and "Hallowby study" in found.read.text.text)
    assert "Hallowby" not in dialog.preview.speakers.check.text()
    assert dialog.preview.how.keeping.isChecked()


def test_an_encoding_that_was_guessed_can_be_chosen(qtbot: QtBot, bring_in: BringIn, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Anna: caf\xe9\n\nBen: caf\xe9\n".encode("cp1252"))
    dialog = bring_in([path])
    qtbot.waitUntil(dialog.preview.how.encoding.isVisible)
    dialog.preview.how.encoding_chosen.emit("mac_roman")
    qtbot.waitUntil(lambda: "cafÈ" in dialog.preview.text.toPlainText())


def test_lines_that_were_joined_can_be_kept(qtbot: QtBot, bring_in: BringIn, tmp_path: Path) -> None:
    path = tmp_path / "wrapped.txt"
    path.write_text(textwrap.fill("Anna: " + "and so we went to the club by the bus that came then " * 9, 60))
    dialog = bring_in([path])
    qtbot.waitUntil(dialog.preview.how.joining.isVisible)
    click(qtbot, dialog.preview.how.joining)
    qtbot.waitUntil(lambda: dialog.preview.current.read.text.text.count("\n") > 6)
    assert dialog.preview.how.joining.isVisible()


def test_a_table_among_the_files_fills_in_what_it_says_of_them(
    qtbot: QtBot, bring_in: BringIn, files: Path, workspace: Workspace
) -> None:
    (files / "list.csv").write_text("file,site,participant,date\nELSIE.txt,Fenmarsh,Elsie,3/5/2024\n", "utf-8")
    dialog = bring_in([files])
    qtbot.waitUntil(lambda: "names 1 of these 2 files" in dialog.looking.summary.text())
    assert "list.csv" not in {one.name for one in dialog.preview.model.drafts}
    elsie = draft(dialog, "elsie.txt")
    assert (elsie.site, elsie.participant, elsie.date) == ("Fenmarsh", "Elsie", "2024-05-03")
    qtbot.waitUntil(dialog.looking.do.isEnabled)
    store(qtbot, dialog)
    found = {one.transcript.title: one for one in workspace.project.transcripts.overview()}
    assert (*place(found["elsie"]), found["elsie"].transcript.date) == ("Fenmarsh", "Elsie", "2024-05-03")


def test_it_stays_on_the_screen_with_words_twice_as_large(
    qtbot: QtBot, bring_in: BringIn, files: Path, theme: Theme
) -> None:
    theme.choose(mode="light", text=2.0, tint="paper")
    dialog = bring_in([files])
    room = dialog.screen().availableGeometry().height()
    qtbot.waitUntil(lambda: dialog.preview.files.isVisible() and dialog.height() <= room)
    assert dialog.looking.do.mapTo(dialog, dialog.looking.do.rect().bottomRight()).y() < dialog.height()
