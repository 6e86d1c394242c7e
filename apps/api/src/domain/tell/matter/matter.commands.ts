import type { LetGoMatterInput, TakeMatterInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { type Matter, type TakenMatter, TakenMatters } from "./matter.entity.ts";
import { holds, matterPolicy } from "./matter.policy.ts";
import { idOf, matterOf } from "./matter.queries.ts";

/** Takes care of something that waits. Two who press at once: the second is told who has it. */
export async function takeMatter(tx: Transaction, { id }: TakeMatterInput): Promise<{ matter: Matter }> {
  const { db, viewer, record, now } = tx;
  authorize(matterPolicy.hold(viewer));
  const matter = await matterOf(tx, id);
  if (!matter) throw new Refusal("GONE", "id");
  authorize(matterPolicy.take(viewer, matter, null));
  const today = dayOf(now);
  const { kind, subjectId } = matter;
  await db.query("select pg_advisory_xact_lock(hashtext($1))", [id]);
  const before = await db.findOneBy(TakenMatters, { kind, subjectId });
  if (before?.personId === viewer.id && holds(before, today)) return { matter };
  if (before && holds(before, today)) throw await already(tx, before);
  await db.upsert(TakenMatters, { kind, subjectId, personId: viewer.id, takenOn: today }, ["kind", "subjectId"]);
  await record("matter.taken", subjectId, { kind });
  return { matter };
}

/** Lets go of what one took. What waits no more is let go too. */
export async function letGoMatter(tx: Transaction, { id }: LetGoMatterInput): Promise<{ matter: Matter | null }> {
  const { db, viewer, record } = tx;
  authorize(matterPolicy.hold(viewer));
  const matter = await matterOf(tx, id);
  const all = await db.findBy(TakenMatters, { personId: viewer.id });
  const own = all.find((it) => idOf(it) === id);
  if (!own) return { matter };
  await db.delete(TakenMatters, { kind: own.kind, subjectId: own.subjectId });
  await record("matter.letGo", own.subjectId, { kind: own.kind });
  return { matter };
}

async function already({ db }: Transaction, { personId }: TakenMatter): Promise<Refusal> {
  const holder = await db.findOneBy(Persons, { id: personId });
  return new Refusal("ALREADY_TAKEN", "id", holder?.displayName ?? null);
}
