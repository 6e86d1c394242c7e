import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import { acting } from "./acting.ts";
import { Persons } from "../../src/domain/ground/person/person.entity.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { testApi } from "../site/api.ts";
import { added, questionnaireWith, type Small, smallInstance } from "../rows/builders.ts";

/** A problem of an act, as the API answers it. */
export interface Problem {
  code: string;
  field: string | null;
  value: string | null;
}

/** All fields of a questionnaire in the workshop. */
const composedFields = `
  id version template suggestedMinutes composedBy publicationAskedBy publishedBy smallTeam hasResponses
  english { title intro }
  questionnaire { id slug number title intro estimatedMinutes opensAt closesAt state pausedReason repeatQuestionId
    questionCount languages revision anonymous publishedAlone resultsShown resultsHiddenUntil
    viewerCan { compose publish } }
  sections { id position title intro version english { title intro }
    questions { id version english retired asked retiredReason replaces answerCount resultsShown
      retiredOptions { value label keyPointId }
      revisions { revision label reason madeOn answerCount options { value label } }
      question { id code type label plain help rationale usedIn required visibility maxLength
        options { value label keyPointId } rows { value label } scale { value label } noOpinionValue exclusiveValues
        minSelect maxSelect allowOther min max wholeNumbers short minLabel maxLabel visibleIf revision } } }
  flaws { questionId code }
  history { id event at by reason questionCode before after }
  syntheses { id slug paragraphs { keyPoints { id sentence } } }`;

/** An API with two facilitators of one group: one composes, the other publishes. */
export function composingApi() {
  const api = testApi();
  let small: Small;
  const team: Viewer[] = [];

  beforeAll(async () => {
    small = await smallInstance(api.database);
    for (const name of ["Anne Exemple", "Bruno Exemple"]) {
      const person = await added(api.database, Persons, {
        email: `${randomUUID()}@example.org`,
        displayName: name,
        language: "fr",
        fictional: true,
      });
      team.push(
        viewerOf({ id: person.id, displayName: name, language: "fr" }, [
          { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
        ]),
      );
    }
  });

  const acts = acting(api, "code field value");
  const act = async (mutation: string, input: object, viewer: Viewer | undefined = team[0]) => {
    const given = mutation === "createQuestionnaire" ? { key: randomUUID(), ...input } : input;
    const payload = await acts(mutation, given, `composedQuestionnaire { ${composedFields} }`, viewer);
    return payload as { problems: Problem[]; composedQuestionnaire: any };
  };
  /** Runs an act that must have no problem; answers with the questionnaire. */
  const done = async (mutation: string, input: object, viewer?: Viewer) => {
    const { problems, composedQuestionnaire } = await act(mutation, input, viewer);
    expect(problems).toEqual([]);
    return composedQuestionnaire;
  };
  /** Runs an act that must have one problem; answers « CODE field ». */
  const refused = async (mutation: string, input: object, viewer?: Viewer) => {
    const { problems } = await act(mutation, input, viewer);
    expect(problems).toHaveLength(1);
    return `${problems[0]!.code} ${problems[0]!.field ?? ""}`.trim();
  };
  const rows = <Row = any>(statement: string, values: unknown[] = []) => api.database.query<Row[]>(statement, values);

  /** A draft that asks for the territory, a choice and a text. */
  async function draft(title = "Un questionnaire") {
    const made = await done("createQuestionnaire", { objective: small.objective.slug, title });
    let it = await done("addSection", { questionnaireId: made.id, title: "Une partie" });
    const sectionId = it.sections[0].id;
    for (const [type, label] of [
      ["TERRITORY", "D’où parlez-vous ?"],
      ["SINGLE_CHOICE", "Laquelle ?"],
      ["LONG_TEXT", "Pourquoi ?"],
    ]) {
      it = await done("addQuestion", { sectionId, type, label });
      const { id, version } = it.sections[0].questions.at(-1);
      const options = [{ label: "La première" }, { label: "La seconde" }];
      const settings = type === "SINGLE_CHOICE" ? { options } : undefined;
      it = await done("editQuestion", { id, version, rationale: "Pour savoir.", settings });
    }
    return it;
  }

  return {
    ...api,
    get database() {
      return api.database;
    },
    get small() {
      return small;
    },
    team,
    act,
    done,
    refused,
    rows,
    draft,
    questionnaireWith: (...args: ShiftTwo<Parameters<typeof questionnaireWith>>) =>
      questionnaireWith(api.database, small, ...args),
    /** Reads a questionnaire as it stands. */
    composedQuestionnaire: async (slug: string, viewer = team[0]) => {
      const text = `query ($slug: String!) { composedQuestionnaire(slug: $slug) { ${composedFields} } }`;
      const { data, errors } = await api.ask(text, { slug }, viewer);
      expect(errors).toBeUndefined();
      return data.composedQuestionnaire;
    },
    /** A draft published by the second person, open since yesterday. */
    async published(title?: string) {
      const { id } = await draft(title);
      await done("publishQuestionnaire", { id }, team[1]);
      await rows("update questionnaire set opens_at = now() - interval '1 day' where id = $1", [id]);
      return id as string;
    },
  };
}

type ShiftTwo<List extends unknown[]> = List extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** The question of a composed questionnaire with this label. */
export const asking = (composedQuestionnaire: any, label: string) =>
  composedQuestionnaire.sections
    .flatMap((section: any) => section.questions)
    .find(({ question }: any) => question.label === label);
