"""How the person behind a quote is named: a template, its parts as buttons, and what comes of it on a real quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import ATTRIBUTION, PLACEHOLDERS, Extract, attribution
from qualcoder_lite.gui.pages.export.making import ABOVE, CSV, Options
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Form

_PARTS = {
    "respondent": tr("Who they are"),
    "client_group": tr("Client group"),
    "site": tr("Site"),
    "pseudonym": tr("Pseudonym"),
    "id": tr("Quote’s number"),
}
_LONGEST = 90

# Stands for a quote while there is none, so that a template can be tried all the same.
_NO_QUOTE = Extract(id="", codings=(), transcript="", title="", start=0, end=0, text="", code="", group="", coders=())


class AttributionChoice(Options):
    """The attribution template; `chosen` is told where the person wrote another that can be used."""

    def __init__(self) -> None:
        """Start with the attribution of the published study."""
        super().__init__()
        self._example: Extract | None = None
        title = Label(tr("How are people named?"), "heading")
        self.field = QLineEdit(ATTRIBUTION)
        self.field.setObjectName("export-template")
        self.field.setAccessibleName(tr("How people are named after a quote"))
        self.field.textChanged.connect(self._on_typed)
        self._controls["template"] = self.field
        self.parts = {
            name: Button(_PARTS[name], icon="plus", name=tr("Add: {name}", name=_PARTS[name])) for name in PLACEHOLDERS
        }
        for name, button in self.parts.items():
            button.setObjectName(f"export-part-{name.replace('_', '-')}")
            button.clicked.connect(lambda _checked=False, name=name: self.add(name))
        self.shown = Label("", wrap=True, tone="muted")
        self.shown.setObjectName("export-example")
        self.usual = Button(tr("As the published study did"), kind="link")
        self.usual.setObjectName("export-usual-template")
        self.usual.clicked.connect(lambda: self.set_template(ATTRIBUTION))
        flow = Flow(*self.parts.values(), gap=6)
        self.setLayout(Column(title, self.field, flow, self.shown, self.usual, gap=8, margins=ABOVE))
        self._show()

    @property
    def template(self) -> str:
        """What is written; it may be one that can't be used."""
        return self.field.text()

    @property
    def problem(self) -> str:
        """Why the template can't be used; empty where it can."""
        try:
            self._named()
        except UserError as fault:
            return str(fault)
        return ""

    def is_of_use(self, form: Form) -> bool:
        """The rows of a plain table have columns for it alone."""
        return form is not CSV

    def set_template(self, template: str) -> None:
        """Put another template into the field, as if it were typed."""
        self.field.setText(template)

    def add(self, part: str) -> None:
        """Put a part where the caret is."""
        self.field.insert(f"{{{part}}}")
        self.field.setFocus()

    def set_example(self, extract: Extract | None) -> None:
        """Show the attribution on this quote."""
        self._example = extract
        self._show()

    def _on_typed(self) -> None:
        self._show()
        if not self.problem:
            self.chosen.emit()

    def _show(self) -> None:
        problem = self.problem
        self.usual.setVisible(self.template != ATTRIBUTION)
        self.shown.set_tone("warn" if problem else "muted")
        if problem or self._example is None:
            self.shown.setText(problem)
        else:
            self.shown.setText(f"“{shortened(self._example.text)}” {self._named()}")
        self.shown.setVisible(bool(self.shown.text()))

    def _named(self) -> str:
        return attribution(self._example or _NO_QUOTE, self.template)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The beginning of a quote in one line, cut after a word."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
