import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { getLocale } from "@cahier/schema/runtime";
import { type ComponentProps, lazy, Suspense, useContext, useEffect, useState } from "react";
import { type LoaderFunctionArgs, type ShouldRevalidateFunction, useLoaderData, useNavigate } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Answering } from "../../features/questionnaire/Answering.tsx";
import { PostedContext } from "../../features/questionnaire/posted/posted.ts";
import { type AnsweringPlace, PlaceContext } from "../../features/questionnaire/place.ts";
import { notOpen } from "../../features/questionnaire/notOpenFragment.tsx";
import type { SentReceipt } from "../../features/response/submit.tsx";
import type { QuestionnairePage, QuestionnairePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Waiting } from "../../ui/Waiting.tsx";

const query: TypedDocumentNode<QuestionnairePage, QuestionnairePageVariables> = gql`
  query QuestionnairePage($slug: String!, $language: Language!) {
    questionnaire(slug: $slug, language: $language) {
      id
      slug
      number
      state
      openData
      ...Answering_questionnaire @unmask
      ...NotOpen_questionnaire
    }
    # Without ids: a hundred of them would be a sixth of the document.
    territories(kind: REGION) {
      code
      name
      departments {
        code
        name
      }
    }
  }
  ${Answering.fragment}
  ${notOpen}
`;

const NotOpen = lazy(async () => ({ default: (await import("../../features/questionnaire/NotOpen.tsx")).NotOpen }));
const OpenData = lazy(async () => ({ default: (await import("../../features/files/OpenData.tsx")).OpenData }));
const SentBefore = lazy(async () => ({
  default: (await import("../../features/response/SentBefore.tsx")).SentBefore,
}));
const loadSubmit = () => import("../../features/response/submit.tsx");
const loadSent = () => import("../../features/response/Sent.tsx");
const Sent = lazy(async () => ({ default: (await loadSent()).Sent }));

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug ?? "", language: getLocale() }, "questionnaire");

/** A change of part asks for nothing: it has to work without a network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

/** A questionnaire: answered, read again, sent; or, when it is not open, what was asked. */
export function Component() {
  const { questionnaire: found, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const questionnaire = found!;
  const posting = useContext(PostedContext);
  const [sent, setSent] = useState<{ receipt: SentReceipt; kept: boolean } | null>(null);
  const client = useApolloClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (questionnaire.state !== "OPEN") return;
    // Loads the scripts of sending before a network can be cut.
    void Promise.all([loadSubmit(), loadSent()])
      .then(async () => (await import("../../features/questionnaire/draft/offline.ts")).keepForOffline())
      .catch(() => undefined);
  }, [questionnaire.state]);

  if (sent)
    return (
      <Suspense fallback={<Waiting />}>
        <Sent
          {...sent}
          onAgain={() => {
            setSent(null);
            void navigate(paths.questionnaire(questionnaire.slug, 1));
          }}
        />
      </Suspense>
    );
  if (questionnaire.state !== "OPEN")
    return (
      <Suspense fallback={<Waiting />}>
        <NotOpen questionnaire={questionnaire}>
          {questionnaire.openData && <OpenData questionnaire={questionnaire} />}
        </NotOpen>
      </Suspense>
    );
  return (
    <>
      <noscript>{posting && <posting.Answering questionnaire={questionnaire} regions={territories} />}</noscript>
      <Answering
        questionnaire={questionnaire}
        regions={territories}
        before={
          <Suspense>
            <SentBefore questionnaireId={questionnaire.id} />
          </Suspense>
        }
        send={async (response) => {
          const { keepSent, submitResponse } = await loadSubmit();
          const { problems, receipt } = await submitResponse(client, questionnaire.id, response);
          if (!receipt) return problems;
          const kept = await keepSent(receipt);
          void navigate(paths.questionnaire(questionnaire.slug), { replace: true });
          setSent({ receipt, kept });
          return [];
        }}
        key={questionnaire.id}
      />
    </>
  );
}

/**
 * The same, where a response is changed. It is here, and not in the script of that page, so that what most people load
 * stays in one file.
 */
export const ChangingAnswers = ({ place, ...props }: ComponentProps<typeof Answering> & { place: AnsweringPlace }) => (
  <PlaceContext value={place}>
    <Answering {...props} />
  </PlaceContext>
);

ChangingAnswers.fragment = Answering.fragment;
