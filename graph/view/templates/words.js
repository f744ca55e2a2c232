"use strict";
// The page's own words in the language of the reader: tables of terms by group and key.
hadath.words = (() => {
  const terms = new Map(hadath.terms.map(([group, key, ar, en, shape, colour]) => [group + " " + key, { group, key, ar, en, shape, colour }]));
  let language = "ar";
  const term = (group, key) => terms.get(group + " " + key);
  return {
    term,
    group: (group) => [...terms.values()].filter((one) => one.group === group),
    /* the word for a key in the reader's language; the key itself when there is none */
    say: (group, key) => (term(group, key) || {})[language] || key,
    /* a sentence of the page with its gaps {0}, {1} filled */
    tell: (key, ...parts) => ((term("word", key) || {})[language] || key).replace(/\{(\d)\}/g, (_, place) => parts[place]),
    number: (value) => value.toLocaleString(language === "ar" ? "ar-u-nu-latn" : "en"),
    percent: (value) => (value === undefined ? "" : Math.round(value * 100) + (language === "ar" ? "٪" : "%")),
    get language() { return language; },
    set language(value) { language = value; },
    get direction() { return language === "ar" ? "rtl" : "ltr"; },
  };
})();
