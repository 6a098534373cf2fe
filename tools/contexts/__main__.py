"""
Writes ``docs/theming.md`` anew: ``python -m contexts``, which `make contexts` runs.
"""

from __future__ import annotations

import sys

from .document import DOCUMENT, read, undocumented, written


def main() -> int:
    """
    Write it, unless something has no explanation, or a template asks for what nobody gives.
    """
    if problems := [*dict.fromkeys(read().amiss), *(f"not explained: {name}" for name in undocumented())]:
        print("\n".join(problems), file=sys.stderr)
        return 1
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
