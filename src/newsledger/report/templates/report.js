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
    const show = () => button.setAttribute("aria-pressed", String(dark()));
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

  function unfoldForPrint() {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("main details:not([open])")];
      opened.forEach((fold) => (fold.open = true));
    });
    window.addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
  }

  document.body.append(back);
  back.addEventListener("click", goBack);
  document.addEventListener("click", follow);
  window.addEventListener("hashchange", light);
  themeButton();
  storyFilter();
  unfoldForPrint();
  light();
})();
