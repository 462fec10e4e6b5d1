"""The view Chart of Findings: people, sites or client groups by outcomes, with a summary in each cell.

`controls` whose rows · `model` the cells as the table asks for them · `table` the grid with its headers and keys ·
`writer` the chosen cell: its summary, what it refers to, its quotes · `view` puts them together and saves.
"""

from __future__ import annotations

from qualcoder_lite.gui.pages.findings.chart.view import ChartView

__all__ = ["ChartView"]
