import { expect, test } from "vitest";
import { objectiveState } from "./objective.state.ts";

const questionnaire = { opensAt: new Date("2012-03-13T17:00Z"), closesAt: new Date("2012-03-30T22:00Z") };
const at = (day: string) => new Date(`${day}T12:00Z`);

test("an objective is planned until its questionnaire opens", () => {
  expect(objectiveState({ questionnaire, synthesis: null }, at("2012-03-01"))).toBe("PLANNED");
  expect(objectiveState({ questionnaire: null, synthesis: null }, at("2012-03-20"))).toBe("PLANNED");
});

test("it gathers while its questionnaire is open, then consolidates", () => {
  expect(objectiveState({ questionnaire, synthesis: null }, questionnaire.opensAt)).toBe("GATHERING");
  expect(objectiveState({ questionnaire, synthesis: { state: "DRAFT" } }, at("2012-03-20"))).toBe("GATHERING");
  expect(objectiveState({ questionnaire, synthesis: { state: "DRAFT" } }, questionnaire.closesAt)).toBe(
    "CONSOLIDATING",
  );
});

test("once its synthesis circulates or is published, that is what is said", () => {
  expect(objectiveState({ questionnaire, synthesis: { state: "CIRCULATING" } }, at("2012-04-06"))).toBe("CIRCULATING");
  expect(objectiveState({ questionnaire, synthesis: { state: "PUBLISHED" } }, at("2012-03-20"))).toBe(
    "SYNTHESIS_PUBLISHED",
  );
});
