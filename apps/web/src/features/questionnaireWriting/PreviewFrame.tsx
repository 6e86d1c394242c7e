import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import type { PreviewFrame_composition } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { basenameOf, type Locale } from "../../i18n/locale.ts";
import { paths } from "../../paths.ts";
import choice from "../../ui/Choice.module.css";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";

const fragment: TypedDocumentNode<PreviewFrame_composition> = gql`
  fragment PreviewFrame_composition on Composition {
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
  phone: m.studio_preview_phone,
  screen: m.studio_preview_screen,
  paper: m.studio_preview_paper,
};

/** The same page as participants have, in a window of its own: as wide as a telephone, as wide as there is room, or on paper. */
export function PreviewFrame(props: { composition: FragmentType<PreviewFrame_composition> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.composition });
  const { slug, title, languages, questionCount } = data.questionnaire;
  const [view, setView] = useState<View>("phone");
  const [language, setLanguage] = useState<Locale>(getLocale());
  const [plain, setPlain] = useState(false);
  const inside = paths.compositionPreview(slug, {
    inside: view === "paper" ? "paper" : "screen",
    plain: plain ? "yes" : null,
  });
  const address = `${basenameOf(language).replace(/\/$/, "")}${inside}`;
  return (
    <div className="studio-stack">
      <p className="cluster">
        <b lang={contentLang()}>{title}</b>
        <More to={paths.composition(slug)} icon={null}>
          {m.studio_preview_back()}
        </More>
      </p>
      <div className="studio-toolbar">
        <fieldset>
          <legend>{m.studio_preview_where()}</legend>
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
        <label className="studio-mode">
          <span>{m.studio_preview_language()}</span>
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Locale)}>
            <option value="fr">Français</option>
            <option value="en">English</option>
          </select>
        </label>
        {view !== "paper" && (
          <label className="studio-tick">
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
        <a href={address} target="_blank" rel="noreferrer" className="studio-add">
          <Icon name={view === "paper" ? "print" : "arrow"} size={18} />
          {view === "paper" ? m.studio_preview_print() : m.studio_preview_window()}
        </a>
      </div>
      {language === "en" && !languages.includes("en") && <Notice>{m.studio_preview_no_english()}</Notice>}
      {questionCount === 0 ? (
        <Notice>{m.studio_no_parts()}</Notice>
      ) : (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, which needs all that a page does
        <iframe
          className={`studio-frame studio-frame-${view}`}
          title={m.studio_preview_frame({ view: views[view]() })}
          src={address}
          key={address}
        />
      )}
    </div>
  );
}

PreviewFrame.fragment = fragment;
