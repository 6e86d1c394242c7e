import { randomUUID } from "node:crypto";
import { mostSheets } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { PrintSheetsInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { type Questionnaire, Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { paperUntil, questionnaireState } from "../questionnaire/questionnaire.policy.ts";
import { sheetDigest } from "../response/codes.ts";
import { type Sheet, Sheets } from "./sheet.entity.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import type { SheetBatch } from "./sheet.queries.ts";

/** The questionnaire that somebody prints or types in, and its group; refused to whoever may not. */
export async function questionnaireOnPaper({ db, viewer }: Transaction, id: string) {
  const questionnaire = isId(id) ? await db.findOneBy(Questionnaires, { id }) : null;
  if (!questionnaire) throw notFound();
  const { groupId } = await db.findOneByOrFail(Objectives, { id: questionnaire.objectiveId });
  authorize(sheetPolicy.enter(viewer, groupId));
  return { questionnaire, groupId };
}

/** The most printings of a questionnaire: the desk lists each. */
const mostBatches = 500;

/** Makes as many sheets as asked, each with a code of its own, under the next name of a batch. */
export async function printSheets(tx: Transaction, input: PrintSheetsInput): Promise<{ batch: SheetBatch }> {
  const { db, viewer, now, record } = tx;
  const { questionnaire } = await questionnaireOnPaper(tx, input.questionnaireId);
  const key = neededText(input.key, "key", 100);
  const { id, revision } = questionnaire;
  // One batch after the other: each takes the next name.
  await db.query("select from questionnaire where id = $1 for no key update", [id]);
  const made = await db.findBy(Sheets, { questionnaireId: id, key, printedById: viewer.id! });
  // As many as the first time: other sheets are another printing.
  if (made.length > 0 && made.length !== input.count) throw new Refusal("CONFLICT", "key");
  if (made.length > 0) return { batch: batchFrom(made) };

  if (!printable(questionnaire, now)) throw new Refusal("NOT_NOW");
  const { count } = input;
  if (count < 1 || count > mostSheets) throw new Refusal("OUT_OF_RANGE", "count", `1–${mostSheets}`);
  const [{ next }] = await db.query<[{ next: number }]>(
    "select count(distinct batch)::int + 1 as next from sheet where questionnaire_id = $1",
    [id],
  );
  if (next > mostBatches) throw new Refusal("LIST_FULL", null, String(mostBatches));
  const sheets = Array.from({ length: count }, (_, index): Sheet => {
    const sheetId = randomUUID();
    return {
      id: sheetId,
      questionnaireId: id,
      codeDigest: sheetDigest(sheetId),
      batch: String(next),
      number: index + 1,
      printedById: viewer.id,
      printedOn: dayOf(now),
      key,
      questionnaireRevision: revision,
    };
  });
  await db.insert(Sheets, sheets);
  await record("sheet.printed", id, { batch: String(next), count });
  return { batch: batchFrom(sheets) };
}

/** Sheets are printed from the day it is published until no paper is taken any more. */
function printable(it: Questionnaire, now: Date) {
  const state = questionnaireState(it, now);
  return state !== "DRAFT" && state !== "ARCHIVED" && now < paperUntil(it.closesAt);
}

const batchFrom = (sheets: Sheet[]): SheetBatch => {
  const [{ batch, printedOn, printedById, questionnaireRevision }] = sheets as [Sheet];
  return { batch, printedOn, printedById, questionnaireRevision, count: sheets.length, entered: 0 };
};

/** Refuses what would change what sheets ask that are in the hands of people. */
export async function refuseWhilePrinted(db: EntityManager, questionnaireId: string) {
  const printed = await db.countBy(Sheets, { questionnaireId });
  if (printed > 0) throw new Refusal("SHEETS_PRINTED", null, String(printed));
}
