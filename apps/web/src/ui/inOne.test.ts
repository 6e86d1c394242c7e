import { expect, test } from "vitest";
import { inOne } from "./inOne.ts";

/** Written as one would by hand: struck between tildes, underlined between underscores. */
const told = (before: string, after: string) =>
  inOne(before, after)
    .map(({ kind, text }) => {
      const words = text.trimEnd();
      const mark = { same: "", out: "~", in: "_" }[kind];
      return `${mark}${words}${mark}${text.slice(words.length)}`;
    })
    .join("");

test("two wordings are told as one sentence: what is taken out, what is put in, and spaces between them", () => {
  const sentence = "Contrôler chez d’autres membres.";
  expect(told(sentence, "Contrôler chez d’autres membres, et le faire relire.")).toBe(
    "Contrôler chez d’autres membres_, et le faire relire_.",
  );
  expect(told("Payer les producteurs sous trente jours", "Payer les producteurs sous vingt jours")).toBe(
    "Payer les producteurs sous ~trente~ _vingt_ jours",
  );
  expect(told("Payer les producteurs sous trente", "Payer les producteurs sous vingt")).toBe(
    "Payer les producteurs sous ~trente~ _vingt_",
  );
  expect(told("Payer les producteurs sous trente jours ouvrés.", "Payer les producteurs sous trente jours.")).toBe(
    "Payer les producteurs sous trente jours ~ouvrés~.",
  );
});

test("two sentences that share next to nothing are told one after the other, each whole", () => {
  expect(told("Un local par canton.", "Que chacun transporte les caisses de son voisin.")).toBe(
    "~Un local par canton.~_Que chacun transporte les caisses de son voisin._",
  );
});
