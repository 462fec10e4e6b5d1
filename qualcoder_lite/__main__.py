"""The way in: `qualcoder-lite`, or `python -m qualcoder_lite`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    from qualcoder_lite.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
