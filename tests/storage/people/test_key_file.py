"""The key file: encrypted, whole or not at all, and plain about what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage.people.key_file import KeyFile

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "three small herons"  # noqa: S105 - of a key that a test makes


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A key with one name."""
    key = KeyFile.new(tmp_path / "names.qckey", PASSPHRASE)
    key.add({"Margaret Ōtani": "[daughter]"})
    key.save()
    return key.path


def test_what_was_saved_is_there_with_the_passphrase_and_in_no_byte_without(saved: Path) -> None:
    assert KeyFile.open(saved, PASSPHRASE).names == {"Margaret Ōtani": "[daughter]"}
    assert b"Margaret" not in saved.read_bytes()
    assert b"daughter" not in saved.read_bytes()
    assert "Margaret" not in repr(KeyFile.open(saved, PASSPHRASE))
    assert saved.stat().st_mode & 0o077 == 0


def test_names_are_added_and_found_case_aside(saved: Path) -> None:
    key = KeyFile.open(saved, PASSPHRASE)
    key.add({"Tom": "[son]", "margaret ōtani": "[Daughter]"})
    key.save()
    assert KeyFile.open(saved, PASSPHRASE).names == {"Margaret Ōtani": "[daughter]", "Tom": "[son]"}
    assert key.pseudonym_of("TOM") == "[son]"


def test_another_pseudonym_for_a_known_name_is_refused_without_naming_it(saved: Path) -> None:
    key = KeyFile.open(saved, PASSPHRASE)
    with pytest.raises(UserError, match=r"“\[daughter\]”") as refused:
        key.add({"Margaret Ōtani": "Jean"})
    assert "Margaret" not in str(refused.value)


def test_it_can_be_put_back_as_it_was(saved: Path) -> None:
    before = saved.read_bytes()
    key = KeyFile.open(saved, PASSPHRASE)
    key.add({"Tom": "[son]"})
    key.save()
    key.put_back()
    assert saved.read_bytes() == before
    new = KeyFile.new(saved.with_name("other.qckey"), PASSPHRASE)
    new.save()
    new.put_back()
    assert not new.path.exists()


def test_a_wrong_passphrase_is_told_from_damage(saved: Path) -> None:
    with pytest.raises(UserError, match="passphrase doesn’t open"):
        KeyFile.open(saved, "three small heron")
    data = bytearray(saved.read_bytes())
    data[-20] ^= 1
    saved.write_bytes(data)
    with pytest.raises(UserError, match="is damaged"):
        KeyFile.open(saved, PASSPHRASE)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "is not a key", id="empty"),
        pytest.param(b"Dear Ailsa,\n", "is not a key", id="a letter"),
        pytest.param(b"[1]\n", "is not a key", id="another JSON"),
        pytest.param(b'{"format": "qualcoder-lite-key", "version": 9}\nx', "newer version", id="newer"),
        pytest.param(
            b'{"format": "qualcoder-lite-key", "version": 1, "n": 1099511627776, "r": 8, "p": 1}\nx',
            "damaged",
            id="greedy",
        ),
    ],
)
def test_what_is_no_key_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.qckey").write_bytes(content)
    with pytest.raises(UserError, match=said):
        KeyFile.open(tmp_path / "x.qckey", PASSPHRASE)


def test_a_missing_key_a_taken_name_and_a_short_passphrase_are_told(saved: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no key"):
        KeyFile.open(tmp_path / "gone.qckey", PASSPHRASE)
    with pytest.raises(UserError, match="already"):
        KeyFile.new(saved, PASSPHRASE)
    with pytest.raises(UserError, match="at least 8"):
        KeyFile.new(tmp_path / "new.qckey", "short")
    with pytest.raises(UserError, match="can’t be written"):
        KeyFile.new(tmp_path / "nowhere" / "new.qckey", PASSPHRASE).save()
