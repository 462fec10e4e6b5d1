"""How far coders agree: what is counted, the coefficients, and their intervals.

`measure` is the whole of it for a project; `cells` finds the places behind one code and two coders; the formulas stand
in `coefficients`, where they can be checked against what was published. numpy is imported inside the functions, so that
a command which asks for no figures doesn't pay for it.
"""

from __future__ import annotations

from qualcoder_lite.domain.agreement.cells import Cell, CellPlace, Cells, cells
from qualcoder_lite.domain.agreement.measure import Agreement, CodeAgreement, measure
from qualcoder_lite.domain.agreement.study import Judgeable, Judged, Unit

__all__ = [
    "Agreement",
    "Cell",
    "CellPlace",
    "Cells",
    "CodeAgreement",
    "Judgeable",
    "Judged",
    "Unit",
    "cells",
    "measure",
]
