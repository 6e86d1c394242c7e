import type { EntityManager } from "typeorm";
import type { SynthesisAccounting, SynthesisLack } from "../../../graphql/resolvers.generated.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { linked, linkedKept } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { withoutEnd } from "../reading/reading.filter.ts";
import { accounted, citedAs } from "./accounting.ts";
import { type SetAside, SetAsides, type SynthesisVersion } from "./synthesis.entity.ts";
import { type Found, lacksOf } from "./synthesis.guard.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { working } from "../keyPoint/keyPoint.sql.ts";

const asked = "select unnest($1::uuid[])";

const countsText = `with ${accounted(asked)}
  select v.id as key,
    (count(*) filter (where a.cited))::int as cited,
    (count(*) filter (where a.set_aside_id is not null))::int as "setAside",
    (count(*) filter (where not a.cited and a.set_aside_id is null))::int as unaccounted,
    coalesce((select nothing_to_add from synthesis_version where id = v.id), (
      select ${textsIn("y.readers > 0 and not y.marked and not y.unpublished")} from text_tally y
      where y.objective_id = v.objective_id)) as "nothingToAdd"
  from asked v left join accounted a on a.version_id = v.id group by v.id, v.objective_id`;

type Keyed<Row> = Row & { key: string };

/** Counts the passages of an objective as a version accounts for them. */
export async function accountingOf({ db, batch }: Context, versionId: string): Promise<SynthesisAccounting> {
  const name = "synthesis: accounting";
  const loader = batch(name, async (ids) =>
    keyed(await prepared<Keyed<SynthesisAccounting>>(db, name, countsText, [ids]), ({ key }) => key),
  );
  return (await loader(versionId))!;
}

/** The same, as a command counts it while it holds the synthesis. */
export async function accountedBy(db: EntityManager, versionId: string): Promise<SynthesisAccounting> {
  const [found] = await db.query<[SynthesisAccounting]>(countsText, [[versionId]]);
  return found;
}

/** A citation said to distort stops being one when it is cited otherwise than then, or once it was answered in public. */
const foundText = () => `with ${accounted(asked)}, complaint as (
    select a.version_id, r.passage_id, r.resolution, r.reply, r.cited_as
    from accounted a join citation_review r on r.passage_id = a.passage_id and r.verdict = 'DISTORTED' where a.cited
  ), cited_now as (${citedAs("select passage_id from complaint", "TEAM")})
  select v.id as key,
    (select count(*)::int from synthesis_paragraph where version_id = v.id) as paragraphs,
    (select count(distinct k.id)::int from synthesis_paragraph g join citation ct on ct.paragraph_id = g.id
      join key_point k on k.id = ct.key_point_id where g.version_id = v.id and ${working("k")}) as "notStated",
    (select count(*)::int from accounted where version_id = v.id and not cited and set_aside_id is null) as unaccounted,
    (select count(*)::int from contribution c where c.objective_id = v.objective_id and ${withoutEnd()}) as "withoutEnd",
    (select count(*)::int from contribution c where c.objective_id = v.objective_id and ${held("c")}) as held,
    (select count(*)::int from complaint r left join cited_now n using (passage_id) where r.version_id = v.id
      and not coalesce(r.resolution = 'REPLIED' and r.reply <> '', false)
      and not coalesce(r.resolution = 'CORRECTED' and r.cited_as is distinct from n.digest, false)) as distorted
  from asked v`;

type Counted = Omit<Found, "version" | "today">;

/** Answers what a version under way still lacks to be published. */
export async function missingIn({ db, batch, now }: Context, version: SynthesisVersion): Promise<SynthesisLack[]> {
  const name = "synthesis: missing";
  const loader = batch(name, async (ids) =>
    keyed(await prepared<Keyed<Counted>>(db, name, foundText(), [ids]), ({ key }) => key),
  );
  return lacksOf({ version, today: dayOf(now), ...(await loader(version.id))! });
}

/** All that publishing looks at, as a command counts it while it holds the synthesis. */
export async function foundIn(db: EntityManager, version: SynthesisVersion, now: Date): Promise<Found> {
  const [counted] = await db.query<[Counted]>(foundText(), [[version.id]]);
  return { version, today: dayOf(now), ...counted };
}

/** Answers what a version sets aside, in order; an entry that sets aside nothing any more is for the team only. */
export async function setAsideIn(context: Context, versionId: string, team: boolean): Promise<SetAside[]> {
  const rows = await linkedKept(
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
  linkedKept(
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
