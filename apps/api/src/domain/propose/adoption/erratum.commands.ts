import { limits } from "@cahier/schema/limits";
import type { AddErratumInput, RemoveErratumInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { Errata } from "./adoption.entity.ts";

/** Adds an erratum to an adopted text, which itself no longer changes. */
export async function addErratum(tx: Transaction, input: AddErratumInput) {
  const { db, viewer, now, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(readingPolicy.hold(viewer, proposal.groupId));
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const text = neededText(input.text, "text", limits["erratum.text"]);
  if (proposal.state !== "ADOPTED") throw new Refusal("NOT_NOW", "proposalId", proposal.state);
  const id = input.key.toLowerCase();
  const known = await db.findOneBy(Errata, { id });
  if (known) {
    if (known.proposalId !== proposal.id || known.text !== text) throw new Refusal("CONFLICT", "key");
    return { proposal };
  }
  // The same words beside the same text are the same erratum, whoever adds them again.
  if (await db.existsBy(Errata, { proposalId: proposal.id, text })) return { proposal };
  await db.insert(Errata, { id, proposalId: proposal.id, text, addedOn: dayOf(now), addedById: viewer.id });
  await record("proposal.erratumAdded", proposal, { text });
  return { proposal };
}

/** Takes an erratum away the day it was added, when nobody builds on it yet. */
export async function removeErratum(tx: Transaction, input: RemoveErratumInput) {
  const { db, viewer, now, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(readingPolicy.hold(viewer, proposal.groupId));
  const known = isId(input.id) ? await db.findOneBy(Errata, { id: input.id, proposalId: proposal.id }) : null;
  if (!known) return { proposal };
  if (known.addedOn !== dayOf(now)) throw new Refusal("NOT_NOW", "id", known.addedOn);
  await db.delete(Errata, known.id);
  await record("proposal.erratumRemoved", proposal);
  return { proposal };
}
