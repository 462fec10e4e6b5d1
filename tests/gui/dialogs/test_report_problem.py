"""The report of a problem: shown whole before it is passed on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from qualcoder_lite.gui.dialogs.about import About
from qualcoder_lite.gui.dialogs.report_problem import ReportProblem
from qualcoder_lite.service.program.faults import log_fault
from tests.gui.windows import action, answer, find


def test_the_report_is_shown_and_copied_from_the_help_menu(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path)
    log_fault(ValueError("They come when I ring"))
    shown: list[str] = []

    def copy(dialog: ReportProblem) -> None:
        text = find(dialog, "report-problem-text")
        assert isinstance(text, QPlainTextEdit)
        shown.append(text.toPlainText())
        qtbot.mouseClick(find(dialog, "report-problem-copy"), Qt.MouseButton.LeftButton)

    answer(ReportProblem, copy)
    action(window, "Report a problem").trigger()
    assert QGuiApplication.clipboard().text() == shown[0]
    assert "ValueError" in shown[0]
    assert "come when" not in shown[0]


def test_about_names_what_the_program_is_built_on_with_its_licence_and_is_gone_through_by_keyboard(window):
    told: list[tuple[str, Qt.FocusPolicy]] = []

    def read(dialog: About) -> None:
        made_of = find(dialog, "about-parts")
        told.append((made_of.accessibleDescription(), made_of.focusPolicy()))

    answer(About, read)
    action(window, "About").trigger()
    ((words, focus),) = told
    assert "fontpkg-atkinson-hyperlegible" in words
    assert "LGPL-3.0" in words
    assert focus & Qt.FocusPolicy.TabFocus
