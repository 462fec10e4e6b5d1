"""Moves an edge of the passage on the page: by keys, by pointing at a word, or by dragging its bracket.

Left and right go by words, with Ctrl by sentences, with Shift by characters. Enter keeps the passage as it then is,
Escape gives it up. A click on a word brings the edge to it, so that no drag is ever needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from qualcoder_lite.gui.reading import focus_keys
from qualcoder_lite.gui.reading.passage_edges import Edge, PassageEdges, Stride
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.reading.transcript_view import TranscriptView

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STRIDES = {_NONE: Stride.WORD, _CONTROL: Stride.SENTENCE, _SHIFT: Stride.CHARACTER}
#: How near to a bracket the mouse takes hold of it, in pixels.
_GRIP = 7
#: Words beside the edge that are told.
_WORDS_TOLD = 5


class EdgeMover(QObject):
    """Listens to a view's keys and mouse while an edge of its passage is moved.

    Signals:
        begun: an edge is being moved from now on; which one ("start", "end").
        kept: the passage is to be as it now is: start and end in the stored text.
        left: the passage is to be as it was.
    """

    begun = Signal(str)
    kept = Signal(int, int)
    left = Signal()

    def __init__(self, view: TranscriptView) -> None:
        """Listen to a view."""
        super().__init__(view)
        self._view = view
        self._edges: PassageEdges | None = None
        self._dragging = self._own_move = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.focus_changed.connect(self._on_focus_changed)

    @property
    def is_on(self) -> bool:
        """Whether an edge is being moved."""
        return self._edges is not None

    def begin(self, edge: Edge) -> None:
        """Move an edge of the passage from now on; the other one, if one is being moved already."""
        if self._edges is None:
            self._edges = PassageEdges(self._view.page, self._view.passage, edge)
        self._edges.edge = edge
        self._view.show_moving(edge)
        self.begun.emit(str(edge))

    def keep(self) -> None:
        """Leave the passage as it now is."""
        edges = self._end()
        if edges is not None:
            self.kept.emit(*edges.passage)

    def give_up(self) -> None:
        """Put the passage back as it was."""
        edges = self._end()
        if edges is not None:
            self._show(edges)
            self.left.emit()

    def _end(self) -> PassageEdges | None:
        edges, self._edges = self._edges, None
        self._dragging = False
        self._view.show_moving(None)
        return edges

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys and the mouse that move an edge; leave the rest to the view."""
        if isinstance(event, QKeyEvent) and watched is self._view and event.type() == QEvent.Type.KeyPress:
            return self.is_on and self._key(event)
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._mouse(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), focus_keys.held(event)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and held in _STRIDES:
            self._step(_STRIDES[held], forward=key == Qt.Key.Key_Right)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(Stride.SENTENCE, forward=key == Qt.Key.Key_Down)
        else:
            return False
        return True

    def _step(self, stride: Stride, *, forward: bool) -> None:
        if self._edges is not None and self._edges.move(stride, forward=forward):
            self._show(self._edges, reveal=True)
            self._tell()

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            return self._mouse_moved(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(event.position())
        taken = self.is_on
        if event.type() == QEvent.Type.MouseButtonRelease and self._dragging:
            self.keep()
        return taken

    def _mouse_moved(self, event: QMouseEvent) -> bool:
        if self._dragging:
            self._point(event.position(), exactly=bool(event.modifiers() & _SHIFT))
            return True
        if event.buttons():
            return self.is_on
        over = self._grip_at(event.position()) is not None
        self._view.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.IBeamCursor)
        return False

    def _press(self, point: QPointF) -> bool:
        edge = self._grip_at(point)
        if edge is not None:
            self.begin(edge)
            self._dragging = True
        elif self.is_on:
            self._point(point, exactly=False)
            self._tell()
        return self.is_on

    def _grip_at(self, point: QPointF) -> Edge | None:
        for edge, (rect, on_left) in self._view.brackets().items():
            x = rect.left() if on_left else rect.right()
            if rect.top() <= point.y() <= rect.bottom() and abs(point.x() - x) <= _GRIP:
                return edge
        return None

    def _point(self, point: QPointF, *, exactly: bool) -> None:
        if self._edges is not None and self._edges.point(self._view.position_at(point), exactly=exactly):
            self._show(self._edges)

    def _show(self, edges: PassageEdges, *, reveal: bool = False) -> None:
        passage = edges.passage if self.is_on else edges.before
        self._own_move = True
        self._view.put_passage(passage, reveal=edges.position if reveal else None)
        self._own_move = False

    def _tell(self) -> None:
        """Say between which words the edge now is."""
        if self._edges is None:
            return
        said = self._view.page.text[slice(*self._edges.passage)].split()
        if self._edges.edge is Edge.START:
            self._view.tell(tr("Starts: {words}", words=" ".join(said[:_WORDS_TOLD])))
        else:
            self._view.tell(tr("Ends: {words}", words=" ".join(said[-_WORDS_TOLD:])))

    def _on_focus_changed(self) -> None:
        """Whoever goes elsewhere gives the move up."""
        if self.is_on and not self._own_move:
            self._end()
            self.left.emit()
