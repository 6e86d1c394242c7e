import type { EntityManager } from "typeorm";
import {
  type AnswerCount,
  type CellCount,
  countAnswers,
  countCells,
  countResponses,
  type Crossing,
  type ResponseCount,
} from "./result.counts.ts";

/** All that the results of a questionnaire are worked out from. */
export interface Counts {
  /** Conditions that were counted, as text, in the order of `met`. */
  conditions: string[];
  responses: ResponseCount[];
  answers: AnswerCount[];
  cells: CellCount[];
}

/** Counts to make: of which questions, under which conditions, by which trait, without which responses. */
export interface Counting {
  id: string;
  questionIds: string[];
  conditions: unknown[];
  by: Crossing | null;
  left: string[];
}

/** Counts responses where they are: the same statements whatever their number. */
export async function counted(db: EntityManager, counting: Counting): Promise<Counts> {
  const { id, conditions, left } = counting;
  const [responses, answers, cells] = await Promise.all([
    countResponses(db, id, conditions, left),
    countAnswers(db, counting),
    countCells(db, counting),
  ]);
  return { conditions: conditions.map((condition) => JSON.stringify(condition)), responses, answers, cells };
}
