"""The history in words, undo and redo through the facade."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
from qualcoder_lite.translation import speak
from tests.service.helpers import TALK, put


def test_entries_come_newest_first_or_only_the_newest(study):
    put(study, "I feel safe now")
    put(study, "I sit at home", "Choice", "Dennis")
    entries = study.history.entries()
    assert [entry.coder for entry in entries] == ["Dennis", "Ailsa Brodie", "", ""]
    assert study.history.entries(1) == entries[:1]
    assert [entry.final for entry in entries] == [False, False, False, True]


def test_the_time_is_now_in_utc(study):
    before = datetime.now(UTC)
    put(study, "I feel safe now")
    when = datetime.fromisoformat(study.history.entries(1)[0].when)
    assert when.utcoffset() == timedelta(0)
    assert before - timedelta(milliseconds=1) < when <= datetime.now(UTC)


def test_what_can_be_undone_and_redone_is_told_before(study):
    put(study, "I feel safe now")
    told = study.history.next_undo()
    assert told.what == "put Feeling safe on ‘I feel safe now’"
    assert study.history.next_redo() is None
    changes = study.history.undo()
    assert changes.step == told.step
    assert len(changes.of("coding")) == 1
    assert study.history.next_redo() == study.history.entry(told.step)
    assert study.history.entry(told.step).undone
    assert study.history.redo().of("coding") == changes.of("coding")


def test_where_there_is_nothing_to_undo_or_redo_nothing_changes(study):
    study.history.undo()
    for changes in (study.history.undo(), study.history.redo(), study.history.redo()):
        assert changes.step is None or changes
    assert not study.history.redo()
    assert study.history.next_undo() is not None


def test_a_step_that_is_not_there_has_no_words(study):
    assert study.history.entry(None) is None
    assert study.history.entry(999) is None


def test_steps_are_told_in_the_language_that_is_spoken(study):
    put(study, "I feel safe now")
    polish = {"put {code} on {passage}": "na {passage} stoi {code}"}
    speak(lambda words, _several, _n: polish.get(words, words), "pl")
    try:
        assert study.history.next_undo().what == "na ‘I feel safe now’ stoi Feeling safe"
    finally:
        speak(None)


def test_names_are_told_as_they_are_now(study):
    put(study, "I feel safe now", "Choice")
    study.codes.rename("Choice", "Having a say", why="Plainer")
    assert study.history.entries()[1].what == "put Having a say on ‘I feel safe now’"
    assert study.history.entries()[0].what == "renamed “Choice” to “Having a say”"


def test_what_is_gone_is_told_as_gone_and_never_fails(study):
    put(study, "I feel safe now", polarity=Polarity.MIXED)
    for _ in range(2):
        study.history.undo()
    assert [entry.what for entry in study.history.entries()] == [
        "put Feeling safe on a passage of a transcript that is gone",
        "imported “elsie”",
        "made the project with 44 codes",
    ]


def test_what_undoing_took_away_is_still_called_by_its_name(study):
    study.sites.add_feature("Joint outreach")
    study.history.undo()
    assert study.history.next_redo().what == "added the feature Joint outreach"


@pytest.mark.parametrize(("start", "end", "quoted"), [(0, 35, "‘Do they come when you ring?’"), (0, 5, "‘Moira’")])
def test_a_passage_is_quoted_without_its_label(study, start, end, quoted):
    new = put(study, "I feel safe now")
    study.codings.recode(new, start=start, end=end)
    assert study.history.entries(1)[0].what == f"moved the edges of Feeling safe to {quoted}"


def test_the_journal_itself_holds_no_words_of_a_transcript(study):
    put(study, "I feel safe now")
    study.codings.recode(put(study, "I sit at home"), polarity=Polarity.MIXED)
    facts = " ".join(said for (said,) in study._database.rows("select facts from step"))
    for words in TALK.split():
        if len(words) > 6:
            assert words not in facts


def test_what_changed_of_a_coding_is_told_as_what_it_was(study):
    coding = study.codings.get(put(study, "I feel safe now"))
    co_location = study.codebooks.all()[1].codes[0]
    link = Attribution(co_location.id, Direction.HELPED)
    study.codings.update(replace(coding, attributions=(link,)))
    study.codings.update(replace(coding, attributions=()))
    study.codings.update(replace(coding, sure=False))
    study.codings.update(replace(coding, sure=False, memo="Ask again"))
    on = "on ‘I feel safe now’"
    assert [entry.what for entry in reversed(study.history.entries(4))] == [
        f"linked Feeling safe to {co_location.name} as helped {on}",
        f"took the link to {co_location.name} off Feeling safe {on}",
        f"marked Feeling safe as not sure {on}",
        f"wrote a memo to Feeling safe {on}",
    ]
