"""The commands sites and participants."""

from __future__ import annotations

import json

import pytest

from tests.cli.helpers import table


def test_a_table_of_sites_is_taken_in_and_listed(study, tmp_path):
    sites = table(
        tmp_path / "sites.csv",
        "SITE, Country,setting,Client_Group,continuum,level,years,Co-location of staff,joint training for staff",
        "Hallowby,England,urban,Mental health,Structural  Integration,meso,4,present,not known",
        "fenmarsh,,,,,,,Partial,",
    )
    assert "1 site made or changed, 3 entries of the register." in study.do("sites", "--from", sites).out
    fenmarsh, hallowby = study.ask("sites")
    assert (fenmarsh["site"], fenmarsh["country"]) == ("Fenmarsh", None)
    assert fenmarsh["features"]["Co-location of staff"] == "partial"
    assert {key: hallowby[key] for key in ("country", "setting", "client_group", "continuum", "level", "years")} == {
        "country": "England",
        "setting": "urban",
        "client_group": "Mental health",
        "continuum": "structural integration",
        "level": "meso",
        "years": 4,
    }
    assert len(hallowby["features"]) == 17
    assert hallowby["features"]["Co-location of staff"] == "present"
    assert hallowby["features"]["Joint training for staff"] == "unknown"
    assert hallowby["features"]["Joint management"] == "unknown"
    assert "Hallowby" in study.do("sites").out


def test_a_register_feature_goes_by_its_alias(study, tmp_path):
    study.do("sites", "--from", table(tmp_path / "s.csv", "site,Co-location", "Fenmarsh,present"))
    assert study.ask("sites")[0]["features"]["Co-location of staff"] == "present"


def test_the_worked_example_is_taken_in_by_its_name(study):
    assert "3 sites made or changed, 51 entries" in study.do("sites", "--from", "example-register").out
    torbay = next(site for site in study.ask("sites") if site["site"] == "Torbay")
    assert torbay["features"]["Joint management"] == "present"
    assert torbay["evidence"]["Joint management"]["source"].startswith("Ham 2009")


def test_the_sites_are_written_to_a_table_that_is_taken_in_again(study, tmp_path):
    study.do("sites", "--from", "example-register")
    before = study.everything()
    assert "Wrote the sites to" in study.do("sites", "-o", tmp_path / "sites.xlsx").err
    assert "0 sites made or changed, 0 entries" in study.do("sites", "--from", tmp_path / "sites.xlsx").out
    assert study.everything() == before


def test_one_feature_under_two_names_in_a_table_is_refused(study, tmp_path):
    before = study.everything()
    sites = table(tmp_path / "s.csv", "site,Co-location,Co-location of staff", "Fenmarsh,present,absent")
    said = study("sites", "--from", sites).sentence
    assert "Co-location" in said
    assert study.everything() == before


def test_sites_are_matched_by_name_and_a_blank_cell_leaves_what_is_there(study, tmp_path):
    study.do(
        "sites",
        "--from",
        table(tmp_path / "a.csv", "site,country,years,Joint management", "Fenmarsh,England,6,present"),
    )
    study.do("sites", "--from", table(tmp_path / "b.csv", "site,country,years,Joint management", "FENMARSH,Wales,,"))
    (site,) = study.ask("sites")
    assert (site["country"], site["years"], site["features"]["Joint management"]) == ("Wales", 6, "present")


def test_the_same_sites_twice_change_nothing(study, samples):
    study.do("sites", "--from", samples / "sites.csv")
    before = study.everything()
    assert "0 sites made or changed, 0 entries" in study.do("sites", "--from", samples / "sites.csv").out
    assert study.everything() == before


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        ("site,years", "Hallowby,-1", ["Row 3", "column “years”", "value “-1”"]),
        ("site,years", "Hallowby,about four", ["Row 3", "column “years”", "value “about four”"]),
        ("site,continuum", "Hallowby,merged", ["Row 3", "column “continuum”", "value “merged”"]),
        ("site,Joint management", "Hallowby,yes", ["Row 3", "column “Joint management”", "value “yes”"]),
        ("site,years", "  ,4", ["Row 3", "column “site”"]),
        ("site,years", "FIRST,4", ["Row 3", "column “site”", "value “FIRST”"]),
        ("site,Joint managment", "Hallowby,present", ["olumn “Joint managment”", "“Joint management”"]),
        ("country,years", "England,4", ["olumn “site”"]),
    ],
)
def test_one_wrong_row_of_sites_keeps_all_out(study, tmp_path, columns, row, told):
    before = study.everything()
    sites = table(tmp_path / "s.csv", columns, "First,", row)
    said = study("sites", "--from", sites).sentence
    for part in told:
        assert part in said
    assert study.everything() == before


def test_a_site_whose_group_contradicts_its_transcripts_is_refused(study, tmp_path):
    before = study.everything()
    sites = table(tmp_path / "s.csv", "site,client_group", "Fenmarsh,Mental health")
    assert "contradict each other" in study("sites", "--from", sites).sentence
    assert study.everything() == before


# participants


def test_a_table_of_participants_is_taken_in_and_listed(study, tmp_path):
    people = table(
        tmp_path / "people.csv",
        "Participant,site,client group,respondent,support worker present,quote consent,Lives with",
        "Elsie,,,service user,no,yes,alone",
        "Derek,Hallowby,Mental health,Unpaid Carer,yes,no,",
    )
    said = study.do("participants", "--from", people)
    assert said.out == "2 participants made or changed.\n"
    assert said.err == "New site “Hallowby”.\n"
    derek, elsie = study.ask("participants")
    assert derek | {"id": ""} == {
        "id": "",
        "participant": "Derek",
        "site": "Hallowby",
        "client_group": "Mental health",
        "respondent": "unpaid carer",
        "support_worker_present": True,
        "quote_consent": "no",
        "attributes": {},
        "consent": {"quote": {"answer": "no", "date": None, "note": ""}},
        "transcripts": [],
        "codings": 0,
    }
    assert (elsie["support_worker_present"], elsie["quote_consent"]) == (False, "yes")
    assert elsie["attributes"] == {"Lives with": "alone"}
    assert "unpaid carer" in study.do("participants").out


def test_what_is_not_stated_of_a_participant_is_null(study):
    (elsie,) = study.ask("participants")
    assert (elsie["site"], elsie["client_group"], elsie["respondent"]) == (None, None, None)
    assert (elsie["support_worker_present"], elsie["quote_consent"]) == (None, "not asked")


def test_participants_are_matched_by_name_and_a_blank_cell_leaves_what_is_there(study, tmp_path):
    columns = "participant,respondent,quote_consent,lives with,age"
    study.do("participants", "--from", table(tmp_path / "a.csv", columns, "Elsie,service user,no,alone,80"))
    study.do("participants", "--from", table(tmp_path / "b.csv", columns, "elsie,,,with a daughter,"))
    (elsie,) = study.ask("participants")
    assert (elsie["respondent"], elsie["quote_consent"]) == ("service user", "no")
    assert elsie["attributes"] == {"lives with": "with a daughter", "age": "80"}


def test_the_same_participants_twice_change_nothing(demonstration, samples):
    before = demonstration.everything()
    said = demonstration.do("participants", "--from", samples / "participants.csv")
    assert said.out == "0 participants made or changed.\n"
    assert demonstration.everything() == before


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        ("participant,respondent", "Derek,neighbour", ["Row 3", "column “respondent”", "value “neighbour”"]),
        ("participant,quote_consent", "Derek,maybe", ["Row 3", "column “quote_consent”", "value “maybe”"]),
        ("participant,support_worker_present", "Derek,2", ["Row 3", "value “2”"]),
        ("participant,age", ",80", ["Row 3", "column “participant”"]),
        ("participant,age", "first,80", ["Row 3", "column “participant”", "value “first”"]),
        ("name,age", "Derek,80", ["olumn “participant”"]),
    ],
)
def test_one_wrong_row_of_participants_keeps_all_out(study, tmp_path, columns, row, told):
    before = study.everything()
    said = study("participants", "--from", table(tmp_path / "p.csv", columns, "First,", row)).sentence
    for part in told:
        assert part in said
    assert study.everything() == before


def test_a_participant_whose_site_contradicts_a_transcript_is_refused(study, tmp_path):
    before = study.everything()
    people = table(tmp_path / "p.csv", "participant,site", "Derek,Elsewhere", "Elsie,Hallowby")
    said = study("participants", "--from", people).sentence
    assert "Hallowby" in said
    assert study.everything() == before


def test_json_after_taking_a_table_in_is_the_list_alone(study, samples):
    answer = study.do("sites", "--from", samples / "sites.csv", "--json")
    assert len(answer.json) == 4
    assert "made or changed" in answer.err
    assert len(study.do("participants", "--from", samples / "participants.csv", "--json").json) == 14


def test_a_feature_of_ones_own_becomes_a_column_of_the_table_of_sites(run, tmp_path):
    study, sites = tmp_path / "study.qclite", tmp_path / "sites.csv"
    run("new", study)
    sites.write_text("site,Joint outreach\nFenmarsh,present\n", encoding="utf-8")
    refused = run("sites", study, "--from", sites)
    assert refused.code == 1
    assert "Column “Joint outreach”: this table has no such column; did you mean “Joint training”" in refused.err
    assert "qualcoder-lite sites add-feature PROJECT NAME" in refused.err
    assert run("sites", "add-feature", study, "Joint outreach", "--definition", "They go out together").code == 0
    assert run("sites", study, "--from", sites).code == 0
    [site] = json.loads(run("sites", study, "--json").out)
    assert site["features"]["Joint outreach"] == "present"
    assert "Took “Joint outreach” out" in run("sites", "remove-feature", study, "Joint outreach").out
    assert "stay as they are" in run("sites", "remove-feature", study, "Joint management").err
