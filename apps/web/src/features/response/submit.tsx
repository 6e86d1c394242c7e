import { type ApolloClient, gql, type TypedDocumentNode } from "@apollo/client";
import { getLocale } from "@cahier/schema/runtime";
import { keepReceipt } from "./receipts.ts";
import type { SubmitResponse, SubmitResponseVariables } from "../../graphql/operations.generated.ts";

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
          number
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

export type SentReceipt = NonNullable<SubmitResponse["submitResponse"]["receipt"]>;

/** Answers, and how they are to appear. */
interface Written {
  key: string;
  answers: Readonly<Record<string, unknown>>;
  appearance: string;
  authorName: string | null;
  followUpEmail: string | null;
  speaksAs?: string;
}

/** Beyond this the network is as good as cut; the same key makes another try safe. */
const patience = 20_000;

/** Hands a response to the API: what is refused comes back, or a receipt. Throws when nobody answers. */
export async function submitResponse(
  client: ApolloClient,
  questionnaireId: string,
  { answers, appearance, speaksAs, ...written }: Written,
) {
  const { data } = await client.mutate({
    mutation,
    variables: {
      input: {
        ...written,
        questionnaireId,
        followUpLanguage: getLocale(),
        answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
        appearance: appearance as SubmitResponseVariables["input"]["appearance"],
        speaksAs: (speaksAs ?? null) as SubmitResponseVariables["input"]["speaksAs"],
      },
    },
    context: { fetchOptions: { signal: AbortSignal.timeout(patience) } },
  });
  return data!.submitResponse;
}

/** Keeps what was sent among the receipts of this device; false when it keeps nothing. */
export const keepSent = ({ code, receivedOn, questionnaire: { id, slug, title } }: SentReceipt) =>
  keepReceipt({ code, questionnaireId: id, slug, title, receivedOn });
