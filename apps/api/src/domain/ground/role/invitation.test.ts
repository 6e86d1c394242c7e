import { expect, test } from "vitest";
import { testSite } from "../../../../test/site/site.ts";
import { keptMails } from "../../../platform/mail/mail.ts";
import { Persons } from "../person/person.entity.ts";
import { callForAdministrator } from "./invitation.commands.ts";
import { forgetInvited } from "./role.purges.ts";

const site = testSite({ demo: true });

const join = (input: object) => site.post("/invitations/accept", { displayName: "Ana Brel", language: "fr", ...input });
const cookieOf = (headers: Record<string, unknown>) => String(headers["set-cookie"]).split(";")[0]!;
const viewer = async (cookie: string) =>
  (await site.ask("{ viewer { displayName roles { role } } }", { cookie })).json().data.viewer;
const call = async () => (await callForAdministrator(site.database.manager))!;

test("an empty instance calls for its first administrator, by a link that each start makes anew", async () => {
  const [former, token] = [await call(), await call()];
  expect((await join({ token: former, email: "ana@example.org" })).json().problems).toMatchObject([
    { code: "GONE", field: "token" },
  ]);

  for (const [input, problem] of [
    [{ displayName: " " }, { code: "REQUIRED", field: "displayName" }],
    [{ displayName: "www.pub.fr" }, { code: "CARRIES_CONTACT", field: "displayName" }],
    [{ email: "ana" }, { code: "NOT_AN_EMAIL", field: "email" }],
    [{ email: null }, { code: "NOT_AN_EMAIL", field: "email" }],
  ] as const)
    expect((await join({ token, email: "ana@example.org", ...input })).json().problems).toMatchObject([problem]);
  expect(await site.database.manager.count(Persons)).toBe(0);

  const { headers, statusCode } = await join({ token, email: " Ana@Example.org " });
  expect(statusCode).toBe(200);
  expect(String(headers["set-cookie"])).toMatch(/cahier=.*HttpOnly.*SameSite=Lax/i);
  expect(await viewer(cookieOf(headers))).toEqual({ displayName: "Ana Brel", roles: [{ role: "ADMINISTRATOR" }] });
  expect((await join({ token, email: "b@example.org" })).json().problems).toMatchObject([{ code: "GONE" }]);
  // Sent again by whoever had no answer: the account is made, and signs in.
  expect((await join({ token, email: "ana@example.org" })).json().problems).toMatchObject([{ code: "HAS_ACCOUNT" }]);
  expect(await callForAdministrator(site.database.manager)).toBeNull();
});

test("an address that has an account signs in first", async () => {
  await site.database.query("update role_grant set ended_at = now()");
  const token = await call();
  const refused = await join({ token, email: "ANA@example.org" });
  expect(refused.json().problems).toMatchObject([{ code: "HAS_ACCOUNT", field: "email" }]);
  expect(refused.headers["set-cookie"]).toBeUndefined();
  // Nothing was used up: the link still opens.
  expect((await join({ token, email: "other@example.org" })).statusCode).toBe(200);
});

test("an address typed at an invitation is nobody's until a mail proves it, which ends what was opened before", async () => {
  await site.database.query("update role_grant set ended_at = now()");
  const { headers } = await join({ token: await call(), email: "claimed@example.org" });
  const before = cookieOf(headers);
  expect(await site.database.manager.findOneBy(Persons, { email: "claimed@example.org" })).toMatchObject({
    emailVerified: false,
  });
  expect(await viewer(before)).not.toBeNull();

  await site.post("/auth/link", { email: "claimed@example.org" });
  const token = /confirm\?token=(\S+)/.exec(keptMails()[0]!.text)![1];
  const proven = await site.post("/auth/confirm", { token });
  expect(await viewer(cookieOf(proven.headers))).toMatchObject({ displayName: "Ana Brel" });
  expect(await viewer(before)).toBeNull();
});

test("an invitation is forgotten, with its address, a month after it was used, taken back or ran out", async () => {
  const { manager } = site.database;
  await manager.query("delete from invitation");
  const days = (count: number) => `now() - interval '${count} days'`;
  for (const [name, accepted, withdrawn, expires] of [
    ["used", days(31), "null", days(-1)],
    ["taken back", "null", days(31), days(-1)],
    ["run out", "null", "null", days(31)],
    ["used lately", days(29), "null", days(60)],
    ["runs out", "null", "null", days(29)],
  ])
    await manager.query(
      `insert into invitation (key, token_digest, role, email, made_at, expires_at, accepted_at, withdrawn_at)
       values ($1, $1, 'MEMBER', 'a@example.org', ${days(90)}, ${expires}, ${accepted}, ${withdrawn})`,
      [name],
    );
  expect(await forgetInvited(manager, new Date(), "30 days")).toBe(3);
  const left = await manager.query<{ key: string }[]>("select key from invitation order by key");
  expect(left.map(({ key }) => key)).toEqual(["runs out", "used lately"]);
});
