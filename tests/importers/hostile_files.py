"""Files that are broken, cut short or built to do harm, for every format that is read."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

from tests.importers.every_format import TIMED, WHOLE, Interview, open_document_of, rich_text_of
from tests.importers.word_files import document, paragraph, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

TALK = Interview(
    ["Invented."],
    [
        ("Interviewer", ["How did you come here?", "By the bus?"]),
        ("Margaret", ["On foot, with the dog. It’s £2 on the bus."]),
        ("Interviewer", ["And home?"]),
        ("Margaret", ["The same: on foot."]),
    ],
)
LONG_LINE = 65_000
_BOMB = 40_000_000
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)


def broken() -> Iterator[tuple[str, bytes]]:
    """Every format cut short, and with bytes changed here and there."""
    chance = random.Random(5)
    for name, write in {**WHOLE, **TIMED}.items():
        data = write(Interview(TALK.preamble, TALK.turns))
        for share in (0.1, 0.5, 0.9, 0.99):
            yield f"cut {share} {name}", data[: int(len(data) * share)]
        for _ in range(6):
            changed = bytearray(data)
            for _ in range(1 + len(data) // 200):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            yield f"changed {name}", bytes(changed)
        yield f"doubled {name}", data + data
        yield f"nuls {name}", data[: len(data) // 2] + b"\0" * 50 + data[len(data) // 2 :]


def hostile() -> Iterator[tuple[str, bytes]]:
    """Files that would keep a careless reader busy for ever, or fill the memory."""
    word = "x" * LONG_LINE
    yield "line.txt", f"Anna: {word}\nBen: {word}\n".encode()
    yield "line.docx", document(paragraph(f"Anna: {word}"))
    yield "line.odt", open_document_of(f"<text:p>Anna: {word}</text:p>")
    yield "line.rtf", rich_text_of(f"Anna: {word}")
    yield "line.html", f"<p>Anna: {word}".encode()
    yield "line.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{word}\n".encode()
    yield "line.csv", f"speaker,text\nAnna,{word}\n".encode()
    yield "line.json", f'[{{"text": "{word}"}}]'.encode()
    for label in (
        "Anna ",
        "a.",
        "A-",
        "(",
        "[",
        "12:",
        "1 ",
        ">",
        "<v ",
        "*",
        "Mr. ",
        "Q",
        "The Minister of ",
        "\t",
        "-->",
        "0:0",
    ):
        yield f"labels {label!r}.txt", (label * (LONG_LINE // len(label)) + "\n").encode() * 3
    yield "colons.txt", b"A:\n" * 20_000
    yield "names.txt", "".join(f"Name{n}: well\n" for n in range(8_000)).encode()
    yield "numbers.txt", b"1\n" * 30_000
    yield "arrows.txt", b">> \n" * 20_000
    yield "front.md", b"---\n" + b"a: [" * 5_000 + b"\n---\nhello"
    yield "anchors.md", b"---\na: &a [x]\nb: [*a, *a]\n---\nhello"
    yield "wrapped.txt", ("word " * 14 + "\nand more ").encode() * 8_000
    yield "deep.html", b"<div>" * 100_000 + b"hello"
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">hello"
    yield "tags.html", b"<b>" * 400_000
    yield "ampersands.html", b"&" * 1_000_000
    yield "entities.html", f"{_ENTITIES}<p>&j;</p>".encode()
    yield "cells.html", b"<table><tr>" + b"<td>a" * 30_000
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 200_000 + b"hello" + b"}" * 200_000
    yield "fields.rtf", b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 60_000 + b"}"
    yield "fonts.rtf", b"{\\rtf1{\\fonttbl" + b"\\f1" * 70_000 + b"}hello}"
    yield "bin.rtf", b"{\\rtf1{\\pict\\bin" + b"9" * 5_000 + b" x}hello}"
    yield "numbers.rtf", b"{\\rtf1 \\u99999999999?\\'zz\\uc-5 \\u5? hello}"
    yield "words.rtf", b"{\\rtf1 " + b"hello \\par " * 90_000 + b"}"
    yield "deep.json", b"[" * 200_000 + b"]" * 200_000
    yield "deep objects.json", b'{"a":' * 50_000 + b"1" + b"}" * 50_000
    yield "numbers.json", b'[{"text":"hello","start":1e999,"end":-1e999}]'
    yield "digits.json", b'[{"text":"hello","start":' + b"9" * 5_000 + b"}]"
    yield "many.json", b"[" + b",".join([b'{"text":"hello"}'] * 100_000) + b"]"
    yield "kinds.json", b'[{"text":["hello"],"speaker":{"name":{}},"words":[1,null]},{"text":"well","speaker":true}]'
    yield "cues.vtt", b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nhello\n\n" * 60_001
    yield "tags.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v " * 100_000 + b"\n"
    yield "times.srt", b"00:00:01,000 --> 00:00:02,000\n" * 20_000
    yield "quotes.csv", b'speaker,text\n"' + b'"",' * 300_000
    yield "columns.csv", b"speaker,text" + b"," * 300_000 + b"\nAnna,hello"
    yield "rows.csv", b"speaker,text\n" + b"Anna,hello\n" * 300_000
    yield from _packages()
    yield from _portable()


def _packages() -> Iterator[tuple[str, bytes]]:
    """Zip packages that unpack to far more than they are, or whose XML is built to grow."""
    for name, part in (
        ("bomb.docx", "word__document_xml"),
        ("bomb.odt", "content_xml"),
        ("bomb.xlsx", "xl__workbook_xml"),
    ):
        yield name, zipped(**{part: b"<a>" + b" " * _BOMB + b"</a>"})
        yield f"entities {name}", zipped(**{part: f"{_ENTITIES}<x>&j;</x>"})
    yield "deep.odt", open_document_of("<text:list>" * 5_000 + "<text:p>hello</text:p>" + "</text:list>" * 5_000)
    yield "spaces.odt", open_document_of('<text:p>a<text:s text:c="999999999"/>b</text:p>' * 3_000)
    yield "deep.docx", document("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)
    yield "attributes.docx", document("<w:p " + " ".join(f"a{n}='1'" for n in range(150_000)) + "/>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        inner = zipped(word__document_xml=b" " * 1_000_000)
        for n in range(300):
            archive.writestr(f"word/{n}.docx", inner)
    yield "nested.docx", stream.getvalue()


def _portable() -> Iterator[tuple[str, bytes]]:
    head, tail = b"%PDF-1.4\n", b"trailer << /Root 1 0 R >>\n%%EOF"
    catalog = b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
    yield "loop.pdf", head + catalog + b"2 0 obj << /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >> endobj\n" + tail
    yield "count.pdf", head + catalog + b"2 0 obj << /Type /Pages /Count 99999999 /Kids [] >> endobj\n" + tail
    yield "deep.pdf", head + b"1 0 obj " + b"[" * 100_000 + b" endobj\n" + tail
    yield "own.pdf", head + b"1 0 obj << /Length 1 0 R >> stream\nx\nendstream endobj\n" + tail
