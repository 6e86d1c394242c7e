import { beforeAll, describe, expect, test } from "vitest";
import { testApi } from "../../test/site/api.ts";
import { seededTemplate } from "../../test/site/demo.ts";
import { holderOf } from "../../test/site/people.ts";
import { content } from "./content.ts";

type Counts = Record<string, number>;

interface Expected {
  byQuestionnaire: Record<string, Record<string, unknown> & { questions: Record<string, unknown> }>;
  beyondFood: { atLeastOneNonFood: number; of: number };
  followUp: { withOutcome: number; receivedOnly: number; receivedOnlyIds: string[] };
  problemMatrix: Counts;
  keyPoints: { total: number; byObjective: Counts; passages: number };
}

const expected = content<Expected>("expected-stats.json");

const allRegions = "{ territories(kind: REGION) { code name } }";
const allResults = `query ($slug: String!) { results(questionnaire: $slug) {
  responses unpublished channels { channel count }
  questions { question { code type } answered
    rows { value answered mean cells { value label count share noOpinion } } ranks { value points } } } }`;

interface Cell {
  value: string;
  label: string;
  count: number;
  share: number;
  noOpinion: boolean;
}

/** Chosen values, each with its count. */
const countsOf = (cells: Cell[]): Counts =>
  Object.fromEntries(cells.flatMap(({ value, count }) => (count > 0 ? [[value, count]] : [])));

/** The result of a question whatever its wording: the content counts those who answered before and after together. */
const together = (wordings: any[]) =>
  wordings.reduce((one, other) => ({
    ...one,
    answered: one.answered + other.answered,
    rows: one.rows.map((row: any, index: number) => ({
      ...row,
      cells: row.cells.map((cell: Cell, at: number) => ({
        ...cell,
        count: cell.count + other.rows[index].cells[at].count,
      })),
    })),
  }));

/** The result of a question in the words of the content. */
function figuresOf({ question: { type }, answered, rows, ranks }: any): Record<string, unknown> {
  if (type === "RANKING")
    return { answered, points: Object.fromEntries(ranks.map(({ value, points }: any) => [value, points])) };
  if (type === "MATRIX")
    return {
      answered,
      rows: Object.fromEntries(
        rows.map((row: { value: string; answered: number; mean: number; cells: Cell[] }) => {
          const noOpinion = row.cells.find((cell) => cell.noOpinion)?.count ?? 0;
          return [row.value, { n: row.answered - noOpinion, noOpinion, mean: row.mean, counts: countsOf(row.cells) }];
        }),
      ),
    };
  if (type === "RATING") return { answered, counts: countsOf(rows[0].cells), mean: rows[0].mean };
  if (["SINGLE_CHOICE", "MULTIPLE_CHOICE", "ORGANISATION_TYPE"].includes(type))
    return { answered, counts: countsOf(rows[0].cells) };
  return { answered };
}

describe("the demonstration of 20 July 2012, where everything is there", () => {
  const api = testApi(() => seededTemplate("2012-07-20"));
  const rows = <Row>(sql: string, values: unknown[] = []) => api.database.query<Row[]>(sql, values);
  const one = async (sql: string, values: unknown[] = []) => (await rows<{ n: number }>(sql, values))[0]!.n;
  const counts = async (sql: string, values: unknown[] = []): Promise<Counts> =>
    Object.fromEntries((await rows<{ key: string; n: number }>(sql, values)).map(({ key, n }) => [key, n]));

  const of = "join questionnaire q on q.id = r.questionnaire_id where 'q' || q.number = $1";
  const results = new Map<string, any>();

  beforeAll(async () => {
    const rapporteur = await holderOf(api.database, "RAPPORTEUR");
    for (const name of Object.keys(expected.byQuestionnaire)) {
      const { data } = await api.ask(allResults, { slug: name.replace("q", "questionnaire-") }, rapporteur);
      results.set(name, data.results);
    }
  });

  describe.each(Object.entries(expected.byQuestionnaire))("questionnaire %s", (name, { questions, ...totals }) => {
    const ofType = (type: string) => results.get(name).questions.find((it: any) => it.question.type === type);

    test("has the responses, regions and channels of the content", async () => {
      const { responses, unpublished, channels } = results.get(name);
      const places = ofType("TERRITORY").rows[0].cells as Cell[];
      const regions = new Map((await api.ask(allRegions)).data.territories.map((it: any) => [it.name, it.code]));
      const capital = places.find(({ label }) => regions.get(label) === "11")!;
      const found: Record<string, unknown> = {
        n: responses,
        publicTexts: responses - unpublished,
        byRegion: Object.fromEntries(places.map(({ label, count }) => [regions.get(label), count])),
        byChannel: Object.fromEntries(channels.map((it: { channel: string; count: number }) => [it.channel, it.count])),
        byOrganisationType: countsOf(ofType("ORGANISATION_TYPE").rows[0].cells),
        shareIleDeFrance: Math.round(capital.share * 100) / 100,
        byRegion2012: await counts(
          `select t.code as key, count(*)::int as n from response r join territory d on d.id = r.territory_id
           join territory t on t.id = d.region2012_id ${of} group by 1`,
          [name],
        ),
        regions2012Heard: await one(
          `select count(distinct d.region2012_id)::int as n from response r join territory d on d.id = r.territory_id ${of}`,
          [name],
        ),
        regions2012NotHeard: (
          await rows<{ code: string }>(
            `select t.code from territory t where t.kind = 'REGION_2012' and t.id not in (
               select d.region2012_id from response r join territory d on d.id = r.territory_id ${of}) order by 1`,
            [name],
          )
        ).map(({ code }) => code),
      };
      const silent = totals.regions2012NotHeard as string[];
      expect(found).toEqual({ ...totals, regions2012NotHeard: silent.toSorted() });
    });

    test("has the public texts of the content, unpublished ones left out", async () => {
      expect(
        await one(
          `select count(distinct r.id)::int as n from response r join contribution c on c.response_id = r.id ${of}
           and c.status = 'VISIBLE'`,
          [name],
        ),
      ).toBe(totals.publicTexts);
    });

    test.each(Object.entries(questions))("has the results of %s of the content, figure by figure", (id, wanted) => {
      const code = id.slice(1).replace("-", ".");
      const wordings = results.get(name).questions.filter((it: any) => it.question.code === code);
      expect(figuresOf(together(wordings))).toEqual(wanted);
    });
  });

  test("24 answers of 30 name a sector other than food", async () => {
    const [found] = await rows(
      `select count(*) filter (where r.sectors && (select array_agg(key) from term where kind = 'SECTOR' and key <> 'FOOD'))::int
         as "atLeastOneNonFood", count(*)::int as of
       from response r ${of}`,
      ["q1"],
    );
    expect(found).toEqual({
      atLeastOneNonFood: expected.beyondFood.atLeastOneNonFood,
      of: expected.beyondFood.of,
    });
  });

  test("seven responses led nowhere, one of them because its author keeps it unpublished", async () => {
    const silent = await rows<{ id: string }>(
      `select replace(r.key, 'demo-', '') as id from response r where not exists (
         select from contribution c where c.response_id = r.id and (c.not_retained is not null
           or exists (select from passage where contribution_id = c.id)
           or exists (select from initiative_contribution where contribution_id = c.id))) order by 1`,
    );
    const { receivedOnlyIds, receivedOnly, withOutcome } = expected.followUp;
    expect(silent.map(({ id }) => id)).toEqual(receivedOnlyIds);
    expect([silent.length, (await one("select count(*)::int as n from response")) - silent.length]).toEqual([
      receivedOnly,
      withOutcome,
    ]);
  });

  test("problems cross sectors as in the content", async () => {
    expect(
      await counts(
        `select r.repeat_key || '×' || v as key, count(*)::int as n from answer a
         join question q on q.id = a.question_id and q.code = '3.4' join response r on r.id = a.response_id,
         jsonb_array_elements_text(a.value) v group by 1`,
      ),
    ).toEqual(expected.problemMatrix);
  });

  test("62 key points are stated by 209 passages, and every one of them is cited", async () => {
    expect({
      total: await one("select count(*)::int as n from key_point where state = 'STATED'"),
      byObjective: await counts(
        "select 'obj-' || o.number as key, count(*)::int as n from key_point k join objective o on o.id = k.objective_id group by 1",
      ),
      passages: await one("select count(*)::int as n from key_point_passage"),
    }).toEqual(expected.keyPoints);
    expect(await one("select count(distinct key_point_id)::int as n from citation")).toBe(62);
  });

  test("what was said already or lies out of scope says so, and to which theme it went", async () => {
    expect(
      await rows(
        `select r.key, c.not_retained as why, t.number as theme from contribution c join response r on r.id = c.response_id
         left join theme t on t.id = c.forwarded_theme_id where c.not_retained is not null group by 1, 2, 3 order by 1`,
      ),
    ).toEqual([
      { key: "demo-c1-16", why: "ALREADY_SAID", theme: null },
      { key: "demo-c1-24", why: "ALREADY_SAID", theme: null },
      { key: "demo-c1-29", why: "ALREADY_SAID", theme: null },
      { key: "demo-c2-21", why: "NOTHING_TO_ADD", theme: null },
      { key: "demo-c2-24", why: "NOT_ACTIONABLE", theme: null },
      { key: "demo-c2-28", why: "NOT_ACTIONABLE", theme: null },
      { key: "demo-c3-25", why: "ALREADY_SAID", theme: null },
      { key: "demo-c3-30", why: "OUT_OF_SCOPE", theme: 9 },
    ]);
  });

  test("sixteen reactions, five minutes, and a fourth synthesis that circulates", async () => {
    expect(await one("select count(*)::int as n from reaction")).toBe(16);
    expect(await counts("select state as key, count(*)::int as n from minutes group by 1")).toEqual({
      PUBLISHED: 4,
      IN_REVIEW: 1,
    });
    expect(await counts("select state as key, count(*)::int as n from synthesis group by 1")).toEqual({
      PUBLISHED: 3,
      CIRCULATING: 1,
    });
  });
});
