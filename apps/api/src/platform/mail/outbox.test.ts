import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApi } from "../../../test/site/api.ts";
import { smtpStub } from "../../../test/site/smtp.ts";
import { statementsOf } from "../../../test/site/statements.ts";
import { openDatabase } from "../data/database.ts";
import { mailer } from "./mail.ts";
import { awaited, declareComposer } from "./composer.ts";
import {
  leaveComposed,
  leaveMail,
  leaveMails,
  mailFigures,
  OutgoingMails,
  purgeMails,
  sendAwaited,
  sendMails,
} from "./outbox.ts";

const api = testApi();
let stub: Awaited<ReturnType<typeof smtpStub>>;
let deliver: ReturnType<typeof mailer>;
let hurried: ReturnType<typeof mailer>;

beforeAll(async () => {
  stub = await smtpStub();
  const config = {
    smtpUrl: stub.url,
    mailFrom: "cahier@example.org",
    demo: false,
    origin: "https://cahier.example.org",
  };
  deliver = mailer(config);
  hurried = mailer(config, { greetingTimeout: 400, socketTimeout: 400, whole: 900 });
});
afterAll(() => stub.close());
beforeEach(async () => {
  await api.database.query("delete from outgoing_mail");
  stub.manner = "takes";
  stub.taken.length = 0;
  stub.tries = 0;
  stub.refuses.clear();
});

const mail = (key: string) => ({
  key,
  to: `${key}@example.org`,
  subject: "Objet",
  text: "Zinzolin",
  language: "fr" as const,
  stopLink: "https://x.example/stop",
});
const leave = (key: string) => api.database.transaction((db) => leaveMail(db, mail(key)));
const send = () => sendMails(api.database.manager, ["hangs", "drips"].includes(stub.manner) ? hurried : deliver);
const row = async () => (await api.database.query<Record<string, any>[]>("select * from outgoing_mail"))[0]!;
const later = (interval: string) =>
  api.database.query(
    "update outgoing_mail set queued_at = queued_at - $1::interval, next_attempt_at = next_attempt_at - $1::interval",
    [interval],
  );

test("many mails are left five hundred in a statement, as each alone is, and none twice", async () => {
  await leave("7");
  const mails = Array.from({ length: 700 }, (_, n) => mail(String(n)));
  let left = 0;
  const asked = await statementsOf(async () => void (left = await leaveMails(api.database.manager, mails)));
  expect([left, asked.length]).toEqual([699, 2]);
  expect(await leaveMails(api.database.manager, mails)).toBe(0);
  expect(await leaveMails(api.database.manager, [])).toBe(0);
  const [{ same }] = await api.database.query<[{ same: number }]>(
    `select count(*)::int as same from outgoing_mail it join outgoing_mail one on one.key = '7'
       and (one.subject, one.text, one.language, one.stop_link) = (it.subject, it.text, it.language, it.stop_link)
     where it.recipient = it.key || '@example.org'`,
  );
  expect(same).toBe(700);
});

test("a mail leaves with what it tells, or not at all; one key makes one mail", async () => {
  const undone = api.database.transaction(async (db) => {
    await leaveMail(db, mail("undone"));
    throw new Error("No.");
  });
  await expect(undone).rejects.toThrow("No.");
  expect(await Promise.all([leave("a"), leave("a"), leave("a")])).toEqual(
    expect.arrayContaining([null, null, expect.any(String)]),
  );
  expect(await send()).toBe(1);
  expect(await leave("a")).toBeNull();
  expect(await send()).toBe(0);
  expect(stub.taken.map(({ to }) => to)).toEqual(["a@example.org"]);
  expect(stub.taken[0]!.text).toContain("List-Unsubscribe: <https://x.example/stop>");
  expect(stub.taken[0]!.text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  // Nobody who is away answers it, and programs know its language.
  expect(stub.taken[0]!.text).toContain("Auto-Submitted: auto-generated");
  expect(stub.taken[0]!.text).toContain("Content-Language: fr");
});

test("a mail is for one address, even where its signs would make two of it", async () => {
  await deliver({ to: "one@example.org,other@example.org", subject: "Objet", text: "Zinzolin" }).catch(() => {});
  expect(stub.taken.filter(({ to }) => to === "one@example.org" || to === "other@example.org")).toEqual([]);
});

test("once it is sent, neither to whom it went nor what it said is kept", async () => {
  await leave("a");
  await send();
  expect(await row()).toMatchObject({ recipient: null, subject: null, text: null, stop_link: null });
  expect(JSON.stringify(await row())).not.toMatch(/example|Zinzolin/);
});

test.each(["later", "never", "hangs", "cuts", "drips"] as const)(
  "a server that answers « %s » is asked again, less and less often, then the mail leaves once",
  async (manner) => {
    await leave("a");
    stub.manner = manner;
    expect(await send()).toBe(0);
    expect(await send()).toBe(0);
    expect((await row()).attempts).toBe(1);
    await later("61 seconds");
    await send();
    await later("61 seconds");
    await send();
    expect(await row()).toMatchObject({ attempts: 2, recipient: "a@example.org" });
    // Neither an address, nor that it is us who gave up: a server that never says what was asked is late.
    expect((await row()).trouble).not.toMatch(/@|EABORT/);
    stub.manner = "takes";
    await later("60 seconds");
    expect(await send()).toBe(1);
    expect(stub.taken).toHaveLength(1);
  },
);

test("one that is refused, or put off, holds nobody else back", async () => {
  for (const key of ["a", "b", "c"]) await leave(key);
  stub.refuses.set("a@example.org", "550 5.7.1 no").set("b@example.org", "451 4.7.1 greylisted");
  expect(await send()).toBe(1);
  expect(stub.taken.map(({ to }) => to)).toEqual(["c@example.org"]);
  stub.refuses.clear();
  await later("61 seconds");
  expect(await send()).toBe(2);
  expect(stub.taken).toHaveLength(3);
});

test("a server that hangs up in the middle of a mail is asked for the next one; twice in a row it ends the round", async () => {
  for (const key of ["a", "b", "c", "d"]) await leave(key);
  const round = (...manners: (typeof stub.manner)[]) =>
    sendMails(api.database.manager, (one) => {
      stub.manner = manners.shift()!;
      return deliver(one);
    });
  expect(await round("cuts", "takes", "cuts", "cuts")).toBe(1);
  expect(stub.taken.map(({ to }) => to)).toEqual(["b@example.org"]);
  await later("61 seconds");
  expect(await round("cuts", "cuts")).toBe(0);
  const tried = await api.database.query("select from outgoing_mail where attempts = 2 and trouble = 'ECONNECTION'");
  expect(tried).toHaveLength(2);
});

test.each(["hangs", "knows nobody"] as const)(
  "a server that is away, or « %s », is asked once a round: mails that were not tried leave as soon as it is back",
  async (manner) => {
    for (const key of ["a", "b", "c"]) await leave(key);
    stub.manner = manner;
    const options = {
      smtpUrl: stub.url.replace("//", "//who:what@"),
      mailFrom: "c@example.org",
      demo: false,
      origin: "https://x.example",
    };
    const round = () => sendMails(api.database.manager, mailer(options, { greetingTimeout: 400, socketTimeout: 400 }));
    expect([await round(), await round()]).toEqual([0, 0]);
    const tried = await api.database.query("select from outgoing_mail where attempts > 0 and trouble is not null");
    expect(tried).toHaveLength(2);
    stub.manner = "takes";
    expect(await send()).toBe(1);
    await later("61 seconds");
    expect(await send()).toBe(2);
  },
);

test("a mail that somebody waits for is behind no other, nor behind one that is on its way", async () => {
  awaited.add("awaited");
  declareComposer("awaited", async (_, noted) => ({ subject: noted, text: noted, language: "fr" }));
  for (const key of ["a", "b"]) await leave(key);
  const composed = (key: string) => ({
    key,
    to: `${key}@example.org`,
    composer: "awaited",
    noted: key,
    stopLink: null,
  });
  const went: string[] = [];
  const { promise: slow, resolve: end } = Promise.withResolvers<void>();
  const round = sendMails(api.database.manager, async ({ to }) => {
    went.push(to);
    if (to === "a@example.org") await slow;
  });
  await expect.poll(() => went).toEqual(["a@example.org"]);
  await leaveComposed(api.database.manager, [composed("one")]);
  expect(await sendAwaited(api.database.manager, async ({ to }) => void went.push(to))).toBe(1);
  await leaveComposed(api.database.manager, [composed("two")]);
  end();
  expect(await round).toBe(3);
  expect(went).toEqual(["a", "one", "two", "b"].map((key) => `${key}@example.org`));
});

test("a mail that went while the database was away is noted once it is back, and goes no second time", async () => {
  await leave("a");
  const { manager } = api.database;
  let away = 2;
  const db = new Proxy(manager, {
    get(of, name) {
      const own: unknown = Reflect.get(of, name, of);
      if (name !== "query") return own;
      return (text: string, values: unknown[]) =>
        text.includes("sent_at = now()") && away-- > 0
          ? Promise.reject(Object.assign(new Error("gone"), { code: "57P01" }))
          : of.query(text, values);
    },
  });
  expect(await sendMails(db, deliver)).toBe(1);
  await later("10 minutes");
  expect(await send()).toBe(0);
  expect(stub.taken).toHaveLength(1);
});

test("after a day it is given up, and this can be seen", async () => {
  await leave("a");
  stub.manner = "later";
  await send();
  await later("25 hours");
  await send();
  expect(await mailFigures(api.database.manager)).toEqual({ waiting: 0, failing: 0, givenUp: 1 });
  expect(await row()).toMatchObject({ trouble: "450", recipient: null, text: null });
});

test("a key is kept for more than a year, so that nothing is told twice; then it is forgotten", async () => {
  await leave("a");
  await send();
  await leave("waits");
  const older = (interval: string) =>
    api.database.query(
      "update outgoing_mail set sent_at = sent_at - $1::interval, queued_at = queued_at - $1::interval",
      [interval],
    );
  const purge = () => purgeMails(api.database.manager, new Date(), "13 months");
  await older("29 days");
  expect(await purge()).toBe(0);
  // One that no mail server took for a month is given up, and emptied.
  await older("361 days");
  expect(await purge()).toBe(1);
  await older("12 days");
  expect(await purge()).toBe(1);
  expect(await row()).toMatchObject({ key: "waits", recipient: null });
});

test("however many processes send at once, each of two hundred mails leaves once", async () => {
  for (let n = 0; n < 200; n++) await leave(`n${n}`);
  const sent = await Promise.all([send(), send(), send(), send()]);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBe(200);
  expect(new Set(stub.taken.map(({ to }) => to)).size).toBe(200);
  expect(stub.taken).toHaveLength(200);
  expect(sent.filter((each) => each > 0).length).toBeGreaterThan(1);
});

test("a process killed between writing a mail and sending it loses nothing: another sends it, once", async () => {
  const { url } = api.database.options as { url: string };
  const platform = new URL("../", import.meta.url).href;
  const script = `
    import { openDatabase } from "${platform}data/database.ts";
    import { leaveMail, OutgoingMails, sendMails } from "${platform}mail/outbox.ts";
    const database = await openDatabase(${JSON.stringify(url)}, { entities: [OutgoingMails], migrations: [] });
    for (let n = 0; n < 5; n++)
      await database.transaction((db) => leaveMail(db, { key: "k" + n, to: "k" + n + "@example.org", subject: "s", text: "t", language: "fr" }));
    void sendMails(database.manager, () => { console.log("taken"); return new Promise(() => {}); });`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  // The four others are there at once; the one that was taken, when its time is over.
  expect(await send()).toBe(4);
  expect(await send()).toBe(0);
  await later("5 minutes");
  expect(await send()).toBe(1);
  expect(stub.taken.map(({ to }) => to).toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `k${n}@example.org`));
  expect(new Set(stub.taken.map(({ id }) => id)).size).toBe(5);
});

test("a look at an empty outbox writes nothing, so kept pages stay kept", async () => {
  const { url } = api.database.options as { url: string };
  const ofMails = { entities: [OutgoingMails], migrations: [] };
  const readOnly = await openDatabase(`${url}?options=-c%20default_transaction_read_only%3Don`, ofMails);
  expect(await sendMails(readOnly.manager, deliver)).toBe(0);
  await readOnly.destroy();
});
