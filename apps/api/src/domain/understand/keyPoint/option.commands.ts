import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { CarryKeyPointsInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { citations } from "./keyPoint.kept.ts";
import { keptIds } from "./keyPoint.writes.ts";
import { composing, type ComposingDesk } from "../../listen/questionnaire/questionnaire.desk.ts";
import { isBeingWritten, saveQuestion } from "../../listen/questionnaire/question.writes.ts";
import type { QuestionSettings } from "../../listen/questionnaire/questionnaire.entity.ts";

type Option = NonNullable<QuestionSettings["options"]>[number];

/** Makes options of key points: one that was there keeps its value and its words, the others stay behind. */
export const carryKeyPoints = (tx: Transaction, input: CarryKeyPointsInput) =>
  composing(tx, "question", input.questionId, async (desk) => {
    const before = desk.question(input.questionId);
    if (before.retiredFrom !== null) throw new Refusal("NOT_NOW", "questionId");
    if (!["SINGLE_CHOICE", "MULTIPLE_CHOICE", "RANKING"].includes(before.type))
      throw new Refusal("WRONG_KIND", "questionId");
    const reason = givenText(input.reason, "reason", limits["questionnaire.reason"]);
    const keyPoints = await published(desk, await keptIds(tx.db, input.keyPointIds));
    const known = await Promise.all((before.settings.options ?? []).map((option) => withKept(tx.db, option)));
    const carried = keyPoints.map(({ id, number, objective, sentence }): Option => {
      const same = known.find(({ keyPointId }) => keyPointId === id);
      const value = `KP${objective}-${String(number).padStart(2, "0")}`;
      return { value: same?.value ?? value, label: same?.label ?? sentence, keyPointId: id };
    });
    const free = known.filter(({ keyPointId }) => !keyPointId);
    const left = known.filter(({ keyPointId: id }) => id && !carried.some(({ keyPointId }) => keyPointId === id));
    const asked = desk.published && !isBeingWritten(before);
    const options = [...carried, ...free, ...(asked ? left.map((option) => ({ ...option, retired: true })) : [])];
    const after = { ...before, settings: { ...before.settings, options } };
    if (saysAlready(before, after)) return;
    refuseStale(before, input.version, {});
    await saveQuestion(desk, before, after, reason, "question.carried");
  });

/** An option made of a key point that was merged since is one of the key point that was kept. */
async function withKept(db: EntityManager, option: Option): Promise<Option> {
  if (!option.keyPointId) return option;
  const [keyPointId] = await keptIds(db, [option.keyPointId]);
  return { ...option, keyPointId };
}

interface Found {
  id: string;
  number: number;
  objective: number;
  sentence: string;
}

/** The key points asked for, in their order: stated ones that a published synthesis of the group rests on. */
async function published({ db, group }: ComposingDesk, ids: string[]): Promise<Found[]> {
  const rows = await db.query<Found[]>(
    `select k.id, k.number, o.number as objective, k.sentence
     from key_point k join objective o on o.id = k.objective_id and o.group_id = $2
     where k.id = any($1::uuid[]) and k.state = 'STATED' and exists (
       select from ${citations} c join synthesis_paragraph p on p.id = c.paragraph_id
       join synthesis_version v on v.id = p.version_id
       join synthesis s on s.id = v.synthesis_id and s.version = v.version and s.state = 'PUBLISHED' where c.key_point_id = k.id)`,
    [ids.filter(isId), group.id],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const found = byId.get(id);
    if (!found) throw new Refusal("UNKNOWN_CHOICE", "keyPointIds");
    return found;
  });
}
