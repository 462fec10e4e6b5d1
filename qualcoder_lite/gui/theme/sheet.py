"""The style sheet for Fusion: only what its palette can't say, for widgets that keep their shape under a sheet.

Buttons, tick boxes, choices and cards are painted by the widget kit instead: a sheet takes Fusion's own edge from a
tick box and shortens its size hint, knows no gap between an icon and its words, and draws no arrow on a combo box.
A sheet has no unit that follows the text, so it is built again for each look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.theme.tokens import RADIUS_CAP, RADIUS_CARD, RADIUS_CONTROL, RADIUS_DIALOG, TYPE

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.look import Look


_HIGH = 36  # of a button, a choice, a field of one line


def style_sheet(look: Look) -> str:
    """The application's style sheet for a look."""
    return "\n".join((_words(look), _boxes(look), _fields(look), _views(look), _scroll_bars(look), _menus(look)))


def _words(look: Look) -> str:
    roles = "\n".join(
        f'QLabel[words="{role}"] {{ font-size: {look.px(size)}px; font-weight: {weight}; }}'
        for role, (size, weight) in TYPE.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {getattr(look.colours, tone)}; }}'
        for tone in ("muted", "ok", "warn", "danger", "link", "on_toast")
    )
    return f"QLabel {{ background: transparent; }}\n{roles}\n{tones}"


def _boxes(look: Look) -> str:
    c = look.colours
    looks = {
        "card": f"background: {c.surface}; border: 1px solid {c.hairline}; border-radius: {RADIUS_CARD}px;",
        "chosen": f"background: {c.tint}; border: 1px solid {c.tint_edge}; border-radius: {RADIUS_CARD}px;",
        "dialog": f"background: {c.raised}; border: 1px solid {c.edge}; border-radius: {RADIUS_DIALOG}px;",
        "well": f"background: {c.sunken}; border: none; border-radius: {RADIUS_CONTROL}px;",
        "note": f"background: {c.warn_tint}; border: none; border-radius: {RADIUS_CONTROL}px;",
        "page": f"background: {c.page}; border: none;",
        "turn": f"background: {c.turn}; border: none;",
        "panel": f"background: {c.surface}; border: none;",
        "bar": f"background: {c.surface}; border: none; border-bottom: 1px solid {c.hairline};",
        "foot": f"background: {c.surface}; border: none; border-top: 1px solid {c.hairline};",
        "side": f"background: {c.window}; border: none; border-right: 1px solid {c.hairline};",
        "aside": f"background: {c.surface}; border: none; border-left: 1px solid {c.hairline};",
        "line": f"background: {c.hairline}; border: none;",
    }
    return "\n".join(f'QFrame[box="{name}"] {{ {rules} }}' for name, rules in looks.items())


def _fields(look: Look) -> str:
    c = look.colours
    # With its padding and its edge a field is as high as the buttons and choices that it stands beside.
    least = look.px(_HIGH) - 2 * look.gap(6) - 2
    return f"""
QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit {{
    background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; border-radius: {RADIUS_CONTROL}px;
    padding: {look.gap(6)}px {look.gap(10)}px; min-height: {least}px; placeholder-text-color: {c.muted};
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {c.muted}; background: {c.window}; }}
QPushButton {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.edge}; border-radius: {RADIUS_CONTROL}px;
    padding: {look.gap(6)}px {look.gap(14)}px; min-height: {look.px(22)}px; outline: none;
}}
QPushButton:hover {{ background: {c.tint}; }}
QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
QToolTip {{ background: {c.toast}; color: {c.on_toast}; border: none; padding: {look.gap(6)}px {look.gap(10)}px; }}
.QProgressBar {{ background: {c.sunken}; border: 1px solid {c.edge}; border-radius: {look.px(5)}px;
    height: {look.px(8)}px; max-height: {look.px(8)}px; color: transparent; }}
.QProgressBar::chunk {{ background: {c.accent}; border-radius: {look.px(4)}px; }}
QSplitter::handle {{ background: {c.hairline}; }}
QSplitter::handle:hover {{ background: {c.tint_edge}; }}
"""


def _views(look: Look) -> str:
    c = look.colours
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget[clear="true"] {{ background: transparent; border: none; }}
QComboBox {{ combobox-popup: 0; }}
QListView, QTreeView, QTableView {{
    background: {c.surface}; border: none; outline: none; gridline-color: {c.hairline};
    selection-background-color: {c.tint}; selection-color: {c.text};
}}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.edge}; padding: {look.gap(4)}px; }}
QComboBox QAbstractItemView::item {{ min-height: {look.px(28)}px; padding: 0 {look.gap(8)}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.tint}; color: {c.text}; }}
QTextEdit {{
    background: {c.page}; color: {c.text}; border: none;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QHeaderView, QTableCornerButton::section, QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {c.surface}; color: {c.text}; border: none; border-bottom: 1px solid {c.edge};
    padding: {look.gap(6)}px; font-weight: 700;
}}
QHeaderView::section:vertical {{ border-bottom: none; }}
"""


def _scroll_bars(look: Look) -> str:
    c = look.colours
    wide, inset = look.px(14), look.px(3)
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {wide}px; }}
QScrollBar:horizontal {{ height: {wide}px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: {(wide - 2 * inset) // 2}px; }}
QScrollBar::handle:hover {{ background: {c.text}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: {look.px(32)}px; margin: 0 {inset}px; }}
QScrollBar::handle:horizontal {{ min-width: {look.px(32)}px; margin: {inset}px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(look: Look) -> str:
    c = look.colours
    return f"""
QMenuBar {{ background: {c.window}; color: {c.text}; }}
QMenuBar::item {{
    background: transparent; padding: {look.gap(5)}px {look.gap(10)}px; border-radius: {RADIUS_CAP}px;
}}
QMenuBar::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: {look.gap(4)}px; }}
QMenu::item {{
    padding: {look.gap(6)}px {look.gap(24)}px {look.gap(6)}px {look.gap(12)}px;
    border-radius: {RADIUS_CAP}px; min-height: {look.px(20)}px; border-left: {look.px(3)}px solid transparent;
}}
QMenu::item:checked {{ background: {c.tint}; border-left-color: {c.accent}; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::icon {{ padding-left: {look.gap(8)}px; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: {look.gap(4)}px {look.gap(8)}px; }}
"""
