import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import type { AnswerInput, SubmitResponseInput } from "../../src/graphql/resolvers.generated.ts";
import type { Questionnaire } from "../../src/domain/listen/questionnaire/questionnaire.entity.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { testApi } from "../site/api.ts";
import { questionnaireWith, type Small, smallInstance } from "../rows/builders.ts";

/** Options labelled with their own values. */
export const options = (...values: string[]) => values.map((value) => ({ value, label: `« ${value} »` }));

/** Text of an answer when the words do not matter. */
export const text = "Un circuit court, c’est quand on se connaît.";

/** An API with one open questionnaire of every kind of question, and the acts to answer it. */
export function answeringApi() {
  const api = testApi();
  let small: Small;
  let questionnaire: Questionnaire;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    small = await smallInstance(api.database);
    const made = await questionnaireWith(api.database, small, [
      { code: "place", type: "TERRITORY", required: true },
      { code: "text", type: "LONG_TEXT" },
      {
        code: "sectors",
        type: "MULTIPLE_CHOICE",
        settings: { options: options("FOOD", "ENERGY", "OTHER"), allowOther: true },
      },
      { code: "why", type: "LONG_TEXT", settings: { visibleIf: { question: "code:sectors", contains: "ENERGY" } } },
      { code: "aside", type: "LONG_TEXT", visibility: "TEAM" },
      { code: "short", type: "SHORT_TEXT", settings: { maxLength: 20 } },
      { code: "who", type: "ORGANISATION_TYPE", settings: { options: options("INDIVIDUAL", "SCIC") } },
      { code: "grid", type: "MATRIX", settings: { rows: options("a", "b"), scale: options("1", "2") } },
      { code: "rank", type: "RANKING", settings: { options: options("x", "y", "z"), maxSelect: 2 } },
      { code: "score", type: "RATING", settings: { min: 1, max: 5 } },
    ]);
    ({ questionnaire } = made);
    Object.assign(ids, made.ids);
  });

  const answered = (answers: Record<string, unknown>): AnswerInput[] =>
    Object.entries(answers).map(([code, value]) => ({ questionId: ids[code] ?? code, value }));
  const rows = <Row = any>(statement: string, values: unknown[] = []) => api.database.query<Row[]>(statement, values);

  const all = {
    ask: api.ask,
    ids,
    rows,
    answered,
    /** Another questionnaire, for tests that change it. */
    questionnaireWith: (...[questions, row]: ShiftTwo<Parameters<typeof questionnaireWith>>) =>
      questionnaireWith(api.database, small, questions, row),
    /** A response from Finistère, without a name, to these questions by their codes. */
    inputOf: (answers: Record<string, unknown>, more: Partial<SubmitResponseInput> = {}): SubmitResponseInput => ({
      key: randomUUID(),
      questionnaireId: questionnaire.id,
      answers: answered({ place: "DEPARTMENT:29", ...answers }),
      appearance: "ANONYMOUS",
      ...more,
    }),
    async submit(input: SubmitResponseInput, fields = "code", viewer?: Viewer) {
      const { data, errors } = await api.ask(
        `mutation ($input: SubmitResponseInput!) {
           submitResponse(input: $input) { problems { code field value } receipt { ${fields} } } }`,
        { input },
        viewer,
      );
      expect(errors).toBeUndefined();
      return data.submitResponse as { problems: { code: string; field: string; value: string }[]; receipt: any };
    },
    /** Result of an act: problems by their codes, and the fields of the receipt. */
    async act(mutation: string, input: object, fields = "revision", viewer?: Viewer) {
      const type = receiptInputs[mutation] ?? "ReceiptInput";
      const { data, errors } = await api.ask(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) {
           problems { code field value } receipt { ${fields} } } }`,
        { input },
        viewer,
      );
      const done = data?.[mutation] as
        | { problems: { code: string; field: string | null; value: string | null }[]; receipt: any }
        | undefined;
      return { ...done, codes: done?.problems.map(({ code }) => code), error: errors?.[0]?.extensions.code };
    },
    receipt: async (code: string, fields: string, viewer?: Viewer) =>
      (await api.ask(`query ($code: String!) { receipt(code: $code) { ${fields} } }`, { code }, viewer)).data.receipt,
    stored: async (key: string) => (await rows("select * from response where key = $1", [key]))[0],
  };
  return {
    ...all,
    get database() {
      return api.database;
    },
    get small() {
      return small;
    },
    /** A sent response, with its edit from the first revision, and the state of one of its texts. */
    async sent(answers: Record<string, unknown>, more: Partial<SubmitResponseInput> = {}) {
      const input = all.inputOf(answers, more);
      const { receipt: given, problems } = await all.submit(input);
      expect(problems).toEqual([]);
      const { code } = given as { code: string };
      const { id } = await all.stored(input.key);
      const fields = "revision editedOn appearance contributions { body status }";
      return {
        code,
        id: id as string,
        edit(changed: Record<string, unknown>, how: object = {}) {
          const said = answered({ place: "DEPARTMENT:29", ...changed });
          return all.act("editResponse", { code, revision: 1, appearance: "ANONYMOUS", answers: said, ...how }, fields);
        },
        contribution: async (question = ids.text) =>
          (await rows("select * from contribution where response_id = $1 and question_id = $2", [id, question]))[0],
      };
    },
  };
}

const receiptInputs: Record<string, string> = { editResponse: "EditResponseInput", keepAnswer: "KeepAnswerInput" };

type ShiftTwo<List extends unknown[]> = List extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** The two questions that every questionnaire of a test needs. */
export const placeAndText = [
  { code: "place", type: "TERRITORY" },
  { code: "text", type: "LONG_TEXT" },
] as const;

/** Answers the place and the text of a questionnaire from Finistère, without a name: the code of the receipt. */
export async function codeOfAnswer(
  api: Pick<ReturnType<typeof testApi>, "ask">,
  { questionnaire, ids }: Awaited<ReturnType<typeof questionnaireWith>>,
  words: string,
): Promise<string> {
  const { data, errors } = await api.ask(
    "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt { code } } }",
    {
      input: {
        key: randomUUID(),
        questionnaireId: questionnaire.id,
        appearance: "ANONYMOUS",
        answers: [
          { questionId: ids.place, value: "DEPARTMENT:29" },
          { questionId: ids.text, value: words },
        ],
      },
    },
  );
  expect(errors).toBeUndefined();
  return data.submitResponse.receipt.code;
}
