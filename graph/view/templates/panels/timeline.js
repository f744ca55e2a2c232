"use strict";
// When things happened: bars to choose a stretch of time with, below them the events day by day, each marked by how its time is known.
hadath.register((() => {
  const { model, dom, words, drawing } = hadath;
  const { nodes } = model;
  const { make, svg, name, button } = dom;
  const DAY = 86400000, BARS = 90, WIDTH = 1000, HEIGHT = 150, LONGEST = 300;
  const BASES = ["explicit", "relative", "inferred", "published"];
  const LENGTHS = { day: 1, week: 7, month: 30.4, year: 365.2 };
  let root, view; // the days in view [first, last], as numbers of days since 1970
  let active = 0; // the bar that the keyboard is at
  const off = new Set(); // the kinds of times that are not shown

  const day = (iso) => Math.round(Date.parse(iso.slice(0, 10)) / DAY);
  const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const formats = new Map(); // making one takes long
  function spoken(number, options) {
    const key = words.language + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(words.language === "ar" ? "ar-u-ca-gregory-nu-latn" : "en-GB", { timeZone: "UTC", ...options }));
    return formats.get(key).format(number * DAY);
  }
  const FORMS = { day: { day: "numeric", month: "long", year: "numeric" }, week: { day: "numeric", month: "long", year: "numeric" }, month: { month: "long", year: "numeric" }, year: { year: "numeric" } };
  const SHORT = { day: { day: "numeric", month: "short" }, week: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" }, year: { year: "numeric" } };

  function dated() {
    return model.passingAnyDay().map((id) => ({ id, span: model.span(id) })).filter((one) => one.span)
      .map(({ id, span }) => ({ id, first: day(span[0]), last: Math.max(day(span[0]), day(span[1])), basis: span[2] })).filter((one) => Number.isFinite(one.first) && Number.isFinite(one.last) && !off.has(one.basis));
  }
  /* where the bulk of the events is: single ones long ago would press all others into one bar */
  function bulk(events) {
    const days = events.map((one) => one.first).sort((a, b) => a - b);
    const at = (share) => days[Math.min(days.length - 1, Math.floor(share * days.length))];
    const [low, high] = [at(0.1), at(0.9)], room = Math.max(10, (high - low) * 0.6);
    const inside = days.filter((one) => one >= low - room && one <= high + room);
    return [inside[0] - 2, inside[inside.length - 1] + 2];
  }
  const extent = (events) => [Math.min(...events.map((one) => one.first)) - 2, Math.max(...events.map((one) => one.last)) + 2];
  const unitOf = ([first, last]) => Object.keys(LENGTHS).find((unit) => (last - first) / LENGTHS[unit] <= BARS) || "year";
  function start(number, unit) { // the first day of the bar in which a day is
    const date = new Date(number * DAY);
    if (unit === "week") return number - ((date.getUTCDay() + 1) % 7); // weeks begin on Saturday
    if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY;
    if (unit === "year") return Date.UTC(date.getUTCFullYear(), 0, 1) / DAY;
    return number;
  }
  const next = (number, unit) => start(number + { day: 1, week: 7, month: 32, year: 367 }[unit], unit);
  function barsOf(events) {
    const unit = unitOf(view), bars = [];
    for (let from = start(view[0], unit); from <= view[1] && bars.length < 2 * BARS; from = next(from, unit)) bars.push({ from, to: next(from, unit) - 1, counts: {}, total: 0 });
    const at = new Map(bars.map((bar) => [bar.from, bar]));
    for (const { first, basis } of events) {
      const bar = at.get(start(first, unit));
      if (!bar) continue;
      bar.counts[basis] = (bar.counts[basis] || 0) + 1;
      bar.total++;
    }
    return { unit, bars };
  }

  const mark = (basis) => svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, class: "basis " + basis, "aria-hidden": "true" },
    svg("circle", { cx: 8, cy: 8, r: 6 }), basis === "relative" && svg("path", { d: "M8 2a6 6 0 0 0 0 12z" }));
  function toggle(basis) {
    if (!off.delete(basis)) off.add(basis);
    draw();
    root.querySelector(`[data-basis="${basis}"]`).focus();
  }
  const keys = () => make("div", { class: "tools keys" }, BASES.map((basis) => button([mark(basis), words.say("basis", basis)], () => toggle(basis), { class: "key", "data-basis": basis, "aria-pressed": String(!off.has(basis)) })));

  // ---- the bars
  const flip = () => words.direction === "rtl";
  const chosen = (bar) => Boolean(model.state.from || model.state.to) && (!model.state.from || iso(bar.to) >= model.state.from) && (!model.state.to || iso(bar.from) <= model.state.to);
  function choose(first, last) {
    const [from, to] = first.from <= last.from ? [first, last] : [last, first];
    model.set({ from: iso(from.from), to: iso(to.to) });
  }
  function chart({ unit, bars }) {
    const wide = WIDTH / bars.length, most = Math.max(1, ...bars.map((bar) => bar.total));
    const x = (at) => (flip() ? WIDTH - (at + 1) * wide : at * wide);
    const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, id: "bars", role: "group", "aria-label": words.tell("timeline described", words.say("unit", unit)), preserveAspectRatio: "none" });
    const groups = bars.map((bar, at) => {
      let top = HEIGHT;
      const parts = BASES.filter((basis) => bar.counts[basis]).map((basis) => {
        const tall = (bar.counts[basis] / most) * (HEIGHT - 12);
        top -= tall;
        return svg("rect", { x: x(at) + wide * 0.1, y: top, width: wide * 0.8, height: tall, class: "bar " + basis });
      });
      const form = (number) => spoken(number, FORMS[unit]);
      const when = unit === "week" ? words.tell("until", form(bar.from), form(bar.to)) : form(bar.from);
      return svg("g", { role: "button", tabindex: at === active ? 0 : -1, "aria-pressed": String(chosen(bar)), "aria-label": words.tell("bar", when, words.number(bar.total)), class: chosen(bar) ? "slot chosen" : "slot" },
        svg("title", {}, words.tell("bar", when, words.number(bar.total))), svg("rect", { x: x(at), y: 0, width: wide, height: HEIGHT, class: "ground" }), ...parts);
    });
    picture.append(...groups, svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: "axis" }));
    listen(picture, bars, groups);
    const every = Math.ceil(bars.length / 8);
    const ticks = bars.map((bar, at) => ({ bar, at })).filter(({ at }) => at % every === Math.min(every >> 1, bars.length - 1));
    const scale = make("div", { class: "scale", "aria-hidden": "true" }, ticks.map(({ bar, at }) => {
      const tick = make("span", {}, spoken(bar.from, SHORT[unit]));
      tick.style.insetInlineStart = ((at + 0.5) / bars.length) * 100 + "%";
      return tick;
    }));
    return make("div", { class: "chart" }, picture, scale);
  }
  function listen(picture, bars, groups) {
    let begun = -1;
    const under = (event) => {
      const { left, width } = picture.getBoundingClientRect();
      const share = (event.clientX - left) / width;
      return Math.max(0, Math.min(bars.length - 1, Math.floor((flip() ? 1 - share : share) * bars.length)));
    };
    const paint = (last) => groups.forEach((group, at) => group.classList.toggle("chosen", at >= Math.min(begun, last) && at <= Math.max(begun, last)));
    picture.addEventListener("pointerdown", (event) => { begun = under(event); picture.setPointerCapture(event.pointerId); paint(begun); event.preventDefault(); });
    picture.addEventListener("pointermove", (event) => { if (begun >= 0) paint(under(event)); });
    picture.addEventListener("pointerup", (event) => { if (begun < 0) return; const last = under(event); active = last; choose(bars[begun], bars[last]); begun = -1; });
    picture.addEventListener("pointercancel", () => { begun = -1; draw(); });
    picture.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: flip() ? 1 : -1, ArrowRight: flip() ? -1 : 1, Home: -bars.length, End: bars.length }[event.key];
      if (step) {
        groups[active].setAttribute("tabindex", -1);
        active = Math.max(0, Math.min(bars.length - 1, active + step));
        groups[active].setAttribute("tabindex", 0);
        groups[active].focus();
      } else if (event.key === "Enter" || event.key === " ") {
        const held = event.shiftKey ? bars.filter(chosen) : [];
        choose(held.length && held[0].from < bars[active].from ? held[0] : bars[active], held.length && held[held.length - 1].from > bars[active].from ? held[held.length - 1] : bars[active]);
        root.querySelector("#bars [tabindex='0']")?.focus();
      } else return;
      event.preventDefault();
    });
  }
  function zoom(factor) {
    const { from, to } = model.state;
    const middle = from && to ? (day(from) + day(to)) / 2 : (view[0] + view[1]) / 2, half = Math.max(3, ((view[1] - view[0]) / 2) * factor);
    view = [Math.floor(middle - half), Math.ceil(middle + half)];
    active = 0;
    draw();
  }

  // ---- the events, day by day
  function item({ id, basis }) {
    const node = nodes[id];
    const who = model.cast(id).slice(0, 3).map((other) => name(drawing.shorten(model.label(other), 30))).flatMap((one, at) => (at ? [words.tell("comma"), one] : [one]));
    const click = button([mark(basis), name(drawing.shorten(node.name, 60)), make("small", { class: "type" }, words.say("event", node.kind)), who.length ? make("small", { class: "who" }, who) : ""],
      () => model.pick({ node: id }), { class: node.standing, "aria-pressed": String(model.state.focus?.node === id), title: words.say("basis", basis) });
    return make("li", { "data-node": id }, click);
  }
  /* a day, a month, a year or from when to when */
  function when(first, last) {
    const whole = ["month", "year"].find((unit) => start(first, unit) === first && next(first, unit) - 1 === last);
    if (whole) return spoken(first, FORMS[whole]);
    return first === last ? spoken(first, { weekday: "long", ...FORMS.day }) : words.tell("until", spoken(first, FORMS.day), spoken(last, FORMS.day));
  }
  function days(events) {
    const shown = [...events].sort((a, b) => a.first - b.first || a.last - b.last || a.id - b.id).slice(0, LONGEST);
    const groups = new Map();
    shown.forEach((one) => { const key = one.first + " " + one.last; groups.set(key, [...(groups.get(key) || []), one]); });
    return make("ol", { id: "days" }, [...groups.values()].map((ones) => make("li", {}, make("h3", {}, when(ones[0].first, ones[0].last)), make("ul", {}, ones.map(item)))),
      events.length > shown.length && make("li", { class: "hint" }, words.tell("more events", words.number(events.length - shown.length))));
  }
  function draw() {
    const events = dated(), { from, to } = model.state;
    const undated = model.passingAnyDay().filter((id) => !model.span(id)).length;
    const kept = root.scrollTop;
    if (!events.length) return root.replaceChildren(keys(), make("p", { class: "hint empty" }, words.tell("no times")));
    view ??= bulk(events);
    const whole = extent(events), form = (one) => spoken(day(one), FORMS.day);
    const before = events.filter((one) => one.first < view[0]).length, after = events.filter((one) => one.first > view[1]).length;
    const set = barsOf(events);
    active = Math.min(active, set.bars.length - 1);
    const passing = new Set(model.passing().events);
    root.replaceChildren(
      make("div", { class: "tools" },
        button(words.tell("all times"), () => model.set({ from: "", to: "" }), { id: "all-times", disabled: !from && !to }),
        button("+", () => zoom(0.5), { "aria-label": words.tell("zoom in"), id: "zoom-in" }), button("−", () => zoom(2), { "aria-label": words.tell("zoom out"), id: "zoom-out" }),
        before + after > 0 && button(words.tell("whole stretch"), () => { view = whole; draw(); }, { id: "whole" }),
        make("span", { class: "hint", "aria-live": "polite" }, from || to ? words.tell("chosen stretch", from ? form(from) : "…", to ? form(to) : "…") : ""),
        before > 0 && make("span", { class: "hint" }, words.tell("earlier", words.number(before))), after > 0 && make("span", { class: "hint" }, words.tell("later", words.number(after)))),
      chart(set), make("p", { class: "hint note" }, words.tell("timeline described", words.say("unit", set.unit))), keys(),
      days(events.filter((one) => passing.has(one.id) && one.last >= view[0] && one.first <= view[1])), undated > 0 && make("p", { class: "hint note" }, words.tell("undated", words.number(undated))));
    root.scrollTop = kept;
  }
  return {
    id: "timeline",
    place: "main",
    mount(element) {
      root = element;
      draw();
    },
    update(state, changed) {
      if (model.FILTERS.some((key) => changed.has(key))) draw();
      else if (changed.has("focus")) root.querySelectorAll("#days li[data-node] button").forEach((one) => one.setAttribute("aria-pressed", String(state.focus?.node === Number(one.parentElement.dataset.node))));
    },
  };
})());
