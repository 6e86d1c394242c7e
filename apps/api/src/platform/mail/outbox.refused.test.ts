import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { testApi } from "../../../test/site/api.ts";
import { smtpStub } from "../../../test/site/smtp.ts";
import { mailer } from "./mail.ts";
import { leaveMail, mailFigures, sendMails } from "./outbox.ts";

const api = testApi();
const config = { mailFrom: "cahier@example.org", demo: false, origin: "https://cahier.example.org" };
let stub: Awaited<ReturnType<typeof smtpStub>>;
let deliver: ReturnType<typeof mailer>;

beforeAll(async () => {
  stub = await smtpStub();
  deliver = mailer({ ...config, smtpUrl: stub.url });
});
afterAll(() => stub.close());
beforeEach(async () => {
  await api.database.query("delete from outgoing_mail");
  stub.taken.length = 0;
});

const leave = (key: string) =>
  leaveMail(api.database.manager, {
    key,
    to: `${key}@example.org`,
    subject: "Objet",
    text: "Zinzolin",
    language: "fr",
  });
const send = () => sendMails(api.database.manager, deliver);
const later = (interval: string) =>
  api.database.query(
    "update outgoing_mail set queued_at = queued_at - $1::interval, next_attempt_at = next_attempt_at - $1::interval",
    [interval],
  );

test("an address that is refused for good is given up at once, unnamed; one that we may not write to from here waits", async () => {
  for (const key of ["a", "b", "c", "d", "e"]) await leave(key);
  stub.refuses.set("a@example.org", "550 5.1.1 <a@example.org> nobody").set("b@example.org", "550 relay not permitted");
  stub.refuses.set("c@example.org", "550 5.7.1 blocked").set("d@example.org", "452 4.2.2 full");
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await send()).toBe(1);
  const told = said.mock.calls.map(([line]) => String(line)).join("");
  said.mockRestore();
  expect(told).toContain("A mail was given up: its address is refused.");
  expect(told).not.toContain("example.org");
  expect(await mailFigures(api.database.manager)).toEqual({ waiting: 3, failing: 3, givenUp: 1 });
  const [refused] = await api.database.query("select * from outgoing_mail where key = 'a'");
  expect(refused).toMatchObject({ trouble: "550", attempts: 1, recipient: null, subject: null, text: null });
  stub.refuses.clear();
  await later("61 seconds");
  expect(await send()).toBe(3);
  expect(stub.taken.map(({ to }) => to)).not.toContain("a@example.org");
});

test("what was left during an hour without a mail server leaves once each, as it was left, within the next hour", async () => {
  const away = mailer({ ...config, smtpUrl: "smtp://127.0.0.1:1" });
  const all = Array.from({ length: 12 }, (_, n) => `n${String(n).padStart(2, "0")}`);
  for (const key of all) {
    await leave(key);
    // A round at each of five minutes.
    for (let minute = 0; minute < 5; minute++) {
      expect(await sendMails(api.database.manager, away)).toBe(0);
      await later("1 minute");
    }
  }
  expect(await mailFigures(api.database.manager)).toMatchObject({ waiting: 12, givenUp: 0 });
  const untried = await api.database.query("select key from outgoing_mail where attempts = 0 order by key");
  const due = await api.database.query(
    "select key from outgoing_mail where next_attempt_at <= now() order by next_attempt_at",
  );
  let sent = await send();
  const order = stub.taken.map(({ to }) => to.split("@")[0]);
  expect(order).toEqual(due.map(({ key }: { key: string }) => key));
  expect(order).toEqual(expect.arrayContaining(untried.map(({ key }: { key: string }) => key)));
  for (let minute = 0; minute < 60; minute++) {
    await later("1 minute");
    sent += await send();
  }
  expect(sent).toBe(12);
  expect(stub.taken.map(({ to }) => to).toSorted()).toEqual(all.map((key) => `${key}@example.org`));
});
