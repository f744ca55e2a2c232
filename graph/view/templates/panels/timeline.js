"use strict";
// When things happened: a strip of bars to choose a stretch of time with, and the events of that stretch, each marked by how its time is known.
hadath.register((() => {
  const { model, dom, words, drawing, calendar, bars, items } = hadath;
  const { make, button } = dom;
  const { day, iso } = calendar;
  let root, strip, detail; // the panel, what stands above the timeline, the timeline
  let view; // the stretch in the timeline, first and last day
  let whole = false; // whether the strip goes on to single events long before or after the others
  const off = new Set(); // the kinds of times that are not shown

  const dated = () => model.passingAnyDay().map((id) => ({ id, span: model.span(id) })).filter((one) => one.span)
    .map(({ id, span }) => ({ id, first: day(span[0]), last: Math.max(day(span[0]), day(span[1])), basis: span[2] })).filter((one) => Number.isFinite(one.first) && Number.isFinite(one.last) && !off.has(one.basis));
  const extent = (events) => [events.reduce((least, one) => Math.min(least, one.first), Infinity) - 1, events.reduce((most, one) => Math.max(most, one.last), -Infinity) + 1];
  /* where the bulk of the events is: single ones long ago would press all others into one bar */
  function bulk(events) {
    const days = events.map((one) => one.first).sort((a, b) => a - b);
    const at = (share) => days[Math.min(days.length - 1, Math.floor(share * days.length))];
    const [low, high] = [at(0.1), at(0.9)], room = Math.max(10, (high - low) * 0.6);
    const inside = days.filter((one) => one >= low - room && one <= high + room);
    return [inside[0] - 1, inside[inside.length - 1] + 1];
  }
  /* the stretch that filters the page, or nothing */
  function chosen(events) {
    const { from, to } = model.state, [first, last] = extent(events);
    return from || to ? [from ? day(from) : first, to ? day(to) : last] : undefined;
  }
  /* filter the page by a stretch, or by none when it leaves nothing out */
  function choose([first, last], events = dated()) {
    const all = extent(events), everything = first <= all[0] && last >= all[1];
    whole ||= everything;
    model.set(everything ? { from: "", to: "" } : { from: iso(first), to: iso(last) });
  }
  function zoom(factor) {
    const events = dated(), [low, high] = extent(events), middle = (view[0] + view[1] + 1) / 2, half = Math.max(0.5, ((view[1] + 1 - view[0]) / 2) * factor);
    choose([Math.max(low, Math.floor(middle - half)), Math.min(high, Math.ceil(middle + half) - 1)], events);
  }
  function toggle(basis) {
    if (!off.delete(basis)) off.add(basis);
    draw();
    root.querySelector(`[data-basis="${basis}"]`).focus();
  }
  const keys = () => make("div", { class: "tools keys" },
    bars.BASES.map((basis) => button([items.mark(basis), words.say("basis", basis)], () => toggle(basis), { class: "key", "data-basis": basis, "aria-pressed": String(!off.has(basis)) })),
    make("span", { class: "standings" }, words.group("standing").map((term) => make("span", { class: "key" }, drawing.picture("standing", term.key), words.say("standing", term.key)))));

  function draw() {
    const events = dated(), { from, to } = model.state;
    root.querySelector("#items").hidden = !events.length;
    if (!events.length) return strip.replaceChildren(keys(), make("p", { class: "hint empty" }, words.tell("no times")));
    const stretch = chosen(events), all = extent(events);
    let shown = whole ? all : bulk(events);
    if (stretch && (stretch[0] < shown[0] || stretch[1] > shown[1])) shown = all;
    view = stretch || shown;
    detail ??= items.mount(root.querySelector("#items"), root.querySelector("#more-events"), view, (days) => choose(days));
    detail.show(events);
    if (String(detail.seen()) !== String(view)) detail.look(view);
    else detail.fill();
    const before = events.filter((one) => one.first < shown[0]).length, after = events.filter((one) => one.first > shown[1]).length;
    const undated = model.passingAnyDay().filter((id) => !model.span(id)).length;
    const kept = document.activeElement?.id;
    strip.replaceChildren(
      make("div", { class: "tools" },
        button(words.tell("all times"), () => model.set({ from: "", to: "" }), { id: "all-times", disabled: !from && !to }),
        button("+", () => zoom(0.5), { "aria-label": words.tell("zoom in"), id: "zoom-in", disabled: view[0] === view[1] }),
        button("−", () => zoom(2), { "aria-label": words.tell("zoom out"), id: "zoom-out", disabled: !stretch }),
        before + after > 0 && button(words.tell("whole stretch", words.number(before + after)), () => { whole = true; draw(); }, { id: "whole" }),
        make("span", { class: "hint", id: "stretch", "aria-live": "polite" }, stretch ? words.tell("chosen stretch", calendar.when(...stretch)) : "")),
      bars.draw({ events, view: shown, chosen: stretch, choose: (...days) => choose(days, events) }),
      make("p", { class: "hint note" }, words.tell("timeline described", words.say("unit", calendar.unit(shown, bars.MOST))), undated > 0 && " " + words.tell("undated", words.number(undated))), keys());
    if (kept) document.getElementById(kept)?.focus();
  }
  /* the timeline is laid out for the screen: on paper it becomes as much smaller as it has to be */
  const PAPER = 660; // pixels across
  function paper(on) {
    const items = root?.querySelector("#items"), wide = items?.clientWidth;
    if (wide) Object.assign(items.style, on ? { width: wide + "px", zoom: Math.min(1, PAPER / wide) } : { width: "", zoom: "" });
  }
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));

  return {
    id: "timeline",
    place: "main",
    mount(element) {
      root = element;
      detail?.timeline.destroy();
      detail = undefined;
      strip = make("div", { id: "strip" });
      element.append(strip, make("p", { id: "more-events", class: "hint note", "aria-live": "polite" }), make("div", { id: "items", role: "group", "aria-label": words.tell("items described") }));
      draw();
    },
    update(state, changed) {
      if (model.FILTERS.some((key) => changed.has(key))) draw();
      if (changed.has("focus")) detail?.point();
    },
  };
})());
