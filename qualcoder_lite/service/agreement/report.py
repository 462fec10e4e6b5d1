"""What agreement is asked about, and the figures with the names of whom and what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.agreement.ordered import Metric
from qualcoder_lite.domain.agreement.study import Unit
from qualcoder_lite.domain.agreement.unitizing import Definition
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.agreement import Agreement, CodeAgreement
    from qualcoder_lite.domain.agreement.figure import Family, Figure, Further


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


class About(StrEnum):
    """What coders are compared in: which codes apply; and besides, one of the other questions.

    Where passages begin and end; whether what is coded was delivered; how many passages of a code a transcript has.
    """

    CODES = "codes"
    PASSAGES = "passages"
    DELIVERED = "delivered"
    COUNTS = "counts"


#: Each question as it is asked on the screen and in reports, for `tr`.
QUESTIONS = {
    About.CODES: tr_later("Which codes apply"),
    About.PASSAGES: tr_later("Where passages begin and end"),
    About.DELIVERED: tr_later("Delivered, mixed or not delivered"),
    About.COUNTS: tr_later("How many passages a transcript has"),
}
#: What distance between values means, for `tr`.
METRICS = {
    Metric.NOMINAL: tr_later("nominal"),
    Metric.ORDINAL: tr_later("ordinal"),
    Metric.INTERVAL: tr_later("interval"),
    Metric.RATIO: tr_later("ratio"),
}
#: What distance between values means where nobody says.
USUAL_METRIC = {About.DELIVERED: Metric.ORDINAL, About.COUNTS: Metric.RATIO}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAsked:
    """What agreement is asked about, by name; empty tuples mean everybody and every code.

    `round` names a round whose coders and transcripts alone are compared; a closed one is told as it was then. `metric`
    is for `about` values, None being the usual one; `definition`, and `exclusive` (a group of codes that exclude each
    other, by name or id), are for passages.
    """

    coders: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    unit: Unit = Unit.TURN
    scope: AgreementScope = AgreementScope.DONE
    all_turns: bool = False
    compare: Compare = Compare.CODERS
    round: str = ""
    about: About = About.CODES
    metric: Metric | None = None
    definition: Definition = Definition.SHARED
    exclusive: str = ""

    @property
    def distance(self) -> Metric:
        """What distance between values means."""
        return self.metric or USUAL_METRIC.get(self.about, Metric.NOMINAL)

    @property
    def coefficient(self) -> str:
        """What the figures of `about` are called."""
        if self.about is About.PASSAGES:
            return "|u-alpha" if self.definition is Definition.SHARED else "u-alpha"
        return tr("alpha ({scale})", scale=tr(METRICS[self.distance]))

    @property
    def source(self) -> str:
        """Where that coefficient is defined."""
        if self.about is About.PASSAGES:
            shared = self.definition is Definition.SHARED
            return tr("Krippendorff, Mathet, Bouvry and Widlöcher 2016") if shared else tr("Krippendorff 2004")
        return tr("Krippendorff 2011")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """The figures, with the names of whom and what they are about.

    `left_out` says of each transcript that two coders worked on but can't be compared why not, by its id.
    `intra_coder` says that all the coders are one person, who coded again later. `further` answers what is asked
    besides which codes apply.
    """

    asked: AgreementAsked
    figures: Agreement
    coders: Mapping[str, str]
    codes: Mapping[str, str]
    left_out: Mapping[str, str]
    intra_coder: bool = False
    further: Further | None = None

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
            **({"further": self._further(self.further)} if self.further else {}),
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
            "conger": code.conger,
            "brennan_prediger": code.brennan_prediger,
            "ac1": code.ac1,
            "passages": {self.coders[coder]: passages for coder, passages in code.passages.items()},
            "transcripts": code.transcripts,
            "note": " ".join(code.notes),
        }

    def _further(self, further: Further) -> dict[str, Any]:
        family = further.family
        return {
            "about": str(self.asked.about),
            "question": tr(QUESTIONS[self.asked.about]),
            "coefficient": self.asked.coefficient,
            "source": self.asked.source,
            "codes": [{"code": self.codes[code]} | _figure(each) for code, each in further.codes.items()],
            "together": _figure(further.together) if further.together else None,
            "exclusive": {
                "group": self.asked.exclusive,
                "figures": [{"figure": name} | _figure(each) for name, each in self._named(family).items()],
                "note": " ".join(family.notes),
            }
            if family
            else None,
        }

    def _named(self, family: Family) -> dict[str, Figure]:
        named = {"u-alpha": family.both, "|u-alpha": family.where, "cu-alpha": family.which}
        return named | {tr("(k)u-alpha of {code}", code=self.codes[code]): each for code, each in family.codes.items()}

    def notes(self, code: str) -> str:
        """What there is to say of a code's (an id) figures, such as why one isn't given."""
        if self.further is not None:
            return " ".join(self.further.codes[code].notes)
        return next((" ".join(each.notes) for each in self.figures.codes if each.code == code), "")

    def pair(self, pair: tuple[str, str]) -> str:
        """Two coders as one name: "Ailsa Brodie|Ceri Prosser"."""
        return "|".join(self.coders[coder] for coder in pair)


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "alpha": figure.alpha,
        "ci": list(figure.ci) if figure.ci else None,
        "units": figure.units,
        "coverage": figure.coverage,
        "transcripts": figure.transcripts,
        "note": " ".join(figure.notes),
    }
