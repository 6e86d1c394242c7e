import type { ModeratedKind, RulingReason, TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { rowsJoined } from "../../../platform/data/linked.ts";
import { kindsOfAnyGroup } from "../../../platform/moderated.ts";
import { type HeldText, heldTextOf } from "./heldText.ts";
import { moderatedRows } from "./moderated.queries.ts";
import { type Ruling, Rulings } from "./ruling.entity.ts";

/** A ruling, with its text as it stands. */
export interface DeskRuling {
  ruling: Ruling;
  text: HeldText | null;
}

/** The ruling in force on a text, for its author. */
export async function rulingOn(context: Context, kind: ModeratedKind, textId: string): Promise<Ruling | null> {
  const loader = context.batch("ruling: in force", async (keys) => {
    const texts = keys.map((key) => key.split(" "));
    const tail = `join unnest($1::text[], $2::uuid[]) t(kind, text_id) on t.kind = it.kind and t.text_id = it.text_id
      where it.lifted_at is null`;
    const values = [texts.map(([of]) => of), texts.map(([, id]) => id)];
    const rows = await rowsJoined(context, Rulings, "ruling: in force", tail, values);
    return keyed(rows, (row) => `${row.kind} ${row.textId}`);
  });
  const ruling = await loader(`${kind} ${textId}`);
  return ruling ? { ...ruling, own: true } : null;
}

/** Reason of the ruling that hides a text, which anybody reads in its place; null for a text that is not hidden. */
export async function reasonHidden(
  { joined, batch }: Context,
  kind: ModeratedKind,
  id: string,
): Promise<RulingReason | null> {
  const loader = batch(`ruling: reasons on ${kind}`, async (ids) => {
    const text = `select text_id as key, reason from ruling where kind = $2 and text_id = any($1::uuid[])
      and outcome = 'HIDDEN' and lifted_at is null order by id`;
    const rows = await joined<{ key: string; reason: RulingReason }>("ruling: reasons", text, [ids, kind]);
    return keyed(rows, ({ key }) => key);
  });
  return (await loader(id))?.reason ?? null;
}

/** The same, asked for a text that does not show alone. */
export const hiddenFor = async (
  context: Context,
  kind: ModeratedKind,
  { id, status }: { id: string; status: TextStatus },
) => (status === "HIDDEN" ? reasonHidden(context, kind, id) : null);

/** Rulings in force in some groups, the last one first, each with its text; `after` is the id of the one before. */
export async function rulingsIn(
  context: Context,
  groups: string[],
  after: string | null,
  limit: number,
): Promise<DeskRuling[]> {
  const tail = `where (it.group_id = any($1::uuid[]) or it.kind = any($4::text[]) and cardinality($1::uuid[]) > 0)
    and it.lifted_at is null and ($2::uuid is null or it.id < $2)
    order by it.id desc limit $3`;
  const values = [groups, after, limit, kindsOfAnyGroup()];
  return withTexts(context, await rowsJoined(context, Rulings, "ruling: of groups", tail, values));
}

/** Some rulings, each with its text as it stands. */
export async function withTexts(asked: Parameters<typeof moderatedRows>[0], rulings: Ruling[]): Promise<DeskRuling[]> {
  const texts = grouped((await moderatedRows(asked, rulings)).map(heldTextOf), ({ id }) => id);
  return rulings.map((ruling) => ({ ruling, text: texts.get(`${ruling.kind}:${ruling.textId}`)?.[0] ?? null }));
}
