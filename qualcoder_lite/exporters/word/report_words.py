"""The words of the reports: as researchers put them, and in plain words for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.project_details import PRIVACY, USUAL_NOTICE
from qualcoder_lite.domain.told import Likeness
from qualcoder_lite.exporters.word.matrix_words import CAUTION, PUBLISHED, SMALL, STATES, VERDICTS
from qualcoder_lite.exporters.word.words import counted, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.report import Asked
    from qualcoder_lite.domain.told import Told

T = TypeVar("T")


class Both(Generic[T]):
    """The words for one thing, usual and plain; a `ReportWords` reads its own from it."""

    def __init__(self, usual: T, plain: T) -> None:
        """Both say the same."""
        self._usual, self._plain = usual, plain

    def __get__(self, words: ReportWords, _owner: type[ReportWords]) -> T:
        """The words of a set."""
        return self._plain if words.is_plain else self._usual


class ReportWords:
    """Headings and explanations in one set of words; `{…}` are filled in.

    Attributes:
        is_plain: Whether they are the plain ones.
    """

    def __init__(self, *, plain: bool) -> None:
        """Choose a set."""
        self.is_plain = plain

    # The first page
    privacy = Both(
        USUAL_NOTICE,
        "These are people’s own words. Keep them safe. Only show them to people who may see them.",
    )
    notice = Both(PRIVACY, "People’s own words. Keep them safe")
    people_and_transcripts = Both("{people} in {transcripts}", "{people}, in {interviews}")
    front_heard = Both("Heard", "We listened to")
    front_sites = Both("Sites", "Places")
    front_client_groups = Both("Client groups", "Groups")
    front_quotes = Both("Quotes", "In their own words")
    quotes_and_people = Both("{quotes} from {people}", "{quotes} from {people}")
    date = Both("Date", "Date")
    made_by = Both("Made by", "Made by")
    contents = Both("Contents", "What is on which page")
    never_quoted = Both("Never quoted", "Who is not quoted")
    refused = Both(
        "{passages} of {people} who {do} not want to be quoted. They are counted.",
        "{people} said: please do not quote me. We count them. We do not show their words.",
    )
    to_check = Both(
        ("Check before you share this", "These attributions may tell a reader who is speaking:"),
        ("Take care before you show this to others", "Somebody may guess who is speaking here:"),
    )

    # The chapters
    heard = Both("Who was heard", "Who we listened to")
    heard_table = Both("People by site, client group and respondent", "How many people")
    kinds = Both(("Sites", "Client groups", "Respondents"), ("Places", "Groups of people", "Who talked to us"))
    read_to_the_end = Both("Read to the end", "We have read it all")
    heard_why = Both("People are counted; nobody is named.", "We count people. We do not use their names.")
    unread = Both(
        "{people} not yet read to the end: what they are silent on here they may still speak of.",
        "We have not finished reading what {people} said. They may say more about these things.",
    )
    outcomes = Both("Outcomes", "What people told us")
    outcomes_table = Both("People who speak of each outcome", "How many people talked about each thing")
    outcomes_columns = Both(("People", "Whether it came about", "Passages"), ("People", "Did it happen?", "Times"))
    outcomes_why = Both(
        "How many people speak of each outcome, and whether it came about for them. Each person counts once, "
        "by all that they say of it.",
        "Each part is about one thing that matters to people. We say how many people talked about it, and if "
        "it happened for them.",
    )
    stands = Both(
        {
            Polarity.DELIVERED: "delivered for {}",
            Polarity.NOT_DELIVERED: "not delivered for {}",
            Polarity.MIXED: "both for {}",
            Polarity.NOT_STATED: "not stated for {}",
        },
        {
            Polarity.DELIVERED: "It happened for {}.",
            Polarity.NOT_DELIVERED: "It did not happen for {}.",
            Polarity.MIXED: "It was yes and no for {}.",
            Polarity.NOT_STATED: "We cannot tell for {}.",
        },
    )
    stand_labels = Both(
        {
            Polarity.DELIVERED: "delivered",
            Polarity.NOT_DELIVERED: "not delivered",
            Polarity.MIXED: "both",
            Polarity.NOT_STATED: "not stated",
        },
        {
            Polarity.DELIVERED: "yes",
            Polarity.NOT_DELIVERED: "no",
            Polarity.MIXED: "yes and no",
            Polarity.NOT_STATED: "we cannot tell",
        },
    )
    likeness = Both("Commonalities and divergences", "What is the same and what is different")
    likenesses = Both(
        {
            Likeness.SHARED: ("In common", "Spoken of everywhere, and nowhere leaning another way."),
            Likeness.DIFFERS: (
                "Divergent",
                "In one place more people say that it was delivered, in another more that it was not, or people are "
                "divided.",
            ),
            Likeness.SOME_SILENT: ("Spoken of in some only", "Nobody speaks of it in the others."),
        },
        {
            Likeness.SHARED: ("The same", "People talked about it everywhere, and said much the same."),
            Likeness.DIFFERS: ("Different", "It went better for people in some places than in others."),
            Likeness.SOME_SILENT: ("Only some talked about it", "In other places nobody talked about it."),
        },
    )
    features = Both("Features that helped and hindered", "What helped and what got in the way")
    features_table = Both("Features by the people who name them", "How many people said so")
    features_why = Both(
        "What people themselves say made the difference: a coder recorded that the passage gives the feature "
        "as a reason. Features that most people speak of stand first.",
        "These are the things that people said made life better or worse.",
    )
    no_features = Both(
        "No passage records that a feature helped or hindered.", "Nobody said what helped or got in the way."
    )
    helped = Both("Helped", "This helped")
    hindered = Both("Hindered", "This got in the way")
    feature = Both("Feature", "What it was")
    findings = Both("Outcomes and the features behind them", "What matters and what helped")
    findings_why = Both(
        "In the layout of Table 3 of the study’s paper (Petch, Cook and Miller 2013), with what was published "
        "beside what people say here.",
        "Each row is one thing that matters to people. Next to it is what helped. We also show what an "
        "earlier study found (Petch, Cook and Miller 2013).",
    )
    findings_columns = Both(
        ("Outcome", "Experience", "Features of service", "Features of partnership"),
        ("What matters", "What people told us", "What services did", "How services worked together"),
    )
    marks = Both(f"{PUBLISHED} marks what Table 3 gives.", f"{PUBLISHED} means that the earlier study found it too.")
    notes = Both("Notes on Table 3", "More from the earlier study")
    silences = Both("Silences", "What nobody talked about")
    silences_why = Both(
        "Outcomes that nobody speaks of. Silence is not absence: not everybody was asked, and not everything "
        "has been read.",
        "Nobody talked about these things. That does not mean that they do not matter. We may not have asked.",
    )
    no_silences = Both(
        "Somebody speaks of every outcome.", "Somebody talked about every one of the things on our list."
    )
    register = Both("Site register", "How services work together")
    register_table = Both("Features of partnership", "What we wrote down")
    evidence = Both(("Recorded as", "Evidence"), ("Is it so?", "How we know"))
    register_why = Both(
        "What is recorded of each feature of partnership.",
        "This is what we wrote down about how services work together.",
    )
    states = Both(
        STATES,
        {
            FeatureState.PRESENT: "Yes",
            FeatureState.PARTIAL: "In part",
            FeatureState.ABSENT: "No",
            FeatureState.UNKNOWN: "We do not know",
        },
    )
    everybody = Both("Everybody", "Everyone")
    not_recorded = Both("Not recorded", "Not known")
    without_participant = Both(
        "{transcripts} without a participant, counted as a person each.",
        "In {interviews} we do not know who is speaking. We count each as one person.",
    )
    not_all_read = Both("not all read yet", "we are still reading")
    nobody = Both("Nobody", "Nobody")
    balance_everybody = Both(
        "Everybody who may be quoted is quoted at least {least}, and nobody more than {most}.",
        "You can read everybody’s words here at least {least}, and nobody’s more than {most}.",
    )
    balance = Both(
        "Nobody is quoted more than {most}; {people} who could be {are} not quoted.",
        "You can read nobody’s words more than {most}. There was no room for the words of {people}.",
    )
    starred = Both(
        "Quotes that the analysts starred come first: {starred} of {quotes}.",
        "We picked {starred} of the {quotes} ourselves.",
    )
    settled = Both(
        "Where coders settled a disagreement, the settled coding counts.",
        "Where we did not agree at first, we talked about it. We count what we agreed on.",
    )
    made = Both("How this report was made", "How we made this report")
    choosing = Both(
        "Quotes were chosen by the program, the same each time: on one outcome everybody is heard once before "
        "anybody is heard twice, and nobody more than {most}; words that say what made a difference come first.",
        "A computer program picked what people said. It lets everybody speak once before anybody speaks twice. We "
        "did not change anybody’s words.",
    )
    counting = Both(
        "A passage is a stretch of one transcript that bears an outcome’s code, whoever coded it. A person is a "
        "participant, or a transcript that names none.",
        "We count each person once.",
    )
    caution = Both(
        CAUTION,
        "Two things can come together without one causing the other. We did not talk to everybody. So read this "
        "report with care.",
    )
    no_quote = Both(
        "No quote: those who speak of it do not want to be quoted, or the interviewer alone is heard.",
        "We have no words that we may show here.",
    )
    small = Both(
        f"{SMALL} marks one or two people. Such a count may identify somebody: check before you share it.",
        f"{SMALL} means one or two people. Take care who sees this. Somebody may guess who they are.",
    )
    spoken_of = Both("{} of {}", "{} of {}")
    passages = Both(True, False)


def stands_sentence(words: ReportWords, told: Told) -> str:
    """For how many people an outcome came about, in a sentence or two; empty where nobody speaks of it."""
    parts = [
        phrase.format(counted(told.stands[polarity], "person"))
        for polarity, phrase in words.stands.items()
        if told.stands.get(polarity)
    ]
    if words.is_plain:
        return " ".join(parts)
    sentence = joined(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def asked_sentence(words: ReportWords, asked: Asked | None) -> str:
    """Who was asked about an outcome; empty where the project has no schedule."""
    if asked is None:
        return ""
    if words.is_plain:
        return f"We asked {counted(asked.asked, 'person')} about this." if asked.asked else "We did not ask about this."
    sentences = [f"Asked of {counted(asked.asked, 'person')}"]
    if asked.unprompted:
        sentences.append(f"unprompted from {counted(asked.unprompted, 'person')}")
    if asked.not_asked:
        sentences.append(f"{counted(asked.not_asked, 'person')} not asked")
    return "; ".join(sentences) + "."


def verdict_words(verdict: str, words: ReportWords) -> str:
    """A verdict as a table says it."""
    if words.is_plain:
        return {
            "supports": "the same as the earlier study",
            "extends": "new",
            "differs": "not like the earlier study",
            "unclear": "people do not agree",
            "silent": "nobody talked about it here",
        }[verdict]
    return VERDICTS[verdict][0]


def balance_sentence(words: ReportWords, quoted: Sequence[int]) -> str:
    """Who is quoted how often, from how often each person is, most first; nobody is named."""
    unheard = sum(1 for number in quoted if not number)
    if not unheard:
        return words.balance_everybody.format(least=times(quoted[-1]), most=times(quoted[0]))
    are = "is" if unheard == 1 else "are"
    return words.balance.format(most=times(quoted[0]), people=counted(unheard, "person"), are=are)


def times(number: int) -> str:
    """How often: "once", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
