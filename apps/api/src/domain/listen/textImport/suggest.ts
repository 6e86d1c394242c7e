/**
 * Probable meaning of columns, by their names: those of Decidim and of Cap Collectif as they export them, then the words
 * that people use. It is only a suggestion: a person looks at it before anything is tried.
 */
import type { ImportedPlaceKind, TextImportPreset } from "../../../graphql/resolvers.generated.ts";
import { fold } from "../../../platform/text/fold.ts";
import type { TextImport, TextImportMapping } from "./textImport.entity.ts";

/** Names of the columns of a platform, by what they are: the first that is there is taken. */
interface Preset {
  /** Columns that only its files have, together. */
  knownBy: RegExp[];
  id: RegExp[];
  text: RegExp[];
  title: RegExp[];
  author: RegExp[];
  territory: RegExp[];
  date: RegExp[];
  original: RegExp[];
}

const decidim: Preset = {
  knownBy: [/^id$/, /^(body|title)[/.]\w\w$/],
  id: [/^id$/],
  text: [/^body[/.]fr$/, /^body[/.]/],
  title: [/^title[/.]fr$/, /^title[/.]/],
  author: [/^author[/.]name/, /^user_group[/.]name/],
  territory: [/^scope[/.]name[/.]fr$/, /^scope[/.]name/, /^address$/],
  date: [/^published_at$/, /^created_at$/],
  original: [/^url$/],
};

const capCollectif: Preset = {
  knownBy: [
    /^reference$/i,
    /^(createdAt|publishedAt|created)$/,
    /^(title|author\.|authorId|authorType|bodyText|responses\.)/,
  ],
  id: [/^reference$/i, /^id$/],
  text: [/^bodyText$/, /^body$/, /^responses\./],
  title: [/^title$/],
  author: [/^author\.(displayName|username)$/, /^author$/, /^authorType$/],
  territory: [/^authorZipCode$/, /^author\.zipCode$/i, /^district\.name$/, /^zipCode$/i],
  date: [/^publishedAt$/, /^createdAt$/],
  original: [/^url$/],
};

const plain: Omit<Preset, "knownBy"> = {
  id: [/^(id|n|no|num|numero|ref|reference|identifiant|code)$/],
  text: [/^(text|texte|transcription|contenu|contribution|corps|body|constat|finding|propos|message|description)s?\b/],
  title: [/^(titre|title|intitule|objet|nom du cahier)/],
  author: [/^(auteur|auteurs|author|structure|collectif|groupe|redacteur|organisation|association|nom)\b/],
  territory: [/^(departement|department|territoire|territory|lieu|region|code postal|zipcode|place)\b/],
  date: [/^(date|recu le|received|jour|created|day)/],
  original: [/^(lien|link|url|original|scan|fichier|source)\b/],
};

const presets: [TextImportPreset, Preset][] = [
  ["DECIDIM", decidim],
  ["CAP_COLLECTIF", capCollectif],
];

/** The preset of a file, and the mapping that it suggests. */
export function suggested({ columns, fileName }: Pick<TextImport, "columns" | "fileName">): {
  preset: TextImportPreset | null;
  mapping: TextImportMapping;
} {
  const names = columns.map(({ name }) => name);
  const known = presets.find(([, { knownBy }]) => knownBy.every((sign) => names.some((name) => sign.test(name))));
  const [preset = null, by = plain] = known ?? [];
  const spelled = (name: string) => (preset ? name : fold(name));
  const taken = new Set<string>();
  const all = (signs: RegExp[]) => {
    const sign = signs.find((it) => names.some((name) => !taken.has(name) && it.test(spelled(name))));
    const found = sign ? names.filter((name) => !taken.has(name) && sign.test(spelled(name))) : [];
    for (const name of found) taken.add(name);
    return found;
  };
  const one = (signs: RegExp[]) => {
    const [found = null, ...rest] = all(signs);
    for (const name of rest) taken.delete(name);
    return found;
  };
  const id = one(by.id);
  const text = all(by.text).slice(0, 10);
  const title = one(by.title);
  const territory = one(by.territory);
  const numbered =
    id && text.length > 0 && !preset && names.some((name) => /^(commune|ville|mairie)$/.test(fold(name)));
  const town = names.find((name) => /^(commune|ville|mairie)$/.test(fold(name)));
  return {
    preset: preset ?? (numbered ? "NOTEBOOKS" : null),
    mapping: {
      kind: preset ? "CONTRIBUTION" : "NOTEBOOK",
      // A number starts again in each town.
      id: id ? (numbered ? [town!, id] : [id]) : [],
      text,
      // So does the title: a town alone would name many alike.
      title: title ? [title] : numbered ? [town!, id] : town ? [town] : [],
      author: one(by.author),
      territory,
      territoryKind: kindOf(territory, columns),
      everywhere: null,
      date: one(by.date),
      day: null,
      original: one(by.original),
      source: fileName.replace(/\.\w{2,5}$/, "").slice(0, 160),
      licence: null,
      attribution: null,
      objective: null,
      values: [],
    },
  };
}

/** Kind of place that a column says, by its name and by what its first rows say. */
function kindOf(territory: string | null, columns: TextImport["columns"]): ImportedPlaceKind {
  const { examples = [] } = columns.find(({ name }) => name === territory) ?? {};
  if (examples.length > 0 && examples.every((it) => /^\d{5}$/.test(it))) return "POSTCODE";
  return territory && /region/.test(fold(territory)) ? "REGION" : "DEPARTMENT";
}
