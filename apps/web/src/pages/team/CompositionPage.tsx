import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import {
  Link,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from "react-router-dom";
import { composition as fragment } from "../../features/questionnaireWriting/composition.tsx";
import { HeadForm } from "../../features/questionnaireWriting/HeadForm.tsx";
import { History } from "../../features/questionnaireWriting/History.tsx";
import { Leave } from "../../ui/Leave.tsx";
import { stateNames, stateTones } from "../../features/questionnaireWriting/names.ts";
import { Promises } from "../../features/questionnaireWriting/Promises.tsx";
import { Publication } from "../../features/questionnaireWriting/Publication.tsx";
import { Questions } from "../../features/questionnaireWriting/Questions.tsx";
import { SayContext } from "../../features/questionnaireWriting/say.ts";
import { ShownResults } from "../../features/questionnaireWriting/ShownResults.tsx";
import sheet from "../../features/questionnaireWriting/studio.css?url";
import { Translation } from "../../features/questionnaireWriting/Translation.tsx";
import { missingEnglish } from "../../features/questionnaireWriting/translating.ts";
import { UnsavedContext, UnsavedForms } from "../../ui/unsaved.ts";
import type { CompositionPage, CompositionPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Style } from "../../ui/Style.tsx";

const query: TypedDocumentNode<CompositionPage, CompositionPageVariables> = gql`
  query CompositionPage($slug: String!) {
    composition(slug: $slug) {
      id
      ...Composition_composition @unmask
    }
  }
  ${fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "composition");

/** What is open stands in the address; opening something else asks for nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

const views = ["questions", "head", "translation", "publication", "results", "history"] as const;
type View = (typeof views)[number];

const viewNames: Record<View, () => string> = {
  questions: m.studio_view_questions,
  head: m.studio_view_head,
  translation: m.studio_view_translation,
  publication: m.studio_view_publication,
  results: m.studio_view_results,
  history: m.studio_view_history,
};

/** A questionnaire as it is composed, from its first question to its last response. */
export function Component() {
  const composition = useReadQuery(useLoaderData<typeof loader>()).data.composition!;
  const { questionnaire: it, flaws, suggestedMinutes, sections } = composition;
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get("view")) ?? "questions";
  const [said, setSaid] = useState("");
  const [unsaved] = useState(() => new UnsavedForms());
  const counts: Partial<Record<View, number>> = {
    publication: it.state === "DRAFT" ? flaws.length : 0,
    translation: it.languages.includes("en") ? missingEnglish(composition) : 0,
  };
  return (
    <SayContext value={setSaid}>
      <UnsavedContext value={unsaved}>
        <Ruled>
          <Style href={sheet} />
          <PageHead
            margin={m.questionnaire_number({ number: it.number })}
            note={m.studio_for_objective({ number: it.objective.number })}
            title={it.title}
            lang={contentLang()}
            tab={m.studio_tab({ title: it.title })}
          >
            <p className="cluster">
              <Chip tone={composition.template ? "neutral" : stateTones[it.state]}>
                {composition.template ? m.studio_is_template() : stateNames[it.state]()}
              </Chip>
              {it.state !== "DRAFT" && <span>{m.questionnaire_responses({ count: it.responseCount })}</span>}
              <More to={paths.compositionPreview(it.slug)}>{m.studio_preview()}</More>
              <More to={paths.studio()} icon={null}>
                {m.studio_back()}
              </More>
            </p>
            <nav className="studio-views" aria-label={m.studio_views()}>
              {views.map((one) => (
                <Link
                  to={paths.composition(it.slug, { view: one === "questions" ? null : one })}
                  aria-current={one === view ? "page" : undefined}
                  preventScrollReset
                  key={one}
                >
                  {viewNames[one]()}
                  {!!counts[one] && <span className="studio-count">{counts[one]}</span>}
                </Link>
              ))}
            </nav>
          </PageHead>
          {view === "questions" && (
            <Row
              heading={m.studio_view_questions()}
              margin={m.questionnaire_questions({ count: it.questionCount })}
              note={m.studio_about_minutes({ count: sections.length, minutes: suggestedMinutes })}
            >
              <Questions composition={composition} />
            </Row>
          )}
          {view === "head" && (
            <Row heading={m.studio_view_head()}>
              <HeadForm composition={composition} />
            </Row>
          )}
          {view === "translation" && (
            <Row heading={m.studio_view_translation()} margin={m.studio_languages()}>
              <Translation composition={composition} />
            </Row>
          )}
          {view === "publication" && (
            <>
              <Row heading={m.studio_view_publication()}>
                <Publication composition={composition} />
              </Row>
              <Row heading={m.studio_promises()} note={m.studio_promises_margin()}>
                <Promises composition={composition} />
              </Row>
            </>
          )}
          {view === "results" && (
            <Row heading={m.studio_view_results()}>
              {it.viewerCan.readResults && it.state !== "DRAFT" && (
                <More to={paths.results(it.slug)}>{m.studio_read_results()}</More>
              )}
              {it.state === "DRAFT" ? <p>{m.studio_results_later()}</p> : <ShownResults composition={composition} />}
            </Row>
          )}
          {view === "history" && (
            <Row heading={m.studio_view_history()} note={m.studio_history_margin()}>
              <History history={composition.history} />
            </Row>
          )}
        </Ruled>
        <output className="visually-hidden" aria-live="polite">
          {said}
        </output>
        <Leave />
      </UnsavedContext>
    </SayContext>
  );
}
