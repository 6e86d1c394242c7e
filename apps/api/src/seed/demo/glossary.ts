import { GlossaryTerms, GlossaryVersions, type Wording } from "../../domain/propose/glossary/glossary.entity.ts";
import { slugOf } from "../../platform/text/slug.ts";
import { content } from "../content.ts";
import { rapporteur } from "./people.ts";
import type { Demo } from "./rows.ts";

interface Source {
  fr: string;
  en: string;
  definition: string;
}

/** Words of those who build the site, and those that the content defines for translators. */
const notForReaders = new Set(["réponse", "entrée", "circuit court", "journal", "question", "masquer", "saisie"]);

/** Words that texts use without saying what they mean. */
const explained = new Set([
  "circuit court",
  "circuit court économique et solidaire",
  "économie sociale et solidaire",
  "pôle territorial de coopération économique",
  "chambre régionale de l’ESS",
  "Scic",
  "essaimer",
  "changer d’échelle",
  "fédérer",
  "droit de suite",
]);

/** Words that the group agreed to leave for these terms. */
const left: Record<string, string[]> = {
  "groupe de réflexion": ["groupe de travail"],
  essaimer: ["dupliquer"],
  contribution: ["verbatim"],
};

/** « Économie sociale et solidaire (ESS) » is said both ways; what is no short form stays in the name. */
function namesOf(name: string) {
  const [, word, short] = /^(.+) \(([A-Z]+)\)$/.exec(name) ?? [];
  return { word: word ?? name, synonyms: short ? [short] : [] };
}

/** The words of the common language: of « circuit court » the two definitions that the group held. */
export function glossary({ clock, ids, put }: Demo) {
  const groupId = ids.ordered("group");
  const since = "2012-04-06";
  const definedById = ids.ordered(rapporteur);
  const define = (
    wording: Wording,
    english: string,
    versions: { definedOn: string; definition: string; more?: object }[],
  ) => {
    const id = ids.ordered(`glossary ${wording.word}`);
    put(GlossaryTerms, [
      {
        id,
        slug: slugOf(wording.word),
        groupId,
        ...wording,
        english,
        inTexts: explained.has(wording.word),
        version: versions.length,
        fictional: true,
      },
    ]);
    put(
      GlossaryVersions,
      versions.map(({ definedOn, definition, more }, index) => ({
        id: ids.next(),
        termId: id,
        number: index + 1,
        ...wording,
        definition,
        definedOn: clock.day(definedOn),
        definedById,
        why: null,
        reactionId: null,
        meetingId: null,
        ...more,
      })),
    );
  };

  for (const { fr, en, definition } of content<Source[]>("glossary.json")) {
    if (!definition || notForReaders.has(fr)) continue;
    const { word, synonyms } = namesOf(fr);
    define({ word, synonyms, avoid: left[word] ?? [], definition }, en, [{ definedOn: since, definition }]);
  }
  const [first, second] = content<{ versions?: { publishedAt: string; draftDefinition: string }[] }[]>(
    "syntheses.json",
  ).flatMap(({ versions }) => versions ?? []);
  define(
    { word: "circuit court", synonyms: [], avoid: ["vente directe"], definition: second!.draftDefinition },
    "short exchange circuit",
    [
      { definedOn: first!.publishedAt, definition: first!.draftDefinition },
      {
        definedOn: second!.publishedAt,
        definition: second!.draftDefinition,
        more: {
          why: "Ceux qui financent y manquaient, et le droit de changer les règles ensemble.",
          reactionId: ids.random("r-02"),
          meetingId: ids.ordered("meeting-2"),
        },
      },
    ],
  );
}
