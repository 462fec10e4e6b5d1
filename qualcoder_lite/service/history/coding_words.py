"""Steps on codings, and on what was decided about them, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.series import series
from qualcoder_lite.service.history.nouns import how_many
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.step_names import Facts, StepNames, Telling


def coding_words(names: StepNames) -> dict[str, Telling]:
    """How each verb is told."""
    return {
        "code": lambda f: tr("put {code} on {passage}", code=names.code(f["code"]), passage=names.passage(f)),
        "code-many": _coded_many,
        "code-found": lambda f: tr(
            "put {code} on {passages} found by a search, in {transcripts}",
            code=names.code(f["code"]),
            passages=tr("{n:,} passage", "{n:,} passages", n=f["count"]),
            transcripts=how_many(f["transcripts"], "transcript"),
        ),
        "recode": lambda f: _recoded(names, f),
        "recode-many": lambda f: _recoded_many(names, f),
        "uncode": lambda f: _uncoded(names, f),
        "settle": lambda f: _settled(names, f),
        "unsettle": lambda f: tr("took back what was decided about {passage}", passage=names.passage(f)),
    }


def _coded_many(facts: Facts) -> str:
    did: list[str] = []
    if facts["count"]:
        codings = how_many(facts["count"], "coding")
        if "transcripts" in facts:
            where = how_many(facts["transcripts"], "transcript")
            did.append(tr("put {codings} on passages in {transcripts}", codings=codings, transcripts=where))
        else:
            did.append(tr("put {codings} on passages", codings=codings))
    if "declared" in facts:
        did.append(tr("declared {transcripts} done", transcripts=how_many(facts["declared"], "transcript")))
    all_of_it = series(did)
    return tr("{did}, from “{file}”", did=all_of_it, file=facts["file"]) if "file" in facts else all_of_it


def _recoded(names: StepNames, facts: Facts) -> str:
    before, code, where = facts["before"], names.code(facts["code"]), names.passage(facts)
    if before["code"] != facts["code"]:
        return tr(
            "changed {before} to {code} on {passage}", before=names.code(before["code"]), code=code, passage=where
        )
    if (before["start"], before["end"]) != (facts["start"], facts["end"]):
        return tr("moved the edges of {code} to {passage}", code=code, passage=where)
    if before["polarity"] != facts["polarity"]:
        return _judged(facts["polarity"], code, where)
    return _said_beside(names, facts, code, where)


def _said_beside(names: StepNames, facts: Facts, code: str, where: str) -> str:
    """What changed of a coding beside its code, edges and polarity."""
    if facts.get("links"):
        links = series([_linked(names, code, *link) for link in facts["links"]])
        return tr("{linked} on {passage}", linked=links, passage=where)
    if "sure" in facts:
        if facts["sure"]:
            return tr("marked {code} as sure on {passage}", code=code, passage=where)
        return tr("marked {code} as not sure on {passage}", code=code, passage=where)
    if facts.get("memo"):
        return tr("wrote a memo to {code} on {passage}", code=code, passage=where)
    return tr("changed {code} on {passage}", code=code, passage=where)


def _judged(polarity: str, code: str, where: str) -> str:
    if polarity == "delivered":
        return tr("marked {code} as delivered on {passage}", code=code, passage=where)
    if polarity == "not_delivered":
        return tr("marked {code} as not delivered on {passage}", code=code, passage=where)
    if polarity == "mixed":
        return tr("marked {code} as mixed on {passage}", code=code, passage=where)
    return tr("marked {code} as not stated on {passage}", code=code, passage=where)


def _linked(names: StepNames, code: str, feature: str, direction: str) -> str:
    name = names.code(feature)
    if not direction:
        return tr("took the link to {feature} off {code}", feature=name, code=code)
    if direction == "helped":
        return tr("linked {code} to {feature} as helped", code=code, feature=name)
    return tr("linked {code} to {feature} as hindered", code=code, feature=name)


def _recoded_many(names: StepNames, facts: Facts) -> str:
    codings, code = how_many(facts["count"], "coding"), names.code(facts["code"])
    if facts["before"]["code"] != facts["code"]:
        return tr(
            "changed {codings} of {before} to {code}",
            codings=codings,
            before=names.code(facts["before"]["code"]),
            code=code,
        )
    return tr(
        "moved the edges of {codings} of {code} to {passage}", codings=codings, code=code, passage=names.passage(facts)
    )


def _uncoded(names: StepNames, facts: Facts) -> str:
    if "code" in facts:
        return tr("took {code} off {passage}", code=names.code(facts["code"]), passage=names.passage(facts))
    return tr("took {codings} off", codings=how_many(facts["count"], "coding"))


def _settled(names: StepNames, facts: Facts) -> str:
    code, where = names.code(facts["code"]), names.passage(facts)
    if facts["outcome"] == "definition":
        return tr("left {code} open on {passage}, and wants the definition changed", code=code, passage=where)
    if facts["outcome"] == "open":
        return tr("left {code} open on {passage}", code=code, passage=where)
    return tr("settled {code} on {passage}", code=code, passage=where)
