"""The page Findings: which features of partnership go with which outcomes.

`asked` what is asked · `faces` what a cell shows, in plain data and words · `columns` which features are in sight ·
`counter` counts, and keeps what was counted · `model`, `headers`, `delegate`, `table` the heat map · `panel` the chosen
cell, with `state_choice`, `polarity_bar` and `quotes` · `cell_desk` what goes with it, `counter_examples` who speaks
against it · `how_we_count` and `report` · `page` puts them together.
"""

from __future__ import annotations

from qualcoder_lite.gui.pages.findings.page import FindingsPage

__all__ = ["FindingsPage"]
