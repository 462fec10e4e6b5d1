"""The codebooks, the register and the published findings that come with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qualcoder_lite.domain.codebook import CodebookKind, code_id, slug
from qualcoder_lite.domain.names import folded
from qualcoder_lite.importers.codebooks.toml_files import read_codebook, read_published, read_register

FOLDER = Path(__file__).resolve().parent.parent / "codebooks"
OUTCOMES = read_codebook(FOLDER / "outcomes-framework.toml")
FEATURES = read_codebook(FOLDER / "features.toml")
FACTORS = read_codebook(FOLDER / "joint-working.toml")
REGISTER = read_register(FOLDER / "site-register.toml")
PUBLISHED_2013 = read_published(FOLDER / "published-2013.toml")
PUBLISHED_2011 = read_published(FOLDER / "published-2011.toml")

CODEBOOKS = (OUTCOMES, FEATURES, FACTORS)
GROUPS = [(book, group) for book in CODEBOOKS for group in book.groups]
CODES = [(book, code) for book in CODEBOOKS for code in book.codes]
OPERATIONAL = ("Co-location", "Multidisciplinary team", "Specialist partnership", "Extended partnership")
COLOURS = {
    *("quality-of-life", "process", "change", "features", "barriers", "themes"),
    *("organisational", "cultural", "contextual"),
}
#: Single keys that do something else in the window.
COMMANDS = {"V", "L", "M", "N"}

TABLE_1 = {
    "Quality of life": [
        "Feeling safe",
        "Having things to do",
        "Seeing people",
        "Staying as well as you can be",
        "Living life as you want",
        "Living where you want",
        "Dealing with stigma (mental health)",
    ],
    "Process": ["Listened to", "Choice", "Treated as an individual", "Reliability", "Responsiveness"],
    "Change": ["Improved confidence and skills", "Improving mobility", "Reduced symptoms"],
}
TABLE_3 = {
    "Feeling safe": "Feeling safe",
    "Having things to do": "Having things to do",
    "Contact with other people": "Seeing people",
    "Staying as well as you can be": "Staying as well as you can be",
    "Being listened to": "Listened to",
    "Feeling valued and treated with respect": "Treated as an individual",
    "Having choices": "Choice",
    "Having people to rely on": "Reliability",
    "Knowing someone will respond": "Responsiveness",
    "Improving skills and confidence": "Improved confidence and skills",
    "Improving mobility": "Improving mobility",
    "Reducing symptoms": "Reduced symptoms",
}
FEATURE_NAMES = {
    "Features of partnership": list(OPERATIONAL),
    "Features of service": [
        "Staff working together as a team",
        "Good relationships between staff and users",
        "Continuity of staff",
        "Sufficient staff",
        "Good resources",
        "Preventative services",
        "Long-term services",
        "Easy access to responsive services",
        "Single point of contact",
        "Key worker",
        "Out-of-hours support",
        "Good communication between staff and agencies",
        "Person-centred planning",
        "Holistic focus on the person",
        "Help to reach mainstream and specialist health services",
        "Links with other services",
        "Staff with specialist knowledge",
        "Group activity and drop-in",
        "Healthy living groups",
        "Self-advocacy and collective voice",
    ],
    "Barriers": [
        "Low staffing",
        "Lack of continuity of staff",
        "Limited resources",
        "Poor access to transport",
        "Time-limited services",
    ],
}
REGISTER_NAMES = [
    "Single shared assessment processes",
    "Single point of entry/contact for users",
    "Regular and routine contact between professionals in different roles",
    "Single consultation process with users",
    "Shared mission statement/objectives",
    "Joint training for staff",
    "Shared information systems",
    "Co-location of staff",
    "Joint management",
    "Joint planning and commissioning",
    "Pooled or aligned budgets",
    "Partnership agreement in place",
    "Accountable to health and local authority",
    "Reported use of Health Act Flexibilities",
    "Multidisciplinary team",
    "Specialist partnership",
    "Extended partnership",
]
MARKS_2013 = {
    "Feeling safe": "co-location multidisciplinary-team specialist-partnership",
    "Having things to do": "extended-partnership",
    "Seeing people": "extended-partnership",
    "Staying as well as you can be": "co-location multidisciplinary-team",
    "Listened to": "co-location",
    "Treated as an individual": "specialist-partnership",
    "Choice": "co-location multidisciplinary-team extended-partnership",
    "Reliability": "co-location",
    "Responsiveness": "co-location",
    "Improved confidence and skills": "multidisciplinary-team",
    "Improving mobility": "multidisciplinary-team",
    "Reduced symptoms": "multidisciplinary-team",
}


def called(book):
    return {group.name: [code.name for code in group.codes] for group in book.groups}


def names_of(marks):
    """The marks that were found, by the names of outcome and feature."""
    by_id = {code.id: code.name for _, code in CODES}
    return {(by_id[mark.outcome], by_id[mark.feature]) for mark in marks if mark.found}


def test_the_outcomes_are_the_fifteen_of_table_1():
    assert called(OUTCOMES) == TABLE_1
    assert [len(group.codes) for group in OUTCOMES.groups] == [7, 5, 3]


def test_every_row_of_table_3_leads_to_its_outcome():
    by_label = {folded(label): code.name for code in OUTCOMES.codes for label in (code.name, *code.aliases)}
    assert {row: by_label[folded(row)] for row in TABLE_3} == TABLE_3


def test_the_features_are_four_of_partnership_twenty_of_service_and_five_barriers():
    assert called(FEATURES) == FEATURE_NAMES


def test_the_factors_are_codes_for_each_direction_the_review_reports():
    directions = {
        group.name: (
            sum(code.name.endswith(" (promoting)") for code in group.codes),
            sum(code.name.endswith(" (hindering)") for code in group.codes),
        )
        for group in FACTORS.groups
    }
    assert directions == {
        "Organisational issues": (8, 8),
        "Cultural and professional issues": (1, 5),
        "Contextual issues": (0, 4),
    }
    assert len(FACTORS.codes) == 26


def test_the_kinds_put_outcomes_in_rows_and_features_in_columns():
    assert [book.kind for book in CODEBOOKS] == [CodebookKind.OUTCOMES, CodebookKind.FEATURES, CodebookKind.FACTORS]


@pytest.mark.parametrize("book", [*CODEBOOKS, REGISTER, PUBLISHED_2013, PUBLISHED_2011], ids=lambda book: book.name)
def test_a_file_is_called_what_it_holds(book):
    assert (FOLDER / f"{book.name}.toml").is_file()
    assert book.title
    assert book.source


def test_no_file_is_shipped_that_is_not_read_here():
    read = {book.name for book in (*CODEBOOKS, REGISTER, PUBLISHED_2013, PUBLISHED_2011)}
    assert {path.stem for path in FOLDER.glob("*.toml")} == read
    assert [path.name for path in FOLDER.iterdir() if path.suffix != ".toml"] == ["example-register.csv"]


@pytest.mark.parametrize(("book", "code"), CODES, ids=lambda part: part.name)
def test_a_code_has_every_field_filled(book, code):
    fields = (
        code.question,
        code.definition,
        code.when_to_use,
        code.when_not_to_use,
        code.example,
        code.key,
        code.source,
    )
    assert all(field.strip() == field != "" for field in fields)
    assert code.aliases
    assert code.question.startswith("Is this person ")
    assert code.question.endswith("?")
    assert code.id == code_id(book.name, slug(code.name))


@pytest.mark.parametrize(("_book", "code"), CODES, ids=lambda part: part.name)
def test_a_code_is_sourced_to_a_table_or_heading_and_never_to_a_page(_book, code):
    assert code.source.startswith(("Petch, Cook and Miller (2013), ", "Cameron et al. (2012), "))
    assert "“" in code.source or "Table" in code.source
    assert " p." not in code.source
    assert "page" not in code.source


@pytest.mark.parametrize(("_book", "code"), CODES, ids=lambda part: part.name)
def test_a_code_is_told_in_short_sentences(_book, code):
    for text in (code.question, code.definition, code.when_to_use, code.when_not_to_use, code.example):
        assert max(len(sentence.split()) for sentence in text.replace("?", ".").split(". ")) <= 26


def test_texts_are_not_shared_between_codes():
    texts = [text for _, code in CODES for text in (code.question, code.definition, code.when_to_use, code.example)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("_book", "code"), CODES, ids=lambda part: part.name)
def test_when_not_to_use_a_code_points_to_another_one(_book, code):
    others = {other.name for _, other in CODES} - {code.name}
    assert any(name in code.when_not_to_use for name in others)
    for piece in re.findall(r".*?\((?:promoting|hindering)\)", code.when_not_to_use):
        assert any(piece.endswith(name) for name in others)


def test_group_keys_differ_over_all_codebooks_and_leave_the_windows_commands_alone():
    keys = [group.key for _, group in GROUPS]
    assert len(set(keys)) == len(keys)
    assert not COMMANDS & set(keys)
    assert keys == ["Q", "P", "C", "F", "S", "B", "O", "U", "X"]


@pytest.mark.parametrize(("_book", "group"), GROUPS, ids=lambda part: part.name)
def test_a_group_has_a_colour_a_description_and_code_keys_that_differ_and_stand_in_the_name(_book, group):
    assert group.colour in COLOURS
    assert group.description
    assert len({code.key for code in group.codes}) == len(group.codes)
    assert all(code.key in code.name.upper() for code in group.codes)


def test_a_name_or_alias_means_one_code_over_all_codebooks():
    labels = [folded(label) for _, code in CODES for label in (code.name, *code.aliases)]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


def test_the_register_has_the_seventeen_features_in_order():
    assert [feature.name for feature in REGISTER.features] == REGISTER_NAMES
    assert all(feature.definition and feature.source and feature.aliases for feature in REGISTER.features)


def test_register_and_features_meet_by_link_and_by_name():
    by_id = {code.id: code for code in FEATURES.codes}
    linked = {feature.name: by_id[feature.code].name for feature in REGISTER.features if feature.code}
    assert linked == {
        "Single point of entry/contact for users": "Single point of contact",
        "Co-location of staff": "Co-location",
        "Multidisciplinary team": "Multidisciplinary team",
        "Specialist partnership": "Specialist partnership",
        "Extended partnership": "Extended partnership",
    }
    for feature in REGISTER.features:
        if feature.code:
            code = by_id[feature.code]
            assert {folded(x) for x in (feature.name, *feature.aliases)} & {
                folded(x) for x in (code.name, *code.aliases)
            }


def test_a_label_that_register_and_codes_share_means_the_same_feature():
    by_label = {folded(label): code.id for _, code in CODES for label in (code.name, *code.aliases)}
    for feature in REGISTER.features:
        for label in (feature.name, *feature.aliases):
            assert by_label.get(folded(label), feature.code) == feature.code


def test_table_3_has_its_seventeen_marks_and_no_other():
    by_slug = {code_id("features", slug(name)): slug(name) for name in OPERATIONAL}
    found = [mark for mark in PUBLISHED_2013.marks if mark.found]
    expected = {
        (code_id(OUTCOMES.name, slug(row)), name) for row, names in MARKS_2013.items() for name in names.split()
    }
    assert len(found) == 17
    assert {(mark.outcome, by_slug[mark.feature]) for mark in found} == expected


def test_table_3_speaks_of_twelve_outcomes_under_four_features_and_of_nothing_else():
    twelve = {code_id(OUTCOMES.name, slug(row)) for row in MARKS_2013}
    four = {code_id(FEATURES.name, slug(name)) for name in OPERATIONAL}
    assert set(PUBLISHED_2013.by_pair) == {(outcome, feature) for outcome in twelve for feature in four}
    assert len(PUBLISHED_2013.marks) == 48


def test_the_remark_on_informal_partnership_is_a_no_with_a_note():
    pair = code_id(OUTCOMES.name, "improved-confidence-and-skills"), code_id(FEATURES.name, "extended-partnership")
    mark = PUBLISHED_2013.by_pair[pair]
    assert not mark.found
    assert "informal partnership" in mark.note


def test_the_2011_review_is_read_by_group_with_the_outcomes_it_names():
    quality, process, change = (TABLE_1[name] for name in ("Quality of life", "Process", "Change"))
    expected = {
        "Co-location": [*process, "Feeling safe"],
        "Multidisciplinary team": [*quality, *process, *change],
        "Specialist partnership": process,
        "Extended partnership": [*quality, "Choice"],
    }
    assert names_of(PUBLISHED_2011.marks) == {(row, feature) for feature, rows in expected.items() for row in rows}


def test_the_2011_review_leaves_no_outcome_open_under_the_four_features():
    four = {code_id(FEATURES.name, slug(name)) for name in OPERATIONAL}
    assert set(PUBLISHED_2011.by_pair) == {(code.id, feature) for code in OUTCOMES.codes for feature in four}
    assert len(PUBLISHED_2011.marks) == 60


def test_the_2011_review_says_for_each_mark_whether_it_names_the_outcome_or_its_group():
    by_id = {code.id: code.name for _, code in CODES}
    found = [mark for mark in PUBLISHED_2011.marks if mark.found]
    named = {(by_id[mark.outcome], by_id[mark.feature]) for mark in found if mark.note.startswith("Named")}
    assert named == {
        ("Responsiveness", "Co-location"),
        ("Feeling safe", "Co-location"),
        ("Treated as an individual", "Specialist partnership"),
        ("Having things to do", "Extended partnership"),
        ("Seeing people", "Extended partnership"),
        ("Choice", "Extended partnership"),
    }
    assert all(mark.note.startswith(("Named", "Tied to ")) for mark in found)
