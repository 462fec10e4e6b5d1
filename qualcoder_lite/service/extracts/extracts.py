"""Retrieving coded passages, and handing them out as documents and tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import WithoutConsent
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.attribution_guard import PROJECT, SCOPE, identifying
from qualcoder_lite.domain.extracts.extract import ATTRIBUTION, Extract, quotable
from qualcoder_lite.domain.extracts.layout import ExtractsLayout
from qualcoder_lite.domain.extracts.voices import at_most_of_each
from qualcoder_lite.domain.paper import Beginning
from qualcoder_lite.domain.passage import united
from qualcoder_lite.domain.passages import Passages
from qualcoder_lite.domain.progress import part, unwatched
from qualcoder_lite.service.extracts.listing import ExtractList, described_people, may_quote
from qualcoder_lite.service.extracts.narrowing import narrowed
from qualcoder_lite.service.extracts.order import Retrieval
from qualcoder_lite.service.extracts.preview import preview_of
from qualcoder_lite.service.extracts.surroundings import Surroundings, surroundings
from qualcoder_lite.service.much_at_once import much_at_once
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.seen_stars import seen_stars
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.domain.extracts.attribution_guard import NarrowAttribution
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.extracts.order import ExtractsOrder
    from qualcoder_lite.service.extracts.preview import ExtractsPreview
    from qualcoder_lite.service.extracts.word_comments import CommentsTaken, Review
    from qualcoder_lite.service.session import Session

#: The kinds of file that extracts are written as.
ENDINGS = (".docx", ".xlsx", ".csv", ".html", ".json")
_USUAL = ExtractsLayout()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The passages in scope, in order, as plain data that a worker's thread may hand to the window's.

    `people` is how many people they come from, `sites` at how many sites; `withheld` counts the passages whose
    participant said no to being quoted.
    """

    passages: Passages
    people: int
    sites: int
    withheld: int


class Extracts:
    """The coded passages of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def retrieve(
        self,
        scope: Scope | None = None,
        *,
        template: str = ATTRIBUTION,
        without_consent: WithoutConsent = WithoutConsent.LEAVE_OUT,
        layout: ExtractsLayout = _USUAL,
        progress: Progress = unwatched,
    ) -> Retrieval:
        """The extracts in scope, in the order of the codebooks, then of the transcripts.

        Where the `layout` limits how many of one person's stand under one code, starred ones are chosen first, then
        those that show more than one side, and that aren't quoted under another code already.

        Raises UserError where the scope names something unknown, or the template is wrong.
        """
        found = self.find(scope, keep=True)
        limited = self._limited(found, layout.per_person) if layout.per_person else found
        everything = self.show(limited).together(progress)
        kept, withheld = quotable(everything)
        written = everything if without_consent is WithoutConsent.MARK else kept
        return Retrieval(
            extracts=written,
            withheld=withheld,
            narrow=self._narrow(written, template, scope or Scope(), layout),
            capped=len(found.passages) - len(limited.passages),
        )

    def _limited(self, found: Found, per_person: int) -> Found:
        """Only so many passages of one person under one code; those who may not be quoted are counted in full."""
        placements = self._session.placements()
        reasons = {coding for coding, _, _ in counting.link_rows(self._database)}
        quoted = [passage for passage in found.passages if may_quote(placements[passage.transcript])]
        stars = seen_stars(self._session)
        chosen = set(at_most_of_each(quoted, per_person, lambda p: placements[p.transcript].person, reasons, stars))
        kept = [p for p in found.passages if p in chosen or not may_quote(placements[p.transcript])]
        return replace(found, passages=Passages(kept))

    def look(
        self, order: ExtractsOrder, scope: Scope, ending: str, progress: Progress = unwatched
    ) -> tuple[ExtractsPreview, Beginning]:
        """What an export of the scope would hold, and how a file of this ending would begin: empty without any.

        Raises UserError where the scope names something unknown, or the template is wrong.
        """
        from qualcoder_lite.service.extracts.document import beginning, load_writers

        load_writers(ending)
        found = self.retrieve(
            scope,
            template=order.template,
            without_consent=order.without_consent,
            layout=order.layout,
            progress=progress,
        )
        preview = self._preview_of(found, order.template, scope, order.layout)
        if not found.extracts:
            return preview, Beginning()
        return preview, beginning(self._session, found, order, scope, ending)

    def _preview_of(self, found: Retrieval, template: str, scope: Scope, layout: ExtractsLayout) -> ExtractsPreview:
        return preview_of(found, lambda extracts, other: self._narrow(extracts, other, scope, layout), template)

    def _narrow(
        self, extracts: Sequence[Extract], template: str, scope: Scope, layout: ExtractsLayout
    ) -> list[NarrowAttribution]:
        """The attributions that fit few of those whom a reader knows a document to be about, headings and all."""
        within = Scope(
            sites=scope.sites,
            client_groups=scope.client_groups,
            respondents=scope.respondents,
            reflecting=scope.reflecting,
        )
        people = described_people(ScopeReader(self._session, within).placements.values())
        told = layout.tells_beside
        return identifying(extracts, people, template, beside=told, among=PROJECT if within == Scope() else SCOPE)

    def all(self, scope: Scope | None = None, progress: Progress = unwatched) -> list[Extract]:
        """The extracts in scope, those that may not be quoted among them."""
        return self.listed(scope).together(progress)

    def listed(self, scope: Scope | None = None) -> ExtractList:
        """The same extracts, each put together only when it is looked at: for a list that shows a few of many."""
        return self.show(self.find(scope))

    def find(self, scope: Scope | None = None, progress: Progress = unwatched, *, keep: bool = False) -> Found:
        """The passages in scope with how many they are: the part of listing that takes long in a large project.

        With `keep` the codings that were read for it are kept for whoever asks for them next, such as the notes beside
        quotes that are handed out.

        Raises UserError where the scope names something unknown.
        """
        progress(0, 3)
        reader = ScopeReader(self._session, scope or Scope())
        everything = united(reader.rows(reader.codes, keep=keep or reader.codes is not None))
        progress(1, 3)
        passages = narrowed(self._database, reader, everything, seen_stars(self._session))
        progress(2, 3)
        codes = [code.id for book in codebooks.read(self._database) for code in book.codes]
        code_order = {code: n for n, code in enumerate(codes)}
        transcript_order = {transcript: n for n, transcript in enumerate(reader.placements)}
        # They come in order of position, and each sort leaves alike ones as they were.
        passages.sort(key=lambda passage: transcript_order[passage.transcript])
        passages.sort(key=lambda passage: code_order.get(passage.code, len(codes)))
        placed = {id_: (reader.placements[id_], n) for id_, n in Counter(p.transcript for p in passages).items()}
        return Found(
            passages=Passages(passages),
            people=len({placement.person for placement, _ in placed.values()}),
            sites=len({placement.site.id for placement, _ in placed.values() if placement.site}),
            withheld=sum(n for placement, n in placed.values() if not may_quote(placement)),
        )

    def show(self, found: Found) -> ExtractList:
        """Passages that were found, as extracts put together when they are looked at."""
        codes = [code for book in codebooks.read(self._database) for code in book.codes]
        return ExtractList(self._database, self._session.placements(), codes, found.passages, seen_stars(self._session))

    def around(self, extract: Extract) -> Surroundings:
        """An extract among what is said around it: its own turns, the one before and the one after."""
        return surroundings(self._database, extract.transcript, extract.start, extract.end)

    # Handing out

    @much_at_once()
    def write(
        self,
        target: Path,
        order: ExtractsOrder,
        scope: Scope | None = None,
        progress: Progress = unwatched,
    ) -> Retrieval:
        """Write the extracts in scope to a file, whose ending says as what: one of `ENDINGS`.

        Extracts whose participants said no to being quoted are left out, or marked where the order says so, and counted
        in the result and the document.
        Stopped by `progress`, it leaves the place as it was.

        Raises UserError where nothing is in scope, the ending isn't known or the file can't be written.
        """
        scope = scope or Scope()
        if order.layout.house is not None and order.layout.large_print:
            raise UserError(tr("Your own template sets the size of its letters. Choose large print or the template."))
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise UserError(
                tr(
                    "Extracts are written as .docx, .xlsx, .csv, .html or .json, not as “{ending}”.",
                    ending=ending or target.name,
                )
            )
        found = self.retrieve(
            scope,
            template=order.template,
            without_consent=order.without_consent,
            layout=order.layout,
            progress=part(progress, 0, 40),
        )
        progress(40, 100)
        if not found.extracts:
            raise UserError(_nothing_to_write(found))
        if ending in (".csv", ".json"):
            from qualcoder_lite.exporters.extracts import write_extracts_csv, write_extracts_json

            marked = order.without_consent is WithoutConsent.MARK
            if ending == ".csv":
                write_extracts_csv(found.extracts, target, marked=marked, byte_order_mark=order.byte_order_mark)
            else:
                write_extracts_json(found.extracts, target, marked=marked)
        else:
            from qualcoder_lite.service.extracts.document import write_document

            order = replace(order, layout=order.layout.in_file(ending))
            write_document(self._session, target, found, order, scope, part(progress, 40, 100))
        return found

    # Taking back

    def take_comments_back(self, document: Path, *, coder: str = "") -> CommentsTaken:
        """Make memos of the comments that somebody wrote on quotes in a Word document of extracts; one step.

        Raises UserError where the file is no Word document, or none of its quotes is from this project.
        """
        from qualcoder_lite.service.extracts.word_comments import read_review

        return self.keep_comments(read_review(document), coder=coder)

    def keep_comments(self, review: Review, *, coder: str = "") -> CommentsTaken:
        """The same for a document that was read already. UserError where none of its quotes is from this project."""
        from qualcoder_lite.service.extracts.word_comments import keep_comments

        return keep_comments(self._session, review, coder=coder)


def _nothing_to_write(found: Retrieval) -> str:
    if found.withheld:
        return tr(
            "All passages in scope are of people who don’t want to be quoted. No file was written. "
            "Widen what you asked for."
        )
    return tr("No coded passage is in scope. No file was written. Widen what you asked for.")
