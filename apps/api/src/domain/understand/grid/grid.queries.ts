import type { Context } from "../../../platform/context.ts";
import { authorize } from "../../../platform/refusal.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { groupOf, type Notebook } from "../../listen/notebook/notebook.queries.ts";
import { notebookPolicy } from "../../listen/notebook/notebook.policy.ts";
import { GridCriteria, type GridCriterion } from "./grid.entity.ts";
import { gridPolicy } from "./grid.policy.ts";

/** The analysis grid of a group. */
export interface Grid {
  group: WorkingGroup;
}

/** The grid of a group. */
export async function gridOf({ db, viewer }: Context, slug: string): Promise<Grid | null> {
  authorize(gridPolicy.see(viewer));
  const group = await db.findOneBy(WorkingGroups, { slug });
  return group && gridPolicy.see(viewer, group.id) ? { group } : null;
}

/** Criteria of a grid in their order, the retired ones last. */
export const criteriaOf = ({ db }: Context, { group }: Grid): Promise<GridCriterion[]> =>
  db.find(GridCriteria, {
    where: { groupId: group.id },
    order: { retired: "ASC", position: "ASC", id: "ASC" },
    take: 60,
  });

/** The answers of one reader. */
interface Side {
  personId: string;
  name: string;
  readAt: Date;
  answers: { criterion: GridCriterion; value: string }[];
}

/** A decision that was taken. */
interface Decision {
  criterionId: string;
  value: string;
  reason: string;
  on: string;
  by: string | null;
}

/** Readings of a notebook with the grid, as its readers see them; null for all others. */
export async function readingsOf(context: Context, notebook: Notebook) {
  const { db, viewer } = context;
  if (!viewer.id || notebook.contribution.status !== "VISIBLE" || !notebookPolicy.read(viewer)) return null;
  const groupId = await groupOf(context, notebook);
  if (!groupId || !notebookPolicy.read(viewer, groupId)) return null;
  const all = await db.find(GridCriteria, { where: { groupId }, order: { position: "ASC", id: "ASC" }, take: 60 });
  const sides = await sidesOf(context, notebook.id, all);
  const own = sides.find(({ personId }) => personId === viewer.id);
  const closed = !own && sides.length > 1;
  // Nobody sees another reading before their own is done.
  const shown = own || closed ? sides : [];
  return {
    criteria: all.filter(({ retired }) => !retired),
    own: own?.answers ?? [],
    done: Boolean(own),
    readers: sides.length,
    closed,
    sides: shown,
    differences: shown.length > 1 ? await differencesOf(context, notebook.id, all, shown) : [],
  };
}

async function sidesOf({ db }: Context, id: string, criteria: GridCriterion[]): Promise<Side[]> {
  const rows = await db.query<Omit<Side, "answers">[]>(
    `select r.person_id as "personId", p.display_name as name, r.read_at as "readAt"
     from grid_reading r join person p on p.id = r.person_id where r.contribution_id = $1
     order by r.read_at, r.person_id limit 2`,
    [id],
  );
  const answers = await db.query<{ personId: string; criterionId: string; value: string }[]>(
    `select person_id as "personId", criterion_id as "criterionId", value from grid_answer where contribution_id = $1`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    answers: criteria.flatMap((criterion) => {
      const said = answers.find((it) => it.personId === row.personId && it.criterionId === criterion.id);
      return said ? [{ criterion, value: said.value }] : [];
    }),
  }));
}

async function differencesOf({ db }: Context, id: string, criteria: GridCriterion[], [one, other]: Side[]) {
  const decisions = await db.query<Decision[]>(
    `select d.criterion_id as "criterionId", d.value, d.reason, d.decided_on as on, p.display_name as by
     from grid_decision d left join person p on p.id = d.decided_by_id where d.contribution_id = $1`,
    [id],
  );
  const said = (side: Side | undefined, { id: asked }: GridCriterion) =>
    side?.answers.find(({ criterion }) => criterion.id === asked)?.value ?? null;
  return criteria.flatMap((criterion) => {
    const [first, second] = [said(one, criterion), said(other, criterion)];
    if (criterion.kind === "TEXT" || first === second) return [];
    const decision = decisions.find(({ criterionId }) => criterionId === criterion.id) ?? null;
    return [{ criterion, first, second, decision }];
  });
}
