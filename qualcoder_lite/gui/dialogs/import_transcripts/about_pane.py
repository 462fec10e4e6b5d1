"""What a person says of a file: title, date, site, participant, client group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import CLIENT_GROUPS
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.name_field import NameField
from qualcoder_lite.service.transcripts.days import day_written
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
    from qualcoder_lite.service.project import Project

_FIELDS = ("title", "date", "site", "participant", "client_group")
_COLUMN = 11  # width in em that a field wants
_SHARE = 0.4  # of the height, that the fields may have at most before they scroll


class Known:
    """The names that the project has, and what it knows of its participants."""

    def __init__(
        self, sites: Iterable[str] = (), groups: Iterable[str] = (), participants: Mapping[str, str] | None = None
    ) -> None:
        """`participants` tells of each pseudonym where the person is and in which group: "Fenmarsh, Older people"."""
        self.sites, self.groups, self.participants = list(sites), list(groups), dict(participants or {})


def known_in(project: Project, groups: set[str]) -> Known:
    """The names that a project has already; `groups` are those that transcripts belong to."""
    sites = {site.id: site.name for site in project.sites.all()}
    participants = {
        person.name: ", ".join(filter(None, (sites.get(person.site or "", ""), person.client_group)))
        for person in project.participants.all()
    }
    return Known(sites.values(), dict.fromkeys([*CLIENT_GROUPS, *sorted(groups - {""})]), participants)


class AboutPane(QScrollArea):
    """The fields for one file.

    Signals:
        written: The person said something of the file: the field's name and the words.
        for_all: The same is to hold for all files: the field's name and the words.
    """

    written = Signal(str, str)
    for_all = Signal(str, str)

    def __init__(self) -> None:
        """Show no file yet."""
        super().__init__()
        self.setObjectName("import-about")
        self.setAccessibleName(tr("About this transcript"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._known = Known()
        self.no_date = Label("", "small", tone="warn", wrap=True)
        self.no_date.setObjectName("import-no-date")
        self.title, self.date = self._line("title", tr("Title")), self._line("date", tr("Date of the interview"))
        self.date.setPlaceholderText(tr("Such as 2024-05-03"))
        self.date.textChanged.connect(lambda _words: self._say_date())
        self.site = NameField("site", tr("Site"), new=tr("A new site …"), shared=True)
        self.participant = NameField("participant", tr("Participant"), new=tr("A new person …"))
        self.client_group = NameField("client-group", tr("Client group"), new=tr("Another group …"), shared=True)
        self.of_participant = Label("", "small", tone="muted", wrap=True)
        self.of_participant.setObjectName("import-of-participant")
        for field, name in (
            (self.site, "site"),
            (self.participant, "participant"),
            (self.client_group, "client_group"),
        ):
            field.chosen.connect(lambda words, name=name: self.written.emit(name, words))
            field.for_all.connect(lambda words, name=name: self.for_all.emit(name, words))
        self.participant.chosen.connect(lambda _name: self._say_of_participant())
        self._cells = [
            _cell(_head(tr("Title"), self.title), self.title),
            self.site,
            _cell(self.participant, self.of_participant),
            self.client_group,
            _cell(_head(tr("Date of the interview"), self.date), self.date, self.no_date),
        ]
        inside = QWidget()
        inside.setProperty("clear", True)
        self._grid = QGridLayout()
        column = Column(Label(tr("About this transcript"), "heading"), self._grid, None, gap=8, margins=(16, 12))
        inside.setLayout(column)
        self.setWidget(inside)
        self._columns = 0
        self._arrange()
        current().changed.connect(self._arrange)

    def know(self, known: Known) -> None:
        """Offer these names from now on."""
        self._known = known

    def show_draft(self, draft: Draft | None, sites: Iterable[str] = (), participants: Iterable[str] = ()) -> None:
        """Show what is said of a file; `sites` and `participants` are new names from other files, offered too."""
        self.setEnabled(draft is not None and draft.can_be_taken)
        values = {name: getattr(draft, name) if draft else "" for name in _FIELDS}
        for field, name in ((self.title, "title"), (self.date, "date")):
            if field.text() != values[name]:
                field.setText(values[name])
        self.site.offer(_with(self._known.sites, sites, values["site"]), values["site"])
        self.participant.offer(
            _with(self._known.participants, participants, values["participant"]), values["participant"]
        )
        self.client_group.offer(self._known.groups, values["client_group"])
        self._say_of_participant()
        self._say_date()

    def _line(self, handle: str, title: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"import-{handle}")
        field.setAccessibleName(title)
        field.textEdited.connect(lambda words: self.written.emit(handle, words))
        return field

    def _say_date(self) -> None:
        try:
            day_written(self.date.text())
        except UserError as fault:
            self.no_date.setText(str(fault))
        else:
            self.no_date.setText("")
        self.no_date.setVisible(bool(self.no_date.text()))

    def _say_of_participant(self) -> None:
        said = self._known.participants.get(self.participant.value, "")
        self.of_participant.setText(tr("Known: {said}", said=said) if said else "")
        self.of_participant.setVisible(bool(said))

    def minimumSizeHint(self) -> QSize:
        """As high as the fields that show, as long as the words above keep their room."""
        least, over, inside = super().minimumSizeHint(), self.parentWidget(), self.widget()
        if over is None or inside is None:
            return least
        wanted = inside.sizeHint().height() + 2 * self.frameWidth()
        return QSize(least.width(), max(least.height(), min(wanted, round(over.height() * _SHARE))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when a field for a new name shows, or a word about the date."""
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many fields beside each other as have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = current().look
        room = max(1, self.viewport().width() // (look.px(15) * _COLUMN))
        columns = min(room, len(self._cells)) if room != 4 else 3
        self._grid.setHorizontalSpacing(look.gap(16))
        self._grid.setVerticalSpacing(look.gap(10))
        if columns == self._columns:
            return
        self._columns = columns
        for n, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, n // columns, n % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._cells)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _head(title: str, field: QLineEdit) -> Label:
    head = Label(title, "small_strong")
    head.setBuddy(field)
    return head


def _cell(*parts: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(Column(*parts, gap=4))
    return holder


def _with(known: Iterable[str], others: Iterable[str], own: str) -> list[str]:
    """The names that are known and the new ones of other files, each once; a file's own new name stays in its field."""
    names: dict[str, str] = {}
    for name in (*known, *sorted(set(others) - {own}, key=folded)):
        names.setdefault(folded(name), name)
    return list(names.values())
