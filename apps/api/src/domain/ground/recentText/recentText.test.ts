import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { keepRecent } from "./recentText.writes.ts";

const api = seededApi();
const { act, one } = heldTexts(api);
let moderator: Viewer;
let proposalId: string;
let statementId: string;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  proposalId = await one("select id from proposal where number = 2");
  statementId = await one(`select id from statement where proposal_id = '${proposalId}' order by id`);
});

type Named = { authorName?: string };
/** No two of these share a pair of words: none comes in a flood. */
const words = () => `${uniqueWord()} quai ${uniqueWord()}.`;
const acts = acting(api);
const sent = (name: string, input: object, fields: string, device: string) =>
  acts(name, { key: randomUUID(), ...input }, fields, undefined, { device: () => device });
const react = async (device: string, more: Named = {}) => {
  const input = { subject: "PROPOSAL", subjectId: proposalId, kind: "SUPPORT", text: words(), ...more };
  return (await sent("react", input, "reaction { id }", device)).reaction.id as string;
};
const amend = async (device: string) => {
  const input = { proposalId, statementId, text: words(), why: words() };
  return (await sent("proposeAmendment", input, "own { amendment { id } }", device)).own.amendment.id as string;
};
const several = async (count: number, give: () => Promise<string>) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await give());
  return ids;
};
const fields = "id kind version because alike others { id text status }";
const desk = async () =>
  (
    await api.ask(
      `{ moderationDesk { heldCount reportedCount busyCount held(first: 50) { nodes { ${fields} } } } }`,
      {},
      moderator,
    )
  ).data.moderationDesk;
const lineOf = async (ids: string[]) =>
  (await desk()).held.nodes.find(({ id }: any) => ids.some((it) => id.endsWith(it)));
const ruleAll = ({ id, kind, version }: any, outcome: string) =>
  act(
    "ruleTexts",
    { texts: [{ kind, textId: id.split(":")[1], version }], outcome, reason: "DUPLICATE", alike: true },
    "rulings { id }",
    moderator,
  );

/** Eleven texts of one device, of two kinds: none of them is held. */
async function much() {
  const device = randomUUID();
  return [...(await several(6, () => react(device))), ...(await several(5, () => amend(device)))];
}

test("after texts that are held and reported come those of whoever writes a lot: one line, kept in one act, undone in one", async () => {
  const before = await desk();
  const ids = await much();
  const { held, busyCount, heldCount } = await desk();
  expect({ busyCount, heldCount }).toEqual({ busyCount: before.busyCount + 11, heldCount: before.heldCount });
  const lists = held.nodes.map(({ because }: any) => (because.includes("BUSY") ? 1 : 0));
  expect(lists).toEqual(lists.toSorted());
  const line = await lineOf(ids);
  expect(line).toMatchObject({ because: ["BUSY"], alike: 10 });
  const { rulings, problems } = await ruleAll(line, "SHOWN");
  expect(problems).toEqual([]);
  expect(rulings).toHaveLength(11);
  expect(await lineOf(ids)).toBeUndefined();
  await act("undoRuling", { id: rulings[0].id, batch: true }, "", moderator);
  expect(await lineOf(ids)).toMatchObject({ alike: 10 });
});

test("nobody hides what shows without having read it: the others of whoever writes a lot go on showing", async () => {
  const ids = await much();
  const line = await lineOf(ids);
  expect((await ruleAll(line, "HIDDEN")).rulings).toHaveLength(1);
  const next = await lineOf(ids);
  expect(next).toMatchObject({ alike: 9 });
  expect(next.others.find(({ id }: any) => id === line.id)).toMatchObject({ status: "HIDDEN" });
});

test("ten texts of a device are not much, nor are twenty of two", async () => {
  const [one_, other] = [randomUUID(), randomUUID()];
  const ids = [
    ...(await several(5, () => react(one_))),
    ...(await several(5, () => amend(one_))),
    ...(await several(5, () => react(other))),
  ];
  expect(await lineOf(ids)).toBeUndefined();
});

test("beside a text a moderator reads the other words of its author, twenty at most, and nothing that tells who that is", async () => {
  const device = randomUUID();
  const [first, second] = await several(2, () => react(device));
  const named = await react(device, { authorName: "Une voisine du quai" });
  const alone = await react(randomUUID());
  for (const id of [first, named, alone])
    await act("reportText", { kind: "REACTION", textId: id, reason: "INSULT" }, "");
  expect((await lineOf([first!])).others).toEqual([
    { id: `REACTION:${second}`, text: expect.stringContaining("quai"), status: "VISIBLE" },
  ]);
  // A name is not brought beside words that their author did not sign.
  expect((await lineOf([named])).others).toEqual([]);
  expect((await lineOf([alone])).others).toEqual([]);
  const digests = await api.database.query<{ digest: string }[]>("select author_digest as digest from recent_text");
  const told = JSON.stringify(await desk());
  expect(digests.filter(({ digest }) => told.includes(digest))).toEqual([]);

  await api.database.query(
    `insert into recent_text (kind, text_id, group_id, author_digest, written_on, is_seen)
     select 'REACTION', r.id, t.group_id, t.author_digest, t.written_on, true from recent_text t, lateral (
       select id from reaction where subject = 'PROPOSAL' and status = 'VISIBLE' and author_name is null
         and id <> all($2::uuid[]) limit 30) r
     where t.text_id = $1 on conflict (kind, text_id) do update set author_digest = excluded.author_digest`,
    [first, [first, second]],
  );
  expect((await lineOf([first!])).others.length).toBeLessThanOrEqual(20);
  await api.database.query("update recent_text set written_on = written_on - 4");
  expect((await desk()).busyCount).toBe(0);
  expect((await lineOf([first!])).others).toBeNull();
});

test("texts of one author that come at once are told one after the other: who writes a lot is known by the last", async () => {
  const groupId = await one("select group_id as id from proposal where number = 2");
  const runners = [api.database.createQueryRunner(), api.database.createQueryRunner()];
  const keep = (runner: (typeof runners)[0]) => {
    const device = { db: runner.manager, viewer: visitor, now: new Date(), deviceAt: () => "at once" };
    const texts = Array.from({ length: 6 }, () => ({ kind: "REACTION" as const, textId: randomUUID(), groupId }));
    return keepRecent(device as unknown as Parameters<typeof keepRecent>[0], texts);
  };
  const [first, second] = runners as [(typeof runners)[0], (typeof runners)[0]];
  await first.startTransaction();
  await keep(first);
  await second.startTransaction();
  const later = keep(second);
  await api.database.query("select pg_sleep(0.1)");
  await first.commitTransaction();
  await later;
  await second.commitTransaction();
  await Promise.all(runners.map((runner) => runner.release()));
  const [{ places }] = await api.database.query<[{ places: number[] }]>(
    "select array_agg(nth order by nth) as places from recent_text where author_digest = 'at once'",
  );
  expect(places).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));
});
