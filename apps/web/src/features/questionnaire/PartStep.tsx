import { m } from "@cahier/schema/messages";
import { type ComponentProps, useContext } from "react";
import { Link, useNavigate } from "react-router-dom";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import choice from "../../ui/Choice.module.css";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { Problem } from "../../ui/problems.ts";
import styles from "./Answering.module.css";
import type { DraftKept } from "./draft/keeper.ts";
import type { Part } from "./parts.ts";
import { PlaceContext } from "./place.ts";
import type { Questionnaire, Region } from "./question.ts";
import { QuestionField } from "./fields/QuestionField.tsx";
import { useSaidLang } from "./saidIn.ts";

interface Props {
  questionnaire: Questionnaire;
  parts: readonly Part[];
  part: Part;
  kept: DraftKept;
  onAnswer: ComponentProps<typeof QuestionField>["onAnswer"];
  onSettle: ComponentProps<typeof QuestionField>["onSettle"];
  regions: readonly Region[];
  plain: boolean;
  onPlain: (on: boolean) => void;
  /** Problems found at sending: each question shows its own. */
  problems: readonly Problem[];
}

/** One part of a questionnaire: what is on the screen at once. */
export function PartStep(props: Props) {
  const lang = useSaidLang();
  const { questionnaire, parts, part, kept, onAnswer, onSettle, regions, plain, onPlain, problems } = props;
  const { slug, repeatQuestionId } = questionnaire;
  const { section, number } = part;
  const navigate = useNavigate();
  const { hrefOf } = useContext(PlaceContext);
  const next = parts[number];
  return (
    <Form
      summary={false}
      problems={problems}
      onSubmit={() => navigate(hrefOf(slug, next ? next.number : "review"))}
      label={section.title}
    >
      <header className={`flow ${styles.head}`}>
        <b>{m.questionnaire_part({ part: number, parts: parts.length })}</b>
        <h1 tabIndex={-1} lang={lang}>
          {section.title}
        </h1>
        {number === 1 && <p lang={lang}>{questionnaire.intro}</p>}
        {section.intro && <p lang={lang}>{section.intro}</p>}
        <p>{number === 1 ? m.questionnaire_promise() : m.questionnaire_skip()}</p>
        <label className={styles.plain}>
          <input
            type="checkbox"
            className={choice.checkbox}
            checked={plain}
            onChange={(event) => onPlain(event.target.checked)}
          />
          {m.questionnaire_plain()}
        </label>
      </header>
      <div className={`flow ${styles.questions}`}>
        {part.questions.map((question) => (
          <QuestionField
            question={question}
            draft={kept.draft}
            onAnswer={onAnswer}
            onSettle={onSettle}
            plain={plain}
            regions={regions}
            needed={question.required || question.type === "TERRITORY" || question.id === repeatQuestionId}
            key={question.id}
          />
        ))}
      </div>
      <div className={`cluster ${styles.foot}`}>
        {number > 1 && (
          <ButtonLink to={hrefOf(slug, number - 1)}>
            <Icon name="back" size={18} /> {m.questionnaire_previous()}
          </ButtonLink>
        )}
        <Button type="submit" primary disabled={!kept.ready}>
          {next ? (
            <span>
              {m.questionnaire_continue()}
              <span className={styles.wide} lang={lang}>
                {m.ui_colon()}
                {next.section.title}
              </span>
            </span>
          ) : (
            m.questionnaire_review()
          )}
          <Icon name="arrow" size={18} />
        </Button>
        {next && (
          <p className={styles.now}>
            <Link to={hrefOf(slug, "review")}>{m.questionnaire_send_now()}</Link>
          </p>
        )}
      </div>
    </Form>
  );
}
