"use strict";
// The list that holds all the drawings hold: search, filters, then events with who takes part and whoever takes part.
hadath.register((() => {
  const { model, dom, words, drawing } = hadath;
  const { nodes, articles, isEvent } = model;
  const { $, make, name, button } = dom;
  const LONGEST = 200;
  const buttons = new Map();
  let root, best; // the node that a search means most likely: one that is itself called so, rather a name than a deed

  /* who did it and whom or what it met, in the order of the deed; of a word what was said */
  function line(id) {
    if (!isEvent(id)) return nodes[id].en && words.language === "ar" ? make("small", { class: "who", lang: "en", dir: "ltr" }, nodes[id].en) : "";
    const part = (...roles) => [...new Set(roles.flatMap((role) => model.fillers(id, role)))].slice(0, 2)
      .map((other) => name(drawing.shorten(model.label(other), 30))).flatMap((one, at) => (at ? [words.tell("comma"), one] : [one]));
    const who = part("agent"), met = part("patient", "recipient", "destination", "place"), whom = met.length ? met : part("content");
    return who.length || whom.length ? make("small", { class: "who" }, who, whom.length ? words.tell("arrow") : "", whom) : "";
  }
  function item(id) {
    const node = nodes[id];
    const click = button([name(drawing.shorten(model.label(id), 80)), make("small", {}, words.say(node.group, node.kind)), line(id)], () => model.pick({ node: id }),
      { "aria-pressed": String(model.state.focus?.node === id), class: [node.group, node.standing].filter(Boolean).join(" ") });
    buttons.set(id, click);
    return make("li", {}, click);
  }
  function fill(list, ids) {
    const more = ids.length - LONGEST;
    list.replaceChildren(...ids.slice(0, LONGEST).map(item));
    if (more > 0) list.append(make("li", { class: "hint" }, words.tell("more by search", words.number(more))));
  }
  function refresh() {
    buttons.clear();
    const { events, entities } = model.passing();
    const found = [model.asked(events), model.asked([...entities].sort(model.byWeight))];
    const own = found.map((ids) => ids.filter((id) => model.called(id)));
    best = [...own[1], ...own[0], ...found.flat()][0];
    fill($("events"), found[0]);
    fill($("entities"), found[1]);
    $("found").textContent = model.state.query.trim() ? words.tell("found", words.number(found[0].length + found[1].length)) : "";
    $("clear").hidden = !model.narrowed();
    $("events-count").textContent = words.number(events.length);
    $("entities-count").textContent = words.number(entities.length);
  }
  const press = () => buttons.forEach((one, id) => one.setAttribute("aria-pressed", String(model.state.focus?.node === id)));

  // ---- filters
  function toggle(key, group, term, count) {
    const click = (event) => {
      const hidden = new Set(model.state.hidden);
      if (event.target.checked) hidden.delete(key); else hidden.add(key);
      model.set({ hidden });
    };
    return make("label", { class: "check" }, make("input", { type: "checkbox", checked: !model.state.hidden.has(key), change: click }), drawing.picture(group, term), words.say(...key.split(/ (.*)/s).slice(0, 2)), make("small", {}, words.number(count)));
  }
  const tally = (values) => values.reduce((map, value) => map.set(value, (map.get(value) || 0) + 1), new Map());
  function checks(group, keyed, pictured) {
    const counts = tally(nodes.filter((node) => keyed(node)).map(keyed));
    const terms = words.group(group).filter((term) => counts.has(term.key));
    return make("fieldset", {}, make("legend", {}, words.tell("filter " + group)), terms.map((term) => toggle(group + " " + term.key, ...pictured(term), counts.get(term.key))));
  }
  function choice(key, label, options, value) {
    const select = make("select", { id: "filter-" + key, change: () => model.set({ [key]: typeof value === "number" ? Number(select.value) : select.value }) }, options.map(([one, text]) => make("option", { value: one }, text)));
    select.value = model.state[key];
    return make("label", {}, label, select);
  }
  function filters() {
    const days = ["from", "to"].map((key) => make("label", {}, words.tell(key), make("input", { type: "date", id: "filter-" + key, value: model.state[key], change: (event) => model.set({ [key]: event.target.value }) })));
    const persons = [...nodes.keys()].filter((id) => !isEvent(id) && model.weight(id) > 0).sort(model.byWeight).slice(0, 300);
    const kinds = (test) => persons.filter((id) => test(nodes[id].kind)).map((id) => [id, drawing.shorten(model.label(id), 40)]);
    const isPlace = (kind) => ["country", "city", "place", "facility"].includes(kind);
    const group = (label, options) => make("optgroup", { label }, options.map(([value, text]) => make("option", { value }, text)));
    const about = make("select", { id: "filter-about", change: () => model.set({ about: Number(about.value) }) }, make("option", { value: -1 }, words.tell("anyone")),
      group(words.tell("people"), kinds((kind) => kind === "person" || kind === "organization" || kind === "group")), group(words.tell("places"), kinds(isPlace)));
    about.value = model.state.about;
    return make("details", { id: "filters" }, make("summary", {}, words.tell("filters")),
      articles.length > 1 ? choice("article", words.tell("article"), [[-1, words.tell("all articles")], ...articles.map((article, number) => [number, drawing.shorten(article.title, 60)])], -1) : "",
      model.sources.length > 1 ? choice("source", words.tell("source"), [["", words.tell("all sources")], ...model.sources.map((one) => [one, one])], "") : "",
      make("label", {}, words.tell("about"), about), make("div", { class: "days" }, days),
      checks("standing", (node) => node.standing, (term) => ["standing", term.key]),
      checks("event", (node) => node.group === "event" && node.kind, (term) => ["category", term.shape]),
      checks("entity", (node) => node.group === "entity" && node.kind, (term) => ["entity", term.key]));
  }
  function clear() {
    model.set({ hidden: new Set(), source: "", article: -1, about: -1, from: "", to: "" });
  }
  return {
    id: "list",
    place: "nav",
    mount(element) {
      root = element;
      const search = make("input", { id: "search", type: "search", autocomplete: "off", placeholder: words.tell("search for"), value: model.state.query,
        input: () => model.set({ query: search.value }),
        keydown: (event) => { if (event.key === "Enter" && search.value.trim() && best !== undefined) model.pick({ node: best }); } });
      element.append(make("label", { for: "search" }, words.tell("search")), search, make("p", { id: "found", "aria-live": "polite" }),
        filters(), button(words.tell("clear filters"), clear, { id: "clear", hidden: true }),
        make("h2", {}, words.tell("events"), " ", make("small", { id: "events-count" })), make("ul", { id: "events" }),
        make("h2", {}, words.tell("entities"), " ", make("small", { id: "entities-count" })), make("ul", { id: "entities" }));
      refresh();
    },
    update(state, changed) {
      if (model.FILTERS.some((key) => changed.has(key))) {
        const { open } = $("filters"), kept = document.activeElement?.id;
        $("filters").replaceWith(filters());
        $("filters").open = open;
        if (kept) $(kept)?.focus();
      }
      if (changed.has("query") || model.FILTERS.some((key) => changed.has(key))) refresh();
      if (changed.has("focus")) press();
    },
  };
})());
