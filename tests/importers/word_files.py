"""Making Word files part by part, as tests need them: whole, odd and malicious ones."""

from __future__ import annotations

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{WORD}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(**parts: str | bytes) -> bytes:
    """A zip archive; a part's name has two underscores for each slash and one for each full stop."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def document(body: str) -> bytes:
    """A Word document with this XML as its body."""
    return zipped(word__document_xml=f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str) -> str:
    """A paragraph of pieces of XML; pieces that don't begin with a tag are words."""
    return f"<w:p>{''.join(piece if piece.startswith('<') else run(piece) for piece in content)}</w:p>"
