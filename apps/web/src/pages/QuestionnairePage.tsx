import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useReadQuery } from "@apollo/client/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { type LoaderFunctionArgs, type ShouldRevalidateFunction, useLoaderData, useNavigate } from "react-router-dom";
import { Answering } from "../features/questionnaire/Answering.tsx";
import { notOpen } from "../features/questionnaire/notOpenFragment.tsx";
import { keepReceipt } from "../features/response/receipts.ts";
import type { SentReceipt } from "../features/response/Sent.tsx";
import { SentBefore } from "../features/response/SentBefore.tsx";
import type {
  QuestionnairePage,
  QuestionnairePageVariables,
  SubmitResponse,
  SubmitResponseVariables,
} from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";
import { Waiting } from "../ui/Waiting.tsx";

const query: TypedDocumentNode<QuestionnairePage, QuestionnairePageVariables> = gql`
  query QuestionnairePage($slug: String!) {
    questionnaire(slug: $slug) {
      id
      slug
      state
      ...Answering_questionnaire
      ...NotOpen_questionnaire
    }
    territories(kind: REGION) {
      id
      code
      name
      departments {
        id
        code
        name
      }
    }
  }
  ${Answering.fragment}
  ${notOpen}
`;

const mutation: TypedDocumentNode<SubmitResponse, SubmitResponseVariables> = gql`
  mutation SubmitResponse($input: SubmitResponseInput!) {
    submitResponse(input: $input) {
      problems {
        code
        field
        value
      }
      receipt {
        code
        receivedOn
        status
        rankInRegion
        readBefore
        discussedAt
        territory {
          id
          name
        }
        region {
          id
          code
          name
        }
        questionnaire {
          id
          slug
          title
          repeatQuestionId
          objective {
            id
            slug
            group {
              id
              coverage {
                regions {
                  responses
                  territory {
                    id
                    code
                    name
                    slug
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

const NotOpen = lazy(async () => ({ default: (await import("../features/questionnaire/NotOpen.tsx")).NotOpen }));
const loadSent = () => import("../features/response/Sent.tsx");
const Sent = lazy(async () => ({ default: (await loadSent()).Sent }));

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug ?? "" }, "questionnaire");

/** A change of part asks for nothing: it has to work without a network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

/** Beyond this the network is as good as cut; the same key makes another try safe. */
const patience = 20_000;

/** A questionnaire: answered, read again, sent; or, when it is not open, what was asked. */
export function Component() {
  const { questionnaire: found, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const questionnaire = found!;
  const [sent, setSent] = useState<{ receipt: SentReceipt; kept: boolean } | null>(null);
  const [submit] = useMutation(mutation);
  const navigate = useNavigate();
  useEffect(() => {
    if (questionnaire.state !== "OPEN") return undefined;
    const timer = setTimeout(() => void loadSent().catch(() => undefined), 3000);
    return () => clearTimeout(timer);
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
        <NotOpen questionnaire={questionnaire} />
      </Suspense>
    );
  return (
    <Answering
      questionnaire={questionnaire}
      regions={territories}
      before={<SentBefore questionnaireId={questionnaire.id} />}
      send={async ({ key, answers, appearance, authorName, followUpEmail }) => {
        const { data } = await submit({
          variables: {
            input: {
              key,
              questionnaireId: questionnaire.id,
              answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
              appearance: appearance as "NAMED" | "ANONYMOUS" | "UNPUBLISHED",
              authorName,
              followUpEmail,
            },
          },
          context: { fetchOptions: { signal: AbortSignal.timeout(patience) } },
        });
        const { problems, receipt } = data!.submitResponse;
        if (!receipt) return problems;
        const { id, slug, title } = receipt.questionnaire;
        const kept = keepReceipt({
          code: receipt.code,
          questionnaireId: id,
          slug,
          title,
          receivedOn: receipt.receivedOn,
        });
        void navigate(paths.questionnaire(slug), { replace: true });
        setSent({ receipt, kept });
        return [];
      }}
      key={questionnaire.id}
    />
  );
}
