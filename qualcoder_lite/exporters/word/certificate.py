"""The certificate that somebody's words were taken out of a project, as a Word document to sign and file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import places, words_of_text
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

# What is counted, by table.
_COUNTED: dict[str, Callable[[int], str]] = {
    "coding": lambda n: tr("{n:,} coding", "{n:,} codings", n=n),
    "attribution": lambda n: tr(
        "{n:,} link between a coding and a feature", "{n:,} links between codings and features", n=n
    ),
    "decision": lambda n: tr("{n:,} settled decision", "{n:,} settled decisions", n=n),
    "memo": lambda n: tr("{n:,} memo", "{n:,} memos", n=n),
    "done": lambda n: tr("{n:,} mark that a transcript is done", "{n:,} marks that a transcript is done", n=n),
    "consent": lambda n: tr("{n:,} answer about consent", "{n:,} answers about consent", n=n),
    "consent_record": lambda n: tr(
        "{n:,} entry in the record of consent", "{n:,} entries in the record of consent", n=n
    ),
    "attribute": lambda n: tr("{n:,} fact about the person", "{n:,} facts about the person", n=n),
}
_BEYOND_REACH = (
    tr_later(
        "Copies of the project file on other computers, on memory sticks, in e-mails and in the hands of colleagues. "
        "If an older copy is brought together with this project later, the person does not come back; the copy itself "
        "keeps their words until it is deleted."
    ),
    tr_later(
        "Earlier versions that a cloud service, a network drive or the computer’s own backup keeps of the project file."
    ),
    tr_later("The files that the transcripts were imported from, and the recordings."),
    tr_later("Printed pages, and text that was copied into other documents."),
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
    title = tr("Certificate of withdrawal")
    body.paragraph("Title", title)
    body.paragraph("Subtitle", f"{certificate.participant} · {day_in_words(certificate.date)}")
    body.paragraph("Normal", certificate.study, label=tr("Study: "))
    if certificate.who:
        body.paragraph("Normal", certificate.who, label=tr("Done by: "))
    done = tr(
        "On {day} the person known in the study as “{person}” was withdrawn from the project file. What is listed here "
        "was deleted from it for good. It can’t be brought back.",
        day=day_in_words(certificate.date),
        person=certificate.participant,
    )
    body.paragraph("Normal", done)
    _deleted(body, certificate)
    _exported(body, certificate)
    _out_of_reach(body, certificate)
    body.paragraph("Normal", tr("Signed: ______________________________    Date: ______________"))
    properties = Properties(title=title, author=certificate.who, date=certificate.date)
    write_file(target, word_file(body, properties, notice=tr("Confidential: about one person")))


def _deleted(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", tr("What was deleted"))
    for title in certificate.transcripts:
        _entry(body, tr("The transcript “{title}”", title=title))
    if not certificate.transcripts:
        _entry(body, tr("No transcript: there was none of this person"))
    else:
        words = words_of_text(certificate.words)
        _entry(body, tr("{words} of interview in all, with its speakers", words=words))
    for table, counted in _COUNTED.items():
        if number := certificate.counts.get(table, 0):
            _entry(body, counted(number))
    if certificate.taken_out:
        out_of = places(certificate.taken_out)
        _entry(body, tr("Their words in {places} of memos, notes and other text of the project", places=out_of))
    _entry(
        body,
        tr("What the project’s history and its search index still held of all this, and unused space in the file"),
    )
    if certificate.backups:
        replaced = tr(
            "{n:,} automatic backup, replaced by a new one",
            "{n:,} automatic backups, replaced by a new one",
            n=certificate.backups,
        )
        _entry(body, replaced)
    if certificate.kept:
        kept = tr(
            "In {places} words that may be theirs were looked at and kept, because they were judged not to be a "
            "quotation.",
            places=places(certificate.kept),
        )
        body.paragraph("Normal", kept)
    if certificate.left:
        left = tr(
            "Afterwards {words} could still be read in the file: have it looked at.",
            words=words_of_text(certificate.left),
        )
        body.paragraph("Normal", left)
    elif not certificate.kept:
        searched = tr(
            "Afterwards the file and its backups were searched byte by byte: no word only they used was left."
        )
        body.paragraph("Normal", searched)


def _exported(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", tr("Exported files that hold their words"))
    if not certificate.files:
        none = tr("The project knows of none. Files exported by earlier versions are not known to it.")
        body.paragraph("Normal", none)
        return
    by_hand = tr("Delete or replace these by hand. The fingerprint (SHA-256) tells whether a file is the one.")
    body.paragraph("Normal", by_hand)
    body.table(
        Table(
            title=tr("Exported files"),
            summary=tr("Files with words of the person, when each was written, and its fingerprint"),
            widths=(twips(8.5), twips(2.5), twips(5)),
            header=tuple(Cell([("TableHeading", words)]) for words in (tr("File"), tr("Written"), tr("Fingerprint"))),
            rows=[
                tuple(Cell([("TableText", words)]) for words in (file, written, sha256[:16]))
                for file, written, sha256 in certificate.files
            ],
        )
    )


def _out_of_reach(body: Body, certificate: Certificate) -> None:
    body.paragraph("FrontHeading", tr("What the program can’t reach"))
    for sentence in (*certificate.unreached, *map(tr, _BEYOND_REACH)):
        _entry(body, sentence)


def _entry(body: Body, words: str) -> None:
    body.paragraph("CodeEntry", f"• {words}")
