# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""The Word file around a document's text: page, header and footer, styles, properties.

python-docx gives the package; the text comes as one string of XML (see `body`) and is parsed once.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from qualcoder_lite.domain.project_details import PRIVACY
from qualcoder_lite.exporters.package import with_parts
from qualcoder_lite.exporters.word.body import allowed, field, paragraph
from qualcoder_lite.exporters.word.house import add_missing_styles, open_house, with_styles_of
from qualcoder_lite.exporters.word.styles import BODY_SIZE, defaults_xml, styles_xml
from qualcoder_lite.translation import language, tr

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships
    from docx.section import Section

    from qualcoder_lite.exporters.word.body import Body

#: The margins of a page on its side, and the width between them, in centimetres.
LANDSCAPE_MARGIN = 2.0
LANDSCAPE_WIDTH = 29.7 - 2 * LANDSCAPE_MARGIN

_NAMESPACES = nsdecls("w")
_DOCUMENT_PARTS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
}
_PACKAGE_PARTS = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the document says of itself. `author` is the person who exported, never the computer's user."""

    title: str
    subject: str = ""
    author: str = ""
    date: dt.date


def word_file(
    body: Body,
    properties: Properties,
    *,
    landscape: bool = False,
    notice: str = "",
    smallest: float = BODY_SIZE,
    house: Path | None = None,
) -> bytes:
    """A whole Word document: A4, in the language that is spoken, page numbers, a notice on every page but the first.

    The notice is the usual one, unless another is given.

    `smallest` is the size in points that no text is smaller than, where it is larger than the usual size. With `house`,
    a document or template of the person's own, page and styles are its own instead, and the notice stands under its
    header.

    Raises:
        UserError: `house` is no Word document or template.
    """
    text = body.xml()
    notice = notice or tr(PRIVACY)
    if house is None:
        document = _plain_document(smallest)
        _set_page(document, landscape=landscape)
        _set_header_and_footer(document.sections[0], notice, properties.title)
    else:
        document = open_house(house)
        ids = add_missing_styles(document)
        text = with_styles_of(text, ids)
        _add_to_header_and_footer(document.sections[-1], notice, properties.title, ids)
    _set_properties(document, properties)
    gathered = io.BytesIO()
    document.save(gathered)
    return _with_text(gathered, document.part.partname.membername, text)


def _with_text(package: io.BytesIO, part: str, text: bytes) -> bytes:
    """The package with the text put in front of the page's properties, which until then are all there is.

    As a string: a tree of 100,000 paragraphs would take seconds and half a gigabyte, only to be a string again.
    """

    def put_in(content: bytes) -> bytes:
        at = content.rindex(b"<w:sectPr")
        return b"".join((content[:at], text, content[at:]))

    return with_parts(package, {part: put_in})


def _plain_document(smallest: float) -> WordDocument:
    document = Document()
    _drop_template_parts(document)
    _set_styles(document, smallest)
    _set_settings(document)
    return document


def _drop_template_parts(document: WordDocument) -> None:
    """Leave out what the library's template brings along and no document needs: a thumbnail, styles twice over."""
    package = document.part.package
    _keep(document.part.rels, _DOCUMENT_PARTS)
    if package is not None:
        _keep(package.rels, _PACKAGE_PARTS)


def _keep(relations: Relationships, kinds: set[str]) -> None:
    for name in [name for name, relation in relations.items() if relation.reltype not in kinds]:
        del relations[name]


def _set_styles(document: WordDocument, smallest: float) -> None:
    styles = document.styles.element
    for old in [*styles.findall(qn("w:docDefaults")), *styles.findall(qn("w:style"))]:
        styles.remove(old)
    wrapped = parse_xml(f"<w:styles {_NAMESPACES}>{defaults_xml(smallest)}{styles_xml(smallest)}</w:styles>")
    first, *rest = list(wrapped)
    styles.insert(0, first)
    for style in rest:
        styles.append(style)


def _set_settings(document: WordDocument) -> None:
    settings = document.settings.element
    fonts = settings.find(qn("w:themeFontLang"))
    fonts.set(qn("w:val"), language())
    fonts.attrib.pop(qn("w:eastAsia"), None)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    # The template declares spelling already checked, for nobody's text.
    settings.remove(settings.find(qn("w:proofState")))


def _set_properties(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    when = dt.datetime(properties.date.year, properties.date.month, properties.date.day)  # noqa: DTZ001 (the library wants none)
    core.title, core.subject = _property(properties.title), _property(properties.subject)
    core.author = core.last_modified_by = _property(properties.author)
    core.comments, core.keywords = "", ""
    core.language = core.language or language()  # a template of the person's own may name its own
    core.created = core.modified = when
    core.revision = 1


def _property(text: str) -> str:
    """Text as a property holds it: one line of at most 255 characters."""
    return " ".join(allowed(text).split())[:255]


def _set_page(document: WordDocument, *, landscape: bool) -> None:
    section = document.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    margin = Cm(LANDSCAPE_MARGIN if landscape else 2.5)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin


def _set_header_and_footer(section: Section, notice: str, title: str) -> None:
    section.different_first_page_header_footer = True
    for story, text in (
        (section.header, paragraph("Header", notice)),
        (section.footer, _page_line(title)),
        (section.first_page_header, paragraph("Header", "")),
        (section.first_page_footer, paragraph("Footer", "")),
    ):
        story.is_linked_to_previous = False
        element = story.part.element
        for old in list(element):
            element.remove(old)
        element.append(_parsed(text))


def _add_to_header_and_footer(section: Section, notice: str, title: str, ids: dict[str, str]) -> None:
    """Put the notice under a base's own header, and page numbers where its footer is empty."""
    for story, text, goes_with_others in (
        (section.header, paragraph("Header", notice), True),
        (section.footer, _page_line(title), False),
    ):
        story.is_linked_to_previous = False
        element = story.part.element
        if _is_empty(element):
            for old in list(element):
                element.remove(old)
        elif not goes_with_others:
            continue
        element.append(_parsed(with_styles_of(text.encode(), ids).decode()))


def _is_empty(story: Any) -> bool:  # noqa: ANN401 - an element of lxml, which has no types
    shown = ("w:t", "w:drawing", "w:pict", "w:object", "w:fldSimple", "w:instrText", "w:tbl")
    return not any(next(story.iter(qn(tag)), None) is not None for tag in shown)


def _page_line(title: str) -> str:
    before = tr("{title} · page", title=title)
    return paragraph("Footer", f"{before} ", after=field("PAGE", "<w:r><w:t>1</w:t></w:r>"))


def _parsed(text: str) -> Any:  # noqa: ANN401 - an element of lxml, which has no types
    return parse_xml(text.replace("<w:p>", f"<w:p {_NAMESPACES}>", 1))
