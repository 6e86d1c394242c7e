import { editInstead, saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { type EntityManager, In } from "typeorm";
import type {
  EditInterlocutorInput,
  MergeInterlocutorsInput,
  RegisterInterlocutorInput,
  RemoveInterlocutorInput,
  UnmergeInterlocutorInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { type Interlocutor, Interlocutors } from "./interlocutor.entity.ts";
import { interlocutorPolicy } from "./interlocutor.policy.ts";
import { sheetOf } from "./interlocutor.sheet.ts";
import { movedWith, officeNamed } from "./interlocutor.writes.ts";

export async function registerInterlocutor(tx: Transaction, { key, fields }: RegisterInterlocutorInput) {
  const { db, viewer, record } = tx;
  authorize(interlocutorPolicy.keep(viewer));
  if (!isId(key)) throw new Refusal("WRONG_KIND", "key");
  // One at a time: the second of two that were sent together finds the first, and slugs are not taken twice.
  await db.query("select pg_advisory_xact_lock(hashtext('interlocutor'))");
  const id = key.toLowerCase();
  const words = await sheetOf(db, fields, null);
  const before = await db.findOneBy(Interlocutors, { id });
  if (before) return editInstead(() => editInterlocutor(tx, { id, version: 1, fields }));
  await db.insert(Interlocutors, {
    id,
    slug: await freeSlug(db, Interlocutors, words.name, "interlocuteur"),
    ...words,
  });
  const interlocutor = await db.findOneByOrFail(Interlocutors, { id });
  await record("interlocutor.registered", interlocutor, { ...words });
  return { interlocutor };
}

export async function editInterlocutor({ db, viewer, record }: Transaction, input: EditInterlocutorInput) {
  authorize(interlocutorPolicy.keep(viewer));
  const before = await officeToWrite(db, input.id);
  const words = await sheetOf(db, input.fields, before);
  if (saysAlready(before, words)) return { interlocutor: before };
  refuseStale(before, input.version);
  const interlocutor: Interlocutor = { ...before, ...words, version: before.version + 1 };
  await db.update(Interlocutors, before.id, { ...words, version: interlocutor.version });
  // The address stays as it was: what was printed or sent leads there still.
  const changed = Object.keys(words).filter(
    (name) =>
      JSON.stringify(before[name as keyof Interlocutor]) !== JSON.stringify(interlocutor[name as keyof Interlocutor]),
  );
  const from = Object.fromEntries(changed.map((name) => [name, before[name as keyof Interlocutor]]));
  const to = Object.fromEntries(changed.map((name) => [name, interlocutor[name as keyof Interlocutor]]));
  await record("interlocutor.edited", interlocutor, { from, to });
  return { interlocutor };
}

/** Merges an office into another: rooms that hold it hear « interlocutor.merged », and move what they hold. */
export async function mergeInterlocutors({ db, viewer, record }: Transaction, input: MergeInterlocutorsInput) {
  authorize(interlocutorPolicy.keep(viewer));
  const into = await officeNamed(db, input.into, "into");
  const known = isId(input.id) ? await db.findOneBy(Interlocutors, { id: input.id }) : null;
  if (!known) throw new Refusal("GONE", "id");
  if (known.id === into.id) throw new Refusal("SAME_OFFICE", "into");
  // A second merge of the same office changes nothing and succeeds.
  if (known.mergedIntoId === into.id) return { interlocutor: into };
  // Both held, always in the same order: two merges that cross wait for each other.
  for (const id of [known.id, into.id].toSorted()) await officeToWrite(db, id);

  const merged = (await db.findBy(Interlocutors, { mergedIntoId: known.id })).map(({ id }) => id);
  await db.update(Interlocutors, { mergedIntoId: known.id }, { mergedIntoId: into.id });
  await db.update(Interlocutors, known.id, { mergedIntoId: into.id, version: known.version + 1 });
  await record("interlocutor.merged", known, { into: into.id, merged });
  return { interlocutor: into };
}

/**
 * Undoes a merge: the office has an entry and an address of its own again, and rooms that moved what they held give it
 * back. What came to the one that was kept since stays there.
 */
export async function unmergeInterlocutor({ db, viewer, record }: Transaction, { id }: UnmergeInterlocutorInput) {
  authorize(interlocutorPolicy.keep(viewer));
  const known = isId(id) ? await db.findOneBy(Interlocutors, { id }) : null;
  if (!known) throw new Refusal("GONE", "id");
  const lock = { mode: "for_no_key_update" } as const;
  const both = { id: In([known.id, known.mergedIntoId ?? known.id]) };
  const held = await db.find(Interlocutors, { where: both, order: { id: "ASC" }, lock });
  const office = held.find((one) => one.id === known.id)!;
  const from = office.mergedIntoId;
  // Undone already, by this person or another.
  if (!from) return { interlocutor: office };
  const merged = await movedWith(db, office.id, "interlocutor.merged", "merged");
  await db.update(Interlocutors, { id: In(merged), mergedIntoId: from }, { mergedIntoId: office.id });
  const back = { mergedIntoId: null, version: office.version + 1 };
  await db.update(Interlocutors, office.id, back);
  await record("interlocutor.unmerged", office, { from });
  return { interlocutor: { ...office, ...back } };
}

/** Takes an office out of the register; one that anything names is merged instead. */
export async function removeInterlocutor(
  { db, viewer, record }: Transaction,
  { id, version }: RemoveInterlocutorInput,
) {
  authorize(interlocutorPolicy.keep(viewer));
  // Taken out by somebody else meanwhile: as good as done.
  if (isId(id) && !(await db.existsBy(Interlocutors, { id }))) return {};
  // An act that would name it meanwhile waits, and then does not find it.
  const office = await officeToWrite(db, id, "pessimistic_write");
  refuseStale(office, version);
  const unused = `${unreferenced(db, Interlocutors)} and not exists (select from interlocutor where merged_into_id = it.id)`;
  const [{ free }] = await db.query<[{ free: boolean }]>(
    `select ${unused} as free from interlocutor it where it.id = $1`,
    [id],
  );
  if (!free) throw new Refusal("STILL_USED", "id");
  await db.delete(Interlocutors, { id });
  await record("interlocutor.removed", office, { slug: office.slug, name: office.name });
  return {};
}

/** The office, held until the end of the transaction. */
async function officeToWrite(
  db: EntityManager,
  id: string,
  mode: "for_no_key_update" | "pessimistic_write" = "for_no_key_update",
): Promise<Interlocutor> {
  const office = isId(id) ? await db.findOne(Interlocutors, { where: { id }, lock: { mode } }) : null;
  if (!office) throw notFound();
  if (office.mergedIntoId) throw new Refusal("GONE", "id");
  return office;
}
