import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DiscussAtMeeting } from "../../features/agendaRequest/DiscussAtMeeting.tsx";
import { Beside } from "../../features/reading/Beside.tsx";
import { around, loadAround } from "../../features/reading/way/around.tsx";
import { Leaf } from "../../features/reading/evening/Leaf.tsx";
import { EveningContext, useEveningOf } from "../../features/reading/evening/sending.tsx";
import { Sheet } from "../../features/reading/evening/Sheet.tsx";
import type { Text } from "../../features/reading/evening/texts.ts";
import type { Item } from "../../features/reading/evening/useTexts.ts";
import { readingFilter } from "../../features/reading/filter.ts";
import { Near } from "../../features/reading/Near.tsx";
import { OfNotebook } from "../../features/reading/OfNotebook.tsx";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../graphql/operations.generated.ts";
import { apolloClient, preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { objectiveChoice } from "../../shared/choices.tsx";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { More } from "../../ui/More.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { eveningCounts, sheetText } from "../../features/reading/evening/evening.fragments.tsx";

sayTeamProblems();

const query: TypedDocumentNode<ReadingTextPage, ReadingTextPageVariables> = gql`
  query ReadingTextPage($id: ID!, $filter: ReadingFilter, $for: String) {
    viewer {
      id
    }
    readingDesk {
      ...EveningCounts_desk @unmask
      contribution(id: $id, filter: $filter) {
        id
        nextId
        previousId
        ofResponse {
          ...SheetText_text @unmask
        }
        objectives {
          ...ObjectiveChoice_objective @unmask
        }
        objective(slug: $for) {
          id
          slug
          number
        }
        ...Beside_item
        ...OfNotebook_item
        contribution {
          id
          theme {
            id
          }
        }
        ...Leaf_item
      }
    }
  }
  ${Beside.fragment}
  ${OfNotebook.fragment}
  ${Leaf.fragment}
  ${objectiveChoice}
  ${eveningCounts}
  ${sheetText}
`;

const variablesOf = (id: string, search: URLSearchParams) => ({
  id,
  filter: readingFilter(search),
  for: search.get("for"),
});

export async function loader(args: LoaderFunctionArgs) {
  const variables = variablesOf(args.params.contributionId!, new URL(args.request.url).searchParams);
  const page = await preload(args, query, variables);
  const client = args.context.get(apolloClient);
  const text = client.readQuery({ query, variables })?.readingDesk.contribution;
  await loadAround(client, text?.objective?.slug ?? "");
  return page;
}

/** An evening of reading: one text after another, and nine key points to give its sentences to. */
export function Component() {
  const { readingDesk, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const navigate = useNavigate();
  const item = readingDesk.contribution;
  const { data } = useQuery(around, { variables: { objective: item?.objective?.slug ?? "" } });
  if (!item || !data) return <Gone />;
  return (
    <Evening personId={viewer!.id}>
      <Sheet {...{ item, readingDesk, query, variablesOf, navigate, renderWhole }} around={data} />
    </Evening>
  );
}

/** The rest of a response, and what is near the text that one is on. */
const renderWhole = (item: Item, { id, body, blind, marks, item: { contribution: on } }: Text) => (
  <>
    <Beside item={item} />
    <OfNotebook item={item} />
    {!blind && on.status === "VISIBLE" && (
      <div data-meeting>
        <DiscussAtMeeting about={{ subject: "CONTRIBUTION", id, words: body }} />
      </div>
    )}
    {!blind && <Near contribution={on} isMarked={marks.length > 0} key={id} />}
  </>
);

/** Lets the acts of a person leave from here. */
function Evening({ personId, children }: { personId: string; children: ReactNode }) {
  const session = useEveningOf(personId);
  return <EveningContext value={session}>{children}</EveningContext>;
}

const Gone = () => (
  <Ruled>
    <PageHead title={m.reading_gone()}>
      <More to={paths.reading()} icon={null}>
        {m.reading_back()}
      </More>
    </PageHead>
  </Ruled>
);
