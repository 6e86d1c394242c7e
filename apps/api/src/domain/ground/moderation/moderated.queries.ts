import type { EntityManager } from "typeorm";
import type { ModeratedKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { moderatedKinds, moderatedNamed, type Part } from "../../../platform/moderated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { HeldText } from "./heldText.ts";
import { moderationPolicy } from "./moderation.policy.ts";

/** A text as its room reads it. */
export interface ModeratedRow extends Pick<
  HeldText,
  "kind" | "textId" | "givenOn" | "status" | "about" | "quoted" | "path"
> {
  groupId: string;
  parts: (Omit<Part, "text"> & { text: string | null })[];
  changed: boolean;
}

const columns = (kind: string) => `'${kind}' as kind, x.id as "textId", x.group_id as "groupId",
  x.given_on::text as "givenOn", x.status, x.parts, x.about, x.quoted, x.path,
  exists (select from ruling g where g.kind = '${kind}' and g.text_id = x.id and g.outcome = 'HIDDEN'
    and g.lifted_at is not null) as changed`;

/** SQL: all the texts that wait, of every kind, in groups `$1`. */
const heldText = () =>
  moderatedKinds()
    .map(
      ([kind, { rows, held }]) =>
        `select ${columns(kind)} from (${rows()} where ${held}) x where x.group_id = any($1::uuid[])`,
    )
    .join("\nunion all\n");

/** Groups that a viewer moderates. */
export async function moderatedGroups({ db, viewer }: { db: EntityManager; viewer: Viewer }): Promise<string[]> {
  if (!moderationPolicy.hold(viewer)) return [];
  const groups = await db.query<{ id: string; moderated: boolean }[]>(
    `select w.id, exists (select from role_grant g join person p on p.id = g.person_id and not p.banned
       where g.role = 'MODERATOR' and g.ended_at is null
         and (g.ends_on is null or g.ends_on >= current_date) and g.territory_id is null and (g.group_id is null or g.group_id = w.id)) as moderated
     from working_group w order by w.id`,
  );
  return groups.filter(({ id, moderated }) => moderationPolicy.rule(viewer, id, moderated)).map(({ id }) => id);
}

/** Count of texts that wait in some groups, and the day the oldest was given. */
export async function heldCounts(db: EntityManager, groups: string[]) {
  const [counts] = await db.query<[{ count: number; since: string | null }]>(
    `select count(*)::int as count, min(h."givenOn") as since from (${heldText()}) h`,
    [groups],
  );
  return counts;
}

/** Texts that wait in some groups, oldest first, after a place in that order. */
export const heldRows = (db: EntityManager, groups: string[], after: (string | null)[], limit: number) =>
  db.query<ModeratedRow[]>(
    `select * from (${heldText()}) h
     where $2::text is null or (h."givenOn", h.kind, h."textId"::text) > ($2, $3, $4)
     order by h."givenOn", h.kind, h."textId"::text limit $5`,
    [groups, ...after, limit],
  );

/** Texts by kind and id, whatever their visibility. */
export async function moderatedRows(db: EntityManager, texts: { kind: ModeratedKind; textId: string }[]) {
  if (texts.length === 0) return [];
  const parts = moderatedKinds().map(
    ([kind, { rows }], place) => `select ${columns(kind)} from (${rows()} where it.id = any($${place + 1}::uuid[])) x`,
  );
  return db.query<ModeratedRow[]>(
    parts.join("\nunion all\n"),
    moderatedKinds().map(([kind]) => texts.filter((text) => text.kind === kind).map(({ textId }) => textId)),
  );
}

/** Other answers of the same response, 20 at most; none where a text stands free. */
export async function besideOf({ db, batch }: Context, { kind, textId }: Pick<HeldText, "kind" | "textId">) {
  const { beside } = moderatedNamed(kind);
  if (!beside) return [];
  const loader = batch(`moderation: beside ${kind}`, async (ids) =>
    grouped(await db.query<{ key: string; label: string; text: string }[]>(beside, [ids]), ({ key }) => key),
  );
  return ((await loader(textId)) ?? []).slice(0, 20);
}
