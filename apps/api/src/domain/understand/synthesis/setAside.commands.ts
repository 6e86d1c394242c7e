import { limits } from "@cahier/schema/limits";
import { In } from "typeorm";
import type { BringBackInput, SetAsideInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenText } from "../../../platform/text/text.ts";
import { readingPolicy, reasonsOfTeam } from "../passage/passage.policy.ts";
import { accounted } from "./accounting.ts";
import { idsOf, saved, versionToWrite, type WritingDesk } from "./synthesis.desk.ts";
import { SetAsides } from "./synthesis.entity.ts";
import { saying } from "../keyPoint/keyPoint.writes.ts";
import { notMerged } from "../keyPoint/keyPoint.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

export async function setAside(tx: Transaction, input: SetAsideInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const asked = { keyPoints: idsOf(input.keyPointIds, "keyPointIds"), passages: idsOf(input.passageIds, "passageIds") };
  if (!asked.keyPoints.length && !asked.passages.length) throw new Refusal("REQUIRED", "passageIds");
  if (!reasonsOfTeam.includes(input.reason)) throw new Refusal("UNKNOWN_CHOICE", "reason");
  const note = givenText(input.note, "note", limits["setAside.note"]);
  const desk = await versionToWrite(tx, input.synthesisId);
  await refuseUnknown(tx, desk, asked);
  await refuseCited(tx, desk, asked);

  const saidById = await saying(tx, input.reason, input.saidBy);
  if (saidById && asked.keyPoints.includes(saidById)) throw new Refusal("UNKNOWN_CHOICE", "saidBy");

  const why = { reason: input.reason, note, saidById, setAsideById: viewer.id };
  const versionId = desk.version.id;
  const before = await db.findBy(SetAsides, [
    { versionId, keyPointId: In(asked.keyPoints) },
    { versionId, passageId: In(asked.passages) },
  ]);
  // Set aside so already: a retry.
  if (before.length === asked.keyPoints.length + asked.passages.length && before.every((it) => saysAlready(it, why)))
    return { version: desk.version };
  await db.delete(SetAsides, { versionId, keyPointId: In(asked.keyPoints) });
  await db.delete(SetAsides, { versionId, passageId: In(asked.passages) });
  await db.insert(SetAsides, [
    ...asked.keyPoints.map((keyPointId) => ({ versionId, keyPointId, passageId: null, ...why })),
    ...asked.passages.map((passageId) => ({ versionId, keyPointId: null, passageId, ...why })),
  ]);
  const version = await saved(db, desk.version);
  await record("synthesis.setAside", desk.synthesis, {
    keyPointIds: asked.keyPoints,
    passageIds: asked.passages,
    reason: input.reason,
    note,
  });
  return { version };
}

interface SetAsideCount {
  keyPoints: string[];
  passages: string[];
}

/** Key points of the objective; words of published texts that say one of them, or that answer it. */
async function refuseUnknown({ db }: Transaction, { objective }: WritingDesk, { keyPoints, passages }: SetAsideCount) {
  const [found] = await db.query<[{ keyPoints: number; passages: number }]>(
    `select
       (select count(*)::int from key_point k where k.id = any($1::uuid[]) and k.objective_id = $3 and ${notMerged("k")})
         as "keyPoints",
       (select count(*)::int from passage p join contribution c on c.id = p.contribution_id and ${visible("c")}
        where p.id = any($2::uuid[]) and (c.objective_id = $3 or exists (
          select from key_point_passage l join key_point k on k.id = l.key_point_id
          where l.passage_id = p.id and k.objective_id = $3))) as passages`,
    [keyPoints, passages, objective.id],
  );
  if (found.keyPoints < keyPoints.length) throw new Refusal("UNKNOWN_CHOICE", "keyPointIds");
  if (found.passages < passages.length) throw new Refusal("UNKNOWN_CHOICE", "passageIds");
}

/** Refuses to set aside what is cited: the citation must be removed first. */
async function refuseCited({ db }: Transaction, { version }: WritingDesk, { keyPoints, passages }: SetAsideCount) {
  const [cited] = await db.query<[{ keyPoints: number; passages: number }]>(
    `with ${accounted("select $3::uuid")} select
       (select count(distinct ct.key_point_id)::int from citation ct
        join synthesis_paragraph g on g.id = ct.paragraph_id
        where g.version_id = $3 and ct.key_point_id = any($1::uuid[])) as "keyPoints",
       (select count(*)::int from accounted where cited and passage_id = any($2::uuid[])) as passages`,
    [keyPoints, passages, version.id],
  );
  if (cited.keyPoints > 0) throw new Refusal("STILL_CITED", "keyPointIds", String(cited.keyPoints));
  if (cited.passages > 0) throw new Refusal("STILL_CITED", "passageIds", String(cited.passages));
}

export async function bringBack(tx: Transaction, input: BringBackInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const ids = idsOf(input.ids, "ids");
  const desk = await versionToWrite(tx, input.synthesisId);
  const rows = await db.findBy(SetAsides, { id: In(ids), versionId: desk.version.id });
  // Brought back already, by this person or another: it is done.
  if (!rows.length) return { version: desk.version };
  await db.delete(SetAsides, { id: In(rows.map(({ id }) => id)) });
  const version = await saved(db, desk.version);
  await record("synthesis.broughtBack", desk.synthesis, {
    setAside: rows.map(({ keyPointId, passageId, reason }) => ({ keyPointId, passageId, reason })),
  });
  return { version };
}
