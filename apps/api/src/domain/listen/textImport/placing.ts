import { createHash } from "node:crypto";
import { mostRead, readText } from "@cahier/schema/questionnaire/read";
import type { Channel, TextImportFaultCode } from "../../../graphql/resolvers.generated.ts";
import { readDay } from "./dates.ts";
import { fold } from "../../../platform/text/fold.ts";
import { readableText } from "../../../platform/text/markup.ts";
import type { ImportMap, Origin, PlaceKind } from "./map.ts";
import type { Row } from "../../../platform/files/table.ts";
import { kindNames, type TerritoryKnown, type territoryFinder } from "../../ground/territory/finder.ts";

/** Themes, objectives, questions and territories that rows can belong to. */
export interface World {
  territory: ReturnType<typeof territoryFinder>;
  /** Territories by slug: what a person says that a name means. */
  places: Map<string, TerritoryKnown>;
  /** By slug, or by number where only one group has it. */
  objectives: Map<string, { id: string; themeId: string }>;
  /** By code, as « 1.3 », where only one questionnaire has it; by « questionnaire-1/1.3 » otherwise. */
  questions: Map<string, { id: string; objectiveId: string; themeId: string }>;
  /** By slug or by number. */
  themes: Map<string, { id: string }>;
  /** The last day that a row can be of. */
  today: string;
}

/** A row placed: one contribution, or one for each of its items. */
export interface Placed {
  key: string;
  themeId: string;
  objectiveId: string | null;
  questionId: string | null;
  channel: Channel;
  body: string;
  authorName: string | null;
  title: string | null;
  original: string | null;
  /** Name of a file beside the table. */
  scan: string | null;
  place: TerritoryKnown | null;
  contributedOn: string;
}

/** A placed row under the names of the columns that keep it. */
export const textOf = (one: Placed) => ({
  themeId: one.themeId,
  objectiveId: one.objectiveId,
  questionId: one.questionId,
  channel: one.channel,
  body: one.body,
  authorName: one.authorName,
  contributedOn: one.contributedOn,
  appearance: one.authorName ? ("NAMED" as const) : ("ANONYMOUS" as const),
  territoryId: one.place?.id ?? null,
  regionId: one.place?.regionId ?? null,
});

/** Why a row has no place: a sentence for whoever reads a terminal, a code for a page. */
export class Unplaced extends Error {
  readonly code: TextImportFaultCode;
  /** Words that were refused; null where there are none. */
  readonly value: string | null;
  constructor(message: string, code: TextImportFaultCode, value: string | null = null) {
    super(message);
    this.code = code;
    this.value = value === null ? null : shortened(value);
  }
}

/** Longer than the longest report of a meeting. */
const longestText = 100_000;
/** Of a name or a title. */
const longestName = 200;
const channels: Channel[] = ["ONLINE", "PAPER", "LOCAL_MEETING", "EMAIL", "NOTEBOOK", "IMPORTED"];

/** Reads a column as text: words, a number, or a list of them, one a line. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join("\n");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Words that were refused, to be shown in a line. */
const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);
const quoted = (words: string) => `« ${shortened(words)} »`;

/** The territory that a word of a file names; of a postcode, the department, overseas by its first three digits. */
function placeNamed(world: World, kind: PlaceKind, said: string): TerritoryKnown | null {
  if (kind !== "POSTCODE") return world.territory(kind, said);
  const code = /^\d{4,5}$/.test(said.trim()) ? said.trim().padStart(5, "0") : "";
  if (!code) return null;
  const corsica = code.startsWith("20") && (code < "20200" ? "2A" : "2B");
  return world.territory("DEPARTMENT", corsica || code.slice(0, /^9[78]/.test(code) ? 3 : 2));
}

/** Places a row, or throws why it can't be. */
export function placerOf(map: ImportMap, world: World) {
  const nothing = new Set(map.empty.map(fold));
  const rawIn = ({ values }: Row, column: string): string => {
    const text = wordsOf(Object.hasOwn(values, column) ? values[column] : null).trim();
    return nothing.has(fold(text)) ? "" : text;
  };
  /** The words of a cell; HTML becomes text. */
  const textIn = (row: Row, column: string): string => {
    const raw = rawIn(row, column);
    // Far too long as it is: refused by its length, before anything is looked for in it.
    const text = raw.length > mostRead(longestText) ? raw : readableText(raw).trim();
    return nothing.has(fold(text)) ? "" : text;
  };
  const from = (row: Row, origin: Origin): string => {
    if ("constant" in origin) return origin.constant;
    if ("column" in origin) return textIn(row, origin.column);
    let whole = true;
    const words = origin.words.replace(/\{([^{}]+)\}/g, (_, column: string) => {
      const value = textIn(row, column);
      if (!value) whole = false;
      return value;
    });
    return whole ? words : "";
  };
  const first = (row: Row, origins: Origin[]) => {
    for (const origin of origins) {
      const said = from(row, origin);
      if (said) return said;
    }
    return "";
  };

  const about = (row: Row) => {
    const question = first(row, map.question);
    if (question) {
      const found = world.questions.get(question);
      if (!found) throw new Unplaced(`no question ${quoted(question)}`, "UNKNOWN_SUBJECT", question);
      return { themeId: found.themeId, objectiveId: found.objectiveId, questionId: found.id };
    }
    const objective = first(row, map.objective);
    if (objective) {
      const found = world.objectives.get(objective);
      if (!found) throw new Unplaced(`no objective ${quoted(objective)}`, "UNKNOWN_SUBJECT", objective);
      return { themeId: found.themeId, objectiveId: found.id, questionId: null };
    }
    const theme = first(row, map.theme);
    const found = world.themes.get(theme);
    if (!found) {
      const why = theme ? `no theme ${quoted(theme)}` : "no objective, no question and no theme";
      throw new Unplaced(why, "UNKNOWN_SUBJECT", theme || null);
    }
    return { themeId: found.id, objectiveId: null, questionId: null };
  };

  const placeOf = (row: Row): TerritoryKnown | null => {
    if (map.territory.length === 0) return null;
    const refused: string[] = [];
    let unknown: string | null = null;
    for (const { origin, kind } of map.territory) {
      const said = from(row, origin);
      if (!said) continue;
      const meant = map.meant.territory[said];
      const found = meant ? world.places.get(meant) : placeNamed(world, kind, said);
      if (found) return found;
      unknown ??= said;
      refused.push(`no ${kind === "POSTCODE" ? "postcode" : kindNames[kind]} ${quoted(said)}`);
    }
    if (unknown === null) throw new Unplaced("no territory", "NO_TERRITORY");
    throw new Unplaced(refused.join(", "), "UNKNOWN_TERRITORY", unknown);
  };

  const dayOf = (row: Row) => {
    const said: string[] = [];
    for (const origin of map.date) {
      const text = from(row, origin);
      const day = map.meant.date[text] ?? readDay(text);
      if (day && day > world.today) throw new Unplaced(`the date ${quoted(text)} is to come`, "FUTURE_DATE", text);
      if (day) return day;
      if (text) said.push(text);
    }
    if (said.length === 0) throw new Unplaced("no date", "NO_DATE");
    throw new Unplaced(said.map((text) => `${quoted(text)} is no date`).join(", "), "UNKNOWN_DATE", said[0]);
  };

  const channelOf = (row: Row) => {
    const said = first(row, map.channel);
    const channel = channels.find((it) => fold(it) === fold(said));
    if (!channel) throw new Unplaced(said ? `no channel ${quoted(said)}` : "no channel", "UNKNOWN_SUBJECT", said);
    return channel;
  };

  const read = (text: string) => {
    const kept = readText(longestText)(
      text,
      (code) => {
        if (code === "TOO_LONG") throw new Unplaced("a text that is too long", "TOO_LONG", String(longestText));
        throw new Unplaced("a text that can't be kept as written", "UNREADABLE_TEXT");
      },
      false,
    );
    return kept as string | undefined;
  };

  const textsOf = (row: Row): string[] => {
    const { text } = map;
    if ("each" in text) {
      const value = row.values[text.each];
      // A separator that is an element, « <br> », is one before it is a line break.
      const split = text.separator.includes("<") ? rawIn : textIn;
      const items = Array.isArray(value) ? value.map(wordsOf) : split(row, text.each).split(text.separator);
      return items.map(readableText).flatMap((item) => (nothing.has(fold(item)) ? [] : (read(item) ?? [])));
    }
    const parts = text.parts.flatMap(({ column, title }) => {
      const words = read(textIn(row, column));
      return words ? [title ? `${title}\n${words}` : words] : [];
    });
    return parts.length > 0 ? [parts.join("\n\n")] : [];
  };

  const nameOf = (row: Row) => {
    const parts = map.id.map((column) => {
      const part = rawIn(row, column);
      if (!part) throw new Unplaced(`nothing in « ${column} »`, "NO_ID", column);
      return part;
    });
    // Parts of one name stay apart: « 1 » and « 23 » is not « 12 » and « 3 ».
    const id = parts.length > 1 ? JSON.stringify(parts) : (parts[0] ?? JSON.stringify(Object.entries(row.values)));
    const short = id.length <= 100 && !/\p{C}/u.test(id);
    const kept = parts.length > 0 && short ? id : createHash("sha256").update(id).digest("hex").slice(0, 32);
    return `${map.source}:${kept}`;
  };

  return (row: Row): Placed[] => {
    if (row.unreadable) throw new Unplaced(row.unreadable, "UNREADABLE_ROW");
    const name = nameOf(row);
    const texts = textsOf(row);
    if (texts.length === 0) throw new Unplaced("no text", "NO_TEXT");
    const original = first(row, map.original);
    const common = {
      ...about(row),
      channel: channelOf(row),
      authorName: lineOf(first(row, map.author)),
      title: lineOf(first(row, map.title)),
      original: original && isWebAddress(original) ? original : null,
      scan: scanNamed(original),
      place: placeOf(row),
      contributedOn: dayOf(row),
    };
    return texts.map((body, index) => ({ ...common, key: "each" in map.text ? `${name}#${index + 1}` : name, body }));
  };

  function lineOf(text: string) {
    return read(text.replace(/\s+/g, " ").slice(0, longestName)) ?? null;
  }
}

/** Name of a file of the original, without its folders; null for anything else. */
function scanNamed(text: string): string | null {
  const name = text.split(/[\\/]/).at(-1)!.trim();
  return !isWebAddress(text) && name.length <= 200 && /.\.(pdf|png|jpe?g|webp)$/i.test(name) ? name : null;
}

/** True for what a link may lead to: a page of the web, and nothing that runs. */
function isWebAddress(text: string): boolean {
  if (text.length > 2000 || !/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}
