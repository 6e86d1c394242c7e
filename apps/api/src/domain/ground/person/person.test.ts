import { inNameOfHeader } from "@cahier/schema/inNameOf";
import { expect, test, vi } from "vitest";
import { cookieOf as cookieOfPerson, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { config } from "../../../platform/config.ts";
import { deliver, keptMails } from "../../../platform/mail/mail.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { instanceId, Instances } from "../instance/instance.entity.ts";
import { RoleGrants } from "../role/role.entity.ts";
import { Persons } from "./person.entity.ts";
import { Sessions, Verifications } from "./session.entity.ts";
import { leaveSignIn } from "./signIn.mail.ts";
import { cookieEnd, purgeLinks, purgeSessions } from "../../../platform/server/session.ts";

const site = testSite({ demo: true });
const who = "{ viewer { displayName language roles { role } } }";

/** The token in the last mail to somebody. */
const tokenSentTo = (address: string) =>
  /confirm\?token=(\S+)/.exec(keptMails().find(({ to }) => to === address)?.text ?? "")?.[1] ?? "";

/** Asks for a link. The job of mails may have it in hand: whoever waits for it waits for a mail that was not there. */
async function askFor(address: string) {
  const before = tokenSentTo(address);
  await site.post("/auth/link", { email: address });
  await expect.poll(() => tokenSentTo(address)).not.toBe(before);
}

async function cookieOf(address: string) {
  await askFor(address);
  const { headers } = await site.post("/auth/confirm", { token: tokenSentTo(address) });
  return String(headers["set-cookie"]).split(";")[0]!;
}

const viewer = async (cookie: string) => (await site.ask(who, { cookie })).json().data.viewer;

test("a link signs in once, on a POST, and whoever comes in is known by one statement", async () => {
  await site.database.manager.upsert(Instances, { id: instanceId, name: "Les Semeurs" }, ["id"]);
  const asked = await site.post("/auth/link", { email: " Ana@Example.org ", language: "en" });
  expect(asked.json()).toEqual({ problems: [] });
  const mail = keptMails()[0]!;
  expect(mail.to).toBe("ana@example.org");
  expect(mail.subject).toBe("Your link to open Les Semeurs");
  expect(mail.text).not.toContain("Cahier commun");
  expect(mail.text).toContain(`Les Semeurs\n${config.origin}/en\n`);
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
    await askFor(address);
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

test("the time of the answer does not tell it either: whoever is here or not costs the same statements", async () => {
  await cookieOf("timed@example.org");
  const asked = async (email: string) =>
    (await statementsOf(() => site.post("/auth/link", { email }))).map((text) => text.replace(/\s+/g, " "));
  await asked("first@example.org");
  // The job of mails sends beside what is asked: its statements are nobody's answer.
  const own = (texts: string[]) => texts.filter((text) => !/outgoing_mail/.test(text)).toSorted();
  expect(own(await asked("timed@example.org"))).toEqual(own(await asked("nobody@example.org")));
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
  for (const email of [
    "",
    "a",
    "a@b",
    'a"b@c.fr',
    "1,a@b.fr",
    "a@b.fr,cd",
    "é@b.fr",
    "a..b@c.fr",
    "a@b.fr\nBcc: x@y.fr",
    5,
    null,
    { toString: "x" },
  ])
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

test("signing out everywhere ends all the sessions of one person, and of nobody else", async () => {
  const [one, two, other] = [
    await cookieOf("leaving@example.org"),
    await cookieOf("leaving@example.org"),
    await cookieOf("staying@example.org"),
  ];
  const { statusCode, headers } = await site.post("/auth/sign-out-everywhere", {}, { cookie: one });
  expect([statusCode, String(headers["set-cookie"])]).toEqual([200, expect.stringMatching(/cahier=;.*Max-Age=0/)]);
  expect(await Promise.all([one, two, other].map(viewer))).toEqual([null, null, expect.anything()]);
  expect((await site.post("/auth/sign-out-everywhere", {})).statusCode).toBe(200);
});

test("a session of the team ends after twelve hours, a participant's after thirty days; what is over is forgotten", async () => {
  const later = (interval: string) =>
    site.database.query(
      "update session set created_at = created_at - $1::interval, expires_at = expires_at - $1::interval",
      [interval],
    );
  const [team, participant] = [await cookieOf("team@example.org"), await cookieOf("participant@example.org")];
  const { id: personId } = await site.database.manager.findOneByOrFail(Persons, { email: "team@example.org" });
  await site.database.manager.insert(RoleGrants, { personId, role: "RAPPORTEUR" });
  const open = async () => (await Promise.all([team, participant].map(viewer))).map(Boolean);
  await later("11 hours 59 minutes");
  expect(await open()).toEqual([true, true]);
  await later("1 minute");
  expect(await open()).toEqual([false, true]);
  await later("29 days 11 hours");
  expect(await open()).toEqual([false, true]);
  await later("2 hours");
  expect(await open()).toEqual([false, false]);
  await site.database.query("update verification set expires_at = now()");
  expect(await purgeSessions(site.database.manager, new Date())).toBeGreaterThan(1);
  expect(await purgeLinks(site.database.manager, new Date())).toBeGreaterThan(0);
  expect(await site.database.manager.count(Sessions)).toBe(0);
  expect(await site.database.manager.count(Verifications)).toBe(0);
  expect(await purgeSessions(site.database.manager, new Date())).toBe(0);
});

test("cookies are never sent in clear where there is TLS", async () => {
  expect(cookieEnd(true)).toBe("; Path=/; SameSite=Lax; Secure");
  await askFor("signs@example.org");
  const { headers } = await site.post("/auth/confirm", { token: tokenSentTo("signs@example.org") });
  const sign = [headers["set-cookie"]].flat().find((cookie) => cookie?.startsWith("signed-in="));
  expect(sign).toMatch(/^signed-in=\S+; Max-Age=2592000; /);
  expect(sign!.endsWith(cookieEnd())).toBe(true);
});

test("a link waits in the outbox: what a mail server does not take at first is tried again, and no log names whom", async () => {
  await site.post("/auth/link", { email: "refused@example.org" });
  const rows = () =>
    site.database.query<{ recipient: string | null; sent: boolean }[]>(
      "select distinct recipient, sent_at is not null as sent from outgoing_mail where key like 'sign-in %'",
    );
  await expect.poll(rows).toEqual([{ recipient: null, sent: true }]);
});

test("a link that was held back as long as it lives is not sent any more: it would open nothing", async () => {
  const { manager } = site.database;
  const [fresh, old] = [Date.now(), Date.now() - 14.5 * 60_000];
  for (const [key, made] of Object.entries({ fresh, old })) {
    vi.setSystemTime(made);
    await leaveSignIn(manager, `${key}@example.org`, `${config.origin}/sign-in/confirm?token=${key}`, "fr");
  }
  vi.useRealTimers();
  await sendMails(manager, deliver);
  await expect.poll(() => tokenSentTo("fresh@example.org")).toBe("fresh");
  expect(tokenSentTo("old@example.org")).toBe("");
  expect(await site.database.query("select from outgoing_mail where recipient is not null")).toEqual([]);
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

test("people set their name and their language themselves", async () => {
  const cookie = await cookieOf("unnamed@example.org");
  const edit = (displayName: string) =>
    site.ask(
      `mutation { editProfile(input: { displayName: "${displayName}", language: en }) { problems { code field } } }`,
      { cookie },
    );
  for (const [name, code] of [
    [" ", "REQUIRED"],
    ["06 12 34 56 78", "CARRIES_CONTACT"],
  ])
    expect((await edit(name!)).json().data.editProfile.problems).toEqual([{ code, field: "displayName" }]);
  for (let n = 0; n < 2; n++) expect((await edit("Inès Roy")).json().data.editProfile.problems).toEqual([]);
  expect(await viewer(cookie)).toEqual({ displayName: "Inès Roy", language: "en", roles: [] });
  const named = `select count(*)::int from journal_entry j join person p on p.id = j.actor_id
    where p.email = 'unnamed@example.org' and j.event = 'person.named'`;
  expect(await site.database.query(named)).toEqual([{ count: 1 }]);
});

test("an act that somebody did is done in nobody else's name who signs in on their device", async () => {
  const [ana, zoe] = [await personWith(site.database, []), await personWith(site.database, [])];
  const cookie = await cookieOfPerson(site.database, ana);
  const askedBy = async (person: string) =>
    (await site.ask("{ viewer { id } }", { cookie, [inNameOfHeader]: person })).json().data.viewer;
  expect(await askedBy(ana)).toEqual({ id: ana });
  expect(await askedBy(zoe)).toBeNull();
});
