import type { Context } from "../../../platform/context.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { type ClosedAnswer, closedAnswers } from "../../listen/receipt/receipt.queries.ts";
import { Responses } from "../../listen/response/response.entity.ts";

/** The closed answers of the response of a text: what it is read with. Those that are only counted say nothing of one. */
export async function answersBeside(context: Context, { responseId }: Contribution): Promise<ClosedAnswer[]> {
  const response = responseId ? await context.load(Responses, responseId) : null;
  const answers = response ? await closedAnswers(context, response) : [];
  return answers.filter(({ question, words }) => question.visibility !== "AGGREGATED" && words.length > 0);
}
