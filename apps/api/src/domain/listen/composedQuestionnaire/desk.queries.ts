import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { notYet } from "../questionnaire/outline.ts";
import { type Questionnaire, Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";

/** The groups whose questionnaires the viewer composes: null for all of them. */
function composedGroups({ roles }: Viewer): string[] | null {
  const held = roles.filter(({ role }) => role === "FACILITATOR" || role === "ADMINISTRATOR");
  const everywhere = held.some((it) => it.role === "ADMINISTRATOR" || (!it.groupId && !it.territoryId));
  return everywhere ? null : held.flatMap(({ groupId }) => groupId ?? []);
}

const theirs = "($1::uuid[] is null or o.group_id = any($1::uuid[]))";

/**
 * Questionnaires of the viewer's groups: drafts first, then the newest, those of one group and day by their number; what
 * was archived last, templates apart.
 */
export const composedAll = ({ db, viewer }: Context): Promise<Questionnaire[]> =>
  rowsOf(
    db,
    Questionnaires,
    "questionnaire: composed",
    `join objective o on o.id = it.objective_id
     where ${theirs} and not (it.archived_at is not null and it.published_at is null)
     order by it.archived_at is not null, it.template, it.published_at is not null, it.published_at desc,
       o.group_id desc, it.number, it.id desc limit 500`,
    [composedGroups(viewer)],
  );

/** A questionnaire as whoever composes it sees it; null when it is not theirs. */
export const composedOf = async ({ db, viewer }: Context, slug: string): Promise<Questionnaire | null> =>
  (
    await rowsOf(
      db,
      Questionnaires,
      "questionnaire: one composed",
      `join objective o on o.id = it.objective_id where ${theirs} and it.slug = $2`,
      [composedGroups(viewer), slug],
    )
  )[0] ?? null;

/** Questionnaires of an objective as those who compose them see them, in their order. */
export const composedFor = ({ db, batch, viewer }: Context, objectiveId: string): Promise<Questionnaire[]> => {
  const name = "questionnaire: composed for objectives";
  const loader = batch(name, async (ids) => {
    const tail = `join objective o on o.id = it.objective_id
      where ${theirs} and it.objective_id = any($2::uuid[]) and not it.template
        and not (it.archived_at is not null and it.published_at is null) order by it.number, it.id limit 500`;
    const rows = await rowsOf(db, Questionnaires, name, tail, [composedGroups(viewer), ids]);
    return grouped(rows, (row) => row.objectiveId);
  });
  return loader(objectiveId).then((found) => found ?? []);
};

/** A questionnaire one may begin from. */
export interface QuestionnaireSource {
  id: string;
  title: string;
  template: boolean;
  groupName: string;
  questionCount: number;
}

/** Templates first, then what is public, of any group that is open, then one's own drafts. */
export const sourcesOf = ({ db, viewer, now }: Context): Promise<QuestionnaireSource[]> =>
  prepared(
    db,
    "questionnaire: sources",
    `select it.id, it.title, it.template, g.name as "groupName",
       (select count(*)::int from question q where q.questionnaire_id = it.id and q.type <> 'TEXT_BLOCK'
          and q.retired_from is null and q.asked_from < ${notYet}) as "questionCount"
     from questionnaire it join objective o on o.id = it.objective_id join working_group g on g.id = o.group_id
     where (not g.preparing and (it.template or it.published_at <= $2)) or (${theirs} and it.archived_at is null)
     order by not it.template, it.published_at is null, it.published_at desc, o.group_id desc, it.number, it.id desc`,
    [composedGroups(viewer), now],
  );

/** The objectives the viewer may compose for, by group. */
export const objectivesToCompose = ({ db, viewer }: Context): Promise<Objective[]> =>
  rowsOf(
    db,
    Objectives,
    "questionnaire: objectives to ask for",
    `where ${theirs.replaceAll("o.", "it.")} and it.withdrawn_on is null order by it.group_id, it.number`,
    [composedGroups(viewer)],
  );

/** True if the viewer composes any questionnaire. */
export const mayCompose = ({ viewer }: Context) => questionnairePolicy.compose(viewer);
