"""Words that a project keeps in English are said in the language that is spoken."""

from __future__ import annotations

import pytest

from qualcoder_lite import translation
from qualcoder_lite.domain.extracts.extract import INTERVIEWER, attribution
from qualcoder_lite.domain.kept_words import in_language, in_language_first
from qualcoder_lite.domain.people import CONTINUUM, ROLES, Respondent
from tests.domain.extracts.test_attribution_guard import EXTRACT


@pytest.fixture
def elsewhere():
    translation.speak(lambda words, several, n: f"‹{words}›" if words[0] != "“" else words, "pl")
    yield
    translation.speak(None)


@pytest.mark.parametrize("kept", [*Respondent, INTERVIEWER, "carer", "support worker", *ROLES, *CONTINUUM])
def test_what_a_project_keeps_of_people_and_sites_is_said_in_the_language(elsewhere, kept):
    assert in_language(kept) == f"‹{kept}›"


def test_what_somebody_wrote_themselves_stays(elsewhere):
    assert in_language("peer researcher") == "peer researcher"


def test_only_the_first_letter_changes_at_the_beginning_of_a_line():
    translation.speak(lambda words, several, n: "pflegende Angehörige", "de")
    assert in_language_first("unpaid carer") == "Pflegende Angehörige"
    translation.speak(None)
    assert in_language_first("unpaid carer") == "Unpaid carer"


def test_an_attribution_is_in_the_language_that_is_spoken_now(elsewhere):
    assert attribution(EXTRACT) == "(‹service user›, Camden)"
    translation.speak(None)
    assert attribution(EXTRACT) == "(service user, Camden)"
