"""A table of participants before it is taken in: what each row would do, and what is wrong with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.tables import RowPreview, TablePreview

_COLUMNS = (tr("Participant"), tr("Row"), tr("What happens"), tr("In words"))


class ImportPeopleDialog(QDialog):
    """Shows a table's rows. Accepted means: take in what can be."""

    def __init__(self, file: str, looked: TablePreview, parent: QWidget) -> None:
        """Show what the table would do."""
        super().__init__(parent)
        title = tr("What is in “{file}”", file=file)
        self.setObjectName("import-people")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        model = QStandardItemModel(len(looked.previews), len(_COLUMNS), self)
        model.setHorizontalHeaderLabels(list(_COLUMNS))
        for row, preview in enumerate(looked.previews):
            for column, words in enumerate(_cells(preview)):
                item = QStandardItem(words)
                item.setToolTip(words)  # long ones don't fit
                model.setItem(row, column, item)
        self.table = RowsTable(tr("Rows of the table"), model, widest=len(_COLUMNS) - 1)
        self.table.setObjectName("import-people-rows")
        self.table.fit()
        self.wrong = QPlainTextEdit("\n".join(looked.errors))
        self.wrong.setObjectName("import-people-wrong")
        self.wrong.setAccessibleName(tr("Rows that can’t be taken in"))
        self.wrong.setReadOnly(True)
        self.wrong.setTabChangesFocus(True)
        self.wrong.setMaximumHeight(current().look.px(130))
        changing = sum(bool(one.is_new or one.changes) for one in looked.previews)
        self.do = Button(
            tr("Take in {n:,} participant", "Take in {n:,} participants", n=changing), kind="primary", icon="import"
        )
        self.do.setObjectName("import-people-do")
        self.do.setEnabled(changing > 0)
        self.leave = Button(tr("Not now"))
        self.leave.setObjectName("import-people-leave")
        self.do.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        not_right = tr(
            "{n:,} row is not right. Mend the table and import it again, or go on without:",
            "{n:,} rows are not right. Mend the table and import it again, or go on without:",
            n=len(looked.errors),
        )
        trouble = Label(not_right, "strong", wrap=True)
        trouble.set_tone("danger")
        for widget in (trouble, self.wrong):
            widget.setVisible(bool(looked.errors))
        self.setLayout(
            Column(
                Label(title, "title", wrap=True),
                Label(_summary(looked), tone="muted", wrap=True),
                (self.table, 1),
                trouble,
                self.wrong,
                Row(None, self.leave, self.do),
                gap=10,
                margins=24,
            )
        )
        within_screen(self, 1180, 680)  # what changes stands in one line of each row
        FocusRing(self)
        (self.do if self.do.isEnabled() else self.leave).setFocus()


def _cells(preview: RowPreview) -> tuple[str, ...]:
    what = tr("New") if preview.is_new else tr("Changed") if preview.changes else tr("Nothing new")
    told = [f"{name}: {f'{before} → ' if before else ''}{after}" for name, before, after in preview.changes]
    return preview.name, str(preview.row), what, "; ".join(told)


def _summary(looked: TablePreview) -> str:
    new = sum(one.is_new for one in looked.previews)
    changed = sum(bool(one.changes) and not one.is_new for one in looked.previews)
    same = len(looked.previews) - new - changed
    parts = [
        tr("{new:,} new", new=new),
        tr("{changed:,} changed", changed=changed),
        tr("{same:,} with nothing new", same=same),
    ]
    if looked.new_sites:
        parts.append(
            tr(
                "new site: {new_sites}",
                "new sites: {new_sites}",
                n=len(looked.new_sites),
                new_sites=", ".join(looked.new_sites),
            )
        )
    return " · ".join(parts)


def import_people(parent: QWidget, workspace: Workspace, path: Path, by: QObject) -> bool:
    """Show what a table of participants would do, and take it in if wanted; whether it was."""
    project = workspace.project
    try:
        looked = project.participants.look_at_table(path)
    except UserError as fault:
        workspace.failed.emit(str(fault))
        return False
    dialog = ImportPeopleDialog(path.name, looked, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not wanted:
        return False
    said = tr(
        "Took in {n:,} participant from {path}.",
        "Took in {n:,} participants from {path}.",
        n=len(looked.rows),
        path=path.name,
    )
    take_in = project.participants.take_in
    return workspace.act(lambda: take_in(looked.rows, path.name, coder=workspace.coder), by=by, say=said) is not None
