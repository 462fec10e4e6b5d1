"""The window's words in the language of whoever sits at it: English, unless there is a translation for their system.

Whatever a person sees or hears is written in English where it is used, as a whole sentence, and goes through `tr`:

    tr("Findings")
    tr("Remove {name} from this turn?", name=code.name)
    tr("{n:,} quote", "{n:,} quotes", n=len(quotes))

A text at the top of a module or class is looked up when that is imported, so `app.py` makes the application, and with
it the translation, before it imports the window. What `service` and `domain` say stays English: the command line says
it too. `python3 dev.py words` gathers the texts for translators (docs/translating.md).
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

#: Where the translations lie that came with the program.
SHIPPED = Path(__file__).with_name("translations")

_ENGLISH = (QLocale.Language.English, QLocale.Language.C)
_log = logging.getLogger(__name__)


def tr(words: str, several: str = "", /, *, n: int = -1, **values: object) -> str:
    """A text in the person's language, with its places in braces filled in as `str.format` does.

    Where the words depend on a number, that is `n`, and `several` is the text for any number but one.
    """
    found = QCoreApplication.translate("", words, several or None, n)
    english = several if several and n != 1 else words
    if n >= 0:
        values["n"] = n
    if found in (words, english):
        return english.format(**values) if values else english
    try:
        return found.format(**values) if values else found
    except (AttributeError, LookupError, ValueError):
        _log.warning("The places in a translation don't fit: %s", found)
        return english.format(**values)


def speak_the_systems_language(application: QCoreApplication, own: Path) -> QLocale:
    """Put the translation for the system's language in place, where there is one; the locale that goes with the words.

    Args:
        application: What is going to show the window.
        own: The folder of the person's settings; a translation in `translations` there goes before a shipped one.
    """
    for language in QLocale.system().uiLanguages():
        locale = QLocale(language)
        if locale.language() in _ENGLISH:
            break
        if any(_install(application, locale, "qualcoder_lite", folder) for folder in (own / "translations", SHIPPED)):
            _install(application, locale, "qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
            return locale
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def _install(application: QCoreApplication, locale: QLocale, name: str, folder: Path) -> bool:
    translator = QTranslator(application)
    return translator.load(locale, name, "_", str(folder)) and application.installTranslator(translator)
