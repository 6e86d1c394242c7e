import { afterAll, expect, test } from "vitest";
import { officeCode } from "../../src/domain/carry/office/office.code.ts";
import { followerOf } from "../../src/domain/listen/follow/follow.queries.ts";
import { keepFollow } from "../../src/domain/listen/follow/follow.writes.ts";
import { receiptCode } from "../../src/domain/listen/response/codes.ts";
import { addressOf, stopLink } from "../../src/platform/mail/stopLink.ts";
import { whyNotRotated } from "../../src/platform/rotating.ts";
import { markOf, secret, use } from "../../src/platform/secret.ts";
import { assertSecret, markIn } from "../../src/platform/secretMark.ts";
import { codes, remake } from "../../src/rotation.ts";
import { seededApi } from "../site/demo.ts";

const api = seededApi();
const [before, after, another] = [secret(), "a second secret", "a third secret"];
afterAll(() => use(before, null));

const receipt = async (code: string) =>
  (await api.ask("query ($code: String!) { receipt(code: $code) { code } }", { code })).data.receipt;
const letter = async (code: string) =>
  (await api.ask("query ($code: String!) { office(code: $code) { code } }", { code })).data.office;

test("another secret: what the former one made goes on working until its day, and nothing else does", async () => {
  const db = api.database.manager;
  await assertSecret(api.database);
  const [{ id }] = await api.database.query("select id from response where sheet_id is null order by id limit 1");
  const [link] = await api.database.query("select id from office_link order by id limit 1");
  await keepFollow(db, { kind: "ADDRESS", responseId: id, value: "suivi@exemple.fr" });
  const [code, office, stop] = [receiptCode(id), officeCode(link.id), new URL(stopLink("suivi@exemple.fr", "fr"))];
  const token = stop.searchParams.get("token")!;
  const until = new Date(Date.now() + 86_400_000);

  await api.database.transaction((tx) => remake(tx, before, after, until));
  // A database and another secret than its own are refused, in a sentence that says what to do.
  await expect(assertSecret(api.database)).rejects.toThrow(/made with another secret: put back the file/);
  use(after, { secret: before, until });
  await assertSecret(api.database);

  expect(receiptCode(id)).not.toBe(code);
  for (const typed of [code, receiptCode(id)]) expect(await receipt(typed)).toEqual({ code: receiptCode(id) });
  for (const typed of [office, officeCode(link.id)]) expect((await letter(typed)).code).toBe(officeCode(link.id));
  expect(await followerOf(db, "ADDRESS", id)).toBe("suivi@exemple.fr");
  expect(addressOf(token)).toBe("suivi@exemple.fr");

  await api.database.query("update former_code set until = now() - interval '1 second'");
  use(after, { secret: before, until: new Date(0) });
  expect([await receipt(code), await letter(office), addressOf(token)]).toEqual([null, null, null]);
  expect(await receipt(receiptCode(id))).toEqual({ code: receiptCode(id) });
  expect(await followerOf(db, "ADDRESS", id)).toBe("suivi@exemple.fr");

  // The secret is lost: what it sealed is let go, and the database belongs to the new one.
  use(another, null);
  await expect(assertSecret(api.database)).rejects.toThrow(/rotate-secret -- --lost/);
  await api.database.transaction((tx) => remake(tx, null, another, until));
  await assertSecret(api.database);
  expect(await receipt(receiptCode(id))).toEqual({ code: receiptCode(id) });
  expect(await api.database.query("select from follow")).toEqual([]);
});

test("the other database of a folder has a mark, or was never begun; one that does not answer is no reason to go on", async () => {
  const { url } = api.database.options as { url: string };
  const other = (change: Partial<URL>) => Object.assign(new URL(url), change).href;
  expect(await markIn(url)).toBe((await api.database.query("select mark from secret_mark"))[0].mark);
  expect(await markIn(other({ pathname: "/never_made" }))).toBeNull();
  expect(await markIn(other({ pathname: "/postgres" }))).toBeNull();
  await expect(markIn(other({ port: "1" }))).rejects.toThrow(/ECONNREFUSED/);
});

test("a secret that is changed twice leaves the codes of the first their thirty days", async () => {
  await api.database.query("delete from former_code");
  const from = secret();
  const [{ id }] = await api.database.query("select id from response where sheet_id is null order by id limit 1");
  const code = receiptCode(id);
  const until = new Date(Date.now() + 86_400_000);
  await api.database.transaction((tx) => remake(tx, from, "a fourth secret", until));
  use("a fourth secret", { secret: from, until });
  await api.database.transaction((tx) => remake(tx, "a fourth secret", "a fifth secret", until));
  use("a fifth secret", { secret: "a fourth secret", until });
  expect(await receipt(code)).toEqual({ code: receiptCode(id) });
});

test("both databases of a folder follow a secret in turn, and none is left two behind", () => {
  const [old, now] = [markOf("old"), markOf("now")];
  const all = { here: now, beside: now, secret: "now", former: "old", lost: false, empty: true };
  expect(whyNotRotated(all)).toBeNull();
  expect(whyNotRotated({ ...all, here: null, empty: false })).toContain("npm run rotate-secret -- --empty is for");
  expect(whyNotRotated({ ...all, here: null, lost: true })).toContain("no site in this database yet");
  expect(whyNotRotated({ ...all, here: old })).toBeNull();
  expect(whyNotRotated({ ...all, beside: old })).toContain("npm run rotate-secret first");
  expect(whyNotRotated({ ...all, here: markOf("elsewhere") })).toContain("put it back");
  expect(whyNotRotated({ ...all, here: markOf("elsewhere"), lost: true })).toBeNull();
});

test("another secret makes every code again that a row is found by", async () => {
  const columns = await api.database.query(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and column_name ~ '^(code|receipt|mailed)_digest$'`,
  );
  const made = new Set(codes.map(({ table, column }) => `${table}.${column}`));
  const kept = columns.map(({ table, column }: Record<string, string>) => `${table}.${column}`);
  expect(new Set(kept)).toEqual(made);
});
