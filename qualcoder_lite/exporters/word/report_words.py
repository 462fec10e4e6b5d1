"""The words of the reports: as researchers put them, and in plain words for everybody."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, cast

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.project_details import PRIVACY, USUAL_NOTICE
from qualcoder_lite.domain.reports.told import Likeness
from qualcoder_lite.exporters.word.matrix_words import CAUTION, STATES
from qualcoder_lite.translation import tr, tr_later

T = TypeVar("T")


class Both(Generic[T]):
    """The words for one thing, usual and plain; a `ReportWords` reads its own from it, as they are said."""

    def __init__(self, usual: T, plain: T) -> None:
        """Both say the same."""
        self._usual, self._plain = usual, plain

    def __get__(self, words: ReportWords, _owner: type[ReportWords]) -> T:
        """The words of a set."""
        return _said(self._plain if words.is_plain else self._usual)


def _said(words: Any) -> Any:  # noqa: ANN401 - a text, or several as they are held together
    if isinstance(words, str):
        return tr(words)
    if isinstance(words, tuple):
        return tuple(map(_said, cast("tuple[object, ...]", words)))
    return {key: _said(each) for key, each in words.items()}


class ReportWords:
    """Headings and explanations in one set of words.

    Attributes:
        is_plain: Whether they are the plain ones.
    """

    def __init__(self, *, plain: bool) -> None:
        """Choose a set."""
        self.is_plain = plain

    # The first page
    privacy = Both(
        USUAL_NOTICE,
        tr_later("These are people’s own words. Keep them safe. Only show them to people who may see them."),
    )
    notice = Both(PRIVACY, tr_later("People’s own words. Keep them safe"))
    front_heard = Both(tr_later("Heard"), tr_later("We listened to"))
    front_sites = Both(tr_later("Sites"), tr_later("Places"))
    front_client_groups = Both(tr_later("Client groups"), tr_later("Groups"))
    front_quotes = Both(tr_later("Quotes"), tr_later("In their own words"))
    date = Both(tr_later("Date"), tr_later("Date"))
    made_by = Both(tr_later("Made by"), tr_later("Made by"))
    contents = Both(tr_later("Contents"), tr_later("What is on which page"))
    never_quoted = Both(tr_later("Never quoted"), tr_later("Who is not quoted"))
    front_consent = Both(tr_later("Consent"), tr_later("May we quote?"))
    not_asked = Both(
        tr_later("consent to be quoted not recorded"), tr_later("we have not written down whether we may quote this")
    )
    to_check = Both(
        (tr_later("Check before you share this"), tr_later("These attributions may tell a reader who is speaking:")),
        (tr_later("Take care before you show this to others"), tr_later("Somebody may guess who is speaking here:")),
    )

    # The chapters
    heard = Both(tr_later("Who was heard"), tr_later("Who we listened to"))
    heard_table = Both(tr_later("People by site, client group and respondent"), tr_later("How many people"))
    kinds = Both(
        (tr_later("Sites"), tr_later("Client groups"), tr_later("Respondents")),
        (tr_later("Places"), tr_later("Groups of people"), tr_later("Who talked to us")),
    )
    read_to_the_end = Both(tr_later("Read to the end"), tr_later("We have read it all"))
    heard_why = Both(
        tr_later("People are counted; nobody is named."), tr_later("We count people. We do not use their names.")
    )
    outcomes = Both(tr_later("Outcomes"), tr_later("What people told us"))
    outcomes_table = Both(
        tr_later("People who speak of each outcome"), tr_later("How many people talked about each thing")
    )
    outcomes_columns = Both(
        (tr_later("People"), tr_later("Whether it came about"), tr_later("Passages")),
        (tr_later("People"), tr_later("Did it happen?"), tr_later("Times")),
    )
    outcomes_why = Both(
        tr_later(
            "How many people speak of each outcome, and whether it came about for them. Each person counts once, "
            "by all that they say of it."
        ),
        tr_later(
            "Each part is about one thing that matters to people. We say how many people talked about it, and if "
            "it happened for them."
        ),
    )
    stand_labels = Both(
        {
            Polarity.DELIVERED: tr_later("delivered"),
            Polarity.NOT_DELIVERED: tr_later("not delivered"),
            Polarity.MIXED: tr_later("both"),
            Polarity.NOT_STATED: tr_later("not stated"),
        },
        {
            Polarity.DELIVERED: tr_later("yes"),
            Polarity.NOT_DELIVERED: tr_later("no"),
            Polarity.MIXED: tr_later("yes and no"),
            Polarity.NOT_STATED: tr_later("we cannot tell"),
        },
    )
    likeness = Both(tr_later("Commonalities and divergences"), tr_later("What is the same and what is different"))
    likenesses = Both(
        {
            Likeness.SHARED: (
                tr_later("In common"),
                tr_later("Spoken of everywhere, and nowhere leaning another way."),
            ),
            Likeness.DIFFERS: (
                tr_later("Divergent"),
                tr_later(
                    "In one place more people say that it was delivered, in another more that it was not, or people "
                    "are divided."
                ),
            ),
            Likeness.SOME_SILENT: (tr_later("Spoken of in some only"), tr_later("Nobody speaks of it in the others.")),
        },
        {
            Likeness.SHARED: (
                tr_later("The same"),
                tr_later("People talked about it everywhere, and said much the same."),
            ),
            Likeness.DIFFERS: (
                tr_later("Different"),
                tr_later("It went better for people in some places than in others."),
            ),
            Likeness.SOME_SILENT: (
                tr_later("Only some talked about it"),
                tr_later("In other places nobody talked about it."),
            ),
        },
    )
    features = Both(tr_later("Features that helped and hindered"), tr_later("What helped and what got in the way"))
    features_table = Both(tr_later("Features by the people who name them"), tr_later("How many people said so"))
    features_why = Both(
        tr_later(
            "What people themselves say made the difference: a coder recorded that the passage gives the feature "
            "as a reason. Features that most people speak of stand first."
        ),
        tr_later("These are the things that people said made life better or worse."),
    )
    no_features = Both(
        tr_later("No passage records that a feature helped or hindered."),
        tr_later("Nobody said what helped or got in the way."),
    )
    helped = Both(tr_later("Helped"), tr_later("This helped"))
    hindered = Both(tr_later("Hindered"), tr_later("This got in the way"))
    feature = Both(tr_later("Feature"), tr_later("What it was"))
    findings = Both(tr_later("Outcomes and the features behind them"), tr_later("What matters and what helped"))
    findings_why = Both(
        tr_later(
            "In the layout of Table 3 of the study’s paper (Petch, Cook and Miller 2013), with what was published "
            "beside what people say here."
        ),
        tr_later(
            "Each row is one thing that matters to people. Next to it is what helped. We also show what an "
            "earlier study found (Petch, Cook and Miller 2013)."
        ),
    )
    findings_columns = Both(
        (
            tr_later("Outcome"),
            tr_later("Experience"),
            tr_later("Features of service"),
            tr_later("Features of partnership"),
        ),
        (
            tr_later("What matters"),
            tr_later("What people told us"),
            tr_later("What services did"),
            tr_later("How services worked together"),
        ),
    )
    notes = Both(tr_later("Notes on Table 3"), tr_later("More from the earlier study"))
    silences = Both(tr_later("Silences"), tr_later("What nobody talked about"))
    silences_why = Both(
        tr_later(
            "Outcomes that nobody speaks of. Silence is not absence: not everybody was asked, and not everything "
            "has been read."
        ),
        tr_later(
            "Nobody talked about these things. That does not mean that they do not matter. We may not have asked."
        ),
    )
    no_silences = Both(
        tr_later("Somebody speaks of every outcome."),
        tr_later("Somebody talked about every one of the things on our list."),
    )
    register = Both(tr_later("Site register"), tr_later("How services work together"))
    register_table = Both(tr_later("Features of partnership"), tr_later("What we wrote down"))
    evidence = Both((tr_later("Recorded as"), tr_later("Evidence")), (tr_later("Is it so?"), tr_later("How we know")))
    register_why = Both(
        tr_later("What is recorded of each feature of partnership."),
        tr_later("This is what we wrote down about how services work together."),
    )
    states = Both(
        STATES,
        {
            FeatureState.PRESENT: tr_later("Yes"),
            FeatureState.PARTIAL: tr_later("In part"),
            FeatureState.ABSENT: tr_later("No"),
            FeatureState.UNKNOWN: tr_later("We do not know"),
        },
    )
    everybody = Both(tr_later("Everybody"), tr_later("Everyone"))
    not_recorded = Both(tr_later("Not recorded"), tr_later("Not known"))
    not_all_read = Both(tr_later("not all read yet"), tr_later("we are still reading"))
    nobody = Both(tr_later("Nobody"), tr_later("Nobody"))
    settled = Both(
        tr_later("Where coders settled a disagreement, the settled coding counts."),
        tr_later("Where we did not agree at first, we talked about it. We count what we agreed on."),
    )
    made = Both(tr_later("How this report was made"), tr_later("How we made this report"))
    counting = Both(
        tr_later(
            "A passage is a stretch of one transcript that bears an outcome’s code, whoever coded it. A person is a "
            "participant, or a transcript that names none."
        ),
        tr_later("We count each person once."),
    )
    caution = Both(
        CAUTION,
        tr_later(
            "Two things can come together without one causing the other. We did not talk to everybody. So read this "
            "report with care."
        ),
    )
    no_quote = Both(
        tr_later("No quote: those who speak of it do not want to be quoted, or the interviewer alone is heard."),
        tr_later("We have no words that we may show here."),
    )
