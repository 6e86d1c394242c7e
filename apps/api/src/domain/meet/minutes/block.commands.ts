import { limits, mostBlocks } from "@cahier/schema/limits";
import type {
  AddedMinutesBlockInput,
  AddMinutesBlocksInput,
  FollowMinutesActionInput,
  RemoveMinutesBlockInput,
  WriteMinutesBlockInput,
} from "../../../graphql/resolvers.generated.ts";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, together } from "../../../platform/refusal.ts";
import { givenLine, givenText, isId, neededText } from "../../../platform/text/text.ts";
import { type MinutesBlock, MinutesBlocks, MinutesCorrections, MinutesQuotes } from "./minutes.entity.ts";
import { minutesPolicy } from "./minutes.policy.ts";
import { askQuotedAnew, consentTo } from "./quote.writes.ts";
import {
  blocksInOrder,
  blockToWrite,
  minutesToWrite,
  refuseFrozen,
  refuseStaleBlock,
  renumber,
} from "./minutes.writes.ts";

/** Writes a block: what two people write at once is refused to the second, with what is in force. */
export async function writeMinutesBlock(tx: Transaction, input: WriteMinutesBlockInput) {
  const { db, record } = tx;
  const { minutes, meeting } = await minutesToWrite(tx, input.minutesId);
  refuseFrozen(minutes);
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const blocks = await blocksInOrder(db, minutes.id);
  const before = blocks.find((block) => block.id === id);
  if (!before && (await db.existsBy(MinutesBlocks, { id }))) throw new Refusal("CONFLICT", "id");
  if (!before && input.edit) throw new Refusal("GONE", "id").with({ current: minutes });
  if (!before && blocks.length >= mostBlocks) throw new Refusal("TOO_MANY_CHOICES", "id", String(mostBlocks));
  const words = wordsOf(input);
  const isSame = before !== undefined && same(before, words);
  if (isSame && !input.afterId) return { minutes };
  if (before && !isSame) refuseStaleBlock(before, input.edit, minutes);
  if (before) await db.update(MinutesBlocks, id, { ...words, edit: before.edit + (isSame ? 0 : 1) });
  else await db.insert(MinutesBlocks, { id, minutesId: minutes.id, position: blocks.length + 1, ...words });
  if (input.afterId) {
    const ids = blocks.map((block) => block.id).filter((each) => each !== id);
    const place = ids.indexOf(input.afterId.toLowerCase());
    if (place < 0) throw new Refusal("GONE", "afterId");
    // It stands there already, and says these words: sent again.
    if (isSame && blocks[place + 1]?.id === id) return { minutes };
    await renumber(db, ids.toSpliced(place + 1, 0, id));
  }
  if (before && !isSame) await askQuotedAnew(db, meeting, minutes, id);
  await record("minutes.blockWritten", minutes, { blockId: id, ...words });
  return { minutes };
}

/** Adds blocks at the end, all of them or none; sent again, those that are there stay as they are. */
export async function addMinutesBlocks(tx: Transaction, input: AddMinutesBlocksInput) {
  const { db, record } = tx;
  const { minutes } = await minutesToWrite(tx, input.minutesId);
  refuseFrozen(minutes);
  const before = await blocksInOrder(db, minutes.id);
  const known = new Set(before.map(({ id }) => id));
  if (input.blocks.length === 0) throw new Refusal("REQUIRED", "blocks");
  const ids = input.blocks.map(({ id }, at) => {
    if (!isId(id)) throw new Refusal("WRONG_KIND", `blocks.${at}.id`);
    return id.toLowerCase();
  });
  const added = ids.flatMap((id, at) => (known.has(id) ? [] : [{ id, at }]));
  if (new Set(ids).size < ids.length) throw new Refusal("CONFLICT", "blocks");
  if (before.length + added.length > mostBlocks)
    throw new Refusal("TOO_MANY_CHOICES", "blocks", String(mostBlocks - before.length));
  const words = together(
    Object.fromEntries(added.map(({ id, at }) => [id, () => wordsOf(input.blocks[at]!, `blocks.${at}.`)])),
  );
  if (added.length === 0) return { minutes };
  for (const { id } of added) if (await db.existsBy(MinutesBlocks, { id })) throw new Refusal("CONFLICT", "blocks");
  const rows = added.map(({ id }, place) => ({
    id,
    minutesId: minutes.id,
    position: before.length + place + 1,
    ...words[id]!,
  }));
  await db.insert(MinutesBlocks, rows);
  await record("minutes.blocksAdded", minutes, { blockIds: rows.map(({ id }) => id) });
  return { minutes };
}

/** Removes a block, until minutes are read over: from then on its words are corrected; a quote alone may go. */
export async function removeMinutesBlock(tx: Transaction, input: RemoveMinutesBlockInput) {
  const { db, record } = tx;
  authorize(minutesPolicy.writeAny(tx.viewer));
  // Removed already, by this person or another: it is done.
  if (isId(input.id) && !(await db.existsBy(MinutesBlocks, { id: input.id }))) return {};
  const { block, minutes } = await blockToWrite(tx, input.id);
  refuseFrozen(minutes);
  if (minutes.state !== "DRAFT" && !(await mayGo(db, block))) throw new Refusal("NOT_NOW", "id", minutes.state);
  refuseStaleBlock(block, input.edit, minutes);
  await db.delete(MinutesBlocks, { id: block.id });
  await renumber(
    db,
    (await blocksInOrder(db, minutes.id)).map(({ id }) => id),
  );
  await record("minutes.blockRemoved", minutes, { blockId: block.id, text: block.text });
  return { minutes };
}

/** True for a quote that nobody agreed to, and of which no correction was asked. */
const mayGo = async (db: EntityManager, block: MinutesBlock) =>
  block.kind === "QUOTE" &&
  consentTo(block, await db.findOneBy(MinutesQuotes, { blockId: block.id })) !== "GIVEN" &&
  !(await db.existsBy(MinutesCorrections, { blockId: block.id }));

/** Says what an action became: its words are frozen, what became of it is not. */
export async function followMinutesAction(tx: Transaction, input: FollowMinutesActionInput) {
  const { db, record } = tx;
  const { block, minutes } = await blockToWrite(tx, input.id);
  if (block.kind !== "ACTION" || minutes.state !== "PUBLISHED") throw new Refusal("NOT_NOW", "id");
  const droppedBecause = givenText(input.droppedBecause, "droppedBecause", limits["minutes.reason"]);
  if (input.done && droppedBecause) throw new Refusal("NOT_NOW", "droppedBecause");
  if (block.done === input.done && block.droppedBecause === droppedBecause) return { minutes };
  refuseStaleBlock(block, input.edit, minutes);
  await db.update(MinutesBlocks, block.id, { done: input.done, droppedBecause, edit: block.edit + 1 });
  await record("minutes.actionFollowed", minutes, { blockId: block.id, done: input.done, droppedBecause });
  return { minutes };
}

type Words = Pick<MinutesBlock, "kind" | "topic" | "text" | "owner" | "due" | "done">;

/** The words of a block; problems are named by its fields, after `path`. */
function wordsOf(input: WriteMinutesBlockInput | AddedMinutesBlockInput, path = ""): Words {
  const { kind } = input;
  const read = together({
    topic: () => givenLine(input.topic, `${path}topic`, limits["minutes.topic"]),
    text: () => neededText(input.text, `${path}text`, limits["minutes.text"]),
    // Words are quoted from somebody who agreed to be: by a name they chose.
    owner: () => {
      const owner = givenLine(input.owner, `${path}owner`, limits["minutes.line"]);
      if (kind === "QUOTE" && !owner) throw new Refusal("REQUIRED", `${path}owner`);
      return owner;
    },
  });
  const owner = kind === "NOTE" ? null : read.owner;
  const due = kind === "ACTION" || kind === "DECISION" ? (input.due ?? null) : null;
  return { kind, ...read, owner, due, done: kind === "ACTION" ? false : null };
}

const same = (a: Words, b: Words) =>
  a.kind === b.kind && a.topic === b.topic && a.text === b.text && a.owner === b.owner && a.due === b.due;
