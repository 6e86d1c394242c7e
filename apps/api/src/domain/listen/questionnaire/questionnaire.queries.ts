import { announced } from "../../meet/meeting/meeting.sql.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { withInstants } from "../../../platform/data/joined.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import type { Language, QuestionnaireRights } from "../../../graphql/resolvers.generated.ts";
import { Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Question, type Questionnaire, Questionnaires, type Section } from "./questionnaire.entity.ts";
import { questionnairePolicy } from "./questionnaire.policy.ts";
import { askedAt, outlineColumns, type Outline } from "./outline.ts";
import { publishedColumn } from "./published.queries.ts";
import { inEnglish } from "./translation.ts";
import { tally } from "../../ground/tally/tally.sql.ts";

/** Figures of a questionnaire. */
export interface QuestionnaireFigures {
  /** Responses received: those that wait for a moderator too, not those that were withdrawn. */
  responseCount: number;
  /** Of them, those on paper. */
  paperCount: number;
  /** Responses of groups and meetings, and the people behind them: apart from individuals. */
  groupCount: number;
  groupPeople: number;
  /** The meeting that discusses the answers: the next of the group that works on the objective, else the next. */
  discussedAt: Date | null;
}

/** A questionnaire that came with all it takes to answer it. */
type WithOutline = Questionnaire & Partial<Outline & QuestionnaireFigures> & { language?: Language };

const discussedAt = `(select m.starts_at from objective o join meeting m on m.group_id = o.group_id
     left join meeting_objective l on l.meeting_id = m.id and l.objective_id = o.id
   where o.id = it.objective_id and m.kind = 'NATIONAL' and m.cancelled_reason is null and ${announced("m")}
     and m.starts_at > it.closes_at
   order by l.objective_id is null, m.starts_at limit 1) as "discussedAt"`;

const figures = `
  ${tally("responses", "it.id")} as "responseCount",
  ${tally("responses.paper", "it.id")} as "paperCount",
  ${tally("responses.group", "it.id")} as "groupCount",
  ${tally("responses.people", "it.id")} as "groupPeople",
  ${discussedAt}`;

/**
 * One questionnaire, with all that is needed to answer it, in one statement, in the language asked for where it is
 * offered; a draft is not there for visitors.
 */
export async function questionnaireToRead(
  { db, viewer, now }: Context,
  slug: string,
  language: Language | null = null,
): Promise<WithOutline | null> {
  const text = `select ${columnsOf(db, Questionnaires)}, ${figures}, ${publishedColumn}, ${outlineColumns(db)},
      (select json_build_object('id', g.id, 'preparing', g.preparing) from objective o
       join working_group g on g.id = o.group_id where o.id = it.objective_id) as asking
    from questionnaire it where it.slug = $1`;
  type Found = Questionnaire & Outline & QuestionnaireFigures & { asking: Pick<WorkingGroup, "id" | "preparing"> };
  const [found] = await prepared<Found>(db, "questionnaire: one", text, [slug]);
  if (!found || !questionnairePolicy.read(viewer, found, found.asking, now)) return null;
  const english = language === "en" && found.languages.includes("en");
  return english ? { ...inEnglish(found), language: "en" } : found;
}

/** The language that the words of a questionnaire came in. */
export const languageOf = ({ language }: WithOutline): Language => language ?? "fr";

/** A questionnaire that another row names, if the viewer may read it. */
export async function questionnaireNamed(context: Context, id: string | null): Promise<Questionnaire | null> {
  const found = await context.load(Questionnaires, id);
  if (!found) return null;
  return questionnairePolicy.read(context.viewer, found, await groupAsking(context, found), context.now) ? found : null;
}

/** Reads the figures of a questionnaire and the date of its discussion. */
export async function figuresOf({ joined, batch }: Context, it: WithOutline): Promise<QuestionnaireFigures> {
  if (it.responseCount !== undefined) return it as QuestionnaireFigures;
  const found = await batch("questionnaire: figures", async (ids) => {
    const text = `select it.id, ${figures} from questionnaire it where it.id = any($1::uuid[])`;
    const rows = await joined<QuestionnaireFigures & { id: string }>("questionnaire: figures", text, [ids]);
    return keyed(withInstants(rows, ["discussedAt"]), ({ id }) => id);
  })(it.id);
  return found ?? { responseCount: 0, paperCount: 0, groupCount: 0, groupPeople: 0, discussedAt: null };
}

/** Day on which the answers to a questionnaire are discussed: a receipt tells it to the person who answered. */
export async function discussionOf({ db, cached }: Context, id: string): Promise<Date | null> {
  const name = "questionnaire: discussed";
  const found = await cached(name, async (ids) => {
    const text = `select it.id, ${discussedAt} from questionnaire it where it.id = any($1::uuid[])`;
    const rows = await prepared<Pick<QuestionnaireFigures, "discussedAt"> & { id: string }>(db, name, text, [ids]);
    return keyed(rows, (row) => row.id);
  })(id);
  return found?.discussedAt ?? null;
}

/** Its sections and its questions, in their order, those that are no longer asked too. */
export async function outlineOf({ db, cached }: Context, it: WithOutline): Promise<Outline> {
  if (it.sections && it.questions) return { sections: it.sections, questions: it.questions };
  const found = await cached("questionnaire: outline", async (ids) => {
    const text = `select it.id, ${outlineColumns(db)} from questionnaire it where it.id = any($1::uuid[])`;
    return keyed(await prepared<Outline & { id: string }>(db, "questionnaire: outline", text, [ids]), ({ id }) => id);
  })(it.id);
  return found ?? { sections: [], questions: [] };
}

/** A section with the questions it asks, as they hang from their questionnaire. */
export type WithQuestions = Section & { questions?: Question[] };

export async function sectionsOf(context: Context, it: Questionnaire): Promise<WithQuestions[]> {
  const { sections, questions } = askedAt(await outlineOf(context, it), it.revision);
  const bySection = grouped(questions, ({ sectionId }) => sectionId);
  return sections.map((section) => ({ ...section, questions: bySection.get(section.id) ?? [] }));
}

/** The questions that people answer: text blocks are read only. */
export const questionCountOf = async (context: Context, it: Questionnaire) =>
  askedAt(await outlineOf(context, it), it.revision).questions.filter(({ type }) => type !== "TEXT_BLOCK").length;

/** The group for which a questionnaire is asked. */
export async function groupAsking({ load }: Context, { objectiveId }: Questionnaire): Promise<WorkingGroup> {
  const objective = (await load(Objectives, objectiveId))!;
  return (await load(WorkingGroups, objective.groupId))!;
}

/** Rights of the viewer on a questionnaire. */
export async function rightsOn(context: Context, it: Questionnaire): Promise<QuestionnaireRights> {
  const { viewer } = context;
  const group = await groupAsking(context, it);
  return {
    compose: questionnairePolicy.compose(viewer, group.id),
    publish: questionnairePolicy.publish(viewer, it, group.id, group.smallTeam),
    readResults: questionnairePolicy.readResults(viewer, group.id),
    showResults: questionnairePolicy.showResults(viewer, group.id),
    enterPaper: questionnairePolicy.enterPaper(viewer, group.id),
    export: questionnairePolicy.export(viewer, group.id),
  };
}

/** The day on which the answers to a questionnaire begin to be put into a synthesis. */
export async function readBefore({ db, cached }: Context, questionnaireId: string): Promise<string | null> {
  const name = "questionnaire: read before";
  const loader = cached(name, async (ids) => {
    const text = `select q.id, min(m.starts_on) as day from questionnaire q
      join milestone m on m.objective_id = q.objective_id and m.kind = 'CHECKPOINT' and m.cancelled_reason is null
      where q.id = any($1::uuid[]) group by 1`;
    return keyed(await prepared<{ id: string; day: string }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(questionnaireId))?.day ?? null;
}
