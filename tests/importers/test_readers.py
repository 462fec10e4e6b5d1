"""What is particular to each format: its tables, notes, tags, and what belongs to the page and not to the talk."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.domain.transcript import ReadingChoices, TranscriptText, canonical
from qualcoder_lite.importers import read_transcript_bytes, read_transcripts_bytes
from tests.importers.every_format import TIMED, WHOLE, Interview, open_document_of, pdf_of, rich_text_of, word
from tests.importers.word_files import zipped


def read(data: bytes | str, name: str) -> TranscriptText:
    return read_transcript_bytes(data.encode() if isinstance(data, str) else data, name)


def lines(text: TranscriptText) -> list[str]:
    return [line for line in text.text.split("\n") if line.strip()]


def said(text: TranscriptText) -> list[tuple[str, str]]:
    return [(text.speakers[turn.speaker].label, text.text[turn.speech : turn.end]) for turn in text.turns]


# OpenDocument


def test_an_open_document_keeps_tabs_blanks_breaks_lists_and_tables() -> None:
    body = (
        '<text:p>a<text:tab/>b<text:s text:c="3"/>c<text:line-break/>d <text:span>e</text:span></text:p>'
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        "<text:section><text:h>two</text:h></text:section>"
        "<table:table><table:table-row><table:table-cell><text:p>Anna</text:p></table:table-cell>"
        "<table:table-cell><text:p>Hello</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert lines(read(open_document_of(body), "a.odt")) == ["a\tb   c", "d e", "one", "two", "Anna\tHello"]


def test_what_was_deleted_or_noted_in_an_open_document_is_left_out_and_said() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region></text:tracked-changes>"
        "<text:p>kept<text:change/><text:note><text:note-body><text:p>noted</text:p></text:note-body></text:note></text:p>"
    )
    found = read(open_document_of(body), "a.odt")
    assert lines(found) == ["kept"]
    assert "deletions left out" in found.guesses[0]
    assert "(1 in all)" in found.guesses[1]


def test_an_open_document_with_a_password_is_refused() -> None:
    data = zipped(**{"content_xml": "xx", "META-INF__manifest_xml": "<m><encryption-data/></m>"})
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read(data, "a.odt")


# Rich text


def test_rich_text_keeps_letters_of_every_kind_and_its_tables() -> None:
    body = r"caf\'e9 \ldblquote hi\rdblquote  \u-10179?\u-8638? a|b\par\trowd Anna\cell Hello\cell\row"
    assert lines(read(rich_text_of(body), "a.rtf")) == ["café “hi” 🙂 a|b", "Anna\tHello"]


def test_rich_text_of_a_macintosh_has_its_letters() -> None:
    assert read(rb"{\rtf1\mac\ansicpg10000 caf\'8e}", "a.rtf").text == "café"


def test_rich_text_or_a_web_page_called_doc_is_read_and_an_older_document_is_not() -> None:
    assert read(rich_text_of("hello"), "a.doc").text.strip() == "hello"
    assert read("<html><p>hello</p></html>", "a.doc").text == "hello"
    assert read(word(Interview(["hello"], [])), "a.doc").text == "hello"
    with pytest.raises(UnreadableFileError, match=r"“a\.doc” is an older Word document.*save it as \.docx"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc")


@pytest.mark.parametrize(
    ("name", "data", "what", "ending"),
    [
        ("a.pdf", word(Interview(["hello"], [])), "a Word document", ".docx"),
        ("a.odt", word(Interview(["hello"], [])), "a Word document", ".docx"),
        ("a.html", pdf_of([["hello"]]), "a PDF document", ".pdf"),
        ("a.txt", rich_text_of("hello"), "a rich text (RTF) document", ".rtf"),
        ("a.vtt", open_document_of("<text:p>x</text:p>"), "an OpenDocument text", ".odt"),
        ("a.txt", b"<!DOCTYPE html><p>hello</p>", "a web page", ".html"),
        ("a.docx", b"<html><p>hello</p></html>", "a web page", ".html"),
        ("a.pdf", "Anna: Caf\xe9?".encode("cp1252"), "plain text", ".txt"),
        ("a.xlsx", b"speaker,text\nAnna,Hello", "plain text", ".txt"),
        ("a.html", b"Anna: Is 3 < 4?\n\nBen: It is.", "plain text", ".txt"),
        ("a.doc", b"Anna: Hello?\n\nBen: Hello.", "plain text", ".txt"),
    ],
)
def test_a_file_whose_ending_lies_is_refused_with_what_to_do(name: str, data: bytes, what: str, ending: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, name)
    assert f"“{name}” is {what}, not" in str(caught.value)
    assert f"Give it a name that ends in {ending}" in str(caught.value)


@pytest.mark.parametrize("data", [b"<?xml version='1.0'?><w:wordDocument/>", b"MIME-Version: 1.0\n\nhello"])
def test_a_document_in_letters_that_word_opens_is_not_taken_for_plain_text(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"save it as \.docx"):
        read(data, "a.doc")


def test_a_pdf_may_begin_with_other_bytes() -> None:
    assert lines(read(b"\n\n" + pdf_of([["hello"]]), "a.pdf")) == ["hello"]


@pytest.mark.parametrize("name", ["a.pdf", "a.rtf", "a.txt", "a.doc"])
def test_a_picture_is_called_one_whatever_its_name_says(name: str) -> None:
    with pytest.raises(UnreadableFileError, match="is a picture, not the"):
        read(b"\x89PNG\r\n\x1a\n" + bytes(100), name)


@pytest.mark.parametrize("name", ["a.pdf", "a.rtf", "a.txt"])
def test_an_older_word_document_of_another_name_is_to_be_saved_anew(name: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"is an older Word document, not the.*save it as \.docx"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name)


# Web pages


def test_a_web_page_gives_the_words_that_a_browser_shows() -> None:
    page = (
        "<html><head><title>A  talk</title><style>p {}</style><script>x</script></head><body>"
        "<p>caf&eacute;\n<b>and</b> tea<br>next<p hidden>no</p>"
        "<table><tr><td>Anna</td><td><p>Hello</p></td></tr></table><pre>a\n  b</pre></body>"
    )
    found = read(page, "a.html")
    assert (found.title, lines(found)) == ("A talk", ["café and tea", "next", "Anna\tHello", "a", "  b"])


def test_a_web_page_may_say_its_own_encoding() -> None:
    found = read(b'<meta charset="macintosh"><p>caf\x8e</p>', "a.html")
    assert (found.text, found.guesses) == ("café", ())


# PDF


def test_what_is_said_alike_at_the_edges_of_pages_but_for_a_number_is_kept() -> None:
    blocks = [[f"Anna: The bus was late again, {n} minutes on that day."] for n in range(0, 96, 4)]
    assert lines(read(pdf_of(blocks, a_page=6), "a.pdf")) == [block[0] for block in blocks]


def test_the_furniture_of_pages_is_taken_off_and_that_is_said() -> None:
    blocks = [[f"This is paragraph {n} {'very ' * (4 if n == 'n' else 0)}well said."] for n in "abcdefghijklmn"]
    data = pdf_of(blocks, head="The study, 2024", page_numbers=True, line_numbers=True, a_page=5)
    found = read(data, "a.pdf")
    assert lines(found) == [block[0] for block in blocks]
    assert found.guesses[1] == (
        "Taken off at the edges of pages: “The study, 2024”, page numbers and the numbers of the lines."
    )
    kept = read_transcript_bytes(data, "a.pdf", ReadingChoices(keep_edges=True))
    assert lines(kept).count("The study, 2024") == 3
    assert kept.has_edges
    assert len(kept.guesses) == 1


@pytest.mark.parametrize("pages", [2, 3])
def test_what_people_say_again_at_the_edges_of_pages_stays(pages: int) -> None:
    block = [["Elsie: Yes."], ["Moira: And the bus?"], ["Elsie: It comes."], ["Moira: Does it?"], ["Elsie: Yes."]]
    data = pdf_of(block * pages, a_page=5, page_numbers=True)
    assert lines(read(data, "a.pdf")) == [each[0] for each in block * pages]


def test_a_sentence_that_is_said_on_one_page_only_stays() -> None:
    assert lines(read(pdf_of([["14"], ["Anna: It was number 14."]]), "a.pdf")) == ["14", "Anna: It was number 14."]


def test_a_divided_word_is_whole_again_where_the_text_has_it_whole() -> None:
    lines_ = ["It was a comfort to know that the same woman would come on a Tuesday, a com-", "fort like no other."]
    assert lines(read(pdf_of([lines_]), "a.pdf"))[0].endswith("a comfort like no other.")


def test_an_emoji_is_one_character() -> None:
    font_map = b"1 beginbfchar <7E> <D83DDC4D> endbfchar"  # what is written as a tilde is a thumb up
    stream = b"90 0 obj << /Length %d >> stream\n%s\nendstream endobj\n" % (len(font_map), font_map)
    data = pdf_of([["That is all ~ so far."]]).replace(b"/WinAnsiEncoding", b"/WinAnsiEncoding /ToUnicode 90 0 R")
    assert lines(read(data.replace(b"xref", stream + b"xref", 1), "a.pdf")) == ["That is all 👍 so far."]


def test_pictures_of_pages_are_told_from_text() -> None:
    with pytest.raises(UnreadableFileError, match="only pictures of pages"):
        read(pdf_of([[" "]]), "a.pdf")


# Subtitles and recognised speech


def test_subtitles_give_voices_their_times_and_nothing_of_their_tags() -> None:
    vtt = (
        "WEBVTT - a talk\n\nNOTE\nnot said\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.500 align:start\n"
        "<v.loud Anna>Hello &amp; <i>welcome</i></v>\n\n00:03.000 --> 00:04.000\n<v Lee>Yes,</v>\n\n"
        "00:04.000 --> 00:05.000\n<v Lee>I walked.</v> <v Anna>Oh.</v>\n"
    )
    found = read(vtt, "a.vtt")
    assert said(found) == [("Anna", "Hello & welcome"), ("Lee", "Yes, I walked."), ("Anna", "Oh.")]
    assert [turn.timestamp for turn in found.turns] == [1000, 3000, 4000]


def test_subtitles_called_txt_are_read_as_such() -> None:
    found = read("1\n00:00:01,000 --> 00:00:02,000\nAnna: Hello\n\n2\n00:00:03,000 --> 00:00:04,000\nthere.\n", "a.txt")
    assert found.text == "Anna: Hello there."


def test_no_word_of_broken_subtitles_is_lost() -> None:
    found = read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\nstray\n\n00:0x --> 00:05\nTwo\n", "a.vtt")
    assert {"One", "stray", "Two"} <= set(found.text.split())


@pytest.mark.parametrize(
    "entries",
    [
        {"segments": [{"start": 1.5, "end": 2, "text": " Hello", "speaker": "SPEAKER_00"}]},
        [{"start": 1.5, "end": 2, "text": "Hello", "speaker": 0}],
        {"utterances": [{"start": 1500, "end": 900_000, "text": "Hello", "speaker": "0"}]},
        {"chunks": [{"timestamp": [1.5, 2], "text": "Hello", "speaker": "speaker_0"}]},
        {"results": {"utterances": [{"start": 1.5, "end": 2, "transcript": "Hello", "speaker": 0}]}},
        {"monologues": [{"speaker": 0, "elements": [{"value": "Hel", "ts": 1.5}, {"value": "lo"}], "start": 1.5}]},
    ],
)
def test_recognised_speech_is_known_in_the_forms_of_several_programs(entries: object) -> None:
    found = read(json.dumps(entries), "a.json")
    ((label, words),) = said(found)
    assert (label.casefold().replace("_", " ").replace("00", "0"), words) == ("speaker 0", "Hello")
    assert found.turns[0].timestamp == 1500


def test_json_without_speech_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="holds no speech"):
        read('{"a": [1, {"b": null}]}', "a.json")


# Tables


def test_rows_without_column_names_are_told_by_what_is_in_them() -> None:
    found = read("Anna\t00:01\tHow?\nBen\t00:04\tFine, thanks\nAnna\t00:09\tOh?\nBen\t00:12\tYes\n", "a.tsv")
    assert said(found) == [("Anna", "How?"), ("Ben", "Fine, thanks"), ("Anna", "Oh?"), ("Ben", "Yes")]
    assert [turn.timestamp for turn in found.turns] == [1000, 4000, 9000, 12000]


def test_columns_that_are_not_taken_in_are_named() -> None:
    assert "“mood”" in read("speaker,text,mood\nAnna,Hello,good\n", "a.csv").guesses[0]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("transcript,start,end,code,coder\na,0,1,b,c\n", "codings"),
        ("file,site\na.txt,b\n", "transcripts"),
        ("participant,respondent\na,service user\n", "participants"),
    ],
)
def test_the_projects_other_tables_are_no_transcripts(table: str, kind: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"is a table of {kind}"):
        read(table, "a.csv")


def test_a_transcript_in_each_cell_is_one_each_with_what_its_row_says() -> None:
    words = "We walked along the river and back again, as we always did. " * 5
    table = f'title,site,transcript\nFirst,Fenmarsh,"I: Well?\nP1: {words}"\nSecond,,"I: So?\nP2: {words}"\n'
    found = read_transcripts_bytes(table.encode(), "a.csv")
    assert [(one.title, len(one.turns), one.part) for one in found] == [("First", 2, "row 2"), ("Second", 2, "row 3")]
    assert found[0].metadata["site"] == "Fenmarsh"


def test_short_transcripts_of_many_lines_are_not_taken_for_turns() -> None:
    talk = "Anna: How are you?\nBen: Well.\nAnna: And the bus?\nBen: Late."
    found = read_transcripts_bytes(f'participant,transcript\nP1,"{talk}"\nP2,"{talk}"\n'.encode(), "a.csv")
    assert [(one.part, len(one.turns)) for one in found] == [("row 2", 4), ("row 3", 4)]


# Everything that blanks can be made of besides.
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z", "Co", "Cn", "Cf"]), min_size=1, max_size=12)
SPEECH = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TALKS = st.lists(SPEECH, min_size=2, max_size=6)


@settings(max_examples=25)
@given(TALKS)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.odt", "a.rtf", "a.html", "a.csv", "a.vtt", "a.srt", "a.json"])
def test_every_format_keeps_each_character_of_speech_once_and_in_order(name: str, spoken: list[str]) -> None:
    talk = Interview([], [(("Anna", "Ben")[n % 2], [words]) for n, words in enumerate(spoken)])
    found = read_transcript_bytes({**WHOLE, **TIMED}[name](talk), name)
    assert "".join(found.text.split()) == "".join(canonical("".join(talk.paragraphs)).split())
