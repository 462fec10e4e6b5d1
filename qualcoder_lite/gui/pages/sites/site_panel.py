"""The chosen cell's site: where it is, whom it serves, how far its partners have come together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.kept_words import in_language_first
from qualcoder_lite.domain.people import CLIENT_GROUPS, CONTINUUM
from qualcoder_lite.gui.pages.sites.words import counted, counts
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fields import LineField
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site

_COUNTRIES = ("England", "Northern Ireland", "Scotland", "Wales")
_SETTINGS = ("urban", "rural", "mixed urban and rural")
_NOT_SAID = tr("Not recorded")
_PLACES = {place: in_language_first(place) for place in CONTINUUM}
_LEVELS = {
    "macro": tr("Macro: a whole system"),
    "meso": tr("Meso: a group of people"),
    "micro": tr("Micro: one person’s care"),
}


class SitePanel(QWidget):
    """What is known of a site besides its features.

    Signals:
        facts_written: The person wrote or chose something else: the `Site` with it.
        quotes_wanted: The person wants to read what people at this site said.
        memo_wanted: The person wants to write about this site.
        left: The person wants to go back to the table.
    """

    facts_written = Signal(object)
    quotes_wanted = Signal()
    memo_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Show no site yet."""
        super().__init__()
        self.setObjectName("sites-facts")
        self._site: Site | None = None
        self._counts = Label("", "small", tone="muted", wrap=True)
        self.name = LineField(tr("Name of the site"), "site-name")
        self.country = LineField(tr("Country"), "site-country")
        self.setting = LineField(tr("Setting"), "site-setting", hint=tr("urban or rural"))
        self.client_group = LineField(tr("Client group it serves"), "site-client-group", hint=tr("Whom it serves"))
        self.years = LineField(tr("Years it has run in its current form"), "site-years")
        self.years.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self.years))
        self.continuum = ChoiceBox(tr("How far the partners have come together"), ())
        self.continuum.setObjectName("site-continuum")
        self.level = ChoiceBox(tr("Level of integration"), ())
        self.level.setObjectName("site-level")
        self.quotes = Button(tr("See its quotes"), icon="quotes")
        self.quotes.setObjectName("site-quotes")
        for field in self._fields:
            field.written.connect(self.keep)
            field.left.connect(self.left)
        for box in (self.continuum, self.level):
            box.chosen.connect(lambda _value: self.keep())
        self.quotes.clicked.connect(self.quotes_wanted)
        self.memo = Button(tr("Memo …"), icon="memo", name=tr("Write a memo about this site"))
        self.memo.setObjectName("site-memo")
        self.memo.clicked.connect(self.memo_wanted)
        years = Row((self.years, 1), Label(tr("years"), "small", tone="muted"), gap=8)
        self.setLayout(
            Column(
                Label(tr("About this site"), "heading"),
                self._counts,
                2,
                Row(_Fact(tr("Name")), (self.name, 1)),
                Row(_Fact(tr("Country")), (self.country, 1)),
                Row(_Fact(tr("Setting")), (self.setting, 1)),
                Row(_Fact(tr("Client group")), (self.client_group, 1)),
                Row(_Fact(tr("Continuum")), (self.continuum, 1)),
                Row(_Fact(tr("Level")), (self.level, 1)),
                Row(_Fact(tr("Running for")), (years, 1)),
                6,
                Flow(self.quotes, self.memo),
                gap=6,
            )
        )

    @property
    def _fields(self) -> tuple[LineField, ...]:
        return self.name, self.country, self.setting, self.client_group, self.years

    def offer(self, sites: Sequence[Site]) -> None:
        """Suggest what other sites have, while one types."""
        self.country.offer({*_COUNTRIES, *(site.country for site in sites if site.country)})
        self.setting.offer({*_SETTINGS, *(site.setting for site in sites if site.setting)})
        self.client_group.offer({*CLIENT_GROUPS, *(site.client_group for site in sites if site.client_group)})

    def show_site(self, site: Site, features: Sequence[RegisterFeature], unsaved: Site | None = None) -> None:
        """Show a site as it is recorded now; what is being typed about the same site stays.

        `unsaved` is what was written before and couldn't be recorded.
        """
        if self._site is None or site.id != self._site.id:
            self.forget()
        self._site = site
        shown = unsaved or site
        self._counts.setText(f"{site.name}: {counted(counts(site, features))}")
        typed = _words(unsaved) if unsaved else (None,) * len(self._fields)
        for field, words, unsaved_words in zip(self._fields, _words(site), typed, strict=True):
            field.show_words(words, unsaved_words)
            field.setAccessibleDescription(site.name)
        _offer(self.continuum, _PLACES, shown.continuum)
        _offer(self.level, _LEVELS, shown.level)

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        for field in self._fields:
            field.setReadOnly(read_only)
        self.continuum.setEnabled(not read_only)
        self.level.setEnabled(not read_only)

    def keep(self) -> None:
        """Hand over what was typed or chosen, if it says something else."""
        if self._site is None:
            return
        written = self._written(self._site)
        self.forget()  # before handing over, since that shows the site again
        if written != self._site:
            self.facts_written.emit(written)

    def _written(self, site: Site) -> Site:
        """The site with what was typed or chosen; what wasn't touched stays to the letter."""
        names = ("name", "country", "setting", "client_group")
        typed = {name: field.words for name, field in zip(names, self._fields, strict=False) if field.changed}
        years = (int(self.years.words) if self.years.words else None) if self.years.changed else site.years
        return replace(site, **typed, years=years, continuum=self.continuum.value, level=self.level.value)

    def forget(self) -> None:
        """Let go of what was typed."""
        for field in self._fields:
            field.forget()


class _Fact(Label):
    """What stands before a box, so wide that all boxes stand in one line."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "small", tone="muted", wrap=True)

    def restyle(self) -> None:
        self.setFixedWidth(self.look.px(88))
        super().restyle()


def _offer(box: ChoiceBox, choices: Mapping[str, str], value: str) -> None:
    """Offer the choices, and whatever else is recorded, which no look at it may change."""
    other = {value: value} if value and value not in choices else {}
    box.set_choices([("", _NOT_SAID), *choices.items(), *other.items()], value=value)
    box.setToolTip(box.currentText())


def _words(site: Site) -> tuple[str, ...]:
    """What stands in the boxes, in their order."""
    years = "" if site.years is None else str(site.years)
    return site.name, site.country, site.setting, site.client_group, years
