import { randomUUID } from "node:crypto";
import { visibleQuestions } from "@cahier/schema/questionnaire/logic";
import { expect } from "vitest";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { acting } from "../acts/acting.ts";
import type { composingApi } from "../acts/composing.ts";

/** A question as its reader saw it. */
interface Read {
  id: string;
  type: string;
  label: string;
  options: { value: string; label: string }[];
  visibleIf: unknown;
}

/** A page left open: its questions when it was opened. */
interface Page {
  revision: number;
  sections: { id: string; questions: Read[] }[];
}

/** An answer, with the words that were read when it was given. */
interface Said {
  value: unknown;
  label: string;
  options: string[];
}

/** A response, as its author remembers it. */
interface Remembered {
  code: string;
  id: string;
  revision: number;
  at: number;
  said: Map<string, Said>;
}

/** Three random numbers that choose the next act. */
export type Choice = [what: number, which: number, how: number];

const pick = <One>(list: readonly One[], by: number): One | undefined => list[by % list.length];
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const pageText = `query ($slug: String!) { questionnaire(slug: $slug) { revision
  sections { id questions { id type label options { value label } visibleIf } } } }`;
const deskText = `query ($slug: String!) { composedQuestionnaire(slug: $slug) { sections { id
  questions { id version retired asked question { type label options { value label } visibleIf rationale } } } } }`;

/**
 * A questionnaire changed and answered at once, and beside it what everybody remembers, never read from the database.
 */
export async function changing(api: ReturnType<typeof composingApi>) {
  const id = await api.published();
  const [{ slug }] = await api.rows("select slug from questionnaire where id = $1", [id]);
  const pages: Page[] = [];
  const everybody: Remembered[] = [];
  let paused = false;
  let count = 0;
  const said = (words: string) => `${words} ${++count}`;

  const acts = acting(api);
  const act = async (name: string, input: object, viewer: Viewer | undefined = api.team[0]) => {
    const payload = await acts(name, input, name.endsWith("Response") ? "receipt { code revision }" : "", viewer);
    return payload as { problems: { code: string; field: string | null }[]; receipt?: any };
  };
  const look = async () => {
    const page = (await api.ask(pageText, { slug })).data.questionnaire as Page;
    if (pages.at(-1)?.revision !== page.revision) pages.push(page);
    else expect(page).toEqual(pages.at(-1));
  };
  const desk = async () =>
    (await api.ask(deskText, { slug }, api.team[0])).data.composedQuestionnaire.sections as any[];
  await look();

  const asked = (page: Page) => page.sections.flatMap(({ questions }) => questions);

  /** Answers to a page: to about two of three of the questions it asks. */
  function answersTo(page: Page, how: number): Map<string, unknown> {
    const answers = new Map<string, unknown>();
    for (const [index, { id: question, type, options }] of asked(page).entries()) {
      if (hiddenOn(page, answers).has(question)) continue;
      if (type === "TERRITORY") answers.set(question, "DEPARTMENT:29");
      else if ((how + index) % 3 === 0) continue;
      else if (type === "SINGLE_CHOICE") answers.set(question, pick(options, how + index)!.value);
      else if (type === "MULTIPLE_CHOICE")
        answers.set(
          question,
          options.filter((_, at) => (how + at) % 2 === 0 || at === 0).map(({ value }) => value),
        );
      else if (type === "NUMBER") answers.set(question, how);
      else answers.set(question, said("J’ai dit"));
    }
    return answers;
  }

  /** Questions that a page hides, given these answers. */
  function hiddenOn(page: Page, answers: Map<string, unknown>): Set<string> {
    const definition = { id, repeatQuestionId: null, sections: page.sections as never };
    const there = visibleQuestions(definition, Object.fromEntries(answers) as never).map((one) => one.id);
    return new Set(asked(page).flatMap((one) => (there.includes(one.id) ? [] : [one.id])));
  }

  /** An answer as its author remembers it: with the words they read. */
  function remembered(page: Page, question: string, value: unknown): Said {
    const { label, options } = asked(page).find((one) => one.id === question)!;
    const chosen = ([] as unknown[]).concat(value);
    return { value, label, options: options.filter((one) => chosen.includes(one.value)).map((one) => one.label) };
  }

  const inputOf = (page: Page, answers: Map<string, unknown>) => ({
    questionnaireRevision: page.revision,
    appearance: "ANONYMOUS",
    answers: [...answers].map(([questionId, value]) => ({ questionId, value })),
  });
  const saysSomething = (page: Page, answers: Map<string, unknown>) =>
    asked(page).some(({ id: question, type }) => type !== "TERRITORY" && answers.has(question));

  async function answer([, which, how]: Choice) {
    const page = pick(pages, which)!;
    const answers = answersTo(page, how);
    if (!saysSomething(page, answers)) return;
    const key = randomUUID();
    const input = { key, questionnaireId: id, ...inputOf(page, answers) };
    const { problems, receipt } = await act("submitResponse", input, visitor);
    expect(problems.map(({ code }) => code)).toEqual(paused ? ["NOT_OPEN"] : []);
    if (paused) return;
    const [row] = await api.rows<{ id: string }>("select id from response where key = $1", [key]);
    const words = [...answers].map(([question, value]) => [question, remembered(page, question, value)] as const);
    everybody.push({ code: receipt.code, id: row!.id, revision: 1, at: page.revision, said: new Map(words) });
  }

  async function edit([, which, how]: Choice) {
    const one = pick(everybody, how);
    if (!one || one.said.size === 0) return;
    const page = pick(pages, which)!;
    const answers = answersTo(page, how);
    // Every other answer is left as it is.
    for (const [index, { id: question }] of asked(page).entries())
      if (index % 2 === 0 && answers.has(question) && one.said.has(question))
        answers.set(question, one.said.get(question)!.value);
    if (!saysSomething(page, answers)) return;
    const hiddenBefore = hiddenOn(page, new Map([...one.said].map(([question, { value }]) => [question, value])));
    const input = { code: one.code, revision: one.revision, ...inputOf(page, answers) };
    const { problems, receipt } = await act("editResponse", input, visitor);
    // Kept answers may show or hide other questions of an older page: it is refused, and nothing changes.
    if (problems.length > 0) return;
    if (receipt.revision === one.revision) return;
    one.revision = receipt.revision;
    one.at = page.revision;
    const hidden = hiddenOn(page, answers);
    for (const { id: question } of asked(page)) {
      const value = hidden.has(question) ? undefined : answers.get(question);
      if (hidden.has(question) && hiddenBefore.has(question)) continue;
      if (value === undefined) one.said.delete(question);
      else if (!same(one.said.get(question)?.value, value)) one.said.set(question, remembered(page, question, value));
    }
  }

  async function withdraw([, , how]: Choice) {
    const one = pick(everybody, how);
    if (!one) return;
    await act("withdrawResponse", { code: one.code }, visitor);
    one.said.clear();
  }

  const reason = "Mieux dit.";
  /** Any current question but the territory. */
  const chosenBy = async (by: number, where: (composed: any) => boolean = ({ retired }) => !retired) =>
    pick<any>(
      (await desk())
        .flatMap(({ questions }) => questions)
        .filter((it: any) => it.question.type !== "TERRITORY" && where(it)),
      by,
    );
  const change = async (composed: any, input: object) =>
    composed && act("editQuestion", { id: composed.id, version: composed.version, reason, ...input });
  const hasOptions = ({ retired, question }: any) => !retired && question.options.length > 0;
  const types = ["LONG_TEXT", "SHORT_TEXT", "NUMBER", "SINGLE_CHOICE", "MULTIPLE_CHOICE"];

  async function complete(label: string, by: number) {
    const added = (await desk()).flatMap(({ questions }) => questions).find((it: any) => it.question.label === label);
    const options = [{ label: said("Ceci") }, { label: said("Cela") }, { label: said("Autre chose") }];
    // Now and then it is left unfinished, and not asked.
    if (by % 5 > 0) await change(added, { rationale: "Pour savoir.", settings: { options } });
  }

  const edits: ((choice: Choice) => Promise<unknown>)[] = [
    async ([, which]) => change(await chosenBy(which), { label: said("Autrement") }),
    async ([, which]) =>
      change(await chosenBy(which), { help: said("Plus précisément"), rationale: said("Parce que") }),
    async ([, which, how]) => {
      const composed = await chosenBy(which, hasOptions);
      const options = composed?.question.options.filter((_: unknown, at: number) => at !== how % 4) ?? [];
      const reworded = options.map((one: any, at: number) => (at === 0 ? { ...one, label: said("Ou bien") } : one));
      const visibleIf = composed?.question.visibleIf;
      return change(composed, { settings: { options: [...reworded, { label: said("Encore") }], visibleIf } });
    },
    async ([, which, how]) => {
      const sections = await desk();
      const label = said("En plus");
      await act("addQuestion", {
        sectionId: pick(sections, which).id,
        type: pick(types, how),
        label,
      });
      return complete(label, which);
    },
    async ([, which, how]) => {
      const composed = await chosenBy(which);
      const sections = await desk();
      const label = said("À la place");
      const input = { sectionId: pick(sections, how).id, type: pick(types, how), label, replacesId: composed?.id };
      if (!composed || (await act("addQuestion", input)).problems.length > 0) return;
      await complete(label, how);
    },
    async ([, which]) => {
      const composed = await chosenBy(which);
      return composed && act("removeQuestion", { id: composed.id, reason });
    },
    async ([, which]) => {
      const composed = await chosenBy(which, ({ retired }) => retired);
      return composed && act("restoreQuestion", { id: composed.id });
    },
    async ([, which, how]) => {
      const composed = await chosenBy(which);
      const sectionId = pick(await desk(), how).id;
      return composed && act("moveQuestion", { id: composed.id, sectionId, position: how % 6 });
    },
    async ([, which, how]) => {
      const composed = await chosenBy(which, hasOptions);
      const looked = pick<{ value: string }>(composed?.question.options ?? [], how);
      const other = await chosenBy(how, ({ id: own, retired }) => !retired && own !== composed?.id);
      const visibleIf = how % 3 === 0 || !looked ? undefined : { question: composed.id, contains: looked.value };
      return change(other, { settings: { options: other?.question.options, visibleIf } });
    },
    async ([, which]) => change(await chosenBy(which), { visibility: "TEAM" }),
    async () => {
      const input = paused ? { id } : { id, reason };
      const done = await act(paused ? "resumeQuestionnaire" : "pauseQuestionnaire", input);
      if (done.problems.length === 0) paused = !paused;
    },
    async () => act("addSection", { questionnaireId: id, title: said("Une partie") }),
    async ([, which, how]) => {
      const section = pick(await desk(), which);
      return how % 2
        ? act("moveSection", { id: section.id, position: how % 4 })
        : act("removeSection", { id: section.id });
    },
  ];

  return {
    id,
    pages,
    everybody,
    asked,
    /** Plays the act the numbers choose: an answer half of the time, else a change of the questionnaire. */
    async step(choice: Choice) {
      const [what] = choice;
      if (what % 2 === 0) await [answer, answer, edit, edit, withdraw][(what / 2) % 5]!(choice);
      else {
        await pick(edits, (what - 1) / 2)!(choice);
        await look();
      }
    },
  };
}
