import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { numberedSlug } from "../../../platform/data/freeSlug.ts";
import { dayOf, endOf, startOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { Objectives, WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Questionnaire, Questionnaires } from "./questionnaire.entity.ts";
import { questionnairePolicy } from "./questionnaire.policy.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";

/** Opening and closing of a new questionnaire until somebody says otherwise, in days from now. */
const usual = { opens: 7, closes: 28 };

/** Beginning of every new questionnaire of an objective. Its group is locked while the next number is taken. */
async function beginningOf({ db, viewer, now }: Transaction, slugOfObjective: string) {
  const objective = await db.findOneBy(Objectives, { slug: slugOfObjective });
  if (!objective) throw new Refusal("UNKNOWN_CHOICE", "objective");
  authorize(questionnairePolicy.compose(viewer, objective.groupId));
  const group = await db.findOneOrFail(WorkingGroups, {
    where: { id: objective.groupId },
    lock: { mode: "for_no_key_update" },
  });
  const number = (await numberOfLast(db, group.id)) + 1;
  const slug = await freeAddress(db, number, group.slug);
  return {
    slug,
    objectiveId: objective.id,
    number,
    opensAt: startOf(dayOf(now, usual.opens)),
    closesAt: endOf(dayOf(now, usual.closes)),
    composedById: viewer.id,
  };
}

/** The greatest number among the questionnaires of a group; 0 without any. */
export async function numberOfLast(db: EntityManager, groupId: string): Promise<number> {
  const [{ number }] = await db.query<[{ number: number }]>(
    `select coalesce(max(it.number), 0)::int as number from questionnaire it join objective o on o.id = it.objective_id
     where o.group_id = $1 and not it.template`,
    [groupId],
  );
  return number;
}

/** An address that no questionnaire has. */
export const freeAddress = (db: EntityManager, number: number, groupSlug: string) =>
  numberedSlug(db, Questionnaires, `questionnaire-${number}`, groupSlug);

/** Settings that every new questionnaire begins with. */
interface Asked {
  /** Made by the browser: sent twice, it creates once. */
  key: string;
  title: string;
  /** The objective it asks for, by its slug. */
  objective: string;
}

/** Id, title and beginning of a new questionnaire; `before` is the one that the same key created already. */
export async function begun(tx: Transaction, input: Asked) {
  const { db, viewer } = tx;
  authorize(questionnairePolicy.compose(viewer));
  const title = neededLine(input.title, "title", limits["questionnaire.title"]);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const beginning = await beginningOf(tx, input.objective);
  // A retry that overtakes the first waits for the number above, and finds it done.
  const id = input.key.toLowerCase();
  const found = await db.findOneBy(Questionnaires, { id });
  const isSame = found?.objectiveId === beginning.objectiveId && found.composedById === viewer.id;
  if (found && !isSame) throw new Refusal("CONFLICT", "key");
  return { id, title, beginning, before: found && (await retitled(tx, found, title)) };
}

/** The title may have been changed before the second try: a draft that nobody has edited since takes it. */
async function retitled({ db, record }: Transaction, it: Questionnaire, title: string): Promise<Questionnaire> {
  if (it.title === title || it.version > 1 || it.publishedAt) return it;
  const change = { title, version: it.version + 1 };
  await db.update(Questionnaires, it.id, change);
  await record("questionnaire.edited", it.id, { changed: ["title"], from: [it.title], to: [title] });
  return { ...it, ...change };
}
