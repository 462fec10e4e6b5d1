"""The sampling grid: who is heard, who is still to come, who is wanted."""

from __future__ import annotations

from qualcoder_lite.domain.sampling import Cell, SampledPerson, sampling_grid

PEOPLE = [
    SampledPerson("fenmarsh", "Older people", heard=True),
    SampledPerson("fenmarsh", "older  people", heard=True),
    SampledPerson("fenmarsh", "Older people", heard=False),
    SampledPerson("", "Mental health", heard=True),
]


def test_people_are_counted_where_they_belong_however_their_group_is_spelt() -> None:
    grid = sampling_grid(["fenmarsh", "hallowby"], ["Older people"], PEOPLE, {("fenmarsh", "Older people"): 5})
    assert grid.cell("fenmarsh", "Older people") == Cell(heard=2, waiting=1, wanted=5)
    assert grid.cell("fenmarsh", "Older people").missing == 3
    assert grid.groups == ["Older people", "Mental health"]
    assert grid.sites == ["fenmarsh", "hallowby", ""]
    assert grid.total() == Cell(3, 1, 5)
    assert grid.total(site="") == Cell(1, 0, None)


def test_a_wanted_cell_where_nobody_was_heard_is_told() -> None:
    grid = sampling_grid(["a", "b"], ["X"], [SampledPerson("a", "X", heard=False)], {("a", "X"): 1, ("b", "Y"): 2})
    assert grid.unheard == [("a", "X"), ("b", "Y")]
    assert grid.groups == ["X", "Y"]
