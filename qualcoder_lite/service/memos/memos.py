"""Memos: written, changed and taken away by whoever signs them; listed, searched and written to a file.

The short memo on a coding belongs to the coding, and is changed with it; here it is listed among the others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About, Memo, MemoKind, Subject
from qualcoder_lite.domain.names import folded, new_id
from qualcoder_lite.domain.transcript import canonical, speech
from qualcoder_lite.service.coding.new_coding import refuse_bad_passage
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.extracts.listing import may_quote
from qualcoder_lite.service.history.nouns import gone
from qualcoder_lite.service.memos.listed import ListedMemo, MemoFilter, Quoted
from qualcoder_lite.storage import memos as stored
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.coding.codings import Codings
    from qualcoder_lite.service.directory import Listing
    from qualcoder_lite.service.memos.file import MemosOrder
    from qualcoder_lite.service.session import Session


class Memos:
    """The memos of a project."""

    def __init__(self, session: Session, codings: Codings) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._codings = codings

    # Reading

    def all(self, which: MemoFilter | None = None) -> list[ListedMemo]:
        """The memos that a filter lets through, the latest first."""
        which = which or MemoFilter()
        wanted = [folded(word) for word in which.words.split()]
        coders = {folded(name) for name in which.coders}
        found = (
            memo
            for memo in self._seen()
            if (not which.kinds or memo.kind in which.kinds)
            and (not which.subjects or memo.about.subject in which.subjects)
            and (not which.about or which.about in _ids(memo.about))
        )
        return [
            each
            for each in map(self._listed, found)
            if (not coders or folded(each.coder) in coders) and _has(each, wanted)
        ]

    def _seen(self) -> list[Memo]:
        everything = self._session.kept("memos", lambda: stored.read(self._database))
        seen, blind = self._session.visibility.memos(everything), self._session.visibility.blind_in()
        if not blind:
            return seen
        # What is written of a person and a code tells how the person was coded.
        people = {placement.person for id_, placement in self._session.placements().items() if id_ in blind}
        viewer = self._session.visibility.viewer
        return [m for m in seen if not m.about.code or m.about.participant not in people or m.coder == viewer]

    def get(self, memo: str) -> ListedMemo:
        """One memo by its id. UserError where it isn't there."""
        found = next((each for each in self.all() if each.memo.id == folded(memo)), None)
        if found is None:
            raise UserError(tr("That memo is no longer there. It may have been taken away: see the history."))
        return found

    def on_coding(self, coding: str) -> list[ListedMemo]:
        """What was written about a coding (an id) beside its own short memo, such as comments in Word, oldest first."""
        return [
            self._listed(memo) for memo in self._session.visibility.memos(stored.about_coding(self._database, coding))
        ]

    def quoted(self, about: About) -> Quoted | None:
        """What a memo's passage says; None where it is about no passage."""
        if about.end <= about.start or about.transcript not in self._session.directory.transcripts.by_id:
            return None
        text = texts.body(self._database, about.transcript)
        turns = stored_turns.of_transcript(self._database, about.transcript)
        words = speech(text, turns, about.start, about.end) or text[about.start : about.end]
        return Quoted(words=words, may_quote=may_quote(self._session.placements()[about.transcript]))

    def describe(self, about: About) -> tuple[str, str]:
        """What a memo is about, by name, and where that is."""
        directory = self._session.directory
        match about.subject:
            case Subject.PROJECT:
                return tr("The whole project"), ""
            case Subject.TRANSCRIPT | Subject.PASSAGE:
                title, site = self._transcript(about.transcript)
                return title, site or self._what_of(about)
            case Subject.CODING:
                title, site = self._transcript(about.transcript)
                return _name(directory.codes, about.code), " · ".join(part for part in (title, site) if part)
            case Subject.CODE:
                return _name(directory.codes, about.code), ""
            case Subject.SITE:
                return _name(directory.sites, about.site), self._what_of(about)
            case Subject.PARTICIPANT:
                return _name(directory.participants, about.participant), self._what_of(about)

    def _what_of(self, about: About) -> str:
        directory = self._session.directory
        if about.feature:
            return _name(directory.features, about.feature)
        return _name(directory.codes, about.code) if about.code else ""

    def _transcript(self, transcript: str) -> tuple[str, str]:
        placement = self._session.placements().get(transcript)
        site = placement.site.name if placement is not None and placement.site is not None else ""
        title = _name(self._session.directory.transcripts, transcript)
        return title, "" if folded(site) in folded(title) else site

    def _listed(self, memo: Memo) -> ListedMemo:
        coder = self._session.directory.coders.by_id.get(memo.coder or "")
        thing, place = self.describe(memo.about)
        return ListedMemo(memo=memo, coder=coder.name if coder else "", thing=thing, place=place)

    # Writing

    def write(self, about: About, body: str, *, coder: str, kind: MemoKind = MemoKind.NOTE, title: str = "") -> Changes:
        """Write a memo about something, signed and dated.

        Raises UserError where it says nothing, nobody signs it, or what it is about isn't there.
        """
        body = _said(body)
        if not one_line(coder):
            raise UserError(tr("Say who you are first: a memo bears the name of who wrote it."))
        self._refuse_nowhere(about)
        step_facts = {"about": about.subject}
        with self._session.step("write-memo", step_facts, coder=self._session.directory.coder_name(coder)) as step:
            memo = Memo(
                id=new_id(),
                kind=kind,
                title=one_line(title),
                body=body,
                coder=self._session.directory.coder(coder),
                written_at=_now(),
                about=about,
            )
            stored.add(self._database, memo)
        return step.changes

    def change(
        self, memo: str, *, coder: str, body: str | None = None, kind: MemoKind | None = None, title: str | None = None
    ) -> Changes:
        """Change what a memo says; what isn't given stays. A coding's short memo has a body alone.

        Raises UserError where it would say nothing, or is somebody else's.
        """
        found = self.get(memo)
        self._refuse_others(found, coder)
        wanted = replace(
            found.memo,
            body=found.memo.body if body is None else _said(body),
            kind=found.memo.kind if kind is None else kind,
            title=found.memo.title if title is None else one_line(title),
        )
        if found.is_coding:
            coding = self._codings.get(found.memo.about.coding)
            return self._codings.update(replace(coding, memo=wanted.body), coder=coder)
        facts = {"about": found.subject}
        with self._session.step("change-memo", facts, coder=self._session.directory.coder_name(coder)) as step:
            if wanted != found.memo:
                stored.put(self._database, replace(wanted, edited_at=_now()))
        return step.changes

    def remove(self, memos: Sequence[str], *, coder: str) -> Changes:
        """Take memos away; all of them or none. A coding's short memo goes, the coding stays.

        Raises UserError where one is somebody else's.
        """
        found = [self.get(memo) for memo in dict.fromkeys(memos)]
        for each in found:
            self._refuse_others(each, coder)
        on_codings = [self._codings.get(each.memo.about.coding) for each in found if each.is_coding]
        facts = {"count": len(found)}
        with self._session.step("remove-memos", facts, coder=self._session.directory.coder_name(coder)) as step:
            stored.remove(self._database, [each.memo.id for each in found if not each.is_coding])
            self._codings.put_back([replace(coding, memo="") for coding in on_codings])
        return step.changes

    def may_change(self, memo: ListedMemo, coder: str) -> bool:
        """Whether a memo is a coder's own, or bears nobody's name."""
        return not memo.coder or folded(memo.coder) == folded(coder)

    def _refuse_others(self, memo: ListedMemo, coder: str) -> None:
        if not self.may_change(memo, coder):
            raise UserError(
                tr(
                    "{coder} signed that memo, so it is theirs to change. Write one of your own beside it.",
                    coder=memo.coder,
                )
            )

    def _refuse_nowhere(self, about: About) -> None:
        directory = self._session.directory
        for listing, id_, nowhere in (
            (directory.transcripts, about.transcript, tr("The transcript that the memo is about is no longer there.")),
            (directory.codes, about.code, tr("The code that the memo is about is no longer there.")),
            (directory.sites, about.site, tr("The site that the memo is about is no longer there.")),
            (
                directory.participants,
                about.participant,
                tr("The participant that the memo is about is no longer there."),
            ),
            (directory.features, about.feature, tr("The feature that the memo is about is no longer there.")),
        ):
            if id_ and id_ not in listing.by_id:
                raise UserError(nowhere)
        if about.subject is Subject.CODING:
            raise UserError(tr("The memo on a coding is written on the coding itself."))
        if about.subject is Subject.PASSAGE:
            text = texts.body(self._database, about.transcript)
            refuse_bad_passage(text, directory.transcripts.by_id[about.transcript].name, about.start, about.end)

    # Handing out

    def write_file(self, target: Path, order: MemosOrder, which: MemoFilter | None = None) -> int:
        """Write memos to a file, whose ending says as what: .docx or .csv; how many it holds.

        Words of people who said no to being quoted are left out of it; memos about them stay.

        Raises UserError where there is no memo to write, the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.service.memos.file import write_memos

        found = self.all(which)
        quotes = {each.memo.id: quoted for each in found if (quoted := self.quoted(each.memo.about)) is not None}
        return write_memos(self._session, target, order, found, quotes)


def _ids(about: About) -> Iterable[str]:
    return (about.transcript, about.coding, about.code, about.site, about.participant, about.feature)


def _has(listed: ListedMemo, wanted: Sequence[str]) -> bool:
    said = folded(" ".join((listed.memo.title, listed.memo.body, listed.thing, listed.place, listed.coder)))
    return all(word in said for word in wanted)


def _name(listing: Listing, id_: str) -> str:
    entry = listing.by_id.get(id_)
    return entry.name if entry else gone(listing.noun)


def _said(body: str) -> str:
    body = canonical(body).strip()
    if not body:
        raise UserError(tr("The memo is empty. Write a few words, or take it away."))
    return body


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
