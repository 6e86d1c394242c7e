import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting, trying } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { viewerOf, visitor } from "../../../platform/viewer.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesTable } from "./minutes.entity.ts";

const api = testApi();
let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
});

/** An action of the minutes of a meeting that took place. */
async function action(row: object, state: "DRAFT" | "PUBLISHED" = "PUBLISHED") {
  const meeting = await added(api.database, Meetings, {
    slug: `reunion-${randomUUID()}`,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: "Une réunion",
    startsAt: new Date(Date.now() - 86_400_000),
    endsAt: new Date(Date.now() - 80_000_000),
    place: "Paris",
  });
  const people = { present: 12, excused: 0, remote: 0, regions: 1, facts: "Douze personnes.", openQuestions: [] };
  const { id: minutesId } = await added(api.database, MinutesTable, { meetingId: meeting.id, state, ...people });
  const words = { kind: "ACTION" as const, position: 1, text: "Écrire à la région.", owner: "Ana", done: false };
  return {
    ...(await added(api.database, MinutesBlocks, { minutesId, ...words, ...row })),
    slug: meeting.slug,
    meetingId: meeting.id,
  };
}

/** A facilitator of the group. */
const keeper = () =>
  viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);

const toDo = async () =>
  (
    await api.ask(
      "query ($slug: String!) { group(slug: $slug) { lateActions openActions { id late owner meeting { slug } } } }",
      { slug: small.group.slug },
    )
  ).data.group;

test("the page of a group tells what it has still to do, late first with who took charge; done or dropped, it goes", async () => {
  const someday = await action({});
  const late = await action({ due: "2020-01-10" });
  await action({ due: "2020-01-10" }, "DRAFT");
  await action({ done: true, due: "2020-01-10" });
  await action({ droppedBecause: "Sans objet.", due: "2020-01-10" });
  expect(await toDo()).toEqual({
    lateActions: 1,
    openActions: [
      { id: late.id, late: true, owner: "Ana", meeting: { slug: late.slug } },
      { id: someday.id, late: false, owner: "Ana", meeting: { slug: someday.slug } },
    ],
  });
  const input = { id: late.id, edit: 1, done: true };
  const { data } = await api.ask(
    "mutation ($input: FollowMinutesActionInput!) { followMinutesAction(input: $input) { problems { code } } }",
    { input },
    keeper(),
  );
  expect(data.followMinutesAction.problems).toEqual([]);
  expect(await toDo()).toMatchObject({ lateActions: 0, openActions: [{ id: someday.id }] });
});

test("past fifty the list goes on after its last one, in the same order", async () => {
  const { minutesId } = await action({ due: "2021-01-01" });
  for (let n = 2; n < 54; n++)
    await added(api.database, MinutesBlocks, {
      ...{ minutesId, kind: "ACTION" as const, position: n, text: `Action ${n}.`, done: false },
      due: `2021-01-${String(1 + (n % 28)).padStart(2, "0")}`,
    });
  const part = async (after: string | null) =>
    (
      await api.ask(
        "query ($slug: String!, $after: ID) { group(slug: $slug) { openActions(after: $after) { id due } } }",
        { slug: small.group.slug, after },
      )
    ).data.group.openActions as { id: string; due: string | null }[];
  const first = await part(null);
  expect(first).toHaveLength(50);
  const rest = await part(first.at(-1)!.id);
  const all = [...first, ...rest];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const days = all.map(({ due }) => due ?? "9");
  expect(days).toEqual(days.toSorted());
  expect(await part(all.at(-1)!.id)).toEqual([]);
});

test("an erratum of published minutes is taken away the day it was added, by those who write them, and not later", async () => {
  const { minutesId, slug } = await action({});
  const asked = acting(api);
  const key = randomUUID();
  await asked("addMinutesErratum", { key, minutesId, text: "Lire « treize »." }, "", keeper());
  const read = async (viewer = keeper()) =>
    (
      await api.ask(
        "query ($slug: String!) { meeting(slug: $slug) { minutes { errata { id viewerMayRemove } } } }",
        { slug },
        viewer,
      )
    ).data.meeting.minutes.errata;
  const remove = async () =>
    (await asked("removeMinutesErratum", { minutesId, id: key }, "", keeper())).problems.map(
      ({ code, field }: { code: string; field: string }) => `${code} ${field}`,
    );
  expect(await read()).toEqual([{ id: key, viewerMayRemove: true }]);
  expect(await read(visitor)).toEqual([{ id: key, viewerMayRemove: false }]);
  await api.database.query("update minutes_erratum set added_on = added_on - 1");
  expect(await read()).toEqual([{ id: key, viewerMayRemove: false }]);
  expect(await remove()).toEqual(["NOT_NOW id"]);
  await api.database.query("update minutes_erratum set added_on = added_on + 1");
  for (const _ of [1, 2]) expect(await remove()).toEqual([]);
  expect(await read()).toEqual([]);
});

test("a draft of minutes begun by mistake is removed while no block is written, once, and is begun again", async () => {
  const block = await action({}, "DRAFT");
  const asked = acting(api);
  const input = { id: block.minutesId, version: 1 };
  const seen = "minutes { id } current { blocks { text } }";
  const remove = (of: object = {}) => asked("removeMinutes", { ...input, ...of }, seen, keeper());
  expect(await remove()).toEqual({
    problems: [{ code: "NOT_NOW", field: "id" }],
    minutes: null,
    current: { blocks: [{ text: "Écrire à la région." }] },
  });
  await asked("removeMinutesBlock", { id: block.id, edit: 1 }, "", keeper());
  expect((await remove({ version: 2 })).problems).toEqual([{ code: "STALE", field: "version" }]);
  expect((await trying(api)("removeMinutes", input, "", visitor)).code).toBe("UNAUTHENTICATED");
  for (const _ of [1, 2]) expect((await remove()).problems).toEqual([]);
  const { minutes } = await asked("beginMinutes", { meetingId: block.meetingId }, "minutes { id state }", keeper());
  expect(minutes).toMatchObject({ state: "DRAFT" });
  expect(minutes.id).not.toBe(input.id);
  const published = await action({ text: "" });
  expect((await remove({ id: published.minutesId })).problems).toEqual([{ code: "NOT_NOW", field: "id" }]);
});
