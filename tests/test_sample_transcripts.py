"""The samples that come with the program: every transcript can be read, and every coding means a passage of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.consent import ConsentSubject
from qualcoder_lite.domain.people import CLIENT_GROUPS, Consent, FeatureState
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole, count_words, speech, turns_touched
from qualcoder_lite.importers import read_transcript
from qualcoder_lite.importers.codebooks.toml_files import read_codebook, read_register
from qualcoder_lite.importers.tables.checked import read_codings, read_participants, read_sites, read_transcript_list

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import Codebook, SiteRegister
    from qualcoder_lite.domain.transcript import TranscriptText
    from qualcoder_lite.importers.tables.checked import CodingRow, ParticipantRow, SiteRow, TranscriptRow

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "sample_transcripts"
CODEBOOKS = ROOT / "codebooks"

#: How often each speaker takes a turn.
TURNS = {
    "auchterlaw-fiona.md": {"Catriona": 21, "Fiona": 29, "Lewis": 11},
    "auchterlaw-hamish.txt": {"Catriona": 25, "Hamish": 25},
    "auchterlaw-isobel.docx": {"Catriona": 20, "Isobel": 20},
    "fenmarsh-arthur-and-joan.md": {"Moira": 19, "Arthur": 23, "Joan": 15},
    "fenmarsh-derek.docx": {"Moira": 22, "Derek": 22},
    "fenmarsh-elsie.txt": {"Moira": 24, "Elsie": 24},
    "fenmarsh-winifred.docx": {"Moira": 25, "Winifred": 25},
    "hallowby-callum.md": {"Jo": 20, "Callum": 20},
    "hallowby-lorraine.docx": {"Jo": 20, "Lorraine": 20},
    "hallowby-p07.txt": {"Int": 22, "P07": 22},
    "kestrel-bay-gary.txt": {"Sunil": 25, "Gary": 34, "Beth": 2, "Karen": 11},
    "kestrel-bay-michael.txt": {"Beth": 25, "Michael": 30, "Denise": 17},
    "kestrel-bay-sandra.md": {"Beth": 18, "Sandra": 18},
    "kestrel-bay-tina.docx": {"Sunil": 20, "Tina": 23, "Marie": 4},
}
every_file = pytest.mark.parametrize("file", TURNS)


@pytest.fixture(scope="module")
def listed() -> dict[str, TranscriptRow]:
    return {row.file: row for row in read_transcript_list(SAMPLES / "transcripts.csv")}


@pytest.fixture(scope="module")
def texts(listed: dict[str, TranscriptRow]) -> dict[str, TranscriptText]:
    return {file: read_transcript(SAMPLES / file, ReadingChoices(roles=row.roles)) for file, row in listed.items()}


@pytest.fixture(scope="module")
def codings() -> list[CodingRow]:
    return read_codings(SAMPLES / "codings.csv")


@pytest.fixture(scope="module")
def outcomes() -> Codebook:
    return read_codebook(CODEBOOKS / "outcomes-framework.toml")


@pytest.fixture(scope="module")
def features() -> Codebook:
    return read_codebook(CODEBOOKS / "features.toml")


@pytest.fixture(scope="module")
def register() -> SiteRegister:
    return read_register(CODEBOOKS / "site-register.toml")


@pytest.fixture(scope="module")
def sites(register: SiteRegister) -> dict[str, SiteRow]:
    return {row.site: row for row in read_sites(SAMPLES / "sites.csv", [feature.name for feature in register.features])}


@pytest.fixture(scope="module")
def participants() -> dict[str, ParticipantRow]:
    return {row.participant: row for row in read_participants(SAMPLES / "participants.csv")}


def test_the_list_names_every_transcript_in_the_folder(listed: dict[str, TranscriptRow]):
    in_folder = {path.name for path in SAMPLES.iterdir() if path.suffix != ".csv" and path.name != "README.md"}
    assert set(listed) == in_folder == set(TURNS)


@every_file
def test_an_interview_is_of_the_length_of_a_short_one(texts: dict[str, TranscriptText], file: str):
    assert 900 <= count_words(texts[file].text) <= 2000


@every_file
def test_a_transcript_says_before_anyone_speaks_that_it_is_invented(texts: dict[str, TranscriptText], file: str):
    said = texts[file].metadata.get("note", "") + texts[file].text[: texts[file].turns[0].start]
    assert "Invented for demonstration. Nobody in this interview is a real person." in said


@every_file
def test_every_speaker_has_the_turns_that_a_reader_counts(texts: dict[str, TranscriptText], file: str):
    text = texts[file]
    assert Counter(text.speakers[turn.speaker].label for turn in text.turns) == TURNS[file]


@every_file
def test_the_list_says_what_part_each_speaker_has(
    texts: dict[str, TranscriptText], listed: dict[str, TranscriptRow], file: str
):
    assert set(listed[file].roles) == set(TURNS[file])
    assert {speaker.label: speaker.role for speaker in texts[file].speakers} == listed[file].roles
    assert not texts[file].guesses


@every_file
def test_front_matter_agrees_with_the_list(
    texts: dict[str, TranscriptText], listed: dict[str, TranscriptRow], file: str
):
    stated, row = texts[file].metadata, listed[file]
    beside = {
        "title": row.title,
        "date": row.date,
        "site": row.site,
        "participant": row.participant,
        "client_group": row.client_group,
    }
    assert {name: stated[name] for name in beside if name in stated} == (beside if file.endswith(".md") else {})


def test_positions_are_exercised_by_accents_curly_quotes_and_an_emoji(texts: dict[str, TranscriptText]):
    words = "".join(text.text for text in texts.values())
    assert all(mark in words for mark in ("café", "naïve", "“", "’", "🙂", "[laughs]", "[inaudible]"))


def test_there_are_four_sites_three_client_groups_and_all_three_formats(
    listed: dict[str, TranscriptRow], sites: dict[str, SiteRow]
):
    assert Counter(Path(file).suffix for file in listed) == {".txt": 5, ".md": 4, ".docx": 5}
    assert {row.site for row in listed.values()} == set(sites)
    assert len(sites) == 4
    assert {row.client_group for row in listed.values()} == set(CLIENT_GROUPS)


def test_each_transcript_has_a_participant_of_its_own_at_its_site(
    listed: dict[str, TranscriptRow], participants: dict[str, ParticipantRow]
):
    assert sorted(row.participant or "" for row in listed.values()) == sorted(participants)
    for row in listed.values():
        person = participants[row.participant or ""]
        assert (person.site, person.client_group) == (row.site, row.client_group)


def test_a_support_worker_is_recorded_where_one_speaks(
    listed: dict[str, TranscriptRow], participants: dict[str, ParticipantRow]
):
    speaking = {row.participant: SpeakerRole.SUPPORT in row.roles.values() for row in listed.values()}
    assert {name: person.support_worker_present for name, person in participants.items()} == speaking


def test_one_person_refused_to_be_quoted_and_one_was_not_asked(participants: dict[str, ParticipantRow]):
    answers = Counter(person.consent.get(ConsentSubject.QUOTE, Consent.NOT_ASKED) for person in participants.values())
    assert answers == {Consent.YES: len(participants) - 2, Consent.NO: 1, Consent.NOT_ASKED: 1}


def test_most_attributions_hide_a_person_among_three_and_some_do_not(participants: dict[str, ParticipantRow]):
    people = Counter((person.respondent, person.site) for person in participants.values())
    assert sum(count >= 3 for count in people.values()) > sum(count < 3 for count in people.values()) > 0


def test_sites_have_every_feature_recorded_and_differ_in_most(sites: dict[str, SiteRow], register: SiteRegister):
    names = [feature.name for feature in register.features]
    assert all(list(site.features) == names for site in sites.values())
    states = {name: {site.features[name] for site in sites.values()} for name in names}
    assert sum({FeatureState.PRESENT, FeatureState.ABSENT} <= found for found in states.values()) > len(names) / 2


def test_two_coders_did_at_least_six_transcripts_both(listed: dict[str, TranscriptRow], codings: list[CodingRow]):
    coders = {row.coder for row in codings}
    by_both = [file for file, row in listed.items() if set(row.done) == coders]
    assert len(coders) == 2
    assert len(by_both) >= 6
    assert all({row.coder for row in codings if row.transcript == file} == coders for file in by_both)


def test_whoever_declared_a_transcript_done_coded_it(listed: dict[str, TranscriptRow], codings: list[CodingRow]):
    declared = {(file, coder) for file, row in listed.items() for coder in row.done}
    assert declared <= {(row.transcript, row.coder) for row in codings}


def test_there_are_codings_enough_for_every_page(codings: list[CodingRow]):
    assert len(codings) >= 220
    assert sum(bool(row.helped or row.hindered) for row in codings) >= 40
    assert len({row.transcript for row in codings}) >= 9
    assert {row.polarity for row in codings} == set(Polarity)


def test_every_outcome_and_most_features_are_coded(codings: list[CodingRow], outcomes: Codebook, features: Codebook):
    used = {row.code for row in codings}
    named = {code.name for code in features.codes}
    assert {code.name for code in outcomes.codes} <= used
    assert used <= named | {code.name for code in outcomes.codes}
    assert len(used & named) > len(named) * 0.8


def test_links_name_features_and_stand_on_outcomes(codings: list[CodingRow], outcomes: Codebook, features: Codebook):
    linked = [row for row in codings if row.helped or row.hindered]
    assert {row.code for row in linked} <= {code.name for code in outcomes.codes}
    assert {name for row in linked for name in row.helped + row.hindered} <= {code.name for code in features.codes}


def test_a_passage_starts_and_ends_with_a_word_that_somebody_spoke(
    texts: dict[str, TranscriptText], codings: list[CodingRow]
):
    for row in codings:
        text, turns = texts[row.transcript].text, texts[row.transcript].turns
        passage = text[row.start : row.end]
        where = f"row {row.row} of codings.csv"
        assert passage, where
        assert passage == passage.strip(), where
        assert not (text[row.start - 1].isalnum() and passage[0].isalnum()), where
        assert not (text[row.end - 1].isalnum() and text[row.end : row.end + 1].isalnum()), where
        assert speech(text, turns, row.start, row.end) == passage, where


def test_a_passage_is_one_answer_and_never_a_question(texts: dict[str, TranscriptText], codings: list[CodingRow]):
    for row in codings:
        text = texts[row.transcript]
        touched = turns_touched(text.turns, row.start, row.end)
        assert len(touched) == 1, f"row {row.row} of codings.csv"
        speaker = text.speakers[text.turns[touched[0]].speaker]
        assert speaker.role is not SpeakerRole.INTERVIEWER, f"row {row.row} of codings.csv"


def test_nobody_puts_a_code_twice_on_the_same_words(codings: list[CodingRow]):
    stretches: defaultdict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in codings:
        stretches[row.transcript, row.coder, row.code].append((row.start, row.end))
    for spans in stretches.values():
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(sorted(spans)))


def test_the_coders_mostly_agree_but_not_always(listed: dict[str, TranscriptRow], codings: list[CodingRow]):
    coders = {row.coder for row in codings}
    by_both = {file for file, row in listed.items() if set(row.done) == coders}
    placed: defaultdict[tuple[str, str], list[CodingRow]] = defaultdict(list)
    for row in codings:
        placed[row.transcript, row.code].append(row)
    shared = [row for row in codings if row.transcript in by_both]
    met = sum(
        any(
            other.coder != row.coder and other.start < row.end and row.start < other.end
            for other in placed[row.transcript, row.code]
        )
        for row in shared
    )
    assert 0.5 < met / len(shared) < 0.95
