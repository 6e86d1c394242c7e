import type { Context } from "../../../platform/context.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { territoryOf } from "../../listen/contribution/contribution.queries.ts";
import type { Standing } from "../../understand/keyPoint/keyPoint.queries.ts";
import type { Passage } from "../../understand/passage/passage.entity.ts";
import { type TextSource, sourceOf as madeElsewhere } from "../../listen/textImport/textImport.queries.ts";
import { Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";

/** Readability of words: by all; place alone, since their author withdrew them; by nobody. */
export type WordsState = "PUBLISHED" | "WITHDRAWN" | "NOT_PUBLISHED";

/** Words, and the text they are in. */
export interface PassageSource {
  passage: Passage;
  contribution: Contribution;
  state: WordsState;
  /** Place its author speaks from, no nearer than they chose. */
  place: Territory | null;
  region: Territory | null;
  /** Code of the question that it answers. */
  question: string | null;
  /** Its collection, licence and authors, of a text made elsewhere: they go wherever it goes. */
  made: TextSource | null;
}

/** The texts that passages are in, and whether their words can still be read. */
export const sourcesOf = (context: Context, passages: Passage[]): Promise<PassageSource[]> =>
  Promise.all(passages.map((passage) => sourceOf(context, passage)));

async function sourceOf(context: Context, passage: Passage): Promise<PassageSource> {
  const contribution = (await context.load(Contributions, passage.contributionId))!;
  const { status } = contribution;
  const [place, region, question, made] = await Promise.all([
    territoryOf(context, contribution),
    context.load(Territories, contribution.regionId),
    context.load(Questions, contribution.questionId),
    madeElsewhere(context, contribution),
  ]);
  const state = status === "VISIBLE" ? "PUBLISHED" : status === "WITHDRAWN" ? status : "NOT_PUBLISHED";
  return { passage, contribution, state, place, region, question: question?.code ?? null, made };
}

/** Counts the people and regions that words come from: a response is one person. */
export function standingOf(sources: readonly PassageSource[]): Standing {
  const those = sources.filter(({ state }) => state === "PUBLISHED").map(({ contribution }) => contribution);
  return {
    people: new Set(those.map(({ id, responseId }) => responseId ?? id)).size,
    regions: new Set(those.flatMap(({ regionId }) => regionId ?? [])).size,
  };
}
