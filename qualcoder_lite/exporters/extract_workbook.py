"""Coded extracts as an Excel workbook: what it is, the codes with what is counted of them, then a sheet for each."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import attribution, count_people
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.extracts.quote_notes import NO_NOTES
from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.project_details import USUAL_NOTICE
from qualcoder_lite.exporters.tables import Sheet, sheet_names, write_workbook
from qualcoder_lite.exporters.word.extracts import codebook_versions, counts_sentence
from qualcoder_lite.exporters.word.quote_details import POLARITY_WORDS
from qualcoder_lite.exporters.workbook_cells import Link
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument

#: The columns of a code's sheet, with their widths in characters. They are marked, to be said in the person's language.
COLUMNS = {
    tr_later("What was said"): 70,
    tr_later("Who said it"): 30,
    tr_later("Delivered or not"): 14,
    tr_later("Respondent"): 15,
    tr_later("Client group"): 20,
    tr_later("Site"): 16,
    tr_later("Participant"): 14,
    tr_later("Transcript"): 24,
    tr_later("Date"): 12,
    tr_later("Speaker"): 14,
    tr_later("Turn"): 7,
    tr_later("Line"): 7,
    tr_later("Time"): 9,
    tr_later("Coders"): 22,
    tr_later("Settled"): 9,
    tr_later("Also coded"): 30,
    tr_later("Memo"): 40,
    tr_later("Quote"): 14,
}
_FIGURES = ("Turn", "Line")
_MAY_QUOTE = tr_later("May be quoted")
_ABOUT = (tr_later("What"), tr_later("Said"))
_COUNTS = (tr_later("Quotes"), tr_later("People"), tr_later("Sites"), *POLARITY_WORDS.values())
_CODES = (tr_later("Group"), tr_later("Code"), *_COUNTS)


def write_extracts_workbook(
    document: ExtractsDocument, dates: Mapping[str, str], target: BinaryIO | Path, progress: Progress = unwatched
) -> None:
    """Write extracts as a workbook; `dates` says when each transcript's interview was held, as far as is known.

    Raises:
        UserError: the file can't be written there.
    """
    write_workbook(extract_sheets(document, dates), target, progress)


def extract_sheets(document: ExtractsDocument, dates: Mapping[str, str]) -> list[Sheet]:
    """The sheets of the workbook; their rows are made when they are asked for."""
    codes = _by_code(document)
    about, every_code, *names = sheet_names([tr("About"), tr("Codes"), *(code for _, code in codes)])
    columns = [*COLUMNS, *([_MAY_QUOTE] if document.marked else [])]
    days = {transcript: _day(written) for transcript, written in dates.items()}
    sheets = [
        Sheet(about, _ABOUT, _about(document), {"What": 32, "Said": 100}, filtered=False),
        Sheet(every_code, _CODES, _counts(codes, names), {"Group": 30, "Code": 40}, figures=_COUNTS),
    ]
    sheets += [
        Sheet(name, columns, _rows(extracts, document, days), COLUMNS, figures=_FIGURES)
        for name, extracts in zip(names, codes.values(), strict=True)
    ]
    return [sheet._replace(headings={column: tr(column) for column in sheet.columns}) for sheet in sheets]


def _by_code(document: ExtractsDocument) -> dict[tuple[str, str], list[Extract]]:
    """The extracts of each (group, code) that has any, in the codebooks' order."""
    found: dict[tuple[str, str], list[Extract]] = {
        (code.group, code.name): [] for codebook in document.codebooks for code in codebook.codes
    }
    for extract in document.extracts:
        found.setdefault((extract.group, extract.code), []).append(extract)
    return {code: extracts for code, extracts in found.items() if extracts}


def _about(document: ExtractsDocument) -> list[dict[str, object]]:
    said = [
        (document.title, document.study.title),
        (tr("Led by"), document.study.led_by),
        (tr("Please note"), document.study.notice or tr(USUAL_NOTICE)),
        (tr("Scope"), " ".join(document.scope) or tr("Every extract of the project.")),
        (tr("In this workbook"), counts_sentence(document.extracts, polarity=False)),
        (tr("Left out") if not document.marked else tr("Not to be quoted"), _withheld(document)),
        (tr("Consent"), document.unasked),
        (tr("Codebooks"), "; ".join(codebook_versions(document))),
        (tr("Date"), document.date),
        (tr("Exported by"), document.who),
        *((tr("Check before you share this"), warning) for warning in document.warnings),
    ]
    return [{"What": what, "Said": words} for what, words in said if words]


def _withheld(document: ExtractsDocument) -> str:
    if not document.withheld_passages:
        return ""
    return tr(
        "Passages of people who said no to being quoted: {passages:,}, of people: {people:,}.",
        passages=document.withheld_passages,
        people=document.withheld_people,
    )


def _counts(codes: Mapping[tuple[str, str], Sequence[Extract]], names: Sequence[str]) -> Iterator[dict[str, object]]:
    for (group, code), name in zip(codes, names, strict=True):
        extracts = codes[group, code]
        polarities = Counter(extract.polarity for extract in extracts)
        yield {
            "Group": group,
            "Code": Link(code, name),
            "Quotes": len(extracts),
            "People": count_people(extracts),
            "Sites": len({extract.site for extract in extracts if extract.site}),
            **{words: polarities[polarity] for polarity, words in POLARITY_WORDS.items()},
        }


def _rows(
    extracts: Sequence[Extract], document: ExtractsDocument, days: Mapping[str, date | str]
) -> Iterator[dict[str, Any]]:
    yes, no = tr("yes"), tr("no")
    stands = {polarity: tr(words) for polarity, words in POLARITY_WORDS.items()}
    for extract in extracts:
        notes = document.notes.get(extract.id, NO_NOTES)
        stated = extract.polarity is not Polarity.NOT_STATED
        yield {
            "What was said": extract.text,
            "Who said it": attribution(extract, document.template),
            "Delivered or not": stands[extract.polarity] if stated else None,
            "Respondent": in_language(extract.respondent or ""),
            "Client group": extract.client_group,
            "Site": extract.site,
            "Participant": extract.participant,
            "Transcript": extract.title,
            "Date": days.get(extract.transcript),
            "Speaker": in_language(extract.speaker or ""),
            "Turn": extract.turn,
            "Line": notes.line or None,
            "Time": None if extract.timestamp is None else timedelta(seconds=extract.timestamp // 1000),
            "Coders": extract.coders,
            "Settled": yes if notes.settled else None,
            "Also coded": notes.also,
            "Memo": extract.memo,
            "Quote": quote_id(extract.id),
            _MAY_QUOTE: yes if extract.may_quote else no,
        }


def _day(written: str) -> date | str:
    """A date as one, where it is written out to the day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return written
