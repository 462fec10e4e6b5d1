"""Times the program on the load projects: python3 dev.py bench [--keep FOLDER] [--json FILE].

Each figure is the median of several runs in this process, in milliseconds of wall time unless it says otherwise. The
limits are the project's own; machines differ, so nothing fails here. Load projects are made afresh in a temporary
folder, or kept in one that is named. A second table has what two other programs take beside it (see `peers`).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from qualcoder_lite.domain.agreement import Unit, measure
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.benchmarks import exporting, finding, import_window, importing, merging, peers, window
from tests.benchmarks.agreement import make_study
from tests.benchmarks.agreement_project import make_agreement_project
from tests.benchmarks.load_project import make_load_project
from tests.benchmarks.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RUNS, _CPU_RUNS = 7, 5


def timed(operation: str, size: str, limit: float | None, work: Callable[[], object], runs: int = _RUNS) -> Row:
    """Run something once to warm up, then several times, and take the median."""
    work()
    figures: list[float] = []
    for _ in range(runs):
        gc.collect()
        begun = time.perf_counter()
        work()
        figures.append((time.perf_counter() - begun) * 1000)
    return Row(operation, size, statistics.median(figures), min(figures), max(figures), limit)


def project_rows(path: Path, size: str, *, ten: bool) -> Iterator[Row]:
    """The figures of one load project."""
    yield opening(path, size, 300 if ten else 150)
    with Project.open(path) as project:
        yield from _coding_rows(project, size)
        code = project.codebooks.all()[0].codes[0].name
        scope = Scope(codes=(code,))
        yield timed(
            f"extracts of one code ({len(project.extracts.listed(scope)):,}), first 50 shown",
            size,
            200 if ten else 50,
            lambda: project.extracts.listed(scope)[:50],
        )
        for operation, limit, work in finding.operations(project, ten=ten):
            yield timed(operation, size, limit, work)
        for lens in ("sites", "passages", "attributions"):
            yield first_matrix(path, lens, size, 400 if ten else 100)
            yield timed(
                f"matrix, lens {lens}, again",
                size,
                400 if ten else 100,
                lambda lens=lens: project.findings.matrix(lens),
            )
        yield cpu("picture of outcomes by site, CPU", size, None, lambda: project.pictures.outcomes("site"))
        yield cpu("co-occurrence, all pairs, CPU", size, 1_000 if ten else 100, project.patterns.co_occurrence)
        yield cpu("coder comparison, all codes, CPU", size, 5_000 if ten else 500, project.agreement.measure)
    yield info_cpu(path, size)


def cpu(operation: str, size: str, limit: float | None, work: Callable[[], object]) -> Row:
    """Run something several times and take the median of the CPU time."""
    figures: list[float] = []
    for _ in range(_CPU_RUNS):
        gc.collect()
        begun = time.process_time()
        work()
        figures.append((time.process_time() - begun) * 1000)
    return _row(operation, size, figures, limit)


def opening(path: Path, size: str, limit: float) -> Row:
    """Opening a project and listing its transcripts; closing it again doesn't count."""
    figures: list[float] = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        project = Project.open(path)
        project.transcripts.overview()
        figures.append((time.perf_counter() - begun) * 1000)
        project.close()
    return Row(
        "open project, list its transcripts", size, statistics.median(figures), min(figures), max(figures), limit
    )


def first_matrix(path: Path, lens: str, size: str, limit: float) -> Row:
    """The matrix right after the project was opened, everything still to be read; opening it doesn't count."""
    figures: list[float] = []
    for _ in range(_RUNS):
        with Project.look(path) as project:
            begun = time.perf_counter()
            project.findings.matrix(lens)
            figures.append((time.perf_counter() - begun) * 1000)
    return Row(f"matrix, lens {lens}, first", size, statistics.median(figures), min(figures), max(figures), limit)


def _coding_rows(project: Project, size: str) -> Iterator[Row]:
    overview = project.transcripts.overview()
    transcript = overview[0].transcript
    code = project.codebooks.all()[0].codes[0].id
    coder = project.coders.all()[0].id
    places = iter(range(10, transcript.characters - 20))

    def apply() -> None:
        start = next(places)
        project.codings.add(
            NewCoding(
                transcript=transcript.id,
                start=start,
                end=start + 9,
                code=code,
                coder=coder,
                polarity=Polarity.DELIVERED,
            )
        )

    yield timed(f"apply a code, durable ({overview[0].codings} there)", size, 16, apply, runs=15)
    yield timed("undo one coding", size, 30, project.history.undo, runs=14)


def info_cpu(path: Path, size: str) -> Row:
    """The CPU time, in all, of a command that only reads."""
    figures: list[float] = []
    for _ in range(_RUNS):
        before = os.times()
        subprocess.run([sys.executable, "-m", "qualcoder_lite", "info", str(path)], check=True, capture_output=True)
        after = os.times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        figures.append(spent * 1000)
    return Row("command info, CPU in all", size, statistics.median(figures), min(figures), max(figures), 400)


def export_rows(path: Path, folder: Path) -> Iterator[Row]:
    """Extracts to Word and Excel, CPU time."""
    for operation, limit, figures in exporting.measure(path, folder):
        yield _row(operation, "×1", figures, limit)


def merging_rows(path: Path, folder: Path) -> Iterator[Row]:
    """Ten copies brought together, each with 2,000 codings and a done mark on every transcript of its own."""
    for what, seconds, cpu in merging.measure(path, folder):
        limit = 10_000 if what.startswith("ten copies") else None
        yield Row(what, "×1", seconds * 1000, cpu * 1000, seconds * 1000, limit)


def agreement_rows() -> Iterator[Row]:
    """Agreement between five coders over 250,000 codings, with and without draws, short and long texts; CPU."""
    for characters in (30_000, 120_000):
        study = make_study(characters)
        for unit in (Unit.TURN, Unit.CHARACTER):
            for draws, limit in ((False, 500), (True, 1_500)):
                figures: list[float] = []
                for _ in range(5):
                    gc.collect()
                    begun = time.process_time()
                    measure(study, unit, with_intervals=draws)
                    figures.append((time.process_time() - begun) * 1000)
                size = f"{characters // 1000}k" + (", draws" if draws else "")
                operation = f"agreement by {unit}, 250,000 codings, CPU"
                yield Row(operation, size, statistics.median(figures), min(figures), max(figures), limit)


def whole_agreement_rows(path: Path) -> Iterator[Row]:
    """The same from a project's file: its rows read, counted, and a thousand draws; CPU."""
    with Project.look(path) as project:
        yield cpu("agreement from the project, CPU", "draws", 1_500, project.agreement.measure)


def window_rows(path: Path, size: str, *, ten: bool) -> Iterator[Row]:
    """The window's start beside a bare window of Qt's in the same run, its memory, and its pages."""
    memory, page_change = (400, None) if ten else (250, 100)
    found = window.measure(path)
    bare, ours, project = (
        [1000 * each for each in runs] for runs in (found.bare_seconds, found.window_seconds, found.project_seconds)
    )
    yield _row("a bare PySide6 window", size, bare, None)
    yield _row("command to painted window", size, ours, 2 * statistics.median(bare))
    yield _row("command to painted window with the project in it", size, project, None)
    yield _row("memory, project open", size, found.megabytes, memory, "MB")
    yield _row("memory, every page visited twice", size, found.megabytes_after_all, memory, "MB")
    for page in found.first:
        yield _row(f"page {page}, come to first", size, found.first[page], page_change)
        yield _row(f"page {page}, come to again", size, found.again[page], page_change)


def importing_rows() -> Iterator[Row]:
    """Bringing transcripts in: a long Word document (CPU time), and a study in mixed formats (on the clock)."""
    yield _row("read 40,000 words of Word, CPU", "", [1000 * importing.long_word_document()], 500)
    study = importing.whole_study()
    yield _row("bring in 230 transcripts of mixed formats", "×1", [1000 * study.seconds], 60_000)
    yield _row("the slowest file of them", "×1", [1000 * study.longest], None)
    stood = [import_window.measure() for _ in range(3)]
    for phase in ("reading", "showing", "storing", "telling"):
        figures = [getattr(run, phase) for run in stood]
        yield _row(f"the same in the window, {phase}: stands still", "×1", figures, 100)
    yield _row("the same in the window, memory at its most", "×1", [run.megabytes for run in stood], 400, "MB")


def text_rows(ten: Path | None) -> Iterator[Row]:
    """The painted text (CPU time), and coding on the whole page (on the clock), in a small project and in a large."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks import coding_page, reading_view

    for found in (*reading_view.measure(), *coding_page.measure()):
        yield _row(found["operation"], "", found["figures"], found["at_most"])
    for found in coding_page.measure(ten) if ten else ():
        yield _row(found["operation"], "×10", found["figures"], found["at_most"])


def findings_rows(path: Path) -> Iterator[Row]:
    """Another lens on the page Findings, on the clock."""
    from tests.benchmarks import findings_page

    for found in findings_page.measure(path):
        yield _row(found["operation"], "×1", found["figures"], found["at_most"])


def _row(operation: str, size: str, figures: list[float], limit: float | None, unit: str = "ms") -> Row:
    return Row(operation, size, statistics.median(figures), min(figures), max(figures), limit, unit)


def show(rows: list[Row]) -> None:
    """Print the figures as a table."""
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
    print(f"{'operation':48} {'size':>5} {'median':>9} {'least':>9} {'most':>9} {'limit':>8}")
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:,.0f}"
        over = "  over" if row.limit is not None and row.median > row.limit else ""
        print(
            f"{row.operation:48} {row.size:>5} {row.median:9,.1f} {row.least:9,.1f} {row.most:9,.1f} {limit:>8} "
            f"{row.unit}{over}"
        )


def main() -> None:
    """Time everything and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="keep the load projects in this folder")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--small", action="store_true", help="leave out the project of ten times the size")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rows: list[Row] = []
        for times in (1,) if arguments.small else (1, 10):
            path = make_load_project(folder / f"x{times}.qclite", times)
            rows += project_rows(path, f"×{times}", ten=times == 10)
        rows += export_rows(folder / "x1.qclite", Path(temporary))
        rows += merging_rows(folder / "x1.qclite", Path(temporary))
        rows += importing_rows()
        rows += window_rows(folder / "x1.qclite", "×1", ten=False)
        if not arguments.small:
            rows += window_rows(folder / "x10.qclite", "×10", ten=True)
        rows += text_rows(None if arguments.small else folder / "x10.qclite")
        rows += findings_rows(folder / "x1.qclite")
        rows += agreement_rows()
        rows += whole_agreement_rows(make_agreement_project(folder / "agreement.qclite"))
    show(rows)
    peers.show(rows)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
