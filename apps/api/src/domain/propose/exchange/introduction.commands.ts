import { limits } from "@cahier/schema/limits";
import { Not } from "typeorm";
import type {
  AnswerIntroductionInput,
  AskIntroductionInput,
  TakeBackIntroductionInput,
} from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteOf } from "../../../platform/organiser.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { type Person, Persons } from "../../ground/person/person.entity.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { heldExchange } from "./exchange.commands.ts";
import { type Exchange, Exchanges, type Introduction, Introductions } from "./exchange.entity.ts";
import { exchangePolicy } from "./exchange.policy.ts";
import { askedMail, declinedMail, forgetMails, introducedMail } from "./introduction.mail.ts";

/** Most introductions one person asks for in an hour: more would be mailing. */
const wait = limiter({ name: "introduction", most: 10, seconds: 3600 });

/** Asks to be introduced to an author, who is told by mail: a name and a word, no address. */
export async function askIntroduction(tx: Transaction, input: AskIntroductionInput) {
  const { db, viewer, record, now } = tx;
  authorize(exchangePolicy.post(viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const text = neededText(input.text, "text", limits["introduction.text"]);
  if (carriesContact(text)) throw new Refusal("CARRIES_CONTACT", "text");
  const exchange = await heldExchange(tx, input.exchangeId);
  const before = await db.findOneBy(Introductions, { exchangeId: exchange.id, askedById: viewer.id });
  if (before?.id === id && before.text === text) return { introduction: before };
  if (before && before.state !== "TAKEN_BACK") throw new Refusal("ALREADY_OPENED", "text");
  if (!sendsMail(config) || !exchangePolicy.ask(viewer, exchange, dayOf(now))) throw new Refusal("NOT_NOW");
  const seconds = await wait(db, viewer.id);
  if (seconds > 0) throw new Refusal("TOO_MANY_TRIES", null, String(seconds));
  await giveName(tx, viewer, input.name);
  const asker = await db.findOneByOrFail(Persons, { id: viewer.id });
  if (asker.email === null) throw new Refusal("NOT_AN_EMAIL");

  // An introduction taken back before: the new words replace the old ones.
  if (before) await db.delete(Introductions, before.id);
  const said = { exchangeId: exchange.id, askedById: viewer.id, text, askedOn: dayOf(now) };
  if (!(await insertOnce(db, Introductions, { id, ...said }))) throw new Refusal("CONFLICT", "id");
  const author = await db.findOneByOrFail(Persons, { id: exchange.authorId });
  const words = { exchange, asker, text, site: await siteOf(db) };
  await mail(tx, `introduction asked ${id}`, author, askedMail(author.language, words));
  await record("introduction.asked", id, { exchangeId: exchange.id });
  return { introduction: await db.findOneByOrFail(Introductions, { id }) };
}

/** Accepts, and each gets the address of the other by mail; or declines, and the person who asked is told so. */
export async function answerIntroduction(tx: Transaction, { id, accept }: AnswerIntroductionInput) {
  const { db, viewer, record, now } = tx;
  authorize(exchangePolicy.post(viewer));
  const { introduction, exchange } = await heldIntroduction(tx, id);
  if (exchange.authorId !== viewer.id) throw notFound();
  const state = accept ? "ACCEPTED" : "DECLINED";
  if (introduction.state === state) return { introduction };
  // Accepted where no mail leaves, it would be said that addresses were given, and none was.
  if (introduction.state !== "ASKED" || (accept && !sendsMail(config))) throw new Refusal("NOT_NOW");
  const [asker, author] = await Promise.all(
    [introduction.askedById, exchange.authorId].map((personId) => db.findOneByOrFail(Persons, { id: personId })),
  );
  const answered = { state, answeredOn: dayOf(now) } as const;
  await db.update(Introductions, introduction.id, answered);
  if (accept) {
    for (const [to, other] of [
      [asker!, author!],
      [author!, asker!],
    ] as const)
      await mail(tx, `introduction accepted ${id} ${to.id}`, to, introducedMail(to.language, { exchange, other }));
  } else await mail(tx, `introduction declined ${id}`, asker!, declinedMail(asker!.language, { exchange }));
  await record(accept ? "introduction.accepted" : "introduction.declined", introduction);
  return { introduction: { ...introduction, ...answered } };
}

/** Takes back what one asked, as long as nobody answered. */
export async function takeBackIntroduction(tx: Transaction, { id }: TakeBackIntroductionInput) {
  const { db, viewer } = tx;
  authorize(exchangePolicy.post(viewer));
  const { introduction } = await heldIntroduction(tx, id);
  if (introduction.askedById !== viewer.id) throw notFound();
  if (introduction.state === "TAKEN_BACK") return { introduction };
  if (introduction.state !== "ASKED") throw new Refusal("NOT_NOW");
  await eraseIntroduction(tx, introduction.id, viewer);
  return { introduction: await db.findOneByOrFail(Introductions, { id: introduction.id }) };
}

/** Erases the words of whoever asked to meet somebody, now or again after a restore; false where they are gone. */
export async function eraseIntroduction(tx: Pick<Transaction, "db" | "now">, id: string, viewer: Viewer = visitor) {
  const { db, now } = tx;
  const takenBack = { state: "TAKEN_BACK", answeredOn: dayOf(now), text: "" } as const;
  const { affected } = await db.update(Introductions, { id, state: Not("TAKEN_BACK") }, takenBack);
  if (!affected) return false;
  await forgetMails(db, [id]);
  await recorder(db, viewer, now)("introduction.takenBack", id);
  return true;
}

interface HeldExchange {
  introduction: Introduction;
  exchange: Exchange;
}

async function heldIntroduction({ db }: Transaction, id: string): Promise<HeldExchange> {
  const introduction = isId(id)
    ? await db.findOne(Introductions, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!introduction) throw notFound();
  return { introduction, exchange: await db.findOneByOrFail(Exchanges, { id: introduction.exchangeId }) };
}

/** Sends a mail to a person, once; none if their address was erased. */
const mail = async ({ db }: Transaction, key: string, to: Person, words: { subject: string; text: string }) =>
  to.email ? leaveMail(db, { key, to: to.email, language: to.language, ...words }) : null;
