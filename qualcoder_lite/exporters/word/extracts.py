"""Coded extracts as a Word document that can go to a colleague as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extract import ATTRIBUTION, attribution, count_people
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.body import Body
from qualcoder_lite.exporters.word.codebook import codebook_part
from qualcoder_lite.exporters.word.document import Properties, word_file
from qualcoder_lite.exporters.word.front import fact, opening, to_check
from qualcoder_lite.exporters.word.words import clock, counted, day, joined

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.domain.extract import Extract
    from qualcoder_lite.domain.progress import Progress

BY_CODE = "code"
BY_CODE_AND_SITE = "code,site"

POLARITY_WORDS = {
    Polarity.DELIVERED: "Delivered",
    Polarity.NOT_DELIVERED: "Not delivered",
    Polarity.MIXED: "Mixed",
    Polarity.NOT_STATED: "Not stated",
}

NOT_TO_BE_QUOTED = "Not to be quoted: this person said no to it."
MARKED = " Each is marked: take it out before you publish."
_NO_SITE = "Site not recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What was said around an extract, a line a turn ("Interviewer: …"), by role, never by a person's own name."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsDocument:
    """What goes into a document of extracts.

    `extracts` are those to write, in the order wanted within a code; `withheld_passages` and `withheld_people` count
    what was left out for want of consent, or, where `marked`, is among them. `scope` says in sentences what was asked
    for, `warnings` are the attribution guard's. `codebooks` give the order of groups and codes, the definitions and the
    appendix. `group_by` is "code" or "code,site". `context` is by extract id.
    """

    title: str
    study: str
    date: dt.date
    who: str
    extracts: Sequence[Extract]
    codebooks: Sequence[Codebook]
    scope: Sequence[str] = ()
    withheld_passages: int = 0
    withheld_people: int = 0
    marked: bool = False
    warnings: Sequence[str] = ()
    group_by: str = BY_CODE
    context: Mapping[str, Context] = field(default_factory=dict[str, Context])
    template: str = ATTRIBUTION


def write_extracts_document(
    document: ExtractsDocument, target: BinaryIO | Path, progress: Progress = unwatched
) -> None:
    """Write extracts as a Word document, grouped by code in the codebook's order.

    Each quote's own words stand in the built-in style Quote, who said them in the paragraph after it, in the style
    Attribution.

    Raises:
        UserError: a grouping or an attribution template that isn't known, or a file that can't be written there.
    """
    if document.group_by not in (BY_CODE, BY_CODE_AND_SITE):
        msg = f"Extracts can't be grouped by “{document.group_by}”; use “{BY_CODE}” or “{BY_CODE_AND_SITE}”."
        raise UserError(msg)
    body = Body()
    _title_page(body, document)
    body.paragraph("TOCHeading", "Contents")
    body.contents()
    _groups(body, document, progress)
    _codebook(body, document.codebooks)
    properties = Properties(title=document.title, subject=document.study, author=document.who, date=document.date)
    file = word_file(body, properties)
    progress(1, 1)  # the last moment to stop: what stands written is there to stay
    write_file(target, file)


def counts_sentence(extracts: Sequence[Extract], *, polarity: bool) -> str:
    """How much there is, in words: quotes, people, sites and, where asked for, whether the outcome was delivered."""
    sites = len({extract.site for extract in extracts if extract.site})
    sentence = f"{counted(len(extracts), 'quote')} from {counted(count_people(extracts), 'person')}"
    sentence += f" at {counted(sites, 'site')}." if sites else "."
    if not polarity:
        return sentence
    found = Counter(extract.polarity for extract in extracts)
    parts = [f"{POLARITY_WORDS[each].lower()} in {found[each]:,}" for each in Polarity if found[each]]
    return f"{sentence} {joined(parts).capitalize()}."


def _title_page(body: Body, document: ExtractsDocument) -> None:
    extracts = document.extracts
    opening(body, document.title, document.study)
    fact(body, "Scope", " ".join(document.scope) or "Every extract of the project.")
    fact(body, "In this document", counts_sentence(extracts, polarity=False))
    versions = [f"{codebook.title}, version {codebook.version}" for codebook in document.codebooks]
    fact(body, "Codebook", "\n".join(versions))
    fact(body, "Date", day(document.date))
    fact(body, "Exported by", document.who)
    if document.withheld_passages:
        body.paragraph("FrontHeading", "Not to be quoted" if document.marked else "Left out")
        wants = "does" if document.withheld_people == 1 else "do"
        body.paragraph(
            "Normal",
            f"{counted(document.withheld_passages, 'passage')} of {counted(document.withheld_people, 'person')} who "
            f"{wants} not want to be quoted.{MARKED if document.marked else ''}",
        )
    to_check(body, document.warnings)


def _groups(body: Body, document: ExtractsDocument, progress: Progress) -> None:
    known = {
        (code.group, code.name): (codebook.kind, code) for codebook in document.codebooks for code in codebook.codes
    }
    by_group: dict[str, dict[str, list[Extract]]] = {group: {} for group, _ in known}
    for group, name in known:
        by_group[group][name] = []
    for extract in document.extracts:
        by_group.setdefault(extract.group, {}).setdefault(extract.code, []).append(extract)
    written = 0
    for group, codes in by_group.items():
        used = {name: extracts for name, extracts in codes.items() if extracts}
        if not used:
            continue
        body.heading(1, group)
        for name, extracts in used.items():
            progress(written, 2 * len(document.extracts))  # making the file of it takes about as long again
            written += len(extracts)
            kind, code = known.get((group, name), (CodebookKind.OTHER, None))
            body.heading(2, name)
            if code and code.definition:
                body.paragraph("Definition", code.definition)
            says_whether = kind == CodebookKind.OUTCOMES or any(e.polarity != Polarity.NOT_STATED for e in extracts)
            body.paragraph("Counts", counts_sentence(extracts, polarity=says_whether))
            _extracts(body, document, extracts)


def _extracts(body: Body, document: ExtractsDocument, extracts: Sequence[Extract]) -> None:
    if document.group_by == BY_CODE:
        for extract in extracts:
            _extract(body, document, extract)
        return
    for site, found in _by_site(extracts):
        body.heading(3, site)
        for extract in found:
            _extract(body, document, extract)


def _by_site(extracts: Iterable[Extract]) -> list[tuple[str, list[Extract]]]:
    """The extracts of each site, sites by name and those without one last."""
    sites: dict[str, list[Extract]] = {}
    for extract in extracts:
        sites.setdefault(extract.site or "", []).append(extract)
    return [(site or _NO_SITE, sites[site]) for site in sorted(sites, key=lambda name: (not name, name.casefold()))]


def _extract(body: Body, document: ExtractsDocument, extract: Extract) -> None:
    if not extract.may_quote:
        body.paragraph("Warning", NOT_TO_BE_QUOTED)
    body.speech("Quote", extract.text)
    body.paragraph("Attribution", attribution(extract, document.template))
    around = document.context.get(extract.id)
    if around:
        for label, lines in (("Before: ", around.before), ("After: ", around.after)):
            for line in lines:
                body.paragraph("Context", line, label=label)
    if extract.memo:
        body.paragraph("Memo", extract.memo, label="Memo: ")
    body.paragraph("Details", _details(extract))


def _details(extract: Extract) -> str:
    """Where to find the extract again, without participant or title, which may tell what the attribution withholds."""
    parts = [POLARITY_WORDS[extract.polarity]] if extract.polarity != Polarity.NOT_STATED else []
    if extract.turn is not None:
        parts.append(f"turn {extract.turn}")
    if extract.timestamp is not None:
        parts.append(clock(extract.timestamp))
    if extract.coders:
        parts.append(f"coded by {joined(extract.coders)}")
    parts.append(f"extract {extract.id[:8]}")
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def _codebook(body: Body, codebooks: Sequence[Codebook]) -> None:
    if not codebooks:
        return
    body.heading(1, "Codebook")
    for codebook in codebooks:
        codebook_part(body, codebook, 2)
