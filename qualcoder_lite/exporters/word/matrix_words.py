"""What a document of the matrix says about itself in plain words: its signs, its cautions, how it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.exporters.word.words import people, transcripts
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTICE = tr_later("Small counts may identify people: check before you share")

CAUTION = tr_later(
    "A feature near an outcome is not its cause. The counts show where to read, not what led to what: people were not "
    "chosen at random, sites differ in many ways at once, and an outcome may be talked of beside a feature by chance."
)

#: The name of the table to be talked over.
DISCUSSION = tr_later("Published beside yours, to discuss")

#: The signs in a cell: marked in the 2013 paper, marked in the 2011 review, a count of one or two people.
PUBLISHED = "●"
PUBLISHED_2011 = "◆"
SMALL = "†"

LENSES = {
    "sites": tr_later("Sites: each outcome by what is recorded of the sites where people are served."),
    "passages": tr_later("Passages: each outcome by the features that are talked of close to it."),
    "attributions": tr_later(
        "Attributions: each outcome by the features that people themselves say helped or hindered it."
    ),
}

#: The states of a register's feature.
STATES = {
    FeatureState.PRESENT: tr_later("Present"),
    FeatureState.PARTIAL: tr_later("Partial"),
    FeatureState.ABSENT: tr_later("Absent"),
    FeatureState.UNKNOWN: tr_later("Not known"),
}

#: What a verdict is called, and what it means.
VERDICTS = {
    "supports": (
        tr_later("supports"),
        tr_later("published, and more people here say that it helped than that it hindered"),
    ),
    "extends": (
        tr_later("not in Table 3"),
        tr_later("not published, yet more people here say that it helped than that it hindered"),
    ),
    "differs": (tr_later("differs"), tr_later("more people here say that it hindered than that it helped")),
    "unclear": (tr_later("unclear"), tr_later("as many people here say that it helped as that it hindered")),
    "silent": (tr_later("silent"), tr_later("published, and nobody here says that it helped or hindered")),
}

_COMMON = (
    tr_later(
        "A passage is a stretch of one transcript that bears the outcome’s code. Where two coders coded the same "
        "words, or words that overlap, that is one passage, not two."
    ),
    tr_later("A person is a participant. A transcript that names no participant counts as a person of its own."),
    tr_later(
        "A passage is delivered, not delivered, mixed or not stated. Where coders differ it is mixed; a coder who did "
        "not say does not count against one who did."
    ),
    tr_later(
        "Where a disagreement between coders has been settled and settled codings are in use, the settled coding "
        "counts in place of the coders’ own."
    ),
)

_COUNTING = {
    "sites": tr_later(
        "Each person is counted under what the register says of their site: the feature is present, partial or absent "
        "there, or that is not known. “4 of 9 people” means that 9 people are served where it is so, and that 4 of "
        "them talk of the outcome."
    ),
    "passages": tr_later(
        "A passage counts in a cell when a passage of the feature is close to it. It can count under several features."
    ),
    "attributions": tr_later(
        "Only passages count in which a coder recorded that the person says the feature helped or hindered the "
        "outcome. “Helped” and “hindered” give the people who say so, then the codings that record it; a person who "
        "says both is in both."
    ),
}


def legend(lens: str) -> list[tuple[str, str]]:
    """The signs that a cell may hold, each with its meaning."""
    signs = [
        (tr("People"), tr("come first, in bold; passages stand below them, with how they divide.")),
        (SMALL, tr("one or two people only. Such a cell may identify somebody: leave it out or join it to another.")),
        (PUBLISHED, tr("marked in Table 3 of the study’s paper (Petch, Cook and Miller 2013).")),
        (
            PUBLISHED_2011,
            tr("marked in the coarser table of the 2011 review (Petch 2011), which goes by group of outcomes."),
        ),
        ("–", tr("nothing counted.")),
    ]
    if lens == "attributions":
        signs += [(tr(word), f"{tr(meaning)}.") for word, meaning in VERDICTS.values()]
    return signs


def scope_sentence(denominators: Mapping[str, Any]) -> str:
    """How many people are in scope, how many of them have been read, and what isn't known of them."""
    heard, done = denominators["people"], denominators["people_done"]
    sentences = [tr("{people} in scope.", people=people(heard))]
    if done < heard:
        read = tr(
            "Declared done: {people}; not read to the end: {others:,}, which is not the same as silent.",
            people=people(done),
            others=heard - done,
        )
        sentences.append(read)
    unnamed = denominators.get("people_without_participant", 0)
    if unnamed:
        sentences.append(
            tr("{transcripts} without a participant, counted as a person each.", transcripts=transcripts(unnamed))
        )
    placeless = denominators.get("transcripts_without_site", 0)
    if placeless:
        sentences.append(tr("{transcripts} without a site.", transcripts=transcripts(placeless)))
    several = denominators.get("people_at_several_sites", 0)
    if several:
        sentences.append(tr("{people} interviewed at more than one site, counted at each.", people=people(several)))
    return " ".join(sentences)


def counting_sentences(matrix: Mapping[str, Any]) -> list[str]:
    """How the matrix was counted."""
    near = matrix.get("near")
    sentences = [tr(sentence) for sentence in (*_COMMON, _COUNTING[matrix["lens"]])]
    return [*sentences, *([_near_sentence(near)] if near is not None else [])]


def _near_sentence(near: str | int) -> str:
    if near == "overlap":
        return tr("Close means that the two passages share words.")
    if near in ("turn", 0):
        return tr("Close means that the two passages touch the same turn of one speaker.")
    return tr(
        "Close means that the two passages are at most {n:,} turn apart.",
        "Close means that the two passages are at most {n:,} turns apart.",
        n=int(near),
    )
