import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { carrying, fields, inDays, office, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { remind } from "./reminder.jobs.ts";

const api = seededApi();
const { act, see, open, handedOver } = carrying(api);
let rapporteur: Viewer;
let referent: Viewer;
let proposal: { id: string; version: number };
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  referent = await holderOf(api.database, "REFERENT");
  proposal = await carrying(api).proposal();
});

describe("carrying a proposal", () => {
  test("it is opened, contacted, handed over, and its state follows its dates", async () => {
    const { handover: opened } = await open();
    expect(opened).toMatchObject({ state: "IDENTIFIED", openedOn: today, carrierName: "Bretagne", log: [] });
    const key = randomUUID();
    const line = { id: opened.id, key, on: today, text: "Appel au service.", isContact: true };
    expect((await act("noteHandover", line)).handover).toMatchObject({ state: "CONTACTED", contactedOn: today });
    expect((await act("noteHandover", line)).handover.log).toHaveLength(1);
    expect((await act("noteHandover", { ...line, text: "Non." })).problems).toMatchObject([{ code: "CONFLICT" }]);
    const { version } = await see(opened.id);
    const handing = {
      id: opened.id,
      version,
      documentTitle: "Lettre et proposition 1",
      on: today,
      replyBy: inDays(30),
    };
    const { handover } = await act("handOver", handing);
    expect(handover).toMatchObject({
      state: "HANDED_OVER",
      replyBy: inDays(30),
      proposalVersion: proposal.version,
      workingVersion: true,
    });
    // A correction keeps the version handed over; a later handover takes the version of its own day.
    await api.database.query("update proposal set summary = summary || ' Et plus.' where id = $1", [proposal.id]);
    const again = await act("handOver", { ...handing, version: handover.version, documentTitle: "La lettre" });
    expect(again.handover).toMatchObject({ documentTitle: "La lettre", proposalVersion: proposal.version });
    expect((await handedOver()).proposalVersion).toBe(proposal.version + 1);
  });

  test("a handing over recorded by error is taken back: it is as before it, no reminder is left, and why is said", async () => {
    const { id, version } = await handedOver(inDays(2));
    await remind(api.database.manager, new Date());
    const waiting = () =>
      api.database.query("select from outgoing_mail where recipient is not null and key like $1", [
        `handover soon ${id}%`,
      ]);
    expect(await waiting()).toHaveLength(1);
    const take = { id, version, reason: "La lettre n’est jamais partie." };
    const problemsOf = async (input: object) => (await act("takeBackHandingOver", { ...take, ...input })).problems;
    expect(await problemsOf({ reason: " " })).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
    expect(await problemsOf({ reason: "Voir 06 12 34 56 78." })).toMatchObject([{ code: "PRIVATE_CONTACT" }]);
    expect(await problemsOf({ version: version - 1 })).toMatchObject([{ code: "STALE" }]);
    const { handover } = await act("takeBackHandingOver", take);
    expect(handover).toMatchObject({
      ...{ state: "IDENTIFIED", contactedOn: null, handedOverOn: null, documentTitle: null, replyBy: null },
      ...{ proposalVersion: null, workingVersion: false, daysOverdue: 0 },
      ...{ handingTakenBackOn: today, handingTakenBackBecause: take.reason },
    });
    expect(await waiting()).toEqual([]);
    // A second press finds it done; another one finds nothing to take back.
    expect((await act("takeBackHandingOver", take)).handover.version).toBe(handover.version);
    expect(await problemsOf({ reason: "Autre." })).toMatchObject([{ code: "NOT_HANDED_OVER" }]);
    const [kept] = await api.database.query<{ data: object }[]>(
      "select data from journal_entry where event = 'handover.handing_taken_back' and subject_id = $1",
      [id],
    );
    expect(kept!.data).toMatchObject({ from: { documentTitle: "Lettre", handedOverOn: today }, reason: take.reason });
    const again = { id, version: handover.version, documentTitle: "Une autre", on: today };
    expect((await act("handOver", again)).handover).toMatchObject({
      ...{ state: "HANDED_OVER", handingTakenBackOn: null, handingTakenBackBecause: null },
    });
  });

  test("a first contact told in the log stays; a handing over that was answered, or is about to be, is not taken back", async () => {
    const { handover: opened } = await open();
    const { id } = opened;
    await act("noteHandover", { id, key: randomUUID(), on: today, text: "Appel.", isContact: true });
    const hand = async () =>
      (await act("handOver", { id, version: (await see(id)).version, documentTitle: "Lettre", on: today })).handover;
    const take = async () =>
      act("takeBackHandingOver", { id, version: (await see(id)).version, reason: "Par erreur." });
    await hand();
    expect((await take()).handover).toMatchObject({ state: "CONTACTED", contactedOn: today });
    await hand();
    const reply = { id, on: today, stance: "REFUSED", text: "Non.", way: "POST" };
    const { handover } = await act("recordReply", { ...reply, version: (await see(id)).version });
    expect((await take()).problems).toMatchObject([{ code: "NOT_NOW" }]);
    await act("takeBackReply", { id, version: handover.version, reason: "Par erreur." });
    await act("makeOfficeLink", { id, contact: "accueil@exemple.fr", was: null });
    await api.database.query(
      `insert into office_reply (handover_id, link_id, stance, text, status, sent_on, version)
       select handover_id, id, 'REFUSED', 'Non.', 'HELD', now(), 1 from office_link where handover_id = $1`,
      [id],
    );
    expect((await take()).problems).toMatchObject([{ code: "NOT_NOW" }]);
    await api.database.query("update office_reply set status = 'HIDDEN' where handover_id = $1", [id]);
    expect((await take()).handover).toMatchObject({ state: "CONTACTED", handedOverOn: null });
  });

  test("a draft is not carried; an adopted proposal is, and not as a working version", async () => {
    const [draft] = await api.database.query<{ id: string }[]>("select id from proposal where state = 'DRAFT' limit 1");
    expect((await open({ proposalId: draft!.id })).problems).toMatchObject([
      { code: "STILL_A_DRAFT", field: "proposalId" },
    ]);
    await api.database.query("update proposal set state = 'ADOPTED' where id = $1", [proposal.id]);
    expect((await handedOver()).workingVersion).toBe(false);
    await api.database.query("update proposal set state = 'OPEN' where id = $1", [proposal.id]);
  });

  test("what it says and the proposal lacked is written there: the ask, and whoever carries it once they agreed", async () => {
    const text = '{ proposal(slug: "proposition-1") { missing asks { text interlocutor { slug } version } carriers } }';
    const seen = async () => (await api.ask(text)).data.proposal;
    await api.database.query("delete from ask where proposal_id = $1", [proposal.id]);
    await api.database.query("delete from proposal_carrier where proposal_id = $1", [proposal.id]);
    expect((await seen()).missing).toEqual(expect.arrayContaining(["INTERLOCUTOR_WITH_ASK", "CARRIER"]));

    const { handover } = await open({ carrier: { kind: "PERSON", personId: referent.id } });
    const asks = [{ text: "Inscrire un atelier au programme.", interlocutor: { slug: office }, version: 1 }];
    expect(await seen()).toMatchObject({ asks, carriers: [] });
    // Whose role ended meanwhile still carries what they were asked to carry.
    await api.database.query("update role_grant set ends_on = current_date - 2 where person_id = $1", [referent.id]);
    const late = await act("answerCarrying", { id: handover.id, agreed: true }, referent);
    expect(late).toMatchObject({ problems: [], handover: { carrierConsent: "AGREED" } });
    expect((await seen()).carriers).toEqual([]);
    await api.database.query("update role_grant set ends_on = null where person_id = $1", [referent.id]);
    await act("answerCarrying", { id: handover.id, agreed: false }, referent);
    await act("answerCarrying", { id: handover.id, agreed: true }, referent);
    const { carriers, missing } = await seen();
    expect(carriers).toHaveLength(1);
    expect(missing).not.toEqual(expect.arrayContaining(["INTERLOCUTOR_WITH_ASK"]));
    expect(missing).not.toEqual(expect.arrayContaining(["CARRIER"]));

    // The words there are neither written over nor added to, whatever office it is carried to next.
    const [{ slug }] = await api.database.query("select slug from interlocutor where slug <> $1 limit 1", [office]);
    await open({ interlocutor: slug, ask: "Autre chose.", carrier: { kind: "REGION", territory: "bretagne" } });
    expect(await seen()).toMatchObject({ asks, carriers });
  });

  test("an office that nobody chose is asked for; one that is not in the register is said not to be there", async () => {
    for (const [interlocutor, code] of [
      ["", "REQUIRED"],
      ["nulle-part", "UNKNOWN_CHOICE"],
    ])
      expect((await open({ interlocutor })).problems).toEqual([{ code, field: "interlocutor", value: null }]);
  });

  test("what is sent twice is opened once, with its later words until it is touched", async () => {
    const key = randomUUID();
    const { handover } = await open({ key });
    expect((await open({ key })).handover.id).toBe(handover.id);
    const later = await open({ key, ask: "Autre chose." });
    expect(later).toMatchObject({ problems: [], handover: { id: handover.id, ask: "Autre chose.", version: 2 } });
    expect((await open({ key, ask: "Encore." })).problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
  });

  test("days follow each other, and none that is told is still to come", async () => {
    const { handover } = await open();
    const { id, version } = handover;
    const handing = { id, version, documentTitle: "Lettre", on: today, replyBy: inDays(10) };
    const problem = async (input: object) => (await act("handOver", { ...handing, ...input })).problems[0];
    expect(await problem({ on: inDays(1) })).toMatchObject({ code: "NOT_YET", field: "on" });
    expect(await problem({ replyBy: inDays(-1) })).toMatchObject({ code: "DAYS_OUT_OF_ORDER", field: "replyBy" });
    expect(await problem({ documentTitle: " " })).toMatchObject({ code: "REQUIRED", field: "documentTitle" });
    const reply = { id, version, on: today, stance: "ACCEPTED", text: "Oui.", way: "POST" };
    expect((await act("recordReply", reply)).problems).toMatchObject([{ code: "NOT_HANDED_OVER" }]);
    const handed = (await act("handOver", handing)).handover;
    const early = { ...reply, version: handed.version, on: inDays(-1) };
    expect((await act("recordReply", early)).problems).toMatchObject([{ code: "DAYS_OUT_OF_ORDER", field: "on" }]);
    const stale = { ...handing, version, documentTitle: "Autre lettre" };
    expect((await act("handOver", stale)).problems).toMatchObject([{ code: "STALE", field: "version" }]);
  });

  test("the day after a reply was expected, it is without a reply for one day", async () => {
    const { id } = await handedOver(today);
    expect(await see(id)).toMatchObject({ state: "HANDED_OVER", daysOverdue: 0 });
    await api.database.query("update handover set handed_over_on = current_date - 60, reply_by = $2 where id = $1", [
      id,
      inDays(-47),
    ]);
    expect(await see(id)).toMatchObject({ state: "OVERDUE", daysOverdue: 47 });
    const ask = "query ($filter: HandoverFilter) { handovers(filter: $filter) { id state } }";
    const late = (await api.ask(ask, { filter: { state: "OVERDUE" } })).data.handovers;
    expect(late.map((it: { id: string }) => it.id)).toContain(id);
    for (const { state } of late) expect(state).toBe("OVERDUE");
    const inBretagne = { filter: { territory: "bretagne", proposal: "proposition-1", level: "REGIONAL" } };
    expect(JSON.stringify((await api.ask(ask, inBretagne)).data)).toContain(id);
    expect((await api.ask(ask, { filter: { territory: "guyane" } })).data.handovers).toEqual([]);
    expect(JSON.stringify((await api.ask(ask, { filter: { group: "circuits-courts" } })).data)).toContain(id);
    expect((await api.ask(ask, { filter: { group: "nulle-part" } })).data.handovers).toEqual([]);
  });
});

describe("who carries", () => {
  const person = async () => ({ kind: "PERSON", personId: referent.id });

  test("somebody with an account is named once they agreed, and may say no at any time", async () => {
    const { handover } = await open({ carrier: await person() });
    const name = referent.displayName;
    expect(handover).toMatchObject({ carrierName: null, carrierConsent: "ASKED", carrierAsked: { displayName: name } });
    const { id } = handover;
    expect(JSON.stringify(await see(id))).not.toContain(name);
    expect(await see(id)).toMatchObject({ carrierName: null, carrierConsent: null, carrierAsked: null });
    const desk = async () => (await api.ask("{ viewer { carrying { id } } }", {}, referent)).data.viewer.carrying;
    expect(await desk()).toContainEqual({ id });

    const yes = await act("answerCarrying", { id, agreed: true }, referent);
    expect(yes.handover).toMatchObject({ carrierName: name, viewerCan: { note: true, hold: false } });
    expect(await see(id)).toMatchObject({ carrierName: name, carrierConsent: null });
    const line = { id, key: randomUUID(), on: today, text: "Je les ai vus.", isContact: true };
    expect((await act("noteHandover", line, referent)).problems).toEqual([]);

    await act("answerCarrying", { id, agreed: false }, referent);
    expect(JSON.stringify(await see(id))).not.toContain(name);
    expect(await desk()).not.toContainEqual({ id });
    const { errors } = await api.ask(
      `mutation ($input: NoteHandoverInput!) { noteHandover(input: $input) { problems { code } } }`,
      { input: { ...line, key: randomUUID() } },
      referent,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("whoever chooses themself is named at once, and not asked what they just said; they may still say no", async () => {
    const { handover } = await open({ carrier: { kind: "PERSON", personId: rapporteur.id } });
    expect(handover).toMatchObject({ carrierConsent: "AGREED", carrierName: rapporteur.displayName });
    const no = await act("answerCarrying", { id: handover.id, agreed: false }, rapporteur);
    expect(no.handover).toMatchObject({ carrierName: null, carrierConsent: "DECLINED" });
  });

  test("nobody answers for somebody else, not even the team", async () => {
    const { handover } = await open({ carrier: await person() });
    const { errors } = await api.ask(
      `mutation ($input: AnswerCarryingInput!) { answerCarrying(input: $input) { problems { code } } }`,
      { input: { id: handover.id, agreed: true } },
      rapporteur,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("whoever has no account is named only where the team says that they agreed", async () => {
    const carrier = { kind: "NAME", name: "Une habitante" };
    expect((await open({ carrier })).problems).toMatchObject([{ code: "CONSENT_REQUIRED", field: "carrier.agreed" }]);
    expect((await open({ carrier: { ...carrier, agreed: true } })).handover.carrierName).toBe("Une habitante");
    expect((await open({ carrier: { kind: "REGION" } })).problems).toMatchObject([
      { code: "TERRITORY_REQUIRED", field: "carrier.territory" },
    ]);
    expect((await open({ carrier: { kind: "PERSON", personId: randomUUID() } })).problems).toMatchObject([
      { code: "UNKNOWN_CHOICE", field: "carrier.personId" },
    ]);
  });

  test("an ask that is reworded does not ask whoever agreed again; another carrier is asked anew", async () => {
    const { handover } = await open({ carrier: await person() });
    const agreed = (await act("answerCarrying", { id: handover.id, agreed: true }, referent)).handover;
    const edit = { id: handover.id, version: agreed.version, ask: "Inscrire deux ateliers." };
    const edited = (await act("editHandover", { ...edit, carrier: await person() })).handover;
    expect(edited).toMatchObject({ ask: "Inscrire deux ateliers.", carrierConsent: "AGREED" });
    const other = { kind: "ORGANISATION", name: "Le Fil", agreed: true };
    const changed = await act("editHandover", { ...edit, version: edited.version, carrier: other });
    expect(changed.handover).toMatchObject({ carrierName: "Le Fil", carrierConsent: null });
    // Sent again it is done; other words that began from what was there before are not.
    expect((await act("editHandover", { ...edit, carrier: other })).problems).toEqual([]);
    const stale = await act("editHandover", { ...edit, ask: "Inscrire un atelier." });
    expect(stale.problems).toMatchObject([{ code: "STALE", field: "version" }]);
  });

  test("who can be asked is told to those who hold proposals alone", async () => {
    const ask = "{ possibleCarriers { id displayName } }";
    expect((await api.ask(ask, {}, rapporteur)).data.possibleCarriers.length).toBeGreaterThan(2);
    for (const viewer of [undefined, referent])
      expect((await api.ask(ask, {}, viewer)).errors?.[0]?.extensions.code).toBeDefined();
  });
});

test("the board costs as many statements whatever it holds, and one handover no more", async () => {
  const asked = `${fields} proposal { title } interlocutor { name }`;
  const many = await statementsOf(() => api.ask(`{ handovers { ${asked} } }`));
  const [{ id }] = await api.database.query<[{ id: string }]>("select id from handover limit 1");
  const one = await statementsOf(() => api.ask(`{ handover(id: "${id}") { ${asked} } }`));
  expect(many.length).toBeGreaterThanOrEqual(one.length);
  expect(many.length).toBeLessThanOrEqual(8);
});
