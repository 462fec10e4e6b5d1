"""What an office document has besides its words, and a person should know was left out of the transcript."""

from __future__ import annotations

from qualcoder_lite.translation import tr


def told_left_out(*, changes: int, notes: int) -> tuple[str, ...]:
    """A sentence for each: `changes` that were tracked, and `notes` (footnotes, endnotes and comments)."""
    said: list[str] = []
    if changes:
        said.append(tr("The document has tracked changes: insertions were kept, deletions left out."))
    if notes:
        said.append(tr("Footnotes, endnotes and comments were left out ({notes} in all).", notes=notes))
    return tuple(said)
