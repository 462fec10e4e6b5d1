"""Small studies for the tests of the cross-reference: random ones, and a builder for examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import Code, PublishedFindings, PublishedMark, RegisterFeature
from qualcoder_lite.domain.cross_reference import Study, TranscriptInScope
from qualcoder_lite.domain.passage import FullRow, settle
from tests.domain.slow_counting import STATES, Inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LENGTH = 24
TRANSCRIPTS = ("t1", "t2", "t3")
OUTCOMES = ("Feeling safe", "Choice")
FEATURES = ("Co-location", "Key worker", "Low staffing")
REGISTER = {"Co-location of staff": "Co-location", "Joint management": ""}
POLARITIES = ("delivered", "not_delivered", "mixed", "not_stated")

_places = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 9)).map(
    lambda place: (place[0], min(place[0] + place[1], LENGTH))
)


def _rows(prefix: str, least: int, most: int) -> st.SearchStrategy[list[FullRow]]:
    row = st.tuples(
        st.sampled_from([*TRANSCRIPTS, *TRANSCRIPTS, "elsewhere"]),
        st.sampled_from([*OUTCOMES, *OUTCOMES, *FEATURES, "Another code"]),
        _places,
        st.sampled_from(POLARITIES),
        st.sampled_from(("AB", "CD")),
    )
    return st.lists(row, min_size=least, max_size=most).map(
        lambda rows: sorted(
            (transcript, code, start, end, polarity, f"{prefix}{number}", coder)
            for number, (transcript, code, (start, end), polarity, coder) in enumerate(rows)
        )
    )


@st.composite
def _turns(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[tuple[int, int]]:
    """Turns in order that don't overlap, with gaps before, between and after them, or none at all."""
    cuts = sorted(draw(st.lists(st.integers(0, LENGTH), max_size=12, unique=True)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def inputs(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Inputs:
    """A random study of up to three short transcripts, with everything that can go together in it."""
    rows = draw(_rows("coding ", draw(st.sampled_from((0, 16))), 24))
    decisions = draw(
        st.lists(st.tuples(st.sampled_from(TRANSCRIPTS), st.sampled_from(OUTCOMES + FEATURES), _places), max_size=5)
    )
    settled = [
        (*row[:2], start, end, *row[4:])
        for row, (where, what, (start, end)) in zip(draw(_rows("settled ", 0, 5)), decisions, strict=False)
        if row[:2] == (where, what) or draw(st.booleans())
    ]
    pairs = [(outcome, feature) for outcome in OUTCOMES for feature in FEATURES]
    marks = st.dictionaries(st.sampled_from(pairs), st.booleans())
    codings = [row[5] for row in (*rows, *settled)]
    directions = st.sampled_from(("helped", "hindered"))
    link = st.tuples(st.sampled_from(codings or ["none"]), st.sampled_from(FEATURES), directions)
    return Inputs(
        outcomes=OUTCOMES,
        features=FEATURES,
        register=REGISTER,
        states=draw(
            st.dictionaries(
                st.sampled_from(("Camden", "Torbay", "Nowhere")),
                st.dictionaries(st.sampled_from(list(REGISTER)), st.sampled_from(STATES)),
            )
        ),
        transcripts=[
            TranscriptInScope(
                transcript,
                draw(st.sampled_from((None, "Ann", "Bo"))),
                draw(st.sampled_from((None, "Camden", "Torbay"))),
                done=draw(st.booleans()),
            )
            for transcript in TRANSCRIPTS[draw(st.sampled_from((0, 0, 0, 1, 3))) :]
        ],
        rows=rows,
        decisions=[(where, what, start, end) for where, what, (start, end) in decisions],
        settled=settled,
        links=draw(st.lists(link, min_size=min(len(codings), 8), max_size=16)),
        turns={transcript: draw(_turns()) for transcript in TRANSCRIPTS},
        published=draw(marks),
        published_2011=draw(marks),
    )


def study_of(given: Inputs) -> Study:
    """The same as the program takes it."""
    return Study(
        outcomes=[Code(id=name, name=name, group="") for name in given.outcomes],
        features=[Code(id=name, name=name, group="") for name in given.features],
        register=[RegisterFeature(id=name, name=name, code=code) for name, code in given.register.items()],
        states=given.states,
        transcripts=given.transcripts,
        codings=settle(given.rows, given.decisions, given.settled),
        links=given.links,
        turns=given.turns.__getitem__,
        published=findings(given.published),
        published_2011=findings(given.published_2011),
    )


def findings(
    marks: Mapping[tuple[str, str], bool], notes: Mapping[tuple[str, str], str] | None = None
) -> PublishedFindings:
    """A published table of these marks."""
    return PublishedFindings(
        name="",
        title="",
        source="",
        marks=tuple(
            PublishedMark(outcome=outcome, feature=feature, found=found, note=(notes or {}).get((outcome, feature), ""))
            for (outcome, feature), found in marks.items()
        ),
    )


def study(rows: Sequence[tuple[str, str, int, int, str]] = (), **changes: Any) -> Study:
    """A study for an example: rows without ids, everybody at one site and done, turns of ten characters each."""
    given: dict[str, Any] = {
        "outcomes": [Code(id=name, name=name, group="") for name in OUTCOMES],
        "features": [Code(id=name, name=name, group="") for name in FEATURES],
        "register": [RegisterFeature(id=name, name=name, code=code) for name, code in REGISTER.items()],
        "states": {"Camden": {"Co-location of staff": "present"}},
        "transcripts": [
            TranscriptInScope("t1", "Ann", "Camden", done=True),
            TranscriptInScope("t2", "Bo", "Camden", done=True),
        ],
        "codings": sorted((*row, f"coding {number}", "AB") for number, row in enumerate(rows)),
        "links": [],
        "turns": lambda _transcript: [(start, start + 10) for start in range(0, 100, 10)],
        "published": findings({}),
        "published_2011": findings({}),
    }
    return Study(**(given | changes))
