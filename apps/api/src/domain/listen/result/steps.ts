import type { EntityManager } from "typeorm";
import { counted as counts } from "../../ground/moderation/status.sql.ts";
import { counted, type Counting, type Counts } from "./counted.ts";
import { collective, type Crossing } from "./result.counts.ts";
import { fewest } from "./small.ts";
import { type ResultStep, ResultSteps } from "./steps.entity.ts";

type Members = ResultStep["members"];

/** Responses of individuals that count now, the last ones to come apart. */
interface Standing {
  members: Members;
  latest: string[];
}

/** Number of responses that came, left or changed between two countings. Pure. */
export const differing = (before: Members, after: Members) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]).length;

/**
 * True if counts may take the place of those shown: five responses differ at least, so that nobody's answers are what
 * changed. Once all is in, also where nothing differs: what is told by region and kind comes then. Pure.
 */
export function isDue(step: Pick<ResultStep, "members" | "region"> | null, members: Members, over: boolean): boolean {
  if (!step) return Object.keys(members).length >= fewest;
  const moved = differing(step.members, members);
  return moved >= fewest || (over && moved === 0 && step.region === null);
}

/**
 * Counts that visitors are shown: those of the last step. While answers may come, the five last ones wait, so that all
 * are told at the end and none alone; groups of respondents are told once nothing more can come, and never move again.
 * Null while too few answered.
 */
export async function stepped(
  db: EntityManager,
  counting: Omit<Counting, "left">,
  over: boolean,
): Promise<Counts | null> {
  const { by, ...of } = counting;
  const kept = await stepOf(db, of.id);
  const standing = await standingOf(db, of.id, over);
  if (!kept && Object.keys(standing.members).length + standing.latest.length === 0)
    return counted(db, { ...of, by: null, left: [] });
  const step = isDue(kept, standing.members, over) ? await taken(db, of, over) : kept;
  return step && (by ? step[by] : step.whole);
}

const stepOf = (db: EntityManager, questionnaireId: string) => db.findOneBy(ResultSteps, { questionnaireId });

async function standingOf(db: EntityManager, questionnaireId: string, over: boolean): Promise<Standing> {
  const text = `select r.id, r.revision from response r
    where r.questionnaire_id = $1 and ${counts("r")} and not ${collective} order by r.submitted_on, r.id`;
  const all = await db.query<{ id: string; revision: number }[]>(text, [questionnaireId]);
  const latest = over ? [] : all.splice(-fewest).map(({ id }) => id);
  return { members: Object.fromEntries(all.map(({ id, revision }) => [id, revision])), latest };
}

/** Takes a step, all of one instant; of two that are taken together the second finds the first. */
async function taken(db: EntityManager, of: Omit<Counting, "left" | "by">, over: boolean): Promise<ResultStep | null> {
  try {
    return await db.connection.transaction("REPEATABLE READ", async (tx) => {
      const before = await stepOf(tx, of.id);
      const { members, latest } = await standingOf(tx, of.id, over);
      if (!isDue(before, members, over)) return before;
      const by = (crossing: Crossing | null) => counted(tx, { ...of, by: crossing, left: latest });
      const crossed = over && !before?.region;
      const step: ResultStep = {
        questionnaireId: of.id,
        members,
        whole: await by(null),
        region: crossed ? await by("region") : (before?.region ?? null),
        organisation: crossed ? await by("organisation") : (before?.organisation ?? null),
      };
      if (before) await tx.update(ResultSteps, of.id, step);
      else await tx.insert(ResultSteps, step);
      return step;
    });
  } catch (error) {
    // Somebody else took it at the same time.
    if (["40001", "23505"].includes((error as { code?: string }).code ?? "")) return stepOf(db, of.id);
    throw error;
  }
}
