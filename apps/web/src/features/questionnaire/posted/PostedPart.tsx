import { m } from "@cahier/schema/messages";
import { visibleQuestions } from "@cahier/schema/questionnaire/logic";
import { conditionClause } from "../../../i18n/conditions.ts";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "../Answering.module.css";
import { questionsIn } from "../condition.ts";
import type { DraftAnswers } from "../draft/draft.ts";
import type { Part } from "../parts.ts";
import { PostedField } from "./PostedField.tsx";
import { PostedFoot } from "./PostedFoot.tsx";
import type { Questionnaire, Region } from "../question.ts";
import { useSaidLang } from "../saidIn.ts";

interface PartProps {
  questionnaire: Questionnaire;
  regions: readonly Region[];
  parts: readonly Part[];
  part: Part;
  answers: DraftAnswers;
  /** True if the parts before were posted. */
  kept: boolean;
}

/** One part: its questions, and where to go from there. */
export function PostedPart({ questionnaire, regions, parts, part, answers, kept }: PartProps) {
  const lang = useSaidLang();
  const { section, number } = part;
  const next = parts[number];
  const first = number === 1;
  return (
    <>
      <header className={`flow ${styles.head}`}>
        <b>{m.questionnaire_part({ part: number, parts: parts.length })}</b>
        <h1 lang={lang}>{section.title}</h1>
        {first && <p lang={lang}>{questionnaire.intro}</p>}
        {section.intro && <p lang={lang}>{section.intro}</p>}
        <p>{first ? m.questionnaire_promise() : m.questionnaire_skip()}</p>
      </header>
      <div className={`flow ${styles.questions}`}>
        {shown(questionnaire, part, answers, kept).map(({ question, condition }) => (
          <PostedField
            {...{ question, answers, regions, condition }}
            needed={
              question.required || question.type === "TERRITORY" || question.id === questionnaire.repeatQuestionId
            }
            key={question.id}
          />
        ))}
      </div>
      <PostedFoot first={first} review={next !== undefined}>
        {next ? m.questionnaire_continue() : m.questionnaire_review()} <Icon name="arrow" size={18} />
      </PostedFoot>
    </>
  );
}

/**
 * The questions of a part. Where a condition looks at a part already posted it is decided; where it looks at what is
 * being typed, or at a part that was not posted yet, it is said in words.
 */
function shown(questionnaire: Questionnaire, part: Part, answers: DraftAnswers, kept: boolean) {
  const visible = new Set(visibleQuestions(questionnaire, answers).map(({ id }) => id));
  const here = new Set(part.section.questions.map(({ id }) => id));
  const all = questionnaire.sections.flatMap(({ questions }) => questions);
  return part.section.questions.flatMap((question) => {
    const looked = question.visibleIf == null ? [] : questionsIn(question.visibleIf);
    const decided = kept && looked.every((id) => !here.has(id));
    const condition =
      looked.length > 0 && !decided
        ? m.questionnaire_if({ condition: conditionClause(question.visibleIf, all) })
        : null;
    return condition || visible.has(question.id) ? [{ question, condition }] : [];
  });
}
