"""Days as people and files write them."""

from __future__ import annotations

from datetime import date, datetime

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.translation import tr

_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")


def day_written(words: str) -> str:
    """A day as somebody types it, in ISO form; empty for nothing typed. Raises UserError where it is no day."""
    words = words.strip()
    if not words:
        return ""
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007 - a day has no hour
        except ValueError:
            continue
    raise UserError(tr("“{words}” is not a date. Write it like 2024-05-03 or 3/5/2024.", words=words))


def day_stated(words: str) -> str:
    """The day in what a file says of its date, where it says it as 2024-05-03; a date in words is left alone."""
    try:
        return date.fromisoformat(words.strip()[:10]).isoformat()
    except ValueError:
        return ""
