import type { KeepForTwoInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { keepReading, takeBackReading } from "../../listen/contribution/reading.writes.ts";
import { Readings } from "../../listen/contribution/contribution.entity.ts";
import { KeptTexts } from "../passage/keptForTwo.entity.ts";
import { goesOn, readBlind } from "../passage/passage.queries.ts";
import { keepText, letGoOfText } from "../passage/passage.writes.ts";
import { lastActs, saidOf } from "./reading.commands.ts";
import { contributionsToRead } from "./reading.writes.ts";

/** Keeps a text for two, or lets it go: whoever keeps it has read it, unless somebody else had. */
export async function keepForTwo(tx: Transaction, { contributionId: asked, kept }: KeepForTwoInput) {
  const { db, viewer, record, now } = tx;
  const [contribution] = await contributionsToRead(tx, [asked]);
  const { id: contributionId } = contribution!;
  const personId = viewer.id!;
  const readers = (await db.findBy(Readings, { contributionId })).map((reading) => reading.personId);
  const before = await db.findOneBy(KeptTexts, { contributionId });
  // Let go of already: a retry.
  if (!kept && !before) return { contribution };
  if (!kept && before?.personId !== personId) throw new Refusal("GONE", "contributionId");
  // A text that a second person has read needs no other reader.
  const two = readers.length > 1 || (await readBlind({ db }, [contributionId], personId)).length > 0;
  if (two) throw new Refusal("READ_BY_TWO", "contributionId");
  if (!kept) {
    await letGoOfText(db, contributionId);
    await record("contribution.letGo", contributionId);
    await unread(tx, contributionId);
    return { contribution };
  }
  if (before && before.personId !== personId) throw new Refusal("READ_BY_TWO", "contributionId");
  if (!(await keepText(db, { contributionId, personId, keptAt: now }))) return { contribution };
  if (!readers.length && (await keepReading(db, { contributionId, personId, readAt: now })))
    await record("contribution.read", contributionId, {
      contributionId,
      first: true,
      received: false,
      was: saidOf(contribution!),
      forTwo: true,
    });
  await record("contribution.kept", contributionId);
  return { contribution };
}

/** A text that was read by being kept for two, and of which nothing was said since, is to be read again. */
async function unread(tx: Transaction, contributionId: string) {
  const { db, viewer, record } = tx;
  const [last] = await lastActs(tx, [contributionId]);
  if (last?.actorId !== viewer.id || !last.data.forTwo || (await goesOn(db, [contributionId])).length) return;
  await takeBackReading(db, { contributionId, personId: viewer.id! });
  await record("contribution.unread", contributionId, { contributionId });
}
