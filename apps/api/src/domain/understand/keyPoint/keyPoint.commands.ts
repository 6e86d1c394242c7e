import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  EditKeyPointInput,
  StateKeyPointInput,
  UnstateKeyPointInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenLine, givenText, isId, neededLine } from "../../../platform/text/text.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointPolicy, twoPeopleSaid } from "./keyPoint.policy.ts";
import { alone, peopleBehind } from "./keyPoint.queries.ts";
import { refuseMerged } from "./place.writes.ts";

export async function editKeyPoint({ db, viewer, record }: Transaction, input: EditKeyPointInput) {
  const before = await keyPointToWrite(db, viewer, input.id);
  const sentence = neededLine(input.sentence, "sentence", limits["keyPoint.sentence"]);
  const words = { sentence, nature: input.nature, ...definitionFrom(before, input) };
  const changed = (Object.keys(words) as (keyof typeof words)[]).filter((field) => words[field] !== before[field]);
  // A retry, or the same act by two people: it is done.
  if (!changed.length) return { keyPoint: before };
  refuseStale(before, input.version);
  const keyPoint: KeyPoint = { ...before, ...words, version: before.version + 1 };
  await db.update(KeyPoints, before.id, { ...words, version: keyPoint.version });
  if (changed.includes("sentence"))
    await record("keyPoint.reworded", keyPoint, { from: before.sentence, to: sentence });
  const others = changed.filter((field) => field !== "sentence");
  if (others.length)
    await record("keyPoint.defined", keyPoint, Object.fromEntries(others.map((field) => [field, words[field]])));
  return { keyPoint };
}

/** undefined keeps a field; null or "" clears it. */
function definitionFrom(before: KeyPoint, input: EditKeyPointInput) {
  const text = (field: "definition" | "included" | "excluded" | "example") =>
    input[field] === undefined ? before[field] : givenText(input[field], field, limits[`keyPoint.${field}`]);
  const line = (field: "shortName" | "phoneName") =>
    input[field] === undefined ? before[field] : givenLine(input[field], field, limits[`keyPoint.${field}`]);
  return {
    shortName: line("shortName"),
    phoneName: line("phoneName"),
    definition: text("definition"),
    included: text("included"),
    excluded: text("excluded"),
    example: text("example"),
    color: input.color === undefined ? before.color : input.color,
  };
}

export async function stateKeyPoint({ db, viewer, record, now }: Transaction, input: StateKeyPointInput) {
  const before = await keyPointToWrite(db, viewer, input.id);
  if (before.state === "STATED") return { keyPoint: before };
  refuseStale(before, input.version);
  if (!twoPeopleSaid(await peopleBehind(db, before.id))) throw new Refusal("TWO_PEOPLE_NEEDED");
  const stated = { state: "STATED", statedOn: dayOf(now), version: before.version + 1 } as const;
  await db.update(KeyPoints, before.id, stated);
  await record("keyPoint.stated", before.id, { sentence: before.sentence });
  return { keyPoint: { ...before, ...stated } };
}

export async function unstateKeyPoint({ db, viewer, record }: Transaction, input: UnstateKeyPointInput) {
  const before = await keyPointToWrite(db, viewer, input.id);
  // A retry: it is done.
  if (before.state === "WORKING") return { keyPoint: before };
  refuseStale(before, input.version);
  if (!(await restsNowhere(db, before.id))) throw new Refusal("RESTED_ON");
  const working = { state: "WORKING", statedOn: null, version: before.version + 1 } as const;
  await db.update(KeyPoints, before.id, working);
  await record("keyPoint.unstated", before.id, { sentence: before.sentence });
  return { keyPoint: { ...before, ...working } };
}

/** True if nothing that people read rests on a key point. What would begin to waits until the end of the transaction. */
async function restsNowhere(db: EntityManager, id: string) {
  await db.query("select from key_point where id = $1 for update", [id]);
  return (await db.query<unknown[]>(alone(db), [[id]])).length > 0;
}

/** The key point, held until the end of the transaction: who saves at the same time waits, then finds it changed. */
async function keyPointToWrite(db: EntityManager, viewer: Viewer, id: string) {
  authorize(readingPolicy.hold(viewer));
  const keyPoint = isId(id)
    ? await db.findOne(KeyPoints, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!keyPoint) throw notFound();
  const { groupId } = await db.findOneByOrFail(Objectives, { id: keyPoint.objectiveId });
  authorize(keyPointPolicy.edit(viewer, groupId));
  await refuseMerged(db, keyPoint, "id");
  return keyPoint;
}
