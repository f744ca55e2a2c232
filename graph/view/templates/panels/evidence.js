"use strict";
// What is known of the thing the reader looks at: facts, the sentences it was read from, who says so, which rule, how sure.
hadath.register((() => {
  const { model, dom, words } = hadath;
  const { nodes, roles, relations, articles } = model;
  const { make, name, latin, button } = dom;
  const MOST = 40, DEEDS = 15; // sentences and events shown at once
  let root;

  const link = (id) => button(name(model.label(id)), () => model.pick({ node: id }), { class: nodes[id].standing === "denied" ? "link denied" : "link" });
  const links = (ids) => [...new Set(ids)].flatMap((id, place) => (place ? ["، ", link(id)] : [link(id)]));
  const outside = (address, text) => make("a", { href: address, rel: "noopener noreferrer", target: "_blank", dir: "ltr" }, text);
  const source = (number) => [articles[number].source, articles[number].published].filter(Boolean).join(" · ") || articles[number].title;
  /* another report of the same happening: its word, numbers and standing, who says so and where */
  const report = (id) => make("div", { class: "report" }, link(id), (nodes[id].numbers || []).flatMap((one) => [words.tell("comma"), make("b", {}, name(words.amount(one)))]), words.tell("comma"), standing(nodes[id]),
    nodes[id].speakers ? [": ", links(nodes[id].speakers)] : "", make("small", {}, name(source(nodes[id].article))));
  const rows = (pairs) => make("dl", {}, pairs.filter(([, value]) => value && (!Array.isArray(value) || value.length)).map(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]));
  const SIGNS = { about: "≈ ", "more than": "> ", "at least": "≥ ", "at most": "≤ ", "less than": "< " };
  const amount = (one) => (one.value ? [" = ", latin((SIGNS[one.exactness] || "") + one.value + (one.percent ? "%" : one.currency ? " " + one.currency : ""))] : "");

  function standing(node) {
    const parts = [words.say("standing", node.standing)];
    if (node.negated && node.modality !== "asserted") parts.push(words.say("modality", node.modality));
    if (node.speakers && node.standing !== "claimed") parts.push(words.say("standing", "claimed"));
    return parts.join(words.tell("comma"));
  }
  /* what a node is called in the other language of the page */
  const otherName = ({ name, en }) => (words.language === "en" ? [words.tell("arabic name"), make("bdi", { lang: "ar" }, name)] : [words.tell("english name"), en ? make("bdi", { lang: "en" }, en) : ""]);
  function eventRows(id) {
    const node = nodes[id];
    const part = (role) => [words.say("role", role), links(model.fillers(id, role))];
    return [
      otherName(node),
      [words.tell("type"), [words.say("event", node.kind), " ", latin(node.kind)]],
      [words.tell("standing"), standing(node)],
      [words.tell("who says so"), node.speakers ? links(node.speakers) : words.tell("the article itself")],
      ...["agent", "patient", "recipient", "place", "origin", "destination", "instrument", "purpose", "content"].map(part),
      [words.say("role", "time"), (node.times || []).map((time) => make("div", {}, name(time.text), time.value ? [" = ", latin(time.value)] : "", " (" + words.say("basis", time.basis) + ")"))],
      [words.tell("number"), (node.numbers || []).map((one) => make("div", {}, name(one.text), amount(one)))],
      [words.tell("also reported"), model.otherReports(id).slice(0, DEEDS).map(report)],
      [words.tell("lemma"), node.lemma ? name(node.lemma) : ""],
      [words.tell("rule"), node.rule ? make("code", { dir: "auto" }, node.rule) : ""],
      [words.tell("confidence"), words.percent(node.sure)],
    ];
  }
  function entityRows(id) {
    const node = nodes[id], deeds = model.deeds(id);
    return [
      [words.tell("kind"), words.say("entity", node.kind)],
      otherName(node),
      [words.tell("wikidata"), /^Q[1-9][0-9]*$/.test(node.wikidata || "") ? outside("https://www.wikidata.org/wiki/" + node.wikidata, node.wikidata) : ""],
      [words.tell("sure of link"), node.wikidata ? words.percent(node.sure) : ""],
      [words.tell("its events"), [links(deeds.slice(0, DEEDS)), deeds.length > DEEDS ? words.tell("and more", words.number(deeds.length - DEEDS)) : ""]],
    ];
  }
  function roleRows(number) {
    const [event, role, other] = roles[number];
    return [[words.tell("event"), links([event])], [words.say("role", role), links([other])], ...eventRows(event).filter(([term]) => [words.tell("standing"), words.tell("who says so"), words.tell("rule"), words.tell("confidence")].includes(term))];
  }
  function relationRows(numbers) {
    const [subject, object] = relations[numbers[0]];
    return [[words.say("role", "agent"), links([subject])], [words.tell("whom"), links([object])], [words.tell("events"), links(numbers.map((one) => relations[one][3]))],
      [words.tell("standing"), [...new Set(numbers.map((one) => standing(nodes[relations[one][3]])))].join(words.tell("comma"))],
      [words.tell("who says so"), links(numbers.flatMap((one) => nodes[relations[one][3]].speakers || []))]];
  }
  function quotation([number, first, last, marks]) {
    const article = articles[number];
    const marked = (piece) => marks.some((mark, at) => at % 2 === 0 && piece >= mark && piece < marks[at + 1]);
    const pieces = article.pieces.slice(first, last).map((piece, at) => (marked(first + at) ? make("mark", {}, piece) : piece));
    const from = [article.source, article.published].filter(Boolean).join(" · ");
    return make("blockquote", { dir: "auto", lang: article.language }, pieces,
      articles.length > 1 && make("footer", {}, button(name(article.title), () => hadath.openText(number), { class: "link" }), from ? make("div", {}, name(from)) : ""));
  }
  function heading({ node, role, relations: numbers }) {
    if (node !== undefined) return name(model.label(node));
    if (role !== undefined) return words.say("role", roles[role][1]);
    const [, , predicate, event] = relations[numbers[0]];
    return predicate ? words.say("predicate", predicate) : name(model.label(event));
  }
  function facts({ node, role, relations: numbers }) {
    if (node !== undefined) return model.isEvent(node) ? eventRows(node) : entityRows(node);
    return role !== undefined ? roleRows(role) : relationRows(numbers);
  }
  function tell(focus) {
    if (!focus) return root.replaceChildren(make("p", { class: "hint" }, words.tell("choose something")));
    const passages = model.passages(focus);
    root.replaceChildren(make("h2", { tabindex: -1 }, heading(focus)), rows(facts(focus)), ...passages.slice(0, MOST).map(quotation));
    if (passages.length > MOST) root.append(make("p", { class: "hint" }, words.tell("more sentences", words.number(passages.length - MOST))));
    root.scrollTop = 0;
  }
  return {
    id: "evidence",
    place: "aside",
    mount(element) {
      root = element;
      root.setAttribute("aria-live", "polite");
      tell(model.state.focus);
    },
    update(state, changed) {
      if (!changed.has("focus")) return;
      tell(state.focus);
      if (state.focus && matchMedia("(max-width: 1000px)").matches) root.scrollIntoView({ block: "nearest" });
    },
  };
})());
