"""Files that only say they are Word documents, and those that would do harm."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers import read_transcript_bytes
from tests.importers.word_files import WORD, document, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROOT = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
GOOD = document(paragraph("Hello"))
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_flag(data: bytes, flag: int) -> bytes:
    """The same archive with a flag set on its only part, in its directory."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", flag) + data[at + 2 :]


def with_method(data: bytes, method: int) -> bytes:
    at = data.index(b"PK\x01\x02") + 10
    return data[:at] + struct.pack("<H", method) + data[at + 2 :]


def lying_about_its_size() -> bytes:
    """An archive whose part unpacks to more than its directory says."""
    data = zipped(word__document_xml=ROOT % ("a" * 1_000_000))
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", 400) + data[at + 4 :]


def many_parts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(20_001):
            archive.writestr(str(number), b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Just words that were given the wrong name.", "is plain text, not the Word document that its name says"),
        (b"\x00Just bytes.", "is no Word document, whatever its name says"),
        (b"{\\rtf1 hello}", "is a rich text (RTF) document"),
        (b"%PDF-1.4", "is a PDF document"),
        (zipped(notes_txt="hello"), "a zip archive without a document in it"),
        (OLE + bytes(600), "holds an older Word document"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (with_flag(GOOD, 1), "is protected by a password"),
        (with_method(GOOD, 14), "is a damaged Word document"),
        (GOOD[: len(GOOD) // 2], "is a damaged Word document"),
        (GOOD[:60] + b"#" * 40 + GOOD[100:], "is a damaged Word document"),
        (zipped(word__document_xml="<w:document"), "is a damaged Word document"),
        (zipped(word__document_xml=""), "is a damaged Word document"),
        (zipped(word__document_xml="<html><p>hello</p></html>"), "is a damaged Word document"),
        (document("<w:sdt>" * 2000 + "</w:sdt>" * 2000), "is a damaged Word document"),
        (document(""), "has no words in it"),
        (document("<w:p/>" * 1_000_001), "is too long for one transcript"),
    ],
)
def test_a_document_that_is_none_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_transcript_bytes(data, "talk.docx")
    assert sentence in str(caught.value)
    assert "talk.docx" in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        zipped(word__document_xml=b"<a>" + b" " * 65_000_000),
        zipped(word__document_xml=ROOT % "hello", word__media__bomb_png=bytes(30_000_000)),
        many_parts(),
    ],
    ids=["a part that is vast", "a part that nobody reads", "parts without number"],
)
def test_a_document_that_would_unpack_to_something_vast_is_refused_unread(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="would unpack to far more"):
        read_transcript_bytes(data, "talk.docx")


def test_a_part_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_transcript_bytes(lying_about_its_size(), "talk.docx")


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + ROOT % "&e;",
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">' + ROOT % "hello",
        f'<!DOCTYPE d [<!ENTITY l0 "lol">{LOL}]>' + ROOT % "&l9;",
    ],
    ids=["external entity", "external document type", "entities that grow"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_of_its_own_is_refused(xml: str, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode(encoding)
    with pytest.raises(UnreadableFileError, match="instructions to fetch other files"):
        read_transcript_bytes(zipped(word__document_xml=content), "talk.docx")


def test_a_document_type_hidden_in_another_encoding_is_refused_too() -> None:
    xml = f'<?xml version="1.0" encoding="cp037"?><!DOCTYPE d [<!ENTITY e "hidden">]>{ROOT % "&e;"}'
    with pytest.raises(UnreadableFileError):
        read_transcript_bytes(zipped(word__document_xml=xml.encode("cp037")), "talk.docx")
