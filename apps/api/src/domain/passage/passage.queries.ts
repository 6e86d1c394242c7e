import type { EntityManager } from "typeorm";
import type { Contribution } from "../contribution/contribution.entity.ts";

/** The group whose team reads a contribution: that of its objective, else that of its theme. */
export async function groupOfContribution(
  db: EntityManager,
  { objectiveId, themeId }: Pick<Contribution, "objectiveId" | "themeId">,
): Promise<string | null> {
  const [found] = await db.query<[{ id: string | null }]>(
    `select coalesce((select group_id from objective where id = $1),
       (select id from working_group where theme_id = $2 order by id limit 1)) as id`,
    [objectiveId, themeId],
  );
  return found.id;
}

/** Whether something else holds to a passage: a key point, a statement, or what its author said of it. */
export async function isHeldElsewhere(db: EntityManager, passageId: string): Promise<boolean> {
  const [found] = await db.query<[{ held: boolean }]>(
    `select exists (select from key_point_passage where passage_id = $1)
       or exists (select from statement_passage where passage_id = $1)
       or exists (select from passage_citation where passage_id = $1)
       or exists (select from set_aside where passage_id = $1)
       or exists (select from citation_review where passage_id = $1) as held`,
    [passageId],
  );
  return found.held;
}

/** Those of some contributions that go on: a passage is marked in them. */
export async function goesOn(db: EntityManager, contributionIds: string[]): Promise<string[]> {
  const found = await db.query<{ id: string }[]>(
    "select distinct contribution_id as id from passage where contribution_id = any($1::uuid[])",
    [contributionIds],
  );
  return found.map(({ id }) => id);
}
