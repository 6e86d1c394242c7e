/**
 * Being asked to carry is not told either: a taking up as a carrier is silent for all but the team until the
 * person agrees, and again when they decline.
 */
import { limits } from "@cahier/schema/limits";
import type { TakeUpSupplyInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { tellOf } from "../initiative/initiative.writes.ts";
import { officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import { keepPassage } from "../../understand/passage/passage.writes.ts";
import { wordsAt } from "../../understand/passage/passage.words.ts";
import type { Supply } from "./supply.entity.ts";
import { keepAsk } from "../scaffold/ask.writes.ts";
import { keepObjection } from "../scaffold/objection.writes.ts";
import { keepExample } from "../scaffold/examples.writes.ts";
import { Asks, Objections } from "../scaffold/scaffold.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { Statements } from "../statement/statement.entity.ts";
import { keepCarrier } from "../scaffold/proposalCarrier.writes.ts";
import { addStatement } from "../statement/statement.writes.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { keepWork } from "../scaffold/work.writes.ts";

/** A supply being taken up, locked, with its proposal. */
interface TakenUp {
  proposal: Proposal;
  contribution: Contribution;
  supply: Supply;
  /** Ids of the rows it already became, in that slot. */
  before: string[];
}

/** Writes the row a supply becomes, as filling the slot by hand does; answers with its id. */
export async function become(tx: Transaction, taken: TakenUp, input: TakeUpSupplyInput): Promise<string> {
  const { proposal, contribution, supply, before } = taken;
  const proposalId = proposal.id;
  const key = input.key.toLowerCase();
  const text = input.text ?? "";
  const why: Why = { reason: null, causes: [{ contributionId: contribution.id }] };
  if (input.as === "EXAMPLE") return exemplify(tx, taken, input, why);
  if (input.as === "INTERLOCUTOR") return ask(tx, taken, input, why);
  if (input.as === "REPLY") return reply(tx, proposal, input, why);
  // A retry finds it done.
  if (before.includes(key)) return key;
  if (input.as === "STATEMENT") await state(tx, taken, input, why);
  if (input.as === "OBJECTION")
    await keepObjection(tx, proposal, { id: key, proposalId, version: 0, text, blocking: false }, why);
  if (input.as === "WORK") {
    const reference = input.reference ?? supply.source ?? "";
    await keepWork(tx, proposal, { id: key, proposalId, version: 0, title: input.title ?? "", reference }, why);
  }
  if (input.as === "CARRIER") {
    if (!input.carrier) throw new Refusal("REQUIRED", "carrier.kind");
    await keepCarrier(tx, proposal, { id: key, proposalId, carrier: input.carrier }, why);
  }
  return key;
}

async function exemplify(
  tx: Transaction,
  { proposal, contribution, before }: TakenUp,
  input: TakeUpSupplyInput,
  why: Why,
) {
  if (!input.initiativeId) throw new Refusal("REQUIRED", "initiativeId");
  const initiativeId = input.initiativeId.toLowerCase();
  if (before.includes(initiativeId)) return initiativeId;
  await keepExample(
    tx,
    proposal,
    { proposalId: proposal.id, initiativeId, proves: input.text || null, was: null },
    why,
  );
  await tellOf(tx, { initiativeId, contributionId: contribution.id });
  return initiativeId;
}

/** Writes the ask of an office: fills in one that waits for its words, or adds one. */
async function ask(tx: Transaction, { proposal, before }: TakenUp, input: TakeUpSupplyInput, why: Why) {
  const { db } = tx;
  const proposalId = proposal.id;
  if (!input.interlocutor) throw new Refusal("REQUIRED", "interlocutor");
  const text = neededLine(input.text ?? "", "text", limits["ask.text"]);
  const { id: interlocutorId, slug: interlocutor } = await officeNamed(db, input.interlocutor, "interlocutor");
  const asked = await db.find(Asks, { where: { proposalId, interlocutorId }, order: { position: "ASC", id: "ASC" } });
  const done = asked.find((one) => before.includes(one.id) && one.text === text);
  if (done) return done.id;
  const waiting = asked.find((one) => one.text === null);
  const id = waiting?.id ?? input.key.toLowerCase();
  await keepAsk(tx, proposal, { id, proposalId, interlocutor, text, version: waiting?.version ?? 0 }, why);
  return id;
}

/** Writes the reply to the chosen objection, from the version that was read. */
async function reply(tx: Transaction, proposal: Proposal, input: TakeUpSupplyInput, why: Why) {
  const proposalId = proposal.id;
  if (!input.objectionId) throw new Refusal("REQUIRED", "objectionId");
  const id = input.objectionId.toLowerCase();
  const objection = isId(id) ? await tx.db.findOneBy(Objections, { id, proposalId }) : null;
  if (!objection) throw new Refusal("UNKNOWN_CHOICE", "objectionId");
  const { text, blocking } = objection;
  const said = neededText(input.text ?? "", "text", limits["objection.reply"]);
  await keepObjection(tx, proposal, { id, proposalId, version: input.version ?? 0, text, reply: said, blocking }, why);
  return id;
}

/** Adds a sentence that rests on the whole text of the supply, as one passage. */
async function state(tx: Transaction, { proposal, contribution }: TakenUp, input: TakeUpSupplyInput, why: Why) {
  const { part } = input;
  if (!part) throw new Refusal("REQUIRED", "part");
  const text = neededLine(input.text ?? "", "text", limits["statement.text"]);
  const words = wordsAt(contribution.body, 0, contribution.body.length);
  if (!words) throw new Refusal("NOT_IN_TEXT", "contributionId");
  const passage = await keepPassage(tx, contribution, words);
  const id = input.key.toLowerCase();
  if (await tx.db.existsBy(Statements, { id })) throw new Refusal("CONFLICT", "key");
  await addStatement(tx, { id, proposalId: proposal.id, part, text }, [passage.id]);
  await keepVersion(tx, proposal, why);
}
