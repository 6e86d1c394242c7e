import { expect, test } from "vitest";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { purgeAddressChanges } from "./address.commands.ts";

const site = testSite();
const rows = <Row = any>(text: string, values: unknown[] = []) => site.database.query<Row[]>(text, values);

const act = async (name: string, input: string, cookie: string, wanted = "") => {
  const query = `mutation { ${name}(input: { ${input} }) { problems { code field } ${wanted} } }`;
  const { data, errors } = (await site.ask(query, { cookie })).json();
  return errors ? errors[0].extensions.code : data[name];
};
const answer = async (token: string, agreed = true, cookie = "") => {
  const { problems, outcome } = await act("answerAddress", `token: "${token}", agreed: ${agreed}`, cookie, "outcome");
  return problems[0]?.code ?? outcome;
};
const emailOf = async (id: string) => (await rows("select email from person where id = $1", [id]))[0].email;
const newAddressOf = async (cookie: string) =>
  (await site.ask("{ viewer { newAddress } }", { cookie })).json().data.viewer.newAddress;
const isIn = async (cookie: string) => (await site.ask("{ viewer { id } }", { cookie })).json().data.viewer !== null;

/** Links in the mails to an address, the last one first. */
async function sentTo(address: string) {
  const mails = await rows<{ text: string }>(
    "select text from outgoing_mail where recipient = $1 order by queued_at desc",
    [address],
  );
  return mails.map(({ text }) => /\/mails\/address\/(\S+)/.exec(text)?.[1] ?? null);
}

/** Somebody who asked for another address: the links that each of the two was sent. */
async function asking() {
  const id = await personWith(site.database, []);
  await rows("update person set email_verified = true where id = $1", [id]);
  const [here, elsewhere] = [await cookieOf(site.database, id), await cookieOf(site.database, id)];
  const [old, next] = [await emailOf(id), `new-${id}@example.org`];
  const asked = await act("changeAddress", `address: " ${next.toUpperCase()} "`, here, "waitsForBoth");
  expect(asked).toEqual({ problems: [], waitsForBoth: true });
  const [oldLink, newLink] = [(await sentTo(old))[0]!, (await sentTo(next))[0]!];
  return { id, here, elsewhere, old, next, oldLink, newLink };
}

test("an address changes once both addresses agreed, in either order; other sessions end and both are told", async () => {
  for (const order of ["old", "new"]) {
    const it = await asking();
    const [first, second] = order === "old" ? [it.oldLink, it.newLink] : [it.newLink, it.oldLink];
    expect(await answer(first)).toBe("WAITS");
    // Pressed again, since the answer may have been lost.
    expect([await emailOf(it.id), await answer(first), await answer(first, false)]).toEqual([it.old, "WAITS", "GONE"]);
    expect(await answer(second, true, it.here)).toBe("MADE");
    expect(await emailOf(it.id)).toBe(it.next);
    expect([await isIn(it.here), await isIn(it.elsewhere)]).toEqual([true, false]);
    expect([(await sentTo(it.old)).length, (await sentTo(it.next)).length]).toEqual([2, 2]);
    expect([await answer(second), await answer(first), await newAddressOf(it.here)]).toEqual(["MADE", "MADE", null]);
    expect([(await sentTo(it.old)).length, (await sentTo(it.next)).length]).toEqual([2, 2]);
  }
});

test("one no ends the change and is told; from the address in force it ends every session", async () => {
  const byNew = await asking();
  expect(await answer(byNew.newLink, false)).toBe("REFUSED");
  expect([await answer(byNew.newLink, false), await answer(byNew.newLink)]).toEqual(["REFUSED", "REFUSED"]);
  expect([await answer(byNew.oldLink), await isIn(byNew.here)]).toEqual(["GONE", true]);
  expect((await sentTo(byNew.old)).length).toBe(2);
  const byOld = await asking();
  expect(await answer(byOld.newLink)).toBe("WAITS");
  expect(await answer(byOld.oldLink, false)).toBe("REFUSED");
  expect([await isIn(byOld.here), await isIn(byOld.elsewhere)]).toEqual([false, false]);
  expect(await emailOf(byOld.id)).toBe(byOld.old);
});

test("a change that is not agreed to within a day is over, and forgotten", async () => {
  const it = await asking();
  expect(await answer(it.newLink)).toBe("WAITS");
  expect(await purgeAddressChanges(site.database.manager, new Date(Date.now() + 23 * 3_600_000))).toBe(0);
  await rows("update address_change set expires_at = now() - interval '1 second'");
  expect(await answer(it.oldLink)).toBe("GONE");
  expect(await purgeAddressChanges(site.database.manager, new Date())).toBeGreaterThan(0);
});

test("the answer does not tell who has an address, which is written to; nothing typed wrong is taken, nor asked without an end", async () => {
  const [it, other] = [await asking(), await asking()];
  expect(await act("changeAddress", `address: "${other.old}"`, it.here, "waitsForBoth")).toEqual({
    problems: [],
    waitsForBoth: true,
  });
  expect((await sentTo(other.old))[0]).toBeNull();
  for (const [given, code] of [
    ["no address", "NOT_AN_EMAIL"],
    [it.old, "SAME_ADDRESS"],
  ])
    expect((await act("changeAddress", `address: "${given}"`, it.here)).problems).toEqual([{ code, field: "address" }]);
  expect(await act("changeAddress", `address: "x@example.org"`, "")).toBe("UNAUTHENTICATED");
  await act("changeAddress", `address: "y@example.org"`, it.here);
  expect((await act("changeAddress", `address: "z@example.org"`, it.here)).problems[0].code).toBe("TOO_MANY_TRIES");
});

test("asked for twice at once it is one change with one mail to each; asked for again later, its links are new", async () => {
  const it = await asking();
  const again = () => act("changeAddress", `address: "${it.next}"`, it.here, "waitsForBoth");
  const count = async () => [(await sentTo(it.old)).length, (await sentTo(it.next)).length];
  expect(await Promise.all([again(), again()])).toEqual(Array(2).fill({ problems: [], waitsForBoth: true }));
  expect([await count(), await answer(it.oldLink)]).toEqual([[1, 1], "WAITS"]);
  await rows("update address_change set expires_at = expires_at - interval '10 minutes' where person_id = $1", [it.id]);
  expect(await again()).toEqual({ problems: [], waitsForBoth: true });
  expect([await count(), await answer(it.newLink)]).toEqual([[2, 2], "GONE"]);
  expect(await answer((await sentTo(it.next))[0]!)).toBe("WAITS");
});

test("an address that nothing proved is not waited for", async () => {
  const id = await personWith(site.database, []);
  const cookie = await cookieOf(site.database, id);
  await act("changeAddress", `address: "right-${id}@example.org"`, cookie);
  expect(await answer((await sentTo(`right-${id}@example.org`))[0]!)).toBe("MADE");
});
