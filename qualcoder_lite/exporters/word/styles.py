"""The styles of every Word document this program writes: one short list, so that a report is restyled at a stroke."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from qualcoder_lite.translation import language

FONT = "Calibri"

#: The size of a text in points, and the least in a document in large print.
BODY_SIZE, LARGE_PRINT = 11, 16

INK = "1F3A4D"
GREY = "555555"
LINE = "8FA3B0"
TINT = "E8EEF2"
ALERT = "8A4B00"
ALERT_TINT = "FFF4E0"

_BUILT_IN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Heading4": "heading 4",
    "Quote": "Quote",
    "Caption": "caption",
    "Header": "header",
    "Footer": "footer",
    "TOCHeading": "TOC Heading",
    "TOC1": "toc 1",
    "TOC2": "toc 2",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A paragraph style by its id; sizes and spaces in points, indents in centimetres, colours as RRGGBB.

    A custom style's name is its id with spaces before the capitals: "TableText" is "Table Text" in Word's list.
    `bar` is the colour of a line at the left edge, `box` that of a frame around; `outline` is the level of a heading.
    """

    id: str
    next: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    left: float = 0
    hanging: float = 0
    right: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    no_hyphens: bool = False
    bar: str = ""
    box: str = ""
    fill: str = ""
    tab: float = 0
    align: str = ""
    outline: int = 0

    def xml(self) -> str:
        """The style's element, its properties in the order that the schema asks for."""
        name = _BUILT_IN.get(self.id) or "".join(f" {c}" if c.isupper() else c for c in self.id).strip()
        custom = "" if self.id in _BUILT_IN else ' w:customStyle="1"'
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val={quoteattr(name)}/>'
            f'<w:basedOn w:val="Normal"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
            f"<w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._characters()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        edge = '<w:{} w:val="single" w:sz="{}" w:space="{}" w:color="{}"/>'
        sides = [edge.format("left", 18, 8, self.bar)] if self.bar else []
        sides += [edge.format(side, 8, 6, self.box) for side in ("top", "left", "bottom", "right") if self.box]
        return "".join(
            (
                "<w:keepNext/>" if self.keep_next else "",
                "<w:keepLines/>" if self.keep_lines else "",
                "<w:pageBreakBefore/>" if self.new_page else "",
                f"<w:pBdr>{''.join(sides)}</w:pBdr>" if sides else "",
                f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>' if self.fill else "",
                f'<w:tabs><w:tab w:val="left" w:pos="{twips(self.tab)}"/></w:tabs>' if self.tab else "",
                "<w:suppressAutoHyphens/>" if self.no_hyphens else "",
                f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}"/>',
                f'<w:ind w:left="{twips(self.left)}" w:right="{twips(self.right)}" w:hanging="{twips(self.hanging)}"/>',
                f'<w:jc w:val="{self.align}"/>' if self.align else "",
                f'<w:outlineLvl w:val="{self.outline - 1}"/>' if self.outline else "",
            )
        )

    def _characters(self) -> str:
        return "".join(
            (
                "<w:b/><w:bCs/>" if self.bold else "",
                f'<w:color w:val="{self.colour}"/>' if self.colour else "",
                f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>' if self.size else "",
            )
        )


STYLES = (
    ParagraphStyle(id="Title", next="Subtitle", size=26, bold=True, colour=INK, after=4, keep_next=True),
    ParagraphStyle(id="Subtitle", next="Normal", size=14, colour=GREY, after=14),
    ParagraphStyle(
        id="Heading1", next="Normal", size=20, bold=True, colour=INK, after=8, keep_next=True, new_page=True, outline=1
    ),
    ParagraphStyle(
        id="Heading2", next="Normal", size=15, bold=True, colour=INK, before=18, after=4, keep_next=True, outline=2
    ),
    ParagraphStyle(
        id="Heading3", next="Normal", size=12, bold=True, colour=INK, before=14, after=4, keep_next=True, outline=3
    ),
    ParagraphStyle(
        id="Heading4", next="CodeEntry", size=11, bold=True, colour=INK, before=10, after=2, keep_next=True, outline=4
    ),
    # Chains a quote to its attribution; no italics, which are hard to read at length.
    ParagraphStyle(
        id="Quote",
        next="Attribution",
        after=4,
        left=0.8,
        right=0.8,
        bar=LINE,
        keep_next=True,
        no_hyphens=True,
    ),
    ParagraphStyle(id="Attribution", next="Quote", after=2, left=0.8, colour=INK, keep_next=True),
    ParagraphStyle(id="Details", next="Quote", size=9, after=16, left=0.8, colour=GREY, keep_lines=True),
    ParagraphStyle(id="Context", size=10, after=3, left=1.6, right=0.8, colour=GREY, keep_next=True),
    ParagraphStyle(id="Memo", size=10, after=3, left=1.6, right=0.8, fill=TINT, keep_next=True),
    # It lets its heading go with it: LibreOffice leaves a heading behind where several in a row hold on to each other.
    ParagraphStyle(id="Definition", after=4, keep_lines=True),
    ParagraphStyle(id="Counts", size=10, after=10, colour=GREY, keep_next=True, keep_lines=True),
    ParagraphStyle(id="CodeEntry", after=2, left=0.8),
    ParagraphStyle(
        id="PrivacyNotice",
        bold=True,
        before=6,
        after=18,
        left=0.25,
        right=0.25,
        box=ALERT,
        fill=ALERT_TINT,
        keep_lines=True,
    ),
    ParagraphStyle(id="Facts", after=3, left=4.2, hanging=4.2, tab=4.2),
    ParagraphStyle(id="FrontHeading", size=13, bold=True, colour=INK, before=18, after=4, keep_next=True),
    ParagraphStyle(id="Warning", before=6, after=4, left=0.4, bar=ALERT, keep_lines=True),
    ParagraphStyle(id="TOCHeading", size=20, bold=True, colour=INK, after=8, keep_next=True, new_page=True),
    ParagraphStyle(id="TOC1", next="Normal", bold=True, before=8, after=3),
    ParagraphStyle(id="TOC2", next="Normal", after=2, left=0.6),
    ParagraphStyle(id="Header", size=9, colour=GREY, after=0),
    ParagraphStyle(id="Footer", size=9, colour=GREY, after=0, align="right"),
    ParagraphStyle(id="Caption", bold=True, colour=INK, before=12, after=4, keep_next=True, keep_lines=True),
    ParagraphStyle(id="AfterTable", before=10),
    ParagraphStyle(id="TableHeading", size=9, bold=True, after=1),
    ParagraphStyle(id="TableText", size=9, after=1),
    ParagraphStyle(id="TableFigure", size=9, bold=True, after=1),
    ParagraphStyle(id="TableGroup", size=11, bold=True, colour=INK, before=4, after=2, keep_next=True),
)

TABLE_STYLE = "Findings"

_DEFAULTS = f"""<w:docDefaults>
<w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="Arial"/>
<w:sz w:val="SZ"/><w:szCs w:val="SZ"/><w:lang w:val="LANG" w:eastAsia="LANG" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""

_BASE = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="DefaultParagraphFont"/>
<w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"""

_TABLE = f"""<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="{TABLE_STYLE}"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{TINT}"/>
</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>
</w:style>"""


def twips(centimetres: float) -> int:
    """Centimetres as twentieths of a point, the unit of lengths in Word's files."""
    return round(centimetres * 567)


def defaults_xml(smallest: float = BODY_SIZE) -> str:
    """The font, size (in points) and language that hold where no style says otherwise."""
    return _DEFAULTS.replace("SZ", str(round(smallest * 2))).replace("LANG", language())


def styles_xml(smallest: float = BODY_SIZE) -> str:
    """Every style, as the elements of Word's style part.

    Where `smallest` (in points) is larger than the usual size of a text, nothing is smaller than it, and what stands
    out by its size still does.
    """
    return _BASE + "".join(enlarged(style, smallest).xml() for style in STYLES) + _TABLE


def enlarged(style: ParagraphStyle, smallest: float) -> ParagraphStyle:
    """A style as it is in a document in which nothing is smaller than so many points."""
    if smallest <= BODY_SIZE:
        return style
    if style.tab:  # labels stand before the tab, and grow with the rest
        wider = smallest / BODY_SIZE
        return replace(style, left=style.left * wider, hanging=style.hanging * wider, tab=style.tab * wider)
    return replace(style, size=max(smallest, style.size + smallest - BODY_SIZE)) if style.size else style
