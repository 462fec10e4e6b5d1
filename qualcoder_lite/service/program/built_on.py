"""What the program is built on, with versions and licences, as the installed packages say themselves."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from qualcoder_lite.translation import tr, tr_later

_PROGRAM = "qualcoder-lite"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 80  # characters; some packages put the whole text of their licence where its name belongs
_NOT_SAID = tr_later("see the package")


@dataclass(frozen=True, slots=True)
class Part:
    """Something the program is built on: its name, its version, and the name of its licence."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Python and every package that the program needs, those that they need included, by name."""
    found: dict[str, Part] = {}
    _collect(_PROGRAM, found)
    found.pop(_key(_PROGRAM), None)
    packages = sorted(found.values(), key=lambda part: part.name.casefold())
    return [Part("Python", platform.python_version(), "PSF-2.0"), *packages]


def _collect(name: str, found: dict[str, Part]) -> None:
    if _key(name) in found:
        return
    try:
        package = distribution(name)
    except PackageNotFoundError:  # needed on another system or for an older Python only
        return
    found[_key(name)] = Part(package.metadata["Name"], package.version, _licence(package))
    for needed in package.requires or ():
        wanted = _NAME.match(needed)
        if wanted and "extra ==" not in needed:
            _collect(wanted[0], found)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(package: Distribution) -> str:
    for said in (*_said(package, "License-Expression"), *_said(package, "License")):
        if said and len(said) <= _LONGEST and "\n" not in said:
            return said
    classes = [line for line in _said(package, "Classifier") if line.startswith("License ::")]
    return classes[0].rpartition(" :: ")[2] if classes else tr(_NOT_SAID)


def _said(package: Distribution, what: str) -> list[str]:
    return package.metadata.get_all(what) or []
