import { beforeAll, expect, test } from "vitest";
import { carrying, inDays, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { remind } from "./reminder.jobs.ts";

const api = seededApi();
const { act, open } = carrying(api);
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
