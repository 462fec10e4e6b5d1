"""The program's own icon: drawn once, and there as pictures for desktops that draw no SVG."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qualcoder_lite.gui.program.app_icon import SIZES, application_icon
from qualcoder_lite.service.program.shipped import desktop_folder


def drawn(side: int) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(desktop_folder() / "qualcoder-lite.svg")).render(painter)
    painter.end()
    return picture


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures of one size are apart, as the mean over all bytes, of 255."""
    pairs = zip(one.convertToFormat(QImage.Format.Format_ARGB32).bits(), other.bits(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / one.sizeInBytes()


@pytest.mark.parametrize("side", SIZES)
def test_each_picture_of_the_icon_is_what_is_drawn(qapp, request, side):
    file = desktop_folder() / f"qualcoder-lite-{side}.png"
    if request.config.getoption("--golden-update"):
        assert drawn(side).save(str(file))
    assert difference(QImage(str(file)), drawn(side)) < 3


def test_the_icon_has_all_its_sizes(qapp):
    assert sorted(size.width() for size in application_icon().availableSizes()) == list(SIZES)
    assert not application_icon().pixmap(48, 48).isNull()
