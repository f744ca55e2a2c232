"use strict";
// The calendar of the timeline: days as numbers since 1970, weeks, months and years, and how the reader's language says them.
hadath.calendar = (() => {
  const { words } = hadath;
  const DAY = 86400000, LONG = { day: "numeric", month: "long", year: "numeric" };
  const LENGTHS = { day: 1, week: 7, month: 30.4, year: 365.2 };
  const FORMS = { day: LONG, week: LONG, month: { month: "long", year: "numeric" }, year: { year: "numeric" } };
  const SHORT = { day: { day: "numeric", month: "short" }, week: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" }, year: { year: "numeric" } };
  const formats = new Map(); // making one takes long

  function spoken(day, options) {
    const key = words.language + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(words.language === "ar" ? "ar-u-ca-gregory-nu-latn" : "en-GB", { timeZone: "UTC", ...options }));
    return formats.get(key).format(day * DAY);
  }
  /* the first day of the day, week, month or year in which a day is; weeks begin on Saturday */
  function start(day, unit) {
    const date = new Date(day * DAY);
    if (unit === "week") return day - ((date.getUTCDay() + 1) % 7);
    if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY;
    if (unit === "year") return Date.UTC(date.getUTCFullYear(), 0, 1) / DAY;
    return day;
  }
  const next = (day, unit) => start(day + { day: 1, week: 7, month: 32, year: 367 }[unit], unit);
  /* a day, a month, a year or from when to when */
  function when(first, last) {
    const whole = ["month", "year"].find((unit) => start(first, unit) === first && next(first, unit) - 1 === last);
    if (whole) return spoken(first, FORMS[whole]);
    return first === last ? spoken(first, { weekday: "long", ...LONG }) : words.tell("until", spoken(first, LONG), spoken(last, LONG));
  }
  return {
    DAY, start, next, spoken, when,
    day: (iso) => Math.round(Date.parse(iso.slice(0, 10)) / DAY),
    iso: (day) => new Date(day * DAY).toISOString().slice(0, 10),
    /* the smallest unit that cuts a stretch into no more than so many parts */
    unit: ([first, last], most) => Object.keys(LENGTHS).find((unit) => (last - first) / LENGTHS[unit] <= most) || "year",
    named: (day, unit) => (unit === "week" ? words.tell("until", spoken(day, LONG), spoken(next(day, unit) - 1, LONG)) : spoken(day, FORMS[unit])),
    short: (day, unit) => spoken(day, SHORT[unit]),
  };
})();
