"""What is proposed for replacing, and what isn't."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.naming.finder import NameFinder, NameKind, is_nhs_number

TALK = """\
Moira: So how are things at Saltings Court? Is that where Priya lives?

P07: My sister Gwendolyn moved there. On Tuesday we went to Penrith with Dr Okonkwo and I’m glad.
Priya came to Penrith too. Gwendolyn’s car was hit in Mill Street on 3 March 2021. Oh, and The bus stopped.
Ring me on 01632 960 983 or write to g.holt@example.org. The flat is at CA11 7QQ, and my number is 943 476 5919.
Not 943 476 5918, that is nobody's.
"""


@pytest.fixture
def found() -> dict[str, NameKind]:
    finder = NameFinder(frozenset({"the", "bus", "so", "ring", "not"}))
    finder.learn(TALK, ["Moira", "P07"])
    finder.learn("Moira: The bus again?\n\nP07: So it is. I walked in the hill country.", ["Moira", "P07"])
    return {one.words: one.kind for one in finder.proposals()}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Moira", NameKind.PERSON),
        ("P07", NameKind.PERSON),
        ("Gwendolyn", NameKind.PERSON),
        ("Okonkwo", NameKind.PERSON),
        ("Priya", NameKind.NAME),
        ("Penrith", NameKind.PLACE),
        ("Mill Street", NameKind.PLACE),
        ("Saltings Court", NameKind.ORGANISATION),
        ("3 March 2021", NameKind.DATE),
        ("01632 960 983", NameKind.PHONE),
        ("g.holt@example.org", NameKind.EMAIL),
        ("CA11 7QQ", NameKind.POSTCODE),
        ("943 476 5919", NameKind.NHS_NUMBER),
    ],
)
def test_what_tells_who_somebody_is_is_proposed(found: dict[str, NameKind], words: str, kind: NameKind) -> None:
    assert found.get(words) == kind


def test_half_a_postcode_is_no_name_of_its_own(found: dict[str, NameKind]) -> None:
    assert "CA11" not in found


def test_what_only_begins_a_sentence_or_names_a_day_is_not_proposed(found: dict[str, NameKind]) -> None:
    assert not {"The", "So", "On", "Ring", "Tuesday", "Oh", "I’m", "Is", "My", "Not"} & set(found)


def test_the_commonest_of_a_kind_comes_first() -> None:
    finder = NameFinder()
    finder.learn("I saw Ann and Zoe. I like Zoe, and Zoe likes Ann, and I know Bert.")
    assert [(one.words, one.times) for one in finder.proposals()] == [("Zoe", 3), ("Ann", 2), ("Bert", 1)]


def test_an_nhs_number_is_told_by_its_check_digit() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")
    # Where the check digit would be ten there is no such number.
    assert not any(is_nhs_number(f"000000006{last}") for last in range(10) if last != 9)
