"""Make docs/report.png: a real picture of the HTML report of the example, by Chromium through Playwright.

uv run python scripts/screenshot.py [PATH...] [--out FILE] [--dark] [--phone] [--full]
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from newsledger import build, report

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def main() -> None:
    """Build the ledger, write the page, open it offline and take its picture."""
    options = arguments()
    if not options.paths:
        os.chdir(ROOT)  # so that the page names its files as a reader of the README would
    paths = options.paths or sorted(Path("examples").glob("*/articles"))[:1]
    with tempfile.TemporaryDirectory() as folder, build(paths) as ledger:
        page = report.write(ledger.tables, Path(folder), "html")
        options.out.parent.mkdir(parents=True, exist_ok=True)
        take(page, options)
    print(options.out)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="articles; without any, those of the first example")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "report.png")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--phone", action="store_true", help="360 by 740 pixels instead of 1440 by 1320")
    parser.add_argument("--full", action="store_true", help="the whole page, not its first screen")
    return parser.parse_args()


def take(page: Path, options: argparse.Namespace) -> None:
    """The first screen with the words behind one statement lit, so that the picture shows what a click does."""
    from playwright.sync_api import sync_playwright

    chromium = next((path for path in CHROMIUM if Path(path).exists()), None)
    if chromium is None:
        raise SystemExit("no Chromium: apt-get install chromium")
    size = {"width": 360, "height": 740} if options.phone else {"width": 1440, "height": 1320}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        context = browser.new_context(
            viewport=size,
            color_scheme="dark" if options.dark else "light",
            offline=True,
            reduced_motion="reduce",
        )
        view = context.new_page()
        view.goto(page.as_uri())
        if not options.phone:
            changed = view.locator("#beware .changed a.cite")
            (changed.nth(1) if changed.count() > 1 else view.locator("#beware a.cite").first).click()
            view.mouse.move(0, 0)
            view.evaluate("window.scrollTo(0, 0)")
        view.screenshot(path=str(options.out), full_page=options.full)
        browser.close()


if __name__ == "__main__":
    main()
