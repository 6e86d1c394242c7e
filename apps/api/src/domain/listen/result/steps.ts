import type { EntityManager } from "typeorm";
import { counted as counts } from "../../ground/moderation/status.sql.ts";
import { counted, type Counting, type Counts } from "./counted.ts";
import { collective, type Crossing } from "./result.counts.ts";
import { fewest } from "./small.ts";
import { type ResultStep, ResultSteps } from "./steps.entity.ts";

/** Responses of individuals that count now, the five last ones apart while more may come. */
interface Standing {
  /** Number of those that a step may tell. */
  present: number;
  /** Number of those that came, left or changed since the last step. */
  moved: number;
  /** Number of all. */
  all: number;
}

/**
 * True if counts may take the place of those shown: five responses differ at least, so that nobody's answers are what
 * changed. Once all is in, also where nothing differs: what is told by region and kind comes then. Pure.
 */
export function isDue(
  step: Pick<ResultStep, "region"> | null,
  { present, moved }: Pick<Standing, "present" | "moved">,
  over: boolean,
): boolean {
  if (!step) return present >= fewest;
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
  if (!kept && standing.all === 0) return counted(db, { ...of, by: null, left: [] });
  const step = isDue(kept, standing, over) ? await taken(db, of, over) : kept;
  return step && (by ? step[by] : step.whole);
}

const stepOf = (db: EntityManager, questionnaireId: string) => db.findOneBy(ResultSteps, { questionnaireId });

/** Counted in the database: it may hold two hundred thousand. */
async function standingOf(db: EntityManager, questionnaireId: string, over: boolean): Promise<Standing> {
  const text = `with ${present},
    before as (select m.key::uuid as id, m.value::int as revision
      from result_step s, jsonb_each_text(s.members) m where s.questionnaire_id = $1)
    select count(*) filter (where here)::int as present, (select count(*) from ranked)::int as all,
      count(*) filter (where standing.revision is distinct from before.revision)::int as moved
    from (select id, revision, true as here from present) standing full join before using (id)`;
  const [standing] = await db.query<Standing[]>(text, [questionnaireId, over ? 0 : fewest]);
  return standing!;
}

/** Responses of individuals that count, and those that a step may tell: all but the last to come. */
const present = `ranked as (select r.id, r.revision, row_number() over (order by r.submitted_on desc, r.id desc) as rank
      from response r where r.questionnaire_id = $1 and ${counts("r")} and not ${collective}),
    present as (select id, revision from ranked where rank > $2)`;

/** The responses that a step tells, with the revision of each, and those that wait. */
async function membersOf(db: EntityManager, questionnaireId: string, over: boolean) {
  const text = `with ${present} select
    (select coalesce(jsonb_object_agg(id, revision), '{}') from present) as members,
    array(select id from ranked where rank <= $2 limit $2) as latest`;
  const [row] = await db.query<{ members: ResultStep["members"]; latest: string[] }[]>(text, [
    questionnaireId,
    over ? 0 : fewest,
  ]);
  return row!;
}

/** Takes a step, all of one instant; of two that are taken together the second finds the first. */
async function taken(db: EntityManager, of: Omit<Counting, "left" | "by">, over: boolean): Promise<ResultStep | null> {
  try {
    return await db.connection.transaction("REPEATABLE READ", async (tx) => {
      const before = await stepOf(tx, of.id);
      if (!isDue(before, await standingOf(tx, of.id, over), over)) return before;
      const { members, latest } = await membersOf(tx, of.id, over);
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
    // Somebody else took it at the same time, or the database only reads for now: the step before it stands.
    if (["40001", "23505", "25006"].includes((error as { code?: string }).code ?? "")) return stepOf(db, of.id);
    throw error;
  }
}
