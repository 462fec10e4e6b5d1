"""Coded extracts as a Word document that can go to a colleague as it is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.extracts.extract import attribution, count_people
from qualcoder_lite.domain.extracts.layout import Split
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.extracts.quote_mark import MarkedPart, QuoteMarks
from qualcoder_lite.domain.extracts.quote_notes import NO_NOTES
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.extracts_appendices import write_appendices
from qualcoder_lite.exporters.word.extracts_words import capped, extracts_words, how_to_read, refused
from qualcoder_lite.exporters.word.front import fact, opening, to_check
from qualcoder_lite.exporters.word.quote_details import QuoteDetails
from qualcoder_lite.exporters.word.styles import BODY_SIZE, LARGE_PRINT
from qualcoder_lite.exporters.word.words import people, quotes, sites, unasked_plainly
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.extracts.quote_notes import QuoteNotes, SignedMemo
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument

_POLARITY_COUNTS = {
    Polarity.DELIVERED: tr_later("delivered in {passages:,}"),
    Polarity.NOT_DELIVERED: tr_later("not delivered in {passages:,}"),
    Polarity.MIXED: tr_later("mixed in {passages:,}"),
    Polarity.NOT_STATED: tr_later("not stated in {passages:,}"),
}

NOT_TO_BE_QUOTED = tr_later("Not to be quoted: this person said no to it.")


def write_extracts_document(
    document: ExtractsDocument, target: BinaryIO | Path, progress: Progress = unwatched
) -> None:
    """Write extracts as a Word document, grouped by code in the codebook's order.

    Each quote's own words stand in the built-in style Quote, who said them in the paragraph after it, in the style
    Attribution. Hidden bookmarks (see `domain.quote_mark`) say which coding each is.

    Raises:
        UserError: an attribution template that isn't known, or a file that can't be written there.
    """
    body = extracts_body(document, progress)
    properties = Properties(title=document.title, subject=document.study.title, author=document.who, date=document.date)
    size = _smallest(document)
    notice = extracts_words(plain=document.layout.plain).notice
    file = word_file(body, properties, smallest=size, house=document.layout.house, notice=notice)
    progress(1, 1)  # the last moment to stop: what stands written is there to stay
    write_file(target, file)


def extracts_body(document: ExtractsDocument, progress: Progress = unwatched) -> Body:
    """The text of the document. UserError where an attribution template isn't known."""
    body = Body(_smallest(document))
    _Writer(body, document, progress).write()
    return body


def _smallest(document: ExtractsDocument) -> float:
    return LARGE_PRINT if document.layout.large_print else BODY_SIZE


def opening_body(document: ExtractsDocument, first: int) -> Body:
    """How the document begins: all of the codes that its first extracts have, of the others no more than a heading.

    Quicker than the whole, and the same as far as it goes where the extracts are in the order of the codebooks; without
    appendices.
    """
    begins = {(extract.group, extract.code) for extract in document.extracts[:first]}
    others: dict[tuple[str, str], Extract] = {}
    for extract in document.extracts:
        others.setdefault((extract.group, extract.code), extract)
    shown = [extract for extract in document.extracts if (extract.group, extract.code) in begins]
    shown += [extract for code, extract in others.items() if code not in begins]
    body = Body()
    _Writer(body, document, unwatched).open()
    _Writer(body, replace(document, extracts=shown), unwatched).quotes()
    return body


def counts_sentence(extracts: Sequence[Extract], *, polarity: bool, all_sites: int = 0) -> str:
    """How much there is, in words: quotes, people, sites and, where asked for, whether the outcome was delivered."""
    some = len({extract.site for extract in extracts if extract.site})
    number, of_whom = quotes(len(extracts)), people(count_people(extracts))
    if some:
        where = tr("{some:,} of {sites}", some=some, sites=sites(all_sites)) if all_sites > some else sites(some)
        sentence = tr("{quotes} from {people} at {sites}.", quotes=number, people=of_whom, sites=where)
    else:
        sentence = tr("{quotes} from {people}.", quotes=number, people=of_whom)
    if not polarity:
        return sentence
    found = Counter(extract.polarity for extract in extracts)
    parts = [tr(_POLARITY_COUNTS[each], passages=found[each]) for each in Polarity if found[each]]
    return f"{sentence} {_capitalised(series(parts))}."


class _Writer:
    """Writes the parts of the document one after another."""

    def __init__(self, body: Body, document: ExtractsDocument, progress: Progress) -> None:
        self._body = body
        self._document = document
        self._layout = document.layout
        self._words = extracts_words(plain=document.layout.plain)
        self._marks = QuoteMarks()
        self._details_of = QuoteDetails(plain=document.layout.plain)
        self._progress = progress

    def open(self) -> None:
        self._title_page()
        self._body.paragraph("TOCHeading", self._words.contents)
        self._body.contents()

    def write(self) -> None:
        self.open()
        self.quotes()
        write_appendices(self._body, self._document, self._words)

    def _title_page(self) -> None:
        body, document, words = self._body, self._document, self._words
        opening(body, document.title, document.study, words.privacy)
        fact(body, words.scope, " ".join(document.scope) or words.everything)
        fact(body, words.inside, counts_sentence(document.extracts, polarity=False, all_sites=document.all_sites))
        if document.capped:
            fact(body, "", capped(self._layout.per_person, document.capped, plain=self._layout.plain))
        fact(body, "", self._unasked())
        fact(body, words.codebook, "\n".join(codebook_versions(document)))
        fact(body, words.date, day_in_words(document.date))
        fact(body, words.who, document.who)
        if document.withheld_passages:
            body.paragraph("FrontHeading", words.to_be_marked if document.marked else words.left_out)
            said = [refused(document.withheld_passages, document.withheld_people, plain=self._layout.plain)]
            if document.marked:
                said.append(tr("Each is marked: take it out before you publish."))
            body.paragraph("Normal", " ".join(said))
        to_check(body, document.warnings, words.to_check)
        body.paragraph("FrontHeading", words.how_to_read)
        example = quote_id(document.extracts[0].id) if document.extracts else ""
        for sentence in how_to_read(example, plain=self._layout.plain):
            body.paragraph("Normal", sentence)

    def _unasked(self) -> str:
        if not self._layout.plain:
            return self._document.unasked
        unasked = [extract for extract in self._document.extracts if extract.not_asked]
        return unasked_plainly(len(unasked), count_people(unasked)) if unasked else ""

    def quotes(self) -> None:
        document, body = self._document, self._body
        known = {
            (code.group, code.name): (codebook.kind, code) for codebook in document.codebooks for code in codebook.codes
        }
        by_group: dict[str, dict[str, list[Extract]]] = {group: {} for group, _ in known}
        for group, name in known:
            by_group[group][name] = []
        for extract in document.extracts:
            by_group.setdefault(extract.group, {}).setdefault(extract.code, []).append(extract)
        written = 0
        for group, codes in by_group.items():
            used = {name: extracts for name, extracts in codes.items() if extracts}
            if not used:
                continue
            body.heading(1, group)
            for name, extracts in used.items():
                self._progress(written, 2 * len(document.extracts))  # making the file of it takes about as long again
                written += len(extracts)
                kind, code = known.get((group, name), (CodebookKind.OTHER, None))
                body.heading(2, name)
                if code:
                    self._meaning(code.definition, code.question)
                body.paragraph("Counts", self._counts(extracts, kind))
                self._code(extracts)

    def _counts(self, extracts: Sequence[Extract], kind: CodebookKind) -> str:
        if self._layout.plain:
            return tr("{people} spoke about this.", people=people(count_people(extracts)))
        says_whether = kind == CodebookKind.OUTCOMES or any(e.polarity != Polarity.NOT_STATED for e in extracts)
        return counts_sentence(extracts, polarity=says_whether)

    def _meaning(self, definition: str, question: str) -> None:
        """What a code means: its definition with the plain wording, or that alone in a plain document."""
        if definition and not (self._layout.plain and question):
            self._body.paragraph("Definition", definition)
        if question:
            self._body.paragraph("Definition", question, label=self._words.question)

    def _code(self, extracts: Sequence[Extract]) -> None:
        if self._layout.split is Split.NONE:
            for extract in extracts:
                self._extract(extract)
            return
        for heading, found in self._divided(extracts):
            self._body.heading(3, heading)
            for extract in found:
                self._extract(extract)

    def _divided(self, extracts: Iterable[Extract]) -> list[tuple[str, list[Extract]]]:
        """The extracts under each heading, by name and those without one last."""
        parts: dict[str, list[Extract]] = {}
        for extract in extracts:
            for name in self._belongs_to(extract):
                parts.setdefault(name, []).append(extract)
        nothing = self._words.no_place[self._layout.split]
        return [(name or nothing, parts[name]) for name in sorted(parts, key=lambda n: (not n, n.casefold()))]

    def _belongs_to(self, extract: Extract) -> Sequence[str]:
        match self._layout.split:
            case Split.SITE:
                return [extract.site or ""]
            case Split.CLIENT_GROUP:
                return [extract.client_group or ""]
            case Split.PARTICIPANT:
                return [extract.participant or ""]
            case _:
                return self._notes_of(extract).features or [""]

    def _notes_of(self, extract: Extract) -> QuoteNotes:
        return self._document.notes.get(extract.id, NO_NOTES)

    def _extract(self, extract: Extract) -> None:
        body, notes, words = self._body, self._notes_of(extract), self._words
        marks = self._marks.next_place(extract.id, extract.text)
        if not extract.may_quote:
            body.paragraph("Warning", tr(NOT_TO_BE_QUOTED))
        if notes.before:
            body.paragraph("Context", notes.before, label=words.before, mark=marks.name(MarkedPart.BEFORE))
        body.speech("Quote", extract.text, partial(marks.name, MarkedPart.QUOTE))
        body.paragraph("Attribution", attribution(extract, self._document.template))
        if notes.after:
            body.paragraph("Context", notes.after, label=words.after)
        if not self._layout.plain:
            for memo in notes.memos:
                body.paragraph("Memo", memo.text, label=f"{words.memo}{signed(memo)}: ")
        body.paragraph("Details", self._details(extract, notes), mark=marks.name(MarkedPart.DETAILS))

    def _details(self, extract: Extract, notes: QuoteNotes) -> str:
        if not self._layout.details or self._layout.plain:
            return self._details_of.id_alone(extract)
        return self._details_of.whole(extract, notes, who=True)


def codebook_versions(document: ExtractsDocument) -> list[str]:
    """The codebooks that a document is by, each with its version."""
    return [
        tr("{title}, version {version}", title=codebook.title, version=codebook.version)
        for codebook in document.codebooks
    ]


def signed(memo: SignedMemo) -> str:
    """Who wrote a memo and when: " (Ailsa Brodie, 3 March 2026)"."""
    when = day_in_words(dt.datetime.fromisoformat(memo.written_at).astimezone().date()) if memo.written_at else ""
    parts = [part for part in (memo.coder, when) if part]
    return f" ({', '.join(parts)})" if parts else ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
