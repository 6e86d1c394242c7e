import { m } from "@cahier/schema/messages";
import { questionsIn, visibleQuestions } from "@cahier/schema/questionnaire/logic";
import { conditionClause } from "../../../i18n/conditions.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { DraftAnswers } from "../draft/draft.ts";
import { isNeeded, type Part } from "../parts.ts";
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
  const { number, short, intro } = part;
  const next = parts[number];
  const ends = short || !next;
  return (
    <>
      {intro && <p lang={lang}>{intro}</p>}
      <div className="flow questionnaire-questions">
        {shown(questionnaire, part, answers, kept).map(({ question, condition }) => (
          <PostedField
            {...{ question, answers, regions, condition }}
            needed={isNeeded(questionnaire, question)}
            key={question.id}
          />
        ))}
      </div>
      <PostedFoot first={number === 1} further={short && !!next} review={!ends} act={ends ? "review" : "next"}>
        {ends ? m.questionnaire_review() : m.questionnaire_continue()} <Icon name="arrow" size={18} />
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
  const here = new Set(part.all.map(({ id }) => id));
  const all = questionnaire.sections.flatMap(({ questions }) => questions);
  return part.all.flatMap((question) => {
    const looked = question.visibleIf == null ? [] : questionsIn(question.visibleIf);
    const decided = kept && looked.every((id) => !here.has(id));
    const condition =
      looked.length > 0 && !decided
        ? m.questionnaire_if({ condition: conditionClause(question.visibleIf, all) })
        : null;
    return condition || visible.has(question.id) ? [{ question, condition }] : [];
  });
}
