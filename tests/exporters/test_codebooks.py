"""Writing codebooks: as TOML that reads back the same, and as rows for a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import Code, Codebook, CodebookKind, CodeGroup
from qualcoder_lite.domain.names import folded, natural_id
from qualcoder_lite.exporters.codebooks import codebook_rows, write_codebooks_toml
from qualcoder_lite.importers.codebooks.toml_files import read_codebook, read_codebooks

SHIPPED = Path(__file__).resolve().parents[2] / "codebooks"
CODEBOOKS = ("outcomes-framework", "features", "joint-working")

SMALL = Codebook(
    id=natural_id("codebook", "going-out"),
    name="going-out",
    title="Going out",
    version=2,
    kind=CodebookKind.OTHER,
    source="A meeting",
    groups=(
        CodeGroup(
            id=natural_id("code-group", "going-out", "out-and-about"),
            name="Out and about",
            key="A",
            colour="change",
            description="Being out of the house.",
            codes=(
                Code(
                    id=natural_id("code", "going-out", "taking-the-bus"),
                    name="Riding the bus",
                    group="Out and about",
                    key="B",
                    question="Is this person saying whether they can take the bus?",
                    definition="Riding on a bus, or not being able to.\n\nTrams count.",
                    when_to_use="Use it for buses.",
                    when_not_to_use="Not for taxis.",
                    example='"Number nine," I said, and off we went.',
                    aliases=("Taking the bus", "Bus"),
                    source="Point 3",
                ),
                Code(id="00000000-0000-4000-8000-000000000001", name="Walking", group="Out and about"),
            ),
        ),
        CodeGroup(id="00000000-0000-4000-8000-000000000002", name="Empty so far", key="E", colour="themes", codes=()),
    ),
)


def read_back(codebook, folder):
    path = folder / "back.toml"
    path.write_text(write_codebooks_toml([codebook]), encoding="utf-8")
    return read_codebook(path)


@pytest.mark.parametrize("name", CODEBOOKS)
def test_a_shipped_codebook_reads_back_the_same(tmp_path, name):
    codebook = read_codebook(SHIPPED / f"{name}.toml")
    assert read_back(codebook, tmp_path) == codebook


@pytest.mark.parametrize("name", CODEBOOKS)
def test_a_shipped_codebook_is_written_with_readable_handles(name):
    codebook = read_codebook(SHIPPED / f"{name}.toml")
    written = write_codebooks_toml([codebook])
    assert not [thing.id for thing in (codebook, *codebook.groups, *codebook.codes) if thing.id in written]


def test_codes_and_groups_made_in_a_project_keep_their_ids(tmp_path):
    assert read_back(SMALL, tmp_path) == SMALL


def test_a_renamed_code_is_written_with_the_handle_of_its_former_name():
    assert 'id = "taking-the-bus"\nname = "Riding the bus"' in write_codebooks_toml([SMALL])


def test_a_codebook_with_an_id_of_its_own_keeps_it(tmp_path):
    own = replace(SMALL, id="00000000-0000-4000-8000-000000000003")
    assert read_back(own, tmp_path) == own


def test_a_codebook_without_groups_reads_back_the_same(tmp_path):
    assert read_back(replace(SMALL, groups=()), tmp_path).groups == ()


def test_several_codebooks_in_one_file_read_back_the_same(tmp_path):
    shipped = [read_codebook(SHIPPED / f"{name}.toml") for name in CODEBOOKS]
    path = tmp_path / "all.toml"
    path.write_text(write_codebooks_toml(shipped), encoding="utf-8")
    assert read_codebooks(path) == shipped


def test_the_file_is_written_as_agreed(golden):
    golden("codebook.toml", write_codebooks_toml([SMALL]))


texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t"), max_size=60)
names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(bool)


@st.composite
def codebooks(draw):
    """Codebooks of one to three groups with up to three codes each, their names and keys different as they must be."""
    own_names = draw(st.lists(names, min_size=12, max_size=12, unique_by=folded))
    own_ids = iter(draw(st.lists(st.uuids().map(str), min_size=13, max_size=13, unique=True)))
    groups = tuple(
        CodeGroup(
            id=next(own_ids),
            name=own_names[number],
            key="XYZ"[number],
            colour=draw(names),
            description=draw(texts),
            codes=tuple(
                Code(
                    id=next(own_ids),
                    name=own_names[3 + 3 * number + place],
                    group=own_names[number],
                    key=draw(st.sampled_from(["", "ABC"[place]])),
                    question=draw(texts),
                    definition=draw(texts),
                    aliases=(f"alias {number} {place}",) * draw(st.integers(0, 1)),
                    source=draw(texts),
                )
                for place in range(draw(st.integers(0, 3)))
            ),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    kind = draw(st.sampled_from(CodebookKind))
    version = draw(st.integers(1, 10**6))
    return Codebook(
        id=next(own_ids), name=draw(names), title=draw(names), version=version, kind=kind, source="", groups=groups
    )


@given(codebook=codebooks())
def test_any_sound_codebook_reads_back_the_same(tmp_path_factory, codebook):
    assert read_back(codebook, tmp_path_factory.mktemp("codebook")) == codebook


def test_there_is_a_row_for_each_code_with_its_group():
    bus, walking = codebook_rows(SMALL)
    assert (bus["group"], bus["group_key"], bus["code"], bus["key"]) == ("Out and about", "A", "Riding the bus", "B")
    assert bus["aliases"] == "Taking the bus; Bus"
    assert bus["definition"] == "Riding on a bus, or not being able to.\n\nTrams count."
    assert (walking["code"], walking["key"], walking["definition"]) == ("Walking", "", "")
    assert bus.keys() == walking.keys()
    assert (bus["codebook"], bus["version"]) == ("going-out", 2)
