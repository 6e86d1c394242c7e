import { heldBy } from "../follow/follow.queries.ts";
import { currentDigests } from "../../../platform/formerCode.ts";
import { appearsAs } from "@cahier/schema/questionnaire/appears";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, rowsJoined } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { type Question, Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { waiting } from "../questionnaire/published.queries.ts";
import { outlineOf } from "../questionnaire/questionnaire.queries.ts";
import { questionThen } from "../questionnaire/wording.queries.ts";
import { inWords } from "./receipt.words.ts";
import { typedDigest } from "../../../platform/code.ts";
import { type Answer, Answers, type Receipt, type Response, Responses } from "../response/response.entity.ts";
import { counted } from "../../ground/moderation/status.sql.ts";

/**
 * The response of a receipt code, however it was typed; null when it is unknown. The code is all the right it takes. That
 * of the link of a mail shows less: the address may be somebody else's.
 */
export const responseOfCode = async (context: Context, code: string): Promise<Receipt | null> =>
  (await responsesOfCodes(context, [code]))[0] ?? null;

/** More than a device keeps. */
const mostCodes = 20;

/** The responses of some codes, in their order; what leads nowhere is left out. */
export async function responsesOfCodes({ db }: Context, codes: string[]): Promise<Receipt[]> {
  const typed = [...new Set(codes.slice(0, mostCodes).flatMap((code) => typedDigest(code) ?? []))];
  if (typed.length === 0) return [];
  const current = await currentDigests(db, typed);
  const digests = typed.map((digest) => current.get(digest) ?? digest);
  const tail = "where it.receipt_digest = any($1) or it.mailed_digest = any($1)";
  const rows = await rowsOf(db, Responses, "response: of codes", tail, [digests]);
  return digests.flatMap((digest): Receipt[] => {
    const own = rows.find(({ receiptDigest }) => receiptDigest === digest);
    if (own) return [own];
    const mailed = rows.find((row) => row.mailedDigest === digest);
    return mailed ? [asMailed(mailed)] : [];
  });
}

/** A response as the link of a mail shows it: under a name only if it appears so, and no nearer than its region else. */
function asMailed(response: Response): Receipt {
  const { territoryId: territory, regionId: region } = response;
  const { place, organisationName } = appearsAs(response, { territory, region });
  return { ...response, byMail: true, organisationName, territoryId: place };
}

/** The responses that somebody put among those of their account, the last one first. */
export const responsesOf = async ({ db }: Context, personId: string): Promise<Response[]> =>
  rowsOf(db, Responses, "response: of person", "where it.id = any($1::uuid[]) order by it.submitted_on desc, it.id", [
    await heldBy(db, personId),
  ]);

/** All the texts of a response, whatever became of them: their author always sees them. By the link of a mail, the public ones. */
export async function ownContributions(context: Context, { id, byMail = false }: Receipt): Promise<Contribution[]> {
  const all = await allContributions(context, id);
  return byMail ? all.filter(({ status }) => status === "VISIBLE") : all;
}

const allContributions = (context: Context, id: string): Promise<Contribution[]> =>
  linked(
    context,
    "response: contributions",
    Contributions,
    `it.response_id as key from contribution it left join question q on q.id = it.question_id
     where it.response_id = any($1::uuid[]) order by q.position, it.id`,
    id,
  );

/** SQL: the responses to the questionnaire of a response `r` that came before it, in a region. */
const before = (
  region: string,
) => `(select count(*) from response other where other.questionnaire_id = r.questionnaire_id
  and ${region} and other.submitted_on <= r.submitted_on and ${counted("other")})`;

/** SQL: of these, those that are not told in counts by place yet: who has a receipt does not learn where each came from. */
const untold = `(select count(*) from response w where w.questionnaire_id = r.questionnaire_id and ${waiting("w")}
  and w.id <> r.id and w.region_id is not distinct from r.region_id and w.submitted_on <= r.submitted_on and ${counted("w")})`;

/** SQL: places of responses `$1`; those of one region, or of none, are counted in an index alone, but for the few untold. */
export const rankText = `select r.id, (case when ${counted("r")} then 0 else 1 end
    + case when r.region_id is null then ${before("other.region_id is null")} else ${before("other.region_id = r.region_id")} end
    - ${untold})::int as rank
  from response r where r.id = any($1::uuid[])`;

/**
 * Its place among the responses of its region that are told. Those of one day have no order, since none is kept: the place
 * is told as the day stands, and once it is over moves with those alone that are told later, five at least together.
 */
export async function rankInRegion({ joined, batch }: Context, { id }: Response): Promise<number> {
  const name = "response: rank";
  const loader = batch(name, async (ids) => {
    const rows = await joined<{ id: string; rank: number }>(name, rankText, [ids]);
    return new Map(rows.map((row) => [row.id, row.rank]));
  });
  return (await loader(id)) ?? 1;
}

/** A closed answer in words, and the question as it was asked then. */
export interface ClosedAnswer {
  question: Question;
  asked: string;
  words: string[];
}

/**
 * The closed answers of a response in the words in which they were given, in the order of the questions. Its territory
 * is told apart.
 */
export async function closedAnswers(context: Context, response: Receipt): Promise<ClosedAnswer[]> {
  if (response.byMail) return [];
  const outline = async () => outlineOf(context, (await context.load(Questionnaires, response.questionnaireId))!);
  const [{ questions }, answers] = await Promise.all([outline(), answersOf(context, response.id)]);
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const closed = questions.flatMap((question) => {
    const answer = byQuestion.get(question.id);
    return answer && question.type !== "TERRITORY" ? [{ question, answer }] : [];
  });
  return Promise.all(
    closed.map(async ({ question, answer }) => {
      const then = await questionThen(context, question, answer.questionRevision);
      return { question, asked: then.label, words: inWords(then, answer) };
    }),
  );
}

export async function answersOf(context: Context, responseId: string): Promise<Answer[]> {
  const name = "response: answers";
  const loader = context.batch(name, async (ids) =>
    grouped(
      await rowsJoined(context, Answers, name, "where it.response_id = any($1::uuid[])", [ids]),
      (row) => row.responseId,
    ),
  );
  return (await loader(responseId)) ?? [];
}
