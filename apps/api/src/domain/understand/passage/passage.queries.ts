import type { EntityManager } from "typeorm";
import { joinedIn } from "../../../platform/data/joined.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { waitingFor } from "./second.filter.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

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

/**
 * The groups whose teams read some contributions: that of the objective, else that of the theme, and those of the themes
 * that a published one was handed to.
 */
export async function groupsReading(db: EntityManager, ids: string[]): Promise<Map<string, (string | null)[]>> {
  const rows = await db.query<{ id: string; own: string | null; received: string[] }[]>(
    `select c.id, coalesce((select group_id from objective where id = c.objective_id),
         (select id from working_group where theme_id = c.theme_id order by id limit 1)) as own,
       array(select g.id from forwarding f join working_group g on g.theme_id = f.theme_id
         where f.contribution_id = c.id and ${visible("c")}) as received
     from contribution c where c.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, own, received }) => [id, own ? [own, ...received] : received.length ? received : [null]]),
  );
}

/** Of some texts, those that a person reads second: without what the first reader marked. */
export async function readBlind(
  asking: Parameters<typeof joinedIn>[0],
  ids: string[],
  personId: string | null,
): Promise<string[]> {
  const rows = await joinedIn(asking)<{ id: string }>(
    "reading: blind",
    `select c.id from contribution c where c.id = any($1::uuid[]) and ${waitingFor("$2")}`,
    [ids, personId],
  );
  return rows.map(({ id }) => id);
}

/** Reads the contributions, among the ids, in which a passage is marked. */
export async function goesOn(db: EntityManager, contributionIds: string[]): Promise<string[]> {
  const found = await db.query<{ id: string }[]>(
    "select distinct contribution_id as id from passage where contribution_id = any($1::uuid[])",
    [contributionIds],
  );
  return found.map(({ id }) => id);
}
