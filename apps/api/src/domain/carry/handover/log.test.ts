import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { carrying, inDays, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";

const api = seededApi();
const { act, see, open, handedOver, replied } = carrying(api);

/** A handover with one line in its log. */
async function noted(isContact: boolean, on = today) {
  const { handover } = await open();
  const line = { id: handover.id, key: randomUUID(), on, text: "Appel au service.", isContact };
  return (await act("noteHandover", line)).handover;
}

test("a line of the log is put right: the first contact moves with its day, and two who do it lose nothing", async () => {
  const { id, version, log } = await noted(true);
  const line = { id, entryId: log[0].id, version, on: inDays(-3), text: "Courriel au service." };
  const { handover } = await act("editHandoverEntry", line);
  expect(handover).toMatchObject({
    contactedOn: inDays(-3),
    log: [{ id: log[0].id, on: inDays(-3), text: "Courriel au service." }],
  });
  // A retry changes nothing; what somebody else writes over it is refused.
  expect((await act("editHandoverEntry", line)).handover.version).toBe(handover.version);
  expect((await act("editHandoverEntry", { ...line, text: "Autre chose." })).problems).toMatchObject([
    { code: "STALE", field: "version" },
  ]);
  const typo = { ...line, version: handover.version, on: "1900-01-01" };
  expect((await act("editHandoverEntry", typo)).problems).toMatchObject([
    { code: "OUT_OF_RANGE", field: "on", value: "≥ 2000" },
  ]);
  const late = { ...line, version: handover.version, on: inDays(1) };
  expect((await act("editHandoverEntry", late)).problems).toMatchObject([{ code: "NOT_YET", field: "on" }]);
});

test("a line is taken away, and the first contact that it told with it; unless the proposal was handed over since", async () => {
  const contact = await noted(true, inDays(-2));
  const { id, version, log } = contact;
  const gone = await act("removeHandoverEntry", { id, version, entryId: log[0].id });
  expect(gone.handover).toMatchObject({ log: [], contactedOn: null, state: "IDENTIFIED" });
  // A retry finds it gone; what somebody else writes over it is refused.
  const again = await act("removeHandoverEntry", { id, version, entryId: log[0].id });
  expect(again).toMatchObject({ problems: [], handover: { log: [], version: gone.handover.version } });
  const over = { id, version, entryId: log[0].id, on: today, text: "Appel." };
  expect((await act("editHandoverEntry", over)).problems).toMatchObject([{ code: "GONE", field: "entryId" }]);

  const other = await noted(true, inDays(-2));
  const handing = { id: other.id, version: other.version, documentTitle: "Lettre", on: inDays(-1), replyBy: null };
  const handed = (await act("handOver", handing)).handover;
  const late = { id: other.id, version: handed.version, entryId: other.log[0].id, on: today, text: "Appel." };
  expect((await act("editHandoverEntry", late)).problems).toMatchObject([{ code: "DAYS_OUT_OF_ORDER", field: "on" }]);
  const removed = await act("removeHandoverEntry", { id: other.id, version: handed.version, entryId: other.log[0].id });
  expect(removed.handover).toMatchObject({ log: [], contactedOn: inDays(-1) });
});

test("of two people who note the first contact at once one tells it: it goes with that line, and with no other", async () => {
  const { id } = await noted(true, inDays(-2));
  const second = { id, key: randomUUID(), on: today, text: "Courriel au service.", isContact: true };
  const { handover } = await act("noteHandover", second);
  expect(handover.contactedOn).toBe(inDays(-2));
  expect(handover.log.map(({ isContact }: { isContact: boolean }) => isContact)).toEqual([true, false]);
  const { version } = (await act("removeHandoverEntry", { id, version: handover.version, entryId: second.key }))
    .handover;
  const gone = await act("removeHandoverEntry", { id, version, entryId: handover.log[0].id });
  expect(gone.handover).toMatchObject({ log: [], contactedOn: null, state: "IDENTIFIED" });
});

test("what everybody reads at once carries no address and no telephone number: nor does any other word of a handover", async () => {
  const refused = (field: string) => [{ code: "PRIVATE_CONTACT", field }];
  const { id } = await handedOver();
  const text = "Rappeler Jeanne au 06 12 34 56 78.";
  const line = { id, key: randomUUID(), on: today, text, isContact: false };
  expect((await act("noteHandover", line)).problems).toMatchObject(refused("text"));
  expect((await open({ ask: "Écrire à jeanne@exemple.fr." })).problems).toMatchObject(refused("ask"));
  const { version } = await see(id);
  expect((await act("editHandover", { id, version, ask: text })).problems).toMatchObject(refused("ask"));
  const reply = { id, version, on: today, stance: "ACCEPTED", text, way: "POST" };
  expect((await act("recordReply", reply)).problems).toMatchObject(refused("text"));
  const { id: handoverId } = await replied();
  const commitment = { id: randomUUID(), handoverId, version: 0, text };
  expect((await act("writeCommitment", commitment)).problems).toMatchObject(refused("text"));
  const held = { id: handoverId, version: (await see(handoverId)).version };
  expect((await act("endHandover", { ...held, as: "ABANDONED", reason: text })).problems).toMatchObject(
    refused("reason"),
  );
  const title = { id, version, on: today, documentTitle: text, replyBy: null };
  expect((await act("handOver", title)).problems).toMatchObject(refused("documentTitle"));
  const again = { ...held, on: today, stance: "ACCEPTED", text: "Oui.", way: "POST", correction: text };
  expect((await act("recordReply", again)).problems).toMatchObject(refused("correction"));
  const kept = { ...commitment, text: "Relayer." };
  expect((await act("writeCommitment", kept)).problems).toEqual([]);
  const settled = { id: kept.id, version: 1, state: "DONE", reason: text };
  expect((await act("settleCommitment", settled)).problems).toMatchObject(refused("reason"));
  // The page of an office is no private matter.
  expect((await act("noteHandover", { ...line, text: "Délibération : www.exemple.fr/12." })).problems).toEqual([]);
});

test("a log has two hundred lines at most, and says so", async () => {
  const { id, version } = await noted(false);
  const lines = `(select jsonb_agg(jsonb_build_object('key', gen_random_uuid(), 'on', '${today}', 'text', 'Appel.'))
    from generate_series(1, 200))`;
  await api.database.query(`update handover set log = ${lines} where id = $1`, [id]);
  const line = { id, key: randomUUID(), on: today, text: "Encore un appel.", isContact: false };
  expect((await act("noteHandover", line)).problems).toMatchObject([
    { code: "LIST_FULL", field: "text", value: "200" },
  ]);
  const [first] = (await see(id)).log;
  expect((await act("removeHandoverEntry", { id, version, entryId: first.id })).problems).toEqual([]);
  expect((await act("noteHandover", line)).problems).toEqual([]);
});

test("whoever may not write to the log does not put it right either", async () => {
  const { id, version, log } = await noted(false);
  const referent = await holderOf(api.database, "REFERENT");
  const asked =
    "mutation ($input: RemoveHandoverEntryInput!) { removeHandoverEntry(input: $input) { problems { code } } }";
  const input = { id, version, entryId: log[0].id };
  expect((await api.ask(asked, { input }, referent)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect((await api.ask(asked, { input })).errors?.[0]?.extensions.code).toBeDefined();
});
