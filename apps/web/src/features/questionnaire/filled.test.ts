import { expect, test } from "vitest";
import { filled } from "./filled.ts";
import type { Questionnaire } from "./question.ts";

const question = (id: string, type: string, ...values: string[]) => ({
  ...{ id, type },
  options: values.map((value) => ({ value })),
});
const questionnaire = {
  sections: [
    { questions: [question("where", "TERRITORY"), question("kind", "ORGANISATION_TYPE", "SCIC", "OTHER")] },
    { questions: [question("why", "LONG_TEXT")] },
  ],
} as unknown as Questionnaire;
const sheet = { kind: "SCIC", territory: { kind: "DEPARTMENT", code: "29" } };

test("an organisation that is chosen gives its kind and its territory, where nothing is answered yet", () => {
  expect(filled(questionnaire, {}, sheet)).toEqual({ where: "DEPARTMENT:29", kind: "SCIC" });
  expect(filled(questionnaire, { where: "REGION:53", kind: "OTHER" }, sheet)).toEqual({});
  expect(filled(questionnaire, {}, { kind: "UNKNOWN", territory: null })).toEqual({});
});
