import { isObject } from "@cahier/schema/object";
import type { TerritoryKind } from "../../../graphql/resolvers.generated.ts";
import { Misconfigured } from "../../../platform/config.ts";
import { kindNames } from "../../ground/territory/finder.ts";

/** Origin of a value: a column, a constant for all rows, or words around columns: « Réunion à {city} ». */
export type Origin = { column: string } | { constant: string } | { words: string };

/** Kind of what a column says of a place: a kind of territory, or the postcode of a town, which tells its department. */
export type PlaceKind = TerritoryKind | "POSTCODE";

/** Reading of the columns of a file. Among several origins, the first that says something is taken. */
export interface ImportMap {
  /** A short name of where the rows come from: the same row of the same source is imported once. */
  source: string;
  /** The columns that name a row together; where there are none, a row is known by all that it says. */
  id: string[];
  /** Words that stand for no value: « Non renseigné ». */
  empty: string[];
  /** Columns joined into one text, each under its title if any; or a column whose every item is a text. */
  text: { parts: { column: string; title: string | null }[] } | { each: string; separator: string };
  objective: Origin[];
  question: Origin[];
  theme: Origin[];
  territory: { origin: Origin; kind: PlaceKind }[];
  channel: Origin[];
  date: Origin[];
  author: Origin[];
  title: Origin[];
  /** Page or scan of the original: an address on the web. */
  original: Origin[];
  /** Meanings that a person gave to values of the file: the slug of a territory, a day. */
  meant: { territory: Record<string, string>; date: Record<string, string> };
}

const fields = "source id empty text objective question theme territory channel date author title original".split(" ");

/** Reads a map; what it lacks is said in one sentence. `name` is how the file is called. */
export function readMap(text: string, name: string): ImportMap {
  const wrong = (what: string) => new Misconfigured(`${name} ${what}.`);
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, "")) as Record<string, unknown>;
  } catch (error) {
    throw wrong(`is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(raw)) throw wrong("is not a JSON object");
  const unknown = Object.keys(raw).find((key) => !fields.includes(key));
  if (unknown) throw wrong(`says « ${unknown} », which is not one of ${fields.join(", ")}`);

  const words = (value: unknown, key: string): string => {
    if (typeof value === "string" && value.trim()) return value;
    throw wrong(`needs « ${key} » to be a text`);
  };
  const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]);
  const origin = (value: unknown, key: string): Origin => {
    if (typeof value === "string") return { column: words(value, key) };
    if (isObject(value))
      for (const way of ["column", "constant", "words"] as const)
        if (way in value) return { [way]: words(value[way], key) } as Origin;
    throw wrong(`needs « ${key} » to have a column, a constant or words`);
  };
  const origins = (key: string) => list(raw[key]).map((value) => origin(value, key));

  const map: ImportMap = {
    source: words(raw.source, "source"),
    id: list(raw.id).map((value) => words(value, "id")),
    empty: list(raw.empty).map((value) => words(value, "empty")),
    text: textOf(raw.text),
    objective: origins("objective"),
    question: origins("question"),
    theme: origins("theme"),
    territory: list(raw.territory).map((value) => {
      const kind = isObject(value) ? value.kind : undefined;
      const kinds = [...Object.keys(kindNames), "POSTCODE"];
      if (typeof kind !== "string" || !kinds.includes(kind))
        throw wrong(`needs « territory » to have a kind: ${kinds.join(", ")}`);
      return { origin: origin(value, "territory"), kind: kind as PlaceKind };
    }),
    channel: origins("channel"),
    date: origins("date"),
    author: origins("author"),
    title: origins("title"),
    original: origins("original"),
    meant: { territory: {}, date: {} },
  };
  if (!map.objective.length && !map.question.length && !map.theme.length)
    throw wrong("says no objective, no question and no theme");
  for (const key of ["channel", "date"] as const) if (!map[key].length) throw wrong(`says no ${key}`);
  return map;

  function textOf(value: unknown): ImportMap["text"] {
    if (isObject(value) && "each" in value)
      return { each: words(value.each, "text"), separator: words(value.separator ?? "|", "text") };
    const parts = list(value).map((part) =>
      isObject(part)
        ? { column: words(part.column, "text"), title: part.title === undefined ? null : words(part.title, "text") }
        : { column: words(part, "text"), title: null },
    );
    if (parts.length === 0) throw wrong("says no text");
    return { parts };
  }
}

/** The columns that a map reads. */
export function columnsOf(map: ImportMap): string[] {
  const ofOrigin = (it: Origin) => {
    if ("column" in it) return [it.column];
    return "words" in it ? [...it.words.matchAll(/\{([^{}]+)\}/g)].map(([, column]) => column!) : [];
  };
  return [
    ...map.id,
    ...("each" in map.text ? [map.text.each] : map.text.parts.map(({ column }) => column)),
    ...[map.objective, map.question, map.theme, map.channel, map.date, map.author, map.title, map.original]
      .flat()
      .flatMap(ofOrigin),
    ...map.territory.flatMap(({ origin }) => ofOrigin(origin)),
  ];
}
