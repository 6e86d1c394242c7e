import { randomUUID } from "node:crypto";
import type { DataSource, EntitySchema } from "typeorm";
import { Contributions, type Contribution } from "../../src/domain/listen/contribution/contribution.entity.ts";
import {
  type Objective,
  Objectives,
  type WorkingGroup,
  WorkingGroups,
} from "../../src/domain/ground/group/group.entity.ts";
import {
  type Question,
  Questionnaires,
  type Questionnaire,
  Questions,
  Sections,
} from "../../src/domain/listen/questionnaire/questionnaire.entity.ts";
import { Territories, type Territory } from "../../src/domain/ground/territory/territory.entity.ts";
import { Axes, Terms, Themes, type Theme } from "../../src/domain/ground/theme/theme.entity.ts";

const day = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * day);

/** The smallest instance on which the chain can begin: tests of rules use it, beside the demonstration. */
export interface Small {
  theme: Theme;
  group: WorkingGroup;
  objective: Objective;
  /** « bretagne », « bretagne-2012 », « finistere », « morbihan », « paris », « ile-de-france »… */
  territories: Record<string, Territory>;
}

export async function smallInstance(database: DataSource): Promise<Small> {
  const { manager: db } = database;
  const add = <Row extends object>(table: EntitySchema<Row>, row: Partial<Row>) => added(database, table, row);
  const axis = await add(Axes, { slug: "organiser", position: 1, name: "Organiser" });
  const theme = await add(Themes, {
    slug: "circuits-courts",
    axisId: axis.id,
    number: 11,
    title: "Circuits courts",
    sourceText: "Circuits courts",
  });
  const group = await add(WorkingGroups, {
    slug: "circuits-courts",
    themeId: theme.id,
    name: "Circuits courts",
    finalGoal: "Faire connaître les circuits courts.",
    means: [],
  });
  const objective = await add(Objectives, {
    slug: "objectif-1",
    groupId: group.id,
    number: 1,
    name: "Définir",
    question: "De quoi parle-t-on ?",
    expectedOutput: "Une définition",
  });
  for (const [position, key] of ["FOOD", "ENERGY", "OTHER"].entries())
    await db.insert(Terms, { kind: "SECTOR", key, position, label: key, labelEn: key });

  const territories: Record<string, Territory> = {};
  const place = async (slug: string, row: Partial<Territory>) => {
    territories[slug] = await add(Territories, { slug, name: slug, ...row });
    return territories[slug].id;
  };
  const bretagne = await place("bretagne", { kind: "REGION", code: "53" });
  const capital = await place("ile-de-france", { kind: "REGION", code: "11" });
  await db.query("update territory set region_id = id");
  for (const region of Object.values(territories)) region.regionId = region.id;
  const bretagne2012 = await place("bretagne-2012", { kind: "REGION_2012", code: "53", regionId: bretagne });
  await place("finistere", { kind: "DEPARTMENT", code: "29", regionId: bretagne, region2012Id: bretagne2012 });
  await place("morbihan", { kind: "DEPARTMENT", code: "56", regionId: bretagne, region2012Id: bretagne2012 });
  await place("paris", { kind: "DEPARTMENT", code: "75", regionId: capital });
  return { theme, group, objective, territories };
}

/** A questionnaire of one section, open ten days from now by default, with its questions by code. */
export async function questionnaireWith(
  database: DataSource,
  { objective }: Small,
  questions: (Partial<Question> & Pick<Question, "code" | "type">)[],
  { repeats, ...row }: Partial<Questionnaire> & { repeats?: string } = {},
): Promise<{ questionnaire: Questionnaire; ids: Record<string, string> }> {
  const ids = Object.fromEntries(questions.map(({ code }) => [code, randomUUID()]));
  const questionnaire = await added(database, Questionnaires, {
    slug: `questionnaire-${randomUUID().slice(0, 8)}`,
    objectiveId: objective.id,
    number: 1,
    title: "Un questionnaire",
    intro: "Quelques questions.",
    estimatedMinutes: 5,
    opensAt: fromNow(-10),
    closesAt: fromNow(10),
    publishedAt: fromNow(-11),
    ...row,
  });
  const section = await added(database, Sections, {
    questionnaireId: questionnaire.id,
    position: 1,
    title: "Une partie",
  });
  for (const [position, { settings = {}, ...question }] of questions.entries())
    await added(database, Questions, {
      id: ids[question.code]!,
      questionnaireId: questionnaire.id,
      sectionId: section.id,
      position,
      label: `Question ${question.code}`,
      rationale: "Pour savoir.",
      settings: JSON.parse(JSON.stringify(settings).replace(/"code:(.*?)"/g, (_, code: string) => `"${ids[code]}"`)),
      ...question,
    });
  if (repeats) {
    await database.manager.update(Questionnaires, questionnaire.id, { repeatQuestionId: ids[repeats]! });
    questionnaire.repeatQuestionId = ids[repeats]!;
  }
  return { questionnaire, ids };
}

/** A contribution outside any response, published today by default. */
export const contributionOf = (database: DataSource, { theme, objective }: Small, row: Partial<Contribution>) =>
  added(database, Contributions, {
    themeId: theme.id,
    objectiveId: objective.id,
    channel: "ONLINE",
    body: "Un circuit court relie des gens.",
    status: "VISIBLE",
    appearance: "ANONYMOUS",
    contributedOn: new Date().toISOString().slice(0, 10),
    ...row,
  });

/** Writes a row and reads it back, with the defaults of its table. */
export async function added<Row extends object>(
  { manager }: DataSource,
  table: EntitySchema<Row>,
  row: Partial<Row>,
): Promise<Row> {
  const { identifiers } = await manager.insert(table, row as never);
  return manager.findOneByOrFail(table, identifiers[0] as never);
}
