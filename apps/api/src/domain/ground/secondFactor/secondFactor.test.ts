import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { remake } from "../../../rotation.ts";
import { secret } from "../../../platform/secret.ts";
import { codeAt, stepAt } from "./totp.ts";

const site = testSite();
const rows = <Row = any>(text: string, values: unknown[] = []) => site.database.query<Row[]>(text, values);

/** The clock of the API, moved: nobody waits for a code. */
function at(seconds: number) {
  vi.useFakeTimers({ toFake: ["Date"], now: start + seconds * 1000 });
}
const start = Date.now();
// Files share a process: the next one has the time of the day again.
afterAll(() => void vi.useRealTimers());

const ask = async (query: string, cookie: string) => (await site.ask(query, { cookie })).json().data;
const act = async (name: string, input: Record<string, string>, cookie: string, wanted = "") => {
  const given = Object.entries(input).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const query = `mutation { ${name}(input: { ${given.join(" ")} }) { problems { code field } ${wanted} } }`;
  const { data, errors } = (await site.ask(query, { cookie })).json();
  return errors ? errors[0].extensions.code : data[name];
};
const who = (cookie: string) =>
  ask("{ sessionAwaits viewer { roles { role } secondFactor { enrolledOn enrolBy awaited } } }", cookie);
const codeOf = (key: string) => codeAt(key, stepAt(new Date()));
const give = async (code: string, cookie: string) => {
  const answer = await site.post("/auth/code", { code }, { cookie });
  const opened = String(answer.headers["set-cookie"]).split(";")[0]!;
  return { status: answer.statusCode, code: answer.json().problems?.[0]?.code, cookie: opened };
};

/** Somebody with roles, who enrolled: their secret, their recovery codes, and the browser where they did. */
async function enrolled(...roles: Role[]) {
  const id = await personWith(site.database, roles);
  await rows("update person set email_verified = true where id = $1", [id]);
  const cookie = await cookieOf(site.database, id);
  const { secret: key, link } = await act("beginSecondFactor", {}, cookie, "secret link");
  const done = await act("confirmSecondFactor", { code: codeOf(key) }, cookie, "recoveryCodes");
  expect(done.problems).toEqual([]);
  return { id, cookie, key: key as string, link: link as string, recovery: done.recoveryCodes as string[] };
}

test("a code of the authenticator makes a session whole, and until then it is nobody's", async () => {
  at(0);
  const elsewhere = await personWith(site.database, ["MODERATOR"]);
  const { id, cookie, key, link } = await enrolled("ADMINISTRATOR");
  expect(link).toMatch(/^otpauth:\/\/totp\/[^?]+\?secret=[A-Z2-7]{32}&issuer=/);
  expect(await who(cookie)).toMatchObject({ sessionAwaits: null, viewer: { roles: [{ role: "ADMINISTRATOR" }] } });
  const fresh = await cookieOf(site.database, id);
  expect(await who(fresh)).toEqual({ sessionAwaits: "CODE", viewer: null });
  expect((await site.post("/my-data/file", {}, { cookie: fresh })).statusCode).toBe(401);
  expect(await act("endSecondFactor", { code: codeOf(key) }, fresh)).toBe("UNAUTHENTICATED");
  expect(await give("000000", fresh)).toMatchObject({ status: 422, code: "NOT_THE_CODE" });
  at(60);
  const opened = await give(codeOf(key), fresh);
  expect(opened.status).toBe(200);
  expect(await who(opened.cookie)).toMatchObject({
    sessionAwaits: null,
    viewer: { roles: [{ role: "ADMINISTRATOR" }] },
  });
  // The token of before opens nothing any more, and a session that awaits nothing takes no code.
  expect((await who(fresh)).viewer).toBeNull();
  expect(await give(codeOf(key), opened.cookie)).toMatchObject({ status: 410 });
  expect(await give(codeOf(key), await cookieOf(site.database, elsewhere))).toMatchObject({ status: 410 });
});

test("a code is taken once, for a minute and a half, and five tries in a quarter of an hour", async () => {
  at(0);
  const { id, key } = await enrolled("MODERATOR");
  at(60);
  const [code, late] = [codeOf(key), codeAt(key, stepAt(new Date()) - 4)];
  const both = await Promise.all([0, 1].map(async () => give(code, await cookieOf(site.database, id))));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  const fresh = await cookieOf(site.database, id);
  expect(await give(late, fresh)).toMatchObject({ status: 422 });
  at(120);
  for (const tried of ["", "abc"]) expect(await give(tried, fresh)).toMatchObject({ code: "NOT_THE_CODE" });
  expect(await give(codeOf(key), fresh)).toMatchObject({ status: 429, code: "TOO_MANY_TRIES" });
  await rows("update rate_window set ends_at = now()");
  expect(await give(codeOf(key), fresh)).toMatchObject({ status: 200 });
});

test("tries of a wrong code are counted where a second factor is ended too, though nothing is done", async () => {
  at(0);
  const { cookie, key } = await enrolled("ADMINISTRATOR");
  const tries = [];
  for (let n = 0; n < 6; n++) tries.push((await act("endSecondFactor", { code: "000000" }, cookie)).problems[0].code);
  expect(tries.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "NOT_THE_CODE"));
  expect(tries.at(-1)).toBe("TOO_MANY_TRIES");
  await rows("update rate_window set ends_at = now()");
  at(90);
  for (let n = 0; n < 2; n++)
    expect((await act("endSecondFactor", { code: codeOf(key) }, cookie)).problems).toEqual([]);
  expect((await who(cookie)).viewer.secondFactor.enrolledOn).toBeNull();
});

test("a recovery code stands once for the telephone, and its holder is told", async () => {
  at(0);
  const { id, recovery } = await enrolled("ADMINISTRATOR");
  expect(recovery).toHaveLength(10);
  const [code] = recovery;
  const opened = await give(` ${code!.toUpperCase()} `, await cookieOf(site.database, id));
  expect(opened.status).toBe(200);
  expect(await give(code!, await cookieOf(site.database, id))).toMatchObject({ status: 422 });
  const renewed = await act("renewRecoveryCodes", { code: recovery[1]! }, opened.cookie, "recoveryCodes");
  expect(renewed.recoveryCodes).toHaveLength(10);
  expect(await give(recovery[2]!, await cookieOf(site.database, id))).toMatchObject({ status: 422 });
  const told = await rows("select text from outgoing_mail where key like $1 order by queued_at", [
    `second factor ${id}%`,
  ]);
  expect(told).toHaveLength(2);
  expect(JSON.stringify(await rows("select * from second_factor"))).not.toContain(renewed.recoveryCodes[0]);
});

test("whoever lost an answer sends again, and has the same recovery codes: nothing is done twice", async () => {
  at(0);
  const id = await personWith(site.database, ["ADMINISTRATOR"]);
  await rows("update person set email_verified = true where id = $1", [id]);
  const cookie = await cookieOf(site.database, id);
  const { secret: key } = await act("beginSecondFactor", {}, cookie, "secret");
  const confirm = { code: codeOf(key), key: randomUUID() };
  const first = await sentTwice(site.database, () => act("confirmSecondFactor", confirm, cookie, "recoveryCodes"));
  at(300);
  const late = await act("confirmSecondFactor", { ...confirm, code: codeOf(key) }, cookie, "recoveryCodes");
  expect(late).toEqual({ problems: [], recoveryCodes: first.recoveryCodes });
  // By another try it is no second one.
  const other = { ...confirm, key: randomUUID() };
  expect((await act("confirmSecondFactor", other, cookie)).problems).toEqual([{ code: "NOT_READY", field: "code" }]);

  const renew = { code: first.recoveryCodes[0], key: randomUUID() };
  const fresh = await sentTwice(site.database, () => act("renewRecoveryCodes", renew, cookie, "recoveryCodes"));
  const again = await act("renewRecoveryCodes", renew, cookie, "recoveryCodes");
  expect(again.recoveryCodes).toEqual(fresh.recoveryCodes);
  expect(fresh.recoveryCodes).not.toContain(first.recoveryCodes[1]);
  const spent = { ...renew, key: randomUUID() };
  expect((await act("renewRecoveryCodes", spent, cookie)).problems).toEqual([{ code: "NOT_THE_CODE", field: "code" }]);
  expect(await give(fresh.recoveryCodes[9], await cookieOf(site.database, id))).toMatchObject({ status: 200 });
});

test("whoever lost all has it taken away by another administrator, which is written down and told", async () => {
  at(0);
  const [lost, other] = [await enrolled("ADMINISTRATOR"), await enrolled("ADMINISTRATOR")];
  const moderator = await cookieOf(site.database, await personWith(site.database, ["MODERATOR"]));
  expect(await act("resetSecondFactor", { personId: lost.id }, moderator)).toBe("FORBIDDEN");
  expect(await act("resetSecondFactor", { personId: lost.id }, lost.cookie)).toBe("FORBIDDEN");
  expect((await act("resetSecondFactor", { personId: lost.id }, other.cookie)).problems).toEqual([]);
  expect((await who(lost.cookie)).viewer).toBeNull();
  const [written] = await rows(
    "select actor_id from journal_entry where event = 'secondFactor.reset' and subject_id = $1",
    [lost.id],
  );
  expect(written.actor_id).toBe(other.id);
  expect(await rows("select from outgoing_mail where key like $1", [`second factor ${lost.id} RESET%`])).toHaveLength(
    1,
  );
  expect(await who(await cookieOf(site.database, lost.id))).toMatchObject({ sessionAwaits: null });
});

test("where it is asked, a role holds seven days without a second factor, then waits for one", async () => {
  at(0);
  const id = await personWith(site.database, ["ADMINISTRATOR"]);
  const cookie = await cookieOf(site.database, id);
  const roles = async () => {
    const { sessionAwaits, viewer } = await who(cookie);
    return [sessionAwaits, viewer.roles.length, viewer.secondFactor.awaited, Boolean(viewer.secondFactor.enrolBy)];
  };
  expect(await roles()).toEqual([null, 1, false, true]);
  await rows("update role_grant set granted_at = now() - interval '7 days 1 minute' where person_id = $1", [id]);
  expect(await roles()).toEqual(["ENROLMENT", 0, true, false]);
  expect(await act("createTheme", { name: "x" }, cookie)).not.toMatchObject({ problems: [] });
  const { secret: key } = await act("beginSecondFactor", {}, cookie, "secret");
  expect((await act("confirmSecondFactor", { code: "12" }, cookie)).problems[0].code).toBe("NOT_THE_CODE");
  expect(await roles()).toEqual(["ENROLMENT", 0, true, false]);
  expect((await act("confirmSecondFactor", { code: codeOf(key) }, cookie)).problems).toEqual([]);
  expect(await roles()).toEqual([null, 1, false, false]);
});

test("an instance asks it of nobody, of those who administer, or of those who moderate too; of fictional people never", async () => {
  at(0);
  const people = await Promise.all(
    (["ADMINISTRATOR", "MODERATOR", "RAPPORTEUR"] as const).map((role) => personWith(site.database, [role])),
  );
  await rows("update role_grant set granted_at = now() - interval '8 days' where person_id = any($1)", [people]);
  const cookies = await Promise.all(people.map((id) => cookieOf(site.database, id)));
  const awaited = async () =>
    (await Promise.all(cookies.map(who))).map(({ sessionAwaits }) => sessionAwaits === "ENROLMENT");
  const choose = (rule: string) =>
    rows(
      "insert into instance (name, languages, second_factor) values ('', 'BOTH', $1) on conflict (id) do update set second_factor = $1",
      [rule],
    );
  expect(await awaited()).toEqual([true, false, false]);
  await choose("MODERATORS");
  expect(await awaited()).toEqual([true, true, false]);
  await choose("NOBODY");
  expect(await awaited()).toEqual([false, false, false]);
  await choose("MODERATORS");
  await rows("update person set fictional = true where id = any($1)", [people]);
  expect(await awaited()).toEqual([false, false, false]);
  await choose("ADMINISTRATORS");
});

test("a telephone is changed with a code of the one before, and codes go on working under another secret of the site", async () => {
  at(0);
  const { id, cookie, key } = await enrolled("ADMINISTRATOR");
  expect((await act("beginSecondFactor", {}, cookie)).problems[0].code).toBe("NOT_THE_CODE");
  at(60);
  const { secret: next } = await act("beginSecondFactor", { code: codeOf(key) }, cookie, "secret");
  expect((await act("confirmSecondFactor", { code: codeOf(next) }, cookie)).problems).toEqual([]);
  at(120);
  expect(await give(codeOf(key), await cookieOf(site.database, id))).toMatchObject({ status: 422 });
  const sealed = async () =>
    (await rows("select secret_sealed from second_factor where person_id = $1", [id]))[0].secret_sealed;
  const before = await sealed();
  await site.database.transaction((db) => remake(db, secret(), secret(), new Date()));
  expect(await sealed()).not.toBe(before);
  expect(await give(codeOf(next), await cookieOf(site.database, id))).toMatchObject({ status: 200 });
});

test("codes are those of RFC 6238", () => {
  // The secret of its appendix B is « 12345678901234567890 »; its eight digits end with these six.
  const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const codes = [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((time) =>
    codeAt(key, stepAt(new Date(time * 1000))),
  );
  expect(codes).toEqual(["287082", "081804", "005924", "353130"]);
});
