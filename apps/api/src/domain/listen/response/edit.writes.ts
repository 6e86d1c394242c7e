import type { TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { rewriteText } from "../contribution/contribution.writes.ts";
import { type Question, Questions } from "../questionnaire/questionnaire.entity.ts";
import { type ResponseParts, textStatus } from "./parts.ts";
import { Answers, type Response } from "./response.entity.ts";
import { insertParts } from "./response.writes.ts";

/**
 * Puts what a response now says in the place of what it said: closed answers of the questions on the page, and texts,
 * each with the words it had before. What answers a question that was not on the page stays.
 */
export async function rewriteParts(
  act: Pick<Transaction, "db" | "record">,
  after: Response,
  before: Response,
  onPage: Question[],
  parts: ResponseParts,
) {
  const { db } = act;
  const asked = new Map(onPage.map((question) => [question.id, question]));
  await db
    .createQueryBuilder()
    .delete()
    .from(Answers)
    .where("responseId = :id and questionId in (:...asked)", { id: after.id, asked: [...asked.keys()] })
    .execute();

  const said = new Map(parts.texts.map((text) => [text.questionId, text]));
  const short = new Map(parts.answers.map((answer) => [answer.questionId, answer]));
  const nameChanged = after.authorName !== before.authorName || after.organisationName !== before.organisationName;
  const texts = await db.findBy(Contributions, { responseId: after.id });
  const visibilities = new Map(
    (await db.findBy(Questions, { questionnaireId: after.questionnaireId })).map(({ id, visibility }) => [
      id,
      visibility,
    ]),
  );
  for (const contribution of texts) {
    const question = asked.get(contribution.questionId ?? "");
    const text = said.get(contribution.questionId ?? "");
    said.delete(contribution.questionId ?? "");
    // A marked short answer is a text too: it follows the answer.
    const quoted = question?.type === "SHORT_TEXT" ? short.get(question.id) : undefined;
    const body = question ? (text?.body ?? (quoted?.value as string | undefined) ?? "") : contribution.body;
    const wanted = textStatus(after, visibilities.get(contribution.questionId ?? "") ?? "PUBLIC", body);
    const formerly = textStatus(before, "PUBLIC", contribution.body);
    const status = statusOf(contribution, body, wanted, formerly, nameChanged);
    const since =
      status === contribution.status
        ? {}
        : { statusReason: null, statusOn: status === "WITHDRAWN" ? after.editedOn : null };
    const questionRevision = text?.questionRevision ?? quoted?.questionRevision ?? contribution.questionRevision;
    await rewriteText(
      act,
      contribution,
      { ...headOf(after), body, status, ...since, questionRevision },
      after.editedOn!,
    );
  }
  await insertParts(db, after, { ...parts, texts: [...said.values()] });
}

/**
 * Status of a text after a change, from the one its words would have if they were new, before and now. A text that a
 * moderator kept back never shows again by itself: written anew, it waits. One let through stays so.
 */
function statusOf(
  it: Contribution,
  body: string,
  wanted: TextStatus,
  formerly: TextStatus,
  nameChanged: boolean,
): TextStatus {
  if (body === "") return "WITHDRAWN";
  const keptBack = it.status === "HIDDEN" || (it.status === "HELD" && formerly === "VISIBLE");
  if (keptBack && (wanted === "UNPUBLISHED" || (it.status === "HIDDEN" && body === it.body))) return "HIDDEN";
  if (keptBack) return "HELD";
  const untouched = body === it.body && !nameChanged;
  return untouched && it.status === "VISIBLE" && wanted === "HELD" ? "VISIBLE" : wanted;
}

/** Author of a text, copied from its response. */
const headOf = ({ organisationName, organisationId, ...response }: Response) => ({
  appearance: response.appearance,
  authorName: response.authorName,
  speaksAs: response.speaksAs,
  organisationName: response.appearance === "NAMED" ? organisationName : null,
  organisationId,
  organisationType: response.organisationType,
  territoryId: response.territoryId,
  regionId: response.regionId,
  sectors: response.sectors,
});
