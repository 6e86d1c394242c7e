import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const told = {
  "ground/reaction": ["reaction_held", "reaction_own_HELD"],
  "listen/response": ["response_held"],
  "meet/agendaRequest": ["agendaRequest_held"],
  "propose/amendment": ["amendment_follow_sent_held"],
  "propose/supply": ["supply_sent_held"],
  "propose/initiative": ["initiative_standing_HELD"],
  "propose/exchange": ["exchange_held"],
  "propose/minority": ["minority_held"],
};
const reasons = {
  fr: [
    "un lien",
    "des coordonnées",
    "beaucoup de textes à la fois",
    "un champ invisible rempli",
    "un groupe qui relit d’abord",
  ],
  en: ["a link", "contact details", "many texts at once", "a hidden field filled in", "a group that reads first"],
};

test.each(Object.entries(told))(
  "%s: whoever wrote a text that waits is told every reason why one does",
  (file, keys) => {
    for (const language of ["fr", "en"] as const) {
      const words = JSON.parse(readFileSync(new URL(`../src/${file}.${language}.json`, import.meta.url), "utf8"));
      for (const key of keys)
        expect([key, reasons[language].filter((one) => !String(words[key]).includes(one))]).toEqual([key, []]);
    }
  },
);
