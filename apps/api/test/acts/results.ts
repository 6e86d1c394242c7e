import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import type { Question, Questionnaire } from "../../src/domain/listen/questionnaire/questionnaire.entity.ts";
import { Answers, type Response, Responses } from "../../src/domain/listen/response/response.entity.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { testApi } from "../site/api.ts";
import { added, questionnaireWith, type Small, smallInstance } from "../rows/builders.ts";
import { options } from "./responses.ts";

const fields = `hidden hiddenUntil early notShown responses unpublished restitutions present
  groups { key label region responses } within { key label labelEn }
  questions {
    question { id code } revision label wordedOn reason retiredReason replaces shown withheld seen answered wholeAnswered
    restitutions
    rows { value answered mean median wholeMean
      cells { value label count share wholeShare restitutions noOpinion added retired } }
    ranks { value points first firstShare wholeFirstShare ranked }
    spread { min lowerQuartile median upperQuartile max mean } texts { total readable } } `;

export const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Counts by chosen value. */
export const countsOf = (row: any) => Object.fromEntries(row.cells.map((cell: any) => [cell.value, cell.count]));

/** A question of which one option is chosen. */
export const choice = (code: string, ...values: string[]) =>
  ({ code, type: "SINGLE_CHOICE", settings: { options: options(...values) } }) satisfies Partial<Question>;

interface Answering extends Partial<Response> {
  /** Slug of the territory; Finistère by default. */
  territory?: string;
  /** Revision of the wording that was answered, by the id of the question. */
  revisions?: Record<string, number>;
}

/** An API where questionnaires are answered by writing rows, and their results read. */
export function resultsApi() {
  const api = testApi();
  let small: Small;
  beforeAll(async () => {
    small = await smallInstance(api.database);
    await api.database.query(
      `insert into term (kind, key, position, label, label_en) values
       ('ORGANISATION_TYPE', 'INDIVIDUAL', 0, 'Une personne', 'A person'),
       ('ORGANISATION_TYPE', 'SCIC', 1, 'Une Scic', 'A Scic')`,
    );
  });

  /** A person who reads the results of the group before they are public. */
  const team = () =>
    viewerOf({ id: randomUUID(), displayName: "R", language: "fr" }, [
      { role: "RAPPORTEUR", groupId: small.group.id, territoryId: null },
    ]);

  return {
    team,
    ask: api.ask,
    get database() {
      return api.database;
    },
    get small() {
      return small;
    },
    /** A questionnaire with all its results shown by default. */
    asking: (questions: Parameters<typeof questionnaireWith>[2], row: Partial<Questionnaire> = {}) =>
      questionnaireWith(api.database, small, questions, { resultsShown: "ALL", ...row }),
    /** A response with these answers, by the ids of their questions. */
    async answer(
      questionnaireId: string,
      answers: Record<string, unknown>,
      { territory = "finistere", revisions = {}, ...row }: Answering = {},
    ) {
      const place = small.territories[territory]!;
      const response = await added(api.database, Responses, {
        questionnaireId,
        key: randomUUID(),
        digest: "x",
        receiptDigest: randomUUID(),
        channel: "ONLINE",
        appearance: "ANONYMOUS",
        territoryId: place.id,
        regionId: place.regionId,
        submittedOn: "2012-06-20",
        status: row.appearance === "UNPUBLISHED" ? "UNPUBLISHED" : "VISIBLE",
        ...row,
      });
      for (const [questionId, value] of Object.entries(answers))
        await added(api.database, Answers, {
          responseId: response.id,
          questionId,
          value,
          questionRevision: revisions[questionId] ?? 1,
        });
      return response;
    },
    /** As the team reads them, as they come. */
    async resultsOf({ slug }: { slug: string }, { within, viewer }: { within?: string; viewer?: Viewer } = {}) {
      const query = `query ($slug: String!, $within: String) {
        results(questionnaire: $slug, within: $within) { ${fields} } }`;
      const { data, errors } = await api.ask(query, { slug, within }, viewer ?? team());
      expect(errors).toBeUndefined();
      return data.results;
    },
  };
}
