import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { When } from "../../ui/When.tsx";
import type { Questionnaire } from "./question.ts";
import { useSaidLang } from "./saidIn.ts";

type Head = Pick<Questionnaire, "number" | "title" | "language" | "closesAt" | "objective">;

/** The question that a questionnaire asks: its objective's, which is written in French, else its own title. */
export const questionOf = ({ language, title, objective }: Pick<Head, "language" | "title" | "objective">) =>
  language === "en" ? title : objective.question;

interface Props {
  questionnaire: Head;
  /** « Version simple », where something can be switched. */
  children?: ReactNode;
}

/** Above what is asked: the question of the objective, and until when; in which language it is, where that is another. */
export function Top({ questionnaire, children }: Props) {
  const lang = useSaidLang();
  return (
    <header className="questionnaire-top">
      <p className="questionnaire-narrow">
        {m.questionnaire_until()} <When date={questionnaire.closesAt} format="short" />
      </p>
      <h1 lang={lang}>{questionOf(questionnaire)}</h1>
      {children}
      {lang && <p className="quiet">{m.questionnaire_said_only()}</p>}
    </header>
  );
}

/** In the margin: number and last day of a questionnaire that one answers. */
export const About = ({ questionnaire: { number, closesAt } }: Pick<Props, "questionnaire">) => (
  <p className="questionnaire-about">
    <b>{m.questionnaire_number({ number })}</b>
    {m.questionnaire_open_until()} <When date={closesAt} format="short" />.
  </p>
);
