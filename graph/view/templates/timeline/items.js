"use strict";
// The events of a stretch of time on a vis-timeline: where they are many, the foremost ones of each part of the stretch.
hadath.items = (() => {
  const { model, words, dom, drawing, calendar, bars } = hadath;
  const { nodes } = model;
  const { $, make, svg, name, button } = dom;
  const { DAY } = calendar;
  const ROWS = 12, WIDE = 190; // how many items stand above each other in a part, how many pixels a part has
  const PAUSE = 150; // milliseconds without a move after which the reader has arrived
  let library;
  /* vis-timeline lies in the page as data and runs when it is first needed; what vis-network left as `vis` stays */
  function load() {
    if (library) return library;
    const kept = window.vis, code = $("vis-timeline");
    window.vis = {};
    const script = document.createElement("script");
    script.textContent = code.textContent;
    document.head.append(script);
    library = window.vis;
    window.vis = kept;
    code.remove();
    script.remove();
    return library;
  }

  const mark = (basis) => svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, class: "basis " + basis, "aria-hidden": "true" },
    svg("circle", { cx: 8, cy: 8, r: 6 }), basis === "relative" && svg("path", { d: "M8 2a6 6 0 0 0 0 12z" }));
  const names = (ids) => [...new Set(ids)].slice(0, 2).map((id) => drawing.shorten(model.label(id), 24));
  /* who did it and whom or what it met, else who says so */
  function cast(id) {
    const part = (...roles) => roles.flatMap((role) => model.fillers(id, role)).filter((other) => !model.isEvent(other));
    const who = part("agent"), whom = part("patient", "recipient", "destination", "place");
    const line = (some) => names(some).map(name).flatMap((one, at) => (at ? [words.tell("comma"), one] : [one]));
    if (who.length || whom.length) return [...line(who), whom.length ? words.tell("arrow") : "", ...line(whom)];
    return nodes[id].speakers ? [words.say("role", "said_by"), " ", ...line(nodes[id].speakers)] : [];
  }
  function card({ id, basis, first, last }) {
    const node = nodes[id], who = cast(id);
    const said = [drawing.shorten(model.label(id), 60), words.say("event", node.kind), calendar.when(first, last), words.say("basis", basis), words.say("standing", node.standing)].join(words.tell("comma"));
    const face = button([make("span", { class: "deed" }, mark(basis), name(drawing.shorten(model.label(id), 30)), make("small", {}, words.say("event", node.kind))), who.length ? make("span", { class: "who" }, who) : ""],
      undefined, { "data-node": id, tabindex: -1, class: node.speakers ? node.standing + " said" : node.standing, title: said, "aria-label": said, "aria-pressed": String(model.state.focus?.node === id) });
    face.style.backgroundColor = drawing.colour(node);
    return face;
  }
  const weights = new Map(); // how much the participants of an event are spoken of
  const weight = (id) => weights.get(id) ?? weights.set(id, model.cast(id).reduce((sum, one) => sum + Math.log2(1 + model.weight(one)), 0)).get(id);
  /* those that begin in the stretch, then those whose time is known best, then those whose participants are spoken of most */
  const foremost = (first) => (a, b) => (a.first < first) - (b.first < first) || bars.BASES.indexOf(a.basis) - bars.BASES.indexOf(b.basis) || weight(b.id) - weight(a.id) || a.id - b.id;

  /* the marks of an axis; hours are not told, since no event has any */
  function axis() {
    const say = (options) => (date) => calendar.spoken(date.valueOf() / DAY, options), none = () => "";
    const month = say({ month: "long", year: "numeric" }), year = say({ year: "numeric" });
    const minor = { weekday: say({ weekday: "short", day: "numeric" }), day: say({ day: "numeric" }), month: say({ month: "short" }), year };
    const major = { weekday: month, day: month, month: year, year: none }, day = say({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
    return { minorLabels: (date, scale) => (minor[scale] || none)(date), majorLabels: (date, scale) => (major[scale] || day)(date) };
  }

  /* a timeline in an element, of a stretch from its first to its last day; `arrived` is told those that the reader has moved to */
  function mount(root, hint, stretch, arrived) {
    const { Timeline, DataSet, moment } = load();
    const data = new DataSet();
    const spots = new Map(); // each event with its place: those of one day stand in it in order of the text
    const forms = new Map(); // how those on the timeline are drawn
    const options = { rtl: words.direction === "rtl", moment: (date) => moment(date).utc(), format: axis(), orientation: "top", align: "left", margin: { axis: 8, item: { horizontal: 6, vertical: 5 } },
      template: ({ id }) => card(spots.get(id)), selectable: false, showCurrentTime: false, showTooltips: false, zoomKey: "ctrlKey", zoomMin: DAY / 12, minHeight: 140, start: stretch[0] * DAY, end: (stretch[1] + 1) * DAY };
    const timeline = new Timeline(root, data, options);

    const view = () => { const { start, end } = timeline.getWindow(); return [start.valueOf() / DAY, end.valueOf() / DAY]; };
    /* the days in view; one of which only a part is seen counts */
    function seen() {
      const [start, end] = view();
      return [Math.floor(start + 1e-6), Math.ceil(end - 1e-6) - 1];
    }
    function look([first, last]) {
      timeline.setWindow(first * DAY, (last + 1) * DAY, { animation: false });
      fill();
    }
    /* how an event is drawn: an interval by a bar, if that is wide enough to be seen; late in the stretch a card reaches back, so that it is seen whole */
    function form(one, [start, end]) {
      const wide = ((one.last + 1 - one.first) / (end - start)) * root.clientWidth, late = one.at < end && (end - one.at) * root.clientWidth < WIDE * (end - start);
      return one.first < one.last && wide > (late ? WIDE / 2 : 12) ? "bar" : late ? "right" : "left";
    }
    const shape = ({ id, first, last, at }) => (forms.get(id) === "bar" ? { id, type: "range", align: "auto", start: first * DAY, end: (last + 1) * DAY } : { id, type: "box", align: forms.get(id), start: at * DAY, end: undefined });
    /* the foremost events of each part of what is in view */
    function fill() {
      const [start, end] = view(), [first, last] = seen();
      const part = 2 ** Math.round(Math.log2(((end - start) * WIDE) / Math.max(WIDE, root.clientWidth))), rows = new Map();
      const near = [...spots.values()].filter((one) => one.last >= first && one.first <= last).sort(foremost(first));
      const shown = near.filter((one) => {
        const at = Math.floor(Math.max(one.at, start) / part), row = rows.get(at) || 0;
        rows.set(at, row + 1);
        return row < ROWS || one.id === model.state.focus?.node;
      });
      const ids = new Set(shown.map((one) => one.id)), fresh = shown.filter((one) => forms.get(one.id) !== form(one, [start, end]));
      data.remove([...forms.keys()].filter((id) => !ids.has(id)));
      forms.forEach((_, id) => ids.has(id) || forms.delete(id));
      fresh.forEach((one) => forms.set(one.id, form(one, [start, end])));
      data.update(fresh.map(shape));
      const more = near.length - shown.length;
      hint.textContent = more ? words.tell("more events", words.number(more)) : "";
    }
    function show(events) {
      [data, spots, forms].forEach((one) => one.clear());
      const day = new Map(), full = new Map();
      events.forEach((one) => full.set(one.first, (full.get(one.first) || 0) + 1));
      for (const one of events) {
        day.set(one.first, (day.get(one.first) || 0) + 1);
        spots.set(one.id, { ...one, at: one.first + (day.get(one.first) - 0.5) / full.get(one.first) });
      }
    }

    // ---- what the reader does: moves with the mouse, goes through the items with the keys
    let timer, pressed = [0, 0];
    timeline.on("rangechange", ({ byUser }) => { if (byUser) fill(); });
    timeline.on("rangechanged", ({ byUser }) => {
      clearTimeout(timer);
      if (byUser) timer = setTimeout(() => { if (root.isConnected) arrived(seen()); }, PAUSE);
    });
    const cards = () => [...root.querySelectorAll("[data-node]")].sort((a, b) => spots.get(Number(a.dataset.node)).at - spots.get(Number(b.dataset.node)).at);
    timeline.on("changed", () => {
      const all = cards();
      if (all.length && !all.some((one) => one.tabIndex === 0)) (all.find((one) => one.getAttribute("aria-pressed") === "true") || all[0]).tabIndex = 0;
    });
    root.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; }, true);
    root.addEventListener("click", (event) => {
      const one = event.target.closest("[data-node]");
      const still = event.detail === 0 || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) < 6;
      if (one && still) model.pick({ node: Number(one.dataset.node) });
    });
    root.addEventListener("keydown", (event) => {
      const all = cards(), ahead = words.direction === "rtl" ? "ArrowLeft" : "ArrowRight", back = words.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      const step = { [ahead]: 1, ArrowDown: 1, [back]: -1, ArrowUp: -1, Home: -all.length, End: all.length }[event.key], from = all.indexOf(document.activeElement);
      if (!step || from < 0) return;
      event.preventDefault();
      all.forEach((one) => { one.tabIndex = -1; });
      reach(all[Math.max(0, Math.min(all.length - 1, from + step))]);
    });
    /* move the keyboard there; the panel follows, never what lies inside the timeline */
    function reach(one) {
      const panel = root.closest(".panel"), { top, bottom } = one.getBoundingClientRect(), room = panel.getBoundingClientRect();
      one.tabIndex = 0;
      one.focus({ preventScroll: true });
      panel.scrollTop += Math.min(0, top - room.top - 8) + Math.max(0, bottom - room.bottom + 8);
    }
    function point() {
      const { focus } = model.state;
      fill(); // what the reader looks at is shown even among many
      root.querySelectorAll("[data-node]").forEach((one) => one.setAttribute("aria-pressed", String(focus?.node === Number(one.dataset.node))));
    }
    return { show, look, seen, fill, point, timeline };
  }
  return { mark, mount };
})();
