"""Reads the TOML files that hold codebooks, the site register and published findings.

People write these files by hand, so nothing is guessed: whatever is wrong is refused with a sentence that names the
file, the entry and the field. The format is described in docs/codebook-format.md.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import (
    Code,
    Codebook,
    CodebookKind,
    CodeGroup,
    PublishedFindings,
    PublishedMark,
    RegisterFeature,
    SiteRegister,
    code_id,
    slug,
)
from qualcoder_lite.domain.errors import listed
from qualcoder_lite.domain.names import folded, natural_id
from qualcoder_lite.importers.codebooks.toml_entries import Entry, Once, load_toml, shown
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

REGISTER_KIND = "site-register"
PUBLISHED_KIND = "published-findings"

_KINDS: Mapping[str, str] = {
    CodebookKind.OUTCOMES: tr_later("this is a codebook of outcomes"),
    CodebookKind.FEATURES: tr_later("this is a codebook of features"),
    CodebookKind.FACTORS: tr_later("this is a codebook of factors"),
    CodebookKind.OTHER: tr_later("this is a codebook"),
    REGISTER_KIND: tr_later("this is a site register"),
    PUBLISHED_KIND: tr_later("this is a table of published findings"),
}
_CODE_TEXTS = ("question", "definition", "when_to_use", "when_not_to_use", "example", "source")


def read_codebooks(path: Path) -> list[Codebook]:
    """The codebooks in a TOML file: the one that the file is, or each under a heading `[[codebook]]`.

    Raises:
        CodebookFileError: as for `read_codebook`.
    """
    entry = load_toml(path)
    if not entry.has("codebook"):
        return [_codebook(entry)]
    entry.only({"codebook"})
    return [_codebook(each) for each in entry.entries("codebook", tr_later("codebook"))]


def read_codebook(path: Path) -> Codebook:
    """The codebook in a TOML file, its codes in the file's order.

    Ids follow from the codebook's name and each entry's `id`, so a file read twice gives the same codes. An `id` that
    is a UUID, as an exported codebook may have, is kept as it is.

    Raises:
        CodebookFileError: the file is missing, is not TOML or UTF-8, or holds something else than a sound codebook.
    """
    return _codebook(load_toml(path))


def _codebook(entry: Entry) -> Codebook:
    _check_kind(entry, tuple(CodebookKind), {"id", "name", "title", "version", "kind", "source", "group"})
    name = entry.name("name")
    once = Once()
    groups = tuple(_group(item, name, once) for item in entry.entries("group", tr_later("group")))
    once.check_aliases()
    own_handle = entry.handle("id") if entry.has("id") else name
    return Codebook(
        id=_identity(own_handle, lambda handle: natural_id("codebook", handle)),
        name=name,
        title=entry.name("title"),
        version=entry.whole("version"),
        kind=CodebookKind(entry.text("kind")),
        source=entry.text("source"),
        groups=groups,
    )


def read_register(path: Path) -> SiteRegister:
    """The site register in a TOML file; a feature's `code` is the id of the code it is linked to, or empty.

    Raises:
        CodebookFileError: the file is missing, is not TOML or UTF-8, or holds something else than a sound register.
    """
    entry = load_toml(path)
    _check_kind(entry, (REGISTER_KIND,), {"name", "title", "version", "kind", "source", "feature"})
    name = entry.name("name")
    once = Once()
    features = tuple(_register_feature(item, name, once) for item in entry.entries("feature", tr_later("feature")))
    once.check_aliases()
    return SiteRegister(
        name=name,
        title=entry.name("title"),
        version=entry.whole("version"),
        source=entry.text("source"),
        features=features,
    )


def read_published(path: Path) -> PublishedFindings:
    """The table of published findings in a TOML file; outcomes and features are ids of codes.

    Raises:
        CodebookFileError: the file is missing, is not TOML or UTF-8, or holds something else than a sound table.
    """
    fields = {"name", "title", "kind", "source", "outcomes", "features", "row"}
    entry = load_toml(path)
    _check_kind(entry, (PUBLISHED_KIND,), fields)
    outcomes, features = entry.name("outcomes"), entry.name("features")
    once = Once()
    rows = [_row(item, outcomes, features, once) for item in entry.entries("row", tr_later("row"), named_by="outcome")]
    return PublishedFindings(
        name=entry.name("name"),
        title=entry.name("title"),
        source=entry.text("source"),
        marks=tuple(mark for row in rows for mark in row),
    )


def _check_kind(entry: Entry, kinds: tuple[str, ...], known: set[str]) -> None:
    """Refuse a table that is of none of the kinds wanted, or has fields that don't belong there."""
    kind = entry.text("kind")
    if kind not in kinds:
        is_other = tr(_KINDS[kind]) if kind in _KINDS else tr("“{kind}” is not a kind that is known", kind=shown(kind))
        raise entry.wrong(
            tr("the field “kind” must be {kinds} here; {is_other}.", kinds=listed(kinds), is_other=is_other)
        )
    entry.only(known)


def _group(entry: Entry, codebook: str, once: Once) -> CodeGroup:
    entry.only({"id", "name", "key", "colour", "description", "code"})
    name = entry.name("name")
    group_id = _identity(entry.handle("id"), lambda handle: natural_id("code-group", codebook, handle))
    key = entry.key()
    once.claim(entry, "id", group_id, entry.handle("id"))
    once.claim(entry, "name", folded(name), name, scope="groups")
    once.claim(entry, "key", key, key, scope="groups")
    codes = tuple(_code(item, codebook, name, once) for item in entry.entries("code", tr_later("code")))
    return CodeGroup(
        id=group_id,
        name=name,
        key=key,
        colour=entry.name("colour"),
        codes=codes,
        description=entry.text("description", required=False),
    )


def _code(entry: Entry, codebook: str, group: str, once: Once) -> Code:
    entry.only({"id", "name", "key", "aliases", "retired", *_CODE_TEXTS})
    name, key, aliases = entry.name("name"), entry.key() if entry.has("key") else "", entry.names("aliases")
    own_id = _identity(entry.handle("id"), lambda handle: code_id(codebook, handle))
    once.claim(entry, "id", own_id, entry.handle("id"))
    if key and not entry.yes("retired"):
        once.claim(entry, "key", key, key, scope=f"codes/{group}")
    once.claim_name(entry, name, aliases)
    texts = {field: entry.text(field, required=False) for field in _CODE_TEXTS}
    retired = entry.yes("retired")
    return Code(id=own_id, name=name, group=group, key=key, aliases=aliases, retired=retired, **texts)


def _register_feature(entry: Entry, register: str, once: Once) -> RegisterFeature:
    entry.only({"id", "name", "definition", "aliases", "code", "source"})
    name, aliases = entry.name("name"), entry.names("aliases")
    own_id = _identity(entry.handle("id"), lambda handle: natural_id("register-feature", register, handle))
    once.claim(entry, "id", own_id, entry.handle("id"))
    once.claim_name(entry, name, aliases)
    return RegisterFeature(
        id=own_id,
        name=name,
        definition=entry.text("definition", required=False),
        aliases=aliases,
        code=_linked_code(entry) if entry.has("code") else "",
        source=entry.text("source", required=False),
    )


def _linked_code(entry: Entry) -> str:
    """The id of the code that a register feature names as “codebook/code”."""
    link = entry.name("code")
    codebook, _, handle = link.rpartition("/")
    if not codebook or not handle or slug(handle) != handle:
        raise entry.wrong(tr("the field “code” must be a codebook, a slash and a code’s id, not “{link}”.", link=link))
    return code_id(codebook, handle)


def _row(entry: Entry, outcomes: str, features: str, once: Once) -> list[PublishedMark]:
    """The marks of one outcome."""
    entry.only({"outcome", "found", "not_found", "notes"})
    handle = entry.handle("outcome")
    once.claim(entry, "outcome", handle, handle)
    said = [(feature, True) for feature in entry.handles("found")]
    said += [(feature, False) for feature in entry.handles("not_found")]
    if not said:
        raise entry.wrong(tr("the fields “found” and “not_found” are both missing or empty; name the features there."))
    names = [feature for feature, _ in said]
    twice = next((feature for feature in names if names.count(feature) > 1), None)
    if twice is not None:
        raise entry.wrong(
            tr("“{twice}” stands twice in “found” and “not_found”; it may stand there only once.", twice=twice)
        )
    notes = entry.texts_by_name("notes")
    stray = next((feature for feature in notes if feature not in names), None)
    if stray is not None:
        raise entry.wrong(
            tr("the field “notes” speaks of “{stray}”, which is neither in “found” nor in “not_found”.", stray=stray)
        )
    outcome = _identity(handle, lambda own: code_id(outcomes, own))
    return [
        PublishedMark(
            outcome=outcome,
            feature=_identity(feature, lambda own: code_id(features, own)),
            found=found,
            note=notes.get(feature, ""),
        )
        for feature, found in said
    ]


def _identity(handle: str, made: Callable[[str], str]) -> str:
    """The id that a handle stands for: a UUID stands for itself, anything else for the id made from it."""
    return handle if _is_uuid(handle) else made(handle)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
