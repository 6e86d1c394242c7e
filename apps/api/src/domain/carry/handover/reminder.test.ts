import { beforeAll, expect, test } from "vitest";
import { carrying, inDays, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { remind } from "./reminder.jobs.ts";

const api = seededApi();
const { act, open, see } = carrying(api);
let referent: Viewer;
beforeAll(async () => {
  referent = await holderOf(api.database, "REFERENT");
});
const on = (days: number) => remind(api.database.manager, new Date(Date.now() + days * 86_400_000));
const mails = (id: string) =>
  api.database.query<{ recipient: string; subject: string; text: string }[]>(
    "select recipient, subject, text from outgoing_mail where text like '%' || $1 || '%' and key like 'handover %' order by queued_at",
    [id],
  );
const addressOf = async (id: string) =>
  (await api.database.query<{ email: string }[]>("select email from person where id = $1", [id]))[0]!.email;

async function handed(carrier?: object) {
  const { handover } = await open(carrier && { carrier });
  const { id, version } = handover;
  if (carrier) await act("answerCarrying", { id, agreed: true }, referent);
  const next = carrier ? version + 1 : version;
  await act("handOver", { id, version: next, documentTitle: "Lettre", on: today, replyBy: inDays(20) });
  return id as string;
}

test("whoever carries a proposal is reminded a week before the day, and once it is past; each once", async () => {
  const id = await handed({ kind: "PERSON", personId: referent.id });
  await on(12);
  expect(await mails(id)).toEqual([]);
  await on(13);
  await on(14);
  await on(20);
  expect(await mails(id)).toMatchObject([
    { recipient: await addressOf(referent.id!), subject: expect.stringMatching(/attendue/) },
  ]);
  await on(21);
  await on(40);
  const all = await mails(id);
  expect(all.map(({ subject }) => subject)).toEqual([expect.any(String), "La date de réponse est passée"]);
  expect(all[1]!.text).toContain("/handovers/");
});

test("of what a regional group carries, whoever opened it is reminded; nobody once it is answered", async () => {
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const id = await handed();
  await on(15);
  expect(await mails(id)).toMatchObject([{ recipient: await addressOf(rapporteur.id!) }]);
  await api.database.query("update handover set replied_on = current_date, reply_stance = 'REFUSED' where id = $1", [
    id,
  ]);
  await on(30);
  expect(await mails(id)).toHaveLength(1);
});

test("a reminder that waits is taken back once the reply came, or the follow-up ended: it would say that nothing did", async () => {
  const [answered, ended] = [await handed(), await handed()];
  await on(21);
  expect([(await mails(answered)).length, (await mails(ended)).length]).toEqual([1, 1]);
  const version = 2;
  const reply = { id: answered, version, on: today, stance: "PARTLY", text: "Oui, en automne.", way: "POST" };
  expect((await act("recordReply", reply)).problems).toEqual([]);
  const end = { id: ended, version, as: "ABANDONED", reason: "Le service ferme." };
  expect((await act("endHandover", end)).problems).toEqual([]);
  expect([await mails(answered), await mails(ended)]).toEqual([[], []]);
});

test("a reminder that waits for a day that was put off is taken back: there is another one, for the new day", async () => {
  const id = await handed();
  await on(21);
  expect(await mails(id)).toHaveLength(1);
  const later = { id, version: 2, documentTitle: "Lettre", on: today, replyBy: inDays(60) };
  expect((await act("handOver", later)).problems).toEqual([]);
  expect(await mails(id)).toEqual([]);
  await on(55);
  expect(await mails(id)).toMatchObject([{ subject: expect.stringMatching(/attendue/) }]);
});

test("a reminder that waits for somebody who carries no more is for whoever carries now", async () => {
  const id = await handed({ kind: "PERSON", personId: referent.id });
  await on(14);
  expect(await mails(id)).toMatchObject([{ recipient: await addressOf(referent.id!) }]);
  const { version, ask } = await see(id);
  await act("editHandover", { id, version, ask, carrier: { kind: "REGION", territory: "bretagne" } });
  expect(await mails(id)).toEqual([]);
  await on(14);
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  expect(await mails(id)).toMatchObject([{ recipient: await addressOf(rapporteur.id!) }]);
});

test("whoever is asked to carry gets one mail, without anybody else's name, and none when they asked for none", async () => {
  const asks = (id: string) =>
    api.database.query("select recipient from outgoing_mail where key like 'carrying ' || $1 || ' %'", [id]);
  await api.database.query("update person set told_by_mail = true where id = $1", [referent.id]);
  const carrier = { kind: "PERSON", personId: referent.id };
  const { handover } = await open({ carrier });
  expect(await asks(handover.id)).toEqual([{ recipient: await addressOf(referent.id!) }]);
  await api.database.query("update person set told_by_mail = false where id = $1", [referent.id]);
  expect(await asks((await open({ carrier })).handover.id)).toEqual([]);
});

test("a request to carry that waits leaves with the ask of then, to whoever is still asked, and to nobody twice", async () => {
  await api.database.query("delete from outgoing_mail");
  const [first, second] = [await holderOf(api.database, "REFERENT"), await holderOf(api.database, "FACILITATOR")];
  await api.database.query("update person set told_by_mail = true where id = any($1)", [[first.id, second.id]]);
  const asked = async (ask: string, who = first) =>
    (await open({ ask, carrier: { kind: "PERSON", personId: who.id } })).handover;
  const edit = async ({ id, version }: { id: string; version: number }, change: object) =>
    (await act("editHandover", { id, version, ...change })).handover;
  const [kept, moved, back, answered, ended] = [
    await asked("Un rendez-vous."),
    await asked("Une visite."),
    await asked("Un avis."),
    await asked("Un appui."),
    await asked("Une aide."),
  ];
  const them = (who: Viewer) => ({ carrier: { kind: "PERSON", personId: who.id } });
  await edit(kept, { ask: "Une rencontre en mai." });
  await edit(moved, { ask: "Une visite.", ...them(second) });
  const away = await edit(back, { ask: "Un avis.", ...them(second) });
  await edit(away, { ask: "Un avis.", ...them(first) });
  await act("answerCarrying", { id: answered.id, agreed: false }, first);
  const reason = "Le service ferme.";
  await act("endHandover", { id: ended.id, version: ended.version, as: "ABANDONED", reason });
  const sent: string[] = [];
  await sendMails(api.database.manager, async ({ to, text }) => {
    sent.push(`${to} ${/Une rencontre en mai|Une visite|Un avis|Un appui|Une aide|Un rendez-vous/.exec(text)![0]}`);
  });
  const [one, other] = [await addressOf(first.id!), await addressOf(second.id!)];
  expect(sent.toSorted()).toEqual([`${one} Une rencontre en mai`, `${one} Un avis`, `${other} Une visite`].toSorted());
});
