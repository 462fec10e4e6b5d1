"""Who stands behind each attribution of a document: one that fits only one or two people may tell who is speaking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from qualcoder_lite.domain.extracts.extract import (
    ATTRIBUTION,
    FEW_PEOPLE,
    INTERVIEWER,
    composed,
    person_of,
    placeholders_of,
)
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.extracts.extract import Extract

#: Of whom people are counted: everybody, or those whom a document says that it is about.
PROJECT, SCOPE = "project", "scope"

_Description: TypeAlias = tuple[tuple[str, str], ...]
# Which part of a description to give up first: where somebody lives narrows most, what they are to the service least.
_GIVEN_UP_FIRST = ("site", "client_group", "respondent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the project in the words an attribution may use of them; site and client group by name.

    `name` tells people apart: the participant, or the transcript where it names none (see `person_of`). Somebody who
    was interviewed at two sites is two entries of one name.
    """

    name: str
    respondent: str | None = None
    client_group: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowAttribution:
    """An attribution that fits so few people of the project that a reader may know who is speaking.

    `people` is how many it fits, `quotes` how many extracts carry it. `beside` is what the document tells next to it,
    such as the heading that it stands under. `coarser` is the nearest attribution that is safe there, `coarser_people`
    how many people that one fits; None and 0 where nothing coarser is safe. `among` says of whom they are counted.
    `asked` is whether an interviewer speaks: the people are then those to whom the words may have been said.
    """

    attribution: str
    people: int
    quotes: int
    coarser: str | None = None
    coarser_people: int = 0
    beside: str = ""
    among: str = PROJECT
    asked: bool = False

    @property
    def sentence(self) -> str:
        """The warning in words."""
        what, people, mend = self._what, self.people, self._mend
        if self.asked and self.among == PROJECT:
            return tr(
                "{what} can only have been said to {n} person of the project; {mend}",
                "{what} can only have been said to {n} people of the project; {mend}",
                n=people,
                what=what,
                mend=mend,
            )
        if self.asked:
            return tr(
                "{what} can only have been said to {n} person of those in scope; {mend}",
                "{what} can only have been said to {n} people of those in scope; {mend}",
                n=people,
                what=what,
                mend=mend,
            )
        if self.among == PROJECT:
            return tr(
                "{what} fits only {n} person of the project; {mend}",
                "{what} fits only {n} people of the project; {mend}",
                n=people,
                what=what,
                mend=mend,
            )
        return tr(
            "{what} fits only {n} person of those in scope; {mend}",
            "{what} fits only {n} people of those in scope; {mend}",
            n=people,
            what=what,
            mend=mend,
        )

    @property
    def _what(self) -> str:
        if self.beside:
            return tr("“{attribution}” under “{heading}”", attribution=self.attribution, heading=self.beside)
        return tr("“{attribution}”", attribution=self.attribution)

    @property
    def _mend(self) -> str:
        if self.coarser:
            return tr("“{coarser}” would fit {people}.", coarser=self.coarser, people=self.coarser_people)
        return tr("nothing that says less fits more, so consider leaving these quotes out.")


def identifying(
    extracts: Iterable[Extract],
    people: Iterable[Person],
    template: str = ATTRIBUTION,
    *,
    beside: Sequence[str] = (),
    among: str = PROJECT,
) -> list[NarrowAttribution]:
    """The attributions in use that fit only one or two people, in order of first use.

    An attribution fits everybody of whom each part of it is true; that an interviewer speaks is true of any interview.
    A pseudonym or an extract's id tells a reader nothing by itself, so only respondent, client group and site count.
    The coarser attribution offered gives up as few parts as it can, the site first.

    Args:
        extracts: What is quoted.
        people: Everybody whom a reader could take the speaker for: where a document says that it is about some, those.
        template: How quotes are attributed.
        beside: What the document tells next to an attribution all the same ("site", "client_group").
        among: Who these people are, for the sentence.

    Raises:
        UserError: the template is blank, malformed or names something other than a placeholder.
    """
    used = [name for name in placeholders_of(template) if name in _GIVEN_UP_FIRST]
    told_too = [name for name in beside if name not in used]
    quoted = _quotes_of(extracts)
    known = {*people, *quoted}
    quotes: Counter[tuple[_Description, _Description]] = Counter()
    for person, count in quoted.items():
        quotes[_described(person, used), _described(person, told_too)] += count
    warnings: list[NarrowAttribution] = []
    for (said, near), count in quotes.items():
        fits = _fits(known, (*said, *near))
        if fits <= FEW_PEOPLE:
            coarser, coarser_fits = _coarser(known, said, near, template)
            warnings.append(
                NarrowAttribution(
                    attribution=composed(template, dict(said)),
                    people=fits,
                    quotes=count,
                    coarser=coarser,
                    coarser_people=coarser_fits,
                    beside=", ".join(value for _, value in near),
                    among=among,
                    asked=("respondent", INTERVIEWER) in said,
                )
            )
    return warnings


def _quotes_of(extracts: Iterable[Extract]) -> dict[Person, int]:
    """How many extracts there are of each person as described; extracts are many, people and descriptions few."""
    alike = Counter(
        (person_of(extract), extract.respondent, extract.client_group, extract.site) for extract in extracts
    )
    return {
        Person(name=name, respondent=respondent, client_group=client_group, site=site): count
        for (name, respondent, client_group, site), count in alike.items()
    }


def _described(person: Person, parts: Sequence[str]) -> _Description:
    return tuple([(part, value) for part in parts if (value := getattr(person, part))])


def _fits(people: Iterable[Person], described: _Description) -> int:
    parts = [(part, value) for part, value in described if value != INTERVIEWER]
    return len({person.name for person in people if all(getattr(person, part) == value for part, value in parts)})


def _coarser(people: Iterable[Person], said: _Description, near: _Description, template: str) -> tuple[str | None, int]:
    """The description that gives up least and fits more than a few people, with how many it fits."""
    ranked = sorted(said, key=lambda part: _GIVEN_UP_FIRST.index(part[0]), reverse=True)
    for size in range(len(ranked) - 1, -1, -1):
        for kept in combinations(ranked, size):
            fits = _fits(people, (*kept, *near))
            if fits > FEW_PEOPLE:
                return composed(template, dict(kept)), fits
    return None, 0
