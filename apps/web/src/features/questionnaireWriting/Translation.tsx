import { m } from "@cahier/schema/messages";
import { useState } from "react";
import choice from "../../ui/Choice.module.css";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import type { Composed, Composition, Section } from "./composition.tsx";
import { englishOf, headEnglish, headSources, missingEnglish, nested, sourcesOf } from "./translating.ts";
import { TranslationForm } from "./TranslationForm.tsx";
import { TextArea } from "./TextArea.tsx";
import { useAct } from "../../ui/useAct.ts";
import { editQuestion, editQuestionnaire, editSection } from "./writingActs.tsx";

/** Both languages side by side, and what is missing. */
export function Translation({ composition }: { composition: Composition }) {
  const { questionnaire, sections } = composition;
  const missing = missingEnglish(composition);
  return (
    <div className="studio-stack">
      <p className="cluster">
        <Chip tone={missing ? "toCome" : "done"}>
          {missing ? m.studio_to_translate({ count: missing }) : m.studio_all_translated()}
        </Chip>
      </p>
      <Offered composition={composition} />
      <Head composition={composition} />
      {sections.map((section) => (
        <div className="studio-stack" key={section.id}>
          <Part section={section} />
          {section.questions
            .filter(({ retired }) => !retired)
            .map((composed) => (
              <QuestionWords key={composed.id} composed={composed} />
            ))}
        </div>
      ))}
      {questionnaire.questionCount === 0 && <p className="quiet">{m.studio_no_parts_next()}</p>}
    </div>
  );
}

/** Whether it can be answered in English too: what is not translated then appears in French. */
function Offered({ composition }: { composition: Composition }) {
  const { id, version, questionnaire } = composition;
  const act = useAct(editQuestionnaire);
  const offered = questionnaire.languages.includes("en");
  return (
    <>
      <label className="studio-tick">
        <input
          type="checkbox"
          className={choice.checkbox}
          checked={offered}
          disabled={act.busy}
          onChange={(event) => void act.run({ id, version, offeredInEnglish: event.currentTarget.checked })}
        />
        <span>
          {m.studio_offer_english()}
          <small>{m.studio_offer_english_help()}</small>
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

function Head({ composition }: { composition: Composition }) {
  const { id, version, english, questionnaire } = composition;
  const act = useAct(editQuestionnaire);
  const sources = headSources(questionnaire);
  return (
    <TranslationForm
      id={`${id} english`}
      name={m.studio_view_head()}
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
      name={m.studio_part_n({ part: position, title })}
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
      name={m.studio_question_n({ code: question.code })}
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
          label={m.studio_reason()}
          help={m.studio_reason_help()}
          value={reason}
          onChange={setReason}
        />
      )}
    </TranslationForm>
  );
}
