"""Making one code of several, and two of one: what was coded moves along with everything that is said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.codebooks.new_codes import free_key
from qualcoder_lite.domain.coding import Coding, Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.codebook.log import CodebookLog, reason
from qualcoder_lite.service.codebook.shelf import Place, Shelf, keys_of
from qualcoder_lite.service.directory import Entry
from qualcoder_lite.storage import memos as stored_memos
from qualcoder_lite.storage import summaries as stored_summaries
from qualcoder_lite.storage.agreement import decisions as stored_decisions
from qualcoder_lite.storage.codebook import codes as stored
from qualcoder_lite.storage.coding import codings as stored_codings
from qualcoder_lite.storage.coding import stars as stored_stars
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.service.session import Session

_LINKABLE = (CodebookKind.FEATURES, CodebookKind.FACTORS)


# Several into one


def merge(session: Session, codes: Sequence[str], into: str, *, why: str, coder: str = "") -> Changes:
    """Let one code take the place of others: their codings, links, memos and decisions become its own, in one step.

    Where a coder has both on the same passage, the two codings become one that keeps what either says: polarity
    ("mixed" where they differ), links, memo, doubt. The others' names stay as aliases. They are kept as merged codes,
    so that codings which a colleague's copy brings later still have their name.

    Raises UserError where a code would be merged into itself, a linked feature into what can't be linked to, or no
    reason is given.
    """
    shelf = Shelf(session)
    target = shelf.place(into)
    sources = list({place.code.id: place for place in map(shelf.place, codes)}.values())
    why = reason(why, "merge")
    _refuse_merge(session, sources, target)
    facts = {"codes": [source.code.id for source in sources], "into": target.code.id}
    with session.step("merge-codes", facts, coder=session.directory.coder_name(coder)) as step:
        log = CodebookLog(session, why=why, coder=coder)
        wanted = target.code
        for source in sources:
            wanted = replace(wanted, aliases=_with_names(wanted, source.code))
            stored.replace_everywhere(session.database, source.code.id, target.code.id)
            stored.put(session.database, replace(source.code, retired=True, merged_into=target.code.id, key=""))
            for book in {source.codebook.id: source.codebook, target.codebook.id: target.codebook}.values():
                log.note(book, "merged", source.code.id, before=source.code.name, after=target.code.name)
        stored.put(session.database, wanted)
        step.facts["count"] = _move_codings(session, [source.code.id for source in sources], target.code.id)
    return step.changes


def _refuse_merge(session: Session, sources: Sequence[Place], target: Place) -> None:
    if not sources:
        raise UserError(tr("Choose a code to merge."))
    if any(source.code.id == target.code.id for source in sources):
        raise UserError(tr("“{code}” can’t be merged into itself. Choose another code.", code=target.code.name))
    if target.code.retired:
        raise UserError(tr("“{code}” is retired. Bring it back first, or choose another code.", code=target.code.name))
    linked = stored.linked(session.database)
    for source in sources:
        if source.code.id in linked and target.codebook.kind not in _LINKABLE:
            raise UserError(
                tr(
                    "“{code}” is linked to outcomes as a feature, so it can be merged into a feature alone.",
                    code=source.code.name,
                )
            )


def _with_names(target: Code, source: Code) -> tuple[str, ...]:
    names = {folded(name): name for name in (*target.aliases, source.name, *source.aliases)}
    names.pop(folded(target.name), None)
    return tuple(names.values())


def _move_codings(session: Session, codes: Sequence[str], into: str) -> int:
    """Put the codings of some codes under another, twins united; how many there were."""
    moving = stored_codings.of_codes(session.database, codes)
    staying = stored_codings.of_codes(session.database, [into])
    decided = _unite_decisions(session, into)
    by_key: dict[tuple[object, ...], Coding] = {}
    gone: dict[str, str] = {}
    for coding in (*staying.values(), *moving.values()):
        decision = decided.get(coding.decision or "", coding.decision)
        moved = replace(coding, code=into, decision=decision)
        key = (moved.transcript, moved.coder, moved.start, moved.end, moved.decision)
        twin = by_key.get(key)
        by_key[key] = united(twin, moved) if twin else moved
        if twin:
            gone[coding.id] = twin.id
    before = {**staying, **moving}
    stored_codings.update(session.database, [each for each in by_key.values() if each != before[each.id]])
    stored_memos.move_codings(session.database, gone)
    stored_stars.move_codings(session.database, gone)
    stored_summaries.move_codings(session.database, gone)
    stored_codings.remove(session.database, gone)
    stored_decisions.remove(session.database, decided)
    return len(moving)


def united(first: Coding, second: Coding) -> Coding:
    """Two codings of one passage as one, under the first one's id, which keeps what either of them says."""
    said = [each.polarity for each in (first, second) if each.polarity != Polarity.NOT_STATED]
    polarity = Polarity.NOT_STATED if not said else said[0] if len(set(said)) == 1 else Polarity.MIXED
    memos = list(dict.fromkeys(memo for memo in (first.memo, second.memo) if memo))
    return replace(
        first,
        polarity=polarity,
        sure=first.sure and second.sure,
        memo="\n".join(memos),
        attributions=tuple(dict.fromkeys((*first.attributions, *second.attributions))),
    )


def _unite_decisions(session: Session, code: str) -> dict[str, str]:
    """Of decisions on the same stretch of one code, the latest stands for all: those that go, and which stands."""
    stands: dict[tuple[str, int, int], str] = {}
    goes: dict[str, str] = {}
    for decision in stored_decisions.of_code(session.database, code):  # the latest first
        key = (decision.transcript, decision.start, decision.end)
        if key in stands:
            goes[decision.id] = stands[key]
        else:
            stands[key] = decision.id
    return goes


# One into two


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUnit:
    """Codings of one code that go to another together or not at all: those that overlap, or were settled together.

    `start` and `end` are code points in the transcript (an id), end exclusive; `codings` and `coders` are ids.
    """

    transcript: str
    start: int
    end: int
    codings: tuple[str, ...]
    coders: tuple[str, ...]
    decisions: tuple[str, ...] = ()


def split_units(session: Session, code: str) -> list[SplitUnit]:
    """What a code is on, passage by passage, in the order of the transcripts and of the text.

    Of what is kept from whoever looks while a round of blind coding is open, nothing is told.
    """
    blind = session.visibility.blind_in()
    return [unit for unit in _all_units(session, code) if unit.transcript not in blind]


def _all_units(session: Session, code: str) -> list[SplitUnit]:
    found = session.directory.codes.find(code)
    codings = stored_codings.of_codes(session.database, [found.id]).values()
    stretches: dict[str, list[_Stretch]] = {}
    for coding in codings:
        stretches.setdefault(coding.transcript, []).append(_Stretch(coding.start, coding.end, coding, ""))
    for decision in stored_decisions.of_code(session.database, found.id):
        stretches.setdefault(decision.transcript, []).append(_Stretch(decision.start, decision.end, None, decision.id))
    in_order = (transcript for transcript in session.placements() if transcript in stretches)
    return [unit for transcript in in_order for unit in _units(transcript, stretches[transcript])]


class _Stretch(NamedTuple):
    start: int
    end: int
    coding: Coding | None
    decision: str


def _units(transcript: str, stretches: Iterable[_Stretch]) -> list[SplitUnit]:
    """Stretches of one transcript as passages: what overlaps is together; what holds no coding is left out."""
    passages: list[list[_Stretch]] = []
    reached = 0
    for stretch in sorted(stretches, key=lambda each: (each.start, each.end)):
        if passages and stretch.start < reached:
            passages[-1].append(stretch)
        else:
            passages.append([stretch])
        reached = max(reached, stretch.end)
    units: list[SplitUnit] = []
    for passage in passages:
        codings = [each.coding for each in passage if each.coding is not None]
        if codings:
            units.append(
                SplitUnit(
                    transcript=transcript,
                    start=min(coding.start for coding in codings),
                    end=max(coding.end for coding in codings),
                    codings=tuple(sorted(coding.id for coding in codings)),
                    coders=tuple(dict.fromkeys(coding.coder for coding in codings)),
                    decisions=tuple(each.decision for each in passage if each.decision),
                )
            )
    return units


def split(session: Session, code: str, new: Code, codings: Sequence[str], *, why: str, coder: str = "") -> Changes:
    """Make a new code beside another, and put some of that one's codings (ids) under it, in one step.

    A passage goes whole: where some of the codings that overlap, or were settled together, are named, all of them go.

    Raises UserError where the name is taken, no coding or no reason is given, or nothing would be left behind.
    """
    shelf = Shelf(session)
    place = shelf.place(code)
    why, name = reason(why, "split"), shelf.free_name(new.name, giving_up=place.code.id)
    units = _all_units(session, place.code.id)
    named = set(codings)
    going = [unit for unit in units if named & set(unit.codings)]
    if not going:
        raise UserError(tr("Tick what is to go to the new code first."))
    if len(going) == len(units):
        raise UserError(
            tr("That is all that “{code}” is on. Rename the code instead of splitting it.", code=place.code.name)
        )
    moved = {coding for unit in going for coding in unit.codings}
    new = replace(new, name=name, key=free_key(name, keys_of(place.group)))
    facts = {"code": place.code.id, "new": new.id, "count": len(moved)}
    with session.step("split-code", facts, coder=session.directory.coder_name(coder)) as step:
        aliases = tuple(alias for alias in place.code.aliases if folded(alias) != folded(name))
        if aliases != place.code.aliases:
            stored.put(session.database, replace(place.code, aliases=aliases))
        _add_beside(session, place, new)
        present = stored_codings.by_id(session.database, moved)
        stored_codings.update(session.database, [replace(each, code=new.id) for each in present.values()])
        stored_decisions.move(session.database, [each for unit in going for each in unit.decisions], new.id)
        CodebookLog(session, why=why, coder=coder).note(
            place.codebook, "split", new.id, before=place.code.name, after=name
        )
    return step.changes


def _add_beside(session: Session, place: Place, new: Code) -> None:
    """Insert a code right after the one it was split from."""
    stored.add(session.database, new, place.group.id)
    order = [each for each in stored.of_group(session.database, place.group.id) if each != new.id]
    after = order.index(place.code.id) + 1
    stored.place(session.database, place.group.id, [*order[:after], new.id, *order[after:]])
    session.directory.codes.add(Entry(new.id, new.name))
