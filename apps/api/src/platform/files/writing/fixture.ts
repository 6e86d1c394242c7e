import { blocksOf } from "./markdown.ts";
import { type Block, heading, paragraph, type Words, words, type Writing } from "./writing.ts";

/** A text with all that a text may hold, and a citation called twice. */
const markdown = `# Ce qui tient

Un **circuit court** n’est pas *toujours* un circuit local & <b>pas gras</b>. <passage:0190f6a0-0000-7000-8000-000000000001>
Deuxième ligne, avec [un lien](https://example.org/?a=1&b=2) [une page](/proposals) et [un piège](javascript:alert(1)).

## Les conditions

1. Une coopérative ;
2. une collectivité :
   - qui achète,
   - qui prête.

> Une parole rapportée.

- Encore une fois <passage:0190f6a0-0000-7000-8000-000000000001> puis <keyPoint:0190f6a0-0000-7000-8000-000000000002>.`;

const first: Words[] = [
  words("« Ligne une\nligne deux, avec des = et des <. » "),
  words("Marion L., Drôme. "),
  words("https://example.org/contributions/1", { href: "https://example.org/contributions/1" }),
];

/** A document for the tests of writers. */
export const fixture = (): Writing => ({
  title: "Point d’étape : l’économie & le reste",
  language: "fr",
  address: "https://example.org/syntheses/objectif-1",
  day: "2026-11-20",
  blocks: [
    paragraph("Version 2, publiée le 20 novembre 2026.", "quiet"),
    paragraph("Ce que l’on sait.", "lead"),
    heading(2, "Ce qui fait accord"),
    ...blocksOf(markdown, {
      from: 3,
      origin: "https://example.org",
      cite: (address) =>
        address.startsWith("passage:") ? [{ note: "a" }] : [words("un point clef"), { note: "b" }, { note: "a" }],
    }),
    heading(2, "Couverture"),
    {
      kind: "table",
      caption: "Par région",
      head: ["Région", "Réponses", "Part"],
      rows: [
        ["Bretagne", "46", "12 %"],
        ["La Réunion", "0", "0 %"],
      ],
    },
    ...Array.from({ length: 30 }, (_, at): Block =>
      paragraph(`Paragraphe ${at} : ${"des mots et encore des mots, ".repeat(12)}fin.`),
    ),
  ],
  notes: new Map([
    ["a", first],
    ["b", [words("Citation retirée par son auteur.")]],
    ["never", [words("Personne ne l’appelle.")]],
  ]),
  labels: {
    contents: "Sommaire",
    notes: "Notes",
    page: (page) => `Page ${page}`,
    back: (note) => `Revenir au texte, note ${note}`,
  },
});
