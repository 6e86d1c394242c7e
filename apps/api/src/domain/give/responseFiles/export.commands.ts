import type { Transaction } from "../../../platform/context.ts";
import { authorize } from "../../../platform/refusal.ts";
import { questionnairePolicy } from "../../listen/questionnaire/questionnaire.policy.ts";
import type { Format } from "./export.files.ts";
import type { Exported } from "./export.queries.ts";

/** Takes the responses of a questionnaire out as a file: who did, and when, stays written. */
export async function exportQuestionnaire(
  { viewer, record }: Transaction,
  { exported, format }: { exported: Exported; format: Format },
) {
  authorize(questionnairePolicy.export(viewer, exported.groupId));
  await record("questionnaire.exported", exported.questionnaire, { to: format });
  return {};
}
