"""What is looked for in the benchmark: words by search, passages by retrieval, each with the time it may take.

A search is timed to its first hundred hits with the words around them, as the page Search shows them; the session keeps
nothing of it, so that each run is like the first. Retrieval is asked afresh too: what the session keeps is let go of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.retrieval.mix import Together
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qualcoder_lite.service.project import Project

_FIRST = 100


def operations(project: Project, *, ten: bool) -> Iterator[tuple[str, float | None, Callable[[], object]]]:
    """Each operation's name, its limit in milliseconds at this size, and what does it."""

    def search(query: Query, limit: int | None = _FIRST) -> object:
        found = project.search.find(query, limit)
        return project.search.show(found.hits)[:_FIRST]

    first = 150 if ten else 25
    for words, query in (
        ("a usual word", Query(words="kettle")),
        ("two words in a row", Query(words="kettle garden")),
        ("words that are nowhere", Query(words="zebra crossing")),
        ("a pattern", Query(words=r"\bkett\w+", regex=True)),
    ):
        yield f"search, {words}, first {_FIRST}", first, lambda query=query: search(query)
    yield "search, a usual word, all there is", None, lambda: search(Query(words="kettle"), None)

    code, other = (code.name for code in project.codebooks.all()[0].codes[:2])
    retrieval = 200 if ten else 50

    def retrieve(scope: Scope) -> object:
        project._session._kept.clear()
        return project.extracts.listed(scope)[:50]

    yield "retrieval of one code, first 50 shown, afresh", retrieval, lambda: retrieve(Scope(codes=(code,)))
    near = Scope(codes=(code,), together=(Together(codes=(other,), near=1),))
    yield "retrieval of one code near another, afresh", None, lambda: retrieve(near)
