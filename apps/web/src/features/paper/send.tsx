import { type ApolloClient, CombinedGraphQLErrors, gql, type TypedDocumentNode } from "@apollo/client";
import { inNameOfHeader } from "@cahier/schema/inNameOf";
import { m } from "@cahier/schema/messages";
import type {
  EnterAgain,
  EnterAgainVariables,
  EnterSheet,
  EnterSheetVariables,
  PaperViewer,
  PaperViewerVariables,
  ReportMeeting,
  ReportMeetingVariables,
  SentEntry_entry,
} from "../../graphql/operations.generated.ts";
import type { Answer } from "./queue.ts";
import type { Waiting } from "./unsent.ts";
import { troubleOf } from "../../shared/troubles.ts";
import { failureSentence } from "../../ui/failure.ts";
import { Form } from "../../ui/Form.tsx";

const sentEntry: TypedDocumentNode<SentEntry_entry> = gql`
  fragment SentEntry_entry on PaperEntry {
    id
    codeToHandOver
  }
`;

const enterSheet: TypedDocumentNode<EnterSheet, EnterSheetVariables> = gql`
  mutation EnterSheet($input: EnterSheetInput!) {
    done: enterSheet(input: $input) {
      ...Form_outcome @unmask
      entry {
        ...SentEntry_entry @unmask
      }
    }
  }
  ${Form.fragment}
  ${sentEntry}
`;

const reportMeeting: TypedDocumentNode<ReportMeeting, ReportMeetingVariables> = gql`
  mutation ReportMeeting($input: ReportMeetingInput!) {
    done: reportMeeting(input: $input) {
      ...Form_outcome @unmask
      entry {
        ...SentEntry_entry @unmask
      }
    }
  }
  ${Form.fragment}
  ${sentEntry}
`;

const enterAgain: TypedDocumentNode<EnterAgain, EnterAgainVariables> = gql`
  mutation EnterAgain($input: EnterAgainInput!) {
    done: enterAgain(input: $input) {
      ...Form_outcome @unmask
      entry {
        ...SentEntry_entry @unmask
      }
    }
  }
  ${Form.fragment}
  ${sentEntry}
`;

const whoAsks: TypedDocumentNode<PaperViewer, PaperViewerVariables> = gql`
  query PaperViewer {
    viewer {
      id
    }
  }
`;

const mutations = { SHEET: enterSheet, MEETING: reportMeeting, AGAIN: enterAgain };

/** Beyond this the network is as good as cut; the same key makes another try safe. */
const patience = 20_000;
const inTime = () => ({ fetchOptions: { signal: AbortSignal.timeout(patience) } });

/**
 * Hands something typed in to the API, in the name of who typed it and of nobody else: while somebody else is signed
 * in, or nobody, it waits.
 */
export async function sendEntry(client: ApolloClient, personId: string, { written, input }: Waiting): Promise<Answer> {
  const { data: asked } = await client.query({ query: whoAsks, fetchPolicy: "no-cache", context: inTime() });
  if (asked?.viewer?.id !== personId) return { held: asked?.viewer ? "somebody-else" : "signed-out" };
  try {
    const { data } = await client.mutate({
      mutation: mutations[written.kind],
      variables: { input } as never,
      fetchPolicy: "no-cache",
      // Somebody else may have signed in since.
      context: { ...inTime(), headers: { [inNameOfHeader]: personId } },
    });
    const { problems, entry } = data!.done;
    return { problems, code: written.kind === "AGAIN" ? null : (entry?.codeToHandOver ?? null) };
  } catch (error) {
    // Refused whatever the network: the others need not wait for it.
    const said = CombinedGraphQLErrors.is(error) && refusals[String(error.errors[0]?.extensions?.["code"])]?.();
    if (said) return { problems: [{ code: "GONE", field: null, said }], code: null };
    if (troubleOf(error) === "fault") return { fault: failureSentence(error as object) };
    throw error;
  }
}

/** The sentence about a sheet that would be answered the same if it was sent again. */
const refusals: Record<string, (() => string) | undefined> = {
  FORBIDDEN: m.paper_no_right,
  NOT_FOUND: m.problem_GONE,
  BAD_USER_INPUT: m.problem_error_outdated,
};
