"""Extracts: their JSON, how they name who is speaking, and which of those names give somebody away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extract import (
    FEW_PEOPLE,
    PLACEHOLDERS,
    Extract,
    Person,
    attribution,
    count_people,
    extract_dict,
    identifying,
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


def people(respondent: str, site: str | None, count: int, client_group: str | None = None) -> list[Person]:
    return [
        Person(name=f"{respondent} {site} {n}", respondent=respondent, site=site, client_group=client_group)
        for n in range(count)
    ]


def by(person: Person, id_: str = "1") -> Extract:
    return replace(
        EXTRACT,
        id=id_,
        participant=person.name,
        respondent=person.respondent,
        site=person.site,
        client_group=person.client_group,
    )


def test_an_attribution_that_fits_one_person_of_the_project_is_warned_of_with_the_nearest_safe_one():
    carers = people("unpaid carer", "Fenmarsh", 1) + people("unpaid carer", "Camden", 3)
    (warning,) = identifying([by(carers[0]), by(carers[0], "2"), by(carers[1])], carers)
    assert warning.sentence == (
        "“(unpaid carer, Fenmarsh)” fits only 1 person of the project; “(unpaid carer)” would fit 4."
    )
    assert (warning.people, warning.quotes) == (1, 2)


def test_people_who_are_in_the_project_but_not_in_the_export_count():
    carers = people("unpaid carer", "Fenmarsh", 3)
    assert identifying([by(carers[0])], carers) == []


def test_two_people_are_few_and_three_are_not():
    two, three = people("service user", "A", 2), people("service user", "B", 3)
    assert [w.people for w in identifying([by(two[0]), by(three[0])], two + three)] == [FEW_PEOPLE]


def test_the_site_is_kept_where_giving_it_up_is_not_enough():
    everyone = people("paid carer", "Camden", 1) + people("service user", "Camden", 4)
    (warning,) = identifying([by(everyone[0])], everyone)
    assert (warning.coarser, warning.coarser_people) == ("(Camden)", 5)


def test_somebody_at_two_sites_is_one_person():
    twice = [Person(name="P1", respondent="service user", site=site) for site in ("A", "B")]
    (warning,) = identifying([by(twice[0])], twice)
    assert (warning.people, warning.coarser) == (1, None)
    assert warning.sentence.endswith("consider leaving these quotes out.")


def test_a_pseudonym_does_not_make_an_attribution_narrow():
    users = people("service user", "Camden", 5)
    assert identifying([by(users[0])], users, "({pseudonym}, {respondent})") == []


def test_an_extract_whose_person_is_not_listed_counts_that_person():
    assert [w.people for w in identifying([EXTRACT], [])] == [1]


@given(
    st.lists(
        st.builds(
            Person,
            name=st.sampled_from("PQRSTUV"),
            respondent=st.sampled_from([None, "service user", "unpaid carer"]),
            site=st.sampled_from([None, "A", "B"]),
            client_group=st.sampled_from([None, "X", "Y"]),
        ),
        max_size=12,
    )
)
def test_every_coarser_attribution_offered_fits_more_than_a_few(everyone):
    for warning in identifying(map(by, everyone), everyone, "({respondent}, {client_group}, {site})"):
        assert 1 <= warning.people <= FEW_PEOPLE
        assert (warning.coarser is None) == (warning.coarser_people == 0)
        assert warning.coarser is None or warning.coarser_people > FEW_PEOPLE
