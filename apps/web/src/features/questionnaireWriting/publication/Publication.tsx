import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { contentLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { When } from "../../../ui/When.tsx";
import { askedOf, type ComposedQuestionnaire } from "../composed.tsx";
import { flawWords } from "../flaws.ts";
import { unexplained } from "../ExplainSheet.tsx";
import { Life } from "./Life.tsx";
import { stateNames, stateTones } from "../question/question.labels.ts";

/** State of a questionnaire, its flaws, and the next acts. */
export function Publication({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { questionnaire: it, flaws, template } = composedQuestionnaire;
  const { opensAt, closesAt, state, pausedReason } = it;
  return (
    <Card as="section" tone={state === "OPEN" ? "now" : "sheet"}>
      <p className="cluster">
        <Chip tone={stateTones[state]}>{template ? m.questionnaireWriting_is_template() : stateNames[state]()}</Chip>
        <span>
          {m.questionnaireWriting_from()} <When date={opensAt} format="time" /> {m.questionnaireWriting_until()}{" "}
          <When date={closesAt} format="time" />
        </span>
        {(state === "DRAFT" || state === "SCHEDULED") && (
          <Link to={paths.questionnaireWrite(it.slug, { view: "head" })}>{m.questionnaireWriting_change_dates()}</Link>
        )}
      </p>
      {pausedReason && (
        <p>
          {m.questionnaireWriting_paused_because()} {pausedReason}
        </p>
      )}
      {it.publishedAlone && <p className="quiet">{m.questionnaireWriting_published_alone()}</p>}
      {flaws.length > 0 ? <Flaws composedQuestionnaire={composedQuestionnaire} /> : state === "DRAFT" && <Ready />}
      <Life composedQuestionnaire={composedQuestionnaire} />
    </Card>
  );
}

const Ready = () => (
  <p className="questionnaireWriting-saved">
    <Icon name="tick" size={18} /> {m.questionnaireWriting_nothing_missing()}
  </p>
);

/** Flaws, each linked to the field that mends it. */
function Flaws({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { flaws, questionnaire, sections } = composedQuestionnaire;
  const asked = askedOf(sections);
  return (
    <Notice tone="warn">
      <p>
        <b>{m.questionnaireWriting_missing({ count: flaws.length })}</b>
      </p>
      <ul className="questionnaireWriting-flaws">
        {flaws.map(({ questionId, code }) => {
          const { say, field, view } = flawWords(code);
          const composed = asked.find(({ id }) => id === questionId);
          const to = composed
            ? `${paths.questionnaireWrite(questionnaire.slug, { question: composed.id })}${field ? `#${field}` : ""}`
            : paths.questionnaireWrite(questionnaire.slug, { view: view === "questions" ? null : view });
          return (
            <li key={`${questionId} ${code}`}>
              <Link to={to}>
                {composed && (
                  <>
                    {composed.question.code} <span lang={contentLang()}>{composed.question.label}</span>
                    {m.ui_colon()}
                  </>
                )}
                {say()}
              </Link>
            </li>
          );
        })}
      </ul>
      {unexplained(composedQuestionnaire).length > 1 && (
        <p>
          <Link to={paths.questionnaireWrite(questionnaire.slug, { why: "all" })}>
            {m.questionnaireWriting_explain()}
          </Link>
        </p>
      )}
    </Notice>
  );
}
