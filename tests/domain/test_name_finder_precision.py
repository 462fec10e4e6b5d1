"""How much of what is proposed is a name, and how many of the names are proposed, on talk made up for it."""

from __future__ import annotations

from qualcoder_lite.domain.naming.finder import NameFinder
from qualcoder_lite.service.program.shipped import ordinary_words

TALK = """\
Researcher: Thanks for having me, Oluwaseun. Shall we begin with the move?

Oluwaseun: Aye. So I came down from Inverbervie in the spring, when my sister Fenella had her stroke. Nobody
told me about Carer's Allowance, not the GP, not the DWP. Somebody at Tesco, of all places, a girl called Nerys,
told me to ring.

Researcher: And did you?

Oluwaseun: Eventually. They put me through to Gorse Lane Surgery, and Dr Bhattacharya got us a Zimmer and a bath
seat. Then there was Tamsin, from the Access Team, she's Welsh, a Methodist like Fenella. Tamsin got the Blue
Badge in a fortnight. Usually it's months. Before that we'd nothing but Meals on Wheels, and a Hoover from Mrs
Quigley next door.

Researcher: Who else comes?

Oluwaseun: Well, Ignatius on Tuesdays, he takes Fenella to Bingo at Thornaby Lodge, or they watch Pointless. If
there's Bank Holiday buses they stay in and Zoom with our Leopold in Rotterdam. Leopold has MS, you see, and
there was Covid. Ask Tamsin about the Dial-a-Ride! Last Hogmanay it left the pair of them in Stonehaven, and a
PC Duthie brought them home.

Researcher: What would you change?

Oluwaseun: Universal Credit, for a start. And whoever runs Thornaby Lodge. Mr Ramsbottom was good, but when
Ramsbottom left, Ignatius wrote to the Gazette. They'd rather have a Jubilee mug than a nurse. Listen, Nerys at
Tesco did more for us than the Prime Minister. Fenella says I should stand for Parliament myself, in my Crocs,
and Leopold would vote for me from the Erasmus Bridge.
"""
NAMES = {
    "Oluwaseun",
    "Inverbervie",
    "Fenella",
    "Nerys",
    "Gorse Lane Surgery",
    "Bhattacharya",
    "Tamsin",
    "Access Team",
    "Quigley",
    "Ignatius",
    "Thornaby Lodge",
    "Leopold",
    "Rotterdam",
    "Stonehaven",
    "Duthie",
    "Ramsbottom",
    "Erasmus Bridge",
}


def test_nearly_all_that_is_proposed_is_a_name_and_no_name_is_missed() -> None:
    finder = NameFinder(ordinary_words())
    finder.learn(TALK, ["Researcher", "Oluwaseun"])
    proposed = {one.words for one in finder.proposals()}
    assert sorted(NAMES - proposed) == []
    assert len(proposed & NAMES) / len(proposed) >= 0.9, sorted(proposed - NAMES)
