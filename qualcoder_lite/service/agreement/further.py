"""Agreement on more than which codes apply: where passages begin and end, whether it was delivered, how often."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.errors import UnknownNameError, UserError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.service.agreement.report import About
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement.figure import Further
    from qualcoder_lite.domain.codebook import CodeGroup
    from qualcoder_lite.service.agreement.material import Material
    from qualcoder_lite.service.agreement.report import AgreementAsked
    from qualcoder_lite.service.session import Session


def further(session: Session, material: Material, asked: AgreementAsked) -> Further | None:
    """Answer what is asked besides which codes apply; None where nothing is.

    UnknownNameError where there is no such group of codes, UserError where it has no two codes to choose from.
    """
    if asked.about is About.CODES:
        return None
    if asked.about is About.PASSAGES:
        from qualcoder_lite.domain.agreement.boundaries import measure_boundaries

        exclusive = _exclusive(session, material, asked.exclusive) if asked.exclusive else []
        return measure_boundaries(material.study(), asked.definition, all_turns=asked.all_turns, exclusive=exclusive)
    from qualcoder_lite.domain.agreement.values import measure_counts, measure_polarity

    if asked.about is About.COUNTS:
        return measure_counts(material.study(), asked.distance, all_turns=asked.all_turns)
    named = material if asked.codes else replace(material, codes=_with_polarity(session, material))
    return measure_polarity(named.study(), asked.unit, asked.distance, all_turns=asked.all_turns)


def _with_polarity(session: Session, material: Material) -> dict[str, str]:
    """The codes of outcomes, and whatever else somebody said was delivered or not."""
    outcomes = {
        code.id
        for book in codebooks.read(session.database)
        if book.kind is CodebookKind.OUTCOMES
        for code in book.codes
    }
    said = {row[1] for row in material.codings if row[4] != "not_stated"}
    return {code: name for code, name in material.codes.items() if code in outcomes | said}


def _exclusive(session: Session, material: Material, wanted: str) -> list[str]:
    """The codes of a group that are compared."""
    groups = [group for book in codebooks.read(session.database) for group in book.groups]
    found = [group for group in groups if group.id == wanted or folded(group.name) == folded(wanted)]
    if len(found) != 1:
        raise UnknownNameError(_no_one_group(wanted, groups))
    codes = [code.id for code in found[0].codes if code.id in material.codes]
    if len(codes) < 2:
        raise UserError(
            tr("Fewer than two codes of “{group}” are compared. Choose a group with two or more.", group=found[0].name)
        )
    return codes


def _no_one_group(wanted: str, groups: list[CodeGroup]) -> str:
    if not groups:
        return tr("There is no one group of codes “{name}” in this project. It has no groups yet.", name=wanted)
    return tr(
        "There is no one group of codes “{name}” in this project. There are {groups}.",
        name=wanted,
        groups=listed([group.name for group in groups], "and"),
    )
