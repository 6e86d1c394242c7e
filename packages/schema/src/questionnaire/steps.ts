import type { QuestionType } from "./definition.ts";
import { questionsIn } from "./logic.ts";

/** A question as far as its place among the others goes. */
interface Placed {
  id: string;
  type: QuestionType;
  required: boolean;
  short?: boolean | undefined;
  visibleIf?: unknown;
}

interface Part<Q> {
  id: string;
  title: string;
  intro: string | null;
  questions: readonly Q[];
}

/** Questions asked together: a section as it was written, without those asked before it. */
export interface Step<Q> extends Omit<Part<Q>, "title"> {
  /** Null for the short path, which has no title of its own. */
  title: string | null;
}

interface Written<Q> {
  repeatQuestionId: string | null;
  sections: readonly Part<Q>[];
}

const isAsked = ({ type }: Placed) => type !== "TEXT_BLOCK";

/**
 * A questionnaire in the order in which it is answered. First the short path, two minutes for whoever stops there, the
 * territory last; then the rest of each section. A questionnaire that has no more than its short path, or nothing to
 * write at length, is asked by its sections. Conditions are read in the written order, whatever this one.
 */
export function stepsOf<Q extends Placed>({ sections, repeatQuestionId }: Written<Q>): readonly Step<Q>[] {
  const all = sections.flatMap(({ questions }) => questions);
  const short = shortPath(all, repeatQuestionId);
  const rest = territoryLast(sections, all);
  if (!short || all.every((one) => short.has(one.id) || !isAsked(one))) return rest;
  const left: Step<Q>[] = [];
  const intros: string[] = [];
  const first = new Set(short);
  for (const section of rest) {
    for (const { block, before } of blocksOf(section.questions)) if (before && short.has(before)) first.add(block);
    const questions = section.questions.filter(({ id }) => !first.has(id));
    if (questions.some(isAsked)) left.push({ ...section, questions });
    else {
      for (const { id } of questions) first.add(id);
      if (section.intro) intros.push(section.intro);
    }
  }
  const asked = all.filter(({ id }) => first.has(id));
  return [{ id: "short", title: null, intro: intros.join(" ") || null, questions: lastOf(asked, all) }, ...left];
}

/**
 * Ids of the questions of the short path: those that were marked, else a problem and a proposal; the territory, and what
 * a response cannot do without.
 */
function shortPath(all: readonly Placed[], repeatQuestionId: string | null) {
  const marked = all.filter(({ short }) => short);
  const proposal = all.find(({ type }) => type === "LONG_TEXT");
  if (!marked.length && !proposal) return null;
  const problem = all.find(({ type, visibleIf }) => type === "SINGLE_CHOICE" && visibleIf == null);
  const needed = all.filter(({ id, type, required }) => required || type === "TERRITORY" || id === repeatQuestionId);
  const ids = new Set(
    [...(marked.length ? marked : [problem, proposal]), ...needed].flatMap((one) => (one ? [one.id] : [])),
  );
  // Each with the questions on which it hangs: a set grows while it is read.
  const byId = new Map(all.map((one) => [one.id, one]));
  for (const id of ids) for (const other of questionsIn(byId.get(id)?.visibleIf)) if (byId.has(other)) ids.add(other);
  return ids;
}

/** Each text to read, with the question that it introduces. */
function blocksOf(questions: readonly Placed[]) {
  return questions.flatMap((one, index) =>
    isAsked(one) ? [] : [{ block: one.id, before: questions.slice(index).find(isAsked)?.id }],
  );
}

const looksAt = (ids: ReadonlySet<string>, questions: readonly Placed[]) =>
  questions.some(({ visibleIf }) => questionsIn(visibleIf).some((id) => ids.has(id)));

/** The territory at the end, unless another question hangs on it. */
function lastOf<Q extends Placed>(asked: readonly Q[], all: readonly Placed[]) {
  const places = asked.filter(({ type, id }) => type === "TERRITORY" && !looksAt(new Set([id]), all));
  return [...asked.filter((one) => !places.includes(one)), ...places];
}

/** The section of the territory at the end, unless a question of another one hangs on it. */
function territoryLast<Q extends Placed>(sections: readonly Part<Q>[], all: readonly Placed[]): readonly Part<Q>[] {
  const section = sections.find(({ questions }) => questions.some(({ type }) => type === "TERRITORY"));
  if (!section) return sections;
  const own = new Set(section.questions.map(({ id }) => id));
  const stays = looksAt(
    own,
    all.filter(({ id }) => !own.has(id)),
  );
  return stays ? sections : [...sections.filter((one) => one !== section), section];
}
