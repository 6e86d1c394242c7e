import type { ChooseSmallTeamInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { WorkingGroups } from "./group.entity.ts";
import { groupPolicy } from "./group.policy.ts";

/** Says that a group has too few people for a second reading, or that it has enough again: everybody is told. */
export async function chooseSmallTeam(tx: Transaction, { group: slug, smallTeam }: ChooseSmallTeamInput) {
  const { db, viewer, record } = tx;
  authorize(viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"));
  const group = await db.findOne(WorkingGroups, { where: { slug }, lock: { mode: "for_no_key_update" } });
  if (!group) throw notFound();
  authorize(groupPolicy.run(viewer, group.id));
  if (group.smallTeam === smallTeam) return { group };
  await db.update(WorkingGroups, group.id, { smallTeam });
  await record("group.smallTeamChosen", group.id, { smallTeam });
  return { group: { ...group, smallTeam } };
}
