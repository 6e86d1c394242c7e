import type { ImportMap, Origin } from "./map.ts";
import type { TextImportMapping } from "./textImport.entity.ts";
import { slugOf } from "../../../platform/text/slug.ts";

/** Words that stand for no value in the files of other platforms. */
const nothing = ["Non renseigné", "Non renseignée", "N/A", "null", "-"];

/** Mapping of columns chosen by a person, in the form that the command line reads. */
export function mapOf(mapping: TextImportMapping, theme: string): ImportMap {
  const column = (name: string | null): Origin[] => (name === null ? [] : [{ column: name }]);
  const constant = (value: string | null): Origin[] => (value === null ? [] : [{ constant: value }]);
  const meant = (about: "TERRITORY" | "DATE") =>
    Object.fromEntries(mapping.values.filter((it) => it.about === about).map(({ said, meant: it }) => [said, it]));
  return {
    source: slugOf(mapping.source),
    id: mapping.id,
    empty: nothing,
    text: { parts: mapping.text.map((name) => ({ column: name, title: titled(mapping, name) })) },
    objective: constant(mapping.objective),
    question: [],
    theme: constant(theme),
    territory: [
      ...column(mapping.territory).map((origin) => ({ origin, kind: mapping.territoryKind })),
      ...(mapping.everywhere === null ? [] : [{ origin: { constant: everywhere }, kind: "REGION" as const }]),
    ],
    channel: constant(mapping.kind === "NOTEBOOK" ? "NOTEBOOK" : "IMPORTED"),
    date: [...column(mapping.date), ...constant(mapping.day)],
    author: column(mapping.author),
    // All of them, or the first that says something.
    title: [
      ...(mapping.title.length > 1 ? [{ words: mapping.title.map((name) => `{${name}}`).join(" · ") }] : []),
      ...mapping.title.flatMap(column),
    ],
    original: column(mapping.original),
    meant: {
      territory:
        mapping.everywhere === null ? meant("TERRITORY") : { ...meant("TERRITORY"), [everywhere]: mapping.everywhere },
      date: meant("DATE"),
    },
  };
}

/** Stands for the territory of all rows, whatever its kind. */
const everywhere = "\u0001everywhere";

/** One column is the text; several are each under their own name. */
const titled = ({ text }: TextImportMapping, name: string) => (text.length > 1 ? lastPart(name) : null);

/** « responses.Quelles sont vos attentes ? » is headed by the question alone. */
const lastPart = (name: string) => name.slice(/^[\w-]+\./.exec(name)?.[0].length ?? 0) || name;
