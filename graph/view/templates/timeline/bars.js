"use strict";
// The strip above the timeline: how many events each day, week, month or year has; a stretch of it is chosen by dragging or by keys.
hadath.bars = (() => {
  const { words, dom, calendar } = hadath;
  const { make, svg } = dom;
  const BARS = 90, WIDTH = 1000, HEIGHT = 84;
  const BASES = ["explicit", "relative", "inferred", "published"];
  let active = 0; // the bar that the keyboard is at
  const flip = () => words.direction === "rtl";

  function count(events, [first, last], unit) {
    const bars = [];
    for (let from = calendar.start(first, unit); from <= last && bars.length < 2 * BARS; from = calendar.next(from, unit)) bars.push({ from, to: calendar.next(from, unit) - 1, counts: {}, total: 0 });
    const at = new Map(bars.map((bar) => [bar.from, bar]));
    for (const one of events) {
      const bar = at.get(calendar.start(one.first, unit));
      if (!bar) continue;
      bar.counts[one.basis] = (bar.counts[one.basis] || 0) + 1;
      bar.total++;
    }
    return bars;
  }
  /* a picture of events over some days; `chosen` is the stretch that is chosen, or nothing; `choose` is told of another */
  function draw({ events, view, chosen, choose }) {
    const unit = calendar.unit(view, BARS), bars = count(events, view, unit);
    active = Math.min(active, bars.length - 1);
    const inside = ({ from, to }) => Boolean(chosen) && from >= chosen[0] && to <= chosen[1];
    const wide = WIDTH / bars.length, most = Math.max(1, ...bars.map((bar) => bar.total));
    const x = (at) => (flip() ? WIDTH - (at + 1) * wide : at * wide);
    const groups = bars.map((bar, at) => {
      let top = HEIGHT;
      const parts = BASES.filter((basis) => bar.counts[basis]).map((basis) => {
        const tall = (bar.counts[basis] / most) * (HEIGHT - 10);
        top -= tall;
        return svg("rect", { x: x(at) + wide * 0.1, y: top, width: wide * 0.8, height: tall, class: "bar " + basis });
      });
      const said = words.tell("bar", calendar.named(bar.from, unit), words.number(bar.total));
      return svg("g", { role: "button", tabindex: at === active ? 0 : -1, "aria-pressed": String(inside(bar)), "aria-label": said, class: inside(bar) ? "slot chosen" : "slot" },
        svg("title", {}, said), svg("rect", { x: x(at), y: 0, width: wide, height: HEIGHT, class: "ground" }), ...parts);
    });
    const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, id: "bars", role: "group", "aria-label": words.tell("timeline described", words.say("unit", unit)), preserveAspectRatio: "none" },
      ...groups, svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: "axis" }), frame());
    listen();
    const every = Math.ceil(bars.length / 8);
    const ticks = bars.map((bar, at) => ({ bar, at })).filter(({ at }) => at % every === Math.min(every >> 1, bars.length - 1));
    const scale = make("div", { class: "scale", "aria-hidden": "true" }, ticks.map(({ bar, at }) => {
      const tick = make("span", {}, calendar.short(bar.from, unit));
      tick.style.insetInlineStart = ((at + 0.5) / bars.length) * 100 + "%";
      return tick;
    }));
    return make("div", { class: "chart" }, picture, scale);

    /* around the days that are chosen, which may be less than a bar */
    function frame() {
      if (!chosen) return "";
      const spot = (day) => {
        const at = bars.findIndex((bar) => day <= bar.to + 1);
        return at < 0 ? bars.length : Math.max(0, at + (day - bars[at].from) / (bars[at].to + 1 - bars[at].from));
      };
      const [low, high] = [spot(chosen[0]) * wide, spot(chosen[1] + 1) * wide];
      return high > low && svg("rect", { x: flip() ? WIDTH - high : low, y: 1, width: high - low, height: HEIGHT - 2, class: "frame" });
    }
    function listen() {
      let begun = -1;
      const under = (event) => {
        const { left, width } = picture.getBoundingClientRect();
        const share = (event.clientX - left) / width;
        return Math.max(0, Math.min(bars.length - 1, Math.floor((flip() ? 1 - share : share) * bars.length)));
      };
      const take = (first, last) => choose(Math.min(first.from, last.from), Math.max(first.to, last.to));
      const paint = (last) => groups.forEach((group, at) => group.classList.toggle("chosen", at >= Math.min(begun, last) && at <= Math.max(begun, last)));
      picture.addEventListener("pointerdown", (event) => { begun = under(event); picture.setPointerCapture(event.pointerId); paint(begun); event.preventDefault(); });
      picture.addEventListener("pointermove", (event) => { if (begun >= 0) paint(under(event)); });
      picture.addEventListener("pointerup", (event) => { if (begun < 0) return; active = under(event); take(bars[begun], bars[active]); begun = -1; });
      picture.addEventListener("pointercancel", () => { begun = -1; groups.forEach((group, at) => group.classList.toggle("chosen", inside(bars[at]))); });
      picture.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: flip() ? 1 : -1, ArrowRight: flip() ? -1 : 1, Home: -bars.length, End: bars.length }[event.key];
        if (step) {
          groups[active].setAttribute("tabindex", -1);
          active = Math.max(0, Math.min(bars.length - 1, active + step));
          groups[active].setAttribute("tabindex", 0);
          groups[active].focus();
        } else if (event.key === "Enter" || event.key === " ") {
          const held = event.shiftKey ? bars.filter(inside) : [];
          take([bars[active], ...held].reduce((a, b) => (b.from < a.from ? b : a)), [bars[active], ...held].reduce((a, b) => (b.to > a.to ? b : a)));
          document.querySelector("#bars [tabindex='0']")?.focus();
        } else return;
        event.preventDefault();
      });
    }
  }
  return { BASES, MOST: BARS, draw };
})();
