"""Who speaks where: the usual forms of labels, what only looks like one, and who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole, canonical
from qualcoder_lite.importers.speakers.turns import FoundTurns, find_turns

INTERVIEWER, PARTICIPANT = SpeakerRole.INTERVIEWER, SpeakerRole.PARTICIPANT
CARER, SUPPORT, OTHER = SpeakerRole.CARER, SpeakerRole.SUPPORT, SpeakerRole.OTHER

# The form of a published seminar transcript: a key, and paragraphs that open with bare initials.
SEMINAR = """RT - Rosa Tarn
EW - Edwin Wye

RT Welcome to the first of our talks on getting about.

EW So, buses - why buses? I am not a driver.

In our village there are two a day. That is the long and short of it: two.

EWE prices are another matter.

RT Thank you.
"""


def labels(found: FoundTurns) -> list[str]:
    return [speaker.label for speaker in found.speakers]


def roles(found: FoundTurns) -> list[SpeakerRole]:
    return [speaker.role for speaker in found.speakers]


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, in order."""
    found = find_turns(text)
    return [(found.speakers[turn.speaker].label, text[turn.speech : turn.end]) for turn in found.turns]


def talk(*turns: str) -> str:
    return "\n\n".join(turns)


def test_a_turn_runs_from_its_label_to_the_last_word_before_the_next() -> None:
    text = "A talk.\n\nInterviewer:  How are you?  \n\nMargaret: Fine.\nReally.\n\n\nInterviewer: Good.\n\n"
    found = find_turns(text)
    assert [text[turn.start : turn.end] for turn in found.turns] == [
        "Interviewer:  How are you?",
        "Margaret: Fine.\nReally.",
        "Interviewer: Good.",
    ]
    assert [text[turn.speech : turn.end] for turn in found.turns] == ["How are you?", "Fine.\nReally.", "Good."]


def test_unlabelled_paragraphs_continue_the_turn() -> None:
    assert said("I: Well?\n\nP07: One.\n\nTwo.\n\nThree.") == [("I", "Well?"), ("P07", "One.\n\nTwo.\n\nThree.")]


def test_a_turn_in_which_nothing_is_said_has_its_speech_at_its_end() -> None:
    text = "Interviewer:\n\nP1: yes\nInterviewer:"
    found = find_turns(text)
    assert [(turn.speech, turn.end) for turn in found.turns] == [(12, 12), (18, 21), (34, 34)]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Margaret:", "Margaret"),
        ("Margaret :", "Margaret"),
        ("Margaret\xa0:", "Margaret"),
        ("Margaret：", "Margaret"),
        ("MARGARET:", "MARGARET"),
        ("Interviewer 1:", "Interviewer 1"),
        ("Interviewer #1:", "Interviewer #1"),
        ("P07:", "P07"),
        ("Int.:", "Int."),
        ("Dr Smith:", "Dr Smith"),
        ("Mr. & Mrs. Jones:", "Mr. & Mrs. Jones"),
        ("Mary-Jane O'Neil:", "Mary-Jane O'Neil"),
        ("Mary-Jane O’Neil:", "Mary-Jane O’Neil"),
        ("Ludwig van Beek:", "Ludwig van Beek"),
        ("Margaret's daughter:", "Margaret's daughter"),
        ("Tom (support worker):", "Tom (support worker)"),
        ("Support worker:", "Support worker"),
        ("J.K.:", "J.K."),
        ("Žofie:", "Žofie"),
        ("王:", "王"),
        ("June:", "June"),
        ("**Margaret:**", "Margaret"),
        ("**Margaret**:", "Margaret"),
        ("__Margaret__:", "Margaret"),
        ("*Margaret:*", "Margaret"),
        ("Margaret\t", "Margaret"),
        ("Margaret:\t", "Margaret"),
        ("Margaret:\n", "Margaret"),
        ("**Margaret**\n", "Margaret"),
        ("  Margaret: ", "Margaret"),
    ],
)
def test_the_usual_forms_of_a_label_are_known(label: str, speaker: str) -> None:
    text = talk(f"{label} I was home.", f"{label} It rained.", f"{label} Nobody came.")
    assert said(text) == [(speaker, "I was home."), (speaker, "It rained."), (speaker, "Nobody came.")]


@pytest.mark.parametrize(
    ("label", "milliseconds"),
    [
        ("[00:12:03] Margaret:", 723_000),
        ("00:12:03 Margaret:", 723_000),
        ("(12:03) Margaret:", 723_000),
        ("12:03 - Margaret:", 723_000),
        ("Margaret [00:12:03]:", 723_000),
        ("Margaret (12:03):", 723_000),
        ("Margaret 00:55:21:", 3_321_000),
        ("Margaret: [00:12:03]", 723_000),
        ("Margaret: 00:55:21", 3_321_000),
        ("Margaret: (12:03.5)", 723_500),
        ("Margaret: #00:12:03-4#", 723_000),
        ("Margaret [12:03]", 723_000),
        ("Margaret   12:03\n", 723_000),
        ("Margaret\t00:12:03\t", 723_000),
        ("**Margaret [12:03]:**", 723_000),
        ("[00:12:03]\nMargaret:", 723_000),
        ("Margaret:", None),
    ],
)
def test_a_time_stamp_by_the_label_is_kept_and_left_out_of_the_speech(label: str, milliseconds: int | None) -> None:
    text = talk(f"{label} I was home.", f"{label} It rained.", "Interviewer: Oh?")
    found = find_turns(text)
    assert [turn.timestamp for turn in found.turns] == [milliseconds, milliseconds, None]
    assert said(text)[:2] == [("Margaret", "I was home."), ("Margaret", "It rained.")]
    assert text[found.turns[0].end :].strip() == text[found.turns[1].start :]


def test_a_time_of_day_that_is_spoken_is_no_stamp() -> None:
    text = talk("Anna: When?", "Ben: 12:30 we left", "12:30 we left, I said", "Anna: Ah.", "Ben: At 9:15.")
    assert [turn.timestamp for turn in find_turns(text).turns] == [None] * 4
    assert said(text)[1] == ("Ben", "12:30 we left\n\n12:30 we left, I said")


@pytest.mark.parametrize(
    "line",
    [
        "What mattered was this: the bus.",
        "what mattered: the bus.",
        "Yeah: the bus.",
        "Note: she laughs.",
        "My daughter: she drives.",
        "Monday: the club.",
        "https://example.org/bus",
        "12:30 we left",
        "Three things: the bus, the club, the shop.",
        "Transport: there is no transport.",
        "And she told me the following:",
        "# Part two: the bus",
        "Somewhere Or Other Out There In The Long Grass: words",
        "Yes",
        "Margaret",
        "Camden\t12",
        "Well then, - Margaret: no",
    ],
)
def test_what_only_looks_like_a_label_stays_in_the_turn(line: str) -> None:
    text = talk("Interviewer: Well?", f"Margaret: The transport, I said.\n{line}", "Interviewer: Yes?", "Margaret: No.")
    assert labels(find_turns(text)) == ["Interviewer", "Margaret"]
    assert said(text)[1] == ("Margaret", f"The transport, I said.\n{line}")


@pytest.mark.parametrize(
    "text",
    [
        "The town has a plan.\n\nBackground: it is old.\n\nNote: see below.\n\nWhat mattered was this:\n\nhttps://x.org",
        "An essay.\n\nStrengths: a\nWeaknesses: b\nOpportunities: c\nThreats: d\n",
        "Town\tPeople\nCamden\t12\nLeeds\t14\nCamden\t15\nLeeds\t9\n",
        "Yes\n\nI did go there once.\n\nYes\n\nAnd again.\n\nNo\n\nNot since.\n\nNo\n",
        "Title: Out\nDate: 3 May\nLocation: Camden\n",
        "Author: one\n\nThe rest is prose.\n\nMore prose.\n\nAuthor: two\n",
        "Margaret: one mention only.\n\nThe rest is prose.\n\nMore prose.\n",
        "",
    ],
)
def test_a_text_in_which_nobody_is_labelled_has_no_turns(text: str) -> None:
    assert find_turns(text)._replace(doubtful=()) == FoundTurns((), ())


def test_somebody_who_chips_in_once_is_a_speaker() -> None:
    text = talk("I: Well?", "Margaret: No.", "Tom: She does go.", "I: Does she?", "Margaret: Sometimes.")
    assert said(text)[2] == ("Tom", "She does go.")


def test_a_carer_who_chips_in_once_is_a_speaker_though_the_word_is_an_everyday_one() -> None:
    text = talk("I: Is that your daughter?", "Margaret: My daughter, yes.", "Daughter: Hello.", "I: Hello.")
    assert labels(find_turns(text)) == ["I", "Margaret", "Daughter"]


def test_a_name_that_is_an_everyday_word_is_a_speaker_when_it_is_repeated() -> None:
    text = talk(*["Grace: By the grace of God I will.", "Will: I will too."] * 3)
    assert labels(find_turns(text)) == ["Grace", "Will"]


def test_two_people_who_speak_once_each_are_speakers() -> None:
    assert said("Anna: Hello?\n\nBen: Hello.") == [("Anna", "Hello?"), ("Ben", "Hello.")]


def test_the_spellings_of_one_label_are_one_speaker_by_the_commonest() -> None:
    text = talk("Interviewer1: a", "Interviewer 1: b", "INTERVIEWER 1 : c", "interviewer 1: d", "Interviewer 1: e")
    assert labels(find_turns(text)) == ["Interviewer 1"]


def test_somebody_who_chips_in_once_is_known_by_the_time_too() -> None:
    text = "Jo (00:03)\nHello there.\n\nMargaret (00:09)\nHi.\n\nJo (00:12)\nHow?\n\nJo (00:20)\nWell?\n"
    assert said(text)[:2] == [("Jo", "Hello there."), ("Margaret", "Hi.")]


def test_labels_on_lines_of_their_own_are_found() -> None:
    text = "MARGARET\n\nI live here.\n\nANNA\n\nDo you?\n\nMARGARET\n\nYes.\n\nANNA\n\nGood.\n"
    assert said(text) == [("MARGARET", "I live here."), ("ANNA", "Do you?"), ("MARGARET", "Yes."), ("ANNA", "Good.")]


def test_a_support_worker_who_chips_in_once_on_a_line_of_its_own_is_a_speaker_and_an_answer_of_one_word_is_none() -> (
    None
):
    text = "Jo\n\nWho comes?\n\nKwame\n\nDaughter\n\nSupport worker\n\nShe does.\n\nJo\n\nOften?\n\nKwame\n\nYes.\n"
    assert said(text)[1:3] == [("Kwame", "Daughter"), ("Support worker", "She does.")]


def test_a_table_of_speakers_and_speech_is_found_without_its_head() -> None:
    text = "Speaker\tSpeech\nAnna\tHello, dear?\nMargaret\tYes\nAnna\tStill there?\nMargaret\tNo"
    assert said(text)[0] == ("Anna", "Hello, dear?")
    assert labels(find_turns(text)) == ["Anna", "Margaret"]


def test_bare_initials_are_labels_where_a_key_explains_them() -> None:
    assert said(SEMINAR) == [
        ("RT", "Welcome to the first of our talks on getting about."),
        (
            "EW",
            "So, buses - why buses? I am not a driver.\n\n"
            "In our village there are two a day. That is the long and short of it: two.\n\n"
            "EWE prices are another matter.",
        ),
        ("RT", "Thank you."),
    ]
    assert find_turns(SEMINAR).turns[0].start == SEMINAR.index("RT Welcome")


def test_q_and_a_are_labels_by_themselves_where_a_key_says_who_they_are() -> None:
    text = "Q - the researcher\nA - Wren\n\nQ Who came?\n\nA A nurse.\n\nQ And then?\n\nA Friend of hers.\n"
    assert said(text) == [("Q", "Who came?"), ("A", "A nurse."), ("Q", "And then?"), ("A", "Friend of hers.")]
    alone = "A - Wren\n\nA nurse came.\n\nA friend of hers too.\n"
    assert said(alone) == []


@pytest.mark.parametrize(
    "key",
    [
        "RT – Rosa Tarn\nEW – Edwin Wye",
        "RT = Rosa Tarn\nEW = Edwin Wye",
        "RT: Rosa Tarn\nEW: Edwin Wye",
        "RT\tRosa Tarn\nEW\tEdwin Wye",
        "Rosa Tarn (RT)\nEdwin Wye (EW)",
        "**RT** - Rosa Tarn, host\n**EW** - Edwin Wye, guest",
    ],
)
@pytest.mark.parametrize("mark", ["", ":"])
def test_a_key_may_be_written_in_several_ways_and_is_no_turn(key: str, mark: str) -> None:
    text = f"{key}\n\nRT{mark} Welcome, all.\n\nEW{mark} So, buses.\n\nMore buses.\n"
    assert said(text) == [("RT", "Welcome, all."), ("EW", "So, buses.\n\nMore buses.")]


def test_initials_without_a_key_are_words() -> None:
    assert find_turns("EU rules came.\n\nUK rules went.\n\nEU rules stayed.").turns == ()


def test_a_word_that_opens_sentences_is_no_label_though_a_key_explains_it() -> None:
    text = "I = interviewer\nR = respondent\n\nI: Well?\n\nR: I see.\n\nI think so.\n\nI: Good."
    assert said(text) == [("I", "Well?"), ("R", "I see.\n\nI think so."), ("I", "Good.")]


@pytest.mark.parametrize(
    "head",
    [
        "Date: 3 May 2024\nSite: Camden\nInterviewer: Jo Reid\nParticipant: P07\n\n",
        "Interviewer: Jo Reid\nParticipant: P07\nDuration: 40 minutes\n\n",
        "Interviewer: Jo Reid\nParticipant: P07\n\n",
        "Date:\t3 May\nInterviewer:\tJo Reid\n\n",
    ],
)
def test_the_fields_at_the_head_are_no_turns_but_tell_who_asks(head: str) -> None:
    text = head + talk("Jo: Well now.", "P07: Yes.", "Jo: Indeed.", "P07: No.")
    assert said(text)[0] == ("Jo", "Well now.")
    assert roles(find_turns(text)) == [INTERVIEWER, PARTICIPANT]


def test_one_line_that_names_who_speaks_below_is_no_turn_but_tells_their_role() -> None:
    talk = "Interviewer: How long?\n\nWren: Three winters now.\n\nInterviewer: And then?\n\nWren: It stopped."
    found = find_turns(f"Participant: Wren\n\n{talk}")
    assert [speaker.label for speaker in found.speakers] == ["Interviewer", "Wren"]
    assert found.speakers[1].role is SpeakerRole.PARTICIPANT
    assert len(found.turns) == 4
    assert len(find_turns(f"Participant: Yes\n\n{talk}").turns) == 5


def test_a_short_opening_exchange_is_no_head() -> None:
    assert len(said("Interviewer: Hello\nP07: Hi\nInterviewer: Sit down\nP07: Thanks")) == 4


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Interviewer 2", INTERVIEWER), ("INT", INTERVIEWER), ("Researcher", INTERVIEWER), ("Moderator", INTERVIEWER),
        ("Facilitator", INTERVIEWER), ("I", INTERVIEWER), ("Q", INTERVIEWER), ("Interviewer (Jo)", INTERVIEWER),
        ("Carer", CARER), ("Wife", CARER), ("Margaret's daughter", CARER), ("Mother", CARER), ("Unpaid carer", CARER),
        ("Support worker", SUPPORT), ("Key worker 1", SUPPORT), ("Tom (support worker)", SUPPORT), ("SW", SUPPORT),
        ("Interpreter", OTHER), ("Unknown", OTHER),
        ("P07", PARTICIPANT), ("R", PARTICIPANT),
        ("IE", PARTICIPANT), ("Margaret", PARTICIPANT), ("Dr Smith", PARTICIPANT),
        ("Paul I", PARTICIPANT),
    ],
)  # fmt: skip
def test_the_words_of_a_label_tell_the_role(label: str, role: SpeakerRole) -> None:
    assert roles(find_turns(talk(*[f"{label}: Well, now."] * 3))) == [role]


def test_of_two_unknown_speakers_the_one_with_short_questions_interviews_and_that_is_said() -> None:
    found = find_turns(
        talk("Anna: How was it?", "Ben: Cold. Why?", "Anna: Was it?", "Ben: Yes.", "Anna: Ah.", "Ben: So.")
    )
    assert roles(found) == [INTERVIEWER, PARTICIPANT]
    assert "“Anna” was taken to be the interviewer" in found.guesses[0]


@pytest.mark.parametrize("replies", [("Fine.", "It rained."), ("Are you?", "Did it?")])
def test_where_nobody_or_everybody_asks_no_interviewer_is_made_up(replies: tuple[str, str]) -> None:
    asked = "Did you?" if replies[0].endswith("?") else "I did."
    found = find_turns(talk(f"Anna: {asked}", f"Ben: {replies[0]}", f"Anna: {asked}", f"Ben: {replies[1]}"))
    assert roles(found) == [PARTICIPANT, PARTICIPANT]
    assert found.guesses == ("No speaker could be told to be the interviewer.",)


def test_a_known_interviewer_leaves_nothing_to_guess() -> None:
    assert find_turns(talk("Interviewer: Well?", "Ben: Is it?", "Interviewer: It is.", "Ben: Is it?")).guesses == ()


def test_roles_that_are_given_override_the_guess_whatever_case_and_spacing() -> None:
    text = talk("Anna: How?", "Support worker: So.", "Anna: Why?", "Support worker: Ah.")
    found = find_turns(text, ReadingChoices(roles={" anna ": OTHER, "SUPPORTWORKER": INTERVIEWER}))
    assert roles(found) == [OTHER, INTERVIEWER]


def test_a_role_for_a_label_that_is_not_there_is_a_warning() -> None:
    found = find_turns("I: Well?\n\nP1: Yes.", ReadingChoices(roles={"Zoe": CARER}))
    assert found.guesses == ("Nobody is labelled “Zoe” in this transcript.",)


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "",
                "Anna: ",
                "Ben :",
                "P07:",
                "**Anna:** ",
                "[00:01:02] Ben: ",
                "RT ",
                "RT - Rosa Tarn",
                "Ben\t",
                "Anna",
                "[00:10]",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    ),
    max_size=14,
)


@given(LINES)
def test_turns_are_ordered_disjoint_and_cover_everything_said_after_the_first_label(
    lines: list[tuple[str, str]],
) -> None:
    text = canonical("\n".join(label + words for label, words in lines))
    found = find_turns(text)
    end = found.turns[0].start if found.turns else len(text)
    for turn in found.turns:
        assert end <= turn.start < turn.end <= len(text)
        assert turn.start < turn.speech <= turn.end
        assert not text[end : turn.start].strip()
        assert not text[turn.start].isspace()
        assert not text[turn.end - 1].isspace()
        assert turn.speech == turn.end or not text[turn.speech].isspace()
        assert 0 <= turn.speaker < len(found.speakers)
        end = turn.end
    assert not found.turns or not text[end:].strip()
    assert {turn.speaker for turn in found.turns} == set(range(len(found.speakers)))


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for turn in find_turns(canonical(text)).turns:
        assert turn.start < turn.speech <= turn.end


def test_a_label_that_a_person_gives_needs_no_colon_where_it_never_has_one() -> None:
    text = talk(
        "ROK How was it?", "Mena A long wait. Mark rang.", "Menacing, it was.", "ROK And then?", "Mena They came."
    )
    found = find_turns(text, ReadingChoices(speakers=("ROK", "Mena")))
    turns = [(found.speakers[turn.speaker].label, text[turn.speech : turn.end]) for turn in found.turns]
    assert turns == [
        ("ROK", "How was it?"),
        ("Mena", "A long wait. Mark rang.\n\nMenacing, it was."),
        ("ROK", "And then?"),
        ("Mena", "They came."),
    ]


def test_a_label_with_a_colon_somewhere_is_only_a_word_without_one() -> None:
    text = talk("Int: How was it?", "Mark: A long wait.", "Mark you, they came.", "Int: Thank you.")
    assert len(find_turns(text, ReadingChoices(speakers=("Mark",))).turns) == 3
