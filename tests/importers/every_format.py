"""Writing one interview in every format that is read, by the simplest means each allows."""

from __future__ import annotations

import csv
import html
import io
import json
import textwrap
from typing import TYPE_CHECKING, NamedTuple

import openpyxl

from tests.importers.word_files import document, paragraph, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SECONDS_A_TURN = 10


class Interview(NamedTuple):
    """What stands above the first label, a paragraph each, and the turns: a speaker's name and their paragraphs."""

    preamble: list[str]
    turns: list[tuple[str, list[str]]]

    @property
    def paragraphs(self) -> list[str]:
        """All paragraphs, the first of each turn beginning with the speaker's label."""
        spoken = [f"{who}: {first}" for who, (first, *_) in self.turns]
        return [*self.preamble, *(line for n, (_, (_, *more)) in enumerate(self.turns) for line in (spoken[n], *more))]


def text(interview: Interview) -> bytes:
    return "\n".join(interview.paragraphs).encode()


def spaced_text(interview: Interview, encoding: str = "utf-8") -> bytes:
    return "\n\n".join(interview.paragraphs).encode(encoding)


def wrapped_text(interview: Interview) -> bytes:
    return "\n\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in interview.paragraphs).encode()


def word(interview: Interview) -> bytes:
    return document("".join(paragraph(html.escape(line)) for line in interview.paragraphs))


def open_document(interview: Interview) -> bytes:
    lines = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in interview.paragraphs)
    return open_document_of(lines)


def open_document_of(body: str) -> bytes:
    """An OpenDocument text with this XML as its body."""
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f'<office:document-content xmlns:office="{_OPEN}:office:1.0" xmlns:text="{_OPEN}:text:1.0" '
        f'xmlns:table="{_OPEN}:table:1.0" xmlns:draw="{_OPEN}:drawing:1.0"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>",
    )


def rich_text(interview: Interview) -> bytes:
    return rich_text_of("\\par\n".join(_rich(line) for line in interview.paragraphs))


def rich_text_of(body: str) -> bytes:
    """A rich text document with this body."""
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\fswiss Arial;}}}}\\f0 {body}\\par}}".encode("ascii")


def _rich(line: str) -> str:
    escaped = line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    units = escaped.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(chr(number) if 0 <= number < 128 else f"\\u{number}?" for number in numbers)


def web_page(interview: Interview) -> bytes:
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in interview.paragraphs)
    return f"<!doctype html><html><head><meta charset=utf-8><title></title></head><body>{lines}</body></html>".encode()


def portable_document(interview: Interview) -> bytes:
    return pdf_of([textwrap.wrap(words, 80) for words in interview.paragraphs])


def numbered_document(interview: Interview) -> bytes:
    """A PDF whose pages have running heads, page numbers, and numbers before their lines."""
    return pdf_of(
        [textwrap.wrap(words, 74) for words in interview.paragraphs],
        head="Hallowby study, transcript 4",
        page_numbers=True,
        line_numbers=True,
    )


def pdf_of(
    blocks: Sequence[Sequence[str]],
    *,
    head: str = "",
    page_numbers: bool = False,
    line_numbers: bool = False,
    a_page: int = 32,
) -> bytes:
    """A PDF with these paragraphs' lines in a typewriter's face, so many a page, and some space between paragraphs."""
    lines = [(line, n == 0) for block in blocks for n, line in enumerate(block)]
    pages = [lines[at : at + a_page] for at in range(0, len(lines), a_page)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        placed = [(72, 800, head)] if head else []
        placed += [(300, 40, str(number + 1))] if page_numbers else []
        height = 760
        for n, (line, first) in enumerate(page):
            height -= 20 if first and n else 14
            placed.append((100, height, line))
            if line_numbers:
                placed.append((72, height, str(n + 1)))
        placed.sort(key=lambda place: (-place[1], place[0]))
        shown = b"BT /F1 10 Tf " + b"".join(
            b"1 0 0 1 %d %d Tm (%s) Tj " % (x, y, _shown(words)) for x, y, words in placed
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 640 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%sET\nendstream" % (len(shown) + 2, shown))
    return _pdf(objects)


def _shown(words: str) -> bytes:
    data = words.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _pdf(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + end


def _cues(interview: Interview, cue: Callable[[int, str, str], str]) -> str:
    said = [("", line) for line in interview.preamble]
    said += [(who, " ".join(lines)) for who, lines in interview.turns]
    return "\n".join(cue(n, who, words) for n, (who, words) in enumerate(said))


def _clock(seconds: int, mark: str) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def voices(interview: Interview) -> bytes:
    def cue(n: int, who: str, words: str) -> str:
        begins, ends = _clock(n * SECONDS_A_TURN, "."), _clock(n * SECONDS_A_TURN + 5, ".")
        voice = f"<v {html.escape(who)}>" if who else ""
        return f"{begins} --> {ends}\n{voice}{html.escape(words, quote=False)}\n"

    return f"WEBVTT\n\n{_cues(interview, cue)}".encode()


def subtitles(interview: Interview) -> bytes:
    def cue(n: int, who: str, words: str) -> str:
        begins, ends = _clock(n * SECONDS_A_TURN, ","), _clock(n * SECONDS_A_TURN + 5, ",")
        return f"{n + 1}\n{begins} --> {ends}\n{f'{who}: ' if who else ''}{words}\n"

    return _cues(interview, cue).encode()


def recognised_speech(interview: Interview) -> bytes:
    segments = [{"start": n, "end": n + 0.5, "text": f" {line}"} for n, line in enumerate(interview.preamble)]
    at = len(segments)
    for n, (who, lines) in enumerate(interview.turns):
        begins = (at + n) * SECONDS_A_TURN
        segments += [
            {"start": begins + k, "end": begins + k + 0.5, "text": f" {line}", "speaker": who}
            for k, line in enumerate(lines)
        ]
    return json.dumps({"text": "", "segments": segments, "language": "en"}).encode()


def _rows(interview: Interview) -> list[tuple[str, str]]:
    return [*(("", line) for line in interview.preamble), *((who, "\n".join(lines)) for who, lines in interview.turns)]


def comma_table(interview: Interview, delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([("Speaker", "Text"), *_rows(interview)])
    return stream.getvalue().encode()


def tab_table(interview: Interview) -> bytes:
    return comma_table(interview, "\t")


def workbook(interview: Interview) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [("Speaker", "Text"), *_rows(interview)]:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell(interview: Interview) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([("Participant", "Transcript"), ("Somebody", "\n".join(interview.paragraphs))])
    return stream.getvalue().encode()


#: Formats that keep every paragraph, by the ending of the file's name.
WHOLE = {
    "a.txt": text,
    "a.md": spaced_text,
    "mac.txt": lambda interview: spaced_text(interview, "mac_roman"),
    "windows.txt": lambda interview: spaced_text(interview, "cp1252"),
    "wide.txt": lambda interview: spaced_text(interview, "utf-16"),
    "wrapped.txt": wrapped_text,
    "a.docx": word,
    "a.odt": open_document,
    "a.rtf": rich_text,
    "a.html": web_page,
    "a.pdf": portable_document,
    "numbered.pdf": numbered_document,
    "a.csv": comma_table,
    "a.tsv": tab_table,
    "a.xlsx": workbook,
    "cell.csv": cell,
}

#: Formats that know only stretches of time: a turn's paragraphs become one.
TIMED = {"a.vtt": voices, "a.srt": subtitles, "a.json": recognised_speech}

#: Those of them that can't say everything.
NARROW = {"mac.txt", "windows.txt", "a.pdf", "numbered.pdf"}
