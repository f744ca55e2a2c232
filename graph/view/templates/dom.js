"use strict";
// Building the page: whatever comes from articles goes through text nodes, never through markup.
hadath.dom = (() => {
  function make(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value); // { click: handler }
      else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...content.flat(3).filter((part) => part !== undefined && part !== null && part !== "" && part !== false));
    return element;
  }
  function svg(tag, attributes = {}, ...content) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else element.setAttribute(name, value);
    }
    element.append(...content.flat(3).filter(Boolean));
    return element;
  }
  return {
    make,
    svg,
    $: (id) => document.getElementById(id),
    /* names and words of an article, whatever their direction */
    name: (value) => make("bdi", {}, value),
    /* dates, numbers and codes, which must not turn round */
    latin: (value) => make("bdi", { dir: "ltr" }, value),
    button: (content, click, attributes = {}) => make("button", { type: "button", click, ...attributes }, content),
    css: (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim(),
  };
})();
