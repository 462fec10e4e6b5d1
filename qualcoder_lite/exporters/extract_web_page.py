"""Coded extracts as one web page: to be read, searched and printed in any browser, without a network.

All words are there for a browser that runs no scripts, and for a screen reader; a script only adds the search.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.domain.extracts.extract import attribution
from qualcoder_lite.domain.extracts.quote_notes import NO_NOTES
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.project_details import USUAL_NOTICE
from qualcoder_lite.exporters.files import utf8, write_file
from qualcoder_lite.exporters.web_page_beginning import paragraphs_of
from qualcoder_lite.exporters.web_page_look import POLICY, SCRIPT, STYLE
from qualcoder_lite.exporters.word.body import allowed
from qualcoder_lite.exporters.word.extracts import (
    NOT_TO_BE_QUOTED,
    codebook_versions,
    counts_sentence,
    signed,
)
from qualcoder_lite.exporters.word.extracts_words import refused
from qualcoder_lite.exporters.word.quote_details import QuoteDetails
from qualcoder_lite.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.paper import Paragraph
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.exporters.word.extracts_content import ExtractsDocument


def write_extracts_web_page(
    document: ExtractsDocument, target: BinaryIO | Path, progress: Progress = unwatched
) -> None:
    """Write extracts as a web page, under a heading for each group and code.

    Raises:
        UserError: an attribution template that isn't known, or a file that can't be written there.
    """
    page = utf8("".join(_page(document)))
    progress(1, 1)  # the last moment to stop: what stands written is there to stay
    write_file(target, page)


def first_screen(document: ExtractsDocument, most: int) -> list[Paragraph]:
    """How the page begins, up to so many paragraphs."""
    return paragraphs_of(_page(document), most)


def _page(document: ExtractsDocument) -> Iterator[str]:
    groups, details = _groups(document), QuoteDetails()
    skip, find, found = tr("Go to the quotes"), tr("Find words in the quotes"), tr("Quotes with these words: {quotes}")
    yield (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{_words(document.title)} – {_words(document.study.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        "<body>\n"
        f'<a class="skip" href="#quotes">{_words(skip)}</a>\n'
    )
    yield from _header(document)
    yield from _contents(groups)
    yield (
        f'<search id="find" role="search" hidden>\n<label for="words">{_words(find)}</label>\n'
        '<input id="words" type="search" autocomplete="off">\n'
        f'<output for="words" class="small" data-said="{_words(found)}"></output>\n'
        "</search>\n"
        '<main id="quotes" tabindex="-1">\n'
    )
    for number, (group, codes) in enumerate(groups.items(), 1):
        yield f'<section aria-labelledby="g{number}">\n<h2 id="g{number}">{_words(group)}</h2>\n'
        for place, (code, extracts) in enumerate(codes, 1):
            yield from _code(document, code, extracts, f"g{number}-{place}", details)
        yield "</section>\n"
    made = tr("Made with QualCoder Lite on {day}.", day=day_in_words(document.date))
    yield (f"</main>\n<footer>\n<p>{_words(made)}</p>\n</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n")


def _header(document: ExtractsDocument) -> Iterator[str]:
    yield f"<header>\n<h1>{_words(document.title)}</h1>\n<p>{_words(document.study.title)}</p>\n"
    yield f'<p class="note">{_words(document.study.notice or tr(USUAL_NOTICE))}</p>\n'
    yield "<dl>\n"
    facts = [
        (tr("Scope"), " ".join(document.scope) or tr("Every extract of the project.")),
        (tr("On this page"), counts_sentence(document.extracts, polarity=False)),
        (tr("Not to be quoted") if document.marked else tr("Left out"), _withheld(document)),
        (tr("Consent"), document.unasked),
        (tr("Codebook"), "; ".join(codebook_versions(document))),
        (tr("Date"), day_in_words(document.date)),
        (tr("Study led by"), document.study.led_by),
        (tr("Exported by"), document.who),
    ]
    yield from (f"<dt>{_words(what)}</dt><dd>{_words(words)}</dd>\n" for what, words in facts if words)
    yield "</dl>\n"
    if document.warnings:
        check = tr("Check before you share this:")
        why = tr("these attributions may tell a reader who is speaking.")
        yield f'<div class="note">\n<p><strong>{_words(check)}</strong> {_words(why)}</p>\n<ul>\n'
        yield from (f"<li>{_words(warning)}</li>\n" for warning in document.warnings)
        yield "</ul>\n</div>\n"
    yield "</header>\n"


def _withheld(document: ExtractsDocument) -> str:
    if not document.withheld_passages:
        return ""
    return refused(document.withheld_passages, document.withheld_people, plain=False)


def _contents(groups: dict[str, list[tuple[Code | str, list[Extract]]]]) -> Iterator[str]:
    contents = tr("Contents")
    yield f'<nav aria-label="{_words(contents)}">\n<ul>\n'
    for number, (group, codes) in enumerate(groups.items(), 1):
        yield f'<li><a href="#g{number}">{_words(group)}</a>\n<ul>\n'
        for place, (code, extracts) in enumerate(codes, 1):
            name = code if isinstance(code, str) else code.name
            yield f'<li><a href="#g{number}-{place}">{_words(name)}</a> '
            yield f'<span class="small">({len(extracts):,})</span></li>\n'
        yield "</ul></li>\n"
    yield "</ul>\n</nav>\n"


def _groups(document: ExtractsDocument) -> dict[str, list[tuple[Code | str, list[Extract]]]]:
    """What is in the document by group and code, in the codebooks' order."""
    known = {(code.group, code.name): code for codebook in document.codebooks for code in codebook.codes}
    by_code: dict[tuple[str, str], list[Extract]] = {each: [] for each in known}
    for extract in document.extracts:
        by_code.setdefault((extract.group, extract.code), []).append(extract)
    groups: dict[str, list[tuple[Code | str, list[Extract]]]] = {}
    for (group, name), extracts in by_code.items():
        if extracts:
            groups.setdefault(group, []).append((known.get((group, name), name), extracts))
    return groups


def _code(
    document: ExtractsDocument, code: Code | str, extracts: Sequence[Extract], anchor: str, details: QuoteDetails
) -> Iterator[str]:
    name = code if isinstance(code, str) else code.name
    yield f'<section aria-labelledby="{anchor}">\n<h3 id="{anchor}">{_words(name)}</h3>\n'
    if not isinstance(code, str) and code.definition:
        yield f"<p>{_words(code.definition)}</p>\n"
    says_whether = any(extract.polarity != Polarity.NOT_STATED for extract in extracts)
    yield f'<p class="counts">{_words(counts_sentence(extracts, polarity=says_whether))}</p>\n'
    for extract in extracts:
        yield _extract(document, extract, details)
    yield "</section>\n"


def _extract(document: ExtractsDocument, extract: Extract, details: QuoteDetails) -> str:
    paragraphs = "".join(f'<p dir="auto">{_words(line)}</p>' for line in extract.text.split("\n") if line.strip())
    warning = "" if extract.may_quote else f'<p class="note">{_words(tr(NOT_TO_BE_QUOTED))}</p>'
    notes = document.notes.get(extract.id, NO_NOTES)
    before, after = _aside("context", tr("Before"), notes.before), _aside("context", tr("After"), notes.after)
    memos = "".join(_aside("memo", tr("Memo") + signed(memo), memo.text) for memo in notes.memos)
    return (
        f'<figure id="q-{_words(extract.id)}">{warning}{before}<blockquote>{paragraphs}</blockquote>{after}{memos}'
        f'<figcaption><span class="who">{_words(attribution(extract, document.template))}</span><br>'
        f'<span class="small">{_words(details.whole(extract, notes, who=False))}</span></figcaption></figure>\n'
    )


def _aside(kind: str, label: str, text: str) -> str:
    return f'<p class="{kind}" dir="auto"><strong>{_words(label)}:</strong> {_words(text)}</p>' if text else ""


def _words(text: str) -> str:
    """Words as a page shows them, whatever they are."""
    return escape(allowed(text), quote=True)
