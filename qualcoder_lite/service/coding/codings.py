"""Coding: putting codes on passages, changing them, taking them off, and declaring transcripts done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.recoding import moved
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.service.coding.done import declare, mark
from qualcoder_lite.service.coding.facts import all_of, else_changed, place
from qualcoder_lite.service.coding.new_coding import CodingResolver, NewCoding, asked_in, refuse_bad_passage
from qualcoder_lite.service.coding.refusals import refuse_retired, refuse_twins
from qualcoder_lite.service.coding.sameness import Key, brought_up_to_date, key
from qualcoder_lite.service.coding.whole_characters import whole_characters
from qualcoder_lite.storage.coding import codings as stored
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.coding import Coding, Polarity
    from qualcoder_lite.service.session import Session


class Codings:
    """The codings of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Reading

    def of_transcript(self, transcript: str, coder: str | None = None) -> list[Coding]:
        """A transcript's codings in order of position; with `coder`, that coder's own alone."""
        directory = self._session.directory
        everything = stored.of_transcripts(self._database, [directory.transcripts.find(transcript).id]).values()
        found = self._session.visibility.codings(everything)
        if coder is None:
            return found
        own = directory.coders.find(coder).id
        return [coding for coding in found if coding.coder == own and coding.decision is None]

    def get(self, coding: str) -> Coding:
        """One coding by its id. UserError where it isn't there."""
        key = folded(coding)
        found = stored.by_id(self._database, [key]).get(key)
        if found is None:
            raise UserError(
                tr(
                    "There is no coding with the id “{id}”. It may have been taken off: see the transcript’s codings.",
                    id=coding,
                )
            )
        return found

    def present(self, codings: Iterable[str]) -> dict[str, Coding]:
        """Those of some codings (ids) that are there, by id."""
        return stored.by_id(self._database, codings)

    def reached(self, coder: str = "") -> dict[str, tuple[int, int]]:
        """How far the coding of each transcript has come: its codings, and the position where the furthest one ends.

        Of all coders together, or of one; a transcript without codings is left out.
        """
        known = self._session.directory.coders.seek(coder) if coder else None
        if coder and known is None:
            return {}
        if known is not None and known.id == self._session.visibility.viewer:
            return stored.reached(self._database, known.id)
        return self._session.visibility.reached(stored.reached(self._database, known.id if known else None))

    # One coding

    def add(self, new: NewCoding) -> Changes:
        """Put a code on a passage, widened to whole characters where it cuts one.

        The same coder's same code on the same passage is brought up to date instead: what isn't stated stays.
        """
        return self._write([(None, new)], verb="code")

    def update(self, coding: Coding, *, coder: str = "") -> Changes:
        """Bring a coding to what is given: another passage, code, polarity, memo, doubt or other links.

        A passage that cuts a character is widened to all of it. Raises UserError where the coder has that code on that
        passage already, or the passage can't be.
        """
        before = self.get(coding.id)
        if (before.start, before.end) != (coding.start, coding.end):
            coding = self._on_whole_characters(coding)
        if key(before) != key(coding):
            refuse_twins(self._session, [coding], among={coding.id})
        if before.code != coding.code:
            refuse_retired(self._session, [coding])
        with self._session.step("recode", place(coding), coder=coder or self._coder_name(coding)) as step:
            step.facts["before"] = {
                "code": before.code,
                "start": before.start,
                "end": before.end,
                "polarity": before.polarity,
            }
            step.facts["polarity"] = coding.polarity
            step.facts.update(else_changed(before, coding))
            stored.update(self._database, [coding])
        return step.changes

    def recode(
        self,
        coding: str,
        *,
        start: int | None = None,
        end: int | None = None,
        code: str | None = None,
        polarity: Polarity | None = None,
    ) -> Changes:
        """Change a coding's edges, code or polarity; what isn't given stays."""
        found = self.get(coding)
        return self.update(
            replace(
                found,
                start=found.start if start is None else start,
                end=found.end if end is None else end,
                code=found.code if code is None else self._session.directory.codes.find(code).id,
                polarity=found.polarity if polarity is None else polarity,
            )
        )

    def remove(self, codings: Sequence[str], *, coder: str = "") -> Changes:
        """Take codings off; all of them or none."""
        found = list({coding.id: coding for coding in map(self.get, codings)}.values())
        facts = {"count": len(found), **(place(found[0]) if len(found) == 1 else {})}
        coders = {self._coder_name(coding) for coding in found}
        with self._session.step("uncode", facts, coder=coder or (coders.pop() if len(coders) == 1 else "")) as step:
            stored.remove(self._database, [coding.id for coding in found])
        return step.changes

    def change_together(
        self,
        codings: Sequence[str],
        *,
        code: str | None = None,
        start: int | None = None,
        end: int | None = None,
        coder: str = "",
    ) -> Changes:
        """Change the code of the codings (ids) that make one passage, or the passage's edges; what isn't given stays.

        A coding that is left with nothing, or says what another of them says, is taken off. Raises UserError where one
        was settled, or a coder has the code there already.
        """
        before = [self.get(coding) for coding in codings]
        if any(coding.decision is not None for coding in before):
            raise UserError(tr("This passage was settled between coders. Change it on the page Cross-check."))
        old = Span(min(coding.start for coding in before), max(coding.end for coding in before))
        new = Span(old.start if start is None else start, old.end if end is None else end)
        to_code = self._session.directory.codes.find(code).id if code else before[0].code
        whole = self._on_whole_characters(replace(before[0], start=new.start, end=new.end))
        new = Span(whole.start, whole.end)
        changed, gone = moved(before, old, new, to_code)
        refuse_twins(self._session, changed, among={coding.id for coding in before})
        refuse_retired(self._session, [coding for coding in changed if coding.code != before[0].code])
        passage = {"transcript": before[0].transcript, "code": to_code, "start": new.start, "end": new.end}
        facts = {"count": len(before), **passage, "before": {"code": before[0].code}}
        with self._session.step("recode-many", facts, coder=coder) as step:
            stored.remove(self._database, gone)
            stored.update(self._database, changed)
        return step.changes

    def put(self, new: NewCoding) -> None:
        """Put a code that nobody used yet on a passage, as a part of a step that is open."""
        stored.add(self._database, list(self._resolve([(None, new)]).values()))

    def put_back(self, codings: Sequence[Coding]) -> None:
        """Bring codings to what is given where only what is said of them differs, as a part of a step that is open."""
        stored.update(self._database, codings)

    # Many at once

    def add_many(self, new: Iterable[NewCoding]) -> Changes:
        """Put many codes on passages in one step; all of them or none."""
        return self._write([(None, coding) for coding in new], verb="code-many")

    def add_found(self, new: Iterable[NewCoding]) -> Changes:
        """Put a code on passages that a search found, in one step; all of them or none."""
        return self._write([(None, coding) for coding in new], verb="code-found")

    def import_table(self, path: Path, *, done: Sequence[str] = ()) -> Changes:
        """Take codings in from a table, and declare its transcripts done by some coders. All rows or none.

        Codings that are there already are brought up to date: what a row leaves blank stays.

        Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables.checked import read_codings

        rows = read_codings(path)
        return self._write([(row.row, asked_in(row)) for row in rows], verb="code-many", file=path.name, done=done)

    def _write(
        self, asked: Sequence[tuple[int | None, NewCoding]], *, verb: str, file: str = "", done: Sequence[str] = ()
    ) -> Changes:
        coders = {self._session.directory.coder_name(name) for name in {new.coder for _, new in asked}}
        with self._session.step(verb, coder=coders.pop() if len(coders) == 1 else "") as step:
            resolved = self._resolve(asked)
            step.facts.update(all_of(self._put(resolved)))
            if file:
                step.facts["file"] = file
            transcripts = list(dict.fromkeys(coding.transcript for coding in resolved.values()))
            if done:
                step.facts["declared"] = len(transcripts)
            for name in done:
                mark(self._session, name, transcripts)
        return step.changes

    def _put(self, stated: Mapping[Key, Coding]) -> list[Coding]:
        """Put on what is new of codings, and bring up to date what is there already; all that was written."""
        present = {key(coding): coding for coding in stored.alike(self._database, stated.values()).values()}
        fresh = [coding for same, coding in stated.items() if same not in present]
        refuse_retired(self._session, fresh)
        again = {same: brought_up_to_date(coding, stated[same]) for same, coding in present.items()}
        changed = [coding for same, coding in again.items() if coding != present[same]]
        stored.add(self._database, fresh)
        stored.update(self._database, changed)
        return [*fresh, *changed]

    def _resolve(self, asked: Iterable[tuple[int | None, NewCoding]]) -> dict[Key, Coding]:
        """What is asked for, by what makes codings the same; two that are the same are one, as the later one states."""
        resolver = CodingResolver(self._session)
        resolved: dict[Key, Coding] = {}
        for row, new in asked:
            coding = resolver.coding(new, row)
            before = resolved.get(key(coding))
            resolved[key(coding)] = brought_up_to_date(before, coding) if before else coding
        return resolved

    # Done

    def declare_done(self, coder: str, transcripts: Sequence[str], *, done: bool = True) -> Changes:
        """Declare transcripts done by a coder, or take that back."""
        return declare(self._session, coder, transcripts, done=done)

    # Helpers

    def _on_whole_characters(self, coding: Coding) -> Coding:
        """The coding on a passage that cuts no character. UserError where there can't be a passage."""
        text = texts.body(self._database, coding.transcript)
        title = self._session.directory.transcripts.by_id[coding.transcript].name
        refuse_bad_passage(text, title, coding.start, coding.end)
        start, end = whole_characters(text, coding.start, coding.end)
        return replace(coding, start=start, end=end)

    def _coder_name(self, coding: Coding) -> str:
        return self._session.directory.coders.by_id[coding.coder].name
