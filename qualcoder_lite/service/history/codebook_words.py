"""What was done to the codebooks, in the words of the history. Names are those that things have now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.series import series
from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling

_CODE_FIELDS = {
    "definition": tr_later("what it covers"),
    "when_to_use": tr_later("when to use it"),
    "when_not_to_use": tr_later("when not to use it"),
    "question": tr_later("the question"),
    "example": tr_later("the example"),
    "aliases": tr_later("the other names"),
    "key": tr_later("the key"),
}
_GROUP_FIELDS = {
    "name": tr_later("the name"),
    "key": tr_later("the key"),
    "colour": tr_later("the colour"),
    "description": tr_later("the description"),
}


def codebook_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "add-codebook": lambda f: tr(
            "added the codebook “{title}” with {n:,} code",
            "added the codebook “{title}” with {n:,} codes",
            n=f["count"],
            title=f["title"],
        ),
        "update-codebook": lambda f: tr(
            "brought the codebook “{title}” up to date from “{file}”", title=f["title"], file=f["file"]
        ),
        **_of_codes(names),
        **_of_groups(names),
    }


def _of_codes(names: StepNames) -> dict[str, Telling]:
    return {
        "rename-code": lambda f: tr("renamed “{before}” to “{after}”", before=f["before"], after=f["after"]),
        "new-code": lambda f: _made(names, f),
        "edit-code": lambda f: tr(
            "changed {fields} of {code}", fields=_fields(f, _CODE_FIELDS), code=names.code(f["code"])
        ),
        "move-code": lambda f: _moved(f, names.code(f["code"]), names.group(f["group"])),
        "merge-codes": lambda f: tr(
            "merged {codes} into {into}, with {codings}",
            codes=series([names.code(each) for each in f["codes"]]),
            into=names.code(f["into"]),
            codings=how_many(f["count"], "coding"),
        ),
        "split-code": lambda f: tr(
            "split {new} off {code}, with {codings}",
            new=names.code(f["new"]),
            code=names.code(f["code"]),
            codings=how_many(f["count"], "coding"),
        ),
        "retire-code": lambda f: tr("retired {code}", code=names.code(f["code"])),
        "bring-back-code": lambda f: tr("brought {code} back", code=names.code(f["code"])),
    }


def _of_groups(names: StepNames) -> dict[str, Telling]:
    return {
        "new-group": lambda f: tr("made the group {group}", group=names.group(f["group"])),
        "edit-group": lambda f: tr(
            "changed {fields} of the group {group}", fields=_fields(f, _GROUP_FIELDS), group=names.group(f["group"])
        ),
        "move-group": lambda f: tr("moved the group {group}", group=names.group(f["group"])),
        "remove-group": lambda f: tr("took the group “{group}” away", group=f["name"]),
    }


def _made(names: StepNames, facts: Facts) -> str:
    code = names.code(facts["code"])
    if "transcript" in facts:
        return tr("made the code {code} on {passage}", code=code, passage=names.passage(facts))
    return tr("made the code {code}", code=code)


def _moved(facts: Facts, code: str, group: str) -> str:
    if facts.get("within", False):
        return tr("moved {code} within the group {group}", code=code, group=group)
    return tr("moved {code} to the group {group}", code=code, group=group)


def _fields(facts: Facts, words: Mapping[str, str]) -> str:
    return series([tr(words[field]) if field in words else field for field in facts["fields"]])
