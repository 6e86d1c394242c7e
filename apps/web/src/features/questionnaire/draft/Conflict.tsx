import { m } from "@cahier/schema/messages";
import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import { pageLang } from "../../../i18n/content.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { Question, Region } from "../question.ts";
import { wordsOf } from "../answer.labels.ts";
import { quoted } from "../../../ui/quoted.ts";

interface Props {
  question: Question;
  other: AnswerValue;
  regions: readonly Region[];
  onSettle: (take: boolean) => void;
}

/** Two tabs wrote two answers: both are shown, and somebody chooses. */
export const Conflict = ({ question, other, regions, onSettle }: Props) => {
  const words = wordsOf(question, { [question.id]: other }, regions);
  return (
    <Notice tone="warn" live>
      <p lang={pageLang()}>{m.questionnaire_conflict()}</p>
      <p className="verbatim">{quoted(words.join(", "))}</p>
      <p className="cluster" lang={pageLang()}>
        <Button small onClick={() => onSettle(true)}>
          {m.questionnaire_conflict_take()}
        </Button>
        <Button small onClick={() => onSettle(false)}>
          {m.questionnaire_conflict_leave()}
        </Button>
      </p>
    </Notice>
  );
};
