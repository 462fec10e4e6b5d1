"""The page Sites: which features of partnership each site has, with the evidence for it.

`words` how states are said, and their keys · `model` the register as a table · `marks` the shapes that say a state,
and their legend · `headers`, `delegate`, `table` the grid · `block` copying cells · `cell_panel` the chosen cell,
`cell_ways` and `cell_history` what leads on from it · `site_panel` facts of its site · `beside` both of them beside
the grid · `header`, `foot` what stands over and under it · `desk` how they share the room · `recorder` changes the
project · `page` puts them together.
"""

from __future__ import annotations

from qualcoder_lite.gui.pages.sites.page import SitesPage

__all__ = ["SitesPage"]
