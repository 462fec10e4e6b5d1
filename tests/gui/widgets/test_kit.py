"""What holds for every widget of the kit: named, large enough, nothing cut off, and gone when it is gone."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.widgets.avatar import Avatar, PersonButton
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipButton, ChipFace
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.code_card import CardFace, CodeCard
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.group_header import GroupHeader
from qualcoder_lite.gui.widgets.key_cap import GroupCap, KeyCap
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.option_card import OptionCard
from qualcoder_lite.gui.widgets.progress_ring import ProgressRing
from qualcoder_lite.gui.widgets.question import Question
from qualcoder_lite.gui.widgets.rail import Rail, RailItem
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")

FACE = ChipFace("QF", "Feeling safe", "quality-of-life", "delivered")
CARD = CardFace("id-1", "Staying as well as you can be", "A", "Q", "quality-of-life", "Does the person keep well?")
Role = QAccessible.Role


def toast() -> Toast:
    made = Toast(QWidget())
    made.say("Merged 3 copies.", action="Undo")
    return made


def status() -> StatusLine:
    made = StatusLine()
    made.say("Coded: Feeling safe.", action="Undo")
    return made


# What makes one of each, its role and what its accessible name must hold.
KIT: dict[str, tuple[Callable[[], QWidget], QAccessible.Role, str]] = {
    "primary button": (lambda: Button("Save Word file", kind="primary", icon="export"), Role.Button, "Save Word file"),
    "link": (lambda: Button("Go to turn", kind="link"), Role.Button, "Go to turn"),
    "icon button": (lambda: IconButton("Undo", "undo"), Role.Button, "Undo"),
    "segments": (lambda: SegmentedControl([("a", "Mine")], name="Whose", value="a"), Role.Client, "Whose"),
    "tick box": (lambda: TickBox("Leave out small cells"), Role.CheckBox, "Leave out small cells"),
    "option": (lambda: OptionCard("Everyone", "What is shared", "people"), Role.RadioButton, "Everyone"),
    "choice": (lambda: ChoiceBox("Client group", [("a", "All")]), Role.ComboBox, "All"),
    "chip": (lambda: Chip(FACE), Role.StaticText, "Feeling safe, delivered"),
    "chip button": (lambda: ChipButton(FACE), Role.Button, "Feeling safe, delivered"),
    "code card": (lambda: CodeCard(CARD), Role.CheckBox, "Staying as well as you can be, keys Q then A"),
    "plain card": (lambda: CodeCard(CARD, plain=True), Role.CheckBox, "Staying as well as you can be"),
    "group header": (lambda: GroupHeader("P", "Process", "process"), Role.CheckBox, "Process, key P, open"),
    "key": (lambda: KeyCap("Ctrl V"), Role.StaticText, "key Ctrl V"),
    "group letter": (lambda: GroupCap("Q", "quality-of-life"), Role.StaticText, "key Q"),
    "rail": (lambda: Rail([RailItem("home", "Home", "home")]), Role.Border, "Pages"),
    "empty state": (
        lambda: EmptyState("quotes", "No quotes yet", "Code a passage.", primary="Go to Code"),
        Role.Border,
        "No quotes yet",
    ),
    "toast": (toast, Role.Border, "Merged 3 copies."),
    "status": (status, Role.Client, "Coded: Feeling safe."),
    "progress": (lambda: ProgressRing("Elsie", done=26, of=64), Role.ProgressBar, "Elsie, 26 of 64"),
    "avatar": (lambda: Avatar(face_of("Ailsa Brodie")), Role.StaticText, "Ailsa Brodie"),
    "person": (lambda: PersonButton(face_of("Ailsa Brodie")), Role.Button, "Coding as Ailsa Brodie"),
    "label": (lambda: Label("17 features", "small"), Role.StaticText, "17 features"),
    "icon": (lambda: Icon("warning", meaning="Caution"), Role.StaticText, "Caution"),
    "question": (
        lambda: Question("Take it off?", "You can undo this.", do="Take it off", leave="Keep it"),
        Role.Dialog,
        "Take it off?",
    ),
}


@pytest.fixture(scope="module", autouse=True)
def _what_other_tests_left() -> None:
    """Out of the collector's sight, which would go through it each time a test cleans up."""
    gc.collect()
    gc.freeze()


@pytest.fixture(params=KIT)
def part(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> QWidget:
    """Each widget of the kit in turn, dressed and shown."""
    widget = KIT[request.param][0]()
    qtbot.addWidget(widget.window())
    theme.dress(widget.window())
    widget.window().show()
    return widget


def clear_away() -> None:
    """Deliver what is waiting to be deleted, and collect what nobody holds."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def everything_in(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


@pytest.mark.parametrize("name", KIT)
def test_a_screen_reader_gets_name_and_role(qtbot: QtBot, name: str) -> None:
    make, role, said = KIT[name]
    widget = make()
    qtbot.addWidget(widget.window())
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name).startswith(said)


def test_a_segment_a_page_and_a_choice_say_what_they_belong_to(qtbot: QtBot) -> None:
    segments = SegmentedControl([("a", "Mine"), ("b", "All")], name="Whose")
    rail = Rail([RailItem("home", "Home", "home", "Ctrl+1")], current="home")
    choice = ChoiceBox("Client group", [("a", "All")])
    said = [
        (segments.segment("a"), "Mine", "Whose"),
        (rail.button("home"), "Home", "Shown now. Ctrl+1"),
        (choice, "All", "Client group"),
    ]
    for widget, name, description in said:
        qtbot.addWidget(widget.window())
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name) == name
        assert interface.text(QAccessible.Text.Description) == description


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_to_press_is_named_and_large_enough(part: QWidget, theme: Theme, scale: float) -> None:
    theme.choose(mode="light", text=scale, tint="paper")
    part.window().adjustSize()
    for each in everything_in(part):
        if isinstance(each, QAbstractButton) and each.isVisible():
            least = round((44 if isinstance(each, CodeCard) else 24) * scale)
            assert min(each.width(), each.height()) >= least
            assert QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_off_at_their_natural_size(part: QWidget, theme: Theme, scale: float) -> None:
    theme.choose(mode="dark", text=scale, tint="paper")
    part.window().adjustSize()
    for each in everything_in(part):
        if each.isVisible() and isinstance(each, QLabel) and each.text() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width())
        elif each.isVisible() and isinstance(each, QAbstractButton | QLabel):
            assert each.width() >= each.minimumSizeHint().width()


def test_the_widget_grows_with_the_text(part: QWidget, theme: Theme) -> None:
    small = part.sizeHint()
    theme.choose(mode="light", text=2.0, tint="paper")
    large = part.sizeHint()
    assert large.width() > small.width()
    assert large.height() > small.height()


def test_the_widget_is_painted_anew_in_the_dark(part: QWidget, theme: Theme) -> None:
    light = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    theme.choose(mode="dark", text=1.0, tint="paper")
    assert part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) != light


@pytest.mark.parametrize("name", KIT)
def test_a_widget_leaves_nothing_behind(name: str) -> None:
    make = KIT[name][0]
    clear_away()
    signature = "2changed()"
    listening = current().receivers(signature)
    widget = make()
    window = widget.window()
    gone = weakref.ref(widget)
    window.show()
    window.deleteLater()
    del widget, window
    clear_away()
    assert current().receivers(signature) == listening
    assert gone() is None


def test_a_window_full_of_the_kit_opened_fifty_times_leaves_no_listener() -> None:
    clear_away()
    listening = current().receivers("2changed()")
    for _ in range(50):
        window = QWidget()
        ring = FocusRing(window)
        window.setLayout(Column(Card(Column(Button("One"), 8, Flow(Chip(FACE)))), (CodeCard(CARD), 1), None))
        window.show()
        window.deleteLater()
        del ring, window
    clear_away()
    assert current().receivers("2changed()") == listening


def test_tab_reaches_each_control_of_a_page_once(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    segments = SegmentedControl([("a", "Mine"), ("b", "All")], name="Whose", value="b")
    controls = [Button("One"), IconButton("Undo", "undo"), segments, CodeCard(CARD), ChipButton(FACE), TickBox("Tick")]
    for control in controls:
        column.addWidget(control)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    controls[0].setFocus()
    reached = [page.focusWidget()]
    for _ in range(len(controls) - 1):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert reached == [*controls[:2], segments.segment("b"), *controls[3:]]


def test_a_wheel_that_passes_over_a_choice_chooses_nothing(qtbot: QtBot) -> None:
    box = ChoiceBox("Client group", [("a", "All"), ("b", "Older people")])
    qtbot.addWidget(box)
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(box, turned)
    assert box.value == "a"
    assert not turned.isAccepted()  # the page scrolls


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_a_field_is_as_high_as_the_choice_and_the_button_beside_it(qtbot: QtBot, theme: Theme, text: float) -> None:
    theme.choose(mode="light", text=text, tint="paper")
    holder = QWidget()
    qtbot.addWidget(holder)
    theme.dress(holder)
    field, choice, button = QLineEdit(), ChoiceBox("Site", [("", "All sites")]), Button("Find")
    holder.setLayout(Row(field, choice, button))
    holder.show()
    assert field.height() == choice.height() == button.height()
