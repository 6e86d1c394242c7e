import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holders } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";

const api = seededApi();
const at = holders(api, "RAPPORTEUR", "FACILITATOR", "MODERATOR");

interface Wait {
  kind: string;
  count: number;
  role: string;
  mine: boolean;
  since: string | null;
}
interface Line {
  current: boolean;
  objective: { number: number };
  links: { step: string; state: string; count: number | null; path: string | null; on: string | null; waits: Wait[] }[];
}

const chainOf = async (viewer: Viewer): Promise<Line[] | null> => {
  const asked = `{ group(slug: "circuits-courts") { chain { current objective { number }
    links { step state count path on waits { kind count role mine since } } } } }`;
  const { data, errors } = await api.ask(asked, {}, viewer);
  expect(errors).toBeUndefined();
  return data.group.chain as Line[] | null;
};
const link = (lines: Line[] | null, number: number, step: string) =>
  lines!.find((line) => line.objective.number === number)!.links.find((one) => one.step === step)!;

test("the chain has one line an objective, the last one first, and eight links in the order of the chain", async () => {
  const lines = (await chainOf(at.RAPPORTEUR))!;
  expect(lines.map(({ objective, current }) => [objective.number, current])).toEqual([
    [4, true],
    [3, false],
    [2, false],
    [1, false],
  ]);
  for (const { links } of lines)
    expect(links.map(({ step }) => step)).toEqual([
      ...["QUESTIONNAIRE", "RESPONSES", "READING", "KEY_POINTS"],
      ...["SYNTHESIS", "PROPOSALS", "HANDOVERS", "REPLIES"],
    ]);
});

test("the chain begins with what is at work: what is to come follows it, the next one first", async () => {
  const opens = (number: number, day: string) =>
    api.database.query(
      `update questionnaire set opens_at = ${day} from objective o
       where o.id = objective_id and o.number = $1 and not of_the_week returning questionnaire.id, questionnaire.opens_at`,
      [number],
    );
  const of = (number: number) => `(select opens_at from questionnaire q join objective o on o.id = q.objective_id
    where o.number = ${number} and not q.of_the_week limit 1)`;
  const dates: [{ at: Date }[], { at: Date }[]] = await Promise.all([
    api.database.query(`select ${of(3)} as at`),
    api.database.query(`select ${of(4)} as at`),
  ]);
  await opens(3, "now() + interval '1 day'");
  await opens(4, "now() + interval '2 days'");
  const later = "now() + interval '3 days'";
  await api.database
    .query(`insert into questionnaire select (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(),
      'slug', 'plus-tard', 'number', 40, 'opens_at', ${later}, 'closes_at', ${later} + interval '1 day'))).*
    from questionnaire q join objective o on o.id = q.objective_id where o.number = 2 and not q.of_the_week`);
  await api.database.query(`update questionnaire q set closes_at = now() + interval '1 hour' from objective o
    where o.id = q.objective_id and o.number = 2 and q.slug <> 'plus-tard'`);
  const lines = (await chainOf(at.RAPPORTEUR))!;
  expect(lines.map(({ objective }) => objective.number)).toEqual([2, 1, 3, 4]);
  // A second questionnaire of the objective is to come: the open one is told.
  expect(lines[0]!.current).toBe(true);
  // So is it where that one is over.
  await api.database.query(`update questionnaire set opens_at = now() - interval '3 days',
    closes_at = now() - interval '2 days' where slug = 'plus-tard'`);
  expect((await chainOf(at.RAPPORTEUR))![0]).toMatchObject({ objective: { number: 2 }, current: true });
  await api.database.query("delete from questionnaire where slug = 'plus-tard'");
  await opens(3, `'${dates[0][0]!.at.toISOString()}'`);
  await opens(4, `'${dates[1][0]!.at.toISOString()}'`);
  await api.database.query(`update questionnaire q set closes_at = now() - interval '1 day' from objective o
    where o.id = q.objective_id and o.number = 2`);
});

test("a link says what waits there, for which role, and whether it is for the viewer; without it, done or to come", async () => {
  const lines = await chainOf(at.RAPPORTEUR);
  expect(link(lines, 4, "READING")).toMatchObject({
    state: "WAITING",
    waits: [{ kind: "TEXTS_TO_READ", role: "RAPPORTEUR", mine: true }],
  });
  expect(link(lines, 3, "READING")).toMatchObject({ state: "DONE", waits: [] });
  expect(link(lines, 4, "SYNTHESIS")).toMatchObject({ state: "TO_COME", waits: [] });
  const [{ on }] = await api.database.query<[{ on: string }]>(
    `select starts_on::text as on from milestone where kind = 'CHECKPOINT'
       and objective_id = (select id from objective where slug = 'objectif-4')`,
  );
  expect(link(lines, 4, "SYNTHESIS").on).toBe(on);
  const facilitator = await chainOf(at.FACILITATOR);
  expect(link(facilitator, 4, "READING")).toMatchObject({ path: null, waits: [{ mine: false }] });
});

test("a step that is to come is told by its first day, one that has begun by its last, and one that is over stays told", async () => {
  const told = async (starts: number, ends: number) => {
    await api.database.query(
      `update milestone set starts_on = current_date + $1::int, ends_on = current_date + $2::int, done_on = null
       where kind = 'CHECKPOINT' and objective_id = (select id from objective where slug = 'objectif-4')`,
      [starts, ends],
    );
    const [{ today }] = await api.database.query<[{ today: string }]>("select current_date::text as today");
    return Math.round(
      (Date.parse(link(await chainOf(at.RAPPORTEUR), 4, "SYNTHESIS").on!) - Date.parse(today)) / 86_400_000,
    );
  };
  expect([await told(2, 9), await told(-2, 5), await told(-9, -2)]).toEqual([2, 5, -2]);
});

test("silent regions are for a referent of one of them, not for that of a region that answered", async () => {
  const [objective] = await api.database.query<[{ id: string; groupId: string }]>(
    `select id, group_id as "groupId" from objective where slug = 'objectif-4'`,
  );
  const region = "(select id from territory where slug = $2)";
  await api.database.query(
    `update response r set region_id = ${region.replace("$2", "$3")} from questionnaire q
     where q.id = r.questionnaire_id and q.objective_id = $1 and r.region_id = ${region}`,
    [objective.id, "bretagne", "occitanie"],
  );
  const regions = await api.database.query<{ id: string; silent: boolean }[]>(
    `select t.id, not exists (select from response r join questionnaire q on q.id = r.questionnaire_id
       where q.objective_id = $1 and r.region_id = t.id) as silent from territory t where t.kind = 'REGION'`,
    [objective.id],
  );
  const told = async (territoryId: string | null) => {
    const held = { role: "REFERENT", groupId: objective.groupId, territoryId } as const;
    const referent = viewerOf({ ...visitor, id: crypto.randomUUID() }, [held]);
    return link(await chainOf(referent), 4, "RESPONSES").waits;
  };
  const count = regions.filter(({ silent }) => silent).length;
  const wait = { kind: "SILENT_REGIONS", count, role: "REFERENT", since: null };
  expect(await told(regions.find(({ silent }) => silent)!.id)).toEqual([{ ...wait, mine: true }]);
  expect(await told(regions.find(({ silent }) => !silent)!.id)).toEqual([{ ...wait, mine: false }]);
  expect(await told(null)).toEqual([{ ...wait, mine: true }]);
});

test("a synthesis or a proposal that nobody began leads whoever may to where it begins", async () => {
  const reader = link(await chainOf(at.RAPPORTEUR), 4, "SYNTHESIS");
  expect(reader).toMatchObject({ state: "TO_COME", path: "/reading#syntheses" });
  expect(link(await chainOf(at.FACILITATOR), 4, "SYNTHESIS").path).toBe(null);
});

test("texts given long before and brought to the site wait since the day they came", async () => {
  const [{ day }] = await api.database.query<[{ day: string }]>("select (current_date - 3)::text as day");
  await api.database.query(
    `update contribution set contributed_on = '2019-02-01', imported_on = $1
     where readers = 0 and objective_id = (select id from objective where slug = 'objectif-4')`,
    [day],
  );
  expect(link(await chainOf(at.RAPPORTEUR), 4, "READING").waits[0]).toMatchObject({ since: day });
});

test("whoever is not at work in the group has no chain", async () => {
  const [{ id }] = await api.database.query<[{ id: string }]>("select id from working_group limit 1");
  const member = viewerOf({ ...visitor, id: crypto.randomUUID() }, [
    { role: "MEMBER", groupId: id, territoryId: null },
  ]);
  for (const viewer of [visitor, member]) expect(await chainOf(viewer)).toBe(null);
  expect(
    await chainOf(viewerOf({ ...member, id: member.id }, [{ role: "REFERENT", groupId: id, territoryId: null }])),
  ).toHaveLength(4);
});

test("drafts are told to those who write, and to those who run the group, alone", async () => {
  await api.database.query("update key_point set state = 'WORKING' where number = 1");
  await api.database.query("update proposal set state = 'DRAFT'");
  const waits = (lines: Line[] | null) =>
    new Set(lines!.flatMap(({ links }) => links.flatMap((one) => one.waits.map(({ kind }) => kind))));
  const [writer, moderator] = [await chainOf(at.RAPPORTEUR), await chainOf(at.MODERATOR)];
  expect(waits(writer)).toContain("KEY_POINTS_TO_STATE");
  expect(waits(moderator)).not.toContain("KEY_POINTS_TO_STATE");
  expect(link(writer, 3, "PROPOSALS").count).toBeGreaterThan(0);
  expect(link(moderator, 3, "PROPOSALS").count).toBe(0);
});

test("the chain takes as many statements whatever the number of objectives, and counts no further than its bounds", async () => {
  const objectives = (await chainOf(at.RAPPORTEUR))!.length;
  const before = (await statementsOf(() => chainOf(at.RAPPORTEUR))).length;
  await api.database.query(`insert into objective (slug, group_id, number, name, question, expected_output)
    select gen_random_uuid()::text, g.id, n, 'x', 'x', 'x' from (select g.id, max(o.number) as last from working_group g
      join objective o on o.group_id = g.id where g.slug = 'circuits-courts' group by 1) g, generate_series(last + 1, last + 20) n`);
  expect((await chainOf(at.RAPPORTEUR))!).toHaveLength(objectives + 20);
  expect((await statementsOf(() => chainOf(at.RAPPORTEUR))).length).toBe(before);
  await api.database
    .query(`insert into contribution (theme_id, objective_id, channel, body, appearance, contributed_on, status)
    select c.theme_id, c.objective_id, c.channel, 'x', 'ANONYMOUS', now(), 'VISIBLE'
    from (select * from contribution c where c.objective_id = (select id from objective where slug = 'objectif-4')
      and c.question_id is not null limit 1) c, generate_series(1, 150)`);
  expect(link(await chainOf(at.RAPPORTEUR), 4, "READING").waits[0]!.count).toBe(100);
});

test("proposals rest on an objective by its words, by its key points or by both, and are counted once each", async () => {
  await api.database.query("update proposal set state = 'OPEN'");
  const toldAndThere = async () => {
    const there = await api.database.query<{ number: number; count: number }[]>(
      `select o.number, (select count(distinct st.proposal_id)::int from statement st
         left join statement_passage sp on sp.statement_id = st.id
         left join statement_key_point sk on sk.statement_id = st.id left join key_point k on k.id = sk.key_point_id
         where sp.objective_id = o.id or k.objective_id = o.id) as count
       from objective o join working_group w on w.id = o.group_id and w.slug = 'circuits-courts' where o.number < 5`,
    );
    const lines = await chainOf(at.RAPPORTEUR);
    return there.map(({ number, count }) => [number, count, link(lines, number, "PROPOSALS").count]);
  };
  const counts = [await toldAndThere()];
  await api.database.query(`delete from statement_key_point k using statement s join proposal p on p.id = s.proposal_id
    where s.id = k.statement_id and p.number % 2 = 0`);
  counts.push(await toldAndThere());
  await api.database.query("delete from statement_passage");
  counts.push(await toldAndThere());
  for (const all of counts) for (const [, there, told] of all) expect(told).toBe(there);
  expect(counts.map((all) => all.some(([, there]) => there! > 0))).toEqual([true, true, true]);
});
