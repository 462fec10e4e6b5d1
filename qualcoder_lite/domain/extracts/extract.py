"""Extracts: passages with what was coded on them, as they leave the project, and how they name who is speaking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from string import Formatter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.people import CLIENT_GROUPS
from qualcoder_lite.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

#: The attribution that the study published its quotes with: "(service user, Camden)".
ATTRIBUTION = "({respondent}, {site})"

#: What an attribution template may name. `pseudonym` is the participant's, `id` the quote's (see `quote_id`).
PLACEHOLDERS = ("respondent", "client_group", "site", "pseudonym", "id")

#: An attribution that fits this many people of the project, or fewer, may tell a reader who is speaking.
FEW_PEOPLE = 2

#: How an interviewer's own words are attributed. Whoever is interviewed may be known by the rest of the attribution.
INTERVIEWER = "interviewer"

_SOMEBODY = "participant"
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One passage of one code, united over the coders in scope.

    `id` is the smallest of its codings' ids and so survives a re-export; `text` is the speech alone, labels and time
    stamps left out; `turn` counts from 1 (None where the passage touches no turn). Code, group, coders, site and
    participant are names. `may_quote` is False where the participant said no to being quoted,
    `not_asked` True where nothing is recorded of whether they agree to it. `starred` marks a quote
    to be shown, `starred_by` names who wanted it so.
    """

    id: str
    codings: tuple[str, ...]
    transcript: str
    title: str
    start: int
    end: int
    text: str
    code: str
    group: str
    coders: tuple[str, ...]
    polarity: Polarity = Polarity.NOT_STATED
    site: str | None = None
    client_group: str | None = None
    respondent: str | None = None
    participant: str | None = None
    speaker: str | None = None
    turn: int | None = None
    timestamp: int | None = None
    memo: str = ""
    may_quote: bool = True
    not_asked: bool = False
    starred: bool = False
    starred_by: tuple[str, ...] = ()


def extract_dict(extract: Extract) -> dict[str, object]:
    """An extract as the command line's JSON has it, its keys in their stable order."""
    return {
        "id": extract.id,
        "codings": list(extract.codings),
        "transcript": extract.transcript,
        "title": extract.title,
        "start": extract.start,
        "end": extract.end,
        "text": extract.text,
        "code": extract.code,
        "group": extract.group,
        "coders": list(extract.coders),
        "polarity": extract.polarity.value,
        "site": extract.site,
        "client_group": extract.client_group,
        "respondent": extract.respondent,
        "participant": extract.participant,
        "speaker": extract.speaker,
        "turn": extract.turn,
        "memo": extract.memo,
    }


def quotable(extracts: Iterable[Extract]) -> tuple[list[Extract], list[Extract]]:
    """The extracts that may be quoted, and those withheld because the participant said no."""
    kept: list[Extract] = []
    withheld: list[Extract] = []
    for extract in extracts:
        (kept if extract.may_quote else withheld).append(extract)
    return kept, withheld


def unasked_told(extracts: Iterable[Extract]) -> str:
    """How many extracts are of people of whom it isn't recorded whether they may be quoted; empty where there are none.

    They are handed out all the same, for many studies record consent elsewhere.
    """
    unasked = [extract for extract in extracts if extract.not_asked]
    if not unasked:
        return ""
    return tr(
        "{n:,} extract is {of_people} for whom no consent to be quoted is recorded yet.",
        "{n:,} extracts are {of_people} for whom no consent to be quoted is recorded yet.",
        n=len(unasked),
        of_people=tr("of {n:,} person", "of {n:,} people", n=count_people(unasked)),
    )


def person_of(extract: Extract) -> str:
    """Who an extract counts for: its participant, or its transcript where that names none."""
    return extract.participant or extract.transcript


def count_people(extracts: Iterable[Extract]) -> int:
    """How many people a set of extracts comes from."""
    return len({person_of(extract) for extract in extracts})


def attribution(extract: Extract, template: str = ATTRIBUTION) -> str:
    """Who an extract is from, in a template's words: "(service user, Camden)".

    A part that isn't known is left out together with what joins it to the rest; where nothing is known the words are
    "participant", in the template's brackets.

    Raises:
        UserError: the template is blank, malformed or names something other than a placeholder.
    """
    names = [name for _, name in _parsed(template)[0]]
    known = tuple([(name, value) for name in names if (value := _VALUES[name](extract))])
    return _filled(template, known, language())


#: What an extract puts into the place of each placeholder.
_VALUES: dict[str, Callable[[Extract], str | None]] = {
    "respondent": attrgetter("respondent"),
    "client_group": attrgetter("client_group"),
    "site": attrgetter("site"),
    "pseudonym": attrgetter("participant"),
    "id": lambda extract: quote_id(extract.id),
}


def placeholders_of(template: str) -> list[str]:
    """What an attribution template names, each once. UserError where it is blank, malformed or names something else."""
    return list(dict.fromkeys(name for _, name in _parsed(template)[0]))


@lru_cache(maxsize=32)
def _parsed(template: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The template as (words before, placeholder) pairs, and the words after the last placeholder."""
    allowed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    if not template.strip():
        raise UserError(tr("The attribution template is empty; it may use {allowed}.", allowed=allowed))
    try:
        pieces = list(Formatter().parse(template))
    except ValueError:
        raise UserError(
            tr(
                "The attribution template has a curly bracket too many or too few; it may use {allowed}.",
                allowed=allowed,
            )
        ) from None
    pairs: list[tuple[str, str]] = []
    words = ""
    for literal, name, style, conversion in pieces:
        words += literal
        if name is None:
            continue
        if name not in PLACEHOLDERS or style or conversion:
            whole = name + (f"!{conversion}" if conversion else "") + (f":{style}" if style else "")
            raise UserError(
                tr(
                    "The attribution template names {placeholder}, which it can’t fill in; it may use {allowed}.",
                    placeholder=f"{{{whole}}}",
                    allowed=allowed,
                )
            )
        pairs.append((words, name))
        words = ""
    return tuple(pairs), words


def composed(template: str, values: Mapping[str, str | None]) -> str:
    """The template filled in: each missing part goes, with the words that join it to the part before (or after)."""
    pairs, ending = _parsed(template)
    if not pairs:
        return ending.strip()
    known = [
        (words, in_language(value) if name == "respondent" else value)
        for words, name in pairs
        if (value := values.get(name))
    ]
    pieces: list[tuple[str, bool]] = [(pairs[0][0], False)]
    for position, (words, value) in enumerate(known or [("", in_language(_SOMEBODY))]):
        if position:
            pieces.append((words, False))
        pieces.append((_in_a_sentence(value), True))
    pieces.append((ending, False))
    if len(known) < len(pairs):
        pieces = _without_lone_brackets(pieces)
    return "".join(text for text, _ in pieces).strip()


@lru_cache(maxsize=1024)
def _filled(template: str, known: tuple[tuple[str, str], ...], _language: str) -> str:
    """The same for what is known, in each language: thousands of quotes have few attributions."""
    return composed(template, dict(known))


def _in_a_sentence(value: str) -> str:
    """The shipped client groups begin small within a sentence; what a project named itself stays as it is."""
    return value.lower() if value in CLIENT_GROUPS else value


def _without_lone_brackets(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The (text, is filled in) pieces less the template's brackets that lost their partner with a part left out."""
    characters = [(character, filled) for text, filled in pieces for character in text]
    waiting: list[int] = []
    lone: set[int] = set()
    for position, (character, filled) in enumerate(characters):
        if filled:
            continue
        if character in _BRACKETS:
            waiting.append(position)
        elif character in _BRACKETS.values():
            if waiting and _BRACKETS[characters[waiting[-1]][0]] == character:
                waiting.pop()
            else:
                lone.add(position)
    lone.update(waiting)
    return [piece for position, piece in enumerate(characters) if position not in lone]
