import { m } from "@cahier/schema/messages";
import { type ComponentProps, useState } from "react";
import choice from "../../../ui/Choice.module.css";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import type { Composed, ComposedQuestionnaire, Section } from "../composed.tsx";
import { englishOf, headEnglish, headSources, missingEnglish, nested, sourcesOf } from "./translating.ts";
import { TranslationForm } from "./TranslationForm.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { editQuestion, editQuestionnaire, editSection, takeModelEnglish } from "../questionnaire.mutations.tsx";
import { ReasonField } from "../Reason.tsx";

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
      <OfModel composedQuestionnaire={composedQuestionnaire} />
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

/** English texts of the model that a group was begun from: taken up in one act, and taken back in one. */
function OfModel({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { id, modelEnglish: toTake, modelEnglishTaken: taken } = composedQuestionnaire;
  const act = useAct(takeModelEnglish);
  if (toTake + taken === 0) return null;
  return (
    <div className="cluster" aria-live="polite">
      {toTake > 0 && (
        <Button disabled={act.busy} onClick={() => void act.run({ id })}>
          {m.questionnaireWriting_model_take({ count: toTake })}
        </Button>
      )}
      {taken > 0 && (
        <>
          <span className="quiet">{m.questionnaireWriting_model_taken({ count: taken })}</span>
          <Button small disabled={act.busy} onClick={() => void act.run({ id, without: true })}>
            {m.questionnaireWriting_model_back()}
          </Button>
        </>
      )}
      <Failed because={act.failed} />
      {act.problems.map((problem) => (
        <Notice tone="warn" key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
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

const headKeys: Record<string, "englishTitle" | "englishIntro" | "englishPlainIntro"> = {
  title: "englishTitle",
  intro: "englishIntro",
  plainIntro: "englishPlainIntro",
};

function Head({ composedQuestionnaire }: { composedQuestionnaire: ComposedQuestionnaire }) {
  const { questionnaire } = composedQuestionnaire;
  const act = useAct(editQuestionnaire);
  const name = m.questionnaireWriting_view_head();
  return <HeadWords of={composedQuestionnaire} act={act} sources={headSources(questionnaire)} name={name} />;
}

function Part({ section }: { section: Section }) {
  const { position, title } = section;
  const act = useAct(editSection);
  const name = m.questionnaireWriting_part_n({ part: position, title });
  return <HeadWords of={section} act={act} sources={headSources(section)} name={name} />;
}

interface HeadProps extends Pick<ComponentProps<typeof TranslationForm>, "name" | "sources"> {
  of: Pick<Section, "id" | "version" | "english">;
  act: ComponentProps<typeof TranslationForm>["act"] & {
    run: (input: {
      id: string;
      version: number;
      englishTitle?: string;
      englishIntro?: string;
      englishPlainIntro?: string;
    }) => Promise<unknown>;
  };
}

/** Title and introduction, of the whole or of a part. */
const HeadWords = ({ of: { id, version, english }, act, sources, name }: HeadProps) => (
  <TranslationForm
    id={`${id} english`}
    name={name}
    version={version}
    sources={sources}
    english={headEnglish(sources, english)}
    act={act}
    save={async (words, changed, at) =>
      !!(await act.run({ id, version: at, ...Object.fromEntries(changed.map((key) => [headKeys[key], words[key]])) }))
    }
  />
);

function QuestionWords({ composed }: { composed: Composed }) {
  const { id, version, question, answerCount } = composed;
  const [reason, setReason] = useState("");
  const act = useAct(editQuestion);
  return (
    <TranslationForm
      id={`${id} english`}
      name={m.questionnaireWriting_question_n({ code: question.code })}
      version={version}
      sources={sourcesOf(composed)}
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
      {answerCount > 0 && <ReasonField value={reason} onChange={setReason} />}
    </TranslationForm>
  );
}
