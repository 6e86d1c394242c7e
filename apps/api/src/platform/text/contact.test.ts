import { expect, test } from "vitest";
import { carriesContact, contactsIn } from "./contact.ts";

test.each([
  "06 12 34 56 78",
  "06.12.34.56.78",
  "0612345678",
  "0 6 1 2 3 4 5 6 7 8",
  "06 123 456 78",
  "06/12/34/56/78",
  "06 20 12 14 30",
  "0620121430",
  "+33 6 12 34 56 78",
  "+33612345678",
  "+33 (0)6 12 34 56 78",
  "0033 6 12 34 56 78",
  "+32 470 12 34 56",
  "t.me/quai",
  "discord.gg/abc",
  "exemple.paris",
  "mon-quai.xyz",
  "https://exemple.fr",
  "www.exemple.fr",
  "nom@exemple.fr",
  "nom (at) exemple (dot) fr",
])("« %s » is a link or contact details", (text) => {
  expect(carriesContact(`Voyez ${text} ce soir`)).toBe(true);
  const [found] = contactsIn(`Voyez ${text}`);
  expect(`Voyez ${text}`.slice(found!.start)).toBe(text);
});

test.each([
  "En 2012, 1 200 000 euros pour 35 000 habitants",
  "Il faut 10 000 repas par an, soit 0,5 par élève",
  "Le 12/06/2012 à 18 h 30, salle 4.",
  "Depuis 2012-06-20, 20 06 2012 14 30.",
  "Le 01/02/2012 14 h 30, ou le 01.02.2012 14 30",
  "Relevé du 2012-06-20 14 30 15",
  "C’est fini.Demain on recommence, etc.",
  "M. Dupont et J.-P. Martin, p. 12",
  "Cf. art. 3.2 du règlement 2018/848",
  "10.5 tonnes, 3.14 km",
])("« %s » is neither", (text) => expect(carriesContact(text)).toBe(false));
