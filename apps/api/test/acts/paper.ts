import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { Persons } from "../../src/domain/ground/person/person.entity.ts";
import { RoleGrants } from "../../src/domain/ground/role/role.entity.ts";
import type { EnterSheetInput, ReportMeetingInput, Role } from "../../src/graphql/resolvers.generated.ts";
import { dayOf } from "../../src/platform/day.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { answeringApi, text } from "./responses.ts";
import { acting } from "./acting.ts";

/** The day some days from now, in the time zone of the groups. */
export const dayFromNow = (days: number) => dayOf(new Date(), days);

/** An API with one open questionnaire, and the people who print its sheets and type them in. */
export function paperApi() {
  const api = answeringApi();
  const people: Record<"facilitator" | "breton" | "second" | "parisian", Viewer> = {} as never;

  beforeAll(async () => {
    const { group, territories } = api.small;
    people.facilitator = await somebody("FACILITATOR", { groupId: group.id });
    people.breton = await somebody("REFERENT", { territoryId: territories["bretagne-2012"]!.id });
    people.second = await somebody("REFERENT", { territoryId: territories.bretagne!.id });
    people.parisian = await somebody("REFERENT", { territoryId: territories["ile-de-france"]!.id });
  });

  async function somebody(role: Role, scope: { groupId?: string; territoryId?: string }): Promise<Viewer> {
    const { manager: db } = api.database;
    const id = randomUUID();
    const held = { role, groupId: scope.groupId ?? null, territoryId: scope.territoryId ?? null };
    const now = new Date();
    await db.insert(Persons, {
      id,
      email: `${id}@exemple.invalid`,
      displayName: role,
      language: "fr",
      createdAt: now,
      updatedAt: now,
    });
    await db.insert(RoleGrants, { personId: id, ...held, grantedAt: now });
    return viewerOf({ id, displayName: role, language: "fr" }, [held]);
  }

  const acts = acting(api, "code field value");
  const act = async (mutation: string, input: object, fields: string, viewer: Viewer) =>
    (await acts(mutation, input, fields, viewer)) as {
      problems: { code: string; field: string | null; value: string | null }[];
    } & Record<string, any>;
  const entry = "entry { id codeToHandOver batch sheetNumber peopleCount viewerCan { enterAgain } }";

  return {
    ...api,
    get database() {
      return api.database;
    },
    get small() {
      return api.small;
    },
    people,
    act,
    /** A sheet from Finistère, without a name, with these answers by their codes. */
    sheetOf: (answers: Record<string, unknown> = { text }, more: Partial<EnterSheetInput> = {}): EnterSheetInput => {
      const { key, questionnaireId, answers: given } = api.inputOf(answers);
      return { key, questionnaireId, answers: given, receivedOn: dayFromNow(0), appearance: "ANONYMOUS", ...more };
    },
    enter: (input: EnterSheetInput, viewer = people.breton, fields = entry) => act("enterSheet", input, fields, viewer),
    report: (input: ReportMeetingInput, viewer = people.breton) => act("reportMeeting", input, entry, viewer),
    /** Sheets of the questionnaire, with their codes. */
    async print(count: number, viewer = people.facilitator, questionnaireId = api.inputOf({}).questionnaireId) {
      const input = { key: randomUUID(), questionnaireId, count };
      const { batch } = await act("printSheets", input, "batch { batch }", viewer);
      const [{ slug }] = await api.rows("select slug from questionnaire where id = $1", [questionnaireId]);
      const { data } = await api.ask(
        `query ($slug: String!, $batch: String!) { paperDesk(slug: $slug) { sheets(batch: $batch) { number batch code } } }`,
        { slug, batch: batch.batch },
        viewer,
      );
      return data.paperDesk.sheets as { number: number; batch: string; code: string }[];
    },
    /** Reads fields of a receipt by its code. */
    receipt: async (code: string, fields: string) =>
      (await api.ask(`query ($code: String!) { receipt(code: $code) { ${fields} } }`, { code })).data.receipt,
    /** A questionnaire that closed some days ago. */
    closed: async (closesAt: Date) => {
      const opensAt = new Date(closesAt.getTime() - 20 * 86_400_000);
      return api.questionnaireWith(
        [
          { code: "place", type: "TERRITORY" },
          { code: "text", type: "LONG_TEXT" },
        ],
        { opensAt, closesAt, publishedAt: opensAt },
      );
    },
  };
}
