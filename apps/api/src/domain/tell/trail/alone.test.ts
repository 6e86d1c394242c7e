import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { personWith, signedIn } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";

const api = answeringApi();
const acts = acting(api, "code field");
const team = trailOn(() => api);
const { rows, mailsTo } = team;
/** A day that is past for whoever tells, whenever this runs. */
let later = 50_000;
const tell = () => team.tell(++later);

const address = "seule@exemple.fr";
const subjects = async () => (await mailsTo(address)).map(({ subject }) => subject).toSorted();
const waiting = () => rows("select subject from outgoing_mail where recipient = $1", [address]);
const together = "Ce que votre réponse est devenue";

/** Somebody's text, marked under a key point of its own. */
async function marked(sentence: string) {
  const response = await api.sent({ text }, { followUpEmail: address });
  const { id: contributionId } = await response.contribution();
  return { code: response.code, contributionId, ...(await team.mark(contributionId, "Un circuit court", sentence)) };
}

const add = async (statement: string, values: unknown[] = []) =>
  (await rows<{ id: string }>(`insert into ${statement} returning id`, values))[0]!.id;

let number = 0;
/** A proposal that rests on these key points, given to an office of its own. */
async function handedOver(...keyPoints: string[]) {
  const proposal = await add(
    `proposal (slug, group_id, number, title, summary, state, created_on)
     values ($1, $2, $3::int, 'Un lexique', 'Parler pareil.', 'OPEN', current_date)`,
    [randomUUID(), api.small.group.id, ++number],
  );
  const part = "statement (proposal_id, part, position, text) values ($1, 'MEASURE', 1, 'Écrire.')";
  const statement = await add(part, [proposal]);
  for (const id of keyPoints) await rows("insert into statement_key_point values ($1, $2)", [statement, id]);
  const office = await add(
    "interlocutor (slug, name, level, category, remit) values ($1, 'Une région', 'REGIONAL', 'REGION', '')",
    [randomUUID()],
  );
  return add(
    `handover (proposal_id, interlocutor_id, ask, carrier_name, log, contacted_on, handed_over_on)
     values ($1, $2, 'Publier.', '', '[]', current_date, current_date)`,
    [proposal, office],
  );
}

test("asked whether one is well quoted, then quoted: a mail of its own, beside that of the rest of the day", async () => {
  const one = await marked("Se connaître suffit.");
  const version = await team.cite(one.keyPointId);
  await tell();
  expect(await subjects()).toEqual([together, "Êtes-vous bien cité\u202F?"]);
  await team.publish(version);
  const other = await marked("On se connaît.");
  await tell();
  expect(await subjects()).toEqual([together, "Vos mots sont cités"]);
  await team.read(other.contributionId);
  await tell();
  await mailsTo(address);
  await tell();
  expect(await subjects()).toEqual([]);
});

test("answered: a mail for each reply, whatever it touches of what one wrote, and never the same reply twice", async () => {
  const [one, other] = [await marked("Un camion pour dix."), await marked("Un camion pour vingt.")];
  const replies = [
    await handedOver(one.keyPointId, other.keyPointId),
    await handedOver(one.keyPointId),
    await handedOver(other.keyPointId),
  ];
  await tell();
  expect(await subjects()).toEqual([together]);
  await rows("update handover set replied_on = current_date, reply_stance = 'PARTLY', reply_text = 'Oui.'");
  await tell();
  const mails = await mailsTo(address);
  expect(mails.map(({ subject }) => subject)).toEqual(
    replies.map(() => "Une réponse est arrivée, à une proposition qui s’appuie sur vos mots"),
  );
  // Each is stopped by one press of a mail program.
  for (const { stop_link: stop } of mails) expect(stop).toContain("/mails/stop?token=");
  for (const id of replies) expect(mails.filter(({ text: words }) => words.includes(id))).toHaveLength(1);
  await rows("update handover set reply_text = 'Oui, et non.'");
  await tell();
  expect(await subjects()).toEqual([]);
});

test("answered by error: what waits to tell a reply that was taken back is not sent, and the one that comes in truth is told", async () => {
  const one = await marked("Un camion pour trente.");
  const id = await handedOver(one.keyPointId);
  await tell();
  await mailsTo(address);
  const reply = { id, on: dayOf(new Date()), stance: "REFUSED", way: "POST" };
  const rapporteur = await signedIn(api.database, await personWith(api.database, ["RAPPORTEUR"]));
  const act = async (name: string, input: object) =>
    (await acts(name, input, "handover { version }", rapporteur)).handover;
  const { version } = await act("recordReply", { ...reply, text: "Non.", version: 1 });
  await tell();
  expect(await waiting()).toHaveLength(1);
  const taken = await act("takeBackReply", { id, version, reason: "Celle d’un autre." });
  await tell();
  expect(await waiting()).toEqual([]);
  await act("recordReply", { ...reply, text: "Non, en effet.", version: taken.version });
  await tell();
  expect(await subjects()).toEqual(["Une réponse est arrivée, à une proposition qui s’appuie sur vos mots"]);
});

test("carried by error: what waits to tell a handing over that was taken back is not sent, and the one that is, in truth, is told", async () => {
  const one = await marked("Un camion pour quarante.");
  await tell();
  await mailsTo(address);
  const id = await handedOver(one.keyPointId);
  await tell();
  expect(await waiting()).toHaveLength(1);
  const told = async () => rows("select from notice where target_id = $1 and step = 'CARRIED'", [id]);
  expect(await told()).toHaveLength(1);
  const rapporteur = await signedIn(api.database, await personWith(api.database, ["RAPPORTEUR"]));
  const act = async (name: string, input: object) =>
    (await acts(name, input, "handover { version }", rapporteur)).handover;
  const { version } = await act("takeBackHandingOver", { id, version: 1, reason: "Pas encore remise." });
  expect(await told()).toEqual([]);
  expect(await waiting()).toEqual([]);
  await act("handOver", { id, version, documentTitle: "Lettre", on: dayOf(new Date()) });
  await tell();
  expect(await told()).toHaveLength(1);
  expect(await waiting()).toHaveLength(1);
});
