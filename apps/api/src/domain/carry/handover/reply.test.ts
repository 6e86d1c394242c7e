import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { carrying, office, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();
const { act, handedOver, replied } = carrying(api);

describe("the reply, and what follows", () => {
  test("a reply that came by post is kept; put right, it says why, and the journal has what was there", async () => {
    const handover = await replied();
    expect(handover).toMatchObject({ state: "REPLIED", reply: { stance: "PARTLY", way: "POST", correctedOn: null } });
    const right = {
      id: handover.id,
      on: today,
      stance: "ACCEPTED",
      text: "Oui.",
      way: "POST",
      version: handover.version,
    };
    expect((await act("recordReply", right)).problems).toMatchObject([{ code: "REQUIRED", field: "correction" }]);
    const put = await act("recordReply", { ...right, correction: "La lettre disait oui." });
    expect(put.handover.reply).toMatchObject({
      stance: "ACCEPTED",
      correctedOn: today,
      correction: "La lettre disait oui.",
    });
    const [kept] = await api.database.query<{ data: { from: { replyText: string; replyStance: string } } }[]>(
      "select data from journal_entry where event = 'handover.reply_corrected' and subject_id = $1",
      [handover.id],
    );
    expect(kept!.data.from).toMatchObject({ replyStance: "PARTLY", replyText: "Oui, en automne." });
  });

  test("a reply recorded by error is taken back with what it undertook: the answer is waited for again, and why is said", async () => {
    const { id, version } = await replied();
    await act("writeCommitment", { id: randomUUID(), handoverId: id, version: 0, text: "Relayer." });
    const take = { id, version, reason: "C’était la lettre d’un autre service." };
    expect((await act("takeBackReply", { ...take, reason: " " })).problems).toMatchObject([
      { code: "REQUIRED", field: "reason" },
    ]);
    expect((await act("takeBackReply", { ...take, reason: "Voir 06 12 34 56 78." })).problems).toMatchObject([
      { code: "PRIVATE_CONTACT", field: "reason" },
    ]);
    expect((await act("takeBackReply", { ...take, version: version - 1 })).problems).toMatchObject([{ code: "STALE" }]);
    const { handover } = await act("takeBackReply", take);
    const taken = { state: "HANDED_OVER", reply: null, commitments: [], replyTakenBackOn: today };
    expect(handover).toMatchObject({ ...taken, replyTakenBackBecause: take.reason });
    // A second press finds it done; another one finds nothing to take back.
    expect((await act("takeBackReply", take)).handover.version).toBe(handover.version);
    expect((await act("takeBackReply", { ...take, reason: "Autre." })).problems).toMatchObject([
      { code: "NO_REPLY_YET" },
    ]);
    const [kept] = await api.database.query<{ data: object }[]>(
      "select data from journal_entry where event = 'handover.reply_taken_back' and subject_id = $1",
      [id],
    );
    expect(kept!.data).toMatchObject({ from: { replyText: "Oui, en automne." }, commitments: [{ text: "Relayer." }] });
    // The one that comes in truth stands as it came.
    const reply = { id, version: handover.version, on: today, stance: "REFUSED", text: "Non.", way: "POST" };
    expect((await act("recordReply", reply)).handover).toMatchObject({
      state: "REPLIED",
      reply: { stance: "REFUSED", correctedOn: null },
      replyTakenBackOn: null,
    });
  });

  test("a reply that the office wrote by its link is not taken back, not even once it is put right as come by post", async () => {
    const { id, version } = await replied();
    await api.database.query("update handover set reply_way = 'LINK' where id = $1", [id]);
    const refused = async (read: number) =>
      expect((await act("takeBackReply", { id, version: read, reason: "Erreur." })).problems).toMatchObject([
        { code: "NOT_NOW" },
      ]);
    await refused(version);
    const right = { id, version, on: today, stance: "ACCEPTED", text: "Oui.", way: "POST", correction: "Une lettre." };
    const put = (await act("recordReply", right)).handover;
    expect(put.reply).toMatchObject({ way: "POST", correctedOn: today });
    await refused(put.version);
  });

  test("a reply that passes the ask on names an office, another one", async () => {
    const { id, version } = await handedOver();
    const reply = { id, version, on: today, stance: "PASSED_ON", text: "Ce n’est pas nous.", way: "SPOKEN" };
    expect((await act("recordReply", reply)).problems).toMatchObject([{ code: "REQUIRED", field: "passedTo" }]);
    expect((await act("recordReply", { ...reply, passedTo: office })).problems).toMatchObject([
      { code: "SAME_OFFICE", field: "passedTo" },
    ]);
    const other = "commune-service-de-la-commande-publique";
    expect((await act("recordReply", { ...reply, passedTo: other })).handover.reply.passedTo.slug).toBe(other);
    const byLink = { ...reply, stance: "REFUSED", way: "LINK" };
    expect((await act("recordReply", byLink)).problems).toMatchObject([{ code: "UNKNOWN_CHOICE", field: "way" }]);
  });

  test("what an office undertook is followed until it is done, or given up with a reason", async () => {
    const { id: handoverId } = await replied();
    const one = { id: randomUUID(), handoverId, version: 0, text: "Relayer en automne.", dueOn: today };
    const other = { id: randomUUID(), handoverId, version: 0, text: "Proposer un atelier." };
    await act("writeCommitment", one);
    await act("writeCommitment", one);
    const { commitments, version } = (await act("writeCommitment", other)).handover;
    expect(commitments).toMatchObject([
      { text: "Relayer en automne.", state: "OPEN", isLate: false, dueOn: today },
      { text: "Proposer un atelier.", dueOn: null },
    ]);
    const end = { id: handoverId, version, as: "DONE" };
    expect((await act("endHandover", end)).problems).toMatchObject([{ code: "COMMITMENTS_OPEN", value: "2" }]);
    await act("settleCommitment", { id: one.id, version: 1, state: "DONE" });
    const given = { id: other.id, version: 1, state: "ABANDONED" };
    expect((await act("settleCommitment", given)).problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
    await act("settleCommitment", { ...given, reason: "Pas de salle." });
    const { handover } = await act("endHandover", { ...end, reason: "Le lexique est paru." });
    expect(handover).toMatchObject({ state: "DONE", endedOn: today, endReason: "Le lexique est paru." });
    expect(handover.commitments).toMatchObject([{ state: "DONE" }, { state: "ABANDONED", reason: "Pas de salle." }]);
    expect((await act("resumeHandover", { id: handoverId })).handover.state).toBe("REPLIED");
  });

  test("nothing is undertaken before a reply; without one, it is not done but abandoned, with a reason", async () => {
    const { id, version } = await handedOver();
    const commitment = { id: randomUUID(), handoverId: id, version: 0, text: "Relayer." };
    expect((await act("writeCommitment", commitment)).problems).toMatchObject([{ code: "NO_REPLY_YET" }]);
    expect((await act("endHandover", { id, version, as: "DONE" })).problems).toMatchObject([{ code: "NO_REPLY_YET" }]);
    const end = { id, version, as: "ABANDONED" };
    expect((await act("endHandover", end)).problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
    const ended = (await act("endHandover", { ...end, reason: "Un an sans réponse." })).handover;
    expect(ended).toMatchObject({ state: "ABANDONED", daysOverdue: 0 });
    // A reply that comes all the same is followed again.
    const late = { id, version: ended.version, on: today, stance: "REFUSED", text: "Non.", way: "MAIL" };
    expect((await act("recordReply", late)).handover).toMatchObject({ state: "REPLIED", endReason: null });
  });
});
