"use strict";
// The articles' texts: what was read from them is underlined and leads to its node; the passages of what is looked at are marked.
hadath.register((() => {
  const { model, dom, words } = hadath;
  const { nodes, articles } = model;
  const { make, name, button } = dom;
  let root, open = 0;

  /* for each piece the node with the shortest mention there */
  function owners(number) {
    const found = new Map();
    for (const id of model.inArticle(number)) for (const [article, , , marks] of nodes[id].at) {
      if (article !== number) continue;
      for (let at = 0; at < marks.length; at += 2) for (let piece = marks[at]; piece < marks[at + 1]; piece++) {
        const old = found.get(piece), length = marks[at + 1] - marks[at];
        if (!old || length < old.length) found.set(piece, { id, length });
      }
    }
    return found;
  }
  function show(number) {
    open = number;
    const article = articles[number];
    if (!article) return root.replaceChildren();
    const found = owners(number);
    const body = make("div", { class: "body", dir: "auto", lang: article.language }, article.pieces.map((piece, place) => {
      const owner = found.get(place);
      return make("span", owner ? { class: "named " + nodes[owner.id].group, click: () => model.pick({ node: owner.id }) } : {}, piece);
    }));
    const facts = [article.source, article.published].filter(Boolean).map(name).flatMap((fact, place) => (place ? [" · ", fact] : [fact]));
    root.replaceChildren(...[articles.length > 1 && make("h2", {}, name(article.title)), facts.length && make("p", { class: "hint" }, facts), body].filter(Boolean));
  }
  function mark() {
    const passages = model.passages(model.state.focus);
    if (passages.length && !passages.some(([article]) => article === open)) show(passages[0][0]);
    const spans = root.querySelectorAll(".body > span");
    spans.forEach((span) => span.classList.remove("here", "around"));
    for (const [article, first, last, marks] of passages) {
      if (article !== open) continue;
      for (let piece = first; piece < last; piece++) spans[piece].classList.add("around");
      for (let at = 0; at < marks.length; at += 2) for (let piece = marks[at]; piece < marks[at + 1]; piece++) spans[piece].classList.add("here");
    }
    const first = root.querySelector(".here");
    if (first) root.scrollTop = Math.max(0, first.offsetTop - root.offsetTop - 60);
  }
  hadath.openText = (number) => { show(number); mark(); };
  return {
    id: "text",
    place: "aside",
    mount(element) {
      root = element;
      show(open);
      mark();
    },
    update(state, changed) {
      if (changed.has("article") && state.article >= 0) show(state.article);
      if (changed.has("focus") || changed.has("article")) mark();
    },
  };
})());
