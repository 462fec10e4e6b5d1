"""What agreement is measured on is the same whether it is read as rows or as columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.service.agreement.figures import measured
from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementScope
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project


def test_columns_and_rows_give_the_same_figures(demonstration: Project) -> None:
    asked = AgreementAsked()
    material = demonstration.agreement.material(asked)
    assert material.columns is not None
    found = measured(material, asked)
    assert found == measured(replace(material, columns=None), asked)
    assert any(code.alpha for code in found.figures.codes)


def test_of_codings_only_those_of_coders_and_transcripts_compared_count(study: Project) -> None:
    put(study, "I feel safe now. 🙂")
    put(study, "I feel safe now. 🙂", coder="Dennis Okoro")
    put(study, "I sit at home", coder="Somebody Else")
    asked = AgreementAsked(coders=("Ailsa Brodie", "Dennis Okoro"), scope=AgreementScope.ALL)
    found = study.agreement.measure(asked)
    (safe,) = [code for code in found.figures.codes if found.codes[code.code] == "Feeling safe"]
    assert safe.alpha == 1
    assert list(safe.passages.values()) == [1, 1]


def test_a_project_in_which_nothing_is_coded_has_no_figures_and_no_fault(study: Project) -> None:
    for name in ("Ailsa Brodie", "Dennis Okoro"):
        study.coders.add(name)
        study.codings.declare_done(name, ["elsie"])
    assert study.agreement.measure().figures.mean_alpha is None


def test_who_never_coded_is_in_no_figure_unless_asked_for(study: Project) -> None:
    put(study, "I feel safe now. 🙂")
    put(study, "I feel safe now. 🙂", coder="Dennis Okoro")
    study.coders.add("Morag Bell")
    asked = AgreementAsked(scope=AgreementScope.ALL)
    assert list(study.agreement.measure(asked).coders.values()) == ["Ailsa Brodie", "Dennis Okoro"]
    asked = replace(asked, coders=("Morag Bell", "Ailsa Brodie"))
    assert list(study.agreement.measure(asked).coders.values()) == ["Ailsa Brodie", "Morag Bell"]
