"""Coded extracts as a Word document, reopened and read as a colleague's program would."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.exporters.word.body import allowed
from qualcoder_lite.exporters.word.extracts import Context, ExtractsDocument, counts_sentence, write_extracts_document


@pytest.fixture
def ordered(codebook, extracts) -> ExtractsDocument:
    return ExtractsDocument(
        title="Coded extracts",
        study="A study of partnership",
        date=dt.date(2026, 3, 3),
        who="AB",
        extracts=extracts,
        codebooks=(codebook,),
        scope=("All sites.", "Codings of AB and CD."),
        withheld_passages=3,
        withheld_people=1,
        warnings=("“(unpaid carer, Fenmarsh)” fits only 1 person of the project; “(unpaid carer)” would fit 7.",),
        context={extracts[0].id: Context(before=("Interviewer: Who chose?",), after=("Interviewer: And then?",))},
    )


def reopened(document: ExtractsDocument):
    stream = io.BytesIO()
    write_extracts_document(document, stream)
    return Document(io.BytesIO(stream.getvalue()))


def lines(document: ExtractsDocument) -> list[tuple[str, str]]:
    return [(p.style.name or "", p.text) for p in reopened(document).paragraphs if p.style]


def of(style: str, document: ExtractsDocument) -> list[str]:
    return [text for name, text in lines(document) if name == style]


def test_headings_are_groups_and_codes_in_the_codebooks_order(ordered):
    assert of("Heading 1", ordered) == ["Quality of life", "Process", "Codebook"]
    assert of("Heading 2", ordered) == ["Feeling safe", "Choice", "Outcomes framework (version 3)"]


def test_a_quote_holds_the_quoted_words_only_and_its_attribution_follows(ordered):
    read = lines(ordered)
    at = read.index(("Quote", "They asked me first."))
    assert read[at : at + 3] == [
        ("Quote", "They asked me first."),
        ("Quote", "Nobody had before."),
        ("Attribution", "(unpaid carer, Fenmarsh)"),
    ]


def test_each_extract_has_one_attribution(ordered):
    assert of("Attribution", ordered) == [
        "(service user, Camden)",
        "(service user, Alder Bay)",
        "(participant)",
        "(unpaid carer, Fenmarsh)",
    ]


def test_another_template_changes_the_attribution_only(ordered):
    assert of("Attribution", replace(ordered, template="– {site}"))[0] == "– Camden"
    assert of("Quote", replace(ordered, template="– {site}")) == of("Quote", ordered)


def test_context_memo_and_details_follow_the_attribution(ordered):
    read = lines(ordered)
    at = read.index(("Attribution", "(unpaid carer, Fenmarsh)"))
    assert read[at + 1 : at + 5] == [
        ("Context", "Before: Interviewer: Who chose?"),
        ("Context", "After: Interviewer: And then?"),
        ("Memo", "Memo: Choice comes with being asked."),
        ("Details", "Delivered · turn 4 · coded by AB and CD · extract 00000001"),
    ]


def test_a_code_has_its_definition_and_its_counts_in_words(ordered):
    read = lines(ordered)
    at = read.index(("Heading 2", "Feeling safe"))
    assert read[at + 1 : at + 3] == [
        ("Definition", "What the person says of feeling safe."),
        (
            "Counts",
            "3 quotes from 3 people at 2 sites. Delivered in 1, not delivered in 1 and not stated in 1.",
        ),
    ]


def test_grouping_by_site_adds_a_heading_a_site_those_without_one_last(ordered):
    read = of("Heading 3", replace(ordered, group_by="code,site"))
    assert read[:4] == ["Alder Bay", "Camden", "Site not recorded", "Fenmarsh"]
    assert len(of("Quote", replace(ordered, group_by="code,site"))) == len(of("Quote", ordered))


def test_an_unknown_grouping_is_refused_before_anything_is_written(ordered, tmp_path):
    with pytest.raises(UserError, match="can't be grouped by “coder”"):
        write_extracts_document(replace(ordered, group_by="coder"), tmp_path / "out.docx")
    assert not list(tmp_path.iterdir())


def test_an_unknown_placeholder_is_refused_before_anything_is_written(ordered, tmp_path):
    with pytest.raises(UserError, match=r"names \{role\}"):
        write_extracts_document(replace(ordered, template="({role})"), tmp_path / "out.docx")
    assert not list(tmp_path.iterdir())


def test_the_title_page_says_what_whose_and_what_was_left_out(ordered):
    front = [text for _, text in lines(ordered)]
    front = front[: front.index("Contents")]
    assert front[:2] == ["Coded extracts", "A study of partnership"]
    for words in (
        "Contains pseudonymised personal data.",
        "All sites. Codings of AB and CD.",
        "4 quotes from 4 people at 3 sites.",
        "Outcomes framework, version 3",
        "3 March 2026",
        "AB",
        "3 passages of 1 person who does not want to be quoted.",
        "fits only 1 person of the project",
    ):
        assert any(words in line for line in front), words


def test_nothing_withheld_and_nothing_to_warn_of_says_neither(ordered):
    quiet = replace(ordered, withheld_passages=0, withheld_people=0, warnings=())
    assert of("Front Heading", quiet) == []


def test_the_contents_list_the_headings_without_waiting_for_word(ordered):
    assert of("toc 1", ordered) == ["Quality of life", "Process", "Codebook"]
    assert of("toc 2", ordered) == ["Feeling safe", "Choice", "Outcomes framework (version 3)"]


def test_the_appendix_has_every_code_in_full(ordered):
    read = lines(ordered)
    assert of("Heading 4", ordered) == ["Feeling safe", "Seeing people", "Choice"]
    at = read.index(("Heading 4", "Seeing people"))
    assert [text for _, text in read[at + 1 : at + 7]] == [
        "What the person says of seeing people.",
        "When to use: The person speaks for themselves.",
        "When not to use: Somebody else supposes it of them.",
        "Example: “It was never like that before.”",
        "Also called: Seeing people (old); Another name",
        "Source: Invented for the tests",
    ]


def test_neither_participant_nor_title_is_in_the_document(ordered):
    everything = " ".join(text for _, text in lines(ordered))
    assert "P01" not in everything
    assert "Interview 1" not in everything


def test_a_code_that_no_codebook_has_comes_after_the_others(ordered, extracts):
    stray = replace(extracts[0], id="9", code="Stray", group="Elsewhere")
    assert of("Heading 1", replace(ordered, extracts=[stray, *extracts])) == [
        "Quality of life",
        "Process",
        "Elsewhere",
        "Codebook",
    ]


def test_polarity_is_left_out_of_the_counts_where_it_is_not_asked(extracts):
    unstated = [replace(extract, polarity=Polarity.NOT_STATED) for extract in extracts]
    assert counts_sentence(unstated, polarity=False) == "4 quotes from 4 people at 3 sites."
    assert counts_sentence([replace(extracts[0], site=None)], polarity=False) == "1 quote from 1 person."


def test_nothing_is_formatted_by_hand(ordered):
    document = reopened(ordered)
    for paragraph in document.paragraphs:
        properties = paragraph._p.pPr
        assert properties is not None
        assert {child.tag for child in properties} == {qn("w:pStyle")}
    assert {child.tag for of_run in document.element.iter(qn("w:rPr")) for child in of_run} == {qn("w:rStyle")}
    assert not list(document.element.iter(qn("w:txbxContent")))


def test_the_parts_are_as_the_golden_ones(ordered, tmp_path, part, golden):
    write_extracts_document(replace(ordered, group_by="code,site"), tmp_path / "out.docx")
    golden("word_extracts/document.xml", part(tmp_path / "out.docx", "word/document.xml"))
    golden("word_extracts/footer1.xml", part(tmp_path / "out.docx", "word/footer1.xml"))
    golden("word_extracts/header1.xml", part(tmp_path / "out.docx", "word/header1.xml"))
    golden("word_extracts/styles.xml", part(tmp_path / "out.docx", "word/styles.xml"))


AWKWARD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\t\n \u00a0&<>\"'\x00\x1b\ud800\udfff\ufffe🙂👩\u200d🔬שלום مرحبا\u202e\u0301"),
    ),
    max_size=120,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(AWKWARD, min_size=1, max_size=4))
def test_any_words_come_back_word_for_word(ordered, extracts, texts):
    spoken = [replace(extracts[1], id=f"{n}", text=text) for n, text in enumerate(texts)]
    quotes = of("Quote", replace(ordered, extracts=spoken, context={}))
    lines_spoken = allowed(canonical("\n".join(texts))).split("\n")
    assert quotes == [line for line in lines_spoken if line.strip()]
