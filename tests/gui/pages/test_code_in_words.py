"""A coding that can only be read, in words."""

from __future__ import annotations

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.domain.coding import Attribution, Coding, Direction, Polarity
from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.pages.code.in_words import in_words

BUS = CodeGroup(
    id="g", name="Getting about", key="G", colour="features", codes=(Code(id="bus", name="Shared bus", group="g"),)
)
CODES = Codes(
    [Codebook(id="b", name="f", title="Features", version=1, kind=CodebookKind.FEATURES, source="", groups=(BUS,))]
)
CODING = Coding(
    id="1",
    transcript="t",
    code="choice",
    coder="c",
    start=0,
    end=9,
    polarity=Polarity.MIXED,
    sure=False,
    memo="Both in one breath.",
    attributions=(Attribution("bus", Direction.HINDERED),),
)


def test_a_coding_says_whose_it_is_and_all_that_was_said_of_it():
    told = "Coded by Ailsa. Partly delivered, partly not. Shared bus hindered. Not sure. Both in one breath."
    assert in_words(CODING, CODES, "Ailsa") == told


def test_a_coding_of_which_nothing_is_said_names_its_coder_alone():
    bare = Coding(id="1", transcript="t", code="choice", coder="c", start=0, end=9)
    assert in_words(bare, CODES, "Ailsa") == "Coded by Ailsa."


def test_what_was_settled_together_is_nobody_s_alone():
    settled = Coding(id="1", transcript="t", code="choice", coder="", start=0, end=9, decision="d")
    assert in_words(settled, CODES, "") == "Settled together; it can’t be changed here."
