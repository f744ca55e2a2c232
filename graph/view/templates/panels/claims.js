"use strict";
// Who says what: a row for each speaker and for the articles themselves, a column for each topic, the numbers side by side below.
hadath.register((() => {
  const { model, dom, words, drawing } = hadath;
  const { nodes, articles, isEvent } = model;
  const { make, name, button } = dom;
  const MOST_COLUMNS = 14, MOST_ROWS = 30, MOST_CLAIMS = 3, MOST_NUMBERS = 20;
  const ACTS = { REQUEST: "demand", ACCUSE: "accuse", THREATEN: "threaten", REJECT: "deny" };
  const STANDINGS = { denied: "deny", planned: "announce", possible: "suppose" };
  let root, topics = "type", numbersOnly = false, all = false;
  const opened = new Set(); // cells shown whole

  const OPEN = ["demand", "threaten"]; // nobody demands what is there already: «an inquiry into the killing»
  /* how a speaker puts an event forward: by the act that carries it, else by how it stands */
  function stance(event, speaker) {
    const act = model.told(event).map((one) => ACTS[nodes[one].kind] && model.fillers(one, "agent").includes(speaker) && ACTS[nodes[one].kind])
      .find((one) => one && (!OPEN.includes(one) || nodes[event].modality !== "asserted"));
    return act || STANDINGS[nodes[event].standing] || "assert";
  }
  /* [{ voice, event, stance }]: a voice is the number of a speaker, or a source's name for what its article says itself */
  function claims() {
    return model.passing().events.flatMap((event) => {
      const node = nodes[event];
      if (node.kind === "SAY") return [];
      if (node.speakers) return node.speakers.map((voice) => ({ voice, event, stance: stance(event, voice) }));
      const own = { voice: articles[node.article].source || "", event, stance: STANDINGS[node.standing] || "assert" };
      const acting = ACTS[node.kind] && node.standing === "asserted" ? model.fillers(event, "agent").map((voice) => ({ voice, event, stance: ACTS[node.kind] })) : [];
      return acting.length ? acting : [own];
    });
  }
  const spoken = (voice) => typeof voice === "number";
  const voiceName = (voice) => (spoken(voice) ? model.label(voice) : voice ? words.tell("source voice", voice) : words.tell("article voice"));
  const objects = (event) => ["patient", "recipient"].flatMap((role) => model.fillers(event, role));
  function topicsOf({ event, voice }) {
    if (topics === "type") return [nodes[event].kind];
    return [...new Set([...objects(event), ...["agent", "place", "destination"].flatMap((role) => model.fillers(event, role))])].filter((id) => !isEvent(id) && id !== voice);
  }
  const gather = (pairs) => pairs.reduce((map, [key, value]) => map.set(key, [...(map.get(key) || []), value]), new Map());
  function table() {
    const found = claims().filter(({ event }) => !numbersOnly || nodes[event].numbers);
    const columns = [...gather(found.flatMap((claim) => topicsOf(claim).map((topic) => [topic, claim])))]
      .map(([topic, ones]) => ({ topic, ones, voices: new Set(ones.map((one) => one.voice).filter(spoken)).size, weight: ones.filter((one) => spoken(one.voice)).length }))
      .filter((column) => column.voices).sort((a, b) => (a.topic === "OTHER") - (b.topic === "OTHER") || b.voices - a.voices || b.weight - a.weight || String(a.topic).localeCompare(String(b.topic))).slice(0, MOST_COLUMNS);
    const rows = [...gather(columns.flatMap(({ ones }) => ones.map((one) => [one.voice, one])))]
      .map(([voice, ones]) => ({ voice, count: ones.length })).sort((a, b) => Number(spoken(b.voice)) - Number(spoken(a.voice)) || b.count - a.count || voiceName(a.voice).localeCompare(voiceName(b.voice), words.language));
    return { columns, rows };
  }

  // ---- drawing
  const sign = (key) => make("span", { class: "sign " + key, title: words.say("stance", key) }, make("span", { "aria-hidden": "true" }, words.term("stance", key).shape), make("span", { class: "unseen" }, words.say("stance", key) + " "));
  const numbers = (event) => (nodes[event].numbers || []).map(words.amount);
  function claimButton({ event, stance: key }) {
    const whom = objects(event).filter((id) => !isEvent(id)).slice(0, 1).map((id) => drawing.shorten(model.label(id), 26));
    return button([sign(key), name(drawing.shorten(model.label(event), 30)), whom.length && topics === "type" ? [" · ", name(whom[0])] : "", numbers(event).map((text) => make("b", {}, name(drawing.shorten(text, 30))))],
      () => model.pick({ node: event }), { class: "claim", "data-node": event, "aria-pressed": String(model.state.focus?.node === event) });
  }
  function cell(voice, { topic, ones }) {
    const mine = ones.filter((one) => one.voice === voice), key = voice + " " + topic;
    const shown = opened.has(key) ? mine : mine.slice(0, MOST_CLAIMS);
    return make("td", {}, shown.map(claimButton), mine.length > shown.length && button(words.tell("more in cell", words.number(mine.length - shown.length)), () => { opened.add(key); draw(); }, { class: "link" }));
  }
  const various = (given, what) => new Set(given.map((one) => one[what])).size > 1;
  const numberButton = ({ voice, event, text }) => button([make("b", {}, name(drawing.shorten(text, 40))), make("small", {}, name(drawing.shorten(voiceName(voice), 40)))],
    () => model.pick({ node: event }), { class: "claim", "data-node": event, "aria-pressed": String(model.state.focus?.node === event) });
  /* whether the reports of a happening do not all give the same numbers */
  const disagree = (reports) => new Set([...gather(reports.map(({ event, value }) => [event, value])).values()].map(String)).size > 1;
  /* the numbers of a topic; where articles are joined, those that differ within one happening come first, in a frame of their own */
  function numbersCell({ ones }) {
    const given = ones.flatMap(({ voice, event }) => (nodes[event].numbers || []).map((one) => ({ voice, event, text: words.amount(one), value: Number(one.value || NaN) })))
      .filter((one, at, list) => list.findIndex((other) => other.voice === one.voice && other.event === one.event && other.text === one.text) === at).sort((a, b) => a.value - b.value);
    if (!model.happenings.length) return make("td", { class: various(given, "value") && various(given, "voice") && "differ" }, given.slice(0, MOST_NUMBERS).map(numberButton));
    const same = [...gather(given.filter(({ event }) => model.happening(event) !== undefined).map((one) => [model.happening(one.event), one])).values()].filter(disagree);
    const told = new Set(same.flat()), rest = given.filter((one) => !told.has(one));
    return make("td", {}, same.slice(0, MOST_NUMBERS).map((reports) => make("div", { class: "differ happening" }, make("small", {}, words.tell("one happening")), reports.map(numberButton))), rest.slice(0, MOST_NUMBERS).map(numberButton));
  }
  const heading = ({ topic }) => make("th", { scope: "col" }, topics === "type" ? words.say("event", topic) : button(name(drawing.shorten(model.label(topic), 40)), () => model.pick({ node: topic }), { class: "link" }));
  const rowHeading = (voice) => make("th", { scope: "row" }, spoken(voice) ? button(name(model.label(voice)), () => model.pick({ node: voice }), { class: "link" }) : name(voiceName(voice)));
  function tools() {
    const ways = words.group("topics").map((term) => button(words.say("topics", term.key), () => { topics = term.key; draw(); }, { "aria-pressed": String(topics === term.key), "data-topics": term.key }));
    return [make("div", { class: "tools" }, make("span", { class: "switch", role: "group", "aria-label": words.tell("columns") }, ways),
      button(words.tell("with numbers"), () => { numbersOnly = !numbersOnly; draw(); }, { id: "numbers-only", "aria-pressed": String(numbersOnly) })),
    make("div", { class: "tools keys" }, words.group("stance").map((term) => make("span", { class: "key" }, make("span", { class: "sign " + term.key, "aria-hidden": "true" }, term.shape), words.say("stance", term.key))))];
  }
  function draw() {
    const { columns, rows } = table(), shown = all ? rows : [...rows.filter((row) => spoken(row.voice)).slice(0, MOST_ROWS), ...rows.filter((row) => !spoken(row.voice)).slice(0, 5)];
    const kept = document.activeElement?.id || document.activeElement?.dataset?.topics;
    root.replaceChildren(...tools(), make("p", { class: "hint note", id: "claims-note" }, words.tell("claims described")), columns.length
      ? make("div", { class: "scroll" }, make("table", { id: "claims", "aria-describedby": "claims-note" },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, words.tell("speaker")), columns.map(heading))),
        make("tbody", {}, shown.map(({ voice }) => make("tr", { class: spoken(voice) ? "" : "article" }, rowHeading(voice), columns.map((column) => cell(voice, column))))),
        columns.some(({ ones }) => ones.some(({ event }) => nodes[event].numbers)) && make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, words.tell("numbers given")), columns.map(numbersCell)))),
      shown.length < rows.length && button(words.tell("more speakers", words.number(rows.length)), () => { all = true; draw(); }, { class: "link" }))
      : make("p", { class: "hint empty" }, words.tell("no claims")));
    if (kept) (root.querySelector("#" + CSS.escape(kept)) || root.querySelector(`[data-topics="${CSS.escape(kept)}"]`))?.focus();
  }
  return {
    id: "claims",
    place: "main",
    mount(element) {
      root = element;
      draw();
    },
    update(state, changed) {
      if (model.FILTERS.some((key) => changed.has(key))) draw();
      else if (changed.has("focus")) root.querySelectorAll(".claim").forEach((one) => one.setAttribute("aria-pressed", String(state.focus?.node === Number(one.dataset.node))));
    },
  };
})());
