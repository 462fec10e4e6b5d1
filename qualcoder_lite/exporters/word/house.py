# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""A Word document or template of a person's own as the base of ours: its page, header, footer and styles.

Styles are met by their names, which are the same in every language's Word; their ids are not. What the base hasn't got
is added, and what stood in its text is left out.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, TypeAlias

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.parser import parse_xml

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.exporters.word.styles import STYLES, styles_xml
from qualcoder_lite.translation import language, tr

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

Element: TypeAlias = Any  # lxml's, which has no types

_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_LARGEST = 200_000_000  # bytes in all, unpacked
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    PackageNotFoundError,
    KeyError,
    ValueError,
    SyntaxError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
# What only the text refers to, which is left out; what is kept belongs to the page or to the styles.
_OF_THE_TEXT = ("/image", "/hyperlink", "/chart", "/oleObject", "/package", "/aFChunk", "/subDocument", "/video")
# Word 2010's second list of styles: Word offers to repair a document in which it lacks what ours add to the first.
_OF_OLD_STYLES = ("/stylesWithEffects",)
_OF_COMMENTS = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people")
_KEPT_WITH_NEXT = frozenset(style.id for style in STYLES if style.keep_next)
_STYLE_USED = re.compile(rb'<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"/>(<w:keepNext w:val="0"/>)?')


def open_house(file: Path) -> WordDocument:
    """The base as a document without text.

    Raises:
        UserError: there is no such file, or it is no Word document or template.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        msg = tr(
            "“{file}” can’t be read ({reason}). Choose another Word document for the styles.",
            file=file.name,
            reason=error.strerror,
        )
        raise UserError(msg) from error
    try:
        document = Document(io.BytesIO(_as_document(data)))
        if document.element.nsmap.get("w") != nsmap["w"] or document.element.find(qn("w:body")) is None:
            raise ValueError  # the strict format, or a prefix of somebody's own
    except _FAULTS as error:
        msg = tr(
            "“{file}” is no Word document or template that can be read, so its styles can’t be used. Open it in Word "
            "and save it as .docx or .dotx, without a password.",
            file=file.name,
        )
        raise UserError(msg) from error
    _empty(document)
    _name_language(document)
    return document


def add_missing_styles(document: WordDocument) -> dict[str, str]:
    """Add the styles of ours that the base hasn't got; for each id of ours the id that the style has there."""
    styles: Element = document.styles.element
    there: dict[tuple[str, str], str] = {
        (_kind(style), _name(style)): style.get(qn("w:styleId"), "") for style in styles.iterfind(qn("w:style"))
    }
    taken = set(there.values())
    ours: Element = parse_xml(f"<w:styles {nsdecls('w')}>{styles_xml()}</w:styles>")
    ids: dict[str, str] = {}
    missing: list[Element] = []
    for style in ours.iterfind(qn("w:style")):
        id_ = style.get(qn("w:styleId"), "")
        ids[id_] = there.get((_kind(style), _name(style)), "") or _free(id_, taken)
        if (_kind(style), _name(style)) not in there:
            missing.append(style)
    default = _default_style(styles)
    for style in missing:
        style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"), "")])
        style.attrib.pop(qn("w:default"), None)
        for reference in (*style.iterfind(qn("w:basedOn")), *style.iterfind(qn("w:next"))):
            named = reference.get(qn("w:val"), "")
            reference.set(qn("w:val"), default if named == "Normal" and default else ids.get(named, named))
        styles.append(style)
    return ids


def with_styles_of(body: bytes, ids: dict[str, str]) -> bytes:
    """A body's XML with the ids that its styles have in the base.

    What stays with the paragraph after it says so itself: a base's own style may not, and would leave a heading or a
    table's title alone at the foot of a page. A paragraph too long for that has said so already.
    """

    def renamed(found: re.Match[bytes]) -> bytes:
        kind, id_ = found.group(1), found.group(2).decode()
        kept = found.group(3) or (b"<w:keepNext/>" if id_ in _KEPT_WITH_NEXT else b"")
        return b'<w:%s w:val="%s"/>%s' % (kind, ids.get(id_, id_).encode(), kept)

    return _STYLE_USED.sub(renamed, body)


def _as_document(data: bytes) -> bytes:
    """The file's bytes, a template's main part declared as a document's: the library opens nothing else."""
    gathered = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(part.file_size for part in package.infolist()) > _LARGEST:
            raise ValueError
        types = package.read(_CONTENT_TYPES)
        if _TEMPLATE_TYPE.encode() not in types:
            return data
        with zipfile.ZipFile(gathered, "w", zipfile.ZIP_DEFLATED) as copy:
            for part in package.infolist():
                content = package.read(part)
                if part.filename == _CONTENT_TYPES:
                    content = types.replace(_TEMPLATE_TYPE.encode(), CONTENT_TYPE.WML_DOCUMENT_MAIN.encode())
                copy.writestr(part.filename, content)
    return gathered.getvalue()


def _empty(document: WordDocument) -> None:
    """Take the text out with what only it refers to, and what would fetch a file from elsewhere or forbid comments."""
    body: Element = document.element.body
    for element in [*body.iterchildren()]:
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    if body.find(qn("w:sectPr")) is None:
        body.append(parse_xml(f"<w:sectPr {nsdecls('w')}/>"))
    rels = document.part.rels
    for name in [n for n, rel in rels.items() if rel.reltype.endswith((*_OF_THE_TEXT, *_OF_OLD_STYLES, *_OF_COMMENTS))]:
        del rels[name]
    settings = document.settings.element
    for tag in ("w:attachedTemplate", "w:documentProtection", "w:writeProtection"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    of_settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for name in [n for n, rel in of_settings.items() if rel.reltype.endswith("/attachedTemplate")]:
        del of_settings[name]


def _name_language(document: WordDocument) -> None:
    """Name the language that is spoken where the base names none."""
    defaults: Element = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language()}"/>'))


def _kind(style: Element) -> str:
    return style.get(qn("w:type"), "paragraph")


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").casefold()


def _free(id_: str, taken: set[str]) -> str:
    """An id that no style of the base has, though it may have one of another name or kind."""
    while id_ in taken:
        id_ += "Q"
    taken.add(id_)
    return id_


def _default_style(styles: Element) -> str:
    """The id of the base's default style of paragraphs, which is called Normal whatever its id."""
    for style in styles.iterfind(qn("w:style")):
        if _kind(style) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
            return style.get(qn("w:styleId"), "")
    return ""
