"use strict";
// What the page carries, and the panels that show it. Every file of the page adds to `hadath` and nothing else.
const hadath = (() => {
  const carried = JSON.parse(document.getElementById("data").textContent);
  const panels = [];
  return {
    story: carried.story,
    terms: carried.terms,
    drawn: { nodes: carried.nodes, edges: carried.edges, options: JSON.parse(carried.options) },
    panels,
    /* A panel is { id, place: "main" | "nav" | "aside", mount(element, model), update(state, changed) }.
       Panels of "main" are tabs, named by the term `panel ID`; update is called only while its tab is open,
       with the state and the set of what changed in it since the panel was last updated; mount is called again, with an
       empty element, when the reader's language or the theme changes. */
    register: (panel) => panels.push(panel),
  };
})();
