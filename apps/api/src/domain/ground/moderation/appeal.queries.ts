import { timingSafeEqual } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { joinedIn } from "../../../platform/data/joined.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { groupRuling, kindsOfAnyGroup } from "../../../platform/moderated.ts";
import { signed } from "../../../platform/secret.ts";
import { heldNow, type Viewer } from "../../../platform/viewer.ts";
import { type Appeal, Appeals } from "./appeal.entity.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { type Ruling, Rulings } from "./ruling.entity.ts";
import { type DeskRuling, withTexts } from "./ruling.queries.ts";

/** Code that the author of a text reads with its ruling: whoever has it wrote the text. */
export const appealCode = (rulingId: string) => signed("appeal", rulingId).subarray(0, 18).toString("base64url");

/** True if a code is that of a ruling. */
export function isAppealCode(rulingId: string, code: string): boolean {
  const right = Buffer.from(appealCode(rulingId));
  const given = Buffer.from(code);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** SQL: somebody moderates what a ruling `r` of group `group` is about, beside the person `but`. */
const moderator = (group: string, but = "null::uuid") => `exists (select from role_grant g
  where g.role = 'MODERATOR' and ${heldNow("g")} and g.territory_id is null
    and (g.group_id is null or g.group_id = ${group} or r.kind = any(array[${kindsOfAnyGroup()
      .map((kind) => `'${kind}'`)
      .join(", ")}]::text[])) and g.person_id is distinct from ${but})`;

/** People who may decide an appeal against a ruling. */
interface Deciders {
  id: string;
  moderated: boolean;
  /** Somebody else moderates the group. */
  hasOther: boolean;
}

const deciders = (where: string) =>
  `select r.id, ${moderator("r.group_id")} as moderated, ${moderator("r.group_id", "r.ruled_by_id")} as "hasOther"
   from ruling r where ${where}`;

/** True where nobody else moderates the group of a ruling. */
export const judgedElsewhere = async ({ db, batch }: Context, { id }: Ruling): Promise<boolean> =>
  !(await batch("appeal: deciders", async (ids) =>
    keyed(await prepared<Deciders>(db, "appeal: deciders", deciders("r.id = any($1::uuid[])"), [ids]), (row) => row.id),
  )(id))!.hasOther;

/** True if a viewer may decide an appeal against a ruling. */
export async function mayDecide(db: EntityManager, viewer: Viewer, ruling: Ruling): Promise<boolean> {
  const [of] = await db.query<[Deciders]>(deciders("r.id = $1"), [ruling.id]);
  return moderationPolicy.decide(viewer, { ...ruling, groupId: groupRuling(ruling) }, of);
}

/** Appeal against a ruling, or against the one in whose place it stands. */
export const appealOn = async ({ db, batch }: Context, { id }: Ruling): Promise<Appeal | null> =>
  (await batch("appeal: on rulings", async (ids) => {
    const text = `select r.id as key, a.id, a.ruling_id as "rulingId", a.text, a.appealed_on::text as "appealedOn",
        a.outcome, a.note, a.decided_by_id as "decidedById", a.decided_at as "decidedAt"
      from ruling r join appeal a on a.ruling_id in (r.id, r.replaces_id) where r.id = any($1::uuid[]) order by a.id`;
    return keyed(await prepared<Appeal & { key: string }>(db, "appeal: on rulings", text, [ids]), ({ key }) => key);
  })(id)) ?? null;

/** An appeal with the ruling it is against. */
export interface DeskAppeal {
  appeal: Appeal;
  ruling: DeskRuling | null;
}

/** Appeals that wait and that a viewer may decide; null for a viewer who could decide none. */
export async function appealsFor(asked: Asked): Promise<DeskAppeal[] | null> {
  if (!moderationPolicy.judge(asked.viewer)) return null;
  if (!asked.batch) return appealsWaiting(asked);
  const loader = asked.batch("appeal: waiting", async ([all]) => new Map([[all!, await appealsWaiting(asked)]]));
  return (await loader("all"))!;
}

/** Within a request they are read once; within a command, as often as it asks. */
type Asked = Pick<Context, "db" | "viewer"> & Partial<Pick<Context, "batch" | "joined">>;

async function appealsWaiting(asked: Asked): Promise<DeskAppeal[]> {
  const { viewer } = asked;
  const ids = await joinedIn(asked)<Deciders & { appealId: string; kind: string; groupId: string; ruledById: string }>(
    "appeal: waiting",
    `select a.id as "appealId", o.kind, o.group_id as "groupId", o.ruled_by_id as "ruledById", d.*
     from appeal a join ruling o on o.id = a.ruling_id cross join lateral (${deciders("r.id = a.ruling_id")}) d
     where a.outcome is null and o.lifted_at is null order by a.id limit 200`,
  );
  return withRulings(
    asked,
    ids.filter((it) => moderationPolicy.decide(viewer, { ...it, groupId: groupRuling(it) }, it)),
  );
}

/** Appeals that wait against rulings of a viewer: somebody else decides. */
export async function appealsOnOwn(context: Context): Promise<DeskAppeal[]> {
  const { joined, viewer } = context;
  const ids = await joined<{ id: string; appealId: string }>(
    "appeal: of own rulings",
    `select a.id as "appealId", o.id from appeal a join ruling o on o.id = a.ruling_id
     where a.outcome is null and o.lifted_at is null and o.ruled_by_id = $1 order by a.id limit 20`,
    [viewer.id],
  );
  return withRulings(context, ids);
}

/** Some appeals, each with its ruling and its text. */
async function withRulings(
  asked: Pick<Asked, "db" | "joined">,
  ids: { id: string; appealId: string }[],
): Promise<DeskAppeal[]> {
  if (ids.length === 0) return [];
  const { db } = asked;
  const appeals = await db.findBy(
    Appeals,
    ids.map(({ appealId: id }) => ({ id })),
  );
  const rulings = await db.findBy(
    Rulings,
    ids.map(({ id }) => ({ id })),
  );
  const desk = new Map((await withTexts(asked, rulings)).map((it) => [it.ruling.id, it]));
  return appeals
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((appeal) => ({ appeal, ruling: desk.get(appeal.rulingId) ?? null }));
}
