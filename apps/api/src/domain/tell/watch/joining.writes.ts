/** Joining is following: a member of a territory follows its region of today, a member of a working group that group. */
import type { EntityManager } from "typeorm";
import type { WatchedKind } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";
import { heldOn } from "../../../platform/viewer.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { RoleGrants } from "../../ground/role/role.entity.ts";
import { Watchers } from "./watch.entity.ts";
import { followedBy } from "./joining.sql.ts";
import { mostWatches, watcherOfAccount } from "./watch.writes.ts";

type Followed = [kind: WatchedKind, subjectId: string];

/** Somebody joined the group of a territory. */
export const followTerritory = async (tx: Transaction, regionalGroupId: string) =>
  follow(tx, tx.viewer.id!, ["TERRITORY", await territoryOf(tx.db, regionalGroupId)]);

/** Somebody left it: no longer told, unless another group that they are in leads to the same territory. */
export async function leaveTerritory({ db, viewer }: Transaction, regionalGroupId: string) {
  const subjectId = await territoryOf(db, regionalGroupId);
  const others = await db.query<unknown[]>(
    `select 1 from regional_member l join regional_group g on g.id = l.regional_group_id
     join territory home on home.id = g.territory_id where l.person_id = $1 and ${followedBy("home")} = $2 limit 1`,
    [viewer.id, subjectId],
  );
  if (others.length === 0) await leave(db, viewer.id!, ["TERRITORY", subjectId]);
}

/** Somebody was given a role: a member of a working group follows it. */
export async function followGroup(tx: Transaction, grantId: string, { role }: Record<string, unknown>) {
  if (role !== "MEMBER") return;
  const { groupId, personId } = await tx.db.findOneByOrFail(RoleGrants, { id: grantId });
  if (groupId) await follow(tx, personId, ["GROUP", groupId]);
}

/** A role ended: whoever is no member any more is no longer told. */
export async function leaveGroup({ db }: Transaction, grantId: string, { role }: Record<string, unknown>) {
  if (role !== "MEMBER") return;
  const { groupId, personId } = await db.findOneByOrFail(RoleGrants, { id: grantId });
  if (groupId) await leave(db, personId, ["GROUP", groupId]);
}

/** A role ended by its date, which nobody acts on: as where somebody ended it. Answers how many are no longer told. */
export const leaveLapsed = (db: EntityManager, now: Date) =>
  countOf(
    db,
    `delete from watch using watcher w, role_grant r
     where w.id = watch.watcher_id and r.person_id = w.person_id and r.role = 'MEMBER' and r.ended_at is null
       and r.ends_on < $1::date and watch.kind = 'GROUP' and watch.subject_id = r.group_id
       and watch.by_joining and watch.pace <> 'NEVER'
       and not exists (select from role_grant h where h.person_id = r.person_id and h.role = 'MEMBER'
         and h.group_id = r.group_id and ${heldOn("h", "$1::date")})`,
    [dayOf(now)],
  );

/** Follows as « Suivre » does where nothing else is chosen; what is followed already, or was stopped, stays as it is. */
async function follow({ db, now }: Transaction, personId: string, [kind, subjectId]: Followed) {
  if (!sendsMail(config)) return;
  const { language } = await db.findOneByOrFail(Persons, { id: personId });
  const { id } = await watcherOfAccount(db, personId, language, now);
  await db.query("select from watcher where id = $1 for update", [id]);
  await db.query(
    `insert into watch (watcher_id, kind, subject_id, pace, since, by_joining)
     select $1, $2, $3, 'WEEKLY', $4, true where (select count(*) from watch where watcher_id = $1) < ${mostWatches}
     on conflict do nothing`,
    [id, kind, subjectId, now],
  );
}

/** Ends what came by joining; that it was stopped is kept, so that joining again does not sign up again. */
async function leave(db: EntityManager, personId: string, [kind, subjectId]: Followed) {
  const watcher = await db.findOneBy(Watchers, { personId });
  if (!watcher) return;
  await db.query("select from watcher where id = $1 for update", [watcher.id]);
  await db.query(
    "delete from watch where watcher_id = $1 and kind = $2 and subject_id = $3 and by_joining and pace <> 'NEVER'",
    [watcher.id, kind, subjectId],
  );
}

async function territoryOf(db: EntityManager, regionalGroupId: string) {
  const [found] = await db.query<[{ id: string }]>(
    `select ${followedBy("home")} as id from regional_group g join territory home on home.id = g.territory_id
     where g.id = $1`,
    [regionalGroupId],
  );
  return found.id;
}
