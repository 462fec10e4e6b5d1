"""How long extracts take to Word and to Excel: CPU time of everything from reading the project to the file written."""

from __future__ import annotations

import gc
import time
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RUNS = 3
_SOME = 5_000


def measure(path: Path, folder: Path) -> Iterator[tuple[str, float, list[float]]]:
    """Each operation's name, the milliseconds it may take, and those it took run by run."""
    with Project.look(path) as project:
        order = ExtractsOrder(study=project.details.read(), date=date(2026, 1, 1))
        counts = Counter(extract.code for extract in project.extracts.retrieve(Scope()).extracts)
        some: list[str] = []
        while sum(counts[code] for code in some) < _SOME:
            some.append(list(counts)[len(some)])
        for what, codes, ending, limit in (
            (f"some extracts to Word ({sum(counts[code] for code in some):,}), CPU", tuple(some), ".docx", 1_000),
            (f"all extracts to Word ({counts.total():,}), CPU", (), ".docx", 5_000),
            (f"all extracts to Excel ({counts.total():,}), CPU", (), ".xlsx", 3_000),
        ):
            target = folder / f"extracts{ending}"
            figures: list[float] = []
            for _ in range(_RUNS):
                gc.collect()
                begun = time.process_time()
                project.extracts.write(target, order, Scope(codes=codes))
                figures.append((time.process_time() - begun) * 1000)
            yield what, limit, figures
