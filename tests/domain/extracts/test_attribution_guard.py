"""Who stands behind each attribution: few people are warned of, with the least that has to be left unsaid."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.extracts.attribution_guard import Person, identifying
from qualcoder_lite.domain.extracts.extract import FEW_PEOPLE, Extract

EXTRACT = Extract(
    id="0c5e7a10-1111-4222-8333-444455556666",
    codings=("0c5e7a10-1111-4222-8333-444455556666",),
    transcript="t1",
    title="Interview 7",
    start=10,
    end=52,
    text="I only ring the one number.",
    code="Responsiveness",
    group="Process",
    coders=("AB",),
    site="Camden",
    client_group="Older people",
    respondent="service user",
    participant="P07",
)


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


def test_what_a_heading_tells_counts_although_the_attribution_leaves_it_unsaid():
    everyone = people("service user", "Camden", 1) + people("service user", "Fenmarsh", 4)
    one, other = by(everyone[0]), by(everyone[1])
    assert identifying([one, other], everyone, "({respondent})") == []
    (warning,) = identifying([one, other], everyone, "({respondent})", beside=("site",))
    assert warning.sentence == (
        "“(service user)” under “Camden” fits only 1 person of the project; nothing that says less fits more, so "
        "consider leaving these quotes out."
    )


def test_saying_less_beside_a_heading_is_offered_only_where_it_helps_there():
    everyone = people("unpaid carer", "Camden", 1) + people("service user", "Camden", 3)
    (warning,) = identifying([by(everyone[0])], everyone, "– {respondent}, {site}", beside=("site",))
    assert (warning.beside, warning.coarser) == ("", "– Camden")
    (warning,) = identifying([by(everyone[0])], everyone, "– {respondent}", beside=("site",))
    assert (warning.beside, warning.coarser, warning.coarser_people) == ("Camden", "– participant", 4)


def test_an_interviewers_words_may_have_been_said_to_anybody_there():
    them = people("service user", "Fenmarsh", 2) + people("service user", "Camden", 3)
    asking = [replace(by(person, str(n)), respondent="interviewer") for n, person in enumerate(them)]
    (warning,) = identifying(asking, them)
    assert warning.sentence == (
        "“(interviewer, Fenmarsh)” can only have been said to 2 people of the project; “(interviewer)” would fit 5."
    )
    assert identifying(asking, them, "({respondent})") == []
