"""Every text that a person can see or hear goes through `tr`: looked for in the code of every layer that says any."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import qualcoder_lite

PACKAGE = Path(qualcoder_lite.__file__).parent
# Modules in which texts are for the program: why they are.
FOR_NOBODY = {
    "gui/theme": "sheets and fonts",
    "gui/window/screenshots.py": "what the command line says",
    "gui/theme/icons.py": "a drawing",
    "domain/naming/finder.py": "words that names in English are told by, and what stands in their place",
    "domain/naming/common_words.py": "words that names in English are told by",
    "domain/naming/no_names.py": "words that names in English are told by",
    "importers/speakers/labels.py": "patterns that labels of speakers are told by",
    "importers/speakers/words.py": "words that speakers are told by, in English and in other languages",
    "domain/codebooks/refi.py": "what the program finds again in another program's description of a code",
    "service/program/faults.py": "a report for whoever mends the program",
    "exporters/codebooks.py": "files that the program reads again",
    "exporters/pictures/svg.py": "elements of a drawing",
    "exporters/web_page_beginning.py": "elements of a page",
    "exporters/web_page_look.py": "a sheet and a script",
    "exporters/word/styles.py": "the names of styles, which Word says in its own language",
}
# What is kept in the project, or in files that the program reads again, is the same for coders of whatever language.
KEPT = {
    "QualCoder Lite",
    "New themes",  # a codebook and its group
    "Added in this project",  # the source of a feature
    "({respondent}, {site})",
    # who people are, and where they are served
    *("Northern Ireland", "mixed urban and rural", "academic lead", "|user-researcher|academic lead"),
    *("Older people", "Intellectual disability", "Mental health", "service user", "unpaid carer", "paid carer"),
    *("relative autonomy", "joint appointments", "enhanced partnership", "structural integration", "not asked"),
    # what changed in a codebook
    *("brought back", "group added", "group taken away", "group renamed", "when to use", "when not to use"),
    *("other names", "group key", "group colour", "group description"),
    # why something in a codebook was changed, where the program gives the reason; where a codebook of themes is from
    *("As in ", "Both have one name and mean the same.", "Made by the coders of this project as themes emerged"),
    # memos on comments and counter-examples, somebody's second time, how a round was drawn: the same in every copy
    *("Comment in Word", "Counter-example to ", ",  time", "client group"),
    "support worker",
    # why a transcript isn't compared: in snapshots, and said by the command line
    *("only one of its coders declared it done", "none of its coders declared it done"),
    *("asked for", "decided by"),  # columns
    # the demonstration is one of English interviews
    *("Demonstration: invented interviews about partnerships", "For the site report", "Ailsa Brodie", "Dennis Okoro"),
    # what is made of a file: where a codebook is from, a code, a speaker, a transcript of a table
    *("Taken in from ", ", written by ", "Without a name", "Speaker ", "row "),
    # columns, whose headings are said apart
    *("kappa ", "passages ", "decided by"),
    # what Excel, Word and a picture are told
    *("d mmm yyyy", 'TOC \\o "1-" \\h \\z \\u', ' ht=""'),
    # words that a table says something by
    *(": source", ": note", "not known"),
}
# How files are written that others read: entries of the desktop, and what packages say of themselves.
OF_FILES = {"Exec=qualcoder-lite ", "Exec= ", "extra ==", "License ::"}


def modules(layer: str) -> list[Path]:
    """The modules of a layer that say something."""
    found = sorted((PACKAGE / layer).rglob("*.py"))
    return [path for path in found if not any(f"{said_in(path)}/".startswith(f"{each}/") for each in FOR_NOBODY)]


def said_in(module: Path) -> str:
    """A module's place in the package."""
    return module.relative_to(PACKAGE).as_posix()


# In the window: calls whose first argument, and whose arguments of these names, are shown or said.
SHOWS = {
    *(
        "Button",
        "ChoiceBox",
        "IconButton",
        "Label",
        "LineField",
        "NamesButton",
        "QAction",
        "QLabel",
        "TextBox",
        "TickBox",
    ),
    *("TickRowView", "action", "addAction", "addItem", "addMenu", "announce", "asked", "say", "setText"),
    *("setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setStatusTip", "setTitle", "setToolTip"),
    *("setWhatsThis", "setWindowTitle", "set_words", "show_nothing", "warn"),
}
SHOWN = {"advice", "do", "hint", "leave", "name", "note", "other", "primary", "question", "say", "title", "words"}
# Calls whose arguments are for the program, though they may have a blank in them.
FOR_THE_PROGRAM = {
    *("_tags", "QFont", "RuntimeError", "TypeError", "ValueError", "cast", "setStyleSheet", "compile"),
    *("debug", "info", "warning", "error", "exception", "execute"),
}

WORDS = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^\W\d_]{2,}\S* | \S*[^\W\d_]{2,}")


def literal(node: ast.AST) -> str:
    """A text as it is written, its places empty; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return ""


def is_key_or_code(text: str) -> bool:
    """Whether a text is a key, such as Shift+F1, or the beginning of something in a language of its own."""
    return "+" in text or text.startswith(("<", "\x1f"))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return ast.unparse(node.func).rpartition(".")[2]


def choices(node: ast.expr) -> list[ast.expr]:
    """What an expression may be, where it chooses."""
    if isinstance(node, ast.IfExp):
        return [*choices(node.body), *choices(node.orelse)]
    if isinstance(node, ast.BoolOp):
        return [one for value in node.values for one in choices(value)]
    return [node]


class Bare(ast.NodeVisitor):
    """Collects the texts of a module that are shown as they stand."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._marked: set[str] = set()  # columns are the keys of their rows as well

    def visit_Module(self, node: ast.Module) -> None:
        marks = [each for each in ast.walk(node) if isinstance(each, ast.Call) and called(each) == "tr_later"]
        self._marked = {literal(mark.args[0]) for mark in marks if mark.args}
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # words about the code
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if ast.unparse(node.annotation) != "TypeAlias":
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        if name in ("tr", "tr_later"):
            self._look_into([keyword.value for keyword in node.keywords])
            for keyword in node.keywords:
                self.visit(keyword)
            return
        if name in FOR_THE_PROGRAM:
            return
        shown = node.args[:1] if name in SHOWS else []
        shown += [each.value for each in node.keywords if name[:1].isupper() and each.arg in SHOWN]
        self._look_into(shown)
        self.generic_visit(node)

    def _look_into(self, shown: list[ast.expr]) -> None:
        """Collect single words among what is shown; sentences are found wherever they stand."""
        self.found += [
            f"line {text.lineno}: {words!r}"
            for each in shown
            for text in choices(each)
            if WORDS.search(words := literal(text)) and not SENTENCE.search(words) and not is_key_or_code(words)
        ]

    def generic_visit(self, node: ast.AST) -> None:
        text = literal(node)
        if SENTENCE.search(text) and text not in KEPT | OF_FILES | self._marked and not is_key_or_code(text):
            self.found.append(f"line {getattr(node, 'lineno', 0)}: {text!r}")
        if not isinstance(node, ast.JoinedStr):
            super().generic_visit(node)
            return
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)


class BareInErrors(Bare):
    """Collects the texts of errors alone, where sentences stand among those of another language, which is SQL."""

    def __init__(self) -> None:
        super().__init__()
        self._in_error = False

    def visit_Call(self, node: ast.Call) -> None:
        within, self._in_error = self._in_error, self._in_error or called(node).endswith("Error")
        super().visit_Call(node)
        self._in_error = within

    def visit_Raise(self, node: ast.Raise) -> None:
        self._in_error = True
        self.generic_visit(node)
        self._in_error = False

    def generic_visit(self, node: ast.AST) -> None:
        if self._in_error:
            super().generic_visit(node)
        else:
            ast.NodeVisitor.generic_visit(self, node)


def bare(code: str, visitor: Bare | None = None) -> list[str]:
    """The texts of some code that are shown as they stand."""
    visitor = visitor or Bare()
    visitor.visit(ast.parse(code))
    return visitor.found


@pytest.mark.parametrize(
    "code",
    [
        'Label("Findings")',
        'x = f"{n} quotes"',
        'x = ["Nothing is coded yet."]',
        'button.setText("Go" if on else tr("Stop"))',
        'tr("the {which} of them", which="last" if on else tr("first"))',
    ],
)
def test_a_text_that_does_not_go_through_tr_is_found(code):
    assert len(bare(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        'Label(tr("Findings"))',
        'Label("", "heading")',
        'tr("{n:,} quote", "{n:,} quotes", n=n)',
        'WORDS = {1: tr_later("Nothing is coded yet.")}',
        'x = f"{a} · {b}"',
        'Place: TypeAlias = "str | None"',
        "x = 'quote-list'",
    ],
)
def test_what_goes_through_tr_or_is_no_text_is_not_found(code):
    assert bare(code) == []


def test_among_statements_only_what_an_error_says_is_a_text():
    code = 'x = "select id from code"\nraise UserError(f"{name} is gone")\nx = UserError("That is gone.")'
    assert bare(code, BareInErrors()) == ["line 2: ' is gone'", "line 3: 'That is gone.'"]


@pytest.mark.parametrize("layer", ["gui", "service", "domain", "exporters", "importers"])
def test_every_text_in_the_code_goes_through_tr(layer):
    found = {said_in(path): bare(path.read_text(encoding="utf-8")) for path in modules(layer)}
    assert {module: texts for module, texts in found.items() if texts} == {}


def test_every_text_of_an_error_in_storage_goes_through_tr():
    found = {said_in(path): bare(path.read_text(encoding="utf-8"), BareInErrors()) for path in modules("storage")}
    assert {module: texts for module, texts in found.items() if texts} == {}


def looked_up_at_import(tree: ast.AST) -> list[int]:
    """The lines of a module on which `tr` is called while it is imported, not when something is said."""
    lines: list[int] = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.Call) and called(node) == "tr":
            lines.append(node.lineno)
        lines += looked_up_at_import(node)
    return lines


def test_below_the_window_no_text_is_looked_up_before_the_translation_is_there():
    below = [path for layer in ("service", "domain", "storage", "exporters", "importers") for path in modules(layer)]
    found = {said_in(path): looked_up_at_import(ast.parse(path.read_text(encoding="utf-8"))) for path in below}
    assert {module: lines for module, lines in found.items() if lines} == {}


def test_the_command_line_speaks_english():
    cli = [path for path in (PACKAGE / "cli").rglob("*.py") if "translation" in path.read_text(encoding="utf-8")]
    assert cli == []


def test_keys_are_the_same_in_every_language():
    translated = [
        f"{said_in(path)}, line {node.lineno}"
        for path in modules("gui")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and called(node) == "action"
        if any(isinstance(key, ast.Call) and called(key) == "tr" for key in node.args[2:])
    ]
    assert translated == []


def test_no_day_or_month_is_said_in_the_language_of_the_computer():
    name = re.compile("%-?[aAbBcpxX]")
    layers = ("gui", "service", "domain", "storage", "exporters", "importers")
    said = [
        said_in(path)
        for path in (path for layer in layers for path in modules(layer))
        if any(name.search(literal(node)) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    ]
    assert said == []


# An apostrophe as a typewriter has it.
STRAIGHT = r"\w'(?:s|t|re|ll|ve|d)\b|(?:^|\})'s\b|[a-z]s' "


def words_about_the_code(tree: ast.AST) -> set[ast.expr]:
    """What only whoever reads the code sees; a command's own words are its help as well."""
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and literal(node.value)}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    commands = [node for node in functions if any("click" in ast.unparse(each) for each in node.decorator_list)]
    return said - {node.body[0].value for node in commands if isinstance(node.body[0], ast.Expr)}


def on_the_command_line(code: str) -> set[str]:
    """The texts of a module of the command line."""
    tree = ast.parse(code)
    about = words_about_the_code(tree)
    return {literal(node) for node in ast.walk(tree) if literal(node) and node not in about}


def test_a_straight_apostrophe_is_found_where_a_person_reads_it():
    code = "\n".join(
        (
            '"""The module\'s."""',
            '@click.command(short_help="It\'s short.")',
            "def done():",
            '    """A coder\'s word."""',
            "    say(f\"{n}'s among the coders' own\")",
            "def _inside():",
            '    """Nobody\'s but ours."""',
        )
    )
    found = {text for text in on_the_command_line(code) if re.search(STRAIGHT, text)}
    assert found == {"A coder's word.", "It's short.", "'s among the coders' own"}


def test_the_command_line_is_set_as_in_print_too():
    modules = sorted((PACKAGE / "cli").rglob("*.py"))
    texts = {(said_in(path), text) for path in modules for text in on_the_command_line(path.read_text("utf-8"))}
    assert len(texts) > 1000
    assert {text for text in texts if re.search(STRAIGHT, text[1])} == set()


def test_texts_are_set_as_they_are_in_print():
    """Curly apostrophes beside curly quotation marks, one blank between words, one sign for dots that go on."""
    slips = re.compile(STRAIGHT + r"|[a-z.]  [A-Za-z]|\.\.\.| [,;:!?](?:\s|$)")
    calls = [
        (said_in(path), node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and called(node) in ("tr", "tr_later")
    ]
    texts = {(module, literal(text)) for module, call in calls for text in call.args if isinstance(text, ast.Constant)}
    assert len(texts) > 4000
    assert {text for text in texts if slips.search(text[1])} == set()
