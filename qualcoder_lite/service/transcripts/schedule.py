"""The interview schedule of a project, and what it says of each person and outcome: asked, unprompted or not asked.

A question is taken to be asked in every interview, unless it is ticked off for one. A question without an outcome is
an open one, such as what difference a service made: what people say in answer counts as unprompted.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.names import folded, new_id
from qualcoder_lite.domain.schedule import Prompting, Question, prompting
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.storage.transcripts import schedule as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.importers.tables.checked import QuestionRow
    from qualcoder_lite.service.session import Session


class Schedule:
    """The questions that interviews went through."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def questions(self) -> list[Question]:
        """The questions in their order."""
        return stored.questions(self._database)

    def get(self, question: str) -> Question:
        """One question by its id. UserError where it isn't there."""
        found = next((each for each in self.questions() if each.id == question), None)
        if found is None:
            raise UserError(tr("That question is no longer in the schedule. Look at the schedule again."))
        return found

    def left_out(self, question: str) -> set[str]:
        """The transcripts (ids) in which a question was not asked."""
        return stored.left_out(self._database).get(question, set())

    def asked(self) -> AskedOf:
        """Who was asked about what. Without any question in the project, nobody is known to have been asked."""
        return self._session.kept("asked", self._read_asked)

    def _read_asked(self) -> AskedOf:
        left_out = stored.left_out(self._database)
        askings: dict[str, list[frozenset[str]]] = {}
        questions = self.questions()
        for question in questions:
            if question.code is not None:
                askings.setdefault(question.code, []).append(frozenset(left_out.get(question.id, ())))
        return AskedOf(askings, known=bool(questions))

    # Changing

    def add(self, wording: str, code: str | None = None, *, coder: str = "") -> Changes:
        """Put a question after the others; `code` is the outcome it asks about, by name or id."""
        question = Question(id=new_id(), wording=_worded(wording), code=self._outcome(code))
        with self._session.step("add-question", {"question": question.id}, coder=coder) as step:
            stored.add(self._database, question)
        return step.changes

    def update(self, question: str, *, wording: str, code: str | None, coder: str = "") -> Changes:
        """Give a question another wording or outcome. UserError where it isn't there."""
        changed = replace(self.get(question), wording=_worded(wording), code=self._outcome(code))
        with self._session.step("change-question", {"question": question}, coder=coder) as step:
            stored.put(self._database, changed)
        return step.changes

    def move(self, question: str, step: int, *, coder: str = "") -> Changes:
        """Move a question so many places down the schedule (up where negative), as far as it goes."""
        ids = [each.id for each in self.questions()]
        place = ids.index(self.get(question).id)
        ids.insert(min(max(place + step, 0), len(ids) - 1), ids.pop(place))
        with self._session.step("move-question", {"question": question}, coder=coder) as done:
            stored.arrange(self._database, ids)
        return done.changes

    def remove(self, question: str, *, coder: str = "") -> Changes:
        """Take a question out of the schedule. UserError where it isn't there."""
        self.get(question)
        with self._session.step("remove-question", {"question": question}, coder=coder) as step:
            stored.remove(self._database, question)
        return step.changes

    def set_asked(self, question: str, transcripts: Sequence[str], *, asked: bool, coder: str = "") -> Changes:
        """Say of interviews whether a question was asked in them. UserError where either isn't known."""
        self.get(question)
        ids = list(dict.fromkeys(self._session.directory.transcripts.find(name).id for name in transcripts))
        facts = {"question": question, "asked": asked, "count": len(ids)}
        with self._session.step("ask", facts, coder=coder) as step:
            (stored.take_in if asked else stored.leave_out)(self._database, question, ids)
        return step.changes

    def import_table(self, path: Path) -> Changes:
        """Take a schedule in from a table: questions matched by their wording, in the table's order, first.

        What a row says of where a question was not asked replaces what was noted, unless its cell is blank. All rows or
        none. Raises TableError naming row, column and value.
        """
        from qualcoder_lite.importers.tables.checked import read_schedule

        rows = read_schedule(path)
        with self._session.step("import-schedule", {"file": path.name, "count": len(rows)}) as step:
            there = {folded(each.wording): each for each in self.questions()}
            order = [self._put(row, there.get(folded(row.question))) for row in rows]
            others = [each.id for each in there.values() if each.id not in order]
            stored.arrange(self._database, [*order, *others])
        return step.changes

    def _put(self, row: QuestionRow, before: Question | None) -> str:
        directory, database = self._session.directory, self._database
        with _in_row(row.row, "outcome", row.outcome or ""):
            code = self._outcome(row.outcome)
        with _in_row(row.row, "not_asked", "; ".join(row.not_asked)):
            left_out = {directory.transcripts.find(name).id for name in row.not_asked}
        if before is None:
            question = Question(id=new_id(), wording=_worded(row.question), code=code)
            stored.add(database, question)
        else:
            question = replace(before, code=code if row.outcome else before.code)
            stored.put(database, question)
        if row.not_asked:
            stored.take_in(database, question.id, self.left_out(question.id) - left_out)
            stored.leave_out(database, question.id, left_out)
        return question.id

    def _outcome(self, code: str | None) -> str | None:
        return self._session.directory.codes.find(code).id if code else None


class AskedOf:
    """Which outcomes (ids of codes) were asked about in which interviews (ids of transcripts).

    Attributes:
        known: Whether the project has a schedule at all. Without one it can't be told who was asked.
    """

    def __init__(self, askings: Mapping[str, Sequence[frozenset[str]]], *, known: bool) -> None:
        """Take, for each outcome, the interviews that left out each question about it."""
        self._askings = askings
        self.known = known

    def in_transcript(self, transcript: str, code: str) -> bool:
        """Whether any question about an outcome was asked in an interview."""
        return any(transcript not in left_out for left_out in self._askings.get(code, ()))

    def of_person(self, transcripts: Iterable[str], code: str, *, spoke: bool) -> Prompting | None:
        """How an outcome stands with a person whose interviews these are; None where there is no schedule.

        `spoke` says whether any passage of theirs is coded with it.
        """
        if not self.known:
            return None
        return prompting(asked=any(self.in_transcript(each, code) for each in transcripts), spoke=spoke)

    def codes(self) -> Collection[str]:
        """The outcomes that some question asks about."""
        return self._askings.keys()


@contextmanager
def _in_row(row: int, column: str, value: str) -> Generator[None]:
    """Say of a mistake where in the table it stands."""
    try:
        yield
    except UserError as fault:
        raise TableError(str(fault), row=row, column=column, value=value) from fault


def _worded(wording: str) -> str:
    words = one_line(wording)
    if not words:
        raise UserError(tr("A question needs words. Write it as it was asked."))
    return words
