"""Sites and their register: made, changed, recorded one by one and many at once, pasted, taken in from tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import TableError, UnknownNameError, UserError
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.program.shipped import example_register
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qualcoder_lite.domain.people import Site

PRESENT, PARTIAL, ABSENT, UNKNOWN = FeatureState


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qclite") as made:
        for name in ("Fenmarsh", "Hallowby", "Kestrel Bay"):
            made.sites.add(name)
        yield made


def site(project: Project, name: str) -> Site:
    return next(each for each in project.sites.all() if each.name == name)


def states(project: Project) -> dict[tuple[str, str], FeatureState]:
    """What is recorded, by names; what is not known is left out."""
    names = {feature.id: feature.name for feature in project.sites.features()}
    return {
        (each.name, names[feature]): entry.state
        for each in project.sites.all()
        for feature, entry in each.register.items()
        if entry.state != UNKNOWN
    }


def steps(project: Project) -> int:
    return len(project.history.entries())


# Adding and changing


def test_a_site_is_added_as_one_step_that_can_be_undone(project):
    before = steps(project)
    changes = project.sites.add("  Oxbury   East ")
    assert [each.name for each in project.sites.all()][-1] == "Oxbury East"
    assert changes.of("site") == {site(project, "Oxbury East").id}
    assert changes.made == ()
    assert steps(project) == before + 1
    assert project.history.entries(1)[0].what == "added the site Oxbury East"
    project.history.undo()
    assert "Oxbury East" not in [each.name for each in project.sites.all()]


@pytest.mark.parametrize(("name", "why"), [("fenmarsh", "already"), ("  ", "needs a name")])
def test_a_blank_name_and_a_taken_one_are_refused(project, name, why):
    with pytest.raises(UserError, match=why):
        project.sites.add(name)
    assert len(project.sites.all()) == 3


def test_a_sites_facts_are_changed_as_one_step_and_its_register_stays(project):
    project.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=PRESENT))
    fen = site(project, "Fenmarsh")
    project.sites.update(
        replace(fen, name="Fen Marsh", country=" England ", continuum="co-ordination", years=6, register={})
    )
    now = site(project, "Fen Marsh")
    assert (now.id, now.country, now.continuum, now.years) == (fen.id, "England", "co-ordination", 6)
    assert now.register == fen.register
    assert project.history.entries(1)[0].what == "changed what is known of Fen Marsh"
    project.history.undo()
    assert site(project, "Fenmarsh") == fen


def test_a_change_that_changes_nothing_leaves_no_trace(project):
    before = steps(project)
    assert not project.sites.update(site(project, "Fenmarsh"))
    assert steps(project) == before


@pytest.mark.parametrize(
    "fault", [{"name": ""}, {"name": "hallowby"}, {"continuum": "somewhere"}], ids=["blank", "taken", "no such place"]
)
def test_facts_that_cannot_be_are_refused(project, fault):
    fen = site(project, "Fenmarsh")
    with pytest.raises(UserError):
        project.sites.update(replace(fen, **fault))
    assert site(project, "Fenmarsh") == fen


def test_a_site_that_is_gone_is_not_made_again(project):
    fen = site(project, "Kestrel Bay")
    project.history.undo()
    with pytest.raises(UnknownNameError):
        project.sites.update(replace(fen, country="England"))


def test_a_client_group_that_contradicts_a_transcripts_is_refused(project, samples):
    file = samples / "fenmarsh-elsie.txt"
    (_done,) = project.transcripts.import_files([(file, ImportOptions(site="Fenmarsh", client_group="Older people"))])
    with pytest.raises(UserError, match="contradict"):
        project.sites.update(replace(site(project, "Fenmarsh"), client_group="Mental health"))
    assert site(project, "Fenmarsh").client_group == ""


# Recording


def test_evidence_is_kept_in_its_lines_and_its_source_in_one(project):
    project.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=PRESENT, source=" a \n b ", note=" c\r\nd "))
    (entry,) = site(project, "Fenmarsh").register.values()
    assert (entry.source, entry.note) == ("a b", "c\nd")


def test_many_states_are_one_step_and_leave_evidence_alone(project):
    project.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=PRESENT, source="a letter"))
    before = steps(project)
    project.sites.record_many(
        {("Fenmarsh", "Co-location"): PARTIAL, ("Hallowby", "Joint training"): ABSENT}, coder="Ailsa Brodie"
    )
    assert states(project) == {
        ("Fenmarsh", "Co-location of staff"): PARTIAL,
        ("Hallowby", "Joint training for staff"): ABSENT,
    }
    assert next(iter(site(project, "Fenmarsh").register.values())).source == "a letter"
    assert steps(project) == before + 1
    last = project.history.entries(1)[0]
    assert (last.what, last.coder) == ("recorded 2 features of sites", "Ailsa Brodie")
    project.history.undo()
    assert states(project) == {("Fenmarsh", "Co-location of staff"): PRESENT}


def test_states_that_are_so_already_make_no_rows(project):
    before = steps(project)
    assert not project.sites.record_many({("Fenmarsh", "Co-location"): UNKNOWN})
    assert steps(project) == before


# Pasting


def test_a_block_goes_from_the_chosen_cell_on_and_blank_cells_say_nothing(project):
    project.sites.record("Kestrel Bay", "Joint management", RegisterEntry(state=PRESENT))
    before = steps(project)
    project.sites.paste("yes\t½\nno\t\n", site="Hallowby", feature="Co-location")
    assert states(project) == {
        ("Hallowby", "Co-location of staff"): PRESENT,
        ("Kestrel Bay", "Co-location of staff"): PARTIAL,
        ("Hallowby", "Joint management"): ABSENT,
        ("Kestrel Bay", "Joint management"): PRESENT,
    }
    assert steps(project) == before + 1


def test_a_block_with_headings_goes_where_they_say(project):
    project.sites.paste(
        "Feature\tKestrel Bay\tFenmarsh\nExtended partnership\tpresent\tabsent\nco-location\t\tpartial\n",
        site="Hallowby",
        feature="Joint training",
    )
    assert states(project) == {
        ("Kestrel Bay", "Extended partnership"): PRESENT,
        ("Fenmarsh", "Extended partnership"): ABSENT,
        ("Fenmarsh", "Co-location of staff"): PARTIAL,
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("yes\nmaybe", "Row 2, column “Hallowby”, value “maybe”: this must be present"),
        ("\tFenmarsh\nCo-location\tperhaps", "Row 2, column “Fenmarsh”, value “perhaps”: this must be present"),
        ("yes\tno\tyes", "What was copied has 3 columns, but from “Hallowby” on there are only 2 sites."),
        ("yes\n" * 18, "What was copied has 18 rows, but from “Single shared assessment processes” on there are only"),
        ("x\t✓", "x stands beside ✓ here"),
        ("", "There are no cells to paste."),
    ],
    ids=["wrong word", "wrong word under headings", "too wide", "too high", "x beside a tick", "nothing"],
)
def test_a_block_that_does_not_fit_changes_nothing_and_says_why(project, text, sentence):
    with pytest.raises(TableError) as caught:
        project.sites.paste(text, site="Hallowby", feature="Single shared assessment processes")
    assert str(caught.value).startswith(sentence)
    assert states(project) == {}


# Tables


def test_rows_read_from_a_table_are_taken_in_as_one_step(project, samples):
    rows = project.sites.read_table(samples / "sites.csv")
    before = steps(project)
    project.sites.take_in(rows, "sites.csv")
    assert site(project, "Fenmarsh").years == 6
    assert steps(project) == before + 1
    assert project.history.entries(1)[0].what == "took in 4 sites from “sites.csv”"


# The worked example


def test_the_worked_example_comes_in_cleanly_with_its_evidence(tmp_path):
    with Project.create(tmp_path / "example.qclite") as project:
        changes = project.sites.import_table(example_register())
        knowsley, lincolnshire, torbay = project.sites.all()
        assert [site.name for site in (knowsley, lincolnshire, torbay)] == [
            "Knowsley",
            "North East Lincolnshire",
            "Torbay",
        ]
        assert (torbay.country, torbay.continuum, torbay.level) == ("England", "structural integration", "meso")
        entries = [entry for site in project.sites.all() for entry in site.register.values()]
        assert len(entries) == 3 * len(project.sites.features()) == len(changes.of("register_entry"))
        assert all(entry.note for entry in entries)
        assert all(entry.source.startswith("Ham 2009") for entry in entries if entry.state is not UNKNOWN)
        project.history.undo()
        assert project.sites.all() == []


def test_evidence_in_a_table_is_kept_and_a_blank_cell_leaves_it(project, tmp_path):
    table = tmp_path / "sites.csv"
    table.write_text(
        "site,Co-location,Co-location: Source,Co-location: note\nFenmarsh,,  Plan 2012 ,Two floors\n",
        encoding="utf-8",
    )
    feature = next(each.id for each in project.sites.features() if each.name == "Co-location of staff")
    project.sites.record("Fenmarsh", feature, RegisterEntry(state=PARTIAL, source="Visit", note="One floor"))
    project.sites.import_table(table)
    assert site(project, "Fenmarsh").register[feature] == RegisterEntry(
        state=PARTIAL, source="Plan 2012", note="Two floors"
    )


def test_evidence_for_one_feature_under_two_names_is_refused(project, tmp_path):
    table = tmp_path / "sites.csv"
    table.write_text("site,Co-location: note,Co-location of staff: note\nFenmarsh,a,b\n", encoding="utf-8")
    with pytest.raises(TableError, match="another column is about “Co-location of staff” too"):
        project.sites.import_table(table)


# Features of one's own


def test_a_feature_of_ones_own_comes_last_is_recorded_and_undone_with_its_words(project):
    before = project.sites.features()
    changes = project.sites.add_feature("  Shared  transport ", "One bus for both.")
    feature = project.sites.features()[-1]
    assert changes.of("register_feature") == {feature.id}
    assert (feature.name, feature.definition) == ("Shared transport", "One bus for both.")
    assert project.history.entries(1)[0].what == "added the feature Shared transport"
    project.sites.record("Fenmarsh", "shared transport", RegisterEntry(state=PRESENT))
    assert site(project, "Fenmarsh").register[feature.id].state is PRESENT
    project.history.undo()
    project.history.undo()
    assert project.sites.features() == before


@pytest.mark.parametrize(("name", "why"), [(" ", "needs a name"), ("co-location", "“Co-location of staff” already")])
def test_a_feature_without_a_name_or_with_one_that_is_taken_is_refused(project, name, why):
    with pytest.raises(UserError, match=why):
        project.sites.add_feature(name)


# The register as a table


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_register_that_was_written_comes_in_the_same_elsewhere(tmp_path, ending):
    target = tmp_path / f"register.{ending}"
    with Project.create(tmp_path / "one.qclite") as one, Project.create(tmp_path / "other.qclite") as other:
        one.sites.import_table(example_register())
        for project in (one, other):
            project.sites.add_feature("Shared transport")
        one.sites.record("Torbay", "Shared transport", RegisterEntry(state=ABSENT, note="Two buses,\nside by side"))
        one.sites.write(target)
        other.sites.import_table(target)
        assert [told(site) for site in other.sites.all()] == [told(site) for site in one.sites.all()]


def told(site: Site) -> Site:
    return replace(site, id="")


def test_a_register_is_not_written_as_something_else(project, tmp_path):
    with pytest.raises(UserError, match=r"as .csv or .xlsx, not as “.pdf”"):
        project.sites.write(tmp_path / "register.pdf")
