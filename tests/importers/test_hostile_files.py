"""Broken, truncated and hostile files: a transcript or a sentence, soon, in little memory; never a hang or a crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS, MEGABYTES = 10, 500

_SCRIPT = """
import json, re, resource, sys, time, warnings
from pathlib import Path
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.importers import read_transcripts_bytes
from tests.importers import hostile_files

warnings.simplefilter("error")
resource.setrlimit(resource.RLIMIT_CPU, (100, 120))
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
told = []
for name, data in getattr(hostile_files, sys.argv[1])():
    begun = time.process_time()
    try:
        for read in read_transcripts_bytes(data, name):
            assert read.text.strip()
            assert all(turn.start < turn.speech <= turn.end <= len(read.text) for turn in read.turns)
        said = ""
    except UserError as fault:
        said = str(fault)
    told.append([name, time.process_time() - begun, said])
# Of this process alone: what the system accounts to it at its end begins with its parent's size.
most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text("ascii"))
print(json.dumps({"files": told, "kilobytes": int(most[1])}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to so much memory")
@pytest.mark.parametrize("files", ["broken", "hostile"])
def test_no_file_hangs_or_crashes_a_reader(files: str) -> None:
    """All in one process of its own: a reader that crashes takes that one down, and not the tests."""
    finished = subprocess.run(
        [sys.executable, "-c", _SCRIPT, files],
        cwd=Path(__file__).parents[2],
        # numpy, which openpyxl loads, sets room aside for each core: on a large machine more than is allowed here.
        env={**os.environ, "PYTHONPATH": ".", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr[-2_000:]
    told = json.loads(finished.stdout)
    assert told["kilobytes"] < MEGABYTES * 1024
    for name, seconds, said in told["files"]:
        assert seconds < SECONDS, name
        assert not said or (name in said and "\n" not in said), name
