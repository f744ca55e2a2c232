"use strict";
// One model for all panels: the story with its indexes, the reader's choices (`state`), and who wants to know of a change.
hadath.model = (() => {
  const { articles, nodes, roles, relations, leftOut, happenings = [] } = hadath.story;
  /* [[key, value]] as a map from each key to its values */
  const gather = (pairs) => pairs.reduce((map, [key, value]) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]), map), new Map());
  const isEvent = (id) => nodes[id].group === "event";
  const byEvent = gather(roles.map(([event], role) => [event, role]));
  const byOther = gather(roles.map(([, , other], role) => [other, role]));
  const byArticle = gather(nodes.flatMap((node, id) => [...new Set((node.at || []).map(([article]) => article))].map((article) => [article, id])));
  const byEnd = gather(relations.flatMap(([subject, object], relation) => [[subject, relation], [object, relation]]));
  const none = [];
  const happening = new Map(happenings.flatMap((reports, number) => reports.map((event) => [event, number])));
  const rolesOf = (id) => (isEvent(id) ? byEvent : byOther).get(id) || none;
  /* the acts of speech that report an event */
  const told = (event) => (byOther.get(event) || none).filter((role) => roles[role][1] === "content").map((role) => roles[role][0]);
  const fillers = (event, name) => rolesOf(event).filter((role) => roles[role][1] === name).map((role) => roles[role][2]);
  /* whoever takes part in an event or says it */
  const cast = (event) => [...new Set(rolesOf(event).map((role) => roles[role][2]).filter((id) => !isEvent(id)))];
  /* the events in which an entity takes part or which it says */
  const deeds = (entity) => [...new Set(rolesOf(entity).map((role) => roles[role][0]))];

  const weights = new Map(); // in how many events an entity takes part
  const weight = (id) => weights.get(id) ?? weights.set(id, deeds(id).length).get(id);

  /* [first day, last day, basis]: the event's own time, else that of its article (basis "published"), else nothing */
  function span(event) {
    const time = (nodes[event].times || none).find((one) => one.begin);
    if (time) return [time.begin, time.end || time.begin, time.basis];
    const { published } = articles[nodes[event].article];
    return published ? [published, published, "published"] : undefined;
  }

  const state = {
    language: "ar", theme: "auto", tab: "graph",
    query: "",
    focus: null, // { node } or { role } or { relations: [number] }: what the reader looks at
    hidden: new Set(), // "event COERCE", "entity person", "standing denied": what the reader switched off
    source: "", article: -1, about: -1, // a publisher, an article, an entity that must take part; -1 is any
    from: "", to: "", // days, ISO 8601, both inclusive
  };
  const listeners = [];
  function set(patch) {
    const changed = new Set(Object.keys(patch).filter((key) => state[key] !== patch[key]));
    if (!changed.size) return;
    Object.assign(state, patch);
    listeners.forEach((listener) => listener(state, changed));
  }
  const FILTERS = ["hidden", "source", "article", "about", "from", "to"];
  const narrowed = () => state.hidden.size > 0 || state.source || state.article >= 0 || state.about >= 0 || state.from || state.to;

  function passes(id) {
    const node = nodes[id];
    if (state.hidden.has("event " + node.kind) || state.hidden.has("standing " + node.standing)) return false;
    if (state.article >= 0 && node.article !== state.article) return false;
    if (state.source && articles[node.article].source !== state.source) return false;
    if (state.about >= 0 && !cast(id).includes(state.about)) return false;
    return true;
  }
  function inStretch(id) {
    if (!state.from && !state.to) return true;
    const days = span(id);
    return Boolean(days) && (!state.from || days[1] >= state.from) && (!state.to || days[0] <= state.to);
  }
  let memory = { of: null };
  /* the events and entities that the filters let through, in order of the text */
  function passing() {
    const of = JSON.stringify([[...state.hidden], state.source, state.article, state.about, state.from, state.to]);
    if (memory.of === of) return memory;
    const events = [...nodes.keys()].filter((id) => isEvent(id) && passes(id) && inStretch(id));
    const casts = new Set(events.flatMap(cast));
    const loose = (id) => (state.article < 0 && !narrowed()) || (state.article >= 0 && state.about < 0 && nodes[id].at.some(([article]) => article === state.article));
    const entities = [...nodes.keys()].filter((id) => !isEvent(id) && !state.hidden.has("entity " + nodes[id].kind) && (casts.has(id) || loose(id)));
    memory = { of, events, entities, all: new Set([...events, ...entities]) };
    return memory;
  }

  /* the events that all filters but the stretch of time let through */
  const passingAnyDay = () => [...nodes.keys()].filter((id) => isEvent(id) && passes(id));

  const { fold, words } = hadath;
  const keys = []; // what a search looks through, made when first asked
  const spoken = (kind, key) => { const term = words.term(kind, key); return term ? [term.ar, term.en] : []; };
  const keyOf = (id) => keys[id] ??= fold([nodes[id].name, nodes[id].lemma, nodes[id].en, nodes[id].kind, nodes[id].wikidata, ...spoken(nodes[id].group, nodes[id].kind)].filter(Boolean).join(" "));
  const byWeight = (a, b) => weight(b) - weight(a) || a - b; // those that are spoken of most first
  const wanted = () => fold(state.query).split(/\s+/).filter(Boolean);
  /* whether a node itself is called what the query asks for */
  const called = (id, parts = wanted()) => parts.every((part) => keyOf(id).includes(part));
  /* those of some nodes that the query asks for: those called so, then events with such participants */
  function asked(ids) {
    const parts = wanted();
    if (!parts.length) return ids;
    const [own, others] = [[], []];
    for (const id of ids) (called(id, parts) ? own : others).push(id);
    return [...own, ...others.filter((id) => isEvent(id) && parts.every((part) => keyOf(id).includes(part) || cast(id).some((one) => keyOf(one).includes(part))))];
  }

  /* the passages of an event, those of some others marked in them; what stands in no such sentence adds its nearest one */
  function together(event, others) {
    const found = (nodes[event].at || none).map(([article, first, last, marks]) => [article, first, last, [...marks]]);
    for (const other of others) {
      const near = (nodes[other].at || none).filter(([article]) => article === nodes[event].article);
      if (!near.length || !found.length) continue;
      const distance = (passage) => Math.abs(passage[1] - found[0][1]);
      const [article, first, last, marks] = near.reduce((best, one) => (distance(one) < distance(best) ? one : best));
      const same = found.find((passage) => passage[1] === first && passage[2] === last);
      if (same) same[3].push(...marks);
      else found.push([article, first, last, [...marks]]);
    }
    return found;
  }
  /* the sentences behind what the reader looks at */
  function passages(focus) {
    if (!focus) return none;
    if (focus.node !== undefined) return nodes[focus.node].at || none;
    if (focus.role !== undefined) return together(roles[focus.role][0], [roles[focus.role][2]]);
    return focus.relations.flatMap((number) => together(relations[number][3], relations[number].slice(0, 2)));
  }

  return {
    articles, nodes, roles, relations, happenings, leftOut, state, set, FILTERS, narrowed, isEvent, rolesOf, told, fillers, cast, deeds, weight, byWeight, span, passing, passingAnyDay, asked, called, passages,
    relationsOf: (entity) => byEnd.get(entity) || none,
    /* the number of the happening that an event reports along with others, or nothing */
    happening: (event) => happening.get(event),
    /* the other reports of the same happening */
    otherReports: (event) => (happenings[happening.get(event)] || none).filter((other) => other !== event),
    inArticle: (article) => byArticle.get(article) || none,
    pick: (focus) => set({ focus }),
    subscribe: (listener) => listeners.push(listener),
    /* what a node is called in the reader's language; an event that has no English name is called by its type */
    label: (id) => (words.language !== "en" ? nodes[id].name : nodes[id].en || (isEvent(id) ? words.say("event", nodes[id].kind) : nodes[id].name)),
    sources: [...new Set(articles.map((article) => article.source).filter(Boolean))].sort(),
  };
})();
