import { type EntityManager, In, IsNull } from "typeorm";
import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { type Contribution, Contributions, type Reading, Readings } from "./contribution.entity.ts";
import { type Forwarding, Forwardings } from "./forwarding.entity.ts";

/** The judgement of the team on a text: why nothing follows, or null. */
export type Judgement = Pick<
  Contribution,
  "notRetained" | "notRetainedNote" | "notRetainedOn" | "forwardedThemeId" | "saidById"
>;

/** No judgement: the text goes on, or waits to be read. */
export const noJudgement: Judgement = {
  notRetained: null,
  notRetainedNote: null,
  notRetainedOn: null,
  forwardedThemeId: null,
  saidById: null,
};

/** Keeps what the team says of some texts. */
export const judge = (db: EntityManager, ids: string[], said: Judgement) =>
  db.update(Contributions, { id: In(ids) }, said);

/** Keeps that somebody read a text, once; says whether they had not. */
export const keepReading = (db: EntityManager, reading: Reading) => insertOnce(db, Readings, reading);

/** Takes back that somebody read a text. */
export const takeBackReading = (db: EntityManager, reading: Omit<Reading, "readAt">) => db.delete(Readings, reading);

/** Of a text whose words changed nobody has read anything, here or where it was handed to. */
export async function forgetReadings(db: EntityManager, contributionId: string) {
  await db.delete(Readings, { contributionId });
  await db.delete(Forwardings, { contributionId });
}

/** Hands a text to another theme, once; says whether it was not. */
export const keepForwarding = (
  db: EntityManager,
  forwarding: Pick<Forwarding, "contributionId" | "themeId" | "forwardedOn">,
) => insertOnce(db, Forwardings, forwarding);

/** Takes a text back from another theme, unless it was read there. */
export const takeBackForwarding = (db: EntityManager, contributionId: string, themeId: string) =>
  db.delete(Forwardings, { contributionId, themeId, readOn: IsNull() });

/**
 * Keeps that readers read what was handed to their theme, and why nothing follows where it is so. `groups` are theirs;
 * null, all. Ids of the texts that were so received.
 */
export async function keepReceived(
  db: EntityManager,
  ids: string[],
  groups: string[] | null,
  { readOn, notRetained }: { readOn: string; notRetained: NotRetainedReason | null },
): Promise<string[]> {
  const [rows] = await db.query<[{ id: string }[], number]>(
    `update forwarding f set read_on = $3, not_retained = $4
     where f.contribution_id = any($1::uuid[]) and ($2::uuid[] is null
       or f.theme_id in (select g.theme_id from working_group g where g.id = any($2::uuid[])))
     returning f.contribution_id as id`,
    [ids, groups, readOn, notRetained],
  );
  return rows.map(({ id }) => id);
}

/** Undoes the reading of a forwarded contribution in the theme that received it. */
export const takeBackReceived = (db: EntityManager, contributionId: string) =>
  db.update(Forwardings, { contributionId }, { readOn: null, notRetained: null });

/** Keeps anew beside each text, and each reading, what a select says: how many read it, and whether it is marked. */
export async function keepReadAnew(db: EntityManager, truth: string) {
  await db.query(`update contribution c set readers = x.readers, marked = x.marked from (${truth}) x
    where x.id = c.id and (c.readers <> x.readers or c.marked <> x.marked)`);
  await db.query(`update reading r set alone = (x.readers = 1) from (${truth}) x
    where x.id = r.contribution_id and r.alone <> (x.readers = 1)`);
}

/** Keeps anew beside each reading what a select says: whether its reader marked something, and came after another. */
export const keepReadersAnew = (db: EntityManager, truth: string) =>
  db.query(`update reading r set marked = x.marked, second = x.second from (${truth}) x
    where x.contribution_id = r.contribution_id and x.person_id = r.person_id and (r.marked, r.second) <> (x.marked, x.second)`);
