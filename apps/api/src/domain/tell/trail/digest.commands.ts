import type { DataSource, EntityManager } from "typeorm";
import { type Context, createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { log } from "../../../platform/log.ts";
import type { Mail } from "../../../platform/mail/mail.ts";
import { leaveMail, OutgoingMails } from "../../../platform/mail/outbox.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { signed } from "../../../platform/secret.ts";
import { isUnavailable } from "../../../platform/server/unavailable.ts";
import type { Response } from "../../listen/response/response.entity.ts";
import { ownContributions } from "../../listen/receipt/receipt.queries.ts";
import { keepMailed } from "../../listen/response/response.writes.ts";
import { digestOf } from "./digest.ts";
import { type Reader, readersInTurn, readersOf } from "./reader.queries.ts";
import { rowOf } from "./news.commands.ts";
import { newsOfContribution, toldOf } from "./news.queries.ts";
import { newsId, type Part, partsOf, type ResponseNews, thingOf } from "./news.ts";
import { counted } from "../../ground/moderation/status.sql.ts";

/** Moment of a telling, and the steps that it tells. */
export interface When {
  now: Date;
  /**
   * DAY: news up to yesterday, once a day, so that no mail betrays at which hour a text was read. NOW: all news until
   * now, once a minute: for the demonstration and for the site's operator.
   */
  pace: "DAY" | "NOW";
}

/** News for one reader, and the mail that carries it. */
interface Telling extends Part {
  reader: Reader;
  mail: Mail;
}

/** Readers handled together: the news of their texts is then read in a few statements. */
const together = 100;

/**
 * Writes the mails of each person with news not told yet, by mail or on a page; answers their number. What decides leaves
 * alone, the rest together. News and mail are written in one transaction: each step is told once, even if two processes
 * run at the same time.
 */
export async function tellByMail(database: DataSource, when: When): Promise<number> {
  let mails = 0;
  for await (const readers of readersInTurn(database.manager, together)) {
    // A context for each batch: frees the rows of the readers before.
    const context = createContext(database);
    const until = when.pace === "DAY" ? dayOf(when.now) : null;
    const found = await Promise.all(
      readers.map(async (reader): Promise<Telling[]> => {
        const all = await Promise.all(reader.responses.map((response) => untold(context, response, until)));
        const { address, language } = reader;
        return Promise.all(
          partsOf(all).map(async (part) => {
            const mail = await digestOf(context, address, language, part.responses);
            return { ...part, reader, mail };
          }),
        );
      }),
    );
    for (const telling of found.flat())
      try {
        if (await tell(database, context, telling, when)) mails++;
      } catch (error) {
        // A failure for one reader does not keep the others from their mail.
        if (isUnavailable(error)) throw error;
        log.error("digest", error);
      }
  }
  return mails;
}

async function untold(context: Context, response: Response, until: string | null): Promise<ResponseNews> {
  const own = await ownContributions(context, response);
  const news = await Promise.all(
    own.map(async (contribution) => {
      const [all, told] = await Promise.all([
        newsOfContribution(context, contribution),
        toldOf(context, contribution.id),
      ]);
      return all.filter((one) => !told.has(newsId(one)) && (until === null || one.on === null || one.on < until));
    }),
  );
  return { response, news: news.flat() };
}

/** Nothing of it is to be kept. */
class NothingToTell extends Error {}

async function tell(
  database: DataSource,
  context: Context,
  { reader: { address, language }, responses: found, event, mail }: Telling,
  { now, pace }: When,
): Promise<boolean> {
  const period = pace === "DAY" ? dayOf(now) : now.toISOString().slice(0, 16);
  try {
    await database.transaction(async (db) => {
      const responses = await stillThere(db, found);
      const mailId = await leaveMail(db, {
        ...mail,
        language,
        key: keyOf(address, event ? `${period}\0${event}` : period),
      });
      if (!mailId) throw new NothingToTell();
      const kept = new Set(await keepNotices(db, responses, mailId));
      if (kept.size === 0) throw new NothingToTell();
      // Something of it was told, taken back or changed since: the mail says what is left.
      const left = responses
        .map(({ response, news }) => ({ response, news: news.filter((one) => kept.has(newsId(one))) }))
        .filter(({ news }) => news.length > 0);
      if (kept.size < found.reduce((sum, { news }) => sum + news.length, 0)) {
        const { subject, text } = await digestOf(context, address, language, left);
        await db.update(OutgoingMails, mailId, { subject, text });
      }
      const things = new Set(left.flatMap(({ news }) => news.flatMap((one) => thingOf(one) ?? [])));
      await keepTold(
        db,
        now,
        [...things].map((thing) => ({ holder: toldTo(address), thing })),
      );
      for (const { response } of left) if (response.mailedDigest === null) await keepMailed(db, response.id);
    });
    return true;
  } catch (error) {
    if (error instanceof NothingToTell) return false;
    throw error;
  }
}

/** One mail a day, or a minute, to an address, and one more for each event that decides: the key says so without saying which address. */
const keyOf = (address: string, period: string) => signed("digest", `${address}\0${period}`).toString("base64url");

const rowsOfNews = (responses: ResponseNews[]) => JSON.stringify(responses.flatMap(({ news }) => news.map(rowOf)));

/**
 * Answers the news that still hold, and locks their responses until the mail is written, so that no author withdraws
 * meanwhile. A text that changed since it was read waits for the next mail.
 */
async function stillThere(db: EntityManager, found: ResponseNews[]): Promise<ResponseNews[]> {
  const held = await db.query<{ id: string }[]>(
    `select id from response where id = any($1::uuid[]) and ${counted("response")} order by id for update`,
    [found.map(({ response }) => response.id)],
  );
  const texts = await db.query<{ id: string; status: string; revision: number }[]>(
    "select id, status, revision from contribution where response_id = any($1::uuid[])",
    [held.map(({ id }) => id)],
  );
  const now = new Map(texts.map((text) => [text.id, text]));
  return found.map(({ response, news }) => ({
    response,
    news: news.filter(({ contribution: { id, status, revision } }) => {
      const text = now.get(id);
      return text?.status === status && text.revision === revision;
    }),
  }));
}

/** Writes what is told; answers with what nobody had told before. */
async function keepNotices(db: EntityManager, responses: ResponseNews[], mailId: string): Promise<string[]> {
  const rows = await db.query<{ contribution_id: string; step: string; target_id: string }[]>(
    `insert into notice (contribution_id, step, target_id, mail_id)
     select contribution_id, step, target_id, $2
     from jsonb_to_recordset($1::jsonb) t(contribution_id uuid, step text, target_id uuid)
     order by 1, 2, 3
     on conflict do nothing returning contribution_id, step, target_id`,
    [rowsOfNews(responses), mailId],
  );
  return rows.map(({ contribution_id: id, step, target_id: target }) => `${id}:${step}:${target}`);
}

/** Takes all that happened before a day as told, to those who are told by mail. */
export async function toldBefore(database: DataSource, day: string) {
  const context = createContext(database);
  const readers = await readersOf(database.manager);
  const found = await Promise.all(
    readers.flatMap(({ responses }) => responses).map((response) => untold(context, response, day)),
  );
  await database.query(
    `insert into notice (contribution_id, step, target_id, seen) select contribution_id, step, target_id, true
     from jsonb_to_recordset($1::jsonb) t(contribution_id uuid, step text, target_id uuid) on conflict do nothing`,
    [rowsOfNews(found)],
  );
}
