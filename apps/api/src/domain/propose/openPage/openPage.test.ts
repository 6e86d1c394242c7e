import { beforeAll, expect, test } from "vitest";
import { trying } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith, signedIn } from "../../../../test/site/people.ts";
import type { OpenPageKind } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { closeWith, forgetClosed } from "./openPage.purges.ts";

const api = seededApi();
const attempt = trying(api);
let proposalId: string;
let synthesisId: string;
let groupId: string;
let one: Viewer;
let other: Viewer;
beforeAll(async () => {
  [{ id: proposalId, groupId }] = await api.database.query<[{ id: string; groupId: string }]>(
    'select id, group_id as "groupId" from proposal where number = 6',
  );
  [{ id: synthesisId }] = await api.database.query<[{ id: string }]>(
    `select s.id from synthesis s join objective o on o.id = s.objective_id where o.group_id = $1 limit 1`,
    [groupId],
  );
  one = await holderOf(api.database, "RAPPORTEUR");
  other = await holderOf(api.database, "RAPPORTEUR", 1);
});

const open = async (viewer?: Viewer, id = proposalId, kind: OpenPageKind = "PROPOSAL") => {
  const { payload, code } = await attempt("keepPageOpen", { kind, id }, "others", viewer);
  return code ?? (payload.others as string[]);
};
const rows = () => api.database.query<{ personId: string }[]>('select person_id as "personId" from open_page');
const wait = (seconds: number) =>
  api.database.query("update open_page set seen_at = seen_at - make_interval(secs => $1)", [seconds]);

test("two people who have the page of one proposal open read each other’s name, and never their own", async () => {
  expect(one.displayName).not.toBe(other.displayName);
  expect(await open(one)).toEqual([]);
  expect(await open(other)).toEqual([one.displayName]);
  expect(await open(one)).toEqual([other.displayName]);
  expect(await open(one, proposalId.toUpperCase())).toEqual([other.displayName]);
  // Said again and again, it is kept once.
  expect(await rows()).toHaveLength(2);
  // The page of another proposal is another one.
  const [{ id }] = await api.database.query<[{ id: string }]>("select id from proposal where number = 1");
  expect(await open(one, id)).toEqual([]);
});

test("who left is told no more after some forty seconds, and told again once they are back", async () => {
  await open(other);
  await wait(30);
  expect(await open(one)).toEqual([other.displayName]);
  await wait(15);
  expect(await open(one)).toEqual([]);
  await open(other);
  expect(await open(one)).toEqual([other.displayName]);
});

test("and so do those of a synthesis, whose page is none of the pages of proposals", async () => {
  const write = (viewer?: Viewer, id = synthesisId) => open(viewer, id, "SYNTHESIS");
  await open(one);
  expect(await write(one)).toEqual([]);
  expect(await write(other)).toEqual([one.displayName]);
  expect(await write(one)).toEqual([other.displayName]);
  await wait(45);
  expect(await write(one)).toEqual([]);
  // An identifier is that of one kind.
  expect(await write(one, proposalId)).toBe("NOT_FOUND");
  expect(await open(one, synthesisId)).toBe("NOT_FOUND");
});

test("whoever may not write what is written there is told nobody, and is not told either", async () => {
  await open(one);
  const before = await rows();
  const elsewhere = await personWith(api.database, [], null);
  await api.database.query(
    `insert into role_grant (person_id, role, group_id)
     select $1, 'RAPPORTEUR', (select id from working_group where id <> $2 limit 1)`,
    [elsewhere, groupId],
  );
  const roles = ["FACILITATOR", "MODERATOR", "ADMINISTRATOR"] as const;
  const refused = [
    ...(await Promise.all(roles.map((role) => holderOf(api.database, role)))),
    await signedIn(api.database, await personWith(api.database, ["MEMBER"])),
    await signedIn(api.database, elsewhere),
  ].filter((viewer) => !viewer.has("RAPPORTEUR", groupId));
  expect(refused.length).toBeGreaterThan(3);
  for (const viewer of refused) {
    expect(await open(viewer)).toBe("FORBIDDEN");
    expect(await open(viewer, synthesisId, "SYNTHESIS")).toBe("FORBIDDEN");
  }
  expect(await open()).toBe("UNAUTHENTICATED");
  expect(await open(undefined, synthesisId, "SYNTHESIS")).toBe("UNAUTHENTICATED");
  expect(await open(one, "x")).toBe("NOT_FOUND");
  expect(await open(one, crypto.randomUUID())).toBe("NOT_FOUND");
  expect(await rows()).toHaveLength(before.length);
});

test("ten are named at most, in the order of their names, and nobody without one", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => personWith(api.database, ["RAPPORTEUR"])));
  for (const [n, id] of ids.entries()) {
    await api.database.query("update person set display_name = $2 where id = $1", [id, n === 11 ? "" : `A ${99 - n}`]);
    await open(await signedIn(api.database, id));
  }
  const told = (await open(one)) as string[];
  expect(told).toEqual(Array.from({ length: 10 }, (_, n) => `A ${89 + n}`));
});

test("saying it ends no page that is kept, nor writes any act down", async () => {
  const state = async () =>
    (await api.database.query("select database_end() as end, (select count(*) from journal_entry) as acts"))[0];
  const before = await state();
  await open(one);
  await open(other);
  expect(await state()).toEqual(before);
});

test("it is forgotten after an hour, and with the account", async () => {
  await api.database.query("delete from open_page");
  await open(one);
  await open(other);
  const { manager } = api.database;
  expect(await forgetClosed(manager, new Date(), "1 hour")).toBe(0);
  await closeWith({ db: manager } as never, other.id!);
  expect(await rows()).toEqual([{ personId: one.id }]);
  await wait(3660);
  expect(await forgetClosed(manager, new Date(), "1 hour")).toBe(1);
});
