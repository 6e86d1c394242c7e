import { createHash } from "node:crypto";
import { mostRead, readText } from "@cahier/schema/questionnaire/read";
import type { Channel } from "../graphql/resolvers.generated.ts";
import { readDay } from "./dates.ts";
import { fold } from "../platform/text/fold.ts";
import { readableText } from "../platform/text/markup.ts";
import type { ImportMap, Origin } from "./map.ts";
import type { Row } from "../platform/files/table.ts";
import { kindNames, type TerritoryKnown, type territoryFinder } from "../domain/ground/territory/finder.ts";

/** Themes, objectives, questions and territories that rows can belong to. */
export interface World {
  territory: ReturnType<typeof territoryFinder>;
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
  place: TerritoryKnown | null;
  contributedOn: string;
}

/** Why a row has no place. */
export class Unplaced extends Error {}

/** Longer than the longest report of a meeting. */
const longestText = 100_000;
const channels: Channel[] = ["ONLINE", "PAPER", "LOCAL_MEETING", "EMAIL"];

/** Reads a column as text: words, a number, or a list of them, one a line. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join("\n");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Words that were refused, to be shown in a line. */
const quoted = (words: string) => `« ${words.length > 80 ? `${words.slice(0, 80)}…` : words} »`;

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
      if (!found) throw new Unplaced(`no question ${quoted(question)}`);
      return { themeId: found.themeId, objectiveId: found.objectiveId, questionId: found.id };
    }
    const objective = first(row, map.objective);
    if (objective) {
      const found = world.objectives.get(objective);
      if (!found) throw new Unplaced(`no objective ${quoted(objective)}`);
      return { themeId: found.themeId, objectiveId: found.id, questionId: null };
    }
    const theme = first(row, map.theme);
    const found = world.themes.get(theme);
    if (!found) throw new Unplaced(theme ? `no theme ${quoted(theme)}` : "no objective, no question and no theme");
    return { themeId: found.id, objectiveId: null, questionId: null };
  };

  const placeOf = (row: Row): TerritoryKnown | null => {
    if (map.territory.length === 0) return null;
    const refused: string[] = [];
    for (const { origin, kind } of map.territory) {
      const said = from(row, origin);
      if (!said) continue;
      const found = world.territory(kind, said);
      if (found) return found;
      refused.push(`no ${kindNames[kind]} ${quoted(said)}`);
    }
    throw new Unplaced(refused.join(", ") || "no territory");
  };

  const dayOf = (row: Row) => {
    const said: string[] = [];
    for (const origin of map.date) {
      const text = from(row, origin);
      const day = readDay(text);
      if (day && day > world.today) throw new Unplaced(`the date ${quoted(text)} is to come`);
      if (day) return day;
      if (text) said.push(`${quoted(text)} is no date`);
    }
    throw new Unplaced(said.join(", ") || "no date");
  };

  const channelOf = (row: Row) => {
    const said = first(row, map.channel);
    const channel = channels.find((it) => fold(it) === fold(said));
    if (!channel) throw new Unplaced(said ? `no channel ${quoted(said)}` : "no channel");
    return channel;
  };

  const read = (text: string) => {
    const kept = readText(longestText)(
      text,
      (code) => {
        throw new Unplaced(code === "TOO_LONG" ? "a text that is too long" : "a text that can't be kept as written");
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
    const id = map.id ? rawIn(row, map.id) : JSON.stringify(Object.entries(row.values));
    if (!id) throw new Unplaced(`nothing in « ${map.id} »`);
    const short = id.length <= 100 && !/\p{C}/u.test(id);
    const kept = map.id && short ? id : createHash("sha256").update(id).digest("hex").slice(0, 32);
    return `${map.source}:${kept}`;
  };

  return (row: Row): Placed[] => {
    if (row.unreadable) throw new Unplaced(row.unreadable);
    const name = nameOf(row);
    const texts = textsOf(row);
    if (texts.length === 0) throw new Unplaced("no text");
    const common = {
      ...about(row),
      channel: channelOf(row),
      authorName: read(first(row, map.author).slice(0, 200)) ?? null,
      place: placeOf(row),
      contributedOn: dayOf(row),
    };
    return texts.map((body, index) => ({ ...common, key: "each" in map.text ? `${name}#${index + 1}` : name, body }));
  };
}
