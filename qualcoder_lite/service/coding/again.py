"""A coder who codes the same transcripts again, later: their second time is a coder of its own, blind to the first.

So whatever compares two coders compares somebody with themselves, and their first codings stand as they were. What was
coded a second time counts in no matrix and is in no extract, unless that coder is asked for by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError, listed
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.people import Coder
from qualcoder_lite.storage.agreement import rounds
from qualcoder_lite.storage.coding import coders as stored
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.coding import done as stored_done
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qualcoder_lite.service.session import Session

_TIMES = ("second", "third", "fourth", "fifth")  # the project keeps them, in names that copies have in common
_NAMED = 3  # transcripts that a sentence names


def refuse_coding_again(session: Session, coder: str, transcripts: Sequence[str]) -> None:
    """Raise UserError unless a coder (all by id) coded these transcripts to the end before, and not for a check."""
    of = {each.id: each for each in stored.read(session.database)}
    if of[coder].again_of:
        raise UserError(
            tr("“{coder}” is a time of coding again already. Choose the coder themselves.", coder=of[coder].name)
        )
    done = stored_done.coders_of(session.database)
    missing = [session.directory.transcripts.by_id[t].name for t in transcripts if coder not in done.get(t, ())]
    if missing:
        raise UserError(_not_done(of[coder].name, missing))


def _not_done(coder: str, missing: Sequence[str]) -> str:
    some = listed(missing[:_NAMED], "and")
    if len(missing) > _NAMED:
        return tr(
            "{coder} is not done with {transcripts} and more. Choose transcripts that were coded to the end before: "
            "they are to be coded a second time.",
            coder=coder,
            transcripts=some,
        )
    return tr(
        "{coder} is not done with {transcripts}. Choose transcripts that were coded to the end before: they are to be "
        "coded a second time.",
        coder=coder,
        transcripts=some,
    )


def next_time(session: Session, coder: str, transcripts: Collection[str]) -> str:
    """The id of the coder that stands for somebody's next time with these transcripts; made if there is none yet."""
    everybody = stored.read(session.database)
    person = next(each for each in everybody if each.id == coder)
    own = [each for each in everybody if each.again_of == coder]
    worked, done = codings.coders_by_transcript(session.database), stored_done.coders_of(session.database)
    for time in own:
        busy = rounds.blind_transcripts(session.database, time.id)
        if not any(time.id in worked.get(t, ()) or time.id in done.get(t, ()) or t in busy for t in transcripts):
            return time.id
    word = _TIMES[len(own)] if len(own) < len(_TIMES) else f"{len(own) + 2}th"
    made = Coder(
        new_id(),
        f"{person.name}, {word} time",
        f"{person.initials[:2]}{len(own) + 2}",
        colour=person.colour,
        again_of=coder,
    )
    stored.add(session.database, made)
    session.directory.forget(("coder",))
    return made.id


def everybody_once(session: Session) -> frozenset[str] | None:
    """The coders (ids) who count where nobody in particular is named; None where that is everybody."""
    everybody = stored.read(session.database)
    if not any(each.again_of for each in everybody):
        return None
    return frozenset(each.id for each in everybody if not each.again_of)


def with_themselves(session: Session, coders: Sequence[str]) -> list[str]:
    """Somebody (ids) with all their times. UserError where nobody coded anything again, or several did."""
    of = {each.id: each.again_of for each in stored.read(session.database)}
    named = {session.directory.coders.find(name).id for name in coders} or set(of)
    people = {of[id_] or id_ for id_ in named} & set(of.values())
    if not people:
        raise UserError(tr("Nobody was asked to code again yet. Open a round in which one coder codes again first."))
    if len(people) > 1:
        names = listed(sorted(session.directory.coders.by_id[id_].name for id_ in people), "or")
        raise UserError(tr("Several people coded again. Say whom to compare with themselves: {names}.", names=names))
    (person,) = people
    times = [id_ for id_, again in of.items() if again == person and (not coders or id_ in named or person in named)]
    return [person, *times]


def is_one_person(session: Session, coders: Collection[str]) -> bool:
    """Whether coders (ids) are all one person at several times."""
    of = {each.id: each.again_of or each.id for each in stored.read(session.database)}
    return len(coders) > 1 and len({of.get(id_, id_) for id_ in coders}) == 1
