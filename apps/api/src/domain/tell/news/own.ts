import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { followingAmong } from "../../listen/follow/follow.queries.ts";
import { ownContributions } from "../../listen/receipt/receipt.queries.ts";
import { readersOf } from "../trail/reader.queries.ts";
import { newsOfContribution } from "../trail/news.queries.ts";
import { thingOf } from "../trail/news.ts";

/** Somebody who may follow responses of their own too. */
export interface Addressed {
  address: string;
  personId: string | null;
}

/** All that the path of their own words tells readers, or told them, or will, by their address: no other mail does. */
export async function toldByTrail(context: Context, readers: Addressed[]): Promise<Map<string, Set<string>>> {
  const following = await followingAmong(context.db, readers);
  if (following.length === 0) return new Map();
  const found = await Promise.all(
    (await readersOf(context.db, following)).map(async ({ address, responses }) => {
      const texts = await Promise.all(responses.map((response) => ownContributions(context, response)));
      const news = await Promise.all(texts.flat().map((text) => newsOfContribution(context, text)));
      return [address, new Set(news.flat().flatMap((one) => thingOf(one) ?? []))] as const;
    }),
  );
  return new Map(found);
}

/** Ids of the objectives and of the groups that somebody answered to. */
export async function tookPartIn(db: EntityManager, reader: Addressed): Promise<Set<string>> {
  const following = await followingAmong(db, [reader]);
  if (following.length === 0) return new Set();
  const rows = await db.query<{ objective: string; group: string }[]>(
    `select distinct o.id as objective, o.group_id as "group" from response r
     join questionnaire q on q.id = r.questionnaire_id join objective o on o.id = q.objective_id
     where r.id = any($1::uuid[])`,
    [following.map(({ responseId }) => responseId)],
  );
  return new Set(rows.flatMap(({ objective, group }) => [objective, group]));
}
