import type {
  AskProductionInput,
  PublishProductionInput,
  RemakeProductionInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { ProductionFiles, Productions } from "./production.entity.ts";
import { formatsOf, productionPolicy } from "./production.policy.ts";

/** Upper limits of requests by group: waiting at a time, and in a day. */
export const most = { waiting: 5, aDay: 60 };

/** Asks for a file. If the same one already waits, answers that one: two people who ask together get one. */
export async function askProduction({ db, viewer, record, now }: Transaction, input: AskProductionInput) {
  authorize(productionPolicy.make(viewer));
  const { kind, format } = input;
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  // Locks the group while waiting requests are counted.
  const group = await db.findOne(WorkingGroups, { where: { slug: input.group }, lock: { mode: "for_no_key_update" } });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(productionPolicy.make(viewer, group.id));
  if (!formatsOf[kind].includes(format)) throw new Refusal("UNKNOWN_CHOICE", "format");

  const id = input.key.toLowerCase();
  const before = await db.findOneBy(Productions, { id });
  if (before) {
    if (before.groupId !== group.id || before.kind !== kind || before.format !== format)
      throw new Refusal("CONFLICT", "key");
    return { production: before };
  }
  const recent = await db
    .createQueryBuilder(Productions, "it")
    .where("it.groupId = :group and (it.finishedAt is null or it.askedAt > :since)", {
      group: group.id,
      since: new Date(now.getTime() - 86_400_000),
    })
    .getMany();
  const waiting = recent.filter(({ finishedAt, failure }) => !finishedAt && !failure);
  const same = waiting.find((each) => each.kind === kind && each.format === format);
  if (same) return { production: same };
  if (waiting.length >= most.waiting || recent.length >= most.aDay) throw new Refusal("TOO_MANY_TRIES", null, "60");
  await db.insert(Productions, {
    id,
    groupId: group.id,
    kind,
    format,
    askedById: viewer.id!,
    askedAt: now,
    fictional: group.fictional,
  });
  const production = await db.findOneByOrFail(Productions, { id });
  await record("production.asked", production, { kind, format });
  return { production };
}

/** Makes it again, from the words of today: after a failure, or because much was written since. */
export async function remakeProduction({ db, viewer, record }: Transaction, input: RemakeProductionInput) {
  const before = await held({ db, viewer }, input.id);
  // A second request finds the first under way.
  if (!before.finishedAt && !before.failure) return { production: before };
  await db.delete(ProductionFiles, { productionId: before.id });
  const again = {
    attempts: 0,
    heldUntil: null,
    progress: 0,
    step: "WAITING" as const,
    failure: null,
    finishedAt: null,
    size: null,
  };
  await db.update(Productions, before.id, again);
  await record("production.remade", before);
  return { production: { ...before, ...again } };
}

/** Lets anybody take it, or the team alone again. */
export async function publishProduction({ db, viewer, record, now }: Transaction, input: PublishProductionInput) {
  const before = await held({ db, viewer }, input.id);
  const isPublic = before.publishedAt !== null;
  if (isPublic === input.public) return { production: before };
  const publishedAt = input.public ? now : null;
  await db.update(Productions, before.id, { publishedAt });
  await record(input.public ? "production.published" : "production.unpublished", before);
  return { production: { ...before, publishedAt } };
}

async function held({ db, viewer }: Pick<Transaction, "db" | "viewer">, id: string) {
  authorize(productionPolicy.make(viewer));
  const production = isId(id)
    ? await db.findOne(Productions, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!production) throw notFound();
  authorize(productionPolicy.make(viewer, production.groupId));
  return production;
}
