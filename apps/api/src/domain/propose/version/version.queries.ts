import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { type Initiative, Initiatives } from "../initiative/initiative.entity.ts";
import { readableKeyPoint } from "../../understand/keyPoint/keyPoint.queries.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { type Passage, Passages } from "../../understand/passage/passage.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type ProposalVersion, ProposalVersions } from "./version.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { publicInitiative } from "../initiative/initiative.sql.ts";

/** Versions of a proposal since it became public, newest first. */
export const versionsOf = (context: Context, proposalId: string): Promise<ProposalVersion[]> =>
  linked(
    context,
    "proposal: versions",
    ProposalVersions,
    "it.proposal_id as key from proposal_version it where it.proposal_id = any($1::uuid[]) order by it.number desc",
    proposalId,
  );

/** Rows a version names by their ids, as readable today; two that were merged since count once. */
async function each<Row extends { id: string }>(ids: readonly string[], find: (id: string) => Promise<Row[]>) {
  const found = (await Promise.all(ids.map(find))).flat();
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

/** Key points a sentence rested on; a merged one is replaced by the one that holds its words. */
export const keyPointsNamed = (context: Context, ids: readonly string[]): Promise<KeyPoint[]> =>
  each(ids, (id) =>
    linkedCached(
      context,
      "version: key points",
      KeyPoints,
      `named.id as key from key_point named join key_point it on it.id = coalesce(named.merged_into_id, named.id)
       join objective o on o.id = it.objective_id
       where named.id = any($1::uuid[]) and ${readableKeyPoint("$2")}`,
      id,
      [readingGroups(context.viewer)],
    ),
  );

/** Passages a sentence rested on directly, of contributions published today. */
export const passagesNamed = (context: Context, ids: readonly string[]): Promise<Passage[]> =>
  each(ids, (id) =>
    linkedCached(
      context,
      "version: passages",
      Passages,
      `it.id as key from passage it join contribution c on c.id = it.contribution_id and ${visible("c")}
       where it.id = any($1::uuid[])`,
      id,
    ),
  );

/** Examples of a version, as far as they are public today. */
export const initiativesNamed = (context: Context, ids: readonly string[]): Promise<Initiative[]> =>
  each(ids, (id) =>
    linkedCached(
      context,
      "version: initiatives",
      Initiatives,
      `it.id as key from initiative it where it.id = any($1::uuid[]) and ${publicInitiative("it")}`,
      id,
    ),
  );
