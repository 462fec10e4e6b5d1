"""How extracts read: what stands under the headings, beside each quote, and at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_lite.domain.extracts.layout import Appendix, ExtractsLayout, Split
from qualcoder_lite.gui.pages.export.making import ABOVE, WEB, WORD, Options
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Form

_STANDARD, _LARGE, _PLAIN = "standard", "large", "plain"
_SPLITS = [
    (Split.NONE.value, tr("Under each code, all quotes together")),
    (Split.SITE.value, tr("Under each code, by site")),
    (Split.CLIENT_GROUP.value, tr("Under each code, by client group")),
    (Split.FEATURE.value, tr("Under each code, by what people say made a difference")),
    (Split.PARTICIPANT.value, tr("Under each code, by person")),
]
_APPENDICES = {
    Appendix.CODEBOOK: tr("The codebook"),
    Appendix.COUNTS: tr("The counts, people first"),
    Appendix.CODING: tr("Who coded what, and what was decided"),
    Appendix.SOURCES: tr("The sources"),
}
_MOST = [("0", tr("Any number of quotes of one person")), ("1", tr("One quote of each person"))]
_MOST += [(str(number), tr("At most {number} quotes of one person", number=number)) for number in (2, 3, 5, 10)]


class ReadingOptions(Options):
    """How a Word document of extracts is laid out."""

    def __init__(self) -> None:
        """As researchers read it."""
        super().__init__()
        self.manner = SegmentedControl(
            [(_STANDARD, tr("Standard")), (_LARGE, tr("Large print")), (_PLAIN, tr("Plain words"))],
            name=tr("How should it read?"),
            value=_STANDARD,
        )
        self.split = ChoiceBox(tr("What stands under each code"), _SPLITS)
        self.details = TickBox(tr("Where each quote stands, and who coded it"), ticked=True)
        self.appendices = {each: TickBox(words, ticked=True) for each, words in _APPENDICES.items()}
        self.house = HouseTemplate()
        self.house.chosen.connect(self._on_chosen)
        self.keep(manner=self.manner, split=self.split, details=self.details)
        self.keep(**{f"appendix-{each.value}": box for each, box in self.appendices.items()})
        end = Label(tr("At the end"), "strong")
        self._end = QWidget()
        self._end.setLayout(Column(end, *self.appendices.values(), gap=6))
        self.setLayout(
            Column(
                *(Label(tr("How should it read?"), "heading"), self.manner, self.split, self.details, self._end),
                self.house,
                gap=10,
                margins=ABOVE,
            )
        )

    def is_of_use(self, form: Form) -> bool:
        """Other kinds of file have one layout."""
        return form is WORD

    @property
    def problem(self) -> str:
        """Why nothing can be made of what is chosen; empty where something can."""
        if self.house.file is not None and self.manner.value == _LARGE:
            return tr("Your own template sets the size of its letters. Choose large print or the template.")
        return ""

    def laid_out(self) -> ExtractsLayout:
        """What is chosen."""
        return ExtractsLayout(
            split=Split(self.split.value),
            details=self.details.isChecked(),
            appendices=frozenset(each for each, box in self.appendices.items() if box.isChecked()),
            large_print=self.manner.value == _LARGE,
            plain=self.manner.value == _PLAIN,
            house=self.house.file,
        )

    def _on_chosen(self, *_what: object) -> None:
        plain = self.manner.value == _PLAIN  # a document in plain words has none of this
        self.details.setVisible(not plain)
        self._end.setVisible(not plain)
        super()._on_chosen()


class HouseTemplate(Options):
    """A Word document of the person's own, whose page and styles are used."""

    def __init__(self) -> None:
        """Use the program's own."""
        super().__init__()
        self.file: Path | None = None
        self.pick = Button(tr("Use our own Word styles …"), icon="folder")
        self.pick.setObjectName("export-house")
        self.pick.clicked.connect(self._pick)
        self.drop = Button(tr("Use the program’s own styles"), kind="link")
        self.drop.setObjectName("export-house-drop")
        self.drop.clicked.connect(lambda: self._use(None))
        self._named = Label("", "small", tone="muted", wrap=True)
        self.setLayout(Column(Row(self.pick, None), self._named, Row(self.drop, None), gap=4))
        self._show()

    def _pick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Whose styles?"), "", tr("Word files (*.docx *.dotx)"))
        if name:
            self._use(Path(name))

    def _use(self, file: Path | None) -> None:
        self.file = file
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        self._named.setText(tr("In the styles of “{file}”.", file=self.file.name) if self.file else "")
        self._named.setVisible(self.file is not None)
        self.drop.setVisible(self.file is not None)


class BesideOptions(Options):
    """What stands beside each quote."""

    def __init__(self) -> None:
        """What was noted, but not what was said around."""
        super().__init__()
        self.before = TickBox(tr("The question before it"))
        self.after = TickBox(tr("What was said after it"))
        self.also = TickBox(tr("Other codes on the same words"), ticked=True)
        self.memos = TickBox(tr("Memos"), ticked=True)
        self.keep(before=self.before, after=self.after, also=self.also, memos=self.memos)
        boxes = Flow(self.before, self.after, self.also, self.memos, gap=16)
        self.setLayout(Column(Label(tr("Beside each quote"), "heading"), boxes, gap=8, margins=ABOVE))

    def is_of_use(self, form: Form) -> bool:
        """A table has columns for it, and no room for what was said around."""
        return form in (WORD, WEB)


class LimitOptions(Options):
    """How many quotes of one person stand under one code."""

    def __init__(self) -> None:
        """Any number."""
        super().__init__()
        self.most = ChoiceBox(tr("Quotes of one person under one code"), _MOST)
        self.keep(most=self.most)
        self.setLayout(Column(Label(tr("How many of each person?"), "heading"), self.most, gap=8, margins=ABOVE))
