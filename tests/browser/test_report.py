"""The HTML report in a real browser: from a statement to its words, on a desk and on a phone, offline."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsledger import report
from report import fixture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CHROMIUM = next(
    (p for p in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if p.exists()), None
)
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}

if CHROMIUM is None:
    pytest.skip("no Chromium: apt-get install chromium", allow_module_level=True)


@pytest.fixture(name="browser", scope="module")
def start_browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(name="address", scope="module")
def write_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return report.write(fixture.tables(), tmp_path_factory.mktemp("page"), "html").as_uri()


class Visit:
    """An open page that keeps what it asked for and what it complained of."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.context = browser.new_context(reduced_motion="reduce", **options)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("console", lambda m: self.complaints.append(m.text))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("dialog", lambda d: (self.complaints.append(d.message), d.dismiss()))
        self.page.goto(address)

    def close(self) -> None:
        self.context.close()

    def lit(self) -> str:
        """The words that are lit in the articles; a cut mark counts once, in its order."""
        return self.page.evaluate("[...document.querySelectorAll('.m.lit')].map(e => e.textContent).join('')")


@pytest.fixture(name="desk")
def open_on_desk(browser: Browser, address: str) -> Iterator[Visit]:
    visit = Visit(browser, address, viewport=DESK)
    yield visit
    visit.close()


def test_a_click_on_a_statement_lights_its_words(desk: Visit) -> None:
    """Every link to words, one after the other: what is lit is exactly what the ledger holds."""
    cites = desk.page.locator("main a.cite[title]")
    assert cites.count() > 20
    desk.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    for n in range(cites.count()):
        cite = cites.nth(n)
        cite.click()
        desk.page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")  # hashchange
        wanted = cite.get_attribute("title") or ""
        assert " ".join(desk.lit().split()) == wanted
        assert desk.page.locator(".m.lit").first.is_visible()


def test_the_words_come_into_sight(desk: Visit) -> None:
    desk.page.locator("#beware a.cite").first.click()
    box = desk.page.locator(".m.lit").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= DESK["height"]


def test_no_request_and_no_complaint(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        visit = Visit(browser, address, viewport=DESK, color_scheme=scheme)
        visit.page.locator("#theme").click()
        visit.page.locator("main a.cite").first.click()
        visit.page.emulate_media(media="print")
        assert [r for r in visit.requests if not r.startswith("file:")] == []
        assert len(visit.requests) == 1
        assert visit.complaints == []
        visit.close()


def test_a_phone_never_scrolls_sideways(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, viewport=PHONE, has_touch=True)
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    visit.page.locator("#beware a.cite").first.tap()
    visit.page.locator("#back").tap()
    assert visit.page.evaluate("document.activeElement.className") == "cite here"
    visit.close()


def test_the_page_follows_the_system_and_the_button(browser: Browser, address: str) -> None:
    def paper(visit: Visit) -> float:
        colour = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)))

    light = Visit(browser, address, color_scheme="light")
    dark = Visit(browser, address, color_scheme="dark")
    assert paper(light) > 600
    assert paper(dark) < 150
    for visit, words in ((light, "Dark page"), (dark, "Light page")):
        assert visit.page.locator("#theme").text_content() == words
        visit.page.locator("#theme").click()
        assert visit.page.locator("#theme").text_content() != words
    assert paper(light) < 150
    assert paper(dark) > 600
    light.close()
    dark.close()


def test_paper_shows_the_story_and_the_screen_everything(desk: Visit) -> None:
    desk.page.emulate_media(media="print")
    for shown in ("#beware", "#story-so-far", "#timeline", "#speech", "#disputes", "#figures"):
        assert desk.page.locator(shown).is_visible()
    assert desk.page.locator("#reader").is_hidden()
    assert desk.page.locator("#people").is_hidden()
    desk.page.emulate_media(media="screen")
    desk.page.locator("#print-all").check()
    desk.page.emulate_media(media="print")
    assert desk.page.locator("#reader").is_visible()
    assert desk.page.locator("#people").is_visible()


def test_without_a_script_links_and_marks_still_work(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, viewport=DESK, java_script_enabled=False)
    cite = visit.page.locator("#beware a.cite").first
    cite.click()
    target = visit.page.locator((cite.get_attribute("href") or "").replace("#", "[id='") + "']")
    assert target.is_visible()
    assert " ".join((target.text_content() or "").split()) == cite.get_attribute("title")
    assert visit.page.locator("#theme").is_hidden()
    visit.close()


def test_marks_are_switched_by_kind(desk: Visit) -> None:
    weight = "getComputedStyle(document.querySelector('.body .k-figure')).fontWeight"
    assert desk.page.evaluate(weight) == "600"
    desk.page.locator("#show-figure").uncheck()
    assert desk.page.evaluate(weight) == "400"


def test_the_keyboard_reaches_the_report_first(desk: Visit) -> None:
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("document.activeElement.textContent") == "To the report"
    desk.page.keyboard.press("Enter")
    assert desk.page.evaluate("document.activeElement.id") == "main"


def test_marked_words_tell_what_rests_on_them(desk: Visit) -> None:
    desk.page.locator("#beware .changed a.cite").first.click()
    desk.page.locator(".m.lit").first.click()
    card = desk.page.locator("#card")
    assert "Quotation (direct): Ana Brel" in (card.text_content() or "")
    assert "One utterance, two wordings" in (card.text_content() or "")
    card.locator("button").click()
    assert card.is_hidden()


def test_one_story_of_several_can_be_read_alone(browser: Browser, tmp_path: Path) -> None:
    tables = fixture.tables()
    *first, last = tables["articles"]
    tables["articles"] = (*first, dataclasses.replace(last, story_id="sto_2"))
    story = dataclasses.replace(tables["stories"][0], story_id="sto_2", title="Calm", n_articles=1)
    tables["stories"] = (*tables["stories"], story)
    visit = Visit(browser, report.write(tables, tmp_path, "html").as_uri(), viewport=DESK)
    assert visit.page.locator(".entry:visible").count() > 1
    visit.page.locator("#story").select_option("2")
    assert visit.page.locator(".entry:visible").count() == 0
    assert visit.page.locator(".text:visible").count() == 1
    visit.page.locator("#story").select_option("")
    assert visit.page.locator(".text:visible").count() == 4
    visit.close()


CONTRAST = """() => {
  const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const paint = colours => {
    canvas.clearRect(0, 0, 1, 1);
    for (const c of colours) { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim().slice(0, 30);
    if (!words || !element.checkVisibility() || element.closest('script,style,option,.same,.skip')) continue;
    const grounds = [];
    for (let up = element; up; up = up.parentElement) grounds.unshift(getComputedStyle(up).backgroundColor);
    const style = getComputedStyle(element);
    const ground = paint(grounds);
    const ink = paint([...grounds, element.closest('svg') ? style.fill : style.color]);
    const [a, b] = [luminance(ink), luminance(ground)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${element.className}: ${words} ${ratio.toFixed(2)}`);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(browser: Browser, address: str, scheme: Any) -> None:
    """WCAG AA, 4.5 to 1, for every text in the page, with all folds open and words lit."""
    visit = Visit(browser, address, viewport=DESK, color_scheme=scheme)
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    visit.page.evaluate("document.querySelectorAll('input').forEach(i => i.checked = true)")
    visit.page.locator("#beware a.cite").first.click()
    assert visit.page.evaluate(CONTRAST) == []
    visit.close()
