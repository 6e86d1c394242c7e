import type { Context } from "../../../platform/context.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { territoryOf } from "../../listen/contribution/contribution.queries.ts";
import type { Standing } from "../../understand/keyPoint/keyPoint.queries.ts";
import type { Passage } from "../../understand/passage/passage.entity.ts";
import { Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";

/** Whether words can still be read: by all, or their place alone since their author took them back, or by nobody. */
export type WordsState = "PUBLISHED" | "WITHDRAWN" | "NOT_PUBLISHED";

/** Words, and the text they are in. */
export interface PassageSource {
  passage: Passage;
  contribution: Contribution;
  state: WordsState;
  /** Where its author says to speak from, no nearer than they chose. */
  place: Territory | null;
  region: Territory | null;
  /** Code of the question that it answers. */
  question: string | null;
}

/** The texts that passages are in, and whether their words can still be read. */
export const sourcesOf = (context: Context, passages: Passage[]): Promise<PassageSource[]> =>
  Promise.all(passages.map((passage) => sourceOf(context, passage)));

async function sourceOf(context: Context, passage: Passage): Promise<PassageSource> {
  const contribution = (await context.load(Contributions, passage.contributionId))!;
  const { status } = contribution;
  const [place, region, question] = await Promise.all([
    territoryOf(context, contribution),
    context.load(Territories, contribution.regionId),
    context.load(Questions, contribution.questionId),
  ]);
  const state = status === "VISIBLE" ? "PUBLISHED" : status === "WITHDRAWN" ? status : "NOT_PUBLISHED";
  return { passage, contribution, state, place, region, question: question?.code ?? null };
}

/** How many people, from how many regions, words come from: a response is one person. */
export function standingOf(sources: readonly PassageSource[]): Standing {
  const those = sources.filter(({ state }) => state === "PUBLISHED").map(({ contribution }) => contribution);
  return {
    people: new Set(those.map(({ id, responseId }) => responseId ?? id)).size,
    regions: new Set(those.flatMap(({ regionId }) => regionId ?? [])).size,
  };
}
