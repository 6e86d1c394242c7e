import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

interface Found {
  id: string;
  version: number;
  sentence: string;
}

const stated = async () =>
  (
    await api.database.query<Found[]>(
      "select id, version, sentence from key_point where state = 'STATED' order by number limit 1",
    )
  )[0]!;

/** A key point at work, with as many passages of published contributions, each of its own response, as asked. */
async function working(people: number, sameResponse = false): Promise<Found> {
  const [keyPoint] = await api.database.query<Found[]>(
    `insert into key_point (objective_id, number, sentence, nature)
     select id, (select max(number) + 1 from key_point where objective_id = o.id), 'Un point au travail.', 'FINDING'
     from objective o where o.number = 1 returning id, version, sentence`,
  );
  await api.database.query(
    `insert into key_point_passage (key_point_id, passage_id)
     select $1, id from (
       select distinct on (${sameResponse ? "p.id" : "c.response_id"}) p.id, c.response_id
       from passage p join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE'
       where not $3 or c.response_id = (
         select c.response_id from passage p join contribution c on c.id = p.contribution_id
         group by 1 having count(*) >= $2 and c.response_id is not null order by 1 limit 1)
       limit $2) chosen`,
    [keyPoint!.id, people, sameResponse],
  );
  return keyPoint!;
}

const edit = async (input: object, viewer: Viewer | undefined = rapporteur) =>
  api.ask(
    `mutation ($input: EditKeyPointInput!) { editKeyPoint(input: $input) {
       problems { code field value } keyPoint { sentence nature version } current { sentence version }
     } }`,
    { input },
    viewer,
  );

const state = async (input: object, viewer: Viewer | undefined = rapporteur) =>
  api.ask(
    `mutation ($input: StateKeyPointInput!) { stateKeyPoint(input: $input) {
       problems { code } keyPoint { state statedOn version } current { version }
     } }`,
    { input },
    viewer,
  );

const see = async (id: string, viewer?: Viewer) =>
  (
    await api.ask(
      `query ($id: ID!) { keyPoint(id: $id) {
         number sentence nature state statedOn peopleCount regionCount viewerCan { edit state unstate }
         passages { quote contribution { id } } syntheses { slug } proposals { slug state } objective { slug }
       } }`,
      { id },
      viewer,
    )
  ).data.keyPoint;

test("a stated key point shows the words it rests on, and from how many people and regions", async () => {
  const { id } = await stated();
  const keyPoint = await see(id);
  expect(keyPoint.state).toBe("STATED");
  expect(keyPoint.passages.length).toBeGreaterThanOrEqual(2);
  const [counted] = await api.database.query<{ people: number; regions: number }[]>(
    `select count(distinct c.response_id)::int as people, count(distinct c.region_id)::int as regions
     from key_point_passage l join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id
     where l.key_point_id = $1`,
    [id],
  );
  expect(keyPoint).toMatchObject({ peopleCount: counted!.people, regionCount: counted!.regions });
  expect(keyPoint.viewerCan).toEqual({ edit: false, state: false, unstate: false });
});

test("a key point at work is read by the team alone", async () => {
  const { id } = await working(1);
  expect(await see(id)).toBeNull();
  expect(await see(id, await holderOf(api.database, "MODERATOR"))).toBeNull();
  expect(await see(id, rapporteur)).toMatchObject({ state: "WORKING", viewerCan: { edit: true, state: false } });
});

test("an address that is no id shows nothing", async () => {
  expect(await see("../../etc")).toBeNull();
});

test("it is stated once two people said it", async () => {
  const { id, version } = await working(2);
  expect(await see(id, rapporteur)).toMatchObject({ viewerCan: { state: true } });
  const { data } = await state({ id, version });
  expect(data.stateKeyPoint).toMatchObject({
    problems: [],
    keyPoint: { state: "STATED", version: version + 1, statedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
  expect(await see(id)).toMatchObject({ state: "STATED", peopleCount: 2 });
  const journal = await api.database.query(
    "select from journal_entry where event = 'keyPoint.stated' and subject_id = $1",
    [id],
  );
  expect(journal).toHaveLength(1);
});

const unstate = async (input: object, viewer: Viewer | undefined = rapporteur) =>
  (
    await api.ask(
      `mutation ($input: UnstateKeyPointInput!) { unstateKeyPoint(input: $input) {
         problems { code } keyPoint { state statedOn } } }`,
      { input },
      viewer,
    )
  ).data?.unstateKeyPoint;

test("one that was stated too soon is a working label again, as long as nothing that people read rests on it", async () => {
  const { id, version } = await working(2);
  await state({ id, version });
  expect(await see(id, rapporteur)).toMatchObject({ viewerCan: { unstate: true } });
  const undone = { problems: [], keyPoint: { state: "WORKING", statedOn: null } };
  // Twice is once.
  for (let n = 0; n < 2; n++) expect(await unstate({ id, version: version + 1 })).toMatchObject(undone);
  expect(await see(id)).toBeNull();
  await state({ id, version: version + 2 });
  expect(await see(id)).toMatchObject({ state: "STATED" });

  const cited = await stated();
  expect(await see(cited.id, rapporteur)).toMatchObject({ viewerCan: { unstate: false } });
  expect((await unstate({ id: cited.id, version: cited.version })).problems).toEqual([{ code: "RESTED_ON" }]);
  await api.database.query(
    `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
     values ($1::uuid::text, 'KEY_POINT', $1::uuid, 'SUPPORT', 'Chez nous aussi.', current_date)`,
    [id],
  );
  expect((await unstate({ id, version: version + 3 })).problems).toEqual([{ code: "RESTED_ON" }]);
});

test("one person who says it twice is one person", async () => {
  const { id, version } = await working(2, true);
  expect((await state({ id, version })).data.stateKeyPoint.problems).toEqual([{ code: "TWO_PEOPLE_NEEDED" }]);
});

test("a text that was hidden since no longer counts: one of the two is missing", async () => {
  const { id, version } = await working(2);
  const hide = (status: string) =>
    api.database.query(
      `update contribution set status = $2 where id = (select contribution_id from passage where id = (
         select passage_id from key_point_passage where key_point_id = $1 order by passage_id limit 1))`,
      [id, status],
    );
  await hide("HIDDEN");
  expect((await state({ id, version })).data.stateKeyPoint.problems).toEqual([{ code: "TWO_PEOPLE_NEEDED" }]);
  expect((await see(id, rapporteur)).passages).toHaveLength(1);
  await hide("VISIBLE");
});

test("a key point is reworded from the version that was read; the next one has another", async () => {
  const { id, version } = await working(1);
  const { data } = await edit({ id, version, sentence: " Un autre\nmot. ", nature: "LEVER" });
  expect(data.editKeyPoint).toEqual({
    problems: [],
    keyPoint: { sentence: "Un autre mot.", nature: "LEVER", version: version + 1 },
    current: null,
  });
});

test("a save on a stale version is refused, and comes back with what is in force", async () => {
  const { id, version } = await working(1);
  await edit({ id, version, sentence: "Le premier.", nature: "FINDING" });
  const { data } = await edit({ id, version, sentence: "Le second.", nature: "FINDING" });
  expect(data.editKeyPoint).toEqual({
    problems: [{ code: "STALE", field: "version", value: String(version + 1) }],
    keyPoint: null,
    current: { sentence: "Le premier.", version: version + 1 },
  });
});

test("of thirty simultaneous saves of one version, one is kept and twenty-nine are stale", async () => {
  const { id, version } = await working(1);
  const saves = await Promise.all(
    Array.from({ length: 30 }, (_, n) => edit({ id, version, sentence: `Le mot du ${n}ᵉ.`, nature: "FINDING" })),
  );
  const codes = saves.map(({ data }) => data.editKeyPoint.problems[0]?.code ?? "kept");
  expect(codes.filter((code) => code === "kept")).toHaveLength(1);
  expect(codes.filter((code) => code === "STALE")).toHaveLength(29);
});

test("a sentence is written, and short", async () => {
  const { id, version } = await working(1);
  const problem = async (sentence: string) =>
    (await edit({ id, version, sentence, nature: "FINDING" })).data.editKeyPoint.problems[0];
  expect(await problem(" \n ")).toMatchObject({ code: "REQUIRED", field: "sentence" });
  expect(await problem("a".repeat(281))).toEqual({ code: "TOO_LONG", field: "sentence", value: "280" });
  expect(await problem("nul \u0000")).toMatchObject({ code: "UNREADABLE_TEXT", field: "sentence" });
});

test("a visitor rewords and states nothing, and nothing is written", async () => {
  const { id, version } = await stated();
  const acts = {
    EditKeyPoint: { id, version, sentence: "Autre chose.", nature: "FINDING" },
    StateKeyPoint: { id, version },
  };
  for (const [act, input] of Object.entries(acts)) {
    const field = `${act[0]!.toLowerCase()}${act.slice(1)}`;
    const text = `mutation ($input: ${act}Input!) { ${field}(input: $input) { problems { code } } }`;
    expect((await api.ask(text, { input })).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  }
  expect(await stated()).toMatchObject({ id, version });
});

test("key points lead to the syntheses that cite them and the proposals they support, drafts for the team alone", async () => {
  const drafts = (await api.database.query<{ id: string }[]>(
    `select distinct k.key_point_id as id from statement_key_point k join statement s on s.id = k.statement_id
     join proposal p on p.id = s.proposal_id and p.state = 'DRAFT'`,
  )) as { id: string }[];
  expect(drafts.length).toBeGreaterThan(0);
  for (const { id } of drafts) {
    const states = ((await see(id))?.proposals ?? []).map((proposal: { state: string }) => proposal.state);
    expect(states).not.toContain("DRAFT");
  }
  const states = (await see(drafts[0]!.id, rapporteur)).proposals.map((proposal: { state: string }) => proposal.state);
  expect(states).toContain("DRAFT");
});

test("a list of 14 key points costs as many statements as a list of 2", async () => {
  const ask = () =>
    api.ask(
      `{ objective(slug: "objectif-2") { keyPoints {
           sentence peopleCount regionCount passages { quote } syntheses { title } proposals { title }
         } } }`,
    );
  const many = await statementsOf(ask);
  await api.database.query(
    `update key_point set state = 'WORKING'
     where number > 2 and objective_id = (select id from objective where slug = 'objectif-2')`,
  );
  const few = await statementsOf(ask);
  expect(few).toHaveLength(many.length);
});
