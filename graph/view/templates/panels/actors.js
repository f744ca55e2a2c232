"use strict";
// People, organisations, groups and states in a table: how often they act, are acted on, speak, and in how many articles.
hadath.register((() => {
  const { model, dom, words } = hadath;
  const { nodes, roles } = model;
  const { make, name, button } = dom;
  const ACTORS = new Set(["person", "organization", "group", "country"]);
  const COUNTS = ["agent", "patient", "claims", "articles", "total"];
  const COLUMNS = ["name", "kind", ...COUNTS];
  const FIRST = 200;
  const order = { column: "total", down: true };
  let root, all = false;

  /* the events that each speaker puts forward */
  const sayings = new Map();
  nodes.forEach((node, event) => (node.speakers || []).forEach((speaker) => sayings.set(speaker, [...(sayings.get(speaker) || []), event])));

  function row(id, passing) {
    const said = (sayings.get(id) || []).filter((event) => passing.has(event));
    const events = [...new Set([...model.deeds(id).filter((event) => passing.has(event)), ...said])];
    const plays = (...names) => new Set(model.rolesOf(id).map((role) => roles[role]).filter(([event, role]) => names.includes(role) && passing.has(event)).map(([event]) => event)).size;
    return {
      id, name: model.label(id), kind: words.say("entity", nodes[id].kind),
      agent: plays("agent"), patient: plays("patient", "recipient"), total: events.length,
      claims: said.length,
      articles: new Set(events.map((event) => nodes[event].article)).size,
    };
  }
  function rows() {
    const { events, entities } = model.passing();
    const passing = new Set(events);
    const found = model.asked(entities.filter((id) => ACTORS.has(nodes[id].kind))).map((id) => row(id, passing)).filter((one) => one.total);
    const { column, down } = order, sign = down ? -1 : 1;
    const compare = COUNTS.includes(column) ? (a, b) => a[column] - b[column] : (a, b) => a[column].localeCompare(b[column], words.language);
    return found.sort((a, b) => sign * compare(a, b) || b.total - a.total || a.id - b.id);
  }

  // ---- the file: UTF-8 with a byte order mark for Excel; no cell is run as a formula
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const COLUMNS_OUT = ["name", "english", "wikidata", "kind", ...COUNTS];
  function csv() {
    const lines = rows().map((one) => COLUMNS_OUT.map((column) => ({ name: nodes[one.id].name, english: nodes[one.id].en || "", wikidata: nodes[one.id].wikidata || "", kind: nodes[one.id].kind })[column] ?? one[column]));
    return "\ufeff" + [COLUMNS_OUT, ...lines].map((line) => line.map(cell).join(",") + "\r\n").join("");
  }
  function download() {
    const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: "actors.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function sort(column) {
    order.down = order.column === column ? !order.down : COUNTS.includes(column);
    order.column = column;
    draw();
    root.querySelector(`[data-column="${column}"]`).focus();
  }
  function heading(column) {
    const mine = order.column === column;
    const click = button([words.say("column", column), make("span", { class: "arrow", "aria-hidden": "true" }, mine ? (order.down ? "▼" : "▲") : "")], () => sort(column), { "data-column": column });
    return make("th", { scope: "col", "aria-sort": mine ? (order.down ? "descending" : "ascending") : "none" }, click);
  }
  function line(one) {
    const chosen = model.state.focus?.node === one.id;
    const link = button(name(one.name), () => model.pick({ node: one.id }), { class: "link" });
    return make("tr", { "data-node": one.id, class: chosen && "chosen" }, make("th", { scope: "row" }, link), make("td", {}, one.kind), COUNTS.map((column) => make("td", { class: "count" }, words.number(one[column]))));
  }
  function draw() {
    const found = rows(), shown = all ? found : found.slice(0, FIRST);
    root.replaceChildren(
      make("div", { class: "tools" }, button(words.tell("download csv"), download, { id: "download-csv", disabled: !found.length }),
        make("span", { class: "hint", "aria-live": "polite" }, words.tell("rows shown", words.number(shown.length), words.number(found.length))),
        shown.length < found.length && button(words.tell("show all"), () => { all = true; draw(); })),
      make("p", { class: "hint note", id: "actors-note" }, words.tell("actors described")),
      found.length ? make("div", { class: "scroll" }, make("table", { id: "actors", "aria-describedby": "actors-note" },
        make("thead", {}, make("tr", {}, COLUMNS.map(heading))), make("tbody", {}, shown.map(line)))) : make("p", { class: "hint empty" }, words.tell("nobody")));
  }
  return {
    id: "actors",
    place: "main",
    mount(element) {
      root = element;
      draw();
    },
    update(state, changed) {
      if (changed.has("query") || model.FILTERS.some((key) => changed.has(key))) draw();
      else if (changed.has("focus")) root.querySelectorAll("tbody tr").forEach((one) => one.classList.toggle("chosen", state.focus?.node === Number(one.dataset.node)));
    },
  };
})());
