"""The parts of an open project: one noun each, and all that can be done with it.

A mutation returns the `Changes` it made; looking changes nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qualcoder_lite.service.codebook.codebooks import Codebooks
from qualcoder_lite.service.coding.codings import Codings
from qualcoder_lite.service.transcripts.transcripts import Transcripts

if TYPE_CHECKING:
    from qualcoder_lite.service.agreement.disagreements import Disagreements
    from qualcoder_lite.service.agreement.figures import Agreements
    from qualcoder_lite.service.agreement.meetings import Meetings
    from qualcoder_lite.service.agreement.rounds import Rounds
    from qualcoder_lite.service.chart.summaries import Chart
    from qualcoder_lite.service.codebook.codes import Codes
    from qualcoder_lite.service.codebook.groups import CodeGroups
    from qualcoder_lite.service.coding.coders import Coders
    from qualcoder_lite.service.coding.progress import CodingProgress
    from qualcoder_lite.service.copies.cutting import Cutting
    from qualcoder_lite.service.copies.merging import Merging
    from qualcoder_lite.service.cross_reference.behind_cells import BehindCells
    from qualcoder_lite.service.cross_reference.code_patterns import CodePatterns
    from qualcoder_lite.service.cross_reference.counter_examples import CounterExampleFinder
    from qualcoder_lite.service.cross_reference.findings import Findings
    from qualcoder_lite.service.cross_reference.pictures import Pictures
    from qualcoder_lite.service.cross_reference.where_used import WhereUsed
    from qualcoder_lite.service.exports import Exports
    from qualcoder_lite.service.extracts.extracts import Extracts
    from qualcoder_lite.service.extracts.presets import Presets
    from qualcoder_lite.service.extracts.stars import Starring
    from qualcoder_lite.service.history.history import History
    from qualcoder_lite.service.memos.memos import Memos
    from qualcoder_lite.service.people.consent import Consents
    from qualcoder_lite.service.people.participants import Participants
    from qualcoder_lite.service.people.pseudonyms import Pseudonyms
    from qualcoder_lite.service.people.sampling import Sampling
    from qualcoder_lite.service.people.sites import Sites
    from qualcoder_lite.service.people.twins import Twins
    from qualcoder_lite.service.people.withdrawal import Withdrawal
    from qualcoder_lite.service.project_details import Details
    from qualcoder_lite.service.reports.reports import Reports
    from qualcoder_lite.service.searching.search import Search
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.service.transcripts.details import Describing
    from qualcoder_lite.service.transcripts.schedule import Schedule
    from qualcoder_lite.service.transcripts.speakers import Speakers


class ProjectParts:
    """What an open project is made of, for the facade that opens and closes it."""

    def __init__(self, session: Session) -> None:
        """Make the parts that everything needs."""
        self._session = session
        self.codings = Codings(session)
        self.transcripts = Transcripts(session)
        self.codebooks = Codebooks(session)

    # Each part is loaded when it is asked for first: a window or a command that needs few of them starts sooner.

    @cached_property
    def history(self) -> History:
        """What was done, with undo and redo."""
        from qualcoder_lite.service.history.history import History

        return History(self._session)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks in a transcript, read again."""
        from qualcoder_lite.service.transcripts.speakers import Speakers

        return Speakers(self._session)

    @cached_property
    def describing(self) -> Describing:
        """What is said of stored transcripts, changed, and deleting them."""
        from qualcoder_lite.service.transcripts.details import Describing

        return Describing(self._session)

    @cached_property
    def codes(self) -> Codes:
        """The labels of the codebooks, made and changed."""
        from qualcoder_lite.service.codebook.codes import Codes

        return Codes(self._session, self.codings)

    @cached_property
    def code_groups(self) -> CodeGroups:
        """The groups that codes stand in."""
        from qualcoder_lite.service.codebook.groups import CodeGroups

        return CodeGroups(self._session)

    @cached_property
    def coders(self) -> Coders:
        """Who codes."""
        from qualcoder_lite.service.coding.coders import Coders

        return Coders(self._session)

    @cached_property
    def sites(self) -> Sites:
        """The sites and their register of features."""
        from qualcoder_lite.service.people.sites import Sites

        return Sites(self._session)

    @cached_property
    def participants(self) -> Participants:
        """The people who were interviewed."""
        from qualcoder_lite.service.people.participants import Participants

        return Participants(self._session)

    @cached_property
    def findings(self) -> Findings:
        """Which features of partnership go with which outcomes."""
        from qualcoder_lite.service.cross_reference.findings import Findings

        return Findings(self._session)

    @cached_property
    def counter_examples(self) -> CounterExampleFinder:
        """With whom it was the other way round."""
        from qualcoder_lite.service.cross_reference.counter_examples import CounterExampleFinder

        return CounterExampleFinder(self._session, self.memos)

    @cached_property
    def behind(self) -> BehindCells:
        """What stands behind the counts of a cell."""
        from qualcoder_lite.service.cross_reference.behind_cells import BehindCells

        return BehindCells(self._session, self.schedule)

    @cached_property
    def where_used(self) -> WhereUsed:
        """Where codings are used."""
        from qualcoder_lite.service.cross_reference.where_used import WhereUsed

        return WhereUsed(self._session, self.memos)

    @cached_property
    def patterns(self) -> CodePatterns:
        """How codes are used, and which come together."""
        from qualcoder_lite.service.cross_reference.code_patterns import CodePatterns

        return CodePatterns(self._session)

    @cached_property
    def pictures(self) -> Pictures:
        """Pictures of the findings and of the work."""
        from qualcoder_lite.service.cross_reference.pictures import Pictures

        return Pictures(self._session)

    @cached_property
    def extracts(self) -> Extracts:
        """The coded passages, retrieved and handed out."""
        from qualcoder_lite.service.extracts.extracts import Extracts

        return Extracts(self._session)

    @cached_property
    def chart(self) -> Chart:
        """What analysts write of each person on each outcome."""
        from qualcoder_lite.service.chart.summaries import Chart

        return Chart(self._session)

    @cached_property
    def stars(self) -> Starring:
        """Which quotes are to be shown."""
        from qualcoder_lite.service.extracts.stars import Starring

        return Starring(self._session)

    @cached_property
    def reports(self) -> Reports:
        """The study's three stages as documents."""
        from qualcoder_lite.service.reports.reports import Reports

        return Reports(self._session)

    @cached_property
    def consents(self) -> Consents:
        """What participants agreed to."""
        from qualcoder_lite.service.people.consent import Consents

        return Consents(self._session)

    @cached_property
    def sampling(self) -> Sampling:
        """Who is heard, and who isn't yet."""
        from qualcoder_lite.service.people.sampling import Sampling

        return Sampling(self._session)

    @cached_property
    def presets(self) -> Presets:
        """Named ways of exporting."""
        from qualcoder_lite.service.extracts.presets import Presets

        return Presets(self._session)

    @cached_property
    def exports(self) -> Exports:
        """Which files were written with people's words in them."""
        from qualcoder_lite.service.exports import Exports

        return Exports(self._session)

    @cached_property
    def pseudonyms(self) -> Pseudonyms:
        """Replacing names, for good."""
        from qualcoder_lite.service.people.pseudonyms import Pseudonyms

        return Pseudonyms(self._session)

    @cached_property
    def merging(self) -> Merging:
        """Bringing copies of the project together that were worked on apart."""
        from qualcoder_lite.service.copies.merging import Merging

        return Merging(self._session)

    @cached_property
    def twins(self) -> Twins:
        """What goes by one name."""
        from qualcoder_lite.service.people.twins import Twins

        return Twins(self._session)

    @cached_property
    def cutting(self) -> Cutting:
        """Cutting a blind copy for one coder."""
        from qualcoder_lite.service.copies.cutting import Cutting

        return Cutting(self._session)

    @cached_property
    def withdrawal(self) -> Withdrawal:
        """Taking a participant out, for good."""
        from qualcoder_lite.service.people.withdrawal import Withdrawal

        return Withdrawal(self._session)

    @cached_property
    def memos(self) -> Memos:
        """What people thought while working."""
        from qualcoder_lite.service.memos.memos import Memos

        return Memos(self._session, self.codings)

    @cached_property
    def details(self) -> Details:
        """What the project says of itself."""
        from qualcoder_lite.service.project_details import Details

        return Details(self._session)

    @cached_property
    def search(self) -> Search:
        """Words in what was said, found and coded."""
        from qualcoder_lite.service.searching.search import Search

        return Search(self._session, self.codings)

    @cached_property
    def progress(self) -> CodingProgress:
        """How far each coder has come, and the marks on transcripts."""
        from qualcoder_lite.service.coding.progress import CodingProgress

        return CodingProgress(self._session)

    @cached_property
    def schedule(self) -> Schedule:
        """What the interviews asked."""
        from qualcoder_lite.service.transcripts.schedule import Schedule

        return Schedule(self._session)

    @cached_property
    def agreement(self) -> Agreements:
        """How far coders agree."""
        from qualcoder_lite.service.agreement.figures import Agreements

        return Agreements(self._session)

    @cached_property
    def rounds(self) -> Rounds:
        """Rounds of blind coding."""
        from qualcoder_lite.service.agreement.rounds import Rounds

        return Rounds(self._session)

    @cached_property
    def disagreements(self) -> Disagreements:
        """Where two coders differ, and what is decided about it."""
        from qualcoder_lite.service.agreement.disagreements import Disagreements

        return Disagreements(self._session)

    @cached_property
    def meetings(self) -> Meetings:
        """Meetings about where coders differ, and their minutes."""
        from qualcoder_lite.service.agreement.meetings import Meetings

        return Meetings(self._session)
