import { beforeAll, expect, test } from "vitest";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { readingDesk, mark, read, unread } = atTheDesk(api);
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const filter = { minutes: true };
const page = async (more: object = {}) =>
  await readingDesk(
    rapporteur,
    "minutesBlocks toRead(filter: $filter) queue(filter: $filter, first: 100) { totalCount nodes { id body channel speaksAs meeting { slug } minutesBlock { id } } }",
    { filter: { ...filter, ...more } },
  );
const kept = (id: string) => api.database.query<object[]>("select * from contribution where id = $1", [id]);
const counts = async () => {
  const { data } = await api.ask(
    `{ group { figures { responses unpublished keyPoints } coverage { responses } }
       objective(slug: "objectif-1") { responseCount coverage { responses } readingCoverage { whole { texts read marked } } } }`,
  );
  return data;
};

test("the blocks of published minutes are offered in their order, the newest meeting first; drafts and reviews are not", async () => {
  const { queue, minutesBlocks, toRead } = await page();
  const blocks = await api.database.query<{ id: string }[]>(
    `select b.id from minutes_block b join minutes m on m.id = b.minutes_id and m.state = 'PUBLISHED'
     join meeting t on t.id = m.meeting_id order by t.starts_at desc, t.id, b.position`,
  );
  expect(queue.nodes.map(({ id }: { id: string }) => id)).toEqual(blocks.map(({ id }) => id).slice(0, 100));
  expect([queue.totalCount, minutesBlocks, toRead]).toEqual([blocks.length, blocks.length, blocks.length]);
  expect(queue.nodes[0]).toMatchObject({ channel: "MINUTES", speaksAs: "GROUP", minutesBlock: { id: blocks[0]!.id } });
  expect(await kept(blocks[0]!.id)).toEqual([]);

  await api.database.query(
    "update minutes set state = 'IN_REVIEW' where meeting_id = (select meeting_id from minutes where state = 'PUBLISHED' order by id limit 1)",
  );
  const hidden = (await page()).minutesBlocks;
  expect(hidden).toBeLessThan(blocks.length);
  await api.database.query("update minutes set state = 'PUBLISHED' where state = 'IN_REVIEW'");
});

test("blocks that nobody read are counted to a hundred, and no further", async () => {
  await api.database.query(
    `insert into minutes_block select (jsonb_populate_record(null::minutes_block, to_jsonb(b) || jsonb_build_object('id', gen_random_uuid(), 'position', 1000 + n))).*
     from (select b.* from minutes_block b join minutes m on m.id = b.minutes_id and m.state = 'PUBLISHED' order by b.id limit 1) b,
       generate_series(1, 120) n`,
  );
  const { minutesBlocks, toRead } = await page();
  expect(minutesBlocks).toBe(101);
  expect(toRead).toBeGreaterThan(120);
  await api.database.query("delete from minutes_block where position > 1000");
});

test("a block that is marked becomes a contribution of its meeting, and of nobody: no person, no response more", async () => {
  const { queue } = await page();
  const { id, body, meeting } = queue.nodes[0];
  const before = await counts();
  const { problems, keyPoint } = await mark(rapporteur, {
    contributionId: id,
    startsAt: 0,
    endsAt: body.length,
    newKeyPoint: "Dit en réunion, par personne en particulier.",
    objective: "objectif-1",
  });
  expect(problems).toEqual([]);
  expect(await counts()).toEqual(before);
  expect(await kept(id)).toMatchObject([{ minutes_block_id: id, response_id: null, speaks_as: "GROUP", body }]);
  const { data } = await api.ask(
    "query ($id: ID!) { keyPoint(id: $id) { peopleCount passages { id } } }",
    { id: keyPoint.id },
    rapporteur,
  );
  expect(data.keyPoint).toMatchObject({ peopleCount: 0, passages: [{}] });
  expect((await page()).queue.nodes[0].id).not.toBe(id);

  // Anybody reads where it comes from, and from the minutes what it led to.
  const told = await api.ask(
    `query ($id: ID!, $slug: String!) {
       contribution(id: $id) { authorName peopleCount channel meeting { slug } minutesBlock { id } trail { progress } }
       meeting(slug: $slug) { contributions { id } minutes { blocks { id contribution { id } } } }
     }`,
    { id, slug: meeting.slug },
  );
  expect(told.data.contribution).toMatchObject({ authorName: null, meeting, minutesBlock: { id }, channel: "MINUTES" });
  expect(told.data.meeting.minutes.blocks).toContainEqual({ id, contribution: { id } });
  expect(told.data.meeting.contributions).not.toContainEqual({ id });
});

test("blocks are read in bulk, walked one after the other, and taken back as texts are", async () => {
  const { queue, toRead } = await page();
  const [one, two, three] = queue.nodes.map(({ id }: { id: string }) => id) as string[];
  const open = async (id: string) =>
    (
      await readingDesk(
        rapporteur,
        "contribution(id: $id, filter: $filter) { nextId previousId canMark objectives { slug } }",
        {
          id,
          filter,
        },
      )
    ).contribution;
  expect(await open(two!)).toMatchObject({ nextId: three, previousId: one, canMark: true });
  expect((await open(two!)).objectives.length).toBeGreaterThan(1);

  expect((await read(rapporteur, { contributionIds: [one!, two!], notRetained: "NOTHING_TO_ADD" })).problems).toEqual(
    [],
  );
  expect((await page()).toRead).toBe(toRead - 2);
  expect((await page({ unread: false })).queue.totalCount).toBeGreaterThan(toRead - 2);
  await unread(rapporteur, [one!, two!]);
  expect((await page()).toRead).toBe(toRead);
});

test("two who take up the same block at once make one contribution of it", async () => {
  const { id } = (await page()).queue.nodes[0];
  const done = await Promise.all([1, 2, 3].map(() => read(rapporteur, { contributionIds: [id] })));
  for (const { problems } of done) expect(problems).toEqual([]);
  expect(await kept(id)).toHaveLength(1);
});

test("a block is no answer without follow-up, and no text of « paroles sans retour »", async () => {
  const { withoutFollowUp } = await readingDesk(rapporteur, "withoutFollowUp");
  const ids = (await page()).queue.nodes.slice(0, 5).map(({ id }: { id: string }) => id);
  await read(rapporteur, { contributionIds: ids });
  expect((await readingDesk(rapporteur, "withoutFollowUp")).withoutFollowUp).toBe(withoutFollowUp);
});

test("blocks of another group, of minutes in draft, and ids of nothing are not to be read", async () => {
  const { id: draft } = (await page()).queue.nodes[0];
  const state = (name: string) =>
    api.database.query(
      "update minutes set state = $2 where id = (select minutes_id from minutes_block where id = $1)",
      [draft, name],
    );
  await state("DRAFT");
  expect((await read(rapporteur, { contributionIds: [draft] })).problems).toMatchObject([{ code: "GONE" }]);
  expect((await readingDesk(rapporteur, "contribution(id: $id) { id }", { id: draft })).contribution).toBeNull();
  await state("PUBLISHED");
  const { id } = (await page()).queue.nodes[0];
  const moderator = await holderOf(api.database, "MODERATOR");
  expect((await read(moderator, { contributionIds: [id] })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect(await kept(id)).toEqual([]);
});

test("a page of forty blocks costs as many statements as one of two", async () => {
  const cost = async (first: number) =>
    (
      await statementsOf(() =>
        readingDesk(
          rapporteur,
          "queue(filter: $filter, first: $first) { totalCount nodes { id body meeting { title } minutesBlock { topic } } }",
          {
            filter,
            first,
          },
        ),
      )
    ).length;
  await cost(40);
  expect(await cost(40)).toBe(await cost(2));
});
