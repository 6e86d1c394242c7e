import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useCallback, useState } from "react";
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { regionsOfForm } from "../../features/questionnaire/fields/regions.tsx";
import { QuestionPreview } from "../../features/questionnaire/QuestionPreview.tsx";
import { composedQuestionnaire as fragment } from "../../features/questionnaireWriting/composed.tsx";
import { HeadForm } from "../../features/questionnaireWriting/HeadForm.tsx";
import { History } from "../../features/questionnaireWriting/publication/History.tsx";
import { Leave } from "../../ui/Leave.tsx";
import { stateNames, stateTones } from "../../features/questionnaireWriting/question/question.labels.ts";
import { Promises } from "../../features/questionnaireWriting/publication/Promises.tsx";
import { Publication } from "../../features/questionnaireWriting/publication/Publication.tsx";
import { PreviewContext } from "../../features/questionnaireWriting/question/PreviewContext.ts";
import type { questionOf } from "../../features/questionnaireWriting/question/questionFields.ts";
import { Questions } from "../../features/questionnaireWriting/Questions.tsx";
import { SayContext } from "../../features/questionnaireWriting/SayContext.ts";
import { ShownResults } from "../../features/questionnaireWriting/publication/ShownResults.tsx";
import { WritingStyle } from "../../features/questionnaireWriting/WritingStyle.tsx";
import { Translation } from "../../features/questionnaireWriting/translation/Translation.tsx";
import { missingEnglish } from "../../features/questionnaireWriting/translation/translating.ts";
import { UnsavedContext, UnsavedForms } from "../../ui/unsaved.ts";
import type { QuestionnaireWritePage, QuestionnaireWritePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { useInstance } from "../../frame/instance.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Views } from "../../shared/Views.tsx";

const query: TypedDocumentNode<QuestionnaireWritePage, QuestionnaireWritePageVariables> = gql`
  query QuestionnaireWritePage($slug: String!) {
    composedQuestionnaire(slug: $slug) {
      id
      ...Composed_composedQuestionnaire @unmask
    }
    territories(kind: REGION) {
      ...TerritoryField_region @unmask
    }
  }
  ${fragment}
  ${regionsOfForm}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, "composedQuestionnaire");

/** The open item is in the address; opening another one fetches nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

const views = ["questions", "head", "translation", "publication", "results", "history"] as const;
type View = (typeof views)[number];

const viewNames: Record<View, () => string> = {
  questions: m.questionnaireWriting_view_questions,
  head: m.questionnaireWriting_view_head,
  translation: m.questionnaireWriting_view_translation,
  publication: m.questionnaireWriting_view_publication,
  results: m.questionnaireWriting_view_results,
  history: m.questionnaireWriting_view_history,
};

/** A questionnaire as it is composed, from its first question to its last response. */
export function Component() {
  const { composedQuestionnaire: found, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const composedQuestionnaire = found!;
  const { questionnaire: it, flaws, suggestedMinutes, sections } = composedQuestionnaire;
  const preview = useCallback(
    (question: ReturnType<typeof questionOf>) => (
      <QuestionPreview question={{ ...question, since: 1 }} regions={territories} />
    ),
    [territories],
  );
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get("view")) ?? "questions";
  const [said, setSaid] = useState("");
  const [unsaved] = useState(() => new UnsavedForms());
  // A site of one language asks for no translation.
  const translates = useInstance().languages === "BOTH" || it.languages.includes("en");
  const shown = views.filter((one) => one !== "translation" || translates);
  const counts: Partial<Record<View, number>> = {
    publication: it.state === "DRAFT" ? flaws.length : 0,
    translation: it.languages.includes("en") ? missingEnglish(composedQuestionnaire) : 0,
  };
  return (
    <SayContext value={setSaid}>
      <UnsavedContext value={unsaved}>
        <Ruled>
          <WritingStyle />
          <PageHead
            margin={m.questionnaire_number({ number: it.number })}
            note={m.questionnaireWriting_for_objective({ number: it.objective.number })}
            title={it.title}
            lang={contentLang()}
            tab={m.questionnaireWriting_tab({ title: it.title })}
          >
            <p className="cluster">
              <Chip tone={composedQuestionnaire.template ? "neutral" : stateTones[it.state]}>
                {composedQuestionnaire.template ? m.questionnaireWriting_is_template() : stateNames[it.state]()}
              </Chip>
              {it.state !== "DRAFT" && <span>{m.questionnaire_responses({ count: it.responseCount })}</span>}
              <More to={paths.questionnairePreview(it.slug)}>{m.questionnaireWriting_preview()}</More>
              <More to={paths.questionnairesWrite()} icon={null}>
                {m.questionnaireWriting_back()}
              </More>
            </p>
            <Views
              label={m.questionnaireWriting_views()}
              narrow="line"
              views={shown}
              names={viewNames}
              open={view}
              counts={counts}
              to={(one) => paths.questionnaireWrite(it.slug, { view: one === "questions" ? null : one })}
            />
          </PageHead>
          {view === "questions" && (
            <Row
              heading={m.questionnaireWriting_view_questions()}
              margin={m.questionnaire_questions({ count: it.questionCount })}
              note={m.questionnaireWriting_about_minutes({ count: sections.length, minutes: suggestedMinutes })}
            >
              <PreviewContext value={preview}>
                <Questions composedQuestionnaire={composedQuestionnaire} />
              </PreviewContext>
            </Row>
          )}
          {view === "head" && (
            <Row heading={m.questionnaireWriting_view_head()}>
              <HeadForm composedQuestionnaire={composedQuestionnaire} />
            </Row>
          )}
          {view === "translation" && (
            <Row heading={m.questionnaireWriting_view_translation()} margin={m.questionnaireWriting_languages()}>
              <Translation composedQuestionnaire={composedQuestionnaire} />
            </Row>
          )}
          {view === "publication" && (
            <>
              <Row heading={m.questionnaireWriting_view_publication()}>
                <Publication composedQuestionnaire={composedQuestionnaire} />
              </Row>
              <Row heading={m.questionnaireWriting_promises()} note={m.questionnaireWriting_promises_margin()}>
                <Promises composedQuestionnaire={composedQuestionnaire} />
              </Row>
            </>
          )}
          {view === "results" && (
            <Row heading={m.questionnaireWriting_view_results()}>
              {it.viewerCan.readResults && it.state !== "DRAFT" && (
                <More to={paths.results(it.slug)}>{m.questionnaireWriting_read_results()}</More>
              )}
              {it.state === "DRAFT" ? (
                <p>{m.questionnaireWriting_results_later()}</p>
              ) : it.viewerCan.showResults ? (
                <ShownResults composedQuestionnaire={composedQuestionnaire} />
              ) : (
                <p>{m.questionnaireWriting_results_of_facilitators()}</p>
              )}
            </Row>
          )}
          {view === "history" && (
            <Row heading={m.questionnaireWriting_view_history()} note={m.questionnaireWriting_history_margin()}>
              <History history={composedQuestionnaire.history} />
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
