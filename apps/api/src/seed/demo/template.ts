import {
  Questionnaires,
  Questions,
  type QuestionSettings,
  Sections,
} from "../../domain/listen/questionnaire/questionnaire.entity.ts";
import type { QuestionType } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { composer } from "./rewordings.ts";
import type { Demo } from "./rows.ts";

interface Line {
  key: string;
  label: string;
  help: string;
  required: boolean;
}

type Choice = { key: string; label: string };

/** Lines of the sheet that are asked: part, key, type of question, reason. */
const asked: [part: string, key: string, type: QuestionType, rationale: string][] = [
  [
    "L’initiative",
    "place",
    "TERRITORY",
    "Pour que chaque région trouve les siennes, et voir celles dont on n’entend rien.",
  ],
  ["L’initiative", "name", "SHORT_TEXT", "Pour la retrouver, et ne pas la raconter deux fois."],
  ["L’initiative", "sector", "SINGLE_CHOICE", "Pour montrer que les circuits courts ne sont pas que l’alimentation."],
  ["L’initiative", "since", "SHORT_TEXT", "Les difficultés changent avec l’âge d’un projet."],
  [
    "Ce qu’elle fait",
    "exchange",
    "LONG_TEXT",
    "C’est le cœur de la fiche : on doit pouvoir le redire sans l’avoir vue.",
  ],
  ["Ce qu’elle fait", "criteria", "MATRIX", "Pour comparer des initiatives très différentes par ce qui les rapproche."],
  ["Ce qu’elle fait", "results", "LONG_TEXT", "Une proposition tient par des faits, avec leur source."],
  [
    "Ce qu’elle apprend",
    "obstacles",
    "LONG_TEXT",
    "Les mêmes freins d’un domaine à l’autre font une proposition commune.",
  ],
  ["Ce qu’elle apprend", "levers", "LONG_TEXT", "Ce qui a débloqué ici peut servir ailleurs."],
  ["Ce qu’elle apprend", "limits", "LONG_TEXT", "Dire les limites rend le reste crédible."],
  ["Ce qu’elle apprend", "reproduce", "LONG_TEXT", "Pour savoir à qui la raconter, et à quelles conditions."],
];

const criteria = ["SOCIAL_LINK", "TRANSPARENCY", "FAIRNESS", "CO_CONSTRUCTION", "EDUCATIONAL"];
const scale = [
  { value: "3", label: "Au cœur" },
  { value: "2", label: "Bien présent" },
  { value: "1", label: "Un peu" },
  { value: "0", label: "Absent" },
];

/** A questionnaire to begin others from, made of the sheet that initiatives are told by. */
export function template({ clock, ids, put }: Demo) {
  const sheet = content<{ key: string; sections: Line[] }[]>("supports/supports.json").find(
    ({ key }) => key === "INITIATIVE_SHEET",
  )!;
  const words = content<{ sectors: Choice[]; criteria: Choice[] }>("vocab.json");
  const choices = (list: Choice[]) => list.map(({ key, label }) => ({ value: key, label }));
  const settings: Partial<Record<QuestionType, QuestionSettings>> = {
    SINGLE_CHOICE: { options: choices(words.sectors), allowOther: true },
    MATRIX: { rows: choices(words.criteria.filter(({ key }) => criteria.includes(key))), scale },
    LONG_TEXT: { maxLength: 1500 },
  };
  const questionnaireId = ids.ordered("template");
  const parts = [...new Set(asked.map(([part]) => part))];
  put(Questionnaires, [
    {
      id: questionnaireId,
      slug: "modele-initiatives",
      objectiveId: ids.ordered("obj-1"),
      number: 0,
      title: "Recueillir des initiatives",
      intro:
        "Vous connaissez une initiative qui relie des gens ? Racontez-la : vingt minutes suffisent, et chaque fiche peut servir d’exemple à une proposition.",
      estimatedMinutes: 20,
      opensAt: clock.instant("2012-03-01"),
      closesAt: clock.instant("2012-03-22"),
      publishedAt: null,
      resultsShown: "HIDDEN",
      revision: 1,
      template: true,
      composedById: ids.ordered(composer),
      publishedById: null,
      translations: {},
    },
  ]);
  put(
    Sections,
    parts.map((title, index) => ({
      id: ids.ordered(`template ${title}`),
      questionnaireId,
      position: index + 1,
      title,
      intro: null,
    })),
  );
  put(
    Questions,
    asked.map(([part, key, type, rationale], index) => {
      const { label, help, required } = sheet.sections.find((line) => line.key === key)!;
      return {
        id: ids.ordered(`template ${key}`),
        questionnaireId,
        sectionId: ids.ordered(`template ${part}`),
        position: index + 1,
        code: `0.${index + 1}`,
        type,
        label,
        plain: null,
        help,
        rationale,
        usedIn: null,
        required: required && (type === "TERRITORY" || key === "name"),
        visibility: "PUBLIC" as const,
        settings: settings[type] ?? {},
        translations: {},
        revision: 1,
      };
    }),
  );
}
