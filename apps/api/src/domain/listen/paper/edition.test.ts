import { expect, test } from "vitest";
import { paperApi } from "../../../../test/acts/paper.ts";
import { options, text } from "../../../../test/acts/responses.ts";

const api = paperApi();
const { enter, ids, people, print, rows, sheetOf } = api;

/** Rewords a question that was answered, as those who compose do. */
async function reword(label: string, settings: object) {
  const [{ version }] = await rows("select version from question where id = $1", [ids.sectors]);
  const input = { id: ids.sectors, version, label, settings, reason: "Plus clair." };
  const { data, errors } = await api.ask(
    "mutation ($input: EditQuestionInput!) { editQuestion(input: $input) { problems { code field } } }",
    { input },
    people.facilitator,
  );
  expect(errors).toBeUndefined();
  expect(data.editQuestion.problems).toEqual([]);
}

test("a sheet printed before a change keeps what was on it, and is attributed to it", async () => {
  const { questionnaireId } = sheetOf();
  const [{ slug }] = await rows("select slug from questionnaire where id = $1", [questionnaireId]);
  const [{ revision }] = await rows("select revision from question where id = $1", [ids.sectors]);
  const [before, other] = await print(2);
  await enter(sheetOf({ text, sectors: ["FOOD"] }, { code: other!.code }));
  await reword("Dans quels domaines ?", { options: options("ENERGY", "OTHER"), allowOther: true });
  const [after] = await print(1);
  const editions = async () =>
    (
      await api.ask(
        "query ($slug: String!) { paperDesk(slug: $slug) { editions { revision printedUntil definition } } }",
        { slug },
        people.breton,
      )
    ).data.paperDesk.editions as { revision: number; printedUntil: string | null; definition: any }[];
  const [now, then] = await editions();
  expect([now!.printedUntil, then!.printedUntil]).toEqual([null, expect.any(String)]);
  expect(now!.revision).toBeGreaterThan(then!.revision);
  const asked = ({ definition }: typeof now & object) =>
    definition.sections.flatMap(({ questions }: any) => questions).find(({ id }: { id: string }) => id === ids.sectors);
  expect(asked(then!)).toMatchObject({ label: "Question sectors", options: options("FOOD", "ENERGY", "OTHER") });
  expect(asked(now!)).toMatchObject({ label: "Dans quels domaines ?", options: options("ENERGY", "OTHER") });

  // A retired option is still on the paper.
  const input = sheetOf({ text, sectors: ["FOOD"] }, { code: before!.code, questionnaireRevision: then!.revision });
  const { entry, problems } = await enter(input);
  expect(problems).toEqual([]);
  const [stored] = await rows(
    `select r.questionnaire_revision as questionnaire, a.question_revision as question
     from response r join answer a on a.response_id = r.id and a.question_id = $2 where r.id = $1`,
    [entry.id, ids.sectors],
  );
  expect(stored).toEqual({ questionnaire: then!.revision, question: revision });
  expect((await enter(sheetOf({ text, sectors: ["FOOD"] }, { code: after!.code }))).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: ids.sectors },
  ]);
  const mistaken = sheetOf({ text }, { code: after!.code, questionnaireRevision: then!.revision });
  expect((await enter(mistaken)).problems).toMatchObject([{ code: "STALE", field: "questionnaireRevision" }]);
  await reword("Question sectors", { options: options("FOOD", "ENERGY", "OTHER"), allowOther: true });
});
