import { expect, test } from "vitest";
import { testSite } from "../../../../test/site.ts";
import { statementsOf } from "../../../../test/statements.ts";
import { config } from "../../../platform/config.ts";
import { keptMails } from "../../../platform/mail/mail.ts";
import { Persons, RoleGrants } from "./person.entity.ts";
import { Sessions, Verifications } from "./session.entity.ts";

const site = testSite({ demo: true });
const who = "{ viewer { displayName language roles { role } } }";

/** The token in the last mail to somebody. */
const tokenSentTo = (address: string) =>
  /confirm\?token=(\S+)/.exec(keptMails().find(({ to }) => to === address)?.text ?? "")?.[1] ?? "";

async function cookieOf(address: string) {
  await site.post("/auth/link", { email: address });
  const { headers } = await site.post("/auth/confirm", { token: tokenSentTo(address) });
  return String(headers["set-cookie"]).split(";")[0]!;
}

const viewer = async (cookie: string) => (await site.ask(who, { cookie })).json().data.viewer;

test("a link signs in once, on a POST, and whoever comes in is known by one statement", async () => {
  const asked = await site.post("/auth/link", { email: " Ana@Example.org ", language: "en" });
  expect(asked.json()).toEqual({ problems: [] });
  const mail = keptMails()[0]!;
  expect(mail.to).toBe("ana@example.org");
  expect(mail.text).toContain(`${config.origin}/en/sign-in/confirm?token=`);
  const token = tokenSentTo("ana@example.org");

  expect((await site.app.inject(`/auth/confirm?token=${token}`)).statusCode).toBe(404);
  const tries = await Promise.all(Array.from({ length: 8 }, () => site.post("/auth/confirm", { token })));
  expect(tries.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
    200,
    ...Array.from({ length: 7 }, () => 410),
  ]);

  const [cookie] = tries.flatMap(({ headers }) => headers["set-cookie"] ?? []);
  expect(cookie).toMatch(/^cahier=.*HttpOnly.*SameSite=Lax/i);
  const statements = await statementsOf(async () => {
    expect(await viewer(cookie!.split(";")[0]!)).toEqual({ displayName: "", language: "fr", roles: [] });
  });
  expect(statements).toHaveLength(1);
});

test("scripts are told by a sign that somebody is signed in: the same for one person, not for two, and never who", async () => {
  const signOf = async (address: string) => {
    await site.post("/auth/link", { email: address });
    const { headers } = await site.post("/auth/confirm", { token: tokenSentTo(address) });
    return /signed-in=([\w-]{12});/.exec(String(headers["set-cookie"]))?.[1];
  };
  const first = await signOf("sign-a@example.org");
  expect(first).toBeDefined();
  expect(await signOf("sign-a@example.org")).toBe(first);
  expect(await signOf("sign-b@example.org")).not.toBe(first);
});

test("a visitor costs no statement, and a forged cookie neither", async () => {
  const cookie = await cookieOf("forged@example.org");
  const statements = await statementsOf(async () => {
    for (const forged of [
      "",
      "cahier=",
      "cahier=x.y",
      "cahier=%E0%A4%A",
      cookie.slice(0, -6),
      cookie.replace("=", "=A"),
    ])
      expect(await viewer(forged)).toBeNull();
  });
  expect(statements).toEqual([]);
});

test("the secret of a link is not kept, and a link dies after a quarter of an hour", async () => {
  await site.post("/auth/link", { email: "late@example.org" });
  const token = tokenSentTo("late@example.org");
  const kept = await site.database.manager.find(Verifications);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(Math.max(...kept.map(({ expiresAt }) => expiresAt.getTime())) - Date.now()).toBeLessThanOrEqual(900_000);

  await site.database.query("update verification set expires_at = now() - interval '1 second'");
  expect((await site.post("/auth/confirm", { token })).statusCode).toBe(410);
});

test("the answer does not tell whether somebody has an address, nor is a person made before the link is used", async () => {
  await cookieOf("known@example.org");
  const known = await site.post("/auth/link", { email: "known@example.org" });
  const unknown = await site.post("/auth/link", { email: "unknown@example.org" });
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
  expect(await site.database.manager.countBy(Persons, { email: "unknown@example.org" })).toBe(0);
});

test("one address gets five links in a quarter of an hour", async () => {
  const tries = [];
  for (let n = 0; n < 6; n++) tries.push(await site.post("/auth/link", { email: "often@example.org" }));
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(tries[5]!.json().problems[0]).toMatchObject({ code: "TOO_MANY_TRIES", field: "email" });
});

test("a whole room tries the demonstration from one address", async () => {
  const persona = await site.database.manager.insert(Persons, { email: "lived@example.org", fictional: true });
  const personId = persona.identifiers[0]!.id as string;
  for (let n = 0; n < 70; n++) expect((await site.post("/demo/sign-in", { personId })).statusCode).toBe(200);
});

test("what is no address, or no token, is refused by field", async () => {
  for (const email of ["", "a", "a@b", 'a"b@c.fr', "a@b.fr\nBcc: x@y.fr", 5, null, { toString: "x" }])
    expect((await site.post("/auth/link", { email })).json().problems).toMatchObject([{ code: "NOT_AN_EMAIL" }]);
  for (const token of ["", "x", 5, null, ["x"]])
    expect((await site.post("/auth/confirm", { token })).json().problems).toMatchObject([{ code: "GONE" }]);
});

test("signing out ends the session, not only the cookie", async () => {
  const cookie = await cookieOf("leaving@example.org");
  expect(await viewer(cookie)).not.toBeNull();
  const { headers } = await site.post("/auth/sign-out", {}, { cookie });
  expect(String(headers["set-cookie"])).toMatch(/cahier=;.*Max-Age=0/);
  expect(await viewer(cookie)).toBeNull();
});

test("somebody banned is out at once, and does not come back in", async () => {
  const cookie = await cookieOf("banned@example.org");
  await site.database.manager.update(Persons, { email: "banned@example.org" }, { banned: true });
  expect(await viewer(cookie)).toBeNull();
  expect(await cookieOf("banned@example.org")).toBe("undefined");
});

test("neither the address nor the browser of whoever signs in is kept", async () => {
  await cookieOf("discreet@example.org");
  const sessions = await site.database.manager.find(Sessions);
  expect(sessions.length).toBeGreaterThan(0);
  expect(sessions.every(({ ipAddress, userAgent }) => !ipAddress && !userAgent)).toBe(true);
});

test("the demonstration lends its fictional persons, and nobody else", async () => {
  const { manager } = site.database;
  const [lent, real] = await manager.save(Persons, [
    { email: "r@demo.example", displayName: "Rose", fictional: true },
    { email: "real@example.org", displayName: "Réelle", fictional: false },
  ]);
  await manager.insert(RoleGrants, [
    { personId: lent!.id, role: "RAPPORTEUR" },
    { personId: real!.id, role: "ADMINISTRATOR" },
  ]);
  const { demoPersonas } = (await site.ask("{ demoPersonas { id displayName roles } }")).json().data;
  expect(demoPersonas).toEqual([{ id: lent!.id, displayName: "Rose", roles: ["RAPPORTEUR"] }]);

  expect((await site.post("/demo/sign-in", { personId: real!.id })).statusCode).toBe(404);
  const { headers } = await site.post("/demo/sign-in", { personId: lent!.id });
  const cookie = String(headers["set-cookie"]).split(";")[0]!;
  expect(await viewer(cookie)).toMatchObject({ displayName: "Rose", roles: [{ role: "RAPPORTEUR" }] });
});
