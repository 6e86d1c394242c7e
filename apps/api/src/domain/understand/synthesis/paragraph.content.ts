import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { WriteParagraphInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, neededText } from "../../../platform/text/text.ts";
import { citedIn } from "./detail.ts";
import { idsOf, type WritingDesk } from "./synthesis.desk.ts";
import { Citations, PassageCitations, type SynthesisParagraph } from "./synthesis.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** All that a paragraph says and cites. */
export interface ParagraphContent {
  kind: SynthesisParagraph["kind"];
  text: string;
  detail: string | null;
  /** On the one side, those of the detail too. */
  keyPointIds: string[];
  againstIds: string[];
  passageIds: string[];
}

/** Checks the content of a paragraph to be saved; refuses by field. */
export async function contentOf(
  { db }: Transaction,
  desk: WritingDesk,
  input: WriteParagraphInput,
): Promise<ParagraphContent> {
  const { kind } = input;
  const text = kind === "QUOTE" ? "" : neededText(input.text, "text", limits["paragraph.text"]);
  if (kind === "QUOTE" && givenText(input.text, "text", limits["paragraph.text"]))
    throw new Refusal("WRONG_KIND", "text");
  const detail = givenText(input.detail, "detail", limits["paragraph.detail"]);
  const live = citedIn(detail);
  const forIds = await keyPointsToCite(db, desk, idsOf(input.keyPointIds, "keyPointIds"), "keyPointIds");
  const againstIds = await keyPointsToCite(db, desk, idsOf(input.againstIds, "againstIds"), "againstIds");
  const liveIds = await keyPointsToCite(db, desk, idsOf(live.keyPointIds, "detail"), "detail");
  if (againstIds.length > 0 && kind !== "DEBATE") throw new Refusal("UNKNOWN_CHOICE", "againstIds");
  // One key point cannot be on both sides.
  if (forIds.some((id) => againstIds.includes(id))) throw new Refusal("EXCLUSIVE_CHOICE", "againstIds");
  const passageIds = idsOf(input.passageIds, "passageIds");
  const livePassageIds = idsOf(live.passageIds, "detail");
  await refuseUnknownPassages(db, desk, passageIds, "passageIds");
  await refuseUnknownPassages(db, desk, livePassageIds, "detail");
  const words = [...new Set([...passageIds, ...livePassageIds])].toSorted();
  if (kind === "QUOTE" && words.length === 0) throw new Refusal("REQUIRED", "passageIds");
  if (kind === "QUOTE" && words.length > 1) throw new Refusal("TOO_MANY_CHOICES", "passageIds", "1");
  const keyPointIds = [...new Set([...forIds, ...liveIds.filter((id) => !againstIds.includes(id))])].toSorted();
  return { kind, text, detail, keyPointIds, againstIds: againstIds.toSorted(), passageIds: words };
}

/** Key points of the group, by the id that holds their words today: what was merged meanwhile is cited all the same. */
async function keyPointsToCite(db: EntityManager, { group, version }: WritingDesk, ids: string[], field: string) {
  const found = await db.query<{ id: string; asked: string; state: string }[]>(
    `select kept.id, asked.id as asked, kept.state from key_point asked
     join key_point kept on kept.id = coalesce(asked.merged_into_id, asked.id)
     join objective o on o.id = kept.objective_id and o.group_id = $2 where asked.id = any($1::uuid[])`,
    [ids, group.id],
  );
  if (found.length < ids.length) throw new Refusal("UNKNOWN_CHOICE", field);
  const working = found.filter(({ state }) => state === "WORKING").length;
  // A circulating version is read by all.
  if (version.state === "CIRCULATING" && working > 0) throw new Refusal("WORKING_KEY_POINTS", field, String(working));
  return [...new Set(found.map(({ id }) => id))];
}

async function refuseUnknownPassages(db: EntityManager, { group }: WritingDesk, ids: string[], field: string) {
  const [{ found }] = await db.query<[{ found: number }]>(
    `select count(*)::int as found from passage p join contribution c on c.id = p.contribution_id
     where p.id = any($1::uuid[]) and ${visible("c")}
       and (coalesce((select group_id from objective where id = c.objective_id), $2) = $2 or exists (
         select from key_point_passage l join key_point k on k.id = l.key_point_id
         join objective o on o.id = k.objective_id where l.passage_id = p.id and o.group_id = $2))`,
    [ids, group.id],
  );
  if (found < ids.length) throw new Refusal("UNKNOWN_CHOICE", field);
}

/** Reads the text and citations of a paragraph as they stand. */
export async function contentNow(db: EntityManager, paragraph: SynthesisParagraph): Promise<ParagraphContent> {
  const paragraphId = paragraph.id;
  const citations = await db.findBy(Citations, { paragraphId });
  const passages = await db.findBy(PassageCitations, { paragraphId });
  const side = (wanted: boolean) =>
    citations
      .filter(({ against }) => against === wanted)
      .map(({ keyPointId }) => keyPointId)
      .toSorted();
  return {
    kind: paragraph.kind,
    text: paragraph.text,
    detail: paragraph.detail,
    keyPointIds: side(false),
    againstIds: side(true),
    passageIds: passages.map(({ passageId }) => passageId).toSorted(),
  };
}

/** Writes what a paragraph cites in the place of what it cited. */
export async function cite(db: EntityManager, paragraphId: string, content: ParagraphContent) {
  await removeCitations(db, paragraphId);
  const { keyPointIds, againstIds, passageIds } = content;
  const citations = [
    ...keyPointIds.map((keyPointId) => ({ paragraphId, keyPointId, against: false })),
    ...againstIds.map((keyPointId) => ({ paragraphId, keyPointId, against: true })),
  ];
  if (citations.length) await db.insert(Citations, citations);
  if (passageIds.length)
    await db.insert(
      PassageCitations,
      passageIds.map((passageId) => ({ paragraphId, passageId })),
    );
}

export async function removeCitations(db: EntityManager, paragraphId: string) {
  await db.delete(Citations, { paragraphId });
  await db.delete(PassageCitations, { paragraphId });
}

/** Removes from the set aside all that a paragraph cites: nothing is both. */
export const takeBackIn = (db: EntityManager, versionId: string, paragraphId: string) =>
  db.query(
    `delete from set_aside where version_id = $1 and (
       key_point_id in (select key_point_id from citation where paragraph_id = $2)
       or passage_id in (
         select passage_id from passage_citation where paragraph_id = $2
         union select l.passage_id from citation ct join key_point_passage l on l.key_point_id = ct.key_point_id
         where ct.paragraph_id = $2))`,
    [versionId, paragraphId],
  );
