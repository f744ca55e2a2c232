"use strict";
// The frame around the panels: heading, tabs, language and theme; it tells the panels what changed.
// It waits for the font, since drawings measure their labels once.
document.fonts.load("16px Vazirmatn", "ح").finally(() => {
  const { model, dom, words, panels, story } = hadath;
  const { $, make, button } = dom;
  const { state } = model;
  const waiting = new Map(); // what changed since a closed tab was last updated
  const tabs = panels.filter((panel) => panel.place === "main");
  const home = new Map();

  function mount(panel) {
    const element = home.get(panel);
    element.replaceChildren();
    panel.mount(element, model);
    waiting.set(panel, new Set());
  }
  const mounted = (panel) => waiting.has(panel);
  function open(id) {
    for (const panel of tabs) {
      home.get(panel).hidden = panel.id !== id;
      const tab = $("tab-" + panel.id);
      tab.setAttribute("aria-selected", String(panel.id === id));
      tab.tabIndex = panel.id === id ? 0 : -1;
    }
    const panel = tabs.find((one) => one.id === id);
    if (!mounted(panel)) mount(panel);
    const changed = waiting.get(panel);
    waiting.set(panel, new Set());
    if (changed.size) panel.update(state, changed);
  }
  function move(event) {
    const step = { ArrowLeft: 1, ArrowRight: -1, Home: -99, End: 99 }[event.key];
    if (!step) return;
    const way = document.documentElement.dir === "rtl" ? step : Math.abs(step) > 1 ? step : -step;
    const at = tabs.findIndex((panel) => panel.id === state.tab) + way;
    const next = tabs[Math.abs(way) > 1 ? Math.max(0, Math.min(tabs.length - 1, at)) : (at + tabs.length) % tabs.length];
    event.preventDefault();
    model.set({ tab: next.id });
    $("tab-" + next.id).focus();
  }

  function dress() {
    words.language = state.language;
    document.documentElement.lang = state.language;
    document.documentElement.dir = words.direction;
    const dark = state.theme === "dark" || (state.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    const kinds = story.nodes.filter((node) => node.group === "event").length;
    $("heading").textContent = story.title || words.tell("title");
    $("counts").textContent = words.tell("counts", words.number(story.articles.length), words.number(kinds), words.number(story.nodes.length - kinds))
      + (story.leftOut ? " · " + words.tell("left out", words.number(story.leftOut)) : "");
    $("controls").replaceChildren(
      button(words.tell("other language"), () => model.set({ language: state.language === "ar" ? "en" : "ar" }), { id: "language", lang: state.language === "ar" ? "en" : "ar" }),
      button(words.tell(dark ? "light" : "dark"), () => model.set({ theme: dark ? "light" : "dark" }), { id: "theme" }));
    $("skip").textContent = words.tell("skip");
    $("tabs").setAttribute("aria-label", words.tell("views"));
    $("tabs").replaceChildren(...tabs.map((panel) => button(words.say("panel", panel.id), () => model.set({ tab: panel.id }), { role: "tab", id: "tab-" + panel.id, "aria-controls": "panel-" + panel.id })));
    for (const panel of panels) home.get(panel).setAttribute("aria-label", words.say("panel", panel.id));
  }

  for (const panel of panels) {
    const role = panel.place === "main" ? { role: "tabpanel", hidden: true } : {};
    home.set(panel, make("section", { id: "panel-" + panel.id, class: "panel " + panel.place, ...role }));
    $(panel.place).append(home.get(panel));
  }
  $("tabs").addEventListener("keydown", move);
  document.body.prepend(button("", () => $("tab-" + state.tab).focus(), { id: "skip" })); // past the long list, for those who use keys
  dress();
  panels.filter((panel) => panel.place !== "main").forEach(mount);
  open(state.tab);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (state.theme === "auto") { dress(); panels.filter(mounted).forEach(mount); open(state.tab); } });

  model.subscribe((_, changed) => {
    if (changed.has("language") || changed.has("theme")) {
      const kept = document.activeElement?.id;
      dress();
      const shown = panels.filter((panel) => panel.place !== "main" || panel.id === state.tab);
      tabs.forEach((panel) => waiting.delete(panel));
      shown.filter((panel) => panel.place !== "main").forEach(mount);
      open(state.tab);
      if (kept) $(kept)?.focus();
      return;
    }
    for (const panel of panels) {
      if (!mounted(panel)) continue;
      if (panel.place !== "main" || panel.id === state.tab) panel.update(state, changed);
      else changed.forEach((key) => waiting.get(panel).add(key));
    }
    if (changed.has("tab")) open(state.tab);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.focus) model.pick(null);
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) { event.preventDefault(); $("search").focus(); }
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  document.documentElement.dataset.ready = "1";
});
