import type { EntityManager } from "typeorm";
import type { WatchedKind } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { announced } from "../../meet/meeting/meeting.sql.ts";
import { publicProposal } from "../../propose/proposal/proposal.sql.ts";

/** A public thing that may be followed, as it is named. */
export interface Subject {
  kind: WatchedKind;
  id: string;
  title: string;
  /** Its page, without the language. */
  path: string;
}

/** Select of the things of each kind that anybody may read, whose ids are among `$2`. */
const selects: Record<WatchedKind, string> = {
  GROUP: `select it.id, it.name as title, '/groups/' || it.slug as path from working_group it where not it.preparing`,
  OBJECTIVE: `select it.id, it.question as title, '/objectives/' || it.slug as path from objective it
    where it.withdrawn_on is null and ${isOpened("it.group_id")}`,
  TERRITORY: `select it.id, it.name as title, '/territories/' || it.slug as path from territory it where true`,
  PROPOSAL: `select it.id, it.title, '/proposals/' || it.slug as path from proposal it
    where ${publicProposal("it")} and ${isOpened("it.group_id")}`,
  MEETING: `select it.id, it.title, '/meetings/' || it.slug as path from meeting it where ${announced()}`,
  OFFICE: `select it.id, it.name as title, '/interlocutors/' || it.slug as path from interlocutor it
    where it.merged_into_id is null`,
};

const all = Object.entries(selects)
  .map(([kind, select]) => `select '${kind}' as kind, * from (${select} and it.id = any($1::uuid[])) "${kind}"`)
  .join(" union all ");

/** The things of these ids that anybody may read, in one statement. */
export const subjectsOf = (db: EntityManager, ids: string[]): Promise<Subject[]> =>
  prepared<Subject>(db, "watch: subjects", all, [ids]);

/** One of them; null where nobody may read it. */
export async function subjectOf(db: EntityManager, kind: WatchedKind, id: string): Promise<Subject | null> {
  return (await subjectsOf(db, [id])).find((it) => it.kind === kind) ?? null;
}
