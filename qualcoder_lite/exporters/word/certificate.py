"""The certificate that somebody's words were taken out of a project, as a Word document to sign and file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

_NOTICE = "Confidential: about one person"
# What is counted, by table: one, and several.
_NOUNS = {
    "coding": ("coding", "codings"),
    "attribution": ("link between a coding and a feature", "links between codings and features"),
    "decision": ("settled decision", "settled decisions"),
    "memo": ("memo", "memos"),
    "done": ("mark that a transcript is done", "marks that a transcript is done"),
    "consent": ("answer about consent", "answers about consent"),
    "consent_record": ("entry in the record of consent", "entries in the record of consent"),
    "attribute": ("fact about the person", "facts about the person"),
}
_BEYOND_REACH = (
    "Copies of the project file on other computers, on memory sticks, in e-mails and in the hands of colleagues. If an "
    "older copy is brought together with this project later, the person does not come back; the copy itself keeps "
    "their words until it is deleted.",
    "Earlier versions that a cloud service, a network drive or the computer's own backup keeps of the project file.",
    "The files that the transcripts were imported from, and the recordings.",
    "Printed pages, and text that was copied into other documents.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What the certificate says.

    `transcripts` are titles; `counts` are rows deleted by table; `files` are (path, ISO day, sha256) of exports that
    hold the person's words. `taken_out` and `kept` count places where others had quoted them. `left` counts words that
    could still be read afterwards.
    """

    study: str
    participant: str
    date: dt.date
    who: str
    transcripts: Sequence[str]
    words: int
    counts: Mapping[str, int]
    taken_out: int
    kept: int
    backups: int
    files: Sequence[tuple[str, str, str]] = field(default_factory=tuple[tuple[str, str, str], ...])
    unreached: Sequence[str] = ()
    left: int = 0


def write_certificate(certificate: Certificate, target: BinaryIO | Path) -> None:
    """Write the certificate. UserError where it can't be written there."""
    body = Body()
    body.paragraph("Title", "Certificate of withdrawal")
    body.paragraph("Subtitle", f"{certificate.participant} · {day_in_words(certificate.date)}")
    body.paragraph("Normal", certificate.study, label="Study: ")
    if certificate.who:
        body.paragraph("Normal", certificate.who, label="Done by: ")
    body.paragraph(
        "Normal",
        f"On {day_in_words(certificate.date)} the person known in the study as “{certificate.participant}” was "
        "withdrawn from the project file. What is listed here was deleted from it for good. It can't be brought back.",
    )
    _deleted(body, certificate)
    _exported(body, certificate)
    _out_of_reach(body, certificate)
    body.paragraph("Normal", "Signed: ______________________________    Date: ______________")
    properties = Properties(title="Certificate of withdrawal", author=certificate.who, date=certificate.date)
    write_file(target, word_file(body, properties, notice=_NOTICE))


def _deleted(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", "What was deleted")
    for title in certificate.transcripts:
        _entry(body, f"The transcript “{title}”")
    if not certificate.transcripts:
        _entry(body, "No transcript: there was none of this person")
    else:
        _entry(body, f"{counted(certificate.words, 'word')} of interview in all, with its speakers")
    for table, (one, several) in _NOUNS.items():
        if number := certificate.counts.get(table, 0):
            _entry(body, f"{number:,} {one if number == 1 else several}")
    if certificate.taken_out:
        places = counted(certificate.taken_out, "place")
        _entry(body, f"Their words in {places} of memos, notes and other text of the project")
    _entry(body, "What the project's history and its search index still held of all this, and unused space in the file")
    if certificate.backups:
        _entry(body, f"{counted(certificate.backups, 'automatic backup')}, replaced by a new one")
    if certificate.kept:
        body.paragraph(
            "Normal",
            f"In {counted(certificate.kept, 'place')} words that may be theirs were looked at and kept, because they "
            "were judged not to be a quotation.",
        )
    if certificate.left:
        body.paragraph(
            "Normal",
            f"Afterwards {counted(certificate.left, 'word')} could still be read in the file: have it looked at.",
        )
    elif not certificate.kept:
        body.paragraph(
            "Normal", "Afterwards the file and its backups were searched byte by byte: no word only they used was left."
        )


def _exported(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", "Exported files that hold their words")
    if not certificate.files:
        body.paragraph("Normal", "The project knows of none. Files exported by earlier versions are not known to it.")
        return
    body.paragraph(
        "Normal", "Delete or replace these by hand. The fingerprint (SHA-256) tells whether a file is the one."
    )
    body.table(
        Table(
            title="Exported files",
            summary="Files with words of the person, when each was written, and its fingerprint",
            widths=(twips(8.5), twips(2.5), twips(5)),
            header=tuple(Cell([("TableHeading", words)]) for words in ("File", "Written", "Fingerprint")),
            rows=[
                tuple(Cell([("TableText", words)]) for words in (file, written, sha256[:16]))
                for file, written, sha256 in certificate.files
            ],
        )
    )


def _out_of_reach(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", "What the program can't reach")
    for sentence in (*certificate.unreached, *_BEYOND_REACH):
        _entry(body, sentence)


def _entry(body: Body, words: str) -> None:
    body.paragraph("CodeEntry", f"• {words}")
