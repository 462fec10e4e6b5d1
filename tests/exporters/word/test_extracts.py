"""Coded extracts as a Word document, reopened and read as a colleague's program would."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.layout import Appendix, ExtractsLayout, Split
from qualcoder_lite.domain.extracts.quote_mark import MarkedPart, check_of, read_mark
from qualcoder_lite.domain.extracts.quote_notes import CoderShare, DecisionTold, QuoteNotes, SignedMemo, Source
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.exporters.word.body import allowed
from qualcoder_lite.exporters.word.extracts import counts_sentence, write_extracts_document
from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument


@pytest.fixture
def ordered(codebook, extracts) -> ExtractsDocument:
    return ExtractsDocument(
        title="Coded extracts",
        study=ProjectDetails("A study of partnership"),
        date=dt.date(2026, 3, 3),
        who="AB",
        extracts=extracts,
        codebooks=(codebook,),
        scope=("All sites.", "Codings of AB and CD."),
        withheld_passages=3,
        withheld_people=1,
        warnings=("“(unpaid carer, Fenmarsh)” fits only 1 person of the project; “(unpaid carer)” would fit 7.",),
        all_sites=9,
        notes={
            extracts[0].id: QuoteNotes(
                before="Interviewer: Who chose?",
                after="Interviewer: And then?",
                also=("Trust",),
                features=("Key worker",),
                line=12,
                source=1,
                settled=True,
                memos=(
                    SignedMemo(text="Choice comes with being asked.", coder="AB", written_at="2026-03-02T09:00:00Z"),
                ),
            )
        },
        shares=(CoderShare(coder="AB", role="academic", transcripts=4, done=3, quotes=4),),
        decided=(
            DecisionTold(code="Choice", source=1, turn=4, what="took both", who="CD", on="2026-03-01", why="Both fit."),
        ),
        sources=(
            Source(
                number=1,
                person="P01",
                respondent="unpaid carer",
                client_group="Older people",
                site="Fenmarsh",
                date="2026-01-12",
                words=4012,
                quotes=1,
            ),
        ),
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
    assert of("Heading 1", ordered) == [
        "Quality of life",
        "Process",
        "Appendix A: Codebook",
        "Appendix B: Who speaks of what",
        "Appendix C: Who coded what, and what was decided",
        "Appendix D: Sources",
    ]
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


def test_around_a_quote_stand_the_turns_memos_and_where_it_is(ordered):
    read = lines(ordered)
    at = read.index(("Quote", "They asked me first."))
    assert read[at - 1] == ("Context", "Before – Interviewer: Who chose?")
    at = read.index(("Attribution", "(unpaid carer, Fenmarsh)"))
    assert read[at + 1 : at + 4] == [
        ("Context", "After – Interviewer: And then?"),
        ("Memo", "Memo (AB, 2 March 2026): Choice comes with being asked."),
        (
            "Details",
            "Delivered · P01 · turn 4 · line 12 · quote 00000-08001 · coded by AB and CD (settled) · also coded: Trust",
        ),
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
    read = of("Heading 3", replace(ordered, layout=ExtractsLayout(split=Split.SITE)))
    assert read[:4] == ["Alder Bay", "Camden", "Site not recorded", "Fenmarsh"]
    assert len(of("Quote", replace(ordered, layout=ExtractsLayout(split=Split.SITE)))) == len(of("Quote", ordered))


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
        "4 quotes from 4 people at 3 of 9 sites.",
        "Outcomes framework, version 3",
        "3 March 2026",
        "AB",
        "3 passages of 1 person who does not want to be quoted.",
        "fits only 1 person of the project",
    ):
        assert any(words in line for line in front), words


def test_nothing_withheld_and_nothing_to_warn_of_says_neither(ordered):
    quiet = replace(ordered, withheld_passages=0, withheld_people=0, warnings=())
    assert of("Front Heading", quiet) == ["How to read this"]


def test_the_contents_list_the_headings_without_waiting_for_word(ordered):
    assert of("toc 1", ordered) == of("Heading 1", ordered)
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


def everything(document: ExtractsDocument) -> str:
    return "\n".join(text.text or "" for text in reopened(document).element.iter(qn("w:t")))


def test_a_transcripts_title_is_nowhere_and_a_pseudonym_only_where_it_is_asked_for(ordered):
    assert "Interview 1" not in everything(ordered)
    assert "P01" in everything(ordered)
    quiet = ExtractsLayout(details=False, appendices=frozenset({Appendix.COUNTS}))
    assert "P01" not in everything(replace(ordered, layout=quiet))


@pytest.mark.parametrize(
    ("split", "headings"),
    [
        (Split.CLIENT_GROUP, ["Client group not recorded", "Client group not recorded"]),
        (Split.PARTICIPANT, ["P02", "P03", "P04", "P01"]),
        (Split.FEATURE, ["No feature named", "Key worker"]),
    ],
)
def test_quotes_of_a_code_are_divided_by_what_is_asked_for(ordered, split, headings):
    assert of("Heading 3", replace(ordered, layout=ExtractsLayout(split=split)))[: len(headings)] == headings


def test_a_quote_under_two_headings_is_marked_at_both_places(ordered, extracts):
    notes = {extracts[0].id: QuoteNotes(features=("Key worker", "Trust"))}
    document = replace(ordered, layout=ExtractsLayout(split=Split.FEATURE), notes=notes)
    names = [mark.get(qn("w:name")) for mark in reopened(document).element.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names)
    marks = [mark for mark in map(read_mark, names) if mark and mark.coding == extracts[0].id]
    assert [(mark.place, mark.part) for mark in marks] == [
        (place, part) for place in (1, 2) for part in (MarkedPart.QUOTE, MarkedPart.QUOTE, MarkedPart.DETAILS)
    ]
    assert {mark.check for mark in marks} == {check_of(extracts[0].text)}


def test_the_appendices_tell_counts_people_first_who_coded_and_whom_from(ordered):
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in reopened(ordered).tables]
    counts, coders, decided, sources = tables
    assert counts[:2] == [
        ["Code", "Everybody", "Alder Bay", "Camden", "Fenmarsh", "Site not recorded"],
        ["Feeling safe", "3 (3)", "1 (1)", "1 (1)", "–", "1 (1)"],
    ]
    assert coders[1] == ["AB", "academic", "4", "3", "4"]
    assert decided[1] == ["Choice", "source 1\nturn 4", "took both", "CD\n1 March 2026", "Both fit."]
    assert sources[1][:5] == ["1", "P01", "unpaid carer", "Older people", "Fenmarsh"]


def test_an_appendix_that_is_left_out_leaves_no_gap_in_the_letters(ordered):
    layout = ExtractsLayout(appendices=frozenset(Appendix) - {Appendix.COUNTS})
    assert of("Heading 1", replace(ordered, layout=layout))[2:] == [
        "Appendix A: Codebook",
        "Appendix B: Who coded what, and what was decided",
        "Appendix C: Sources",
    ]


def test_the_plain_version_says_in_plain_words_what_to_take_care_of(ordered):
    asked, unasked = ordered.extracts[0], [replace(extract, not_asked=True) for extract in ordered.extracts[1:]]
    said = "3 extracts are of 2 people for whom no consent to be quoted is recorded yet."
    usual = replace(ordered, extracts=[asked, *unasked], unasked=said)
    plain = replace(usual, layout=ExtractsLayout(plain=True))
    mark = "we have not written down whether we may quote this"
    assert f"\t{said}" in of("Facts", usual)
    assert said not in "".join(of("Facts", plain))
    assert any(fact.startswith("\tWe have not written down yet whether we may quote") for fact in of("Facts", plain))
    assert len([line for line in of("Details", plain) if mark in line.lower()]) == len(unasked)
    assert "Somebody may guess who is speaking here:" in of("Normal", plain)
    assert of("Privacy Notice", plain)[0].startswith("These are people’s own words. Keep them safe.")


def test_every_page_of_the_plain_version_says_plainly_to_keep_it_safe(ordered):
    plain = reopened(replace(ordered, layout=ExtractsLayout(plain=True)))
    assert [each.text for each in plain.sections[0].header.paragraphs] == ["People’s own words. Keep them safe"]


def test_the_plain_version_leaves_the_quotes_as_they_are_and_says_less_around_them(ordered):
    plain = replace(ordered, layout=ExtractsLayout(plain=True))
    assert of("Quote", plain) == of("Quote", ordered)
    assert of("Details", plain)[-1] == "Quote 00000-08001"
    assert of("Memo", plain) == []
    assert of("Counts", plain)[0] == "3 people spoke about this."
    assert of("Heading 1", plain)[2:] == ["Appendix A: What the topics mean", "Appendix B: Who speaks of what"]


def test_large_print_makes_nothing_smaller_than_sixteen_points(ordered):
    styles = reopened(replace(ordered, layout=ExtractsLayout(large_print=True))).styles
    sizes = [int(size.get(qn("w:val"), "0")) for size in styles.element.iter(qn("w:sz"))]
    assert min(sizes) == 2 * 16


def test_a_code_that_no_codebook_has_comes_after_the_others(ordered, extracts):
    stray = replace(extracts[0], id="9", code="Stray", group="Elsewhere")
    assert of("Heading 1", replace(ordered, extracts=[stray, *extracts]))[:3] == [
        "Quality of life",
        "Process",
        "Elsewhere",
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
    write_extracts_document(replace(ordered, layout=ExtractsLayout(split=Split.SITE)), tmp_path / "out.docx")
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


@settings(max_examples=60)
@given(st.lists(AWKWARD, min_size=1, max_size=4))
def test_any_words_come_back_word_for_word(ordered, extracts, texts):
    spoken = [replace(extracts[1], id=f"{n}", text=text) for n, text in enumerate(texts)]
    quotes = of("Quote", replace(ordered, extracts=spoken, notes={}))
    lines_spoken = allowed(canonical("\n".join(texts))).split("\n")
    assert quotes == [line for line in lines_spoken if line.strip()]
