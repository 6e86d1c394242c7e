import { type EntityManager, In } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { type KeyPointPassage, KeyPointPassages, type Passage, Passages } from "./passage.entity.ts";
import { type KeptText, KeptTexts } from "./keptForTwo.entity.ts";
import { type ReadingCode, ReadingCodes } from "./readingCode.entity.ts";
import type { wordsAt } from "./passage.words.ts";

/** The passage of these words in a text as it stands: marked once, whoever marks them again. */
export async function keepPassage(
  { db, viewer, now }: Transaction,
  { id: contributionId, revision: contributionRevision }: Contribution,
  words: NonNullable<ReturnType<typeof wordsAt>>,
): Promise<Passage> {
  const place = { contributionId, contributionRevision };
  await insertOnce(db, Passages, { ...words, ...place, markedById: viewer.id, markedAt: now });
  const { startsAt, endsAt } = words;
  return db.findOneByOrFail(Passages, { ...place, startsAt, endsAt });
}

/** Removes a passage, unless something holds to it: a key point, a statement, a synthesis, or its author's word. */
export const dropPassage = (db: EntityManager, id: string) =>
  db.query(`delete from passage it where id = $1 and ${unreferenced(db, Passages)}`, [id]);

/** Says that a passage says a key point; false where it was said already. */
export const linkKeyPoint = (db: EntityManager, link: KeyPointPassage) => insertOnce(db, KeyPointPassages, link);

/** Takes a key point off a passage; false where it was not there. */
export async function unlinkKeyPoint(db: EntityManager, link: KeyPointPassage): Promise<boolean> {
  const { affected } = await db.delete(KeyPointPassages, link);
  return Boolean(affected);
}

/** Moves some passages from one key point to another that has none of them. */
export const movePassages = (db: EntityManager, from: string, to: string, passageIds: string[]) =>
  db.update(KeyPointPassages, { keyPointId: from, passageId: In(passageIds) }, { keyPointId: to });

/** Keeps the key point that one reader gave to some words. */
export const keepCode = (db: EntityManager, code: ReadingCode) => insertOnce(db, ReadingCodes, code);

/** Takes back the key point that one reader gave to some words. */
export const dropCode = (db: EntityManager, code: ReadingCode) => db.delete(ReadingCodes, code);

/** Keeps a text for two, once; says whether nobody did. */
export const keepText = (db: EntityManager, kept: KeptText) => insertOnce(db, KeptTexts, kept);

/** Lets a text go that was kept for two. */
export const letGoOfText = (db: EntityManager, contributionId: string) => db.delete(KeptTexts, { contributionId });

/** SQL: the place of a text while it may be told of it: anybody may read it, and who answered gave a name. */
export const placeTold = (it: string) =>
  `case when ${visible(it)} and (${it}.appearance = 'NAMED' or ${it}.response_id is null) then ${it}.territory_id end`;

/** SQL: who says each passage of a key point, from where, when and in which text, while anybody may read it. */
export const voices = `select l.key_point_id, l.passage_id,
    case when ${visible("c")} and c.minutes_block_id is null then coalesce(c.response_id, c.id) end as voice_id,
    case when ${visible("c")} then c.region_id end as region_id, ${placeTold("c")} as place_id,
    case when ${visible("c")} then k.objective_id end as objective_id,
    case when ${visible("c")} then c.contributed_on end as said_on, case when ${visible("c")} then c.id end as text_id
  from key_point_passage l join key_point k on k.id = l.key_point_id
  join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id`;

/** SQL: what is kept beside a passage of a key point `it`. */
export const voiceOf = (it: string) =>
  `(${["voice_id", "region_id", "place_id", "objective_id", "said_on", "text_id"].map((column) => `${it}.${column}`).join(", ")})`;

/** Puts beside each passage of a key point, or of one of them, who says it, from where, when and in which text, where something else is kept. */
export const setVoicesRight = (db: EntityManager, keyPointId: string | null = null) =>
  db.query(
    `update key_point_passage l set voice_id = x.voice_id, region_id = x.region_id, place_id = x.place_id,
      objective_id = x.objective_id, said_on = x.said_on, text_id = x.text_id from (${voices}) x
    where x.key_point_id = l.key_point_id and x.passage_id = l.passage_id and ${voiceOf("l")} is distinct from ${voiceOf("x")}
      and ($1::uuid is null or l.key_point_id = $1)`,
    [keyPointId],
  );
