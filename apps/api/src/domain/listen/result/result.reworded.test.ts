import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { countsOf } from "../../../../test/acts/results.ts";

const api = composingApi();
const { ask, done } = api;

const idOf = (composedQuestionnaire: any, label: string) => asking(composedQuestionnaire, label).question.id as string;

test("results follow a questionnaire that changes under its answers: reworded, retired, asked again, added to", async () => {
  const id = await api.published("Un questionnaire qui change");
  const [found] = await api.rows<{ slug: string }>("select slug from questionnaire where id = $1", [id]);
  const { slug } = found!;
  const now = () => api.composedQuestionnaire(slug);
  const first = await now();
  const [place, which, why] = ["D’où parlez-vous ?", "Laquelle ?", "Pourquoi ?"].map((label) => idOf(first, label));
  const [one, two] = asking(first, "Laquelle ?").question.options.map(({ value }: any) => value);

  const respond = async (answers: Record<string, unknown>) => {
    const { questionnaire } = await now();
    const input = {
      key: randomUUID(),
      questionnaireId: id,
      questionnaireRevision: questionnaire.revision,
      appearance: "ANONYMOUS",
      answers: Object.entries({ [place!]: "DEPARTMENT:29", ...answers }).map(([questionId, value]) => ({
        questionId,
        value,
      })),
    };
    const { data } = await ask(
      "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code field } } }",
      { input },
    );
    expect(data.submitResponse.problems).toEqual([]);
  };
  const change = async (act: string, input: object) => {
    const { version } = asking(await now(), "Laquelle ?") ?? asking(await now(), "Laquelle, au juste ?");
    return done(act, { id: which, version, ...input });
  };

  await respond({ [which!]: one });
  await respond({ [which!]: two });
  await change("editQuestion", {
    label: "Laquelle, au juste ?",
    settings: { options: [{ value: one, label: "La première" }, { label: "Une troisième" }] },
    reason: "Deux réponses se ressemblaient.",
  });
  const third = asking(await now(), "Laquelle, au juste ?").question.options.find(
    ({ label }: any) => label === "Une troisième",
  );
  await respond({ [which!]: third.value });
  await respond({ [why!]: "Je ne sais pas." });
  await done("removeQuestion", { id: which, reason: "Plus utile." });
  await respond({ [why!]: "Parce que." });
  await done("restoreQuestion", { id: which });
  await respond({ [which!]: one });
  const { sections } = await now();
  await done("addQuestion", { sectionId: sections[0].id, type: "SHORT_TEXT", label: "Et encore ?" });

  await done("showResults", { id, shown: "ALL" });
  const { data, errors } = await ask(
    `query ($slug: String!) { results(questionnaire: $slug) { responses questions {
       label reason seen answered retiredReason rows { cells { value label count added retired } } } } }`,
    { slug },
    api.team[0],
  );
  expect(errors).toBeUndefined();
  const { responses, questions } = data.results;
  expect(responses).toBe(6);
  // The question that is still being written is not there; the one that was away for a while was not asked meanwhile.
  expect(questions.map((it: any) => [it.label, it.reason, it.seen, it.answered, it.retiredReason])).toEqual([
    ["D’où parlez-vous ?", null, 6, 6, null],
    ["Laquelle ?", null, 2, 2, null],
    ["Laquelle, au juste ?", "Deux réponses se ressemblaient.", 3, 2, null],
    ["Pourquoi ?", null, 6, 2, null],
  ]);
  expect(countsOf(questions[1].rows[0])).toEqual({ [one]: 1, [two]: 1 });
  expect(countsOf(questions[2].rows[0])).toMatchObject({ [one]: 1, [third.value]: 1 });
  const after = questions[2].rows[0].cells;
  expect(after.find(({ value }: any) => value === third.value)).toMatchObject({ added: true, retired: false });
  expect(after.find(({ value }: any) => value === two)).toMatchObject({ count: 0, retired: true });
});
