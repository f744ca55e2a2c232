"use strict";
// The spellings that readers mix: marks, hamza seats, final ya, ta marbuta, Persian letters, capitals, accents, digits.
hadath.fold = (value) => value.normalize("NFKD").toLowerCase()
  .replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
  .replace(/[أإآٱ]/g, "ا").replace(/[ىیئ]/g, "ي").replace(/ک/g, "ك").replace(/[ةە]/g, "ه").replace(/ؤ/g, "و")
  .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
  .replace(/(^|\s)(al|el)-/g, "$1").trim();
