"""What coders are compared on: transcripts, who judged them, and all codings, gathered from a project.

The same material, kept as JSON when a round is closed, gives the same figures for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.agreement.columns import unpacked
from qualcoder_lite.domain.agreement.study import Judgeable, Judged
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.passage import settle
from qualcoder_lite.domain.people import LEAD, OTHER_ROLE, ROLES, USER_RESEARCHER
from qualcoder_lite.service.transcripts.interviewers_words import asking
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders as stored_coders
from qualcoder_lite.storage.coding import codings, done
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from qualcoder_lite.domain.agreement.columns import CodingColumns
    from qualcoder_lite.domain.passage import FullRow
    from qualcoder_lite.service.session import Session


#: Stands for a coder where the settled version is compared.
SETTLED = "settled"
#: What stands for a coder and is none, with its name: the coders of a role together, and the settled version.
TOGETHER = {
    USER_RESEARCHER: tr_later("user-researchers"),
    LEAD: tr_later("academic leads"),
    OTHER_ROLE: tr_later("others"),
    SETTLED: tr_later("Settled version"),
}


class RowsWhenNeeded(Sequence["FullRow"]):
    """Rows that are read when somebody first looks at them."""

    def __init__(self, read: Callable[[], list[FullRow]]) -> None:
        """Keep how they are read."""
        self._read = read

    @cached_property
    def _rows(self) -> list[FullRow]:
        return self._read()

    @overload
    def __getitem__(self, index: int) -> FullRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[FullRow]: ...
    def __getitem__(self, index: int | slice) -> FullRow | list[FullRow]:
        """A row, or several."""
        return self._rows[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[FullRow]:
        """All of them."""
        return iter(self._rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Ids throughout; `coders` and `codes` give their names, in the order in which they are told.

    `columns` gives the codings as columns, which is quicker where no row is needed; None where only the rows are right.
    """

    coders: Mapping[str, str]
    codes: Mapping[str, str]
    transcripts: Sequence[Judgeable]
    judges: Mapping[str, frozenset[str]]
    codings: Sequence[FullRow]
    not_looked_for: frozenset[tuple[str, str, str]] = frozenset()
    left_out: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Callable[[], CodingColumns] | None = None

    def study(self) -> Judged:
        """As agreement is measured on it."""
        return Judged(
            coders=list(self.coders),
            codes=list(self.codes),
            transcripts=self.transcripts,
            judges=self.judges,
            codings=self.codings,
            not_looked_for=self.not_looked_for,
            columns=self.columns,
        )


def gather(
    session: Session,
    coders: Sequence[str] = (),
    codes: Sequence[str] = (),
    *,
    among: Iterable[str] | None = None,
    coded_is_enough: bool = False,
    unblinded: bool = False,
) -> Material:
    """Gather what some coders (all by default), and some codes, are compared on. Names may be ids, or aliases of codes.

    Transcripts count which two of the coders declared done, or coded at all if `coded_is_enough`; of these only some
    where `among` gives ids, and none in which whoever looks is blind to the others, unless it is `unblinded`.
    UnknownNameError where a name isn't known.
    """
    chosen = _chosen_coders(session, coders)
    marks, coded = done.coders_of(session.database), codings.coders_by_transcript(session.database)
    hidden = frozenset[str]() if unblinded else session.visibility.blind_in()
    everything = set(session.placements() if among is None else among) - hidden
    worked = {t: frozenset(chosen) & (coded.get(t, set()) | set(marks.get(t, ()))) for t in session.placements()}
    judged = {
        t: frozenset(chosen) & frozenset(coded.get(t, ()) if coded_is_enough else marks.get(t, ())) for t in everything
    }
    judges = {t: judged[t] for t in session.placements() if t in everything and len(judged[t]) > 1}
    at_work = frozenset[str]().union(*worked.values())
    if not coders and at_work:  # who never coded, and only commented on quotes in Word, is in no figure
        chosen = {id_: name for id_, name in chosen.items() if id_ in at_work}
    database = session.database

    def read() -> list[FullRow]:
        rows = counting.coded_rows(database, coders=chosen)
        # With hundreds of thousands of rows, going through them once more is felt: only where some must be left out.
        return rows if judges.keys() >= coded.keys() else [row for row in rows if row[0] in judges]

    return Material(
        coders=chosen,
        codes=_chosen_codes(session, codes, chosen),
        transcripts=_judgeable(session, judges),
        judges=judges,
        codings=RowsWhenNeeded(read),
        columns=lambda: unpacked(*counting.packed_rows(database)),
        not_looked_for=frozenset() if coded_is_enough else _not_looked_for(session),
        left_out={
            t: _why_left_out(len(judged[t]))
            for t in session.placements()
            if t in everything and t not in judges and len(worked[t]) > 1
        },
    )


def narrowed(session: Session, material: Material, coders: Sequence[str], codes: Sequence[str]) -> Material:
    """Only some coders and codes (names or ids) of what was gathered; all where none are named."""
    wanted = {session.directory.coders.find(name).id for name in coders} or set(material.coders)
    codes_wanted = {session.directory.codes.find(name).id for name in codes} or set(material.codes)
    judges = {t: judged & wanted for t, judged in material.judges.items()}
    return replace(
        material,
        coders={id_: name for id_, name in material.coders.items() if id_ in wanted},
        codes={id_: name for id_, name in material.codes.items() if id_ in codes_wanted},
        judges=judges,
        transcripts=[t for t in material.transcripts if len(judges[t.id]) > 1],
    )


def without(material: Material, hidden: Collection[str]) -> Material:
    """The same without some transcripts (ids)."""
    if not any(transcript.id in hidden for transcript in material.transcripts):
        return material
    return replace(
        material,
        transcripts=[transcript for transcript in material.transcripts if transcript.id not in hidden],
        judges={id_: judged for id_, judged in material.judges.items() if id_ not in hidden},
        codings=[row for row in material.codings if row[0] not in hidden],
        columns=None,
    )


def by_role(session: Session, material: Material) -> Material:
    """The same with the coders of one role taken together: what any of them coded, in what any of them judged."""
    roles = {
        coder.id: coder.role or OTHER_ROLE
        for coder in stored_coders.read(session.database)
        if coder.id in material.coders
    }
    judges = {t: frozenset(roles[coder] for coder in judged if coder in roles) for t, judged in material.judges.items()}
    return replace(
        material,
        coders={role: tr(TOGETHER[role]) for role in ROLES if role in roles.values()},
        judges=judges,
        transcripts=[t for t in material.transcripts if len(judges[t.id]) > 1],
        codings=[(*row[:6], roles[row[6]]) for row in material.codings if row[6] in roles],
        columns=None,
        not_looked_for=frozenset(
            (code, t, roles[coder]) for code, t, coder in material.not_looked_for if coder in roles
        ),
    )


def with_settled(session: Session, material: Material) -> Material:
    """The same with the settled version as one more coder, in the transcripts where something was settled."""
    decisions = counting.decision_rows(session.database)
    decided = {row[0] for row in decisions}
    rows = settle(sorted(material.codings), decisions, counting.settled_rows(session.database))
    return replace(
        material,
        coders={**material.coders, SETTLED: tr(TOGETHER[SETTLED])},
        judges={t: judged | {SETTLED} for t, judged in material.judges.items() if t in decided},
        transcripts=[t for t in material.transcripts if t.id in decided],
        columns=None,
        codings=[*material.codings, *((*row[:6], SETTLED) for row in rows if row[0] in decided)],
    )


def _why_left_out(done: int) -> str:
    return "only one of its coders declared it done" if done else "none of its coders declared it done"


def _chosen_coders(session: Session, wanted: Sequence[str]) -> dict[str, str]:
    """Coders by id, in the order of their names; those who share one are told apart by numbers."""
    ids = {session.directory.coders.find(name).id for name in wanted}
    everybody = stored_coders.read(session.database)
    found = [coder for coder in everybody if (coder.id in ids if wanted else not coder.again_of)]
    found.sort(key=lambda coder: (folded(coder.name), coder.name, coder.id))
    names: dict[str, str] = {}
    for coder in found:
        same = sum(1 for other in found[: len(names)] if other.name == coder.name)
        names[coder.id] = f"{coder.name} ({same + 1})" if same else coder.name
    return names


def _chosen_codes(session: Session, wanted: Sequence[str], coders: Collection[str]) -> dict[str, str]:
    """Codes by id, in the codebooks' order: those named, or all that are in use or may still be used."""
    ids = {session.directory.codes.find(name).id for name in wanted}
    every = [code for book in codebooks.read(session.database) for code in book.codes]
    used = counting.used_codes(session.database, coders) if any(code.retired for code in every) else set[str]()
    return {code.id: code.name for code in every if (code.id in ids if wanted else not code.retired or code.id in used)}


def _judgeable(session: Session, ids: Iterable[str]) -> list[Judgeable]:
    wanted = list(ids)
    turns = stored_turns.of_transcripts(session.database, wanted)
    speakers = stored_turns.speakers_of(session.database, wanted)
    placements = session.placements()
    return [
        Judgeable(
            id=id_,
            characters=placements[id_].transcript.characters,
            turns=turns.get(id_, ()),
            asking=asking(speaker.role for speaker in speakers.get(id_, ())),
            text=partial(texts.body, session.database, id_),
        )
        for id_ in wanted
    ]


def _not_looked_for(session: Session) -> frozenset[tuple[str, str, str]]:
    """(code, transcript, coder) where a code was made after the coder had declared the transcript done."""
    books = codebooks.read(session.database)
    names = {book.id: book.name for book in books}
    made = {
        change.code: (names[change.codebook], change.version)
        for change in codebooks.changes(session.database)
        if change.what == "added" and change.code and change.codebook in names
    }
    return frozenset(
        (code, transcript, coder)
        for (transcript, coder), versions in done.versions(session.database).items()
        for code, (book, version) in made.items()
        if versions.get(book, 0) < version
    )
