import { describe, expect, test } from "vitest";
import { testApi } from "../../test/api.ts";
import { seededTemplate } from "../../test/demo.ts";
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

/** Of each response to questionnaire $1: what it is counted by. */
const groups = {
  byRegion2012:
    "select t.code as key from response r join territory d on d.id = r.territory_id join territory t on t.id = d.region2012_id",
  byRegion: "select t.code as key from response r join territory t on t.id = r.region_id",
  byChannel: "select r.channel as key from response r",
  byOrganisationType: "select r.organisation_type as key from response r",
};

describe("the demonstration of 20 July 2012, where everything is there", () => {
  const api = testApi(() => seededTemplate("2012-07-20"));
  const rows = <Row>(sql: string, values: unknown[] = []) => api.database.query<Row[]>(sql, values);
  const one = async (sql: string, values: unknown[] = []) => (await rows<{ n: number }>(sql, values))[0]!.n;
  const counts = async (sql: string, values: unknown[] = []): Promise<Counts> =>
    Object.fromEntries((await rows<{ key: string; n: number }>(sql, values)).map(({ key, n }) => [key, n]));

  const of = "join questionnaire q on q.id = r.questionnaire_id where 'q' || q.number = $1";

  describe.each(Object.entries(expected.byQuestionnaire))("questionnaire %s", (name, { questions, ...totals }) => {
    test("has the responses, regions and channels of the content", async () => {
      const found: Record<string, unknown> = {
        n: await one(`select count(*)::int as n from response r ${of}`, [name]),
        publicTexts: await one(
          `select count(distinct r.id)::int as n from response r join contribution c on c.response_id = r.id ${of}
           and c.status = 'PUBLISHED'`,
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
        shareIleDeFrance: await one(
          `select round(avg((t.code = '11')::int), 2)::float8 as n from response r join territory t on t.id = r.region_id ${of}`,
          [name],
        ),
      };
      for (const [key, sql] of Object.entries(groups))
        found[key] = await counts(`select key, count(*)::int as n from (${sql} ${of}) it group by 1`, [name]);
      const silent = totals.regions2012NotHeard as string[];
      expect(found).toEqual({ ...totals, regions2012NotHeard: silent.toSorted() });
    });

    test.each(Object.entries(questions))("has the answers to %s of the content", async (id, wanted) => {
      const code = id.slice(1).replace("-", ".");
      expect(await answersTo(code)).toEqual(wanted);
    });
  });

  /** What was answered to a question: how many, and by its type the counts, the means without « no opinion », the points. */
  async function answersTo(code: string): Promise<Record<string, unknown>> {
    const [{ type, none }] = (await rows<{ type: string; none: string | null }>(
      "select type, settings ->> 'noOpinionValue' as none from question where code = $1",
      [code],
    )) as [{ type: string; none: string | null }];
    const answer = "from answer a join question q on q.id = a.question_id";
    if (type === "LONG_TEXT")
      return {
        answered: await one(
          "select count(*)::int as n from contribution c join question q on q.id = c.question_id where q.code = $1",
          [code],
        ),
      };
    const found: Record<string, unknown> = {
      answered: await one(`select count(*)::int as n ${answer} where q.code = $1`, [code]),
    };
    const choice = "#>> '{}'";
    if (type === "SINGLE_CHOICE" || type === "ORGANISATION_TYPE" || type === "RATING")
      found.counts = await counts(
        `select a.value ${choice} as key, count(*)::int as n ${answer} where q.code = $1 group by 1`,
        [code],
      );
    if (type === "RATING")
      found.mean = await one(
        `select round(avg((a.value ${choice})::int), 2)::float8 as n ${answer} where q.code = $1`,
        [code],
      );
    if (type === "MULTIPLE_CHOICE")
      found.counts = await counts(
        `select v as key, count(*)::int as n ${answer}, jsonb_array_elements_text(a.value) v where q.code = $1 group by 1`,
        [code],
      );
    if (type === "RANKING")
      found.points = await counts(
        `select v as key, sum(4 - place)::int as n ${answer},
           jsonb_array_elements_text(a.value) with ordinality ranked(v, place) where q.code = $1 group by 1`,
        [code],
      );
    if (type === "MATRIX") {
      const cells = await rows<{ key: string; n: number; noOpinion: number; mean: number; counts: Counts }>(
        `select key, sum(n) filter (where v <> $2)::int as n, coalesce(sum(n) filter (where v = $2), 0)::int as "noOpinion",
           round(sum(n * v::int) filter (where v <> $2) / sum(n) filter (where v <> $2), 2)::float8 as mean,
           json_object_agg(v, n) as counts
         from (select cell.key, cell.value as v, count(*)::numeric as n ${answer}, jsonb_each_text(a.value) cell
           where q.code = $1 group by 1, 2) it
         group by 1`,
        [code, none],
      );
      found.rows = Object.fromEntries(cells.map(({ key, ...row }) => [key, row]));
    }
    return found;
  }

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
