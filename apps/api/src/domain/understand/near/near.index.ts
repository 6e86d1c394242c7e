import type { DataSource, EntityManager } from "typeorm";
import { log } from "../../../platform/log.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { theirs } from "../reading/reading.filter.ts";
import type { Holdings, Missing, ShelvedMark, ShelvedText } from "./shelf.ts";
import { Thread } from "./thread.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Place where a text is read with others: its objective, else its theme. */
export type TextPlace = Pick<Contribution, "objectiveId" | "themeId">;

export const shelfOf = ({ objectiveId, themeId }: TextPlace) => objectiveId ?? `theme ${themeId}`;

/**
 * Longest wait for an answer, in milliseconds after the request came: the rest of the page matters more, and all of it is
 * refused where it is late. Work already begun goes on, for the next question.
 */
const patience = 2500;
/** Texts read from the database and passed on at once: two milliseconds of the event loop. */
const portion = 500;

/**
 * Texts past which a shelf rests between two comparisons, in milliseconds, the longer the more there are: all its ids are
 * read for one. A text of since then is near nothing until the next.
 */
const many = 5000;
const rest = 15_000;
/** Rest, in milliseconds, of shelves that the database did not read in time: each page would ask it for nothing. */
const refused = 60_000;
/** Characters of the id and revision of a text. */
const idLength = 38;

/** Most texts of a shelf that holds them all; past these, the unread ones and the marks that it holds. */
export const bounds = { texts: 30_000, unread: 15_000, marks: 10_000 };

/**
 * SQL: holdings of shelves `s`, from indexes alone: the texts that a team may read, and the marks of the published ones.
 * Of more texts than a shelf holds, those to be read next, those of the newest marks, and these marks; of a theme, the
 * first. A text that was read and is marked nowhere is near nothing there, nor is one whose turn is far off.
 */
function holdingsText({ texts, unread, marks }: typeof bounds) {
  const ofObjective = `select c.id, c.revision from contribution c where c.objective_id = s.objective_id and ${theirs("null")}`;
  const marked = (most: string) => `select l.passage_id, l.key_point_id, l.text_id from key_point_passage l
    where l.objective_id = s.objective_id order by l.said_on desc, l.text_id desc limit ${most}`;
  return `select s.key, coalesce(t.texts, '') as texts, coalesce(m.marks, '') as marks
  from unnest($1::text[], $2::uuid[], $3::uuid[]) s(key, objective_id, theme_id)
  cross join lateral (select count(*) > ${texts} as many from (${ofObjective} order by c.status limit ${texts + 1}) c) size
  cross join lateral (select string_agg(x.id || ':' || x.revision, ' ') as texts from (
    select * from (${ofObjective} and not size.many) every
    union all
    select * from (select c.id, c.revision from contribution c where c.theme_id = s.theme_id and c.objective_id is null
      and s.objective_id is null and ${theirs("null")} order by c.status limit ${texts}) of_theme
    union all
    select * from (
      (${ofObjective} and c.readers = 0 and size.many order by c.contributed_on, c.id limit ${unread})
      union
      select c.id, c.revision from (${marked(`${marks}`)}) m
        join contribution c on c.id = m.text_id and c.marked and ${theirs("null")} where size.many) first) x) t
  cross join lateral (select string_agg(l.passage_id || ':' || l.key_point_id, ' ') as marks
    from (${marked(`case when size.many then ${marks} end`)}) l) m`;
}

/** A shelf, and what it should hold. */
export type ShelfHoldings = Holdings & { key: string };

/** Reads what the shelves of some texts should hold. */
export const holdingsOf = (db: EntityManager, shelves: [key: string, place: TextPlace][], within = bounds) =>
  prepared<ShelfHoldings>(db, within === bounds ? "near: holdings" : null, holdingsText(within), [
    shelves.map(([key]) => key),
    shelves.map(([, it]) => it.objectiveId),
    shelves.map(([, it]) => it.themeId),
  ]);

const textsText = `select c.id, c.revision, c.body from contribution c where c.id = any($1::uuid[]) and ${theirs("null")}`;

const marksText = `
  select p.id as "passageId", l.key_point_id as "keyPointId", p.contribution_id as "textId", p.quote
  from passage p join key_point_passage l on l.passage_id = p.id
  join contribution c on c.id = p.contribution_id and ${visible("c")}
  where p.id = any($1::uuid[])`;

/** The texts of this database as the worker holds them: brought up to date before each question. */
class Near {
  readonly thread = new Thread();
  readonly #db: EntityManager;
  #holding: Promise<unknown> = Promise.resolve();
  /** True while work goes on for which somebody waited in vain. */
  #isBehind = false;
  /** Shelves of many texts, and until when they are not compared again with those of the database. */
  readonly #until = new Map<string, number>();

  constructor(db: EntityManager) {
    this.#db = db;
  }

  /**
   * Answers the worker's reply, once its shelves are up to date; null on failure or after the longest wait. Nobody waits
   * where somebody did in vain and the work still goes on: after a start two hundred thousand texts take half a minute.
   * `since`: the instant at which the request came.
   */
  async answer<Answer>(
    places: TextPlace[],
    since: Date,
    ask: (thread: Thread) => Promise<Answer>,
  ): Promise<Answer | null> {
    if (this.#isBehind) return null;
    const answered = this.#held(places)
      .then(() => ask(this.thread))
      .catch((error: Error) => {
        log.warn("near", { detail: error.message });
        return null;
      });
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(
      () => {
        this.#isBehind = true;
        void answered.then(() => (this.#isBehind = false));
        resolve(null);
      },
      Math.max(0, since.getTime() + patience - Date.now()),
    );
    return Promise.race([answered, late]).finally(() => clearTimeout(timer));
  }

  /** One after the other: the second finds what the first brought. */
  #held(places: TextPlace[]): Promise<unknown> {
    this.#holding = this.#holding.catch(() => {}).then(() => this.#hold(places));
    return this.#holding;
  }

  async #hold(places: TextPlace[]) {
    const now = performance.now();
    const shelves = [...new Map(places.map((place) => [shelfOf(place), place]))].filter(
      ([key]) => now > (this.#until.get(key) ?? 0),
    );
    if (shelves.length === 0) return;
    const holdings = await holdingsOf(this.#db, shelves).catch((error: unknown) => {
      for (const [key] of shelves) this.#until.set(key, performance.now() + refused);
      throw error;
    });
    for (const { key, ...there } of holdings) {
      const size = there.texts.length / idLength;
      if (size > many) this.#until.set(key, performance.now() + (rest * size) / many);
      await this.#fill(key, await this.thread.ask(key, "hold", there));
    }
  }

  async #fill(shelf: string, missing: Missing) {
    for (const ids of portions(missing.texts))
      await this.thread.ask(shelf, "putTexts", await prepared<ShelvedText>(this.#db, "near: texts", textsText, [ids]));
    for (const ids of portions(missing.marks))
      await this.thread.ask(shelf, "putMarks", await prepared<ShelvedMark>(this.#db, "near: marks", marksText, [ids]));
  }
}

/** The ids before the colon, some at a time. */
function* portions(keys: string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += portion)
    yield keys.slice(at, at + portion).map((key) => key.slice(0, key.indexOf(":")));
}

const all = new WeakMap<DataSource, Near>();

/** The one of a database. */
export function nearOf(db: EntityManager): Near {
  let near = all.get(db.connection);
  if (!near) {
    near = new Near(db);
    all.set(db.connection, near);
  }
  return near;
}
