import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { mailed } from "../../../../test/site/mailed.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const act = acting(api);

const proposalNumbered = async (number: number) =>
  (
    await api.database.query<{ id: string; title: string }[]>("select id, title from proposal where number = $1", [
      number,
    ])
  )[0]!;

/** Supplies an argument to a proposal, and leaves an address. */
async function supplied(email: string, more: object = {}) {
  const { id: proposalId } = await proposalNumbered(2);
  const input = {
    key: randomUUID(),
    proposalId,
    slot: "AGAINST",
    text: "Un zinzolin se rembourse, même quand on échoue.",
    territory: "bretagne",
    appearance: "ANONYMOUS",
    ...more,
  };
  const { own } = await act("supplyProposal", input, "own { code awaits supply { id } }");
  const left = await act("leaveAddress", { code: own.code, email, language: "fr" }, "awaits");
  return { code: own.code as string, awaits: own.awaits, id: own.supply.id as string, left };
}

const takeUp = (contributionId: string) =>
  act(
    "takeUpSupply",
    { contributionId, as: "OBJECTION", key: randomUUID(), text: "Que devient une avance perdue ?" },
    "",
    rapporteur,
  );
const { mailsTo, listeners } = mailed(api);
const awaits = async (code: string) =>
  (await api.ask("query ($code: String!) { ownSupply(code: $code) { awaits } }", { code })).data.ownSupply.awaits;

test("whoever supplies something is told once that it was taken up; then the address is erased", async () => {
  const one = await supplied("apporte@exemple.fr");
  expect([one.awaits, one.left]).toEqual([false, { problems: [], awaits: true }]);
  expect(await awaits(one.code)).toBe(true);
  expect((await takeUp(one.id)).problems).toEqual([]);
  const [mail] = await mailsTo("apporte@exemple.fr");
  expect(mail!.subject).toBe("Ce que vous avez apporté est repris");
  expect(mail!.text).toContain("Repris comme objection.");
  expect(mail!.text).toContain(`/contributions/${one.id}`);
  expect(mail!.text).not.toMatch(/zinzolin/i);
  expect(mail!.text).not.toContain(one.code);
  expect(await listeners()).not.toContain("apporte@exemple.fr");
  expect(await awaits(one.code)).toBeNull();
  expect((await takeUp(one.id)).problems).toEqual([]);
  expect(await mailsTo("apporte@exemple.fr")).toHaveLength(1);
});

test("what is not to be published cannot be taken up: no address is asked for it", async () => {
  const { awaits: asked, left } = await supplied("garde@exemple.fr", { appearance: "UNPUBLISHED" });
  expect([asked, left.problems]).toEqual([null, [{ code: "NOT_NOW", field: "email" }]]);
});

test("taken back, it is told to nobody, and the address is erased", async () => {
  const { code } = await supplied("repris@exemple.fr");
  await act("withdrawSupply", { code }, "");
  expect(await listeners()).not.toContain("repris@exemple.fr");
  expect(await awaits(code)).toBeNull();
});

test("a proposal that is over settles nothing any more: the addresses that waited for it are erased", async () => {
  const { code } = await supplied("close@exemple.fr");
  const { id } = await proposalNumbered(2);
  const [{ version }] = await api.database.query<[{ version: number }]>("select version from proposal where id = $1", [
    id,
  ]);
  const done = await act("withdrawProposal", { id, version, reason: "Nous n’en voulons plus." }, "", rapporteur);
  expect(done.problems).toEqual([]);
  expect(await listeners()).toEqual([]);
  expect(await awaits(code)).toBeNull();
  const late = await act("leaveAddress", { code, email: "tard@exemple.fr", language: "fr" }, "awaits");
  expect(late.problems).toEqual([{ code: "NOT_NOW", field: "email" }]);
});
