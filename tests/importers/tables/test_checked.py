"""Tables of codings, sites, participants and transcripts: every column, and every mistake with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.consent import ConsentSubject
from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.domain.people import Consent, FeatureState, Respondent
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.importers.tables.checked import (
    CodingRow,
    ParticipantRow,
    SiteRow,
    TranscriptRow,
    read_codings,
    read_participants,
    read_sites,
    read_transcript_list,
)

FEATURES = ["Co-location of staff", "Co-location", "Joint training for staff", "Pooled or aligned budgets"]
CODING = "transcript,start,end,code,coder\n"

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str) -> Path:
        path = tmp_path / "table.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def read_some_sites(path: Path) -> list[SiteRow]:
    return read_sites(path, FEATURES)


def test_codings_are_read_with_everything_they_may_have(write: Write) -> None:
    path = write(
        "Transcript,START,end,Code,coder,Polarity,helped,hindered,Memo\n"
        'Elsie,0,12,Feeling safe,AB,Not-Delivered,Key worker; Co-location ;,"Low staffing","She laughs, here"\n'
    )
    assert read_codings(path) == [
        CodingRow(
            row=2, transcript="Elsie", start=0, end=12, code="Feeling safe", coder="AB",
            polarity=Polarity.NOT_DELIVERED, helped=("Key worker", "Co-location"), hindered=("Low staffing",),
            memo="She laughs, here",
        )
    ]  # fmt: skip


def test_a_coding_needs_no_more_than_where_what_and_who(write: Write) -> None:
    (coding,) = read_codings(write(f"{CODING}Elsie,3,12,Choice,AB\n"))
    assert (coding.polarity, coding.helped, coding.hindered, coding.memo) == (Polarity.NOT_STATED, (), (), "")


@pytest.mark.parametrize(
    ("written", "polarity"),
    [
        ("delivered", Polarity.DELIVERED), ("not_delivered", Polarity.NOT_DELIVERED),
        ("NOT DELIVERED", Polarity.NOT_DELIVERED),
        ("mixed", Polarity.MIXED), ("not stated", Polarity.NOT_STATED), ("", Polarity.NOT_STATED),
    ],
)  # fmt: skip
def test_a_polarity_may_be_written_with_any_mark_between_its_words(
    write: Write, written: str, polarity: Polarity
) -> None:
    (coding,) = read_codings(write(f"transcript,start,end,code,coder,polarity\nElsie,3,12,Choice,AB,{written}\n"))
    assert coding.polarity is polarity


def test_sites_are_read_with_their_features(write: Write) -> None:
    path = write(
        "site,country,setting,Client Group,continuum,years,level,co-location OF staff,Joint training for staff\n"
        "Camden,England,urban,Older people,Coordination,12,meso,Present,\n"
        "Leeds,,,,,,,not known,partial\n"
    )
    assert read_some_sites(path) == [
        SiteRow(
            row=2, site="Camden", country="England", setting="urban", client_group="Older people",
            continuum="co-ordination", years=12, level="meso", features={"Co-location of staff": FeatureState.PRESENT},
        ),
        SiteRow(
            row=3, site="Leeds", country=None, setting=None, client_group=None, continuum=None, years=None, level=None,
            features={"Co-location of staff": FeatureState.UNKNOWN, "Joint training for staff": FeatureState.PARTIAL},
        ),
    ]  # fmt: skip


def test_participants_keep_further_columns_as_attributes(write: Write) -> None:
    path = write(
        "participant,site,client_group,respondent,support worker present,Quote consent,Age band,lives with\n"
        "Elsie,Camden,Older people,Service User,no,YES,80 and over,\n"
        "Gary,,,unpaid-carer,Yes,not asked,,a friend\n"
        "Tina,,,,,,,\n"
    )
    assert read_participants(path) == [
        ParticipantRow(
            row=2, participant="Elsie", site="Camden", client_group="Older people", respondent=Respondent.SERVICE_USER,
            support_worker_present=False, consent={ConsentSubject.QUOTE: Consent.YES},
            consent_date="", attributes={"Age band": "80 and over"},
        ),
        ParticipantRow(
            row=3, participant="Gary", site=None, client_group=None, respondent=Respondent.UNPAID_CARER,
            support_worker_present=True, consent={ConsentSubject.QUOTE: Consent.NOT_ASKED},
            consent_date="", attributes={"lives with": "a friend"},
        ),
        ParticipantRow(
            row=4, participant="Tina", site=None, client_group=None, respondent=None,
            support_worker_present=None, consent={}, consent_date="", attributes={},
        ),
    ]  # fmt: skip


def test_a_list_of_transcripts_has_any_of_the_options_of_an_import(write: Write) -> None:
    path = write(
        "file;participant;site;client group;date;done;speakers;role;again;title\n"
        '"a/one.txt";Elsie;Camden;Older people;3/5/2024;"AB; CD";none;"Jo = interviewer; Key worker=Support";yes;One\n'
        "two.txt;;;;;;;;;\n"
    )
    assert read_transcript_list(path) == [
        TranscriptRow(
            row=2, file="a/one.txt", participant="Elsie", site="Camden", client_group="Older people",
            date="2024-05-03", done=("AB", "CD"), speakers="none",
            roles={"Jo": SpeakerRole.INTERVIEWER, "Key worker": SpeakerRole.SUPPORT}, again=True, title="One",
        ),
        TranscriptRow(
            row=3, file="two.txt", participant=None, site=None, client_group=None, date=None, done=(), speakers=None,
            roles={}, again=None, title=None,
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-5-3", "2024-05-03"),
        ("31.12.1999", "1999-12-31"),
        ("2024-05-03 09:30:00", "2024-05-03"),
    ],
)
def test_dates_are_put_in_iso_form(write: Write, written: str, date: str) -> None:
    path = write(f"file,date\none.txt,{written}\n")
    assert read_transcript_list(path)[0].date == date


@pytest.mark.parametrize(
    ("read", "content", "sentence"),
    [
        (read_codings, "transcript,start,end,coder\nx,1,2,AB\n", "Column “code”: this column is missing"),
        (read_codings, "transcript,start,end,code,coder,polarty\nx,1,2,c,AB,\n", "did you mean “polarity”"),
        (
            read_codings,
            f"{CODING}x,1,2,c,AB\nx,one,2,c,AB\n",
            "Row 3, column “start”, value “one”: this must be a whole",
        ),
        (read_codings, f"{CODING}x,-1,2,c,AB\n", "Row 2, column “start”, value “-1”"),
        (read_codings, f"{CODING}x,²,2,c,AB\n", "Row 2, column “start”, value “²”"),
        (read_codings, f"{CODING}x,1,99999999999,c,AB\n", "Row 2, column “end”, value “99999999999”"),
        (read_codings, f"{CODING}x,1,,c,AB\n", "Row 2, column “end”: the position is missing"),
        (read_codings, f"{CODING}x,7,7,c,AB\n", "Row 2, column “end”, value “7”: the end must come after the start, 7"),
        (read_codings, f"{CODING}x,1,2,,AB\n", "Row 2, column “code”: this cell may not be blank"),
        (
            read_codings,
            "transcript,start,end,code,coder,Polarity\nx,1,2,c,AB,good\n",
            "Row 2, column “Polarity”, value “good”: this must be “delivered”, “not delivered”, “mixed” or",
        ),
        (
            read_some_sites,
            "site,co-locaton\nCamden,present\n",
            "Column “co-locaton”: this table has no such column; did",
        ),
        (
            read_some_sites,
            "site,years\nCamden,two\n",
            "Row 2, column “years”, value “two”: this must be a whole number",
        ),
        (
            read_some_sites,
            "site,continuum\nCamden,loose\n",
            "“relative autonomy”, “co-ordination”, “joint appointments”",
        ),
        (
            read_some_sites,
            "site,co-location\nCamden,presnt\n",
            "“unknown” or “not known”; did you mean “present”?",
        ),
        (read_some_sites, "site,co-location\nCamden,yes\n", "Row 2, column “co-location”, value “yes”: this must be"),
        (read_some_sites, "site,years\n,3\n", "Row 2, column “site”: this cell may not be blank"),
        (
            read_some_sites,
            "site\nCamden\ncamden\n",
            "Row 3, column “site”, value “camden”: row 2 is about the same site",
        ),
        (read_participants, "name\nElsie\n", "Column “participant”: this column is missing"),
        (read_participants, "participant,respondent\nE,niece\n", "“service user”, “unpaid carer” or “paid carer”"),
        (read_participants, "participant,support_worker_present\nE,maybe\n", "this must be “yes”, “no”"),
        (read_participants, "participant,quote_consent\nE,perhaps\n", "“not asked”, “yes” or “no”"),
        (read_participants, "participant\nE\nE\n", "Row 3, column “participant”, value “E”: row 2 is about"),
        (read_transcript_list, "file,date\na.txt,30/2/2024\n", "value “30/2/2024”: there is no such date"),
        (read_transcript_list, "file,date\na.txt,May\n", "value “May”: this must be a date"),
        (read_transcript_list, "file,speakers\na.txt,some\n", "this must be “auto” or “none”"),
        (read_transcript_list, "file,role\na.txt,Jo\n", "value “Jo”: this must be written like Jo=interviewer"),
        (read_transcript_list, "file,role\na.txt,Jo=boss\n", "value “boss”: this must be “interviewer”"),
        (read_transcript_list, "file,colour\na.txt,red\n", "Column “colour”: this table has no such column"),
    ],
)
def test_a_mistake_is_named_with_its_row_column_and_value(
    write: Write, read: Callable[[Path], object], content: str, sentence: str
) -> None:
    with pytest.raises(TableError) as caught:
        read(write(content))
    assert sentence in str(caught.value)


def test_an_error_carries_its_place_apart_from_its_sentence(write: Write) -> None:
    with pytest.raises(TableError) as caught:
        read_codings(write(f"{CODING}x,one,2,c,AB\n"))
    assert (caught.value.row, caught.value.column, caught.value.value) == (2, "start", "one")


@pytest.mark.parametrize(
    ("heading", "proposed"),
    [
        ("Co-locaton", "did you mean “Co-location” or “Co-location of staff”?"),
        ("Co-locaton: source", "did you mean “Co-location: source” or “Co-location of staff: source”?"),
        ("Colocated: note", "did you mean “Co-location: note” or “Co-location of staff: note”?"),
    ],
)
def test_columns_of_evidence_are_proposed_for_columns_of_evidence_alone(
    write: Write, heading: str, proposed: str
) -> None:
    with pytest.raises(TableError) as caught:
        read_some_sites(write(f"site,{heading}\nCamden,present\n"))
    assert proposed in str(caught.value)


def test_columns_that_are_like_none_are_told_some_of_those_there_are(write: Write) -> None:
    with pytest.raises(TableError, match=r"it may have “site”, .+[^?.]\. A feature of your own"):
        read_some_sites(write("site,zebra\nCamden,present\n"))
