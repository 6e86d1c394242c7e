import type { Complete, Forgotten } from "@cahier/schema/fields";
import { askFields } from "@cahier/schema/propose/scaffold.fields";
import { type EntityManager, In } from "typeorm";
import type { WriteAskInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { checkedFields } from "../../../platform/fields.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { movedWith, officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import { type Ask, Asks } from "./scaffold.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<
  Forgotten<WriteAskInput, typeof askFields, "id" | "proposalId" | "version" | "interlocutor">
>;

/** Writes an ask of a locked proposal; `why` goes with the version it makes. */
export async function keepAsk(tx: Transaction, proposal: Proposal, input: WriteAskInput, why?: Why) {
  const { db, record } = tx;
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const { id: interlocutorId } = await officeNamed(db, input.interlocutor, "interlocutor");
  const proposalId = proposal.id;
  const before = await db.findOneBy(Asks, { id });
  if (before && before.proposalId !== proposalId) throw new Refusal("CONFLICT", "id");
  const { text } = checkedFields(askFields, input, before);

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const position = ((await db.maximum(Asks, "position", { proposalId })) ?? 0) + 1;
    const ask: Ask = { id, proposalId, interlocutorId, position, text, version: 1, originId: null };
    await db.insert(Asks, ask);
    await record("ask.written", id, { proposalId, interlocutorId, text });
    await keepVersion(tx, proposal, why);
    return { ask, proposal };
  }
  // A retry, or the same act by two people.
  if (before.interlocutorId === interlocutorId && before.text === text) return { ask: before, proposal };
  refuseStale(before, input.version);
  const ask: Ask = { ...before, interlocutorId, text, version: before.version + 1 };
  await db.update(Asks, id, { interlocutorId, text, version: ask.version });
  await record("ask.written", id, { proposalId, from: before.text, to: text, interlocutorId });
  await keepVersion(tx, proposal, why);
  return { ask, proposal };
}

/** Moves the asks of a merged office to the one it went into; the journal lists them. */
export async function followMergedOffice({ db, record }: Transaction, from: string, into: string) {
  const asks = (await db.findBy(Asks, { interlocutorId: from })).map(({ id }) => id);
  if (asks.length === 0) return;
  await db.update(Asks, { interlocutorId: from }, { interlocutorId: into });
  await record("interlocutor.asks_moved", from, { into, asks });
}

/** Asks that an office gets back once its merge is undone: those that nobody moved since. */
const toGiveBack = async (db: EntityManager, officeId: string, from: string) => ({
  id: In(await movedWith(db, officeId, "interlocutor.asks_moved", "asks")),
  interlocutorId: from,
});

/** Gives asks back to an office whose merge is undone. */
export const giveBackToOffice = async ({ db }: Transaction, officeId: string, from: string) =>
  db.update(Asks, await toGiveBack(db, officeId, from), { interlocutorId: officeId });
