"""Whether an outcome came about, as people say it."""

from __future__ import annotations

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.translation import tr_later

#: For `tr`, by polarity.
POLARITIES = {
    Polarity.DELIVERED: tr_later("delivered"),
    Polarity.NOT_DELIVERED: tr_later("not delivered"),
    Polarity.MIXED: tr_later("mixed"),
    Polarity.NOT_STATED: tr_later("not stated"),
}
