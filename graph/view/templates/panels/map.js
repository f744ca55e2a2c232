"use strict";
// Where things happened: coasts and borders drawn from the page itself, a dot for each place, larger the more events it has.
hadath.register((() => {
  const { model, dom, words, drawing, story } = hadath;
  const { nodes } = model;
  const { make, svg, name, button } = dom;
  const PLACES = new Set(["country", "city", "place", "facility"]);
  const WIDE = Math.cos(Math.PI / 6); // true to shape at 30 degrees north
  const SHRINK = 20; // steps of the outlines to a degree
  const LABELS = 40;
  let root, picture, view; // [x, y, width, height] of what is seen

  /* the picture's coordinates; the Pacific is its edge, so that Alaska and Chukotka stay whole */
  const project = ([latitude, longitude]) => [(longitude < -169 ? longitude + 360 : longitude) * WIDE, -latitude];
  function places() {
    const { events, entities } = model.passing();
    const passing = new Set(events);
    return entities.filter((id) => PLACES.has(nodes[id].kind)).map((id) => ({ id, count: model.deeds(id).filter((event) => passing.has(event)).length, at: nodes[id].point && project(nodes[id].point) }))
      .filter((one) => one.count).sort((a, b) => b.count - a.count || a.id - b.id);
  }
  const located = (found) => found.filter((one) => one.at);
  const shape = () => { const { clientWidth, clientHeight } = picture; return clientWidth && clientHeight ? clientHeight / clientWidth : 0.5; };
  /* from where to where a share of the events is */
  function middle(found, axis, share) {
    const sorted = [...found].sort((a, b) => a.at[axis] - b.at[axis]), all = sorted.reduce((sum, one) => sum + one.count, 0);
    let seen = 0;
    const inside = sorted.filter((one) => { const before = seen; seen += one.count; return seen >= (all * (1 - share)) / 2 && before <= (all * (1 + share)) / 2; });
    return [inside[0].at[axis], inside[inside.length - 1].at[axis]];
  }
  function around(found, share = 1) {
    const [left, right] = middle(found, 0, share), [top, bottom] = middle(found, 1, share);
    const width = Math.max(12, right - left, (bottom - top) / shape()) * 1.3;
    return [(left + right) / 2 - width / 2, (top + bottom) / 2 - (width * shape()) / 2, width, width * shape()];
  }
  const WORLD = [-169 * WIDE, -84, 360 * WIDE, 141];

  function dots(found) {
    const unit = view[2] / (picture.clientWidth || 800); // a pixel in the picture's coordinates
    const most = Math.max(...found.map((one) => one.count));
    const radius = (count) => (5 + 15 * Math.sqrt(count / most)) * unit;
    const taken = [];
    const free = (box) => !taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1]);
    const labels = svg("g", { "aria-hidden": "true", class: "labels" });
    const circles = found.map(({ id, count, at: [x, y] }, rank) => {
      const text = drawing.shorten(model.label(id), 26), r = radius(count), chosen = model.state.focus?.node === id;
      const half = (text.length * 4 + 3) * unit, box = [x - half, y + r, x + half, y + r + 18 * unit];
      if ((rank < LABELS || view[2] < 60) && free(box)) {
        taken.push(box);
        labels.append(svg("text", { x, y: y + r + 14 * unit, "font-size": 14 * unit, "stroke-width": 3 * unit }, "\u2068" + text + "\u2069"));
      }
      const said = words.tell("place label", model.label(id), words.number(count));
      return svg("g", { class: chosen ? "place chosen" : "place", "data-node": id, role: "button", tabindex: -1, "aria-label": said, "aria-pressed": String(chosen), click: () => pick(id),
        keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(id); } } },
      svg("title", {}, said), svg("circle", { cx: x, cy: y, r, fill: drawing.colour(nodes[id]) }));
    });
    return [...circles, labels]; // the smallest dots last, on top
  }
  function pick(id) {
    if (!dragged) model.pick({ node: id });
  }
  function look(next) {
    if (next) view = next;
    picture.setAttribute("viewBox", view.join(" "));
    const kept = document.activeElement?.closest?.("#map .place")?.dataset.node;
    const found = located(places());
    picture.querySelector("#dots").replaceChildren(...(found.length ? dots(found) : []));
    if (kept) picture.querySelector(`[data-node="${kept}"]`)?.focus();
  }
  function zoom(factor, [x, y] = [view[0] + view[2] / 2, view[1] + view[3] / 2]) {
    const width = Math.min(WORLD[2] * 1.2, Math.max(1.5, view[2] * factor)), by = width / view[2];
    look([x - (x - view[0]) * by, y - (y - view[1]) * by, width, view[3] * by]);
  }
  const move = (right, down) => look([view[0] + right * view[2], view[1] + down * view[3], view[2], view[3]]);

  // ---- hand, wheel and keys
  let held, dragged = false;
  function listen() {
    const there = (event) => { const { left, top, width, height } = picture.getBoundingClientRect(); return [view[0] + ((event.clientX - left) / width) * view[2], view[1] + ((event.clientY - top) / height) * view[3]]; };
    picture.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY > 0 ? 1.25 : 0.8, there(event)); }, { passive: false });
    picture.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, view }; dragged = false; });
    picture.addEventListener("pointermove", (event) => {
      if (!held || !event.buttons) return;
      const dx = event.clientX - held.x, dy = event.clientY - held.y;
      if (!dragged && Math.hypot(dx, dy) < 4) return;
      if (!dragged) picture.setPointerCapture(event.pointerId);
      dragged = true;
      view = [held.view[0] - (dx / picture.clientWidth) * view[2], held.view[1] - (dy / picture.clientHeight) * view[3], view[2], view[3]];
      picture.setAttribute("viewBox", view.join(" "));
    });
    picture.addEventListener("pointerup", () => { held = undefined; if (dragged) look(); setTimeout(() => { dragged = false; }); });
    picture.addEventListener("keydown", (event) => {
      const act = { "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1) }[event.key];
      if (!act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act();
    });
  }

  // ---- the list below
  function item({ id, count }) {
    const chosen = model.state.focus?.node === id, only = model.state.about === id;
    return make("li", { "data-node": id }, button([name(model.label(id)), make("small", {}, words.say("entity", nodes[id].kind) + " · " + words.number(count))], () => model.pick({ node: id }), { "aria-pressed": String(chosen) }),
      chosen && button(words.tell(only ? "every place" : "only this place"), () => model.set({ about: only ? -1 : id }), { class: "link", id: "only-place" }));
  }
  function lists(found) {
    const lost = found.filter((one) => !one.at);
    return [make("ul", { class: "places" }, located(found).map(item)), lost.length && make("h3", {}, words.tell("without point")), lost.length && make("ul", { class: "places", id: "lost" }, lost.map(item))].filter(Boolean);
  }
  function draw() {
    const found = places();
    root.replaceChildren(make("div", { class: "tools" },
      button("+", () => zoom(0.6), { "aria-label": words.tell("zoom in") }), button("−", () => zoom(1.7), { "aria-label": words.tell("zoom out") }),
      button(words.tell("whole map"), () => look(located(found).length ? around(located(found)) : WORLD), { id: "whole-map" }), make("span", { class: "hint" }, words.tell("map source"))));
    if (!found.length) return root.append(make("p", { class: "hint empty" }, words.tell("no places")));
    if (located(found).length && story.world) {
      picture = svg("svg", { id: "map", tabindex: 0, role: "group", "aria-label": words.tell("map described"), preserveAspectRatio: "xMidYMid meet" },
        svg("g", { transform: `scale(${WIDE / SHRINK} ${-1 / SHRINK})` }, svg("path", { class: "land", d: story.world.land }), svg("path", { class: "border", d: story.world.borders })), svg("g", { id: "dots" }));
      root.append(picture);
      listen();
      look(view || around(located(found), 0.92)); // all but what is far off
    }
    root.append(make("div", { id: "places" }, lists(found)));
  }
  return {
    id: "map",
    place: "main",
    mount(element) {
      root = element;
      draw();
    },
    update(state, changed) {
      if (!changed.has("focus") && !model.FILTERS.some((key) => changed.has(key))) return;
      const kept = document.activeElement?.closest?.("[data-node]")?.dataset.node;
      const { scrollTop } = root;
      if (picture && picture.isConnected && places().length) { look(); root.querySelector("#places").replaceChildren(...lists(places())); } else draw();
      root.scrollTop = scrollTop;
      if (kept && document.activeElement === document.body) (root.querySelector(`#places [data-node="${kept}"] button`))?.focus();
    },
  };
})());
