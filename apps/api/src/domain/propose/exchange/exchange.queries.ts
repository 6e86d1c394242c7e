import type { EntityManager } from "typeorm";
import type { ExchangeFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { linked, rowsJoined } from "../../../platform/data/linked.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Initiative, Initiatives } from "../initiative/initiative.entity.ts";
import { hidByRuling, visible } from "../../ground/moderation/status.sql.ts";
import { exchangePolicy } from "./exchange.policy.ts";
import { type Exchange, Exchanges, type Introduction, Introductions } from "./exchange.entity.ts";
import { validatedInitiative } from "../initiative/initiative.sql.ts";

/** The viewer's own exchanges and introductions. */
export interface ExchangeDesk {
  personId: string;
}

/** SQL: exchanges `it` that are listed on a day. */
const listed = (today: string) => `${visible("it")} and it.closed_on is null and it.expires_on >= ${today}::date`;

/** SQL: `it` lies in the place of this slug. A department lies in its region of today and in that of 2012. */
const within = (slug: string) => `(it.territory_id in (
    select t.id from territory t join territory a on a.slug = ${slug}
    where t.id = a.id or t.region2012_id = a.id or (a.kind = 'REGION' and t.region_id = a.id)))`;

interface Args {
  filter?: ExchangeFilter | null;
  first?: number | null;
  after?: string | null;
}

/** Listed exchanges, newest first. */
export async function exchanges({ db, now }: Context, args: Args) {
  const page = pageOf(args, 2);
  const { direction = null, kind = null, sector = null, territory = null } = args.filter ?? {};
  const where = `${listed("$1")} and ($2::text is null or it.direction = $2) and ($3::text is null or it.kind = $3)
    and ($4::text is null or it.sector = $4) and ($5::text is null or ${within("$5")})`;
  const clean = (text: string | null) => text?.replaceAll("\0", "") ?? null;
  const values = [dayOf(now), direction, kind, clean(sector), clean(territory)];
  const [rows, counted] = await Promise.all([
    rowsOf(
      db,
      Exchanges,
      "exchange: list",
      `where ${where} and ($6::date is null or (it.posted_on, it.id) < ($6::date, $7::uuid))
       order by it.posted_on desc, it.id desc limit $8`,
      [...values, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit + 1],
    ),
    prepared<{ total: number }>(
      db,
      "exchange: total",
      `select count(*)::int as total from exchange it where ${where}`,
      values,
    ),
  ]);
  return { ...connection(rows, page, ({ postedOn, id }) => [postedOn, id]), total: counted[0]!.total };
}

/**
 * An exchange by its id, in any state; one that waits to be read, or that was hidden as it waited, has no page but its
 * author’s and the moderators’.
 */
export async function exchangeOf(context: Context, id: string): Promise<Exchange | null> {
  const it = isId(id) ? await context.load(Exchanges, id.toLowerCase()) : null;
  if (!it || exchangePolicy.read(context.viewer, it)) return it;
  const waited = it.status === "HELD" || (it.status === "HIDDEN" && (await hiddenUnread(context, it.id)));
  return waited ? null : it;
}

/** True of one that a moderator hid before anybody read it: it leaves no place. */
async function hiddenUnread({ db }: Context, id: string): Promise<boolean> {
  const text = `select g.id from ruling g where g.kind = 'EXCHANGE' and g.text_id = $1 and g.outcome = 'HIDDEN'
    and g.lifted_at is null and g.was = 'HELD'`;
  return (await prepared(db, "exchange: hidden unread", text, [id])).length > 0;
}

/**
 * False of one that waits for moderators, or that a ruling hides: it is judged at their desk, where that is logged, and on
 * an appeal by somebody else.
 */
export async function mayHide(db: EntityManager, { id, status }: Exchange): Promise<boolean> {
  if (status !== "HIDDEN") return status === "VISIBLE";
  const text = `select ${hidByRuling("$1::uuid")} as ruled`;
  return !(await prepared<{ ruled: boolean }>(db, "exchange: hidden by a ruling", text, [id]))[0]!.ruled;
}

/** SQL order: the same sector and region first, then either of them. */
const nearest = `(it.sector = o.sector)::int + (it.region_id = o.region_id)::int desc`;

/** Exchanges of the same or the other direction, of the same sector or region: at most six. */
const near = (context: Context, name: string, turned: boolean, { id }: Exchange): Promise<Exchange[]> =>
  linked(
    context,
    name,
    Exchanges,
    `o.id as key from exchange o cross join lateral (
       select * from exchange it where it.id <> o.id and it.direction ${turned ? "<>" : "="} o.direction
         and (it.sector = o.sector or it.region_id = o.region_id) and ${listed("$2")}
       order by ${nearest}, it.posted_on desc, it.id limit 6) it
     where o.id = any($1::uuid[]) order by ${nearest}, it.posted_on desc, it.id`,
    id,
    [dayOf(context.now)],
  );

/** Exchanges in the other direction (offers for a request), of the same sector or region. At most six. */
export const answering = (context: Context, it: Exchange) => near(context, "exchange: answering", true, it);

/** Exchanges in the same direction, of the same sector or region. At most six. */
export const nearExchanges = (context: Context, it: Exchange) => near(context, "exchange: near", false, it);

/** The initiatives of the same sector or in the same region: at most six. */
export const initiativesNear = (context: Context, { id }: Exchange): Promise<Initiative[]> =>
  linked(
    context,
    "exchange: initiatives",
    Initiatives,
    `o.id as key from exchange o cross join lateral (
       select * from initiative it where it.id is distinct from o.initiative_id and ${validatedInitiative("it")}
         and (it.sector = o.sector or it.region_id = o.region_id)
       order by ${nearest}, it.name, it.id limit 6) it
     where o.id = any($1::uuid[]) order by ${nearest}, it.name, it.id`,
    id,
  );

/** The viewer's own request to meet the author of an exchange. */
export async function ownIntroduction(context: Context, exchangeId: string): Promise<Introduction | null> {
  if (!context.viewer.id) return null;
  const rows = await linked(
    context,
    "introduction: own",
    Introductions,
    `it.exchange_id as key from introduction it where it.exchange_id = any($1::uuid[]) and it.asked_by_id = $2`,
    exchangeId,
    [context.viewer.id],
  );
  return rows[0] ?? null;
}

/** Exchanges a person posted, newest first. */
export const postedBy = (context: Context, personId: string): Promise<Exchange[]> =>
  rowsJoined(
    context,
    Exchanges,
    "exchange: posted",
    "where it.author_id = $1 order by it.posted_on desc, it.id desc limit 100",
    [personId],
  );

/** Introductions others ask of a person, waiting ones first. */
export const receivedBy = (context: Context, personId: string): Promise<Introduction[]> =>
  rowsJoined(
    context,
    Introductions,
    "introduction: received",
    `join exchange e on e.id = it.exchange_id where e.author_id = $1 and it.state <> 'TAKEN_BACK'
     order by it.state <> 'ASKED', it.asked_on desc, it.id limit 100`,
    [personId],
  );

/** Introductions a person asked for, newest first. */
export const askedBy = (context: Context, personId: string): Promise<Introduction[]> =>
  rowsJoined(
    context,
    Introductions,
    "introduction: asked",
    "where it.asked_by_id = $1 order by it.asked_on desc, it.id limit 100",
    [personId],
  );
