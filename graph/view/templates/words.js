"use strict";
// The page's own words in the language of the reader: tables of terms by group and key.
hadath.words = (() => {
  const terms = new Map(hadath.terms.map(([group, key, ar, en, shape, colour]) => [group + " " + key, { group, key, ar, en, shape, colour }]));
  let language = "ar";
  const term = (group, key) => terms.get(group + " " + key);
  /* the word for a key in the reader's language; the key itself when there is none */
  const say = (group, key) => (term(group, key) || {})[language] || key;
  const number = (value) => value.toLocaleString(language === "ar" ? "ar-u-nu-latn" : "en");
  return {
    term,
    say,
    number,
    group: (group) => [...terms.values()].filter((one) => one.group === group),
    /* a sentence of the page with its gaps {0}, {1} filled */
    tell: (key, ...parts) => ((term("word", key) || {})[language] || key).replace(/\{(\d)\}/g, (_, place) => parts[place]),
    /* a number as the text has it, for readers of English its value: "about 8,000" */
    amount: ({ text, value, exactness, percent, currency }) => (language !== "en" || !value ? text
      : [exactness === "exact" ? "" : say("exactness", exactness), number(Number(value)) + (percent ? "%" : ""), currency].filter(Boolean).join(" ")),
    percent: (value) => (value === undefined ? "" : Math.round(value * 100) + (language === "ar" ? "٪" : "%")),
    get language() { return language; },
    set language(value) { language = value; },
    get direction() { return language === "ar" ? "rtl" : "ltr"; },
  };
})();
