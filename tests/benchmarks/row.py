"""A row of the benchmark's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure: what was timed, at which size, its median, spread and limit in `unit`."""

    operation: str
    size: str
    median: float
    least: float
    most: float
    limit: float | None
    unit: str = "ms"
