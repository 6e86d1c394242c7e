import type { EntityManager } from "typeorm";
import type { SynthesisAccounting, SynthesisLack } from "../../../graphql/resolvers.generated.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { withoutEnd } from "../reading/reading.filter.ts";
import { accounted, accountedCounts, citedAs } from "./accounting.ts";
import { type SetAside, SetAsides, type SynthesisVersion } from "./synthesis.entity.ts";
import { type Found, lacksOf, mostTexts } from "./synthesis.guard.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { working } from "../keyPoint/keyPoint.sql.ts";

const asked = "select unnest($1::uuid[])";

type Keyed<Row> = Row & { key: string };

/** Part of an account that acts of the team change: counted once for all readers. */
type OfPassages = Omit<SynthesisAccounting, "nothingToAdd"> & Omit<Found, "version" | "today" | keyof OfTexts>;

/** A citation said to distort stops being one when it is cited otherwise than then, or once it was answered in public. */
const ofPassages = () => `with ${accountedCounts("select unnest((select $1::uuid[]))")}, complaint as (
    select a.version_id, r.passage_id, r.resolution, r.reply, r.cited_as
    from cited_passages a join citation_review r on r.passage_id = a.passage_id and r.verdict = 'DISTORTED'
  ), cited_now as (${citedAs("select passage_id from complaint", "TEAM")})
  select v.id as key, coalesce(n.cited, 0) as cited, coalesce(n.set_aside, 0) as "setAside",
    coalesce(n.unaccounted, 0) as unaccounted,
    (select count(*)::int from synthesis_paragraph where version_id = v.id) as paragraphs,
    (select count(distinct k.id)::int from synthesis_paragraph g join citation ct on ct.paragraph_id = g.id
      join key_point k on k.id = ct.key_point_id where g.version_id = v.id and ${working("k")}) as "notStated",
    (select count(*)::int from complaint r left join cited_now n using (passage_id) where r.version_id = v.id
      and not coalesce(r.resolution = 'REPLIED' and r.reply <> '', false)
      and not coalesce(r.resolution = 'CORRECTED' and r.cited_as is distinct from n.digest, false)) as distorted
  from asked v left join counted n on n.version_id = v.id`;

/** Texts of the objective that lack something, counted up to one past the most that is told. */
type OfTexts = Pick<Found, "withoutEnd" | "held">;

const some = (which: string) => `(select count(*)::int from (select from contribution c
    where c.objective_id = s.objective_id and ${which} limit ${mostTexts + 1}) one)`;
const ofTexts = () => `select v.id as key, ${some(withoutEnd())} as "withoutEnd", ${some(held("c"))} as held
  from synthesis_version v join synthesis s on s.id = v.synthesis_id where v.id = any($1::uuid[])`;

const nothingToAdd = `select v.id as key, coalesce(v.nothing_to_add, (
    select ${textsIn("y.readers > 0 and not y.marked and not y.unpublished")} from text_tally y
    where y.objective_id = s.objective_id)) as count
  from synthesis_version v join synthesis s on s.id = v.synthesis_id where v.id = any($1::uuid[])`;

function passagesOf({ db, cached }: Context, versionId: string): Promise<OfPassages | undefined> {
  const name = "synthesis: accounting";
  return cached(name, async (ids) =>
    keyed(await prepared<Keyed<OfPassages>>(db, name, ofPassages(), [ids]), ({ key }) => key),
  )(versionId);
}

/** One row a version, with what else its turn asks. */
function counted<Row extends object>({ batch, joined }: Context, name: string, text: string, versionId: string) {
  return batch(name, async (ids) => keyed(await joined<Keyed<Row>>(name, text, [ids]), ({ key }) => key))(versionId);
}

/** Counts the passages of an objective as a version accounts for them. */
export async function accountingOf(context: Context, versionId: string): Promise<SynthesisAccounting> {
  const [passages, texts] = await Promise.all([
    passagesOf(context, versionId),
    counted<{ count: number }>(context, "synthesis: nothing to add", nothingToAdd, versionId),
  ]);
  const { cited, setAside, unaccounted } = passages!;
  return { cited, setAside, unaccounted, nothingToAdd: texts!.count };
}

/** Answers what a version under way still lacks to be published. */
export async function missingIn(context: Context, version: SynthesisVersion): Promise<SynthesisLack[]> {
  const [passages, texts] = await Promise.all([
    passagesOf(context, version.id),
    counted<OfTexts>(context, "synthesis: texts without end", ofTexts(), version.id),
  ]);
  return lacksOf({ version, today: dayOf(context.now), ...passages!, ...texts! });
}

/** All that publishing looks at and keeps, as a command counts it while it holds the synthesis. */
export async function foundIn(
  db: EntityManager,
  version: SynthesisVersion,
  now: Date,
): Promise<Found & SynthesisAccounting> {
  const ask = async <Row>(text: string) => (await db.query<[Row]>(text, [[version.id]]))[0];
  const [passages, texts, read] = await Promise.all([
    ask<OfPassages>(ofPassages()),
    ask<OfTexts>(ofTexts()),
    ask<{ count: number }>(nothingToAdd),
  ]);
  return { version, today: dayOf(now), ...passages, ...texts, nothingToAdd: read.count };
}

/** Answers what a version sets aside, in order; an entry that sets aside nothing any more is for the team only. */
export async function setAsideIn(context: Context, versionId: string, team: boolean): Promise<SetAside[]> {
  const rows = await linkedCached(
    context,
    "synthesis: set aside",
    SetAsides,
    "it.version_id as key from set_aside it where it.version_id = any($1::uuid[]) order by it.id",
    versionId,
  );
  if (team) return rows;
  const leaving = await Promise.all(rows.map(async ({ id }) => (await passagesLeftOut(context, id)).length > 0));
  return rows.filter((_, at) => leaving[at]);
}

/** The words that something set aside leaves out. */
export const passagesLeftOut = (context: Context, setAsideId: string): Promise<Passage[]> =>
  linkedCached(
    context,
    "synthesis: passages left out",
    Passages,
    `a.set_aside_id as key from (
       with ${accounted("select version_id from set_aside where id = any($1::uuid[])")} select * from accounted
     ) a join passage it on it.id = a.passage_id
     join contribution c on c.id = it.contribution_id and ${visible("c")}
     where a.set_aside_id = any($1::uuid[]) order by c.contributed_on, c.id, it.starts_at`,
    setAsideId,
  );

/** The passages that a version neither cites nor leaves out. */
export const unaccountedIn = (context: Context, versionId: string): Promise<Passage[]> =>
  linked(
    context,
    "synthesis: unaccounted",
    Passages,
    `a.version_id as key from (with ${accounted(asked)} select * from accounted) a
     join passage it on it.id = a.passage_id
     join contribution c on c.id = it.contribution_id and ${visible("c")}
     where not a.cited and a.set_aside_id is null order by c.contributed_on, c.id, it.starts_at`,
    versionId,
  );

/** A digest of how words are cited, as anybody reads it, or as the team writes it; null where they are not. */
export async function howCited(
  db: EntityManager,
  passageId: string,
  which: "ANYBODY" | "TEAM",
): Promise<string | null> {
  const [found] = await db.query<{ digest: string }[]>(citedAs("select $1::uuid", which), [passageId]);
  return found?.digest ?? null;
}
