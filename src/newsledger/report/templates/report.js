"use strict";
// The page works without this: links, folds and marks are plain HTML. The script adds a theme button,
// lights up every piece of a cut mark, a way back from the words to the statement, and the filter by story.
(function () {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  function themeButton() {
    const button = byId("theme");
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => (button.textContent = dark() ? "Light page" : "Dark page"); // what a click gives
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  let lit = [];
  let from = null;
  const back = document.createElement("button");
  back.id = "back";
  back.type = "button";
  back.textContent = "Back to the statement";
  back.hidden = true;

  function light() {
    lit.forEach((element) => element.classList.remove("lit", "here"));
    lit = [];
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && byId(id);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target.classList.contains("m")) {
      lit = [target, ...document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)];
      lit.forEach((element) => element.classList.add("lit"));
      document.querySelectorAll(`a.cite[href="#${CSS.escape(id)}"]`).forEach((cite) => {
        cite.classList.add("here");
        lit.push(cite);
      });
    }
    target.scrollIntoView({ block: target.classList.contains("m") ? "center" : "start" });
  }

  function follow(event) {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = byId(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!target) return;
    const inReader = target.closest("#reader") && !link.closest("#reader");
    from = inReader ? link : null;
    const beside = window.matchMedia("(min-width: 72rem)").matches;
    back.hidden = !inReader || beside;
    if (link.hash === location.hash) light();
  }

  function goBack() {
    back.hidden = true;
    if (!from) return;
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  }

  // A click on marked words tells what the ledger knows of them, and where else the same is said.
  function about(event) {
    const card = byId("card");
    const mark = event.target.closest("#reader .m");
    if (!mark || String(window.getSelection())) return;
    const lines = [];
    for (let up = mark; up && up.classList.contains("m"); up = up.parentElement) {
      const id = up.id || up.dataset.of;
      if (up.title) lines.push(paragraph(up.title));
      lines.push(...uses(id));
    }
    const seen = new Set();
    const fresh = lines.filter((p) => !seen.has(p.textContent) && seen.add(p.textContent));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "Close";
    close.addEventListener("click", () => (card.hidden = true));
    card.replaceChildren(close, ...fresh);
    card.hidden = fresh.length === 0;
  }

  function paragraph(...parts) {
    const p = document.createElement("p");
    p.append(...parts);
    return p;
  }

  // The statements of the report that rest on these words, each with its other places.
  function uses(id) {
    return [...document.querySelectorAll(`main a.cite[href="#${CSS.escape(id)}"]`)].slice(0, 8).map((cite) => {
      const section = cite.closest("section");
      const jump = document.createElement("a");
      jump.href = `#${section.id}`;
      jump.textContent = section.querySelector("h1, h2").textContent;
      jump.addEventListener("click", (event) => {
        event.preventDefault();
        for (let up = cite; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
        cite.scrollIntoView({ block: "center" });
        cite.focus({ preventScroll: true });
      });
      const others = [...cite.closest(".cites, td").querySelectorAll("a.cite")].filter((c) => c !== cite);
      const clones = others.slice(0, 5).map((c) => c.cloneNode(true));
      return paragraph("Used in ", jump, clones.length ? ". Also: " : "", ...clones);
    });
  }

  function storyFilter() {
    const select = byId("story");
    if (!select) return;
    select.hidden = false;
    select.addEventListener("change", () => {
      document.querySelectorAll("[data-s]").forEach((element) => {
        const own = element.dataset.s.split(" ");
        element.hidden = select.value !== "" && element.dataset.s !== "" && !own.includes(select.value);
      });
    });
  }

  // Each story prints; what else is folded stays so, as the reader left it.
  function unfoldForPrint() {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("main details.story:not([open])")];
      opened.forEach((fold) => (fold.open = true));
    });
    window.addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
  }

  document.body.append(back);
  back.addEventListener("click", goBack);
  document.addEventListener("click", follow);
  document.addEventListener("click", about);
  window.addEventListener("hashchange", light);
  themeButton();
  storyFilter();
  unfoldForPrint();
  light();
})();
