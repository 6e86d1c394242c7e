import { m } from "@cahier/schema/messages";
import { useState } from "react";
import choice from "../../ui/Choice.module.css";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import type { Composed, ComposedQuestionnaire, Section } from "./composed.tsx";
import { englishOf, headEnglish, headSources, missingEnglish, nested, sourcesOf } from "./translating.ts";
import { TranslationForm } from "./TranslationForm.tsx";
import { TextArea } from "./TextArea.tsx";
import { useAct } from "../../ui/useAct.ts";
import { editQuestion, editQuestionnaire, editSection } from "./questionnaire.mutations.tsx";

/** Both languages side by side, and what is missing. */
export function Translation({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { questionnaire, sections } = composedQuestionnaire;
  const missing = missingEnglish(composedQuestionnaire);
  return (
    <div className="questionnaireWriting-stack">
      <p className="cluster">
        <Chip tone={missing ? "toCome" : "done"}>
          {missing ? m.questionnaireWriting_to_translate({ count: missing }) : m.questionnaireWriting_all_translated()}
        </Chip>
      </p>
      <Offered composedQuestionnaire={composedQuestionnaire} />
      <Head composedQuestionnaire={composedQuestionnaire} />
      {sections.map((section) => (
        <div className="questionnaireWriting-stack" key={section.id}>
          <Part section={section} />
          {section.questions
            .filter(({ retired }) => !retired)
            .map((composed) => (
              <QuestionWords key={composed.id} composed={composed} />
            ))}
        </div>
      ))}
      {questionnaire.questionCount === 0 && <p className="quiet">{m.questionnaireWriting_no_parts_next()}</p>}
    </div>
  );
}

/** Switch that offers the questionnaire in English too: untranslated text then appears in French. */
function Offered({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, version, questionnaire } = composedQuestionnaire;
  const act = useAct(editQuestionnaire);
  const offered = questionnaire.languages.includes("en");
  return (
    <>
      <label className="questionnaireWriting-tick">
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={offered}
          disabled={act.busy}
          onChange={(event) => void act.run({ id, version, offeredInEnglish: event.currentTarget.checked })}
        />
        <span>
          {m.questionnaireWriting_offer_english()}
          <small>{m.questionnaireWriting_offer_english_help()}</small>
        </span>
      </label>
      {act.problems.map((problem) => (
        <Notice tone="warn" key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
    </>
  );
}

const headKeys: Record<string, "englishTitle" | "englishIntro"> = { title: "englishTitle", intro: "englishIntro" };

function Head({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, version, english, questionnaire } = composedQuestionnaire;
  const act = useAct(editQuestionnaire);
  const sources = headSources(questionnaire);
  return (
    <TranslationForm
      id={`${id} english`}
      name={m.questionnaireWriting_view_head()}
      version={version}
      sources={sources}
      english={headEnglish(sources, english)}
      act={act}
      save={async (words, changed, at) =>
        !!(await act.run({ id, version: at, ...Object.fromEntries(changed.map((key) => [headKeys[key], words[key]])) }))
      }
    />
  );
}

function Part({ section }: { section: Section }) {
  const { id, version, english, position, title } = section;
  const act = useAct(editSection);
  const sources = headSources(section);
  return (
    <TranslationForm
      id={`${id} english`}
      name={m.questionnaireWriting_part_n({ part: position, title })}
      version={version}
      sources={sources}
      english={headEnglish(sources, english)}
      act={act}
      save={async (words, changed, at) =>
        !!(await act.run({ id, version: at, ...Object.fromEntries(changed.map((key) => [headKeys[key], words[key]])) }))
      }
    />
  );
}

function QuestionWords({ composed }: { composed: Composed }) {
  const { id, version, question, answerCount } = composed;
  const [reason, setReason] = useState("");
  const act = useAct(editQuestion);
  return (
    <TranslationForm
      id={`${id} english`}
      name={m.questionnaireWriting_question_n({ code: question.code })}
      version={version}
      sources={sourcesOf(question)}
      english={englishOf(composed)}
      act={act}
      save={async (words, changed, at) => {
        const done = !!(await act.run({
          id,
          version: at,
          english: nested(words, changed),
          reason: reason.trim() || undefined,
        }));
        if (done) setReason("");
        return done;
      }}
    >
      {answerCount > 0 && (
        <TextArea
          name="reason"
          label={m.questionnaireWriting_reason()}
          help={m.questionnaireWriting_reason_help()}
          value={reason}
          onChange={setReason}
        />
      )}
    </TranslationForm>
  );
}
