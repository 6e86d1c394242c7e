import { recentDays } from "@cahier/schema/retention";
import type { ModeratedKind, TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { dayOf } from "../../../platform/day.ts";
import { heldTextOf, nameOn } from "./heldText.ts";
import { besideOf, moderatedRows } from "./moderated.queries.ts";

/** Another text of the author of one. */
export interface OtherText {
  id: string;
  text: string;
  givenOn: string;
  status: TextStatus;
}

/** Most other texts that are shown beside one. */
const mostOthers = 20;

/**
 * Other texts of the author of one, of these days, the last ones first; null for one that came before. One that bears
 * another name, or none, is left out: two names are never brought together, nor is a name given to whoever chose none.
 */
export async function othersOf(
  context: Context,
  text: { kind: ModeratedKind; textId: string },
): Promise<OtherText[] | null> {
  const { joined, batch } = context;
  const loader = batch("moderation: others", async (ids) => {
    const pairs = await joined<{ key: string; kind: ModeratedKind | null; textId: string }>(
      "moderation: others",
      `select t.kind || ':' || t.text_id as key, o.kind, o.text_id as "textId" from recent_text t left join lateral (
         select * from recent_text o where o.author_digest = t.author_digest and o.written_on >= $3::date - $4::int
           and (o.kind, o.text_id) <> (t.kind, t.text_id) order by o.written_on desc, o.text_id desc limit $2
       ) o on true
       where t.kind || ':' || t.text_id = any($1::text[]) and t.written_on >= $3::date - $4::int`,
      [ids, 2 * mostOthers, dayOf(context.now), recentDays],
    );
    const names = pairs.flatMap(({ kind, textId }) => (kind ? [{ kind, textId }] : []));
    const own = ids.map((id) => ({ kind: id.split(":")[0] as ModeratedKind, textId: id.split(":")[1]! }));
    const read = (await moderatedRows(context, [...own, ...names])).map(heldTextOf);
    const texts = new Map(read.map((it) => [it.id, it]));
    return grouped(
      pairs.map(({ key, kind, textId }) => ({ key, it: texts.get(key), other: texts.get(`${kind}:${textId}`) })),
      ({ key }) => key,
    );
  });
  const pairs = await loader(`${text.kind}:${text.textId}`);
  if (!pairs) return null;
  const beside = new Set((await besideOf(context, text)).map((it) => it.text));
  return pairs
    .flatMap(({ it, other }) => (it && other && nameOn(it) === nameOn(other) ? [other] : []))
    .filter(({ status }) => status === "VISIBLE" || status === "HELD" || status === "HIDDEN")
    .flatMap(({ id, parts, givenOn, status }) => (parts[0] ? [{ id, text: parts[0].text, givenOn, status }] : []))
    .filter((it) => !beside.has(it.text))
    .slice(0, mostOthers);
}
