import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { question } from "../../test/definitions.ts";
import { compile } from "./check.ts";
import { type Definition, type Question, territoryKey } from "./definition.ts";
import { validateDefinition } from "./validate.ts";

const pack = new URL("../../../../apps/api/src/seed/content/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, pack), "utf8"));

type PackQuestionnaire = {
  id: string;
  repeatBy?: string;
  questions: Question[];
  sections: { id: string; title: string; questionIds: string[] }[];
};
type PackContribution = { id: string; answers: Record<string, unknown> };

const definitionOf = ({ id, repeatBy, questions, sections }: PackQuestionnaire): Definition => ({
  id,
  repeatQuestionId: repeatBy ?? null,
  sections: sections.map((section) => ({
    ...section,
    intro: null,
    questions: section.questionIds
      .map((questionId) => questions.find((one) => one.id === questionId)!)
      .map((one) => question(one.id, one.type, one)),
  })),
});

/** The pack writes a territory as an object. */
const received = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const { departmentCode } = (value ?? {}) as { departmentCode?: string };
      return [key, departmentCode ? territoryKey("DEPARTMENT", departmentCode) : value];
    }),
  );

const ready = existsSync(new URL("contributions/q4.json", pack));

describe.skipIf(!ready)("the demonstration", () => {
  const questionnaires = ready ? (read("questionnaires.json") as PackQuestionnaire[]).map(definitionOf) : [];
  const departments = "../../domain/ground/territory/france/departements.json";
  const territories = new Set(
    ready ? (read(departments) as { code: string }[]).map(({ code }) => territoryKey("DEPARTMENT", code)) : [],
  );

  it.each(questionnaires)("asks $id soundly", (definition) => {
    expect(validateDefinition(definition)).toEqual([]);
  });

  it.each(questionnaires)("has the 30 answers of $id accepted whole", (definition) => {
    const check = compile(definition, { territories });
    const contributions = read(`contributions/${definition.id}.json`) as PackContribution[];
    expect(contributions).toHaveLength(30);
    for (const { id, answers } of contributions) {
      const { problems, stripped, answers: kept } = check(received(answers));
      expect({ id, problems, stripped }).toEqual({ id, problems: [], stripped: [] });
      const given = Object.keys(answers).filter((key) => answers[key] !== null);
      expect(Object.keys(kept).toSorted()).toEqual(given.toSorted());
    }
  });
});
