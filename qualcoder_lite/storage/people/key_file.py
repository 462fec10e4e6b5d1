"""The key: which real name became which pseudonym. A file of its own, encrypted with a passphrase, never in a project.

The first line says how the file is read (a JSON object); the second is a Fernet token of the entries. The passphrase
is stretched with scrypt, so that guessing it is slow.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.storage.file.faults import is_full
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: What the file's name ends in.
ENDING = ".qckey"

#: A passphrase has at least so many characters.
SHORTEST = 8

_FORMAT, _VERSION = "qualcoder-lite-key", 1
_COST = {"n": 2**15, "r": 8, "p": 1}  # 32 MB and about a tenth of a second
_MOST = {"n": 2**20, "r": 32, "p": 16}  # what a file may ask for: a hostile one shall not fill the memory
_MOST_BYTES = 20_000_000


@dataclass
class KeyFile:
    """An open key. `names` are the pseudonyms by real name; nothing is written before `save`."""

    path: Path
    _passphrase: str = field(repr=False)
    names: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    _before: bytes | None = field(default=None, repr=False)

    @classmethod
    def new(cls, path: Path, passphrase: str) -> KeyFile:
        """Begin a key. UserError where a file is there already or the passphrase is too short."""
        if path.exists():
            raise UserError(
                tr("There is a file “{name}” already. Open it as the key, or choose another name.", name=path.name)
            )
        if len(passphrase) < SHORTEST:
            raise UserError(
                tr(
                    "The passphrase needs at least {n} character. A few words are best.",
                    "The passphrase needs at least {n} characters. A few words are best.",
                    n=SHORTEST,
                )
            )
        return cls(path, passphrase)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> KeyFile:
        """Open a key. UserError where it is missing, damaged or no key, or the passphrase is another."""
        from cryptography.fernet import Fernet, InvalidToken

        data = _read(path)
        header, token = _parted(path, data)
        try:
            entries = json.loads(Fernet(_stretched(passphrase, header)).decrypt(token))
            names = {str(real): str(pseudonym) for real, pseudonym in entries["names"].items()}
        except InvalidToken:
            raise UserError(tr("This passphrase doesn’t open “{name}”. Type it again.", name=path.name)) from None
        except (ValueError, KeyError, AttributeError, TypeError) as fault:
            raise _damaged(path) from fault
        return cls(path, passphrase, names, data)

    def pseudonym_of(self, real: str) -> str | None:
        """The pseudonym that a real name has in the key, case and blanks aside; None where it isn't there."""
        return next((pseudonym for name, pseudonym in self.names.items() if folded(name) == folded(real)), None)

    def refuse_contradictions(self, names: Mapping[str, str]) -> None:
        """Raise UserError where a name has another pseudonym in the key than it is to get."""
        for real, pseudonym in names.items():
            known = self.pseudonym_of(real)
            if known is not None and folded(known) != folded(pseudonym):
                raise UserError(
                    tr(
                        "The key has the pseudonym “{pseudonym}” for this name. Use that one, so that the name "
                        "reads alike everywhere.",
                        pseudonym=known,
                    )
                )

    def add(self, names: Mapping[str, str]) -> None:
        """Take real names with their pseudonyms in; `save` writes them."""
        self.refuse_contradictions(names)
        for real, pseudonym in names.items():
            if self.pseudonym_of(real) is None:
                self.names[real] = pseudonym

    def save(self) -> None:
        """Write the key, whole or not at all. UserError where it can't be written."""
        from cryptography.fernet import Fernet

        header: dict[str, Any] = {
            "format": _FORMAT,
            "version": _VERSION,
            **_COST,
            "salt": base64.b64encode(secrets.token_bytes(16)).decode(),
        }
        plain = json.dumps({"names": self.names}, ensure_ascii=False).encode()
        token = Fernet(_stretched(self._passphrase, header)).encrypt(plain)
        header["sha256"] = hashlib.sha256(token).hexdigest()
        self._write(json.dumps(header).encode() + b"\n" + token + b"\n")

    def put_back(self) -> None:
        """Make the file what it was when it was opened, or take a new one away: what it was saved for failed."""
        if self._before is None:
            self.path.unlink(missing_ok=True)
        else:
            self._write(self._before)

    def _write(self, data: bytes) -> None:
        beside = self.path.with_name(f"{self.path.name}.part")
        try:
            file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            try:
                os.write(file, data)
                os.fsync(file)
            finally:
                os.close(file)
            beside.replace(self.path)
        except OSError as fault:
            why = tr("its disk is full") if is_full(fault) else fault.strerror
            raise UserError(
                tr("The key “{path}” can’t be written ({why}). Nothing was replaced.", path=self.path, why=why)
            ) from fault
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise UserError(tr("There is no key “{path}”. See where it was moved to.", path=path)) from None
    except OSError as fault:
        raise UserError(tr("The key “{path}” can’t be read ({why}).", path=path, why=fault.strerror)) from fault
    if len(data) > _MOST_BYTES:
        raise _no_key(path)
    return data


def _parted(path: Path, data: bytes) -> tuple[dict[str, Any], bytes]:
    first, _, token = data.partition(b"\n")
    try:
        header = json.loads(first)
        known = header["format"] == _FORMAT
    except (ValueError, KeyError, TypeError):
        raise _no_key(path) from None
    if not known:
        raise _no_key(path)
    if header.get("version") != _VERSION:
        raise UserError(
            tr("“{name}” was written by a newer version of QualCoder Lite. Open it with that version.", name=path.name)
        )
    token = token.strip()
    asks_too_much = any(not 0 < int(header.get(name) or 0) <= most for name, most in _MOST.items())
    if asks_too_much or hashlib.sha256(token).hexdigest() != header.get("sha256"):
        raise _damaged(path)
    return header, token


def _stretched(passphrase: str, header: Mapping[str, Any]) -> bytes:
    n, r, p = (int(header[name]) for name in ("n", "r", "p"))
    salt = base64.b64decode(header["salt"])
    key = hashlib.scrypt(passphrase.encode(), salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32)
    return base64.urlsafe_b64encode(key)


def _no_key(path: Path) -> UserError:
    return UserError(
        tr("“{name}” is not a key of QualCoder Lite. Keys end in “{ending}”.", name=path.name, ending=ENDING)
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        tr("The key “{name}” is damaged. Look for a copy of it: what is in it can’t be read otherwise.", name=path.name)
    )
