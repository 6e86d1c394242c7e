import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import type { DraftPage } from "../../../graphql/operations.generated.ts";
import { newKey } from "../../../ui/key.ts";
import { shelf } from "../../../ui/shelf.ts";
import { allDrafts, type Draft, draftKey, merge } from "./draft.ts";

type Found = NonNullable<DraftPage["draft"]>;

/**
 * Puts a draft that was found by its link on this device, as the last one written: its questionnaire opens it. What this
 * device already wrote in it is joined; another draft of the same questionnaire stays beside it. False when the device
 * keeps nothing.
 */
export function putOnDevice(token: string, found: Found): boolean {
  const { key, part, appearance, authorName, questionnaire, questionnaireRevision, version } = found;
  const { id: questionnaireId, slug, title } = questionnaire;
  const theirs = Object.fromEntries(found.answers.map(({ questionId, value }) => [questionId, value as AnswerValue]));
  const known = allDrafts(questionnaireId);
  const mine = known.find(({ draft }) => draft.key === key);
  const joined = mine
    ? merge(mine.draft.server?.answers ?? {}, mine.draft.answers, theirs)
    : { answers: theirs, conflicts: {} };
  const draft: Draft = {
    attempts: [],
    authorName: authorName ?? "",
    appearance: appearance ?? "",
    ...mine?.draft,
    ...joined,
    conflicts: { ...mine?.draft.conflicts, ...joined.conflicts },
    key,
    questionnaireId,
    slug,
    title,
    part,
    savedAt: new Date().toISOString(),
    version: newKey(),
    revision: questionnaireRevision,
    server: { token, version, answers: theirs },
  };
  // The first place is for the first draft: another one has a name of its own until its option is chosen.
  const name = mine?.name ?? (known.length ? draftKey(questionnaireId, `link-${newKey()}`) : draftKey(questionnaireId));
  try {
    // The questionnaire it opens brings it to the disk, if this does not.
    void shelf.keep(name, JSON.stringify(draft)).catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}
