"use strict";
// The network: events with who takes part in them, or only who does what to whom. It stands still; a click shows the neighbourhood.
hadath.register((() => {
  const { model, dom, words, drawing, layout, story } = hadath;
  const { nodes, roles, relations, isEvent } = model;
  const { $, make, button } = dom;
  const MOST = 300, PLEASANT = 60, STEP = 12; // nodes: ever, at first, with each expansion
  const arrow = ([event, name, other]) => (name === "agent" || name === "origin" ? [other, event] : [event, other]);
  const scenes = { ...story.scenes, [story.opening]: Object.fromEntries(hadath.drawn.nodes.map(({ id, x, y }) => [id, [x, y]])) };
  const scene = (way) => new Map(Object.entries(scenes[way]).map(([id, place]) => [Number(id), place]));
  const SPACE = { relations: [150, 56], events: [85, 26] }; // how long edges would like to be, and the room between nodes above each other
  let network, data, root;
  let way = story.opening, places = new Map(), drawn = []; // the nodes with their places, the lines with their names

  // ---- what is drawn: the scene that the page came with as long as it holds what the filters let through
  const allowed = (id) => model.passing().all.has(id);
  const partners = (id) => [...new Set(way === "events"
    ? model.rolesOf(id).flatMap((role) => [roles[role][0], roles[role][2]])
    : model.relationsOf(id).map((number) => relations[number]).filter(([, , , event]) => allowed(event)).map(([subject, object]) => (subject === id ? object : subject)))]
    .filter((other) => other !== id && allowed(other));
  function candidates() {
    if (way === "events") {
      const events = model.passing().events;
      return [...new Set([...events, ...events.flatMap((event) => partners(event))])];
    }
    return [...new Set(relations.filter(([, , , event]) => allowed(event)).flatMap(([subject, object]) => [subject, object]))].filter(allowed);
  }
  function foremost(ids) {
    const weight = new Map(ids.map((id) => [id, partners(id).length]));
    if (way === "relations") return [...ids].sort((a, b) => weight.get(b) - weight.get(a) || a - b).slice(0, PLEASANT);
    const score = (event) => model.cast(event).reduce((sum, id) => sum + Math.log2(1 + model.weight(id)), 0);
    const chosen = new Set();
    for (const event of model.passing().events.map((id) => [score(id), id]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, id]) => id)) {
      const wanted = [event, ...partners(event).filter((id) => !isEvent(id))];
      if (chosen.size + wanted.length > PLEASANT) continue;
      wanted.forEach((id) => chosen.add(id));
    }
    return [...chosen];
  }
  /* a speaker is joined to what is said, unless the act of speech that stands between them is drawn */
  const direct = ([event, name, speaker], shown) => name !== "said_by" || !reports(event).some((saying) => shown.has(saying) && model.fillers(saying, "agent").includes(speaker));
  const reports = (event) => model.told(event);
  const edgesAmong = (shown) => (way === "events"
    ? [...shown.keys()].filter((id) => isEvent(id) && allowed(id)).flatMap((event) => model.rolesOf(event)).map((number) => [number, ...arrow(roles[number]), roles[number]])
      .filter(([, from, to, role]) => shown.has(from) && shown.has(to) && direct(role, shown))
    : grouped().filter(([, from, to]) => shown.has(from) && shown.has(to)));
  /* all relations from one to another are one line: named by the commonest, drawn as the best attested of them stands */
  const STANDINGS = ["asserted", "claimed", "planned", "possible", "denied"];
  const nameOf = ([, , predicate, event]) => (predicate ? words.say("predicate", predicate) : drawing.shorten(model.label(event), 24));
  function grouped() {
    const lines = new Map();
    relations.forEach(([subject, object, , event], number) => {
      if (!allowed(event)) return;
      const key = subject + " " + object;
      if (lines.has(key)) lines.get(key).push(number);
      else lines.set(key, [number]);
    });
    return [...lines.values()].map((numbers) => {
      const [subject, object] = relations[numbers[0]], counts = new Map();
      for (const number of numbers) counts.set(nameOf(relations[number]), (counts.get(nameOf(relations[number])) || 0) + 1);
      const names = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([name, count]) => (count > 1 ? name + " ×" + count : name));
      const best = numbers.map((number) => nodes[relations[number][3]]).sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))[0];
      const bent = lines.has(object + " " + subject) ? { smooth: { enabled: true, type: "curvedCW", roundness: 0.15 } } : {};
      return ["r" + numbers[0], subject, object, numbers, names.join(words.tell("comma")) + (counts.size > 2 ? "…" : ""), best, bent];
    });
  }
  function choose() {
    const ids = candidates(), start = scene(way), fresh = ids.filter((id) => !start.has(id));
    const kept = [...start.keys()].filter((id) => ids.includes(id) || (way === "events" && isEvent(id) && allowed(id)));
    if (!model.narrowed() || !fresh.length) return new Map(kept.map((id) => [id, start.get(id)]));
    const shown = ids.length <= PLEASANT ? ids : foremost(ids);
    const inside = new Set(shown);
    return layout.whole(shown, edgesAmong(inside).map(([, from, to]) => [from, to]), ...SPACE[way]);
  }
  function draw({ fit = true } = {}) {
    data.nodes.clear();
    data.edges.clear();
    data.nodes.add([...places].map(([id, place]) => drawing.dressed(id, place)));
    drawn = edgesAmong(places).map(([id, from, to, role, name, node, bent]) => (way === "relations"
      ? drawing.line(id, from, to, name, node, { ...bent, width: 1.3 + Math.min(3, Math.log2(role.length)), scaling: { label: { drawThreshold: 7 } } })
      : drawing.line(id, from, to, words.say("role", role[1]), nodes[role[0]], role[1] === "said_by" ? { arrows: "", dashes: [4, 4] } : {})));
    data.edges.add(drawn);
    const total = candidates().length;
    $("graph-count").textContent = total > places.size ? words.tell("drawn", words.number(places.size), words.number(total)) : "";
    $("empty").hidden = places.size > 0;
    if (fit) fill();
    point();
  }
  /* bring some nodes into view, all when none are named; vis-network's own fit leaves wide margins */
  function fill(ids = [...places.keys()]) {
    if (!ids.length) return;
    const { clientWidth, clientHeight } = $("network");
    const sides = ids.map((id) => { const [x, y] = places.get(id), [width, height] = drawing.size(id); return [x - width / 2, x + width / 2, y - height / 2, y + height / 2]; });
    const [left, right, top, bottom] = [Math.min, Math.max, Math.min, Math.max].map((most, side) => sides.reduce((extreme, one) => most(extreme, one[side]), sides[0][side]));
    const scale = Math.min(clientWidth / (right - left + 30), clientHeight / (bottom - top + 30), 1.2);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05), animation: false });
  }
  function settle(chosen) {
    const { clientWidth, clientHeight } = $("network");
    places = chosen.size && clientWidth ? layout.spread(chosen, clientWidth, clientHeight) : chosen;
    draw();
  }
  function redraw() {
    settle(choose());
  }

  // ---- the strike through what is denied
  function strike(context) {
    context.save();
    context.strokeStyle = drawing.denied();
    context.lineWidth = 2;
    for (const id of places.keys()) {
      if (nodes[id].standing !== "denied" || !data.nodes.get(id)) continue;
      const box = network.getBoundingBox(id);
      context.beginPath();
      context.moveTo(box.left - 6, box.bottom + 4);
      context.lineTo(box.right + 6, box.top - 4);
      context.stroke();
    }
    for (const edge of data.edges.get({ filter: (one) => one.color.color === drawing.denied() && data.nodes.get(one.from) && data.nodes.get(one.to) })) {
      const a = network.getPosition(edge.from), b = network.getPosition(edge.to);
      const x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
      context.beginPath();
      context.moveTo(x - 14, y + 8);
      context.lineTo(x + 14, y - 8);
      context.stroke();
    }
    context.restore();
  }

  // ---- the neighbourhood of what the reader looks at
  const focused = ({ focus }) => (!focus ? [] : focus.node !== undefined ? [focus.node] : focus.relations ? relations[focus.relations[0]].slice(0, 2) : [roles[focus.role][0], roles[focus.role][2]]);
  function point() {
    const ids = focused(model.state).filter((id) => places.has(id));
    const near = new Set(ids);
    if (ids.length === 1) partners(ids[0]).forEach((id) => near.add(id));
    if (ids.length === 1 && way === "events") partners(ids[0]).filter(isEvent).forEach((event) => partners(event).forEach((id) => near.add(id)));
    const found = model.state.query.trim() ? new Set(model.asked([...places.keys()])) : undefined;
    const lit = (id) => (ids.length ? near.has(id) : !found || found.has(id));
    data.nodes.update([...places.keys()].map((id) => ({ id, opacity: lit(id) ? 1 : 0.22 })));
    label(ids);
    network.setSelection({ nodes: ids.length === 1 ? ids : [], edges: ids.length === 2 ? lineOf(model.state.focus) : [] }, { highlightEdges: true });
    const more = ids.length === 1 ? partners(ids[0]).filter((id) => !places.has(id)).length : 0;
    $("expand").hidden = !more;
    $("expand").textContent = words.tell("expand", words.number(more));
    $("alone").hidden = ids.length !== 1;
  }
  /* the names of the lines that stand clear of what else is named; those of what the reader looks at come first */
  function label(ids) {
    const order = [...drawn].sort((a, b) => rank(b, ids) - rank(a, ids));
    const middle = ({ from, to }, axis) => (places.get(from)[axis] + places.get(to)[axis]) / 2;
    const clear = layout.clear(order.map((line) => [middle(line, 0), middle(line, 1), 5.8 * (line.label.length - 2), 12]), [...places].flatMap(([id, place]) => layout.covered(id, place)));
    data.edges.update(order.map(({ id, label }, at) => ({ id, label: clear[at] ? label : " " }))); // an empty one would not take the place of the old
  }
  const rank = ({ from, to, width }, ids) => (ids.includes(from) || ids.includes(to) ? 100 : 0) + width;
  const lineOf = (focus) => (focus.relations ? ["r" + Math.min(...focus.relations)] : [focus.role]).filter((id) => data.edges.get(id));
  function expand(centre) {
    const fresh = partners(centre).filter((id) => !places.has(id)).sort(model.byWeight).slice(0, Math.min(STEP, MOST - places.size));
    if (!fresh.length) return;
    for (const [id, place] of layout.around(centre, fresh, places)) places.set(id, place);
    draw({ fit: false });
    fill([centre, ...fresh]);
  }
  function alone(centre) {
    const near = new Set([centre, ...partners(centre)]);
    if (way === "events") partners(centre).filter(isEvent).forEach((event) => partners(event).forEach((id) => near.add(id)));
    const ids = [...near].slice(0, PLEASANT);
    settle(layout.whole(ids, edgesAmong(new Set(ids)).map(([, from, to]) => [from, to]), ...SPACE[way]));
  }
  function show(id) {
    if (places.has(id) || !allowed(id)) return;
    const centre = partners(id).find((other) => places.has(other));
    if (way === "relations" || places.size >= MOST) return;
    if (centre === undefined) return alone(id);
    for (const [fresh, place] of layout.around(centre, [id], places)) places.set(fresh, place);
    draw({ fit: false });
  }
  function onScreen(id) {
    const place = network.canvasToDOM(network.getPosition(id)), { clientWidth, clientHeight } = $("network");
    return network.getScale() > 0.4 && place.x > 40 && place.y > 40 && place.x < clientWidth - 40 && place.y < clientHeight - 40;
  }

  return {
    id: "graph",
    place: "main",
    mount(element) {
      root = element;
      const ways = ["relations", "events"].map((one) => button(words.say("way", one), () => turn(one), { "aria-pressed": String(one === way), "data-way": one }));
      element.append(
        make("div", { class: "tools" }, make("span", { class: "switch", role: "group", "aria-label": words.tell("what to draw") }, ways),
          button(words.tell("fit"), () => fill(), { id: "fit" }),
          button(words.tell("start again"), () => { model.pick(null); redraw(); }, { id: "again" }),
          button("", () => expand(focused(model.state)[0]), { id: "expand", hidden: true }),
          button(words.tell("alone"), () => alone(focused(model.state)[0]), { id: "alone", hidden: true }),
          make("span", { id: "graph-count", class: "hint" })),
        make("div", { id: "canvas" }, make("div", { id: "network", role: "img", "aria-label": words.tell("graph described") }), make("p", { id: "empty", hidden: true }, words.tell("no events"))),
        make("details", { id: "legend", open: window.innerWidth >= 1000 }, make("summary", {}, words.tell("legend")), make("div", { id: "legend-body" })));
      if (network) network.destroy();
      data = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
      network = new vis.Network($("network"), data, hadath.drawn.options);
      network.on("afterDrawing", strike);
      network.on("click", (what) => {
        if (what.nodes.length) model.pick({ node: what.nodes[0] });
        else if (what.edges.length) model.pick(way === "events" ? { role: what.edges[0] } : { relations: grouped().find(([id]) => id === what.edges[0])[3] });
        else model.pick(null);
      });
      network.on("doubleClick", (what) => { if (what.nodes.length) expand(what.nodes[0]); });
      hadath.network = network;
      legend();
      if (places.size) draw();
      else redraw();
    },
    update(state, changed) {
      if (model.FILTERS.some((key) => changed.has(key))) redraw();
      if (!changed.has("focus") && !changed.has("query")) return;
      const [id] = focused(state);
      if (id !== undefined && state.focus.node !== undefined) show(id);
      point();
      if (id !== undefined && places.has(id) && !onScreen(id)) network.focus(id, { scale: Math.max(network.getScale(), 0.6), animation: false });
    },
  };

  function turn(one) {
    way = one;
    root.querySelectorAll("[data-way]").forEach((other) => other.setAttribute("aria-pressed", String(other.dataset.way === way)));
    legend();
    redraw();
  }
  function legend() {
    const used = new Set(nodes.map((node) => node.kind));
    const lines = way === "relations";
    const key = (term) => make("div", { class: "key" }, drawing.picture(term.group, term.key, lines), words.say(term.group, term.key));
    const rows = [words.group("entity").filter((term) => used.has(term.key)), lines ? [] : words.group("category"), words.group("standing")];
    $("legend-body").replaceChildren(...rows.map((terms) => make("div", {}, terms.map(key))));
  }
})());
