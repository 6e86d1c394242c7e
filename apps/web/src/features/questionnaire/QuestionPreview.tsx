import { m } from "@cahier/schema/messages";
import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import { useState } from "react";
import choice from "../../ui/Choice.module.css";
import { Style } from "../../ui/Style.tsx";
import sheet from "./answering.css?url";
import type { Draft } from "./draft/draft.ts";
import { QuestionField } from "./fields/QuestionField.tsx";
import type { Question, Region } from "./question.ts";
import { questionInSimpleWords } from "./simple.ts";

interface Props {
  question: Question;
  regions: readonly Region[];
}

/** One question as whoever answers sees it, to be tried while it is written: what is answered here goes nowhere. */
export function QuestionPreview({ question, regions }: Props) {
  const [answers, setAnswers] = useState<Readonly<Record<string, AnswerValue>>>({});
  const [plain, setPlain] = useState(false);
  const answer = (key: string, value: AnswerValue | undefined) =>
    setAnswers((others) => {
      const now = { ...others };
      if (value === undefined) delete now[key];
      else now[key] = value;
      return now;
    });
  return (
    <div className="flow">
      <Style href={sheet} />
      <label className="questionnaire-plain">
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={plain}
          onChange={(event) => setPlain(event.currentTarget.checked)}
        />
        {m.questionnaire_plain()}
      </label>
      <QuestionField
        question={plain ? questionInSimpleWords(question) : question}
        draft={{ answers, conflicts: {} } as unknown as Draft}
        onAnswer={answer}
        onSettle={() => undefined}
        regions={regions}
        needed={question.required}
      />
    </div>
  );
}
