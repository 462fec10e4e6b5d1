from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import Code, RegisterFeature
from qualcoder_lite.domain.cross_reference import (
    AttributionCell,
    Lens,
    Matrix,
    Near,
    Study,
    TranscriptInScope,
    Verdict,
    cross_reference,
    verdict,
)
from tests.domain.slow_counting import Inputs, Slowly
from tests.domain.studies import findings, inputs, study, study_of

SAFE, CHOICE = "Feeling safe", "Choice"
CO_LOCATION, KEY_WORKER, STAFFING = "Co-location", "Key worker", "Low staffing"
EVERYTHING_EMPTY = {"people": 0, "passages": 0, "delivered": 0, "not_delivered": 0, "mixed": 0, "not_stated": 0}


def cell(matrix: Matrix, outcome: str, feature: str) -> dict[str, Any]:
    found = matrix.as_dict()
    return found["cells"][found["rows"].index(outcome)][found["columns"].index(feature)]


def passages_near(made: Study, near: Near, outcome: str = SAFE, feature: str = CO_LOCATION) -> int:
    return cell(cross_reference(made, "passages", near), outcome, feature)["passages"]


def denominators(made: Study, lens: str) -> dict[str, Any]:
    return cross_reference(made, lens).as_dict()["denominators"]


# The second computation


@settings(max_examples=60)
@given(inputs())
def test_the_lens_sites_counts_what_the_slow_computation_counts(given: Inputs) -> None:
    assert cross_reference(study_of(given), "sites").as_dict() == Slowly(given).matrix("sites", "turn")


@settings(max_examples=60)
@given(inputs(), st.sampled_from(["turn", "overlap", 0, 1, 2, 3, 50]))
def test_the_lens_passages_counts_what_the_slow_computation_counts(given: Inputs, near: Near) -> None:
    assert cross_reference(study_of(given), "passages", near).as_dict() == Slowly(given).matrix("passages", near)


@settings(max_examples=60)
@given(inputs())
def test_the_lens_attributions_counts_what_the_slow_computation_counts(given: Inputs) -> None:
    assert cross_reference(study_of(given), "attributions").as_dict() == Slowly(given).matrix("attributions", "turn")


# Shape


def test_the_matrix_prints_with_the_keys_of_the_contract() -> None:
    found = cross_reference(study([("t1", SAFE, 0, 5, "delivered")]), "sites").as_dict()
    assert found["lens"] == "sites"
    assert found["rows"] == [SAFE, CHOICE]
    assert found["columns"] == ["Co-location of staff", "Joint management"]
    assert found["cells"][0][0] == {
        "present": EVERYTHING_EMPTY | {"people": 1, "passages": 1, "delivered": 1},
        "partial": EVERYTHING_EMPTY,
        "absent": EVERYTHING_EMPTY,
        "unknown": EVERYTHING_EMPTY,
        "published": None,
        "published_2011": None,
    }


def test_a_cell_of_passages_is_a_tally_with_the_published_marks() -> None:
    made = study([("t1", SAFE, 0, 5, "mixed"), ("t1", CO_LOCATION, 2, 8, "not_stated")])
    assert cell(cross_reference(made, "passages"), SAFE, CO_LOCATION) == EVERYTHING_EMPTY | {
        "people": 1,
        "passages": 1,
        "mixed": 1,
        "published": None,
        "published_2011": None,
    }


def test_rows_and_columns_stand_in_the_order_of_their_codebooks() -> None:
    found = cross_reference(study(outcomes=[Code(id=n, name=n, group="") for n in (CHOICE, SAFE)]), "passages")
    assert [code.name for code in found.rows] == [CHOICE, SAFE]
    assert [code.name for code in found.columns] == [CO_LOCATION, KEY_WORKER, STAFFING]


def test_an_empty_project_has_empty_cells_and_nobody_to_count() -> None:
    made = study(transcripts=[], states={})
    for lens in Lens:
        found = cross_reference(made, lens).as_dict()
        assert found["denominators"]["people"] == 0
        assert len(found["cells"]) == 2


def test_a_project_without_a_register_or_features_has_rows_without_cells() -> None:
    made = study([("t1", SAFE, 0, 5, "delivered")], features=[], register=[])
    for lens in Lens:
        assert cross_reference(made, lens).as_dict()["cells"] == [[], []]


@pytest.mark.parametrize("near", [-1, "paragraph"])
def test_a_nearness_that_means_nothing_is_refused(near: Any) -> None:
    with pytest.raises(ValueError, match="near is"):
        cross_reference(study(), "passages", near)


def test_a_lens_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="telescope"):
        cross_reference(study(), "telescope")


# People


def test_a_person_with_two_transcripts_is_one_person() -> None:
    made = study(
        [("t1", SAFE, 0, 5, "delivered"), ("t2", SAFE, 0, 5, "delivered")],
        transcripts=[TranscriptInScope("t1", "Ann", "Camden"), TranscriptInScope("t2", "Ann", "Camden")],
    )
    tally = cell(cross_reference(made, "sites"), SAFE, "Co-location of staff")["present"]
    assert (tally["people"], tally["passages"]) == (1, 2)
    assert denominators(made, "sites")["people"] == 1


def test_a_transcript_without_a_participant_is_a_person_of_its_own_and_reported() -> None:
    transcripts = [TranscriptInScope("t1"), TranscriptInScope("t2"), TranscriptInScope("t3", "Ann")]
    found = denominators(study(transcripts=transcripts), "passages")
    assert (found["people"], found["people_without_participant"]) == (3, 2)


def test_a_participant_is_never_taken_for_a_transcript_of_the_same_id() -> None:
    transcripts = [TranscriptInScope("same"), TranscriptInScope("t2", "same")]
    assert denominators(study(transcripts=transcripts), "passages")["people"] == 2


def test_people_done_have_a_transcript_that_somebody_declared_done() -> None:
    transcripts = [
        TranscriptInScope("t1", "Ann", done=False),
        TranscriptInScope("t2", "Ann", done=True),
        TranscriptInScope("t3", "Bo", done=False),
    ]
    found = denominators(study(transcripts=transcripts), "passages")
    assert (found["people"], found["people_done"]) == (2, 1)


def test_transcripts_that_nobody_coded_are_people_all_the_same() -> None:
    assert denominators(study(), "attributions")["people"] == 2


def test_codings_of_transcripts_that_the_filters_leave_out_are_not_counted() -> None:
    made = study([("left out", SAFE, 0, 5, "delivered"), ("left out", CO_LOCATION, 0, 5, "delivered")])
    assert cell(cross_reference(made, "sites"), SAFE, "Joint management")["unknown"] == EVERYTHING_EMPTY
    assert passages_near(made, "turn") == 0
    assert denominators(made, "passages")["features"][CO_LOCATION]["people"] == 0


# Sites


def test_an_outcome_counts_under_what_is_recorded_of_the_site() -> None:
    made = study(
        [("t1", SAFE, 0, 5, "delivered"), ("t2", SAFE, 0, 5, "not_delivered"), ("t3", SAFE, 0, 5, "mixed")],
        transcripts=[
            TranscriptInScope("t1", "Ann", "Camden"),
            TranscriptInScope("t2", "Bo", "Torbay"),
            TranscriptInScope("t3", "Cy", "Knowsley"),
        ],
        states={
            "Camden": {"Co-location of staff": "present"},
            "Torbay": {"Co-location of staff": "partial"},
            "Knowsley": {"Co-location of staff": "absent"},
        },
    )
    found = cell(cross_reference(made, "sites"), SAFE, "Co-location of staff")
    assert found["present"]["delivered"] == found["partial"]["not_delivered"] == found["absent"]["mixed"] == 1
    assert found["unknown"] == EVERYTHING_EMPTY


def test_a_transcript_without_a_site_counts_as_unknown_and_is_reported() -> None:
    made = study([("t1", SAFE, 0, 5, "delivered")], transcripts=[TranscriptInScope("t1", "Ann")])
    assert cell(cross_reference(made, "sites"), SAFE, "Co-location of staff")["unknown"]["people"] == 1
    found = denominators(made, "sites")
    assert found["transcripts_without_site"] == 1
    assert found["features"]["Co-location of staff"]["unknown"] == {"people": 1, "people_done": 0, "sites": 0}


def test_a_site_of_which_nothing_is_recorded_counts_as_unknown() -> None:
    made = study([("t1", SAFE, 0, 5, "delivered")], states={})
    assert cell(cross_reference(made, "sites"), SAFE, "Joint management")["unknown"]["people"] == 1
    assert denominators(made, "sites")["features"]["Joint management"]["unknown"]["sites"] == 1


def test_a_person_heard_at_two_sites_with_a_feature_counts_once_and_under_each_state_once() -> None:
    made = study(
        [(transcript, SAFE, 0, 5, "delivered") for transcript in ("t1", "t2", "t3")],
        transcripts=[
            TranscriptInScope("t1", "Ann", "Camden", done=True),
            TranscriptInScope("t2", "Ann", "Torbay"),
            TranscriptInScope("t3", "Ann", "Knowsley"),
        ],
        states={
            "Camden": {"Co-location of staff": "present"},
            "Torbay": {"Co-location of staff": "present"},
            "Knowsley": {"Co-location of staff": "absent"},
        },
    )
    found = cell(cross_reference(made, "sites"), SAFE, "Co-location of staff")
    assert (found["present"]["people"], found["present"]["passages"]) == (1, 2)
    assert found["absent"]["people"] == 1
    of_feature = denominators(made, "sites")["features"]["Co-location of staff"]
    assert of_feature["present"] == {"people": 1, "people_done": 1, "sites": 2}
    assert of_feature["absent"] == {"people": 1, "people_done": 0, "sites": 1}


# Passages


def test_the_passages_counted_are_those_of_the_outcome() -> None:
    rows = [
        ("t1", SAFE, 0, 2, "delivered"),
        ("t1", SAFE, 3, 5, "not_delivered"),
        ("t1", CO_LOCATION, 6, 9, "mixed"),
        ("t2", SAFE, 0, 2, "delivered"),
    ]
    assert cell(cross_reference(study(rows), "passages"), SAFE, CO_LOCATION) == EVERYTHING_EMPTY | {
        "people": 1,
        "passages": 2,
        "delivered": 1,
        "not_delivered": 1,
        "published": None,
        "published_2011": None,
    }


def test_a_passage_near_two_passages_of_a_feature_counts_once() -> None:
    rows = [
        ("t1", SAFE, 4, 5, "delivered"),
        ("t1", CO_LOCATION, 0, 3, "delivered"),
        ("t1", CO_LOCATION, 6, 9, "delivered"),
    ]
    assert passages_near(study(rows), "turn") == 1


def test_two_coders_on_the_same_words_count_as_one_passage() -> None:
    rows = [("t1", SAFE, 0, 5, "delivered")] * 2 + [("t1", CO_LOCATION, 0, 5, "not_stated")]
    assert passages_near(study(rows), "turn") == 1


def test_passages_share_a_turn_when_both_overlap_it_even_if_neither_lies_within() -> None:
    rows = [("t1", SAFE, 5, 12, "delivered"), ("t1", CO_LOCATION, 18, 25, "not_stated")]
    assert passages_near(study(rows), "turn") == 1


def test_a_passage_that_ends_where_a_turn_begins_is_not_in_it() -> None:
    rows = [("t1", SAFE, 5, 10, "delivered"), ("t1", CO_LOCATION, 10, 15, "not_stated")]
    assert passages_near(study(rows), "turn") == 0
    assert passages_near(study(rows), 1) == 1


def test_passages_in_one_turn_need_not_overlap_and_overlapping_ones_need_the_same_words() -> None:
    rows = [("t1", SAFE, 0, 3, "delivered"), ("t1", CO_LOCATION, 3, 8, "not_stated")]
    assert (passages_near(study(rows), "turn"), passages_near(study(rows), "overlap")) == (1, 0)
    rows = [("t1", SAFE, 0, 4, "delivered"), ("t1", CO_LOCATION, 3, 8, "not_stated")]
    assert passages_near(study(rows), "overlap") == 1


def test_overlap_is_asked_of_long_passages_that_began_early_and_of_short_ones_that_ended() -> None:
    rows = [
        ("t1", CO_LOCATION, 0, 30, "not_stated"),
        ("t1", KEY_WORKER, 2, 4, "not_stated"),
        ("t1", SAFE, 10, 12, "delivered"),
    ]
    made = study(rows)
    assert [passages_near(made, "overlap", feature=feature) for feature in (CO_LOCATION, KEY_WORKER)] == [1, 0]


def test_within_n_turns_reaches_both_ways_and_no_further() -> None:
    rows = [
        ("t1", SAFE, 50, 55, "delivered"),
        ("t1", CO_LOCATION, 20, 25, "not_stated"),
        ("t1", KEY_WORKER, 80, 85, "not_stated"),
    ]
    made = study(rows)
    assert [passages_near(made, n, feature=CO_LOCATION) for n in (0, 2, 3)] == [0, 0, 1]
    assert [passages_near(made, n, feature=KEY_WORKER) for n in (0, 2, 3)] == [0, 0, 1]


def test_a_reach_of_no_turns_is_the_same_turn() -> None:
    rows = [("t1", SAFE, 0, 3, "delivered"), ("t1", CO_LOCATION, 3, 8, "not_stated")]
    assert passages_near(study(rows), 0) == passages_near(study(rows), "turn") == 1


def test_a_passage_that_touches_no_turn_shares_none_however_far_one_looks() -> None:
    rows = [("t1", SAFE, 0, 3, "delivered"), ("t1", CO_LOCATION, 1, 4, "not_stated")]
    made = study(rows, turns=lambda _transcript: [(5, 10), (12, 20)])
    assert [passages_near(made, near) for near in ("turn", 5, 1_000_000)] == [0, 0, 0]
    assert passages_near(made, "overlap") == 1


def test_a_transcript_without_turns_or_paragraphs_brings_nothing_together() -> None:
    rows = [("t1", SAFE, 0, 3, "delivered"), ("t1", CO_LOCATION, 1, 4, "not_stated")]
    assert passages_near(study(rows, turns=lambda _transcript: []), 3) == 0


def test_passages_of_different_transcripts_are_never_near() -> None:
    rows = [("t1", SAFE, 0, 3, "delivered"), ("t2", CO_LOCATION, 0, 3, "not_stated")]
    assert passages_near(study(rows), 100) == passages_near(study(rows), "overlap") == 0


def test_turns_are_asked_for_only_where_an_outcome_and_a_feature_are_spoken_of() -> None:
    asked: list[str] = []

    def turns(transcript: str) -> list[tuple[int, int]]:
        asked.append(transcript)
        return [(0, 10)]

    rows = [
        ("t1", SAFE, 0, 3, "delivered"),
        ("t2", SAFE, 0, 3, "delivered"),
        ("t2", CO_LOCATION, 0, 3, "delivered"),
    ]
    cross_reference(study(rows, turns=turns), "passages")
    cross_reference(study(rows, turns=turns), "passages", "overlap")
    assert asked == ["t2"]


def test_a_feature_is_out_of_the_people_who_speak_of_it() -> None:
    transcripts = [TranscriptInScope("t1", "Ann", done=True), TranscriptInScope("t2", "Bo"), TranscriptInScope("t3")]
    rows = [("t1", CO_LOCATION, 0, 3, "not_stated"), ("t2", CO_LOCATION, 0, 3, "not_stated")]
    features = denominators(study(rows, transcripts=transcripts), "passages")["features"]
    assert features[CO_LOCATION] == {"people": 2, "people_done": 1}
    assert features[KEY_WORKER] == {"people": 0, "people_done": 0}


# Attributions


def attributed(
    rows: list[tuple[str, str, int, int, str]], links: dict[int, list[tuple[str, str]]], **more: Any
) -> Study:
    """A study whose codings, by their number in `rows`, carry links."""
    flat = [(f"coding {n}", feature, direction) for n, of_row in links.items() for feature, direction in of_row]
    return study(rows, links=flat, **more)


def said(made: Study, outcome: str = SAFE, feature: str = CO_LOCATION) -> dict[str, Any]:
    return cell(cross_reference(made, "attributions"), outcome, feature)


def test_only_codings_with_a_link_to_the_feature_make_its_passages_and_their_polarity() -> None:
    rows = [
        ("t1", SAFE, 0, 5, "delivered"),
        ("t1", SAFE, 4, 9, "not_delivered"),
        ("t1", SAFE, 20, 25, "not_delivered"),
    ]
    found = said(attributed(rows, {0: [(CO_LOCATION, "helped")], 2: [(KEY_WORKER, "hindered")]}))
    assert (found["passages"], found["delivered"], found["not_delivered"]) == (1, 1, 0)


def test_helped_and_hindered_count_codings_and_people_apart() -> None:
    rows = [
        ("t1", SAFE, 0, 5, "delivered"),
        ("t1", SAFE, 0, 5, "delivered"),
        ("t2", SAFE, 0, 5, "not_delivered"),
    ]
    links = {0: [(CO_LOCATION, "helped")], 1: [(CO_LOCATION, "helped")], 2: [(CO_LOCATION, "hindered")]}
    found = said(attributed(rows, links))
    assert (found["people"], found["passages"]) == (2, 2)
    assert (found["helped"], found["people_helped"]) == (2, 1)
    assert (found["hindered"], found["people_hindered"]) == (1, 1)


def test_one_coding_can_say_that_a_feature_both_helped_and_hindered() -> None:
    links = {0: [(CO_LOCATION, "helped"), (CO_LOCATION, "hindered")]}
    found = said(attributed([("t1", SAFE, 0, 5, "mixed")], links))
    assert (found["passages"], found["helped"], found["hindered"]) == (1, 1, 1)


def test_a_link_recorded_twice_is_one_link() -> None:
    links = {0: [(CO_LOCATION, "helped"), (CO_LOCATION, "helped")]}
    found = said(attributed([("t1", SAFE, 0, 5, "mixed")], links))
    assert (found["passages"], found["helped"]) == (1, 1)


def test_a_coding_that_a_decision_cut_in_two_is_one_coding_and_two_passages() -> None:
    rows = [("t1", SAFE, 0, 5, "mixed", "coding 0", "AB"), ("t1", SAFE, 9, 12, "mixed", "coding 0", "AB")]
    found = said(study(codings=rows, links=[("coding 0", CO_LOCATION, "helped")]))
    assert (found["passages"], found["helped"], found["people_helped"]) == (2, 1, 1)


def test_a_link_on_a_coding_that_is_no_outcome_is_not_counted() -> None:
    made = attributed([("t1", "Another code", 0, 5, "mixed")], {0: [(CO_LOCATION, "helped")]})
    assert said(made)["helped"] == 0


def test_a_feature_near_an_outcome_is_no_attribution() -> None:
    assert said(study([("t1", SAFE, 0, 5, "delivered"), ("t1", CO_LOCATION, 0, 5, "not_stated")]))["passages"] == 0


def test_who_links_a_feature_speaks_of_it_even_where_no_passage_is_coded_with_it() -> None:
    made = attributed([("t1", SAFE, 0, 5, "mixed")], {0: [(CO_LOCATION, "helped")]})
    assert denominators(made, "attributions")["features"][CO_LOCATION] == {"people": 1, "people_done": 1}


# Published beside yours


def test_the_marks_are_true_false_or_null_as_the_published_tables_say() -> None:
    made = study(published=findings({(SAFE, CO_LOCATION): True, (SAFE, KEY_WORKER): False}))
    matrix = cross_reference(made, "passages")
    marks = [cell(matrix, SAFE, feature)["published"] for feature in (CO_LOCATION, KEY_WORKER, STAFFING)]
    assert marks == [True, False, None]


def test_the_two_publications_are_kept_apart() -> None:
    made = study(published=findings({(SAFE, CO_LOCATION): True}), published_2011=findings({(SAFE, CO_LOCATION): False}))
    found = cell(cross_reference(made, "attributions"), SAFE, CO_LOCATION)
    assert (found["published"], found["published_2011"]) == (True, False)


def test_a_register_feature_has_the_marks_of_the_code_that_it_names() -> None:
    made = study(published=findings({(SAFE, CO_LOCATION): True}))
    matrix = cross_reference(made, "sites")
    assert cell(matrix, SAFE, "Co-location of staff")["published"] is True
    assert cell(matrix, SAFE, "Joint management")["published"] is None


@pytest.mark.parametrize(
    "feature",
    [
        RegisterFeature(id="r", name="co-LOCATION"),
        RegisterFeature(id="r", name="One building", aliases=("Co-location",)),
        RegisterFeature(id="r", name="Shared offices"),
    ],
)
def test_a_register_feature_that_names_no_code_meets_one_by_name_or_alias(feature: RegisterFeature) -> None:
    code = Code(id="c", name="Co-location", group="", aliases=("Shared offices",))
    made = study(register=[feature], features=[code], published=findings({(SAFE, "c"): True}))
    assert cell(cross_reference(made, "sites"), SAFE, feature.name)["published"] is True


def test_what_a_plain_no_leaves_out_is_said_in_a_note() -> None:
    pair = (CHOICE, KEY_WORKER)
    made = study(published=findings({pair: False}, {pair: "In part, where partnership was informal."}))
    assert cross_reference(made, "passages").as_dict()["notes"] == [
        {
            "outcome": CHOICE,
            "feature": KEY_WORKER,
            "table": "published",
            "note": "In part, where partnership was informal.",
        }
    ]


@pytest.mark.parametrize(
    ("published", "helped", "hindered", "expected"),
    [
        (None, 5, 1, None),
        (False, 0, 0, None),
        (True, 0, 0, Verdict.SILENT),
        (True, 1, 2, Verdict.DIFFERS),
        (False, 1, 2, Verdict.DIFFERS),
        (True, 2, 2, Verdict.UNCLEAR),
        (False, 2, 2, Verdict.UNCLEAR),
        (True, 2, 1, Verdict.SUPPORTS),
        (False, 1, 0, Verdict.EXTENDS),
    ],
)
def test_the_verdict_follows_from_the_mark_and_the_people(
    published: bool | None, helped: int, hindered: int, expected: Verdict | None
) -> None:
    assert verdict(published, helped, hindered) is expected


def test_the_verdict_compares_people_not_codings() -> None:
    rows = [("t1", SAFE, 0, 5, "delivered")] * 3 + [("t2", SAFE, 0, 5, "not_delivered")]
    links = {n: [(CO_LOCATION, "helped")] for n in range(3)} | {3: [(CO_LOCATION, "hindered")]}
    made = attributed(rows, links, published=findings({(SAFE, CO_LOCATION): True}))
    assert said(made)["verdict"] == "unclear"


def test_only_the_lens_attributions_gives_a_verdict() -> None:
    made = study(published=findings({(SAFE, CO_LOCATION): True}))
    assert "verdict" not in cell(cross_reference(made, "passages"), SAFE, CO_LOCATION)
    assert "verdict" not in cell(cross_reference(made, "sites"), SAFE, "Co-location of staff")
    found = cross_reference(made, "attributions").cells[0][0]
    assert isinstance(found, AttributionCell)
    assert found.verdict is Verdict.SILENT
