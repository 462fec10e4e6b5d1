"""The words of the reports: as researchers put them, and in plain words for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.told import Likeness
from qualcoder_lite.exporters.word.matrix_words import CAUTION, PUBLISHED, SMALL, STATES, VERDICTS
from qualcoder_lite.exporters.word.words import counted, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.report import Asked
    from qualcoder_lite.domain.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """Headings and explanations; `{…}` are filled in. Both sets say the same."""

    heard: str
    heard_table: str
    kinds: tuple[str, str, str]
    read_to_the_end: str
    heard_why: str
    unread: str
    outcomes: str
    outcomes_table: str
    outcomes_columns: tuple[str, str, str]
    outcomes_why: str
    stands: Mapping[Polarity, str]
    stand_labels: Mapping[Polarity, str]
    likeness: str
    likenesses: Mapping[Likeness, tuple[str, str]]
    features: str
    features_table: str
    features_why: str
    no_features: str
    helped: str
    hindered: str
    feature: str
    findings: str
    findings_why: str
    findings_columns: tuple[str, str, str, str]
    marks: str
    notes: str
    silences: str
    silences_why: str
    no_silences: str
    register: str
    register_table: str
    evidence: tuple[str, str]
    register_why: str
    states: Mapping[FeatureState, str]
    made: str
    choosing: str
    counting: str
    caution: str
    no_quote: str
    small: str
    spoken_of: str
    passages: bool


NORMAL = ReportWords(
    heard="Who was heard",
    heard_table="People by site, client group and respondent",
    kinds=("Sites", "Client groups", "Respondents"),
    read_to_the_end="Read to the end",
    heard_why="People are counted; nobody is named.",
    unread="{people} not yet read to the end: what they are silent on here they may still speak of.",
    outcomes="Outcomes",
    outcomes_table="People who speak of each outcome",
    outcomes_columns=("People", "Whether it came about", "Passages"),
    outcomes_why="How many people speak of each outcome, and whether it came about for them. Each person counts once, "
    "by all that they say of it.",
    stands={
        Polarity.DELIVERED: "delivered for {}",
        Polarity.NOT_DELIVERED: "not delivered for {}",
        Polarity.MIXED: "both for {}",
        Polarity.NOT_STATED: "not stated for {}",
    },
    stand_labels={
        Polarity.DELIVERED: "delivered",
        Polarity.NOT_DELIVERED: "not delivered",
        Polarity.MIXED: "both",
        Polarity.NOT_STATED: "not stated",
    },
    likeness="Commonalities and divergences",
    likenesses={
        Likeness.SHARED: ("In common", "Spoken of everywhere, and nowhere leaning another way."),
        Likeness.DIFFERS: (
            "Divergent",
            "In one place more people say that it was delivered, in another more that it was not, or people are "
            "divided.",
        ),
        Likeness.SOME_SILENT: ("Spoken of in some only", "Nobody speaks of it in the others."),
    },
    features="Features that helped and hindered",
    features_table="Features by the people who name them",
    features_why="What people themselves say made the difference: a coder recorded that the passage gives the feature "
    "as a reason. Features that most people speak of stand first.",
    no_features="No passage records that a feature helped or hindered.",
    helped="Helped",
    hindered="Hindered",
    feature="Feature",
    findings="Outcomes and the features behind them",
    findings_why="In the layout of Table 3 of the study’s paper (Petch, Cook and Miller 2013), with what was published "
    "beside what people say here.",
    findings_columns=("Outcome", "Experience", "Features of service", "Features of partnership"),
    marks=f"{PUBLISHED} marks what Table 3 gives.",
    notes="Notes on Table 3",
    silences="Silences",
    silences_why="Outcomes that nobody speaks of. Silence is not absence: not everybody was asked, and not everything "
    "has been read.",
    no_silences="Somebody speaks of every outcome.",
    register="Site register",
    register_table="Features of partnership",
    evidence=("Recorded as", "Evidence"),
    register_why="What is recorded of each feature of partnership.",
    states=STATES,
    made="How this report was made",
    choosing="Quotes were chosen by the program, the same each time: on one outcome everybody is heard once before "
    "anybody is heard twice, and nobody more than twice; words that say what made a difference come first.",
    counting="A passage is a stretch of one transcript that bears an outcome’s code, whoever coded it. A person is a "
    "participant, or a transcript that names none.",
    caution=CAUTION,
    no_quote="No quote: those who speak of it do not want to be quoted, or the interviewer alone is heard.",
    small=f"{SMALL} marks one or two people. Such a count may identify somebody: check before you share it.",
    spoken_of="{} of {}",
    passages=True,
)

PLAIN = ReportWords(
    heard="Who we listened to",
    heard_table="How many people",
    kinds=("Places", "Groups of people", "Who talked to us"),
    read_to_the_end="We have read it all",
    heard_why="We count people. We do not use their names.",
    unread="We have not finished reading what {people} said. They may say more about these things.",
    outcomes="What people told us",
    outcomes_table="How many people talked about each thing",
    outcomes_columns=("People", "Did it happen?", "Times"),
    outcomes_why="Each part is about one thing that matters to people. We say how many people talked about it, and if "
    "it happened for them.",
    stands={
        Polarity.DELIVERED: "It happened for {}.",
        Polarity.NOT_DELIVERED: "It did not happen for {}.",
        Polarity.MIXED: "It was yes and no for {}.",
        Polarity.NOT_STATED: "We cannot tell for {}.",
    },
    stand_labels={
        Polarity.DELIVERED: "yes",
        Polarity.NOT_DELIVERED: "no",
        Polarity.MIXED: "yes and no",
        Polarity.NOT_STATED: "we cannot tell",
    },
    likeness="What is the same and what is different",
    likenesses={
        Likeness.SHARED: ("The same", "People talked about it everywhere, and said much the same."),
        Likeness.DIFFERS: ("Different", "It went better for people in some places than in others."),
        Likeness.SOME_SILENT: ("Only some talked about it", "In other places nobody talked about it."),
    },
    features="What helped and what got in the way",
    features_table="How many people said so",
    features_why="These are the things that people said made life better or worse.",
    no_features="Nobody said what helped or got in the way.",
    helped="This helped",
    hindered="This got in the way",
    feature="What it was",
    findings="What matters and what helped",
    findings_why="Each row is one thing that matters to people. Next to it is what helped. We also show what an "
    "earlier study found (Petch, Cook and Miller 2013).",
    findings_columns=("What matters", "What people told us", "What services did", "How services worked together"),
    marks=f"{PUBLISHED} means that the earlier study found it too.",
    notes="More from the earlier study",
    silences="What nobody talked about",
    silences_why="Nobody talked about these things. That does not mean that they do not matter. We may not have asked.",
    no_silences="Somebody talked about every one of the things on our list.",
    register="How services work together",
    register_table="What we wrote down",
    evidence=("Is it so?", "How we know"),
    register_why="This is what we wrote down about how services work together.",
    states={
        FeatureState.PRESENT: "Yes",
        FeatureState.PARTIAL: "In part",
        FeatureState.ABSENT: "No",
        FeatureState.UNKNOWN: "We do not know",
    },
    made="How we made this report",
    choosing="A computer program picked what people said. It lets everybody speak once before anybody speaks twice. We "
    "did not change anybody’s words.",
    counting="We count each person once.",
    caution="Two things can come together without one causing the other. We did not talk to everybody. So read this "
    "report with care.",
    no_quote="We have no words that we may show here.",
    small=f"{SMALL} means one or two people. Take care who sees this. Somebody may guess who they are.",
    spoken_of="{} of {}",
    passages=False,
)


def stands_sentence(words: ReportWords, told: Told) -> str:
    """For how many people an outcome came about, in a sentence or two; empty where nobody speaks of it."""
    parts = [
        phrase.format(counted(told.stands[polarity], "person"))
        for polarity, phrase in words.stands.items()
        if told.stands.get(polarity)
    ]
    if words is PLAIN:
        return " ".join(parts)
    sentence = joined(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def asked_sentence(words: ReportWords, asked: Asked | None) -> str:
    """Who was asked about an outcome; empty where the project has no schedule."""
    if asked is None:
        return ""
    if words is PLAIN:
        return f"We asked {counted(asked.asked, 'person')} about this." if asked.asked else "We did not ask about this."
    sentences = [f"Asked of {counted(asked.asked, 'person')}"]
    if asked.unprompted:
        sentences.append(f"unprompted from {counted(asked.unprompted, 'person')}")
    if asked.not_asked:
        sentences.append(f"{counted(asked.not_asked, 'person')} not asked")
    return "; ".join(sentences) + "."


def verdict_words(verdict: str, words: ReportWords) -> str:
    """A verdict as a table says it."""
    if words is PLAIN:
        return {
            "supports": "the same as the earlier study",
            "extends": "new",
            "differs": "not like the earlier study",
            "unclear": "people do not agree",
            "silent": "nobody talked about it here",
        }[verdict]
    return VERDICTS[verdict][0]
