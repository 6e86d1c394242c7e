import type { DataSource } from "typeorm";
import { beforeAll } from "vitest";
import { KeyPoints, type KeyPoint } from "../../src/domain/understand/keyPoint/keyPoint.entity.ts";
import { KeyPointPassages, Passages } from "../../src/domain/understand/passage/passage.entity.ts";
import { Proposals } from "../../src/domain/propose/proposal/proposal.entity.ts";
import { StatementKeyPoints, Statements } from "../../src/domain/propose/statement/statement.entity.ts";
import {
  Citations,
  SetAsides,
  Syntheses,
  SynthesisParagraphs,
  SynthesisVersions,
} from "../../src/domain/understand/synthesis/synthesis.entity.ts";
import type { Contribution } from "../../src/domain/listen/contribution/contribution.entity.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { viewerOf } from "../../src/platform/viewer.ts";
import { added, contributionOf, type Small, smallInstance } from "../rows/builders.ts";
import { personWith } from "../site/people.ts";

let made = 0;

/** A working key point of the smallest instance, without passages by default. */
export async function keyPointOf(
  database: DataSource,
  { objective }: Small,
  row: Partial<KeyPoint> = {},
  passages: string[] = [],
) {
  made += 1;
  const [{ last }] = await database.query<[{ last: number }]>(
    "select coalesce(max(number), 0)::int as last from key_point where objective_id = $1",
    [row.objectiveId ?? objective.id],
  );
  const keyPoint = await added(database, KeyPoints, {
    objectiveId: objective.id,
    number: last + 1,
    sentence: `Un point clef, le ${made}ᵉ.`,
    nature: "FINDING",
    ...row,
  });
  await say(database, keyPoint.id, passages);
  return keyPoint;
}

/** Gives passages to a key point. */
export async function say(database: DataSource, keyPointId: string, passages: string[]) {
  for (const passageId of passages) await database.manager.insert(KeyPointPassages, { keyPointId, passageId });
}

/** Passages that are whole texts, each of another person. */
export async function passageOf(database: DataSource, small: Small, row: Partial<Contribution> = {}): Promise<string> {
  const { id, body } = await contributionOf(database, small, row);
  const passage = { contributionId: id, startsAt: 0, endsAt: body.length, quote: body, markedAt: new Date() };
  return (await added(database, Passages, { ...passage, contributionRevision: 1 })).id;
}

/** A number of such passages. */
export const passagesOf = (database: DataSource, small: Small, count: number) =>
  Promise.all(Array.from({ length: count }, () => passageOf(database, small)));

/** A statement that rests on key points. */
export async function statementOn(database: DataSource, { group }: Small, keyPointIds: string[]): Promise<string> {
  made += 1;
  const proposal = await added(database, Proposals, {
    slug: `proposition-${made}`,
    groupId: group.id,
    number: made,
    title: "Une proposition",
    summary: "En une phrase.",
    createdOn: "2012-06-01",
    state: "OPEN",
  });
  const statement = { proposalId: proposal.id, part: "PROBLEM", position: 1, text: "Un énoncé." } as const;
  const { id: statementId } = await added(database, Statements, statement);
  for (const keyPointId of keyPointIds) await database.manager.insert(StatementKeyPoints, { statementId, keyPointId });
  return statementId;
}

/** A synthesis with its first version published and a second one under way: what each paragraph cites. */
export async function synthesisWith(database: DataSource, { objective }: Small) {
  made += 1;
  const synthesis = await added(database, Syntheses, {
    slug: `point-${made}`,
    objectiveId: objective.id,
    title: "Un point d’étape",
    state: "PUBLISHED",
    version: 1,
  });
  const versionOf = (version: number, state: "PUBLISHED" | "DRAFT") =>
    added(database, SynthesisVersions, { synthesisId: synthesis.id, version, state, causes: [] as never });
  const [published, underWay] = [await versionOf(1, "PUBLISHED"), await versionOf(2, "DRAFT")];
  let position = 0;
  const cite = async (versionId: string, keyPointIds: string[], against: string[] = []) => {
    position += 1;
    const originId = crypto.randomUUID();
    const kind = against.length ? "DEBATE" : "AGREEMENT";
    const paragraph = { versionId, originId, kind, position, text: "Un paragraphe." } as const;
    const { id: paragraphId } = await added(database, SynthesisParagraphs, paragraph);
    for (const keyPointId of keyPointIds) await database.manager.insert(Citations, { paragraphId, keyPointId });
    for (const keyPointId of against)
      await database.manager.insert(Citations, { paragraphId, keyPointId, against: true });
    return paragraphId;
  };
  const setAside = (keyPointId: string) =>
    added(database, SetAsides, { versionId: underWay.id, keyPointId, reason: "ALREADY_SAID" });
  return { synthesis, published: published.id, underWay: underWay.id, cite, setAside };
}

/** A person who holds the reading desk of a group. */
export async function rapporteurOf(database: DataSource, groupId: string): Promise<Viewer> {
  const id = await personWith(database, ["RAPPORTEUR"], groupId);
  return viewerOf({ id, displayName: "Une personne fictive", language: "fr" }, [
    { role: "RAPPORTEUR", groupId, territoryId: null },
  ]);
}

/** Reads all places and links of key points, their versions left out. */
export async function keyPointRows(database: DataSource) {
  const lines = async (text: string) =>
    (await database.query<{ line: string }[]>(text)).map(({ line }) => line).toSorted();
  return {
    keyPoints: await lines(
      `select concat_ws(' ', id, state, objective_id, 'under ' || parent_id, 'in ' || merged_into_id, sentence) as line
       from key_point`,
    ),
    passages: await lines("select key_point_id || ' ' || passage_id as line from key_point_passage"),
    statements: await lines("select key_point_id || ' ' || statement_id as line from statement_key_point"),
    citations: await lines("select concat_ws(' ', key_point_id, paragraph_id, against) as line from citation"),
    setAside: await lines("select concat_ws(' ', id, key_point_id, version_id, reason) as line from set_aside"),
  };
}

/** The smallest instance with its rapporteur and a synthesis, made before the rules of a file. */
export function withSynthesis(api: { database: DataSource }) {
  const the = {} as { small: Small; rapporteur: Viewer; synthesis: Awaited<ReturnType<typeof synthesisWith>> };
  beforeAll(async () => {
    const small = await smallInstance(api.database);
    const rapporteur = await rapporteurOf(api.database, small.group.id);
    Object.assign(the, { small, rapporteur, synthesis: await synthesisWith(api.database, small) });
  });
  return the;
}
