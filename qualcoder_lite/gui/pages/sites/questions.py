"""What is asked of a new site, a new feature, and a feature that is to be called otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.gui.dialogs.ask_name import NameQuestion
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import RegisterFeature

NEW_SITE = NameQuestion(
    handle="add-site",
    title=tr("Add a site"),
    question=tr("What is the site called?"),
    advice=tr("A site is a partnership’s service where you did interviews. You can change its name later."),
    label=tr("Name of the site"),
    hint=tr("The partnership, or the place"),
)
NEW_FEATURE = NameQuestion(
    handle="add-feature",
    title=tr("Add a feature"),
    question=tr("What is the feature called?"),
    advice=tr("It becomes a row of the table, not known at every site until you say."),
    label=tr("Name of the feature"),
    hint=tr("Something that a partnership has in place"),
    more=tr("When is it present? (may be left empty)"),
)


def another_name(feature: RegisterFeature) -> NameQuestion:
    """The question after another name, and another meaning, of a feature."""
    return replace(
        NEW_FEATURE,
        handle="rename-feature",
        title=tr("Rename a feature"),
        advice=tr("What is recorded of it stays."),
        do=tr("Keep it"),
        name=feature.name,
        said=feature.definition,
    )
