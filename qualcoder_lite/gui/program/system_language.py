"""Which language the window speaks: that of the person's system, where there is a translation into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from qualcoder_lite import translation

#: Where the translations lie that came with the program.
SHIPPED = Path(__file__).parents[1] / "translations"

_ENGLISH = (QLocale.Language.English, QLocale.Language.C)


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
            speak_as_installed(locale)
            return locale
    translation.speak(None)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def speak_as_installed(locale: QLocale) -> None:
    """Say everything as the application's translators have it."""
    translation.speak(_installed, locale.bcp47Name())


def _installed(words: str, several: str, n: int) -> str:
    return QCoreApplication.translate("", words, several or None, n)


def _install(application: QCoreApplication, locale: QLocale, name: str, folder: Path) -> bool:
    translator = QTranslator(application)
    return translator.load(locale, name, "_", str(folder)) and application.installTranslator(translator)
