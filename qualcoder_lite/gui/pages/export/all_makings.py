"""What the page Export can make, in the order in which it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.export.chart import ChartMaking
from qualcoder_lite.gui.pages.export.codebook import CodebookMaking
from qualcoder_lite.gui.pages.export.extracts import ExtractsMaking
from qualcoder_lite.gui.pages.export.matrix import MatrixMaking
from qualcoder_lite.gui.pages.export.report import ReportMaking

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.export.making import Making

MAKINGS: tuple[type[Making], ...] = (ExtractsMaking, ReportMaking, MatrixMaking, ChartMaking, CodebookMaking)
