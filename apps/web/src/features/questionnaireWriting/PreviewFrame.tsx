import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { PreviewFrame_composedQuestionnaire } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { contentLang } from "../../i18n/content.ts";
import { basenameOf, type Locale } from "../../i18n/locale.ts";
import { paths } from "../../paths.ts";
import choice from "../../ui/Choice.module.css";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";

const fragment: TypedDocumentNode<PreviewFrame_composedQuestionnaire> = gql`
  fragment PreviewFrame_composedQuestionnaire on ComposedQuestionnaire {
    id
    questionnaire {
      id
      slug
      title
      questionCount
      languages
    }
  }
`;

type View = "phone" | "screen" | "paper";

const views: Record<View, () => string> = {
  phone: m.questionnaireWriting_preview_phone,
  screen: m.questionnaireWriting_preview_screen,
  paper: m.questionnaireWriting_preview_paper,
};

/** The same page as participants have, in a window of its own: as wide as a telephone, as wide as there is room, or on paper. */
export function PreviewFrame(props: { composedQuestionnaire: FragmentType<PreviewFrame_composedQuestionnaire> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.composedQuestionnaire });
  const { slug, title, languages, questionCount } = data.questionnaire;
  const [view, setView] = useState<View>("phone");
  const [language, setLanguage] = useState<Locale>(getLocale());
  const [plain, setPlain] = useState(false);
  const hasBoth = useInstance().languages === "BOTH";
  const inside = paths.questionnairePreview(slug, {
    inside: view === "paper" ? "paper" : "screen",
    plain: plain ? "yes" : null,
  });
  const address = `${basenameOf(language).replace(/\/$/, "")}${inside}`;
  return (
    <div className="questionnaireWriting-stack">
      <p className="cluster">
        <b lang={contentLang()}>{title}</b>
        <More to={paths.questionnaireWrite(slug)} icon={null}>
          {m.questionnaireWriting_preview_back()}
        </More>
      </p>
      <div className="questionnaireWriting-toolbar">
        <fieldset>
          <legend>{m.questionnaireWriting_preview_where()}</legend>
          {(Object.keys(views) as View[]).map((one) => (
            <label key={one}>
              <input
                type="radio"
                className={choice.radio}
                name="view"
                checked={view === one}
                onChange={() => setView(one)}
              />
              {views[one]()}
            </label>
          ))}
        </fieldset>
        {hasBoth && (
          <label className="questionnaireWriting-mode">
            <span>{m.questionnaireWriting_preview_language()}</span>
            <select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Locale)}>
              <option value="fr">Français</option>
              <option value="en">English</option>
            </select>
          </label>
        )}
        {view !== "paper" && (
          <label className="questionnaireWriting-tick">
            <input
              type="checkbox"
              className={choice.checkbox}
              checked={plain}
              onChange={(event) => setPlain(event.currentTarget.checked)}
            />
            {m.questionnaire_plain()}
          </label>
        )}
        {/* Another document, in a window of its own: from there it prints. */}
        <a href={address} target="_blank" rel="noreferrer" className="questionnaireWriting-add">
          <Icon name={view === "paper" ? "print" : "arrow"} size={18} />
          {view === "paper" ? m.questionnaireWriting_preview_print() : m.questionnaireWriting_preview_window()}
        </a>
      </div>
      {hasBoth && language === "en" && !languages.includes("en") && (
        <Notice>{m.questionnaireWriting_preview_no_english()}</Notice>
      )}
      {questionCount === 0 ? (
        <Notice>{m.questionnaireWriting_no_parts()}</Notice>
      ) : (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, which needs all that a page does
        <iframe
          className={`questionnaireWriting-frame questionnaireWriting-frame-${view}`}
          title={m.questionnaireWriting_preview_frame({ view: views[view]() })}
          src={address}
          key={address}
        />
      )}
    </div>
  );
}

PreviewFrame.fragment = fragment;
