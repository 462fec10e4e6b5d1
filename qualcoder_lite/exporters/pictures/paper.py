"""The colours of pictures on paper. The shades fall evenly in grey too, and differ for colour-blind eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.pictures import Paint

PAPER: Mapping[Paint, str] = {
    "surface": "#FFFFFF",
    "text": "#1C2430",
    "muted": "#525B68",
    "edge": "#7F796D",
    "hairline": "#C9C4B8",
    "heat0": "#FFFFFF",
    "heat1": "#E5EDF2",
    "heat2": "#CADBE4",
    "heat3": "#A8C4D2",
    "heat4": "#7DA8BB",
    "heat5": "#2A5D77",
    "on_heat0": "#1C2430",
    "on_heat1": "#1C2430",
    "on_heat2": "#1C2430",
    "on_heat3": "#1C2430",
    "on_heat4": "#0F1720",
    "on_heat5": "#FFFFFF",
}
