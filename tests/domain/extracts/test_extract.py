"""Extracts: their JSON, how they name who is speaking, and which of those names give somebody away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import (
    PLACEHOLDERS,
    Extract,
    attribution,
    count_people,
    extract_dict,
    quotable,
)

EXTRACT = Extract(
    id="0c5e7a10-1111-4222-8333-444455556666",
    codings=("0c5e7a10-1111-4222-8333-444455556666", "9d"),
    transcript="t1",
    title="Interview 7",
    start=10,
    end=52,
    text="I only ring the one number.",
    code="Responsiveness",
    group="Process",
    coders=("AB", "CD"),
    polarity=Polarity.NOT_DELIVERED,
    site="Camden",
    client_group="Older people",
    respondent="service user",
    participant="P07",
    speaker="Respondent",
    turn=4,
    memo="One number again.",
)
NOBODY = replace(EXTRACT, site=None, client_group=None, respondent=None, participant=None)


def test_json_has_the_keys_of_the_command_line_in_their_order():
    keys = "id,codings,transcript,title,start,end,text,code,group,coders,polarity,site,client_group,respondent"
    assert ",".join(extract_dict(EXTRACT)) == f"{keys},participant,speaker,turn,memo"


def test_json_holds_plain_values():
    row = extract_dict(EXTRACT)
    assert (row["polarity"], row["coders"], row["turn"]) == ("not_delivered", ["AB", "CD"], 4)
    assert type(row["polarity"]) is str


def test_those_who_said_no_to_being_quoted_are_withheld():
    refused = replace(EXTRACT, id="2", may_quote=False)
    assert quotable([refused, EXTRACT]) == ([EXTRACT], [refused])


def test_a_transcript_without_a_participant_counts_as_a_person_of_its_own():
    unnamed = replace(EXTRACT, participant=None)
    assert count_people([EXTRACT, replace(EXTRACT, transcript="t2"), unnamed, replace(unnamed, transcript="t2")]) == 3


def test_the_default_attribution_is_the_published_form():
    assert attribution(EXTRACT) == "(service user, Camden)"


@pytest.mark.parametrize(
    ("template", "known", "words"),
    [
        ("({respondent}, {client_group}, {site})", {}, "(service user, older people, Camden)"),
        ("{pseudonym} [{id}]", {}, "P07 [1HF7M-40H25]"),
        ("({respondent}, {site})", {"site": None}, "(service user)"),
        ("({respondent}, {site})", {"respondent": None}, "(Camden)"),
        ("({respondent}, {client_group}, {site})", {"client_group": None}, "(service user, Camden)"),
        ("{respondent} ({site})", {"site": None}, "service user"),
        ("{respondent} ({site}, {client_group})", {"site": None}, "service user, older people"),
        ("{respondent} from {site}", {"site": None}, "service user"),
        ("({respondent}, {site})", {"site": "Camden (north"}, "(service user, Camden (north)"),
        ("({client_group})", {"client_group": "Deaf people"}, "(Deaf people)"),
        ("a person {{x}}", {}, "a person {x}"),
    ],
)
def test_a_missing_part_goes_with_what_joins_it(template, known, words):
    assert attribution(replace(EXTRACT, **known), template) == words


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("({respondent}, {site})", "(participant)"),
        ("{respondent} ({site})", "participant"),
        ("– {site}", "– participant"),
    ],
)
def test_where_nothing_is_known_it_is_a_participant(template, words):
    assert attribution(NOBODY, template) == words


@pytest.mark.parametrize(
    "template", ["({role})", "{}", "{site.__class__}", "{site!r}", "{site:>9}", "{site", "}", "", " "]
)
def test_a_wrong_template_is_told_what_it_may_use(template):
    with pytest.raises(UserError) as caught:
        attribution(EXTRACT, template)
    assert all(f"{{{name}}}" in str(caught.value) for name in PLACEHOLDERS)


@given(
    st.fixed_dictionaries(
        {name: st.sampled_from([None, "one", "two"]) for name in ("respondent", "client_group", "site", "participant")}
    ),
    st.permutations(["{respondent}", "{client_group}", "{site}", "{pseudonym}"]),
)
def test_no_attribution_has_a_dangling_comma_or_bracket(known, order):
    words = attribution(replace(EXTRACT, **known), f"({order[0]}, {order[1]}; {order[2]} ({order[3]}))")
    assert words.count("(") == words.count(")")
    assert not any(ugly in words for ugly in (", ,", "(,", ",)", "()", ";)", "(;", ",;", "None", "  "))
