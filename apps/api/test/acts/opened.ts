import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { visitor } from "../../src/platform/viewer.ts";
import { asking, type composingApi } from "./composing.ts";

/** Questions of a draft and of its published form. */
export const labels = { place: "D’où parlez-vous ?", choice: "Laquelle ?", text: "Pourquoi ?" };

/** Open questionnaires: the acts to change them, to answer them, and to read the stored answers. */
export function openedIn(api: ReturnType<typeof composingApi>) {
  const { act, composedQuestionnaire, published, rows } = api;
  async function open() {
    const id = await published();
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [id]);
    const now = () => composedQuestionnaire(slug);
    const find = async (label: string) => asking(await now(), label);
    return {
      id,
      slug,
      now,
      find,
      async edit(label: string, input: object) {
        const { id: question, version } = await find(label);
        return act("editQuestion", { id: question, version, ...input });
      },
      /** Sends answers by the labels of their questions, as a page opened at a revision does. */
      async answer(answers: Record<string, unknown>, questionnaireRevision: number | null = null) {
        const given = Object.entries({ [labels.place]: "DEPARTMENT:29", ...answers });
        const ids = await Promise.all(given.map(async ([label]) => (await find(label))?.id ?? label));
        const input = {
          key: randomUUID(),
          questionnaireId: id,
          questionnaireRevision,
          appearance: "ANONYMOUS",
          answers: given.map(([, value], index) => ({ questionId: ids[index], value })),
        };
        const { data } = await api.ask(
          "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code field value } } }",
          { input },
          visitor,
        );
        expect(data.submitResponse.problems).toEqual([]);
        const [{ id: response }] = await rows("select id from response where key = $1", [input.key]);
        return response as string;
      },
    };
  }

  /** A stored response: the revision it was given at; by question, the answer and the revision of its wording. */
  const given = async (responseId: string) => ({
    ...(await rows("select questionnaire_revision as at from response where id = $1", [responseId]))[0],
    answers: Object.fromEntries(
      (
        await rows(
          `select q.label, a.value, a.question_revision as revision from answer a join question q on q.id = a.question_id
         where a.response_id = $1 and q.type <> 'TERRITORY'
         union all select q.label, to_jsonb(c.body), c.question_revision from contribution c
         join question q on q.id = c.question_id where c.response_id = $1`,
          [responseId],
        )
      ).map(({ label, value, revision }) => [label, [value, revision]]),
    ),
  });

  return { given, open };
}
