"""What a new project's file may be called: a project ends in “.qclite”, and never as a file of another kind does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.codebook.codebooks import ENDINGS
from qualcoder_lite.service.transcripts.files import readable_endings
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".qclite"


def project_named(path: Path) -> Path:
    """A name for a project, from what a person typed: an ending of another kind of file gives way to a project's."""
    if path.suffix.lower() == ENDING:
        return path
    return path.with_suffix(ENDING) if _is_of_another_kind(path) else path.with_name(path.name + ENDING)


def refuse_another_kind(path: Path) -> None:
    """Raise UserError where a name is that of another kind of file, such as a Word document's."""
    if _is_of_another_kind(path):
        raise UserError(
            tr(
                "A project can’t be called “{name}”: it would be taken for a file of another kind. "
                "Projects end in “{ending}”, as in “{better}”.",
                name=path.name,
                ending=ENDING,
                better=project_named(path).name,
            )
        )


def _is_of_another_kind(path: Path) -> bool:
    return path.suffix.lower() in {*readable_endings(), *ENDINGS}
