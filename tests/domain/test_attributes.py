"""What fits an attribute, by its kind."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.attributes import AttributeKind, AttributeType
from qualcoder_lite.domain.errors import UserError

NUMBER = AttributeKind(name="Age", type=AttributeType.NUMBER)
DATE = AttributeKind(name="First contact", type=AttributeType.DATE)
YES_NO = AttributeKind(name="Lives alone", type=AttributeType.YES_NO)
CHOICE = AttributeKind(name="Age band", type=AttributeType.CHOICE, choices=("Under 65", "65 and over"))


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (AttributeKind(name="Note"), " as it is ", "as it is"),
        (NUMBER, "1,200.5", "1200.5"),
        (DATE, "3/5/2024", "2024-05-03"),
        (DATE, "2024-05-03", "2024-05-03"),
        (YES_NO, "Y", "yes"),
        (CHOICE, "under  65", "Under 65"),
        (CHOICE, "", ""),
    ],
)
def test_a_value_is_kept_as_its_kind_writes_it(kind: AttributeKind, written: str, kept: str) -> None:
    assert kind.fitting(written) == kept


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (NUMBER, "forty", "is a number"),
        (DATE, "31/2/2024", "is a date"),
        (YES_NO, "perhaps", "is yes or no"),
        (CHOICE, "40", "is one of “Under 65” or “65 and over”"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(kind: AttributeKind, written: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        kind.fitting(written)
