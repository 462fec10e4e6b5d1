"""How far coders agree, over the transcripts that several of them coded: the figures, with what they rest on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.agreement.further import further
from qualcoder_lite.service.agreement.material import by_role, gather, narrowed, with_settled
from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementReport, AgreementScope, Compare
from qualcoder_lite.service.agreement.rounds import Rounds
from qualcoder_lite.service.coding.again import is_one_person, with_themselves
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.agreement.places import TwoByTwo
    from qualcoder_lite.service.session import Session


class Agreements:
    """Agreement between the coders of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def measure(self, asked: AgreementAsked | None = None) -> AgreementReport:
        """Measure how far coders agree.

        Raises UserError where fewer than two coders are asked about, UnknownNameError where a name isn't known.
        """
        asked = asked or AgreementAsked()
        if asked.round:
            # A round that was asked for by its id is told of by its name.
            asked = replace(asked, round=Rounds(self._session).find(asked.round).name)
        material = self.material(asked)
        return replace(
            measured(material, asked),
            intra_coder=is_one_person(self._session, material.coders),
            further=further(self._session, material, asked),
        )

    def material(self, asked: AgreementAsked) -> Material:
        """What is compared when this is asked. UnknownNameError where a name isn't known."""
        if asked.round:
            rounds = Rounds(self._session)
            found = narrowed(self._session, rounds.material(rounds.find(asked.round)), asked.coders, asked.codes)
        else:
            enough = asked.scope is AgreementScope.ALL
            coders = with_themselves(self._session, asked.coders) if asked.compare is Compare.AGAIN else asked.coders
            found = gather(self._session, coders, asked.codes, coded_is_enough=enough)
        if asked.compare is Compare.ROLES:
            return by_role(self._session, found)
        return with_settled(self._session, found) if asked.compare is Compare.SETTLED else found

    def trend(self, asked: AgreementAsked | None = None) -> Trend:
        """Measure agreement round by round, with the unit that is asked for; where there was no round it is empty."""
        from qualcoder_lite.service.agreement.trend import trend

        return trend(self._session, asked or AgreementAsked())

    def two_by_two(self, asked: AgreementAsked, code: str, pair: tuple[str, str]) -> TwoByTwo:
        """The places behind a figure of a report: what two of its coders did with one of its codes, all by id."""
        from qualcoder_lite.service.agreement.places import two_by_two

        return two_by_two(self._session, self.material(asked), asked, code, pair)

    def rests_on(self, report: AgreementReport) -> list[tuple[str, str]]:
        """What every figure of a report rests on, by heading: coders, transcripts, unit, scope, what doesn't count."""
        from qualcoder_lite.service.agreement.files import rests_on

        return rests_on(report)

    def write(self, target: Path, report: AgreementReport, *, on: date) -> None:
        """Write a report to a file, whose ending says as what: .csv, .xlsx or .docx.

        Raises UserError where the ending isn't known or the file can't be written.
        """
        from qualcoder_lite.service.agreement.files import write_report

        write_report(self._session, target, report, self.material(report.asked), on)


def measured(material: Material, asked: AgreementAsked) -> AgreementReport:
    """What is measured on material, live or frozen. UserError where there are no two coders."""
    from qualcoder_lite.domain.agreement import measure

    if len(material.coders) < 2:
        raise UserError(tr("Agreement takes at least two coders. Choose two, or wait until a second one has coded."))
    study = material.study()
    return AgreementReport(
        asked=asked,
        figures=measure(study, asked.unit, all_turns=asked.all_turns),
        coders=material.coders,
        codes=material.codes,
        left_out=material.left_out,
    )
