"""Comparing names as people write them: case, spacing and accents' encoding don't matter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Namespace of the ids that are made from what they name, so that two copies of a project agree on them: the UUID of
#: "urn:qualcoder-lite" among the URLs. (Working it out would load `uuid` and OpenSSL at every start of the window.)
NAMESPACE = "39eee384-8cdd-560f-937b-dd4ad3dff58b"


def folded(name: str) -> str:
    """The form in which two spellings of one name are equal."""
    # Folding can take a letter apart, or leave its accent in another order, so it stands between the two normal forms.
    letters = unicodedata.normalize("NFD", name).casefold()
    return " ".join(unicodedata.normalize("NFC", letters).split())


def nearest(wanted: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """The names most like the one asked for, best first; empty when none is close."""
    from difflib import get_close_matches  # loaded with the first name that isn't known

    by_fold = {folded(name): name for name in names}
    key = folded(wanted)
    within = [name for fold, name in by_fold.items() if key and key in fold]
    close = [by_fold[fold] for fold in get_close_matches(key, by_fold, limit, cutoff=0.5)]
    return list(dict.fromkeys([*close, *within]))[:limit]


def in_order(name: str) -> str:
    """What sorts names as people do: case doesn't matter, and numbers go by what they count, P9 before P10."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(9), folded(name))


def new_id() -> str:
    """A UUID for a row that nothing else identifies."""
    from uuid import uuid4

    return str(uuid4())


def natural_id(*parts: str) -> str:
    """The UUID of something that is identified by what it is about, such as a coder's done mark on a transcript."""
    from uuid import UUID, uuid5

    # A slash within a part is written otherwise, or ("a/b", "c") and ("a", "b/c") would be one thing.
    return str(uuid5(UUID(NAMESPACE), "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)))
