"""
Takes the picture of the site that the README shows: `make picture`.

Usage: PYTHONPATH=tests:plugins python tools/picture.py [PICTURE]
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from browser.chromium import found
from building import PROJECT, build

PICTURE = PROJECT / "docs/front-page.png"
WIDTH = 1280
# What the README shows is for whoever has not seen the site: its head, what happened, and a drawing, above the map.
_UNTIL = "main > section:has(.map)"
_COLOURS = 48


def main(picture: Path) -> None:
    """
    Build the site, open its front page as a reader by day has it, and write what they see first.
    """
    chromium = found()
    if not chromium:
        sys.exit("a picture needs a Chromium, and none was found: sh tools/browser.sh")
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder, "site"), settings="publishconf.py")
        if built.status:
            sys.exit(built.errors)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": WIDTH, "height": 1000}, color_scheme="light", reduced_motion="reduce").new_page()
            page.goto(Path(folder, "site/index.html").as_uri())
            bottom = page.locator(_UNTIL).bounding_box()["y"]
            taken = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": round(bottom)})
            browser.close()
    # Few colours suffice for letters on paper, and weigh a third.
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    print(f"{picture}: {picture.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)
