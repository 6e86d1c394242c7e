import type { EntityManager } from "typeorm";
import type {
  MoveParagraphInput,
  ParagraphKind,
  RemoveParagraphInput,
  WriteParagraphInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { saved, versionToWrite, type WritingDesk } from "./synthesis.desk.ts";
import {
  cite,
  contentNow,
  contentOf,
  type ParagraphContent,
  removeCitations,
  takeBackIn,
} from "./paragraph.content.ts";
import { type SynthesisParagraph, SynthesisParagraphs, SynthesisVersions } from "./synthesis.entity.ts";

/** The parts of a synthesis, in the order they are read. */
export const kinds: ParagraphKind[] = ["AGREEMENT", "DEBATE", "MINORITY", "HIGHLIGHT", "QUOTE"];

export async function writeParagraph(tx: Transaction, input: WriteParagraphInput) {
  const { db, record } = tx;
  authorize(readingPolicy.hold(tx.viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const desk = await versionToWrite(tx, input.synthesisId);
  const { synthesis, version } = desk;
  const id = input.id.toLowerCase();
  const before = await db.findOneBy(SynthesisParagraphs, { id });
  if (before && before.versionId !== version.id) throw await elsewhere(db, before, desk);
  if (!before && input.edit) throw new Refusal("GONE", "id").with({ current: null, synthesis });
  const content = await contentOf(tx, desk, input);
  const was = before && (await contentNow(db, before));
  // Sent twice, or wished by two: it is done.
  if (before && same(was!, content) && (!input.afterId || (await standsAfter(db, before, input.afterId))))
    return { paragraph: before, synthesis };
  if (before) refuseStale(before, input.edit ?? null, desk);

  const { kind, text, detail } = content;
  const paragraph = before
    ? { ...before, kind, text, detail, edit: before.edit + 1 }
    : { id, versionId: version.id, originId: id, kind, position: 0, text, detail, edit: 1 };
  if (before) await db.update(SynthesisParagraphs, id, { kind, text, detail, edit: paragraph.edit });
  else await db.insert(SynthesisParagraphs, paragraph);
  if (!before || input.afterId || before.kind !== kind)
    paragraph.position = await place(db, paragraph, input.afterId ?? (await lastOfKind(db, paragraph)));
  await cite(db, id, content);
  await takeBackIn(db, version.id, id);
  await saved(db, version);
  await record("paragraph.written", id, { synthesisId: synthesis.id, ...(was && { from: was }), to: content });
  return { paragraph, synthesis };
}

/** The paragraph of another version: published, it is frozen; of another synthesis, the id is taken. */
async function elsewhere(db: EntityManager, { versionId }: SynthesisParagraph, { synthesis }: WritingDesk) {
  const { synthesisId } = await db.findOneByOrFail(SynthesisVersions, { id: versionId });
  return synthesisId === synthesis.id ? new Refusal("FROZEN") : new Refusal("CONFLICT", "id");
}

const same = (a: ParagraphContent, b: ParagraphContent) => JSON.stringify(a) === JSON.stringify(b);

function refuseStale(current: SynthesisParagraph, edit: number | null, { synthesis }: WritingDesk) {
  if (current.edit !== edit) throw new Refusal("STALE", "edit", String(current.edit)).with({ current, synthesis });
}

export async function moveParagraph(tx: Transaction, input: MoveParagraphInput) {
  const { db, record } = tx;
  const { paragraph, desk } = await paragraphToWrite(tx, input.id);
  const position = await place(db, paragraph, input.afterId ?? null);
  if (position !== paragraph.position) {
    await saved(db, desk.version);
    await record("paragraph.moved", paragraph, {
      synthesisId: desk.synthesis.id,
      from: paragraph.position,
      to: position,
    });
  }
  return { paragraph: { ...paragraph, position }, synthesis: desk.synthesis };
}

export async function removeParagraph(tx: Transaction, input: RemoveParagraphInput) {
  const { db, record } = tx;
  authorize(readingPolicy.hold(tx.viewer));
  // Removed already, by this person or another: it is done.
  if (isId(input.id) && !(await db.existsBy(SynthesisParagraphs, { id: input.id }))) return { paragraph: null };
  const { paragraph, desk } = await paragraphToWrite(tx, input.id);
  refuseStale(paragraph, input.edit, desk);
  const was = await contentNow(db, paragraph);
  await removeCitations(db, paragraph.id);
  await db.delete(SynthesisParagraphs, paragraph.id);
  await renumber(db, await order(db, desk.version.id));
  await saved(db, desk.version);
  await record("paragraph.removed", paragraph.id, { synthesisId: desk.synthesis.id, ...was });
  return { paragraph: null, synthesis: desk.synthesis };
}

/** A paragraph of the version under way, and the synthesis it is held with. */
async function paragraphToWrite(tx: Transaction, id: string) {
  const { db, viewer } = tx;
  authorize(readingPolicy.hold(viewer));
  const found = isId(id) ? await db.findOneBy(SynthesisParagraphs, { id }) : null;
  if (!found) throw new Refusal("GONE", "id");
  const { synthesisId } = await db.findOneByOrFail(SynthesisVersions, { id: found.versionId });
  const desk = await versionToWrite(tx, synthesisId);
  if (found.versionId !== desk.version.id) throw new Refusal("FROZEN");
  // As it is now that the synthesis is held.
  const paragraph = await db.findOneBy(SynthesisParagraphs, { id });
  if (!paragraph) throw new Refusal("GONE", "id").with({ current: null, synthesis: desk.synthesis });
  return { paragraph, desk };
}

/** The ids of the paragraphs of a version, in their order. */
const order = async (db: EntityManager, versionId: string) =>
  (
    await db.find(SynthesisParagraphs, {
      where: { versionId },
      order: { position: "ASC", id: "ASC" },
      select: { id: true, kind: true },
    })
  ).map(({ id, kind }) => ({ id, kind }));

async function standsAfter(db: EntityManager, { id, versionId }: SynthesisParagraph, afterId: string) {
  const ids = (await order(db, versionId)).map((each) => each.id);
  return ids[ids.indexOf(id) - 1] === afterId.toLowerCase();
}

/** The paragraph that one of a kind comes after, at the end of its kind; null where it comes first. */
async function lastOfKind(db: EntityManager, { id, versionId, kind }: SynthesisParagraph): Promise<string | null> {
  const others = (await order(db, versionId)).filter((each) => each.id !== id);
  const before = kinds.slice(0, kinds.indexOf(kind) + 1);
  return others.findLast((each) => before.includes(each.kind))?.id ?? null;
}

/** Puts a paragraph after another, or first; its position. */
async function place(db: EntityManager, { id, versionId }: SynthesisParagraph, afterId: string | null) {
  const others = (await order(db, versionId)).filter((each) => each.id !== id);
  const after = afterId === null ? -1 : others.findIndex((each) => each.id === afterId.toLowerCase());
  if (afterId !== null && after < 0) throw new Refusal("GONE", "afterId");
  const ids = others.toSpliced(after + 1, 0, { id, kind: "QUOTE" });
  await renumber(db, ids);
  return after + 2;
}

const renumber = (db: EntityManager, ids: { id: string }[]) =>
  db.query(
    `update synthesis_paragraph g set position = n.position
     from unnest($1::uuid[]) with ordinality as n(id, position) where g.id = n.id and g.position <> n.position`,
    [ids.map(({ id }) => id)],
  );
