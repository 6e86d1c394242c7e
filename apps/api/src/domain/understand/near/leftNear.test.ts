import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { recorder } from "../../../platform/journal.ts";

const api = testApi();
let small: Small;
let rapporteur: Viewer;

const holderIn = async (groupId: string | null) => {
  const id = await personWith(api.database, ["RAPPORTEUR"]);
  const roles = [{ role: "RAPPORTEUR" as const, groupId, territoryId: null }];
  return viewerOf({ id, displayName: "Une rapporteuse fictive", language: "fr" }, roles);
};

beforeAll(async () => {
  small = await smallInstance(api.database);
  rapporteur = await holderIn(null);
});

const arrives = (body: string) => contributionOf(api.database, small, { body });

const act = async (name: "leaveNearText" | "restoreNearText", ids: string[], viewer = rapporteur) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await api.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } } }`,
    { input: { contributionIds: ids } },
    viewer,
  );
  return errors?.[0]?.extensions.code ?? data[name].problems;
};

/** The ids of what is near a text on the desk, by how, and of what was left aside. */
async function beside({ id }: { id: string }, viewer = rapporteur) {
  const texts = "contribution { id }";
  const { data, errors } = await api.ask(
    `query ($id: ID!) { readingDesk { contribution(id: $id) {
       near(first: 20) { ${texts} } nearTexts { almost { ${texts} } } leftNear { leftOn leftBy text { ${texts} } } } } }`,
    { id },
    viewer,
  );
  expect(errors).toBeUndefined();
  const { near, nearTexts, leftNear } = data.readingDesk.contribution;
  const idsOf = (list: { contribution: { id: string } }[]) => list.map(({ contribution }) => contribution.id);
  return {
    near: idsOf(near),
    almost: idsOf(nearTexts?.almost ?? []),
    left: leftNear.map(({ text }: any) => text.contribution.id),
    leftNear,
  };
}

const eventsOn = (ids: string[]) =>
  api.database.query<{ event: string }[]>(
    `select event from journal_entry where event like 'contribution.near%' and subject_id = any($1::uuid[])
     order by recorded_at, id`,
    [ids],
  );

/** Two texts that are almost the same, and one that speaks of the same thing. */
async function three(words: string) {
  const texts = [
    await arrives(`Baisse ${words} communale`),
    await arrives(`Suppression ${words} communale`),
    await arrives(`On parle ici longuement ${words}, avec bien d’autres mots encore.`),
  ] as const;
  for (let tries = 0; tries < 20 && !(await beside(texts[0])).almost.length; tries++);
  return texts;
}

test("two texts judged to say something else are near no more, from either side and for the whole team, and are put back as they were", async () => {
  const [less, none, longer] = await three("de la taxe foncière");
  const before = await beside(less);
  expect(before).toMatchObject({ almost: [none.id], near: [longer.id], left: [] });
  expect(await act("leaveNearText", [none.id, less.id])).toEqual([]);
  expect(await act("leaveNearText", [less.id, longer.id])).toEqual([]);
  const other = await holderIn(null);
  const after = await beside(less, other);
  expect(after).toMatchObject({ almost: [], near: [] });
  expect(after.left.toSorted()).toEqual([none.id, longer.id].toSorted());
  expect(after.leftNear[0]).toMatchObject({ leftBy: expect.any(String), leftOn: expect.any(String) });
  const side = await beside(none);
  expect(side).toMatchObject({ almost: [], left: [less.id] });
  expect(side.near).toContain(longer.id);

  for (const id of [none.id, longer.id]) expect(await act("restoreNearText", [less.id, id], other)).toEqual([]);
  expect(await beside(less)).toEqual(before);
});

test("left aside twice, in either order or by two people at once, it is one act; so is putting it back", async () => {
  const [less, none] = await three("du droit de place");
  const other = await holderIn(null);
  const pair = [less.id, none.id];
  const both = (name: "leaveNearText" | "restoreNearText") =>
    Promise.all([act(name, pair), act(name, pair.toReversed(), other)]);
  expect(await both("leaveNearText")).toEqual([[], []]);
  expect((await beside(less)).left).toEqual([none.id]);
  expect(await both("restoreNearText")).toEqual([[], []]);
  expect((await beside(less)).left).toEqual([]);
  expect(await eventsOn(pair)).toEqual([{ event: "contribution.nearLeft" }, { event: "contribution.nearRestored" }]);
});

test("what says the same words as a text that was left aside is not shown in its place", async () => {
  const [less, none] = await three("de la vignette");
  const same = await arrives("SUPPRESSION de la vignette communale !");
  const shown = async () => {
    const { near, almost } = await beside(less);
    return [...near, ...almost].filter((id) => [none.id, same.id].includes(id));
  };
  for (let tries = 0; tries < 20 && (await shown()).length < 2; tries++);
  await act("leaveNearText", [less.id, none.id]);
  expect(await shown()).toEqual([]);
  expect((await beside(less)).left).toEqual([none.id]);
  await act("restoreNearText", [less.id, none.id]);
  expect(await shown()).not.toEqual([]);
});

test("a page of the queue shows neither of two texts under the other once they were left aside", async () => {
  const [less, none] = await three("du péage urbain");
  const pairs = async () => {
    const { data } = await api.ask(
      "{ readingDesk { nearTexts { id almost { contribution { id } } } } }",
      {},
      rapporteur,
    );
    return data.readingDesk.nearTexts.filter(({ id }: { id: string }) => [less.id, none.id].includes(id));
  };
  await api.database.query("update contribution set status = 'HIDDEN' where not id = any($1::uuid[])", [
    [less.id, none.id],
  ]);
  expect(await pairs()).toHaveLength(2);
  await act("leaveNearText", [less.id, none.id]);
  expect(await pairs()).toEqual([]);
});

test("words that changed, or were taken back, are judged anew; a text that cannot be read is not listed", async () => {
  const [less, none, longer] = await three("du stationnement payant");
  await act("leaveNearText", [less.id, none.id]);
  await act("leaveNearText", [less.id, longer.id]);
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [longer.id]);
  expect((await beside(less)).left).toEqual([none.id]);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [longer.id]);
  for (const [event, text, rest] of [
    ["contribution.rewritten", none, [longer.id]],
    ["contribution.erased", longer, []],
  ] as const) {
    await api.database.transaction((db) => recorder(db, rapporteur, new Date())(event, text.id));
    expect((await beside(less)).left).toEqual(rest);
  }
});

test("whoever reads the two texts leaves them aside, nobody else; it takes two of them", async () => {
  const [less, none, longer] = await three("de la cotisation foncière");
  const elsewhere = await holderIn(randomUUID());
  expect(await act("leaveNearText", [less.id, none.id], elsewhere)).toBe("FORBIDDEN");
  expect(await act("restoreNearText", [less.id, none.id], elsewhere)).toBe("FORBIDDEN");
  expect(await act("leaveNearText", [less.id, less.id])).toEqual([
    { code: "TOO_FEW_CHOICES", field: "contributionIds" },
  ]);
  expect(await act("leaveNearText", [less.id, none.id, longer.id])).toEqual([
    { code: "TOO_MANY_CHOICES", field: "contributionIds" },
  ]);
  expect(await act("leaveNearText", [less.id, randomUUID()])).toEqual([{ code: "GONE", field: "contributionIds" }]);
  expect((await beside(less)).left).toEqual([]);
});
