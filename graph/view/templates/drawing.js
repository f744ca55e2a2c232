"use strict";
// How things look in drawings: shape and colour by kind, line by standing; the same in the graph, the legend and every panel.
hadath.drawing = (() => {
  const { nodes, isEvent } = hadath.model;
  const { words, dom } = hadath;
  const FONT = "Vazirmatn, Noto Naskh Arabic, Noto Sans Arabic, Segoe UI, Tahoma, sans-serif";
  const DASHES = { asserted: false, claimed: [9, 5], planned: [2, 4], possible: [2, 4], denied: false };

  /* a colour between two, `share` of the second */
  function mix(first, second, share) {
    const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    const [a, b] = [parts(first), parts(second)];
    return "#" + a.map((value, at) => Math.round(value + (b[at] - value) * share).toString(16).padStart(2, "0")).join("");
  }
  const dark = () => dom.css("--dark") === "1";
  const ink = () => dom.css("--ink");
  const denied = () => dom.css("--denied");

  const eventTerm = (node) => words.term("event", node.kind) || words.term("event", "OTHER");
  const category = (node) => words.term("category", eventTerm(node).shape);
  const fill = (colour) => (dark() ? mix(colour, dom.css("--paper"), 0.68) : colour);
  /* the colour that stands for a node, in either theme */
  const colour = (node) => (node.group === "event" ? fill(category(node).colour) : words.term("entity", node.kind).colour);
  /* dotted when planned or possible, dashed when somebody says so, both in turn when both */
  const dashes = (node) => (node.speakers && ["planned", "possible"].includes(node.standing) ? [9, 3, 2, 3]
    : node.speakers && node.standing === "denied" ? DASHES.claimed : DASHES[node.standing]);

  function shorten(text, width = 48) {
    const line = text.replace(/[\u0000-\u001f\u007f\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu, "").split(/\s+/).filter(Boolean).join(" ");
    if (line.length <= width) return line || "…";
    return (line.slice(0, width).replace(/\s+\S*$/, "") || line.slice(0, width - 1)) + "…";
  }
  function wrapped(text, width = 26) {
    const lines = [""];
    for (const word of text.split(" ")) {
      if (lines[lines.length - 1] && lines[lines.length - 1].length + word.length + 1 > width) lines.push(word);
      else lines[lines.length - 1] += (lines[lines.length - 1] ? " " : "") + word;
    }
    return lines;
  }
  /* each line stands alone, so that an Arabic one is right in a page from left to right */
  const isolated = (lines) => lines.map((line) => "\u2068" + line + "\u2069").join("\n");
  function label(id) {
    const node = nodes[id];
    const lines = wrapped((node.standing === "denied" ? "✗ " : "") + shorten(hadath.model.label(id)));
    if (node.numbers) lines.push(...wrapped(shorten(node.numbers[0].text)));
    return lines;
  }
  /* about how many pixels a node covers with its label */
  function size(id) {
    const lines = label(id);
    const width = 7.6 * Math.max(...lines.map((line) => line.length)) + 16;
    return isEvent(id) ? [width, 18 + 20 * lines.length] : [Math.max(width, 40), 38 + 20 * lines.length];
  }

  /* how large the sign of an entity is, from its middle */
  const radius = (id) => 11 + Math.min(13, 3 * Math.log2(1 + hadath.model.weight(id)));

  /* a node of vis-network */
  function dressed(id, [x, y]) {
    const node = nodes[id];
    const own = { id, x, y, label: isolated(label(id)), font: { face: FONT, size: isEvent(id) ? 16 : 18, color: ink() } };
    if (!isEvent(id)) {
      own.font = { ...own.font, strokeWidth: 4, strokeColor: dom.css("--board") };
      return { ...own, shape: words.term("entity", node.kind).shape, color: colour(node), size: radius(id) };
    }
    const edge = node.standing === "denied" ? denied() : ink();
    const paint = { background: colour(node), border: edge };
    return { ...own, shape: "box", color: { ...paint, highlight: paint, hover: paint }, borderWidth: node.standing === "asserted" ? 1 : 2, borderWidthSelected: 3,
      shapeProperties: { borderDashes: dashes(node), borderRadius: 6 } };
  }
  /* an edge of vis-network with a name, drawn as the event stands that it belongs to */
  function line(id, from, to, name, node, extra = {}) {
    const stroke = node.standing === "denied" ? denied() : dom.css("--line-ink");
    return { id, from, to, label: "\u2068" + name + "\u2069", dashes: dashes(node), width: 1.3, color: { color: stroke, highlight: dom.css("--pick"), hover: dom.css("--pick") },
      font: { face: FONT, size: 14, align: "horizontal", color: dom.css("--soft"), strokeWidth: 4, strokeColor: dom.css("--board") }, scaling: { label: { drawThreshold: 8 } }, ...extra };
  }

  const SHAPES = { dot: "M14 2a7 7 0 1 0 .01 0z", square: "M8 3h12v12h-12z", diamond: "M14 1l8 8l-8 8l-8-8z", triangle: "M14 2l8 14h-16z", triangleDown: "M14 16l8-14h-16z",
    hexagon: "M10 2h8l4 7l-4 7h-8l-4-7z", star: "M14 1l2.5 5.5l6 .6l-4.5 4l1.3 6l-5.3-3.1l-5.3 3.1l1.3-6l-4.5-4l6-.6z", box: "M2 3h24v12h-24z", struck: "M2 3h24v12h-24zM0 17l28-16" };
  const BORDERS = { asserted: {}, claimed: { "stroke-dasharray": "5 3" }, planned: { "stroke-dasharray": "2 2" }, possible: { "stroke-dasharray": "2 2" }, denied: { class: "denied-line" } };
  /* the small picture of a term: a kind of entity, a category of events, a standing as box or as line */
  function picture(group, key, line = false) {
    const term = words.term(group, key), denied = key === "denied";
    const shape = group !== "standing" ? SHAPES[term.shape] : line ? (denied ? "M1 9h26M9 15l10-12" : "M1 9h26") : denied ? SHAPES.struck : SHAPES.box;
    const paint = group === "standing" ? "none" : group === "entity" ? term.colour : fill(term.colour);
    return dom.svg("svg", { width: 28, height: 18, "aria-hidden": "true", class: "picture" },
      dom.svg("path", { d: shape, fill: paint, ...(group === "entity" ? {} : { stroke: "currentColor", "stroke-width": 1.5 }), ...(group === "standing" ? BORDERS[key] : {}) }));
  }
  return { FONT, colour, dashes, dressed, line, label, size, radius, shorten, picture, category, eventTerm, denied, isolated };
})();
