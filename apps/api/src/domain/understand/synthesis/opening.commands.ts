import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { OpenSynthesisInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { numberedSlug } from "../../../platform/data/freeSlug.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { neededLine } from "../../../platform/text/text.ts";
import { type Objective, Objectives, WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { laidOut, type LaidKeyPoint, type LaidParagraph, type Shared } from "./layout.ts";
import { cite } from "./paragraph.content.ts";
import { Syntheses, SynthesisParagraphs, SynthesisVersions } from "./synthesis.entity.ts";
import { asCounted, countedFor, saying } from "./counted.ts";
import { notMerged } from "../keyPoint/keyPoint.sql.ts";

export async function openSynthesis(tx: Transaction, input: OpenSynthesisInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  // Held meanwhile: whoever opens it at the same time waits here, and finds it done.
  const objective = await db.findOne(Objectives, {
    where: { slug: input.objective },
    lock: { mode: "for_no_key_update" },
  });
  if (!objective) throw new Refusal("UNKNOWN_CHOICE", "objective");
  authorize(readingPolicy.hold(viewer, objective.groupId));
  const before = await db.findOneBy(Syntheses, { objectiveId: objective.id });
  if (before) return { synthesis: before };

  const title = neededLine(input.title ?? objective.question, "title", limits["synthesis.title"]);
  const { identifiers } = await db.insert(Syntheses, {
    slug: await slugOf(db, objective),
    objectiveId: objective.id,
    title,
    state: "DRAFT",
  });
  const synthesis = await db.findOneByOrFail(Syntheses, { id: identifiers[0]!.id as string });
  const version = await db.insert(SynthesisVersions, {
    synthesisId: synthesis.id,
    version: 1,
    state: "DRAFT",
    ...asCounted(await countedFor(db, objective.id)),
  });
  const paragraphs = await layoutOf(db, objective.id);
  await write(db, version.identifiers[0]!.id as string, paragraphs);
  await record("synthesis.opened", synthesis, { title, paragraphs: paragraphs.length });
  return { synthesis };
}

async function slugOf(db: EntityManager, { number, groupId }: Objective) {
  const { slug } = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  const { language } = await organiserOf(db);
  return numberedSlug(db, Syntheses, `${language === "en" ? "synthesis" : "point-d-etape"}-${number}`, slug);
}

async function write(db: EntityManager, versionId: string, paragraphs: LaidParagraph[]) {
  for (const [index, { kind, text, keyPointIds, againstIds }] of paragraphs.entries()) {
    const id = crypto.randomUUID();
    await db.insert(SynthesisParagraphs, { id, versionId, originId: id, kind, text, position: index + 1 });
    await cite(db, id, { kind, text, detail: null, keyPointIds, againstIds, passageIds: [] });
  }
}

async function layoutOf(db: EntityManager, objectiveId: string): Promise<LaidParagraph[]> {
  const keyPoints = await db.query<LaidKeyPoint[]>(
    `select k.id, k.number, k.sentence, k.nature, k.parent_id as "parentId",
       count(distinct coalesce(c.response_id, c.id))::int as people
     from ${saying} where k.objective_id = $1 and ${notMerged("k")} group by k.id`,
    [objectiveId],
  );
  const shared = await db.query<Shared[]>(
    `with said as (
       select k.id, k.nature, p.id as passage_id, c.id as contribution_id from ${saying} where k.objective_id = $1
     )
     select a.id as "keyPointId", b.id as "otherId",
       (count(distinct a.passage_id) filter (where a.passage_id = b.passage_id))::int as passages,
       count(distinct a.contribution_id)::int as contributions
     from said a join said b on b.contribution_id = a.contribution_id and b.nature <> 'OBJECTION'
     where a.nature = 'OBJECTION' group by 1, 2 order by 1, 2`,
    [objectiveId],
  );
  const [{ everybody }] = await db.query<[{ everybody: number }]>(
    `select count(distinct coalesce(c.response_id, c.id))::int as everybody from ${saying} where k.objective_id = $1`,
    [objectiveId],
  );
  return laidOut(keyPoints, shared, everybody);
}
