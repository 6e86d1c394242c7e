import { beforeAll, expect, test } from "vitest";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
const { arrive, readingDesk, mark, read, unread } = atTheDesk(api);
let here: Viewer;
let there: Viewer;
let theme: { id: string; slug: string; title: string };

beforeAll(async () => {
  const run = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await api.database.query<Row[]>(text, values))[0]!;
  here = await holderOf(api.database, "RAPPORTEUR");
  theme = await run("select id, slug, title from theme where number = 4");
  // Another group, on the fourth theme, with an objective and a rapporteur of its own.
  const group = await run<{ id: string }>(
    `insert into working_group (slug, theme_id, name, final_goal, means) values ('autre', $1, 'Autre', 'But', '[]') returning id`,
    [theme.id],
  );
  await run(
    `insert into objective (slug, group_id, number, name, question, expected_output)
     values ('autre-objectif', $1, 1, 'Un objectif', 'Quoi ?', 'Ceci') returning id`,
    [group.id],
  );
  const id = await personWith(api.database, ["RAPPORTEUR"], group.id);
  there = viewerOf({ id, displayName: "Une personne fictive", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: group.id, territoryId: null },
  ]);
});

const hand = (ids: string[], viewer = here) =>
  read(viewer, { contributionIds: ids, notRetained: "OUT_OF_SCOPE", theme: theme.slug, note: "Pour vous." });
const received = async (viewer: Viewer) =>
  (
    await readingDesk(viewer, "received queue(filter: { received: true }, first: 100) { nodes { id } }")
  ).queue.nodes.map(({ id }: { id: string }) => id) as string[];
const told = async (id: string) =>
  (
    await api.ask(
      `query ($id: ID!) { contribution(id: $id) { trail { progress notRetained { reason theme { slug } } }
         forwardings { theme { slug } on readOn notRetained keyPoints { sentence } } } }`,
      { id },
    )
  ).data.contribution;

test("a text that is handed to another theme is on the reading desk of its readers, and of nobody else", async () => {
  const [text] = await arrive(1);
  expect(await received(there)).toEqual([]);
  expect((await hand([text!.id])).problems).toEqual([]);
  expect(await received(there)).toEqual([text!.id]);
  expect((await readingDesk(there, "received")).received).toBe(1);
  expect((await readingDesk(here, "received")).received).toBe(0);
  expect(await told(text!.id)).toMatchObject({
    trail: { notRetained: { reason: "OUT_OF_SCOPE", theme: { slug: theme.slug } } },
    forwardings: [{ theme: { slug: theme.slug }, readOn: null, notRetained: null, keyPoints: [] }],
  });
});

test("its new readers mark it for their own objectives; its author sees where it went and what it says there", async () => {
  const [text] = await arrive(1);
  const { id } = text!;
  await hand([id]);
  const { contribution } = await readingDesk(
    there,
    "contribution(id: $id, filter: { received: true }) { canMark objectives { slug } objective { slug } }",
    { id },
  );
  expect(contribution).toEqual({
    canMark: true,
    objectives: [{ slug: "autre-objectif" }],
    objective: { slug: "autre-objectif" },
  });
  const { problems, keyPoint } = await mark(there, {
    contributionId: id,
    startsAt: 0,
    endsAt: 20,
    newKeyPoint: "Dit ailleurs, entendu ici.",
    objective: "autre-objectif",
  });
  expect(problems).toEqual([]);
  expect(await received(there)).not.toContain(id);
  // A working key point is the team's alone: it is said that it was read, and not yet what it says.
  expect((await told(id)).forwardings).toMatchObject([{ readOn: expect.any(String), keyPoints: [] }]);
  await api.database.query("update key_point set state = 'STATED', stated_on = current_date where id = $1", [
    keyPoint.id,
  ]);
  const { trail, forwardings } = await told(id);
  expect(forwardings).toMatchObject([
    { theme: { slug: theme.slug }, keyPoints: [{ sentence: "Dit ailleurs, entendu ici." }] },
  ]);
  expect(trail).toMatchObject({ progress: "MARKED", notRetained: null });
});

test("a reason given by its new readers is shown beside the theme it went to", async () => {
  const [text] = await arrive(1);
  await hand([text!.id]);
  await read(there, { contributionIds: [text!.id], notRetained: "NOT_ACTIONABLE" });
  expect(await told(text!.id)).toMatchObject({
    trail: { progress: "NOT_RETAINED", notRetained: { reason: "NOT_ACTIONABLE" } },
    forwardings: [{ theme: { slug: theme.slug }, notRetained: "NOT_ACTIONABLE" }],
  });
  await unread(there, [text!.id]);
  expect(await received(there)).toContain(text!.id);
  expect(await told(text!.id)).toMatchObject({ trail: { notRetained: { reason: "OUT_OF_SCOPE" } } });
});

test("handing a text on can be undone until somebody there reads it", async () => {
  const [text] = await arrive(1);
  await hand([text!.id]);
  await unread(here, [text!.id]);
  expect(await received(there)).not.toContain(text!.id);
  expect((await told(text!.id)).forwardings).toEqual([]);
});

test("a text that is not published stays with the team its author chose, and one that was hidden since is read no more", async () => {
  const [kept, hidden] = await arrive(2);
  await api.database.query("update contribution set status = 'UNPUBLISHED' where id = $1", [kept!.id]);
  await hand([kept!.id, hidden!.id]);
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [hidden!.id]);
  const ids = await received(there);
  expect(ids).not.toContain(kept!.id);
  expect(ids).not.toContain(hidden!.id);
  for (const { id } of [kept!, hidden!]) {
    expect((await readingDesk(there, "contribution(id: $id) { id }", { id })).contribution).toBeNull();
    const { errors } = await mark(there, {
      contributionId: id,
      startsAt: 0,
      endsAt: 9,
      newKeyPoint: "Non.",
      objective: "autre-objectif",
    });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});

test("a reader of neither theme reads and marks nothing of it", async () => {
  const [text] = await arrive(1);
  await hand([text!.id]);
  const id = await personWith(api.database, []);
  const other = viewerOf({ id, displayName: "Ailleurs", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: id, territoryId: null },
  ]);
  expect(await received(other)).toEqual([]);
  expect((await hand([text!.id], other)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});
