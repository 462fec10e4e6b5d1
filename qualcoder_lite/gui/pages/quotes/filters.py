"""The filters over the quotes, and the scope that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.gui.pages.handles import handles
from qualcoder_lite.gui.pages.quotes.mix_rows import GroupLines
from qualcoder_lite.gui.pages.quotes.more_ways import MoreWays
from qualcoder_lite.gui.widgets import counted
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.filter_choice import FilterChoice, Option
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import Name
from qualcoder_lite.gui.words.people import RESPONDENTS
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.service.project import Project

_POLARITIES = (
    Option(tr("Delivered"), (Polarity.DELIVERED.value,)),
    Option(tr("Not delivered"), (Polarity.NOT_DELIVERED.value,)),
    Option(tr("Mixed"), (Polarity.MIXED.value,)),
    Option(tr("Not said"), (Polarity.NOT_STATED.value,)),
)
_OWN, _REFLECTING, _STARRED = "own", "reflecting", "starred"


class Filters(QWidget):
    """The choices in a row that goes on to a next line where the width runs out.

    Signals:
        changed: The person chose something else.
        reshaped: They need more room than before, or less.
    """

    changed = Signal()
    reshaped = Signal()

    def __init__(self) -> None:
        """Everything is shown; `offer` brings the choices."""
        super().__init__()
        self._codes = FilterChoice(tr("Which code"), tr("All codes"), counted.codes)
        self._sites = FilterChoice(tr("Which site"), tr("All sites"), counted.sites)
        self._groups = FilterChoice(tr("Which client group"), tr("All client groups"), counted.client_groups)
        self._respondents = FilterChoice(tr("Who answers"), tr("All respondents"), counted.respondents)
        self._coders = FilterChoice(tr("Coded by whom"), tr("All coders"), counted.coders)
        self._polarities = FilterChoice(tr("Delivered or not"), tr("Delivered or not"), counted.answers)
        self._settled = FilterChoice(tr("Settled codings"), tr("Settled codings"))
        self._whose = FilterChoice(tr("Whose words"), tr("Everybody’s words"))
        self._whose.offer([Option(tr("Who reflect on services"), (_REFLECTING,))])
        self._starred = FilterChoice(tr("Starred or not"), tr("Starred or not"))
        self._starred.offer([Option(tr("Starred only"), (_STARRED,))])
        self._polarities.offer(_POLARITIES)
        self._settled.offer([Option(tr("Each coder’s own"), (_OWN,))])
        for name, choice in (
            ("code", self._codes),
            ("site", self._sites),
            ("client-group", self._groups),
            ("respondent", self._respondents),
            ("coder", self._coders),
            ("polarity", self._polarities),
            ("settled", self._settled),
            ("whose", self._whose),
            ("starred", self._starred),
        ):
            choice.setObjectName(f"quotes-{name}")
            choice.chosen.connect(self._on_chosen)
        self._everything = Button(tr("Show all quotes"), kind="link")
        self._everything.setObjectName("quotes-everything")
        self._everything.clicked.connect(self.clear)
        self._more = Button(tr("More ways to find"), kind="quiet", icon="filter")
        self._more.setObjectName("quotes-more")
        self._more.setCheckable(True)
        self._ways = MoreWays()
        self._ways.setObjectName("quotes-ways")
        self._ways.changed.connect(self._on_chosen)
        self._ways.hide()
        self._ways.reshaped.connect(self.reshaped)
        self._more.toggled.connect(self._on_more)
        row = QWidget()
        row.setLayout(Flow(*self._choices, self._more, self._everything, margins=(24, 10)))
        self.setLayout(Column(row, self._ways, gap=0))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for choice in (self._respondents, self._starred, self._settled, self._whose):
            choice.hide()
        self._show_way_back()

    @property
    def _choices(self) -> tuple[FilterChoice, ...]:
        return (
            self._codes,
            self._sites,
            self._groups,
            self._respondents,
            self._coders,
            self._polarities,
            self._starred,
            self._settled,
            self._whose,
        )

    @property
    def count(self) -> int:
        """How many filters are on."""
        return sum(bool(choice.names) for choice in self._choices) + self._ways.count

    @property
    def scope(self) -> Scope:
        """What the filters let through."""
        scope = Scope(
            codes=self._codes.names,
            sites=self._sites.names,
            client_groups=self._groups.names,
            respondents=tuple(map(Respondent, self._respondents.names)),
            coders=self._coders.names,
            polarities=tuple(map(Polarity, self._polarities.names)),
            settled=False if self._settled.names else None,
            reflecting=bool(self._whose.names),
            starred=bool(self._starred.names),
        )
        return self._ways.narrowed(scope)

    def set_scope(self, scope: Scope) -> None:
        """Filter by a scope, without a signal."""
        self._codes.choose(scope.codes)
        self._sites.choose(scope.sites)
        self._groups.choose(scope.client_groups)
        self._respondents.choose(respondent.value for respondent in scope.respondents)
        self._coders.choose(scope.coders)
        self._polarities.choose(polarity.value for polarity in scope.polarities)
        self._settled.choose((_OWN,) if scope.settled is False else ())
        self._whose.choose((_REFLECTING,) if scope.reflecting else ())
        self._starred.choose((_STARRED,) if scope.starred else ())
        for choice in (self._respondents, self._starred, self._whose):
            if choice.names:
                choice.show()
        self._ways.set_scope(scope)
        if self._ways.count:
            self._more.setChecked(True)
        self._show_way_back()

    def offer(self, project: Project) -> None:
        """Offer what the project has; what was chosen stays as far as it is still there."""
        books = project.codebooks.all()
        self._codes.offer(_code_options(books))
        by_id = handles([(code.id, code.name) for book in books for code in book.codes])
        self._ways.offer([Name(by_id[code.id], code.name, code.group) for book in books for code in book.codes])
        self._sites.offer(_options([(site.id, site.name) for site in project.sites.all()]))
        self._groups.offer([Option(group, (group,)) for group in project.findings.client_groups()])
        respondents = project.findings.respondents()
        self._respondents.offer([Option(RESPONDENTS[who], (who.value,)) for who in respondents])
        self._respondents.setVisible(len(respondents) > 1 or bool(self._respondents.names))
        self._coders.offer(_options([(coder.id, coder.name) for coder in project.coders.all()]))
        self._settled.setVisible(project.findings.has_settled())
        self._whose.setVisible(project.progress.has_reflecting() or bool(self._whose.names))
        self._starred.setVisible(bool(project.stars.all()) or bool(self._starred.names))
        self._show_way_back()

    def clear(self) -> None:
        """Let everything through again."""
        self.set_scope(Scope())
        self.changed.emit()

    def _on_chosen(self) -> None:
        self._show_way_back()
        self.changed.emit()

    def _on_more(self, more: bool) -> None:
        self._ways.setVisible(more)
        self.reshaped.emit()

    def _show_way_back(self) -> None:
        self._everything.setVisible(bool(self.count))
        self._ways.say(self._codes.names)
        on = self._ways.count
        self._more.set_words(tr("More ways to find: {on} on", on=on) if on else tr("More ways to find"))


class FiltersArea(QScrollArea):
    """The filters in as much room as they need, up to what the page can spare; the rest is scrolled to."""

    def __init__(self, filters: Filters) -> None:
        """Put the filters in; the keyboard walks through them, not to the area itself."""
        super().__init__()
        self._filters = filters
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        filters.setAutoFillBackground(False)
        self.setWidget(filters)
        filters.reshaped.connect(self._on_reshaped)

    def fit(self, width: int, most: int) -> None:
        """Take the height that the filters need in so many pixels of width, or the most there is."""
        self.setFixedHeight(min(self._filters.heightForWidth(width), most))

    def _on_reshaped(self) -> None:
        QTimer.singleShot(0, self, self._show_focused)  # once what came or went is laid out

    def _show_focused(self) -> None:
        """Bring what the keyboard is on into sight: a line or group just added may be below the edge."""
        focused = self._filters.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        around = focused.parentWidget()
        while around is not None and not isinstance(around, GroupLines):
            around = around.parentWidget()
        if around is not None:
            self.ensureWidgetVisible(around)
        self.ensureWidgetVisible(focused)


def _code_options(books: Sequence[Codebook]) -> list[Option]:
    """Every group as a whole, with its codes under it."""
    by_id = handles([(code.id, code.name) for book in books for code in book.codes])
    found: list[Option] = []
    for group in (group for book in books for group in book.groups if group.codes):
        names = tuple(by_id[code.id] for code in group.codes)
        if len(names) > 1:
            found.append(Option(tr("All of {group}", group=group.name), names, heading=True))
        found += [Option(code.name, (by_id[code.id],)) for code in group.codes]
    return found


def _options(entries: Sequence[tuple[str, str]]) -> list[Option]:
    by_id = handles(entries)
    return [Option(name, (by_id[id_],)) for id_, name in entries]
