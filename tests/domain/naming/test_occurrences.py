"""Finding a name in the forms in which it stands in texts."""

from __future__ import annotations

import unicodedata

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.naming.occurrences import NameQuery, Replacer
from qualcoder_lite.domain.offset_map import Replacement

TEXT = "Ann told ANN's sister Annie. Anna, Joanne and ann: O’Brien, O'Brien, Mary  Ann"


def forms(words: str, **more: bool) -> dict[str, int]:
    return dict(NameQuery(words=words, **more).forms([TEXT]))


def test_whole_words_are_found_in_any_case_and_with_what_follows_an_apostrophe() -> None:
    assert forms("ann") == {"Ann": 2, "ANN": 1, "ann": 1}
    assert forms("ann", match_case=True) == {"ann": 1}


def test_longer_words_with_the_name_in_them_are_found_on_demand() -> None:
    assert forms("ann", whole_words=False) == {"Ann": 2, "ANN": 1, "Annie": 1, "Anna": 1, "Joanne": 1, "ann": 1}


def test_either_apostrophe_any_blanks_and_both_ways_to_write_an_accent_are_one_name() -> None:
    assert forms("O'Brien") == {"O’Brien": 1, "O'Brien": 1}
    assert forms("mary ann") == {"Mary  Ann": 1}
    apart = unicodedata.normalize("NFD", "Zoë")
    assert dict(NameQuery(words="Zoë").forms([f"Zoë and {apart}"])) == {"Zoë": 1, apart: 1}


def test_longer_forms_are_replaced_first_and_nothing_within_a_word() -> None:
    replacer = Replacer({"Ann": "[daughter]", "Mary  Ann": "[sister]", "Annie": "[niece]"})
    assert replacer.replaced("Ann, Mary  Ann, Annie and Joann") == "[daughter], [sister], [niece] and Joann"
    assert replacer.places("I saw Ann") == [Replacement(6, 9, "[daughter]")]


def test_special_characters_are_taken_as_they_stand() -> None:
    assert NameQuery(words="A.B. (Tom)").forms(["A.B. (Tom) x", "AxBx (Tom)"]) == {"A.B. (Tom)": 1}
    assert Replacer({"A.B.": r"X\1"[0]}).replaced("A.B. AxB.") == "X AxB."


@pytest.mark.parametrize("words", [{}, {"Ann": "  "}, {"Ann": 'a "b"'}])
def test_nothing_to_put_there_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(UserError):
        Replacer(words)


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(UserError, match="Write the name"):
        NameQuery(words="  ").forms([TEXT])
