"""The sentences of the reports in which something is counted: as researchers put them, and in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.word.matrix_words import PUBLISHED, SMALL, VERDICTS
from qualcoder_lite.exporters.word.words import interviews, passages, people, quotes, transcripts, unasked_plainly
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.reports.report import Asked
    from qualcoder_lite.domain.reports.told import Told
    from qualcoder_lite.exporters.word.report_words import ReportWords

_STANDS = {
    Polarity.DELIVERED: tr_later("delivered for {people}"),
    Polarity.NOT_DELIVERED: tr_later("not delivered for {people}"),
    Polarity.MIXED: tr_later("both for {people}"),
    Polarity.NOT_STATED: tr_later("not stated for {people}"),
}
_STANDS_PLAIN = {
    Polarity.DELIVERED: tr_later("It happened for {people}."),
    Polarity.NOT_DELIVERED: tr_later("It did not happen for {people}."),
    Polarity.MIXED: tr_later("It was yes and no for {people}."),
    Polarity.NOT_STATED: tr_later("We cannot tell for {people}."),
}
_VERDICTS_PLAIN = {
    "supports": tr_later("the same as the earlier study"),
    "extends": tr_later("new"),
    "differs": tr_later("not like the earlier study"),
    "unclear": tr_later("people do not agree"),
    "silent": tr_later("nobody talked about it here"),
}


class ReportSentences:
    """The sentences in one set of words."""

    def __init__(self, words: ReportWords) -> None:
        """Say them as these words are."""
        self._plain = words.is_plain

    # The first page

    def heard(self, of: int, in_: int) -> str:
        """How many people were heard, and in how many transcripts."""
        if self._plain:
            return tr("{people}, in {interviews}", people=people(of), interviews=interviews(in_))
        return tr("{people} in {transcripts}", people=people(of), transcripts=transcripts(in_))

    @staticmethod
    def quoted(number: int, of: int) -> str:
        """How many quotes of how many people there are."""
        return tr("{quotes} from {people}", quotes=quotes(number), people=people(of))

    @property
    def small(self) -> str:
        """What the sign of a small count means."""
        if self._plain:
            return tr(
                "{sign} means one or two people. Take care who sees this. Somebody may guess who they are.", sign=SMALL
            )
        return tr(
            "{sign} marks one or two people. Such a count may identify somebody: check before you share it.", sign=SMALL
        )

    def refused(self, left_out: int, of: int) -> str:
        """How much isn't quoted, because people said no to it."""
        if self._plain:
            return tr(
                "{people} said: please do not quote me. We count them. We do not show their words.", people=people(of)
            )
        return tr(
            "{passages} of {n:,} person who does not want to be quoted. They are counted.",
            "{passages} of {n:,} people who do not want to be quoted. They are counted.",
            n=of,
            passages=passages(left_out),
        )

    def unasked(self, number: int, of: int) -> str:
        """Of how many quotes it isn't recorded whether the person may be quoted."""
        if self._plain:
            return unasked_plainly(number, of)
        return tr(
            "{quotes} of {people} for whom no consent to be quoted is recorded yet",
            quotes=quotes(number),
            people=people(of),
        )

    # Who was heard

    def unread(self, of: int) -> str:
        """How many people's interviews aren't read to the end."""
        if self._plain:
            return tr(
                "We have not finished reading what {people} said. They may say more about these things.",
                people=people(of),
            )
        return tr(
            "{people} not yet read to the end: what they are silent on here they may still speak of.", people=people(of)
        )

    def without_participant(self, number: int) -> str:
        """Of how many transcripts it isn't known who speaks."""
        if self._plain:
            return tr(
                "In {interviews} we do not know who is speaking. We count each as one person.",
                interviews=interviews(number),
            )
        return tr("{transcripts} without a participant, counted as a person each.", transcripts=transcripts(number))

    # Outcomes

    @staticmethod
    def spoken_of(some: int, of: int) -> str:
        """Some of so many, as a figure: "4 of 9"."""
        return tr("{some} of {all}", some=some, all=of)

    def people_and_passages(self, told: Told, of: int, flag: str) -> str:
        """How many people speak of an outcome, and in how many passages; the sign of a small count after the people."""
        some = tr("{some} of {people}", some=told.tally.people, people=people(of)) + flag
        if self._plain:
            return f"{some}."
        return tr("{people}, in {passages}.", people=some, passages=passages(told.tally.passages))

    def stands(self, told: Told) -> str:
        """For how many people an outcome came about, in a sentence or two; empty where nobody speaks of it."""
        phrases = _STANDS_PLAIN if self._plain else _STANDS
        parts = [
            tr(phrase, people=people(told.stands[polarity]))
            for polarity, phrase in phrases.items()
            if told.stands.get(polarity)
        ]
        if self._plain:
            return " ".join(parts)
        sentence = series(parts)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""

    def asked(self, asked: Asked | None) -> str:
        """Who was asked about an outcome; empty where the project has no schedule."""
        if asked is None:
            return ""
        if self._plain and not asked.asked:
            return tr("We did not ask about this.")
        if self._plain:
            return tr("We asked {people} about this.", people=people(asked.asked))
        parts = [tr("Asked of {people}", people=people(asked.asked)) if asked.asked else tr("Asked of nobody")]
        if asked.unprompted:
            parts.append(tr("unprompted from {people}", people=people(asked.unprompted)))
        if asked.not_asked:
            parts.append(tr("{people} not asked", people=people(asked.not_asked)))
        return "; ".join(parts) + "."

    def verdict(self, verdict: str) -> str:
        """A verdict as a table says it."""
        return tr(_VERDICTS_PLAIN[verdict]) if self._plain else tr(VERDICTS[verdict][0])

    @property
    def marks(self) -> str:
        """What the sign of a published finding means."""
        if self._plain:
            return tr("{sign} means that the earlier study found it too.", sign=PUBLISHED)
        return tr("{sign} marks what Table 3 gives.", sign=PUBLISHED)

    # How it was made

    def choosing(self, most: int) -> str:
        """How quotes were chosen, and how often one person is quoted on an outcome at most."""
        if self._plain:
            return tr(
                "A computer program picked what people said. It lets everybody speak once before anybody speaks twice. "
                "We did not change anybody’s words."
            )
        return tr(
            "Quotes were chosen by the program, the same each time: on one outcome everybody is heard once before "
            "anybody is heard twice, and nobody more than {most}; words that say what made a difference come first.",
            most=times(most),
        )

    def starred(self, starred: int, of: int) -> str:
        """How many of the quotes were chosen by hand."""
        if self._plain:
            return tr("We picked {starred} of the {quotes} ourselves.", starred=starred, quotes=quotes(of))
        return tr(
            "Quotes that the analysts starred come first: {starred} of {quotes}.", starred=starred, quotes=quotes(of)
        )

    def balance(self, quoted: Sequence[int]) -> str:
        """Who is quoted how often, from how often each person is, most first; nobody is named."""
        unheard = sum(1 for number in quoted if not number)
        most = times(quoted[0])
        if not unheard and self._plain:
            least = times(quoted[-1])
            return tr(
                "You can read everybody’s words here at least {least}, and nobody’s more than {most}.",
                least=least,
                most=most,
            )
        if not unheard:
            return tr(
                "Everybody who may be quoted is quoted at least {least}, and nobody more than {most}.",
                least=times(quoted[-1]),
                most=most,
            )
        if self._plain:
            return tr(
                "You can read nobody’s words more than {most}. There was no room for the words of {people}.",
                most=most,
                people=people(unheard),
            )
        return tr(
            "Nobody is quoted more than {most}; {n:,} person who could be is not quoted.",
            "Nobody is quoted more than {most}; {n:,} people who could be are not quoted.",
            n=unheard,
            most=most,
        )


def times(number: int) -> str:
    """How often: "once", "3 times"."""
    if number in (1, 2):
        return tr("once") if number == 1 else tr("twice")
    return tr("{n} time", "{n} times", n=number)
