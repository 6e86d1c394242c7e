import { createHash } from "node:crypto";
import { In, IsNull, type EntityManager } from "typeorm";
import type { RehearsedChange } from "../../../graphql/resolvers.generated.ts";
import { within } from "../../../platform/data/sealed.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { Questionnaires } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Asking, askingOf, wordsOfHead } from "../../listen/questionnaire/questionnaire.writes.ts";

/** An objective or a questionnaire, as it stands on one side: on the site or in a rehearsal. */
type Thing = { kind: "OBJECTIVE"; it: Objective } | { kind: "QUESTIONNAIRE"; it: Asking };

/** Marks of all that a rehearsal may change, by id, as it stood when the rehearsal began. */
export type Marks = Record<string, string>;

/** All of it, by id, in the tables that plain names mean now. */
async function thingsOf(db: EntityManager, groupId: string): Promise<Map<string, Thing>> {
  const objectives = await db.find(Objectives, { where: { groupId }, order: { number: "ASC" } });
  const where = { objectiveId: In(objectives.map(({ id }) => id)), template: false, archivedAt: IsNull() };
  const things = new Map<string, Thing>(objectives.map((it) => [it.id, { kind: "OBJECTIVE", it }]));
  for (const head of await db.find(Questionnaires, { where, order: { number: "ASC" } }))
    things.set(head.id, { kind: "QUESTIONNAIRE", it: await askingOf(db, head) });
  return things;
}

function markOf(thing: Thing): string {
  const { name, question, expectedOutput, withdrawnOn } =
    thing.kind === "OBJECTIVE" ? thing.it : ({} as Partial<Objective>);
  const said =
    thing.kind === "OBJECTIVE"
      ? [name, question, expectedOutput, withdrawnOn !== null]
      : [wordsOfHead(thing.it.head), thing.it.sections, thing.it.questions];
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

/** Marks of a group as it stands on the site. */
export const marksOf = async (db: EntityManager, groupId: string): Promise<Marks> =>
  Object.fromEntries([...(await thingsOf(db, groupId))].map(([id, thing]) => [id, markOf(thing)]));

export type Changed = RehearsedChange & Thing;

/** Changes of a rehearsal since it began, objectives first, and true for those changed on the site too. */
export async function changedIn(db: EntityManager, schema: string, groupId: string, began: Marks): Promise<Changed[]> {
  const there = await within(db, schema, () => thingsOf(db, groupId));
  const here = await marksOf(db, groupId);
  return [...there].flatMap(([id, thing]) => {
    const mark = markOf(thing);
    if (mark === began[id] || mark === here[id]) return [];
    const title = thing.kind === "OBJECTIVE" ? thing.it.name : thing.it.head.title;
    return [{ id, title, onBothSides: here[id] !== began[id], ...thing }];
  });
}
