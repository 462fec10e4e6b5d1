"""What agreement is asked about, and the figures with the names of whom and what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.agreement.study import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.agreement import Agreement, CodeAgreement


class AgreementScope(StrEnum):
    """Which transcripts are compared: those declared done by two coders, or all that two of them coded at all."""

    DONE = "done"
    ALL = "all"


class Compare(StrEnum):
    """Who is compared: coders; roles, neither the standard; a coder with what was settled, or with themselves later."""

    CODERS = "coders"
    ROLES = "roles"
    SETTLED = "settled"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAsked:
    """What agreement is asked about, by name; empty tuples mean everybody and every code.

    `round` names a round whose coders and transcripts alone are compared; a closed one is told as it was then.
    """

    coders: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    unit: Unit = Unit.TURN
    scope: AgreementScope = AgreementScope.DONE
    all_turns: bool = False
    compare: Compare = Compare.CODERS
    round: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """The figures, with the names of whom and what they are about.

    `left_out` says of each transcript that two coders worked on but can't be compared why not, by its id.
    `intra_coder` says that all the coders are one person, who coded again later.
    """

    asked: AgreementAsked
    figures: Agreement
    coders: Mapping[str, str]
    codes: Mapping[str, str]
    left_out: Mapping[str, str]
    intra_coder: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON document; names for coders and codes."""
        return {
            "unit": str(self.asked.unit),
            "scope": str(self.asked.scope),
            "all_turns": self.asked.all_turns,
            "units": self.figures.units,
            "transcripts": self.figures.transcripts,
            "intra_coder": self.intra_coder,
            "coders": list(self.coders.values()),
            "codes": [self._code(code) for code in self.figures.codes],
            "overall": {
                "mean_alpha": self.figures.mean_alpha,
                "pooled_kappa": self.figures.pooled_kappa,
                "codes_left_out": self.figures.left_out,
            },
            "left_out": [{"transcript": id_, "why": why} for id_, why in self.left_out.items()],
        }

    def _code(self, code: CodeAgreement) -> dict[str, Any]:
        return {
            "code": self.codes[code.code],
            "alpha": code.alpha,
            "ci": list(code.ci) if code.ci else None,
            "kappa": {self.pair(pair): table.kappa for pair, table in code.pairs.items()},
            "agreement": code.agreement,
            "dice": code.dice,
            "prevalence": code.prevalence,
            "pi": code.pi,
            "brennan_prediger": code.brennan_prediger,
            "ac1": code.ac1,
            "passages": {self.coders[coder]: passages for coder, passages in code.passages.items()},
            "transcripts": code.transcripts,
            "note": " ".join(code.notes),
        }

    def pair(self, pair: tuple[str, str]) -> str:
        """Two coders as one name: "Ailsa Brodie|Ceri Prosser"."""
        return "|".join(self.coders[coder] for coder in pair)
