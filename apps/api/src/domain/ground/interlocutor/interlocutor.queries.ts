import { longestRegister } from "@cahier/schema/limits";
import type { InterlocutorFilter, InterlocutorLevel } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { readToEnd } from "../../../platform/data/bounded.ts";
import { linked } from "../../../platform/data/linked.ts";
import { authorize } from "../../../platform/refusal.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { likeliest } from "./nearness.ts";
import { type Interlocutor, Interlocutors } from "./interlocutor.entity.ts";
import { interlocutorPolicy } from "./interlocutor.policy.ts";
import { movedByMerges } from "./interlocutor.writes.ts";

/** From the nearest office to the farthest. */
const levels = "array['LOCAL', 'DEPARTMENT', 'REGIONAL', 'NATIONAL', 'EUROPEAN']";

/** Place of an office in the register. */
const placeOf = (it: string) => `array_position(${levels}, ${it}.level), ${it}.name, ${it}.id`;

/** Ids of a territory of this slug, of those within it, and of the ones around it. */
export const placesAround = (slug: string) => `select place.id from territory asked join territory place
  on asked.id in (place.id, place.region_id, place.region2012_id) or place.id in (asked.region_id, asked.region2012_id)
  where asked.slug = ${slug}`;

/** Characters of a search that are read: it is made into words again for each office. */
const longestSearch = 200;

/** The offices that can decide, or those that follow one; without those that were merged into another. */
export const interlocutors = (
  { db }: Context,
  filter?: InterlocutorFilter | null,
  after?: string | null,
  first?: number | null,
): Promise<Interlocutor[]> =>
  rowsOf(
    db,
    Interlocutors,
    "interlocutor: all",
    `where it.merged_into_id is null and ($1::text is null or it.level = $1) and ($2::text is null or it.category = $2)
       and ($3::text is null or it.territory_id in (${placesAround("$3")}))
       and ($4::text is null or search_document(it.name || ' ' || it.remit) @@ search_query($4))
       and ($5::uuid is null or exists (select from interlocutor last where last.id = $5
         and (${placeOf("it")}) > (${placeOf("last")})))
     order by ${placeOf("it")} limit least($6::int, ${longestRegister})`,
    [
      ...[filter?.level, filter?.category, filter?.territory, filter?.search?.slice(0, longestSearch).trim()].map(
        known,
      ),
      after && isId(after) ? after : null,
      Math.max(first ?? longestRegister, 0),
    ],
  );

/** The whole register, a part after the other. */
export const everyInterlocutor = (context: Context) =>
  readToEnd(longestRegister, (after) => interlocutors(context, null, after));

/** An absent or empty filter narrows nothing. Null characters are removed: PostgreSQL stores none in a text. */
const known = (value: string | null | undefined) => value?.replaceAll("\0", "") || null;

/** One of them; by the slug of one that was merged, the one that stayed. */
export const interlocutorOf = async ({ db }: Context, slug: string): Promise<Interlocutor | null> => {
  const tail = "where it.id = (select coalesce(merged_into_id, id) from interlocutor where slug = $1)";
  return (await rowsOf(db, Interlocutors, "interlocutor: one", tail, [slug]))[0] ?? null;
};

/** Those that were merged into one, for the keepers of the register. */
export const mergedInto = async (context: Context, id: string): Promise<Interlocutor[]> => {
  if (!interlocutorPolicy.keep(context.viewer)) return [];
  const rest =
    "it.merged_into_id as key from interlocutor it where it.merged_into_id = any($1::uuid[]) order by it.name, it.id";
  return linked(context, "interlocutor: merged", Interlocutors, rest, id);
};

/** The day on which one was merged. */
export const mergedOn = async ({ db, batch }: Context, id: string): Promise<string | null> =>
  (await batch("interlocutor: merged on", async (ids) => {
    const days = await db.query<{ id: string; day: string }[]>(
      `select distinct on (subject_id) subject_id as id, recorded_on as day from journal_entry
       where subject_type = 'interlocutor' and subject_id = any($1::uuid[]) and event = 'interlocutor.merged'
       order by subject_id, recorded_at desc`,
      [ids],
    );
    return new Map(days.map(({ id: of, day }) => [of, day]));
  })(id)) ?? null;

/** Number of rows of a table that a merged office would get back: those the merge moved, and nobody moved since. */
export const toComeBack = async (
  { db, batch }: Context,
  officeId: string,
  table: string,
  moved: { event: string; name: string },
): Promise<number> =>
  (await batch(`interlocutor: ${table} to come back`, async (ids) => {
    const counts = await db.query<{ id: string; many: number }[]>(
      `select of.id, count(*)::int as many
       from (${movedByMerges(moved.event, moved.name)}) moved
       join interlocutor of on of.id = moved."officeId"
       join ${table} it on it.id = moved.id and it.interlocutor_id = of.merged_into_id
       group by of.id`,
      [ids],
    );
    return new Map(counts.map(({ id, many }) => [id, many]));
  })(officeId)) ?? 0;

interface Typed {
  name: string;
  level: InterlocutorLevel;
  territory?: string | null;
  except?: string | null;
}

/** Offices that may be the one that is typed. */
export async function nearInterlocutors(context: Context, { name, level, territory, except }: Typed) {
  authorize(interlocutorPolicy.keep(context.viewer));
  const [register, [place]] = await Promise.all([
    everyInterlocutor(context),
    context.db.query<{ id: string }[]>("select id from territory where slug = $1", [territory ?? ""]),
  ]);
  const others = register.filter(({ id }) => !except || !isId(except) || id !== except.toLowerCase());
  return likeliest({ name: name.slice(0, 300), level, territoryId: place?.id ?? null }, others);
}
