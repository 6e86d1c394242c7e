import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type {
  EditInitiativeInput,
  ProposeInitiativeInput,
  ResendInitiativeInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { Initiatives } from "./initiative.entity.ts";
import { changedFields, saysTheSame, sheetCarriesContact, sheetLists, sheetOf } from "./initiative.sheet.ts";
import { initiativeToJudge } from "./judge.commands.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";

/** A sheet with a link or contact details waits for a reader of the team. */
const statusOf = (sheet: Parameters<typeof sheetCarriesContact>[0]) =>
  sheetCarriesContact(sheet) ? ("HELD" as const) : ("VISIBLE" as const);

/** Saves a proposed initiative: once, whatever the retries, and without a link to an account. */
export async function proposeInitiative(act: Act, input: ProposeInitiativeInput) {
  const { db, now, count } = act;
  const key = neededText(input.key, "key", 100);
  const { sheet, problems } = sheetOf(input.sheet, await sheetLists(db, now), null);
  if (!input.consent) problems.push({ code: "REQUIRED", field: "consent" });
  if (problems.length > 0) throw new Refusal(problems);
  const group = await heldGroup(db, input.group);
  // A group in preparation is told to nobody but its team: it is as one that is not there.
  if (group.preparing && input.group) throw new Refusal("UNKNOWN_CHOICE", "group");

  const known = await db.findOneBy(Initiatives, { key });
  if (known) {
    // A sheet judged or rewritten since cannot be compared with what was sent.
    if (known.state === "PROPOSED" && known.version === 1 && !saysTheSame(known, sheet))
      throw new Refusal("CONFLICT", "key");
    return { proposed: known };
  }
  // An ordered id would tell when it was written, to the millisecond.
  const id = randomUUID();
  await db.insert(Initiatives, {
    ...sheet,
    id,
    slug: await freeSlug(db, Initiatives, sheet.name, "initiative"),
    groupId: group.id,
    state: "PROPOSED",
    status: statusOf(sheet),
    key,
    codeDigest: linkDigest("initiative", linkCode("initiative", id)),
    proposedOn: dayOf(now),
    // A visitor wrote it: real, even in a group of the demonstration.
    fictional: false,
  });
  count("initiative", group.id);
  await recorder(db, visitor, now)("initiative.proposed", id);
  await holdBack(act, "INITIATIVE", id);
  return { proposed: await db.findOneByOrFail(Initiatives, { id }) };
}

/** Sends a returned sheet again, by its private link. */
export async function resendInitiative(act: Act, input: ResendInitiativeInput) {
  const { db, now } = act;
  const before = await db.findOne(Initiatives, {
    where: { codeDigest: (await currentDigest(db, linkDigest("initiative", input.code)))! },
    lock: { mode: "for_no_key_update" },
  });
  if (!before || before.status === "WITHDRAWN") throw new Refusal("GONE", "code");
  const { sheet, problems } = sheetOf(input.sheet, await sheetLists(db, now), before);
  if (problems.length > 0) throw new Refusal(problems);
  // A retry finds it done.
  if (before.state === "PROPOSED" && before.version === input.version + 1 && saysTheSame(before, sheet))
    return { proposed: before };
  if (before.state !== "RETURNED") throw new Refusal("NOT_NOW", "code");
  refuseStale(before, input.version, {});
  const change = { ...sheet, state: "PROPOSED", status: statusOf(sheet), version: before.version + 1 } as const;
  await db.update(Initiatives, before.id, change);
  await liftRulings(db, ["INITIATIVE"], before.id);
  await recorder(db, visitor, now)("initiative.resent", before, { fields: changedFields(before, sheet) });
  await holdBack(act, "INITIATIVE", before.id);
  return { proposed: await db.findOneByOrFail(Initiatives, { id: before.id }) };
}

/** Rewrites a sheet, in any state. */
export async function editInitiative(tx: Transaction, input: EditInitiativeInput) {
  const { db, now, record } = tx;
  const before = await initiativeToJudge(tx, input.id);
  const { sheet, problems } = sheetOf(input.sheet, await sheetLists(db, now), before);
  if (problems.length > 0) throw new Refusal(problems);
  const fields = changedFields(before, sheet);
  // A retry, or the same act by two people: it is done.
  if (fields.length === 0) return { initiative: before };
  refuseStale(before, input.version);
  const change = { ...sheet, version: before.version + 1 };
  await db.update(Initiatives, before.id, change);
  const of = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field as never)));
  await record("initiative.edited", before, { from: of(before), to: of(sheet) });
  return { initiative: { ...before, ...change } };
}

/** Finds a group, the first that is open by default, and locks it, so that two sheets take their slugs one after the other. */
export async function heldGroup(db: EntityManager, slug?: string | null): Promise<WorkingGroup> {
  const [group] = await db.find(WorkingGroups, {
    where: slug ? { slug: slug.replaceAll("\0", "") } : {},
    order: { preparing: "ASC", id: "ASC" },
    take: 1,
    lock: { mode: "for_no_key_update" },
  });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  return group;
}
