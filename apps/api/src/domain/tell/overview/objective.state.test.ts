import { expect, test } from "vitest";
import type { Questionnaire } from "../../listen/questionnaire/questionnaire.entity.ts";
import { foremost, objectiveState } from "./objective.state.ts";

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

test("of several questionnaires, an open one is shown; else the last that closed; else the next that opens", () => {
  const published = { publishedAt: at("2012-03-01"), archivedAt: null, pausedReason: null };
  const from = (opens: string, closes: string, more = {}) =>
    ({ ...published, opensAt: at(opens), closesAt: at(closes), ...more }) as Questionnaire;
  const [first, second] = [from("2012-03-02", "2012-03-10"), from("2012-03-11", "2012-03-20")];
  const [open, longer] = [from("2012-03-25", "2012-04-10"), from("2012-03-12", "2012-04-20")];
  const [next, last] = [from("2012-04-20", "2012-04-30"), from("2012-05-20", "2012-05-30")];
  const paused = from("2012-03-12", "2012-04-15", { pausedReason: "Une erreur." });
  const now = at("2012-04-01");
  expect(foremost([first, longer, open, paused, next], now)).toBe(open);
  expect(foremost([first, paused, next], now)).toBe(paused);
  expect(foremost([first, second, next], now)).toBe(second);
  expect(foremost([last, next], now)).toBe(next);
  expect(foremost([{ ...first, archivedAt: now }, next], now)).toBe(next);
  expect(foremost([], now)).toBeNull();
});
