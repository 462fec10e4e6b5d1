"""Every kind of document that is made for people, of one project in which there is something to tell in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject, WithoutConsent
from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.extracts.layout import ExtractsLayout, Split
from qualcoder_lite.domain.memo import About, MemoKind
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.service import sample_work
from qualcoder_lite.service.agreement import report as agreement
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.chart.file import ChartOrder
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.memos.file import MemosOrder
from qualcoder_lite.service.program.shipped import samples_folder
from qualcoder_lite.service.reports.reports import ReportOrder
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

DAY = date(2026, 6, 3)
AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"
_EVERYTHING = ExtractsLayout(split=Split.SITE, before=True, after=True, per_person=3)
_SOME = Scope(codes=("Feeling safe", "Seeing people", "Having things to do"))


def prepare(project: Project) -> None:
    """Do in the demonstration what the documents tell of: summaries, memos, refusals, a changed code, a meeting."""
    sample_work.write_summaries(project, samples_folder())
    project.schedule.import_table(samples_folder() / "schedule.csv")
    for kind in MemoKind:
        (memo,) = project.memos.write(About(), "Read the register first.", coder=AILSA, kind=kind, title="Method").of(
            "memo"
        )
        project.memos.change(memo, body="Read it last.", coder=AILSA)
    somebody = project.participants.all()[0]
    project.consents.record([somebody.name], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO)}, coder=AILSA)
    _meet(project)
    coded = [each.transcript.id for each in project.transcripts.overview() if each.codings][:3]
    project.rounds.open(NewRound(name="Round 1", transcripts=coded, coders=[AILSA, DENNIS]))
    project.rounds.close("Round 1")


def _meet(project: Project) -> None:
    material = project.agreement.material(AgreementAsked(scope=agreement.AgreementScope.ALL))
    ((first, second),) = combinations(material.coders, 2)
    found = project.disagreements.compared(material, first, second)
    (meeting,) = project.meetings.begin(DAY.isoformat(), [AILSA, DENNIS], coder=AILSA).of("meeting")
    ways = [(place, Outcome.ONE) for place in found.of_kind(Kind.FIRST)[:2]]
    ways += [(place, Outcome.OPEN) for place in found.of_kind(Kind.SECOND)[:1]]
    for place, outcome in ways:
        project.disagreements.settle(
            place, outcome, coder=AILSA, why="Agreed", take=first, between=(first, second), meeting=meeting
        )
    project.meetings.end(meeting, found, found.differing[:5], coder=AILSA)


def write_every_document(project: Project, folder: Path) -> list[Path]:
    """Write them; the files."""
    study = project.details.read()
    _write_extracts(project, folder)
    for lens in ("sites", "passages", "attributions"):
        for ending in (".docx", ".xlsx", ".svg"):
            project.findings.write(folder / f"matrix {lens}{ending}", project.findings.matrix(lens), on=DAY, who=AILSA)
    for stage, name in (("site", project.reports.about("site")[0]), ("across", "")):
        report = project.reports.make(stage, name)
        for plain in (False, True):
            order = ReportOrder(study=study, date=DAY, who=AILSA, plain=plain, large_print=plain)
            project.reports.write(folder / f"report {stage} {plain}.docx", report, order)
    for about in agreement.About:
        asked = AgreementAsked(about=about, scope=agreement.AgreementScope.ALL, codes=_SOME.codes)
        if about is agreement.About.PASSAGES:
            asked = replace(asked, exclusive="Quality of life")
        report = project.agreement.measure(asked)
        for ending in (".docx", ".xlsx"):
            project.agreement.write(folder / f"agreement {about}{ending}", report, on=DAY)
    for ending in (".docx", ".xlsx"):
        project.chart.write_file(folder / f"chart{ending}", ChartOrder(study=study, date=DAY, who=AILSA), _SOME)
    project.codebooks.write(folder / "codebook.docx", who=AILSA)
    project.memos.write_file(folder / "memos.docx", MemosOrder(study=study, date=DAY, who=AILSA))
    project.meetings.write_minutes(folder / "minutes.docx", project.meetings.all()[0].id, on=DAY)
    _write_patterns(project, folder)
    _write_pictures(project, folder)
    project.exports.write(folder / "what has left.xlsx")
    return sorted(folder.iterdir())


def _write_extracts(project: Project, folder: Path) -> None:
    study = project.details.read()
    for name, layout, consent in (
        ("usual", _EVERYTHING, WithoutConsent.MARK),
        ("plain", ExtractsLayout(plain=True), WithoutConsent.LEAVE_OUT),
    ):
        order = ExtractsOrder(study=study, date=DAY, who=AILSA, layout=layout, without_consent=consent)
        for ending in (".docx", ".xlsx", ".html"):
            project.extracts.write(folder / f"extracts {name}{ending}", order, _SOME)


def _write_patterns(project: Project, folder: Path) -> None:
    patterns = project.patterns
    patterns.write(folder / "frequencies.xlsx", patterns.frequencies("respondent"))
    patterns.write(folder / "together.xlsx", patterns.co_occurrence())


def _write_pictures(project: Project, folder: Path) -> None:
    pictures = project.pictures
    patterns = project.patterns
    codes = {code.id for code in patterns.frequencies("site").codes[:5]}
    drawings = {
        "outcomes": pictures.outcomes("site"),
        "often": pictures.frequencies(patterns.frequencies("site"), tr("site"), codes, Scope()),
        "together": pictures.together(patterns.co_occurrence()[0], "overlap", codes, codes, Scope()),
        "heard": pictures.coverage(),
        "progress": pictures.progress(),
    }
    for name, drawing in drawings.items():
        pictures.write(folder / f"picture {name}.svg", drawing)


def write_certificate(project: Project, folder: Path) -> Path:
    """Withdraw somebody, for good, and write the certificate."""
    name = project.participants.all()[1].name
    target = folder / "certificate.docx"
    done = project.withdrawal.withdraw(name)
    project.withdrawal.write_certificate(target, done, on=DAY, who=AILSA, study=project.details.read().title)
    return target


def write_what_programs_read(project: Project, folder: Path) -> list[Path]:
    """Write the tables and files that the program, or somebody's script, reads again; the files."""
    for ending in (".csv", ".toml", ".qdc"):
        project.codebooks.write(folder / f"codebook{ending}")
    project.sites.write(folder / "register.csv")
    order = ExtractsOrder(study=project.details.read(), date=DAY)
    for ending in (".csv", ".json"):
        project.extracts.write(folder / f"extracts{ending}", order, _SOME)
    project.findings.write(folder / "matrix.csv", project.findings.matrix("sites"), on=DAY)
    project.patterns.write(folder / "frequencies.csv", project.patterns.frequencies("respondent"))
    project.patterns.write(folder / "together.csv", project.patterns.co_occurrence())
    return sorted(folder.iterdir())
