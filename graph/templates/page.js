"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const { articles, nodes, edges } = data.story;
const terms = new Map(data.terms.map((term) => [term.group + " " + term.key, term]));
const $ = (id) => document.getElementById(id);
let shown = articles.length > 1 && data.nodes.length > 300 ? 0 : -1; // the article in view, -1 for all
let text = Math.max(shown, 0); // the article whose text is open
let picked = []; // the nodes that are marked in the list

// ---- small helpers: everything that is shown goes through textContent
function make(tag, content, attributes = {}) {
  const element = document.createElement(tag);
  for (const part of [content].flat()) if (part !== undefined && part !== "") element.append(part);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
const name = (value) => make("bdi", value);
const latin = (value) => make("bdi", value, { dir: "ltr" }); // dates and numbers, which must not turn round
const word = (group, key) => (terms.get(group + " " + key) || { ar: key }).ar;
function state(node) {
  const parts = [node.negated && word("status", "negated"), node.modality !== "asserted" && word("modality", node.modality), node.claimed && word("status", "claimed")];
  return parts.filter(Boolean).join("، ") || word("status", "asserted");
}
const inView = (node) => shown < 0 || node.evidence.some((item) => item.article === shown);

// the spellings that readers mix: marks, hamza seats, final ya, ta marbuta, Persian letters, capitals
function fold(value) {
  return value.normalize("NFKC").toLowerCase()
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/[أإآٱ]/g, "ا").replace(/[ىیئ]/g, "ي").replace(/ک/g, "ك").replace(/[ةە]/g, "ه").replace(/ؤ/g, "و")
    .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660).trim();
}

// ---- the drawing
const home = new Map(data.nodes.map((node) => [node.id, node]));
let drawn; // the nodes in the drawing by number; a single article has a layout of its own
function scene() {
  const places = shown < 0 ? {} : articles[shown].places;
  drawn = new Map([...home].filter(([id]) => inView(nodes[id])));
  for (const [id, [x, y]] of Object.entries(places)) drawn.set(Number(id), { ...home.get(Number(id)), x, y });
  return { nodes: [...drawn.values()], edges: data.edges.filter((edge) => inView(nodes[edges[edge.id].event])) };
}
const network = data.nodes.length ? new vis.Network($("network"), scene(), JSON.parse(data.options)) : null;
const denied = data.nodes.filter((node) => nodes[node.id].negated).map((node) => node.id);

function strike(context) {
  context.save();
  context.strokeStyle = "#a3123f";
  context.lineWidth = 2;
  for (const id of denied) {
    if (!drawn.has(id)) continue;
    const box = network.getBoundingBox(id);
    context.beginPath();
    context.moveTo(box.left - 6, box.bottom + 4);
    context.lineTo(box.right + 6, box.top - 4);
    context.stroke();
  }
  context.restore();
}

if (network) {
  network.on("afterDrawing", strike);
  network.on("click", (what) => {
    if (what.nodes.length) pickNode(what.nodes[0], false);
    else if (what.edges.length) pickEdge(what.edges[0]);
    else clear();
  });
  $("fit").addEventListener("click", () => network.fit({ animation: false }));
} else {
  $("empty").hidden = false;
  $("legend").hidden = true;
  $("fit").hidden = true;
}

// ---- the list, which holds all that the drawing holds
const LONGEST = 300;
const buttons = new Map();
const keys = nodes.map((node) => fold([node.name, node.lemma, node.en, word(node.group, node.kind), node.kind, node.wikidata].filter(Boolean).join(" ")));
function listItem(id) {
  const node = nodes[id];
  const button = make("button", [name(node.name), make("small", word(node.group, node.kind))], { type: "button", "aria-pressed": String(picked.includes(id)) });
  if (node.negated) button.classList.add("negated");
  button.addEventListener("click", () => pickNode(id, true));
  buttons.set(id, button);
  return make("li", button);
}
function fill(list, ids) {
  const more = ids.length - LONGEST;
  list.replaceChildren(...ids.slice(0, LONGEST).map(listItem));
  if (more > 0) list.append(make("li", "و" + more + " أخرى، تظهر بالبحث", { class: "hint" }));
}
function search() {
  const asked = fold($("search").value).split(/\s+/).filter(Boolean);
  const hits = [...nodes.keys()].filter((id) => inView(nodes[id]) && asked.every((part) => keys[id].includes(part)));
  buttons.clear();
  fill($("events"), hits.filter((id) => nodes[id].group === "event"));
  fill($("entities"), hits.filter((id) => nodes[id].group === "entity"));
  $("found").textContent = asked.length ? "النتائج: " + hits.length : "";
  if (!network) return;
  if (asked.length) network.selectNodes(hits.filter((id) => drawn.has(id)).slice(0, LONGEST), false);
  else network.unselectAll();
}
$("search").addEventListener("input", search);
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && $("search").value.trim() && buttons.size) pickNode(buttons.keys().next().value, true);
});

// ---- the evidence panel
function link(id) {
  const button = make("button", name(nodes[id].name), { type: "button" });
  button.addEventListener("click", () => pickNode(id, true));
  return button;
}
function links(ids) {
  return ids.flatMap((id, place) => (place ? ["، ", link(id)] : [link(id)]));
}
function rows(pairs) {
  const list = make("dl", []);
  for (const [label, value] of pairs) if ([value].flat().length && value !== "") list.append(make("dt", label), make("dd", value));
  return list;
}
function typed(group, key) {
  return [word(group, key) + " ", make("code", key)];
}
function wikidata(item) {
  return make("a", item, { href: "https://www.wikidata.org/wiki/" + item, rel: "noopener noreferrer", target: "_blank", dir: "ltr" });
}
const percent = (value) => (value === null || value === undefined ? "" : Math.round(value * 100) + "٪");

function speakers(id) {
  return edges.flatMap((edge) => {
    if (edge.role === "said_by" && edge.event === id) return [edge.other];
    if (edge.role !== "content" || edge.other !== id) return [];
    return edges.filter((part) => part.role === "agent" && part.event === edge.event).map((part) => part.other);
  });
}
function eventRows(node, id) {
  const role = (key) => edges.filter((edge) => edge.role === key && edge.event === id).map((edge) => edge.other);
  return [
    ["النوع", typed("event", node.kind)],
    ["الحال", state(node)],
    ["القائل", node.claimed ? links([...new Set(speakers(id))]) : "النص نفسه"],
    ...["agent", "patient", "recipient", "place", "content"].map((key) => [word("role", key), links(role(key))]),
    ["الزمن", node.times.map((time) => make("div", [name(time[0]), ...(time[1] ? [" = ", latin(time[1]), " (" + word("basis", time[2]) + ")"] : [])]))],
    ["العدد", node.numbers.map((number) => make("div", [name(number[0]), ...(number[1] ? [" = ", latin((number[1] + " " + number[2]).trim())] : [])]))],
    ["الأصل", node.lemma ? name(node.lemma) : ""],
    ["القاعدة", node.rule ? make("code", node.rule, { dir: "auto" }) : ""],
    ["الثقة", percent(node.sure)],
  ];
}
function entityRows(node, id) {
  const deeds = [...new Set(edges.filter((edge) => edge.other === id).map((edge) => edge.event))];
  return [
    ["النوع", typed("entity", node.kind)],
    ["الاسم بالإنجليزية", node.en ? make("bdi", node.en, { lang: "en" }) : ""],
    ["ويكي بيانات", node.wikidata ? wikidata(node.wikidata) : ""],
    ["ثقة الربط", percent(node.sure)],
    ["أحداثه", links(deeds)],
  ];
}
function quotation(item) {
  const article = articles[item.article];
  const quote = make("blockquote", []);
  for (let piece = item.sentence[0]; piece < item.sentence[1]; piece++) {
    const marked = item.marks.some(([first, last]) => piece >= first && piece < last);
    quote.append(marked ? make("mark", article.pieces[piece]) : article.pieces[piece]);
  }
  if (articles.length > 1) quote.append(make("footer", name(article.source || article.title)));
  return quote;
}
function tell(heading, pairs, evidence) {
  const quotes = evidence.slice(0, 40).map(quotation);
  const more = evidence.length > 40 ? make("p", "وفي " + (evidence.length - 40) + " جملة أخرى", { class: "hint" }) : "";
  $("evidence").replaceChildren(...[make("h3", heading), rows(pairs), ...quotes, more].filter(Boolean));
  $("evidence").scrollTop = 0;
  showText(evidence);
}

// ---- choosing
function press(ids) {
  picked = ids;
  buttons.forEach((button, id) => button.setAttribute("aria-pressed", String(ids.includes(id))));
}
function pickNode(id, move) {
  const node = nodes[id];
  press([id]);
  tell(name(node.name), node.group === "event" ? eventRows(node, id) : entityRows(node, id), node.evidence);
  if (move && matchMedia("(max-width: 1000px)").matches) $("evidence").scrollIntoView({ block: "nearest" });
  if (!network) return;
  if (!drawn.has(id)) return network.unselectAll();
  network.selectNodes([id]);
  if (move && !onScreen(id)) network.focus(id, { scale: Math.max(network.getScale(), 0.6), animation: false });
}
function onScreen(id) {
  const place = network.canvasToDOM(network.getPosition(id));
  const { clientWidth, clientHeight } = $("network");
  return network.getScale() > 0.4 && place.x > 40 && place.y > 40 && place.x < clientWidth - 40 && place.y < clientHeight - 40;
}
function pickEdge(number) {
  const edge = edges[number];
  press([edge.event, edge.other]);
  network.setSelection({ nodes: [], edges: [number] });
  tell(word("role", edge.role), [["الحدث", link(edge.event)], [word("role", edge.role), link(edge.other)],
    ["القاعدة", nodes[edge.event].rule ? make("code", nodes[edge.event].rule, { dir: "auto" }) : ""]], edge.evidence);
}
function clear() {
  press([]);
  $("evidence").replaceChildren(make("p", "اختر حدثًا أو طرفًا أو سهمًا لترى الجملة التي جاء منها.", { class: "hint" }));
  showText([]);
}

// ---- the article's text
function owners(number) {
  const found = new Map(); // piece -> the node with the shortest mention there
  nodes.forEach((node, id) => node.evidence.filter((item) => item.article === number).forEach((item) => item.marks.forEach(([first, last]) => {
    for (let piece = first; piece < last; piece++) {
      const old = found.get(piece);
      if (!old || last - first < old.length) found.set(piece, { id, length: last - first });
    }
  })));
  return found;
}
function openText(number) {
  const article = articles[number];
  if (!article) return $("text").replaceChildren();
  text = number;
  const found = owners(number);
  const body = make("div", [], { class: "body", dir: "auto" });
  article.pieces.forEach((piece, place) => {
    const span = make("span", piece);
    const owner = found.get(place);
    if (owner) {
      span.className = "named " + nodes[owner.id].group;
      span.addEventListener("click", () => pickNode(owner.id, true));
    }
    body.append(span);
  });
  const facts = [article.source && name(article.source), article.published && latin(article.published)].filter(Boolean).flatMap((fact, place) => (place ? [" · ", fact] : [fact]));
  $("text").replaceChildren(...[articles.length > 1 ? make("h2", name(article.title)) : "", facts.length ? make("p", facts, { class: "hint" }) : "", body].filter(Boolean));
}
function showText(evidence) {
  if (evidence.length && !evidence.some((item) => item.article === text)) openText(evidence[0].article);
  const spans = document.querySelectorAll("#text .body > span");
  spans.forEach((span) => span.classList.remove("here", "around"));
  for (const item of evidence.filter((one) => one.article === text)) {
    for (let piece = item.sentence[0]; piece < item.sentence[1]; piece++) spans[piece].classList.add("around");
    for (const [first, last] of item.marks) for (let piece = first; piece < last; piece++) spans[piece].classList.add("here");
  }
  const first = document.querySelector("#text .here");
  if (first) $("text").scrollTop = Math.max(0, first.offsetTop - $("text").offsetTop - 60);
}

// ---- legend, counts, choice of article
function picture(term, attributes) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shapes = { dot: "M14 2a7 7 0 1 0 .01 0z", square: "M8 3h12v12h-12z", diamond: "M14 1l8 8l-8 8l-8-8z", triangle: "M14 2l8 14h-16z", triangleDown: "M14 16l8-14h-16z",
    hexagon: "M10 2h8l4 7l-4 7h-8l-4-7z", star: "M14 1l2.5 5.5l6 .6l-4.5 4l1.3 6l-5.3-3.1l-5.3 3.1l1.3-6l-4.5-4l6-.6z", box: "M2 3h24v12h-24z", line: "M2 3h24v12h-24zM0 17l28 -16" };
  const path = document.createElementNS(svg.namespaceURI, "path");
  for (const [key, value] of Object.entries({ width: 28, height: 18, "aria-hidden": "true" })) svg.setAttribute(key, value);
  for (const [key, value] of Object.entries({ d: shapes[term.shape], fill: term.colour, ...attributes })) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}
function legend() {
  const states = { asserted: {}, claimed: { "stroke-dasharray": "5 3" }, unreal: { "stroke-dasharray": "2 2" }, negated: { stroke: "#a3123f", "stroke-width": 2 } };
  const used = new Set(nodes.map((node) => node.kind));
  const columns = [[], [], []];
  for (const term of data.terms) {
    if (term.group === "entity" && used.has(term.key)) columns[0].push([picture(term, {}), term.ar]);
    if (term.group === "category") columns[1].push([picture(term, { stroke: "#1b2733" }), term.ar]);
    if (term.group === "status") columns[2].push([picture({ shape: term.key === "negated" ? "line" : "box", colour: "#fff" }, { stroke: "#1b2733", "stroke-width": 1.5, ...states[term.key] }), term.ar]);
  }
  $("legend-body").replaceChildren(...columns.map((keys) => make("div", keys.map((key) => make("div", key, { class: "key" })))));
  if (window.innerWidth < 1000) $("legend").open = false;
}
function refresh() {
  const counted = nodes.filter(inView);
  const events = counted.filter((node) => node.group === "event").length;
  $("counts").textContent = (articles.length > 1 ? "النصوص: " + (shown < 0 ? articles.length : 1) + " · " : "") + "الأحداث: " + events + " · الأطراف والأماكن: " + (counted.length - events);
  search();
  if (network) network.fit({ animation: false });
}
function chooseArticle() {
  if (articles.length < 2) return;
  $("article-choice").hidden = false;
  $("article").append(make("option", "كل النصوص", { value: -1 }), ...articles.map((article, number) => make("option", article.title, { value: number })));
  $("article").value = shown;
  $("article").addEventListener("change", () => {
    shown = Number($("article").value);
    openText(Math.max(shown, 0));
    clear();
    if (network) network.setData(scene());
    refresh();
  });
}

chooseArticle();
legend();
openText(text);
refresh();
window.hadath = { network, pickNode, pickEdge };
})();
