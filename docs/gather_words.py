"""Gather the program's texts for a translator: `python3 dev.py words pl` (docs/translating.md).

The first time it makes `qualcoder_lite_pl.ts`, to be filled in with Qt Linguist; later it brings that up to date with
the program. Each time it makes of it the `.qm` that the program reads.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale

from qualcoder_lite.gui.help.whats_this import written
from qualcoder_lite.gui.program.system_language import SHIPPED

PACKAGE = SHIPPED.parents[1]
TOOLS = Path(sys.executable).parent


def main(languages: list[str]) -> int:
    """Gather the texts for each language that is named, or for those that there are translations into."""
    known = [file.stem.removeprefix("qualcoder_lite_") for file in sorted(SHIPPED.glob("*.ts"))]
    for language in languages or known:
        if QLocale(language).language() in (QLocale.Language.C, QLocale.Language.English):
            print(f"“{language}” is no language to translate into: name one as in “pl” or “pt_BR”.", file=sys.stderr)
            return 2
        gather(SHIPPED / f"qualcoder_lite_{language}.ts")
    return 0


def gather(to: Path) -> None:
    """Bring one translation up to date with the program, and make of it what the program reads."""
    to.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Path(folder, "elsewhere.py")  # Qt's tool knows `tr` in Python, and nothing else
        texts = [*marked_for_later(), *written().values()]
        lines = [f"tr({json.dumps(words, ensure_ascii=False)})\n" for words in texts]
        elsewhere.write_text("".join(lines), encoding="utf-8")
        sources = [*modules(), elsewhere]
        update = [TOOLS / "pyside6-lupdate", *sources, "-locations", "none", "-no-obsolete", "-ts", to]
        subprocess.run(update, check=True)
    subprocess.run([TOOLS / "pyside6-lrelease", to], check=True)


def modules() -> list[Path]:
    """The modules whose texts are translated: all but those of the command line."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "cli" not in path.parents]


def marked_for_later() -> list[str]:
    """The texts that stand at the top of modules, and go through `tr` when they are said."""
    calls = [node for path in modules() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    marked = [call.args[0] for call in calls if isinstance(call, ast.Call) and ast.unparse(call.func) == "tr_later"]
    return [words.value for words in marked if isinstance(words, ast.Constant)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
