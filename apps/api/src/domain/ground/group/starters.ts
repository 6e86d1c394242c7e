import { readFileSync } from "node:fs";
import type { AnswerVisibility, GroupStarter, Language, QuestionType } from "../../../graphql/resolvers.generated.ts";

/** Words of a question in the files that questionnaires begin from. */
export interface QuestionWords {
  type: QuestionType;
  label: string;
  plain: string;
  /** Null where the question says enough. */
  help: string | null;
  rationale: string;
  usedIn: string;
  required: boolean;
  visibility: AnswerVisibility;
}

/** A question of a starter; its settings are read by the room of questionnaires. */
export interface StarterQuestion extends QuestionWords {
  key: string;
  settings: object;
}

export interface StarterQuestionnaire {
  title: string;
  intro: string;
  estimatedMinutes: number;
  /** Key of the question that it is answered once for each option of. */
  repeats?: string;
  sections: { title: string; questions: StarterQuestion[] }[];
}

/** Beginning of a group: its missions, the ways to its goal, its objectives with their questionnaires. */
export interface Starter {
  means: { label: string; indicator: string }[];
  missions: string[];
  objectives: { name: string; question: string; expectedOutput: string; questionnaire: StarterQuestionnaire }[];
}

const fileOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const starters = fileOf("./starters.json") as Record<GroupStarter, Starter>;

/** Their sentences in English, by the French ones. */
const english = new Map(Object.entries(fileOf("./starters.en.json") as Record<string, string>));

/** A starter in a language, with the title of a theme wherever its words say « {theme} ». */
export const starterFor = (starter: GroupStarter, theme: string, language: Language = "fr") => {
  const said = (words: string) => (language === "en" ? (english.get(words) ?? words) : words);
  return JSON.parse(JSON.stringify(starters[starter]), (_, value: unknown) =>
    typeof value === "string" ? said(value).replaceAll("{theme}", theme) : value,
  ) as Starter;
};

/** Sentences of the models, in English by the same in French, with the title of a theme in the place of « {theme} ». */
export const modelsInEnglish = (theme: string) =>
  new Map([...english].map(([words, same]) => [words.replaceAll("{theme}", theme), same.replaceAll("{theme}", theme)]));
