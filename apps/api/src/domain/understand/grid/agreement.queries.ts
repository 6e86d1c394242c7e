import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { asNotebook } from "../../listen/notebook/notebook.queries.ts";
import { alphaOf } from "../agreement/alpha.ts";
import type { GridCriterion } from "./grid.entity.ts";

/** SQL: notebooks that two people read with the grid, the first two of them. */
const twice = `(select contribution_id, (array_agg(person_id order by read_at, person_id))[1] as one,
    (array_agg(person_id order by read_at, person_id))[2] as other, max(read_at) as at
  from grid_reading group by 1 having count(*) > 1)`;

/** Agreement of two readers on a criterion; null if it is not compared, or no line was read twice. */
export async function agreementOn({ db, batch }: Context, { id, kind }: GridCriterion) {
  if (kind === "TEXT") return null;
  const name = "grid: agreement";
  const loader = batch(name, async (ids) => {
    const rows = await prepared<{ id: string; one: string; other: string }>(
      db,
      name,
      `select a.criterion_id as id, a.value as one, b.value as other
       from ${twice} t join contribution c on c.id = t.contribution_id and ${visible("c")}
       join grid_answer a on a.contribution_id = t.contribution_id and a.person_id = t.one
       join grid_answer b on b.contribution_id = t.contribution_id and b.person_id = t.other
         and b.criterion_id = a.criterion_id
       where a.criterion_id = any($1::uuid[])`,
      [ids],
    );
    return grouped(rows, (row) => row.id);
  });
  const pairs = (await loader(id)) ?? [];
  if (pairs.length === 0) return null;
  return {
    compared: pairs.length,
    alike: pairs.filter(({ one, other }) => one === other).length,
    // A value is a set of one: the distance between two of them is 0 or 1, as named values have it.
    alpha: alphaOf(pairs.map(({ one, other }) => ({ sides: [[one], [other]], times: 1 }))),
  };
}

/** Number of notebooks of a group that two people read with its grid. */
export async function readTwiceIn({ db }: Context, groupId: string): Promise<number> {
  const [found] = await db.query<[{ count: number }]>(
    `select count(*)::int as count from ${twice} t join contribution c on c.id = t.contribution_id and ${visible("c")}
     where c.theme_id = (select theme_id from working_group where id = $1)`,
    [groupId],
  );
  return found.count;
}

/** SQL: a criterion `k` that the two readers of `t` answered differently, and on which nobody decided. */
const undecided = `exists (select from grid_criterion k
  left join grid_answer a on a.criterion_id = k.id and a.contribution_id = t.contribution_id and a.person_id = t.one
  left join grid_answer b on b.criterion_id = k.id and b.contribution_id = t.contribution_id and b.person_id = t.other
  where k.group_id = $1 and k.kind <> 'TEXT' and a.value is distinct from b.value and not exists (
    select from grid_decision d where d.criterion_id = k.id and d.contribution_id = t.contribution_id))`;

/** Notebooks on which two readers differ and nobody decided, the last read first. */
export async function disagreementsIn({ db, load }: Context, groupId: string) {
  const rows = await db.query<{ id: string }[]>(
    `select c.id from ${twice} t join contribution c on c.id = t.contribution_id and ${visible("c")}
     where ${undecided} order by t.at desc, c.id limit 50`,
    [groupId],
  );
  const texts = await Promise.all(rows.map(async ({ id }) => load(Contributions, id)));
  return texts.filter((text): text is Contribution => text !== null).map((text) => asNotebook(text)!);
}
